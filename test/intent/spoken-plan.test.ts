import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/intent/ask/plan.ts'
import { readQuestion } from '../../src/intent/ask/read-question.ts'
import { FLOWER_SHOP, inShort } from '../bench/question-set.ts'
import { spokenPlan } from './spoken-plan.ts'

/** So many in all tongues, drawn anew by a seed that is printed when it fails. */
const DRAWN = 1500
/** One in a hundred: nouns that mean two things, drawn side by side. */
const WRONG_SHARE_MAX = 0.01
const EXACT_SHARE_MIN = 0.9
const SEED = 20_261_122

const keyOf = ({ filters, time, ...rest }: Plan): string =>
  JSON.stringify({
    ...rest,
    time: time && [time.from, time.to],
    filters: filters
      .map(({ dimension, op, values }) => `${dimension} ${op} ${[...values].sort().join('/')}`)
      .sort(),
  })

const results = fc.sample(spokenPlan(), { numRuns: DRAWN, seed: SEED }).map(({ text, plan }) => {
  const read = readQuestion(text, FLOWER_SHOP)
  const [only, ...others] = read.plans
  const isSame = only !== undefined && others.length === 0 && keyOf(only) === keyOf(plan)
  return { text, read, isExact: read.kind === 'query' && isSame }
})

describe('plans said in random words of four languages', () => {
  test('nearly every one comes back as the plan it was said from', () => {
    const exact = results.filter(({ isExact }) => isExact)
    expect(exact.length / results.length).toBeGreaterThan(EXACT_SHARE_MIN)
  })

  test('what does not come back is asked about, and not answered with another plan', () => {
    const wrong = results.filter(({ read, isExact }) => read.kind === 'query' && !isExact)
    const seen = wrong.map(({ text, read }) => `${text} → ${inShort(read)}`)
    expect(wrong.length / results.length, seen.join('\n')).toBeLessThanOrEqual(WRONG_SHARE_MAX)
  })
})
