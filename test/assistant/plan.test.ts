import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GeminiWorld, geminiModel } from '../../src/assistant/gemini.ts'
import type { LanguageModel } from '../../src/assistant/model.ts'
import {
  askForPlans,
  type PlanQuestion,
  promptOf,
  readKeptReading,
} from '../../src/assistant/plan.ts'
import { brokenRule } from '../../src/intent/ask/metrics.ts'
import { plansOfModel } from '../../src/intent/ask/model-plan.ts'
import type { ModelMention, ModelPlan } from '../../src/intent/ask/model-reading.ts'
import { indexNames, namesIn } from '../../src/intent/ask/names-in.ts'
import type { AskContext, Filter, Plan } from '../../src/intent/ask/plan.ts'
import { readQuestion } from '../../src/intent/ask/read-question.ts'
import { spokenWords } from '../../src/intent/ask/spoken.ts'
import { day } from '../../src/sales/day.ts'
import { type Asked, FLOWER_SHOP, questionSet, verdictOn } from '../bench/question-set.ts'
import { aDesk } from '../support/a-desk.ts'
import { FAKE_MODEL, type FakeGemini, startFakeGemini } from '../support/fake-gemini.ts'
import { aModelPlan, aModelReading, aModelTime } from '../support/model-plan.ts'

let gemini: FakeGemini
let model: LanguageModel
/** Nobody waits between two attempts. */
const HASTE: GeminiWorld = { now: Date.now, wait: async () => undefined, chance: () => 0 }

const modelAt = ({ key, baseUrl }: FakeGemini): LanguageModel =>
  geminiModel(
    { apiKey: key, model: FAKE_MODEL, baseUrl, apiVersion: 'v1', timeoutMs: 8_000 },
    HASTE,
  )

beforeAll(async () => {
  gemini = await startFakeGemini()
  model = modelAt(gemini)
})
afterAll(async () => {
  await gemini[Symbol.asyncDispose]()
})

const aQuestion = (changes: Partial<PlanQuestion> = {}): PlanQuestion => ({
  text: 'fulus wingi piro',
  today: day('2026-11-22'),
  language: 'id',
  unknown: ['fulus'],
  prior: null,
  ...changes,
})

describe('what leaves', () => {
  test('is the question, the day and the language, in one structured call', async () => {
    gemini.plays({ kind: 'json', value: aModelReading() })
    const called = await askForPlans(aQuestion(), aDesk(model))
    expect(called).toMatchObject({ ok: true, value: aModelReading() })
    const sent = gemini.requests.at(-1)
    expect(sent?.body).toMatchObject({
      contents: [{ parts: [{ text: promptOf(aQuestion()) }] }],
      generationConfig: { responseMimeType: 'application/json' },
    })
    expect(JSON.parse(promptOf(aQuestion()))).toEqual({
      today: '2026-11-22, sunday',
      chatLanguage: 'Indonesian',
      question: 'fulus wingi piro',
      unknownWords: ['fulus'],
      previous: null,
    })
  })

  test('is never a name out of the answer before', () => {
    const prior = readQuestion('omzet mawar merah di dago kemarin', FLOWER_SHOP).plans[0] ?? null
    expect(prior?.filters).toHaveLength(2)
    const said = promptOf(aQuestion({ prior }))
    expect(said).not.toMatch(/Mawar|Dago/)
    expect(JSON.parse(said).previous.filters).toEqual([
      { dimension: 'product', op: 'eq', names: 1 },
      { dimension: 'branch', op: 'eq', names: 1 },
    ])
  })

  test.each([
    ['telepon 081234567890 ya', 'telepon … ya'],
    ['wa +62 812-3456-7890', 'wa …'],
    ['62812 3456 7890', '…'],
    ['omzet di atas 1.500.000', 'omzet di atas 1.500.000'],
    ['laku 5000000 tgl 01/11/2026', 'laku 5000000 tgl 01/11/2026'],
  ])('is no phone number: %s', (text, sent) => {
    expect(JSON.parse(promptOf(aQuestion({ text }))).question).toBe(sent)
  })

  test('is at most a thousand letters of it', () => {
    expect(JSON.parse(promptOf(aQuestion({ text: 'a'.repeat(4000) }))).question).toHaveLength(1000)
  })
})

