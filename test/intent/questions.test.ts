import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/catalogue.ts'
import type { Intent } from '../../src/intent/intent.ts'
import { route } from '../../src/intent/route.ts'
import { day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { typed } from './arrivals.ts'

/** Asked on Wednesday 1 April 2026. `kind` is the language, or `trap` for what must not be answered. */
type Asked = {
  readonly kind: string
  readonly text: string
  readonly intent: string
  readonly period?: string
  readonly from?: string
  readonly to?: string
  readonly argument?: string
}

const today = day('2026-04-01')
const asked: readonly Asked[] = readFileSync(
  join(import.meta.dirname, '../fixtures/commands.jsonl'),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Asked => JSON.parse(line))

const wanted = ({ intent, period, from, to, argument }: Asked): string =>
  [intent, period && `${period} ${from} ${to}`, argument].filter(Boolean).join(' ')

const found = (intent: Intent): string => {
  if (intent.kind !== 'command') return intent.kind
  const { name, period, argument } = intent
  const span = period && `${period.kind} ${period.span.from} ${period.span.to}`
  return [name, span, argument].filter(Boolean).join(' ')
}

/** Spanish and Portuguese are asked in a shop that speaks them; everything else in an Indonesian one. */
const chatOf = ({ kind }: Asked): Language =>
  LANGUAGES.find((each) => each === kind && each !== 'en') ?? 'id'

const results = asked.map((each) => ({
  ...each,
  wanted: wanted(each),
  found: found(route(typed(each.text), { today, language: chatOf(each) })),
}))
const share = (some: readonly unknown[]): number => some.length / results.length

describe('questions as people type them', () => {
  test('there are enough of them to mean something', () => {
    expect(results.length).toBeGreaterThanOrEqual(200)
  })

  test('nearly all are understood exactly', () => {
    const missed = results.filter((each) => each.found !== each.wanted)
    console.info(
      `understood exactly: ${((1 - share(missed)) * 100).toFixed(1)}% of ${results.length}`,
    )
    const seen = missed.map((each) => `${each.text} → ${each.found} (wanted ${each.wanted})`)
    expect(seen.slice(0, 40)).toEqual([])
  })

  test('none is answered with confidence and wrong', () => {
    const wrong = results.filter((each) => each.found !== each.wanted && each.found !== 'unclear')
    expect(wrong.map((each) => `${each.text} → ${each.found}`)).toEqual([])
  })
})