describe('what comes back', () => {
  test('may leave out what is not said', async () => {
    const short = { kind: 'query', plans: [{ metric: 'units', aggregation: 'sum' }] }
    gemini.plays({ kind: 'json', value: short })
    const none = aModelTime({})
    expect(await askForPlans(aQuestion(), aDesk(model))).toMatchObject({
      value: aModelReading({ plans: [aModelPlan({ metric: 'units', time: none })] }),
    })
  })

  const bad = (changes: object) => ({ ...aModelReading(), ...changes })
  const badPlan = (changes: object) => bad({ plans: [{ ...aModelPlan(), ...changes }] })
  test.each<[string, unknown]>([
    ['a metric nobody has', badPlan({ metric: 'profit' })],
    ['a query in the database’s language', badPlan({ metric: 'select sum(revenue) from sale' })],
    ['a number as text', badPlan({ topN: '5' })],
    ['half a row', badPlan({ topN: 1.5 })],
    ['a figure in place of a plan', bad({ plans: [5_000_000] })],
    ['four plans', bad({ plans: Array.from({ length: 4 }, () => aModelPlan()) })],
    [
      'a mention as long as a letter',
      badPlan({ mentions: [{ dimension: 'product', said: 'x'.repeat(999) }] }),
    ],
    ['an answer in words', { answer: 'Omzet kemarin Rp 5.000.000' }],
    ['a list', [aModelReading()]],
    ['nothing', null],
  ])('%s is no reading', async (_, value) => {
    gemini.plays({ kind: 'json', value })
    expect(await askForPlans(aQuestion(), aDesk(model))).toMatchObject({
      ok: false,
      reason: 'malformed',
    })
  })

  test('kept and read again it is the same; kept by an older version it is not read', () => {
    expect(readKeptReading(JSON.stringify(aModelReading()))).toEqual(aModelReading())
    expect(readKeptReading('{"plans":[{"metric":"omzet"}]}')).toBeNull()
  })

  test('whatever JSON it is, it is a reading or a failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        gemini.plays({ kind: 'json', value })
        const called = await askForPlans(aQuestion(), aDesk(model))
        expect(
          called.ok ? readKeptReading(JSON.stringify(called.value)) : called.reason,
        ).toBeTruthy()
      }),
      { numRuns: 60 },
    )
  })
})

test('whatever bytes come back, no plan of a random answer breaks a rule', async () => {
  const text = 'fulus wingi piro'
  const rules = readQuestion(text, FLOWER_SHOP)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (body) => {
      gemini.plays({ kind: 'raw', status: 200, body })
      const fresh = aDesk(modelAt(gemini))
      const called = await askForPlans(aQuestion(), fresh)
      if (!called.ok) return
      const verdict = plansOfModel(called.value, { text, context: FLOWER_SHOP, rules })
      expect(verdict.ok ? verdict.read.plans.map(brokenRule) : []).not.toContain(expect.any(String))
    }),
    { numRuns: 60 },
  )
})

const index = indexNames(FLOWER_SHOP.catalogue)

/** A word of the question that is no name here; the names come as its translations, one by one. */
const pointerIn = (text: string): string => {
  const words = spokenWords(text, new Set())
  return (
    words.find((word) => word !== ';' && namesIn([word], index, () => false).length === 0) ??
    words.join(' ')
  )
}

const mentionsOf = (filters: readonly Filter[], text: string): readonly ModelMention[] =>
  filters.flatMap(({ dimension, op, values }) => {
    if (
      dimension !== 'product' &&
      dimension !== 'branch' &&
      dimension !== 'color' &&
      dimension !== 'category'
    )
      return []
    return values.map(
      (value): ModelMention => ({
        dimension,
        op: op === 'not' ? 'not' : 'is',
        said: pointerIn(text),
        translations: [value],
      }),
    )
  })

const hoursOf = (filters: readonly Filter[]): Pick<ModelPlan, 'hourFrom' | 'hourTo'> => {
  const hours = filters.find(({ dimension }) => dimension === 'hour')?.values.map(Number)
  return hours === undefined
    ? { hourFrom: null, hourTo: null }
    : { hourFrom: Math.min(...hours), hourTo: Math.max(...hours) + 1 }
}

const spanTime = (span: { from: string; to: string } | null) => {
  if (span === null) return aModelTime({})
  const { covered } = FLOWER_SHOP
  const isEver = span.from === covered?.from && span.to === covered?.to
  return aModelTime(isEver ? { kind: 'ever' } : { kind: 'dates', from: span.from, to: span.to })
}

/** The gold plan as a model would say it. */
const goldPlan = (gold: NonNullable<Asked['plans']>[number], text: string): ModelPlan => {
  const plan = gold as unknown as Plan
  return aModelPlan({
    metric: gold.metric === 'any' ? 'revenue' : plan.metric,
    aggregation: plan.aggregation,
    dimension: plan.dimension ?? 'none',
    across: plan.across ?? 'none',
    rankedBy: plan.rankedBy ?? 'figure',
    mentions: mentionsOf(gold.filters, text),
    weekdays: gold.filters.find(({ dimension }) => dimension === 'weekday')?.values ?? [],
    weekdayOp: gold.filters.some(({ dimension, op }) => dimension === 'weekday' && op === 'not')
      ? 'not'
      : 'is',
    ...hoursOf(gold.filters),
    time: spanTime(gold.time),
    comparison: plan.comparison ?? 'none',
    against: spanTime(gold.against),
    topN: gold.topN,
    having: gold.having,
  })
}

const leavesDaysOut = ({ filters }: { readonly filters: readonly Filter[] }): boolean =>
  filters.some(({ dimension, op }) => dimension === 'day' && op === 'not')

const contextOf = ({ prior }: Asked): AskContext => ({
  ...FLOWER_SHOP,
  prior: prior === undefined ? [] : readQuestion(prior, FLOWER_SHOP).plans,
})

describe('with a model that is always right', () => {
  test('every question of the set comes to exactly its plans', async () => {
    const missed: string[] = []
    const asked = questionSet().filter(
      ({ plans }) => plans !== undefined && !plans.some(leavesDaysOut),
    )
    for (const question of asked) {
      const { text } = question
      const context = contextOf(question)
      const rules = readQuestion(text, context)
      const plans = (question.plans ?? []).map((gold) => goldPlan(gold, text))
      const words = rules.unknown.map((said) => ({ said, role: 'talk' }))
      gemini.plays({ kind: 'json', value: { kind: 'query', plans, words } })
      const called = await askForPlans(
        { ...aQuestion(), text, unknown: rules.unknown, prior: context.prior[0] ?? null },
        aDesk(model),
      )
      const verdict = called.ok ? plansOfModel(called.value, { text, context, rules }) : null
      const isExact = verdict?.ok === true && verdictOn(question, verdict.read) === 'exact'
      if (!isExact) missed.push(`${text}: ${JSON.stringify(verdict)}`)
    }
    expect(asked.length).toBeGreaterThan(200)
    expect(missed).toEqual([])
  }, 60_000)

  test('days left out by their date are the rules’ alone: a model has no words for them', () => {
    const text = 'november kecuali tanggal 5 omsetnya'
    const rules = readQuestion(text, FLOWER_SHOP)
    expect(rules.plans.some(leavesDaysOut)).toBe(true)
    const whole = aModelReading({ plans: [aModelPlan()] })
    expect(plansOfModel(whole, { text, context: FLOWER_SHOP, rules })).toMatchObject({ ok: false })
  })

  test('every other subject is declined with its reason', () => {
    const declined = questionSet().filter(({ decline }) => decline !== undefined)
    for (const { text, decline } of declined) {
      const rules = readQuestion(text, FLOWER_SHOP)
      if (rules.kind === 'query') continue
      const reading = aModelReading({ kind: 'decline', reason: decline as 'not_sales', plans: [] })
      const verdict = plansOfModel(reading, { text, context: FLOWER_SHOP, rules })
      expect(verdict).toMatchObject({ ok: true, read: { kind: 'decline', reason: decline } })
    }
  })
})
