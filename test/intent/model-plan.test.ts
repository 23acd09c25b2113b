import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenRule } from '../../src/intent/ask/metrics.ts'
import { plansOfModel } from '../../src/intent/ask/model-plan.ts'
import type { ModelReading } from '../../src/intent/ask/model-reading.ts'
import type { ModelTime } from '../../src/intent/ask/model-time.ts'
import {
  AGGREGATIONS,
  type AskReading,
  COMPARISONS,
  DIMENSIONS,
  METRICS,
  type Plan,
} from '../../src/intent/ask/plan.ts'
import { readQuestion } from '../../src/intent/ask/read-question.ts'
import { FLOWER_SHOP } from '../bench/question-set.ts'
import { aModelPlan, aModelReading, aModelTime } from '../support/model-plan.ts'

// Sunday 22 November 2026, as FLOWER_SHOP says.
const verdict = (text: string, reading: ModelReading, prior: readonly Plan[] = []) => {
  const context = { ...FLOWER_SHOP, prior }
  return plansOfModel(reading, { text, context, rules: readQuestion(text, context) })
}

const readOf = (text: string, reading: ModelReading, prior: readonly Plan[] = []): AskReading => {
  const found = verdict(text, reading, prior)
  if (!found.ok) throw new Error(`refused: ${found.why}`)
  return found.read
}

/** The one plan of a reading that takes every strange word for small talk. */
const planOf = (
  text: string,
  changes: Parameters<typeof aModelPlan>[0],
  prior: readonly Plan[] = [],
) => {
  const { unknown } = readQuestion(text, { ...FLOWER_SHOP, prior })
  const words = unknown.map((said) => ({ said, role: 'talk' }) as const)
  return readOf(text, aModelReading({ words, plans: [aModelPlan(changes)] }), prior).plans[0]
}

const whyNot = (text: string, reading: ModelReading): string => {
  const found = verdict(text, reading)
  return found.ok ? 'accepted' : found.why
}

const product = (said: string, ...translations: readonly string[]) =>
  ({ dimension: 'product', op: 'is', said, translations }) as const

describe('a period that is only named', () => {
  test.each<[string, Partial<ModelTime>, string, string]>([
    ['yesterday', { kind: 'unit', unit: 'day', offset: -1 }, '2026-11-21', '2026-11-21'],
    ['this month', { kind: 'unit', unit: 'month', offset: 0 }, '2026-11-01', '2026-11-22'],
    ['last week', { kind: 'unit', unit: 'week', offset: -1 }, '2026-11-09', '2026-11-15'],
    ['two quarters ago', { kind: 'unit', unit: 'quarter', offset: -2 }, '2026-04-01', '2026-06-30'],
    ['last 30 days', { kind: 'running', unit: 'day', count: 30 }, '2026-10-24', '2026-11-22'],
    [
      '1-10 march',
      { kind: 'dates', from: '2026-03-01', to: '2026-03-10' },
      '2026-03-01',
      '2026-03-10',
    ],
    ['monday', { kind: 'weekday', weekday: 'monday' }, '2026-11-16', '2026-11-16'],
    [
      'monday last week',
      { kind: 'weekday', weekday: 'monday', offset: -1 },
      '2026-11-09',
      '2026-11-09',
    ],
    ['lebaran', { kind: 'feast', name: 'Lebaran' }, '2026-03-21', '2026-03-22'],
    [
      'last year’s lebaran',
      { kind: 'feast', name: 'lebaran', offset: -1 },
      '2025-03-31',
      '2025-04-01',
    ],
    ['ever', { kind: 'ever' }, '2022-01-01', '2026-11-21'],
  ])('%s', (_, time, from, to) => {
    expect(planOf('brp duit', { time: aModelTime(time) })?.time).toMatchObject({ from, to })
  })

  test('whole months said as dates are compared with whole months', () => {
    const time = aModelTime({ kind: 'dates', from: '2026-10-01', to: '2026-10-31' })
    expect(planOf('brp duit', { time })?.time?.grain).toBe('month')
  })

  test('none at all is this month, and says so', () => {
    const read = readOf(
      'brp duit',
      aModelReading({ plans: [aModelPlan({ time: aModelTime({}) })] }),
    )
    expect(read.assumptions).toEqual(['month_to_date'])
    expect(read.plans[0]?.time).toMatchObject({ from: '2026-11-01', to: '2026-11-22' })
  })
})

describe('names', () => {
  test('are pointed at in the question and found in the shop', () => {
    expect(
      planOf('duit dari mawar merah', { mentions: [product('mawar merah')] })?.filters,
    ).toEqual([{ dimension: 'product', op: 'eq', values: ['Mawar Merah'] }])
  })

  test('of other languages come as translations', () => {
    const mentions = [product('sunflowers', 'bunga matahari')]
    expect(planOf('how about them sunflowers', { mentions })?.filters).toEqual([
      { dimension: 'product', op: 'eq', values: ['Bunga Matahari'] },
    ])
  })

  test('with a slip are mended, and it says so', () => {
    const read = readOf(
      'duit tullip',
      aModelReading({ plans: [aModelPlan({ mentions: [product('tullip')] })] }),
    )
    expect(read.plans[0]?.filters).toEqual([{ dimension: 'product', op: 'eq', values: ['Tulip'] }])
    expect(read.assumptions).toContain('spelling')
  })

  test('that the shop does not have are asked back, never left out', () => {
    const words = [{ said: 'kaktus', role: 'name' }] as const
    const plans = [aModelPlan({ mentions: [product('kaktus', 'cactus')] })]
    const read = readOf('penjualan kaktus kemarin', aModelReading({ words, plans }))
    expect(read).toMatchObject({
      kind: 'clarify',
      reason: 'product',
      plans: [],
      unknown: ['kaktus'],
    })
  })

  test('a longer name than the shop has is another thing', () => {
    const plans = [aModelPlan({ mentions: [product('mawar hitam')] })]
    const words = [{ said: 'hitam', role: 'name' }] as const
    expect(readOf('penjualan mawar hitam kemarin', aModelReading({ words, plans })).kind).toBe(
      'clarify',
    )
  })

  test('left out with not', () => {
    const mentions = [{ ...product('tulip'), op: 'not' as const }]
    expect(planOf('duit selain tulip', { mentions })?.filters).toEqual([
      { dimension: 'product', op: 'not', values: ['Tulip'] },
    ])
  })
})

test('a follow-up keeps what is not said', () => {
  const prior = readQuestion('omzet mawar merah minggu lalu', FLOWER_SHOP).plans
  const yesterday = planOf('lha wingi piye', { follows: true }, prior)
  expect(yesterday?.filters).toEqual([{ dimension: 'product', op: 'eq', values: ['Mawar Merah'] }])
  expect(yesterday?.time).toMatchObject({ from: '2026-11-21', to: '2026-11-21' })
  const tulip = planOf(
    'lha tulip piye',
    { follows: true, time: aModelTime({}), mentions: [product('tulip')] },
    prior,
  )
  expect(tulip?.filters).toEqual([{ dimension: 'product', op: 'eq', values: ['Tulip'] }])
  expect(tulip?.time).toMatchObject({ from: '2026-11-09', to: '2026-11-15' })
})

test('words taken for nothing or for a way of asking are said back as they were typed', () => {
  const words = [
    { said: 'FULUS Rp 999.999', role: 'asking' },
    { said: 'sampeyan', role: 'talk' },
  ] as const
  const found = verdict('sampeyan fulus kemarin', aModelReading({ words }))
  expect(found).toMatchObject({ ok: true, taken: { asking: ['fulus'], ignored: ['sampeyan'] } })
})

describe('what is not borne out refuses the whole reading', () => {
  const plan = (changes: Parameters<typeof aModelPlan>[0]) =>
    aModelReading({ plans: [aModelPlan(changes)] })
  const time = (changes: Partial<ModelTime>) => plan({ time: aModelTime(changes) })

  test.each<[string, string, ModelReading, string]>([
    [
      'a strange word passed over',
      'penjualan kaktus kemarin',
      aModelReading(),
      'a word of the question was passed over',
    ],
    [
      'a strange word called a name and then not asked for',
      'penjualan kaktus kemarin',
      aModelReading({ words: [{ said: 'kaktus', role: 'name' }] }),
      'a name was seen and not asked for',
    ],
    [
      'a strange word called a period without one',
      'penjualan selapan',
      aModelReading({
        words: [{ said: 'selapan', role: 'time' }],
        plans: [aModelPlan({ time: aModelTime({}) })],
      }),
      'a period was seen and not asked for',
    ],
    [
      'a mention nobody said',
      'duit kemarin',
      plan({ mentions: [product('tulip')] }),
      'a mention nobody said',
    ],
    [
      'a mention smuggled in as a translation',
      'duit kemarin',
      plan({ mentions: [product('duit tulip', 'tulip')] }),
      'a mention nobody said',
    ],
    [
      'a name of the shop left out',
      'gimana nasib mawar merah',
      aModelReading({ words: [{ said: 'nasib', role: 'talk' }] }),
      'a name of the shop was left out',
    ],
    ['a period left out', 'cuan kemarin', time({}), 'a period was left out'],
    ['topN of 1000', 'barang apa', plan({ topN: 1000 }), 'topN out of range'],
    ['topN of 0', 'barang apa', plan({ topN: 0 }), 'topN out of range'],
    [
      'a bound nobody said',
      'cabang di atas 5 juta',
      plan({ having: { op: 'gt', value: 1 } }),
      'a bound nobody said',
    ],
    ['half a stretch of hours', 'jam 3', plan({ hourFrom: 3 }), 'half a stretch of hours'],
    ['an hour that is none', 'jam 30', plan({ hourFrom: 3, hourTo: 30 }), 'hours out of range'],
    [
      'days to come of what was sold',
      'duit',
      time({ kind: 'unit', unit: 'week', offset: 1 }),
      'days to come asked of what was sold',
    ],
    [
      'a forecast of days gone by',
      'ramalan',
      plan({
        metric: 'forecast_units',
        aggregation: 'forecast',
        time: aModelTime({ kind: 'unit', unit: 'day', offset: -1 }),
      }),
      'a forecast of days gone by',
    ],
    [
      'a range over three years',
      'duit',
      time({ kind: 'dates', from: '2020-01-01', to: '2026-01-01' }),
      'a period too long',
    ],
    [
      'a period back to front',
      'duit',
      time({ kind: 'dates', from: '2026-02-01', to: '2026-01-01' }),
      'a period that ends before it begins',
    ],
    [
      'the 31st of February',
      'duit',
      time({ kind: 'dates', from: '2026-02-31' }),
      'no such period: dates',
    ],
    [
      'an offset of a million',
      'duit',
      time({ kind: 'unit', unit: 'day', offset: -1_000_000 }),
      'no such period: unit',
    ],
    [
      'a count below one',
      'duit',
      time({ kind: 'running', unit: 'day', count: 0 }),
      'no such period: running',
    ],
    [
      'a feast nobody has',
      'duit',
      time({ kind: 'feast', name: 'festivus' }),
      'no such period: feast',
    ],
    [
      'an average price added up',
      'duit',
      plan({ metric: 'avg_price', aggregation: 'sum' }),
      'avg_price has no sum',
    ],
    [
      'a share of something without parts',
      'duit',
      plan({ metric: 'aov', aggregation: 'share' }),
      'aov has no share',
    ],
    [
      'two names compared that are one',
      'duit',
      plan({ comparison: 'between_values' }),
      'a comparison of names without two of them',
    ],
    [
      'a comparison with a stretch nobody named',
      'duit',
      plan({ comparison: 'between_periods' }),
      'no such period: none',
    ],
    [
      'stock compared with another period',
      'stok',
      plan({ metric: 'stock_on_hand', aggregation: 'list', comparison: 'previous_period' }),
      'a comparison without a period',
    ],
    ['no plan at all', 'duit', aModelReading({ plans: [] }), 'no plan'],
    ['unsure', 'duit', aModelReading({ kind: 'unsure' }), 'unsure'],
    [
      'a no without a reason',
      'duit kaktus',
      aModelReading({ kind: 'decline' }),
      'declined without a reason',
    ],
    [
      'a no where the rules know an answer',
      'omzet kemarin',
      aModelReading({ kind: 'decline', reason: 'not_sales' }),
      'declined what the rules can answer',
    ],
  ])('%s', (_, text, reading, why) => {
    expect(whyNot(text, reading)).toContain(why)
  })
})

test('a decline gives its reason where the rules had none', () => {
  const reading = aModelReading({ kind: 'decline', reason: 'no_staff_data', plans: [] })
  expect(readOf('si udin rajin gak jualnya ngab xyz', reading)).toMatchObject({
    kind: 'decline',
    reason: 'no_staff_data',
  })
})

const anyTime = fc.record({
  kind: fc.constantFrom('none', 'unit', 'running', 'coming', 'dates', 'weekday', 'feast', 'ever'),
  unit: fc.constantFrom(null, 'day', 'week', 'month', 'quarter', 'half', 'year'),
  offset: fc.option(fc.integer()),
  count: fc.option(fc.integer()),
  from: fc.option(fc.constantFrom('2026-11-01', '2031-01-01', '1999-02-30', 'kemarin')),
  to: fc.option(fc.constantFrom('2026-11-30', '2026-01-01', '2999-12-31', '')),
  weekday: fc.constantFrom(null, 'monday', 'sunday'),
  name: fc.constantFrom(null, 'lebaran', 'natal'),
}) as fc.Arbitrary<ModelTime>

const anyReading = fc.record({
  kind: fc.constantFrom('query', 'decline', 'unsure'),
  reason: fc.constantFrom('none', 'not_sales', 'no_cost_data'),
  words: fc.array(
    fc.record({
      said: fc.constantFrom('kaktus', 'mawar', 'duit', 'Rp 5.000.000'),
      role: fc.constantFrom('name', 'time', 'asking', 'talk'),
    }),
    { maxLength: 3 },
  ),
  plans: fc.array(
    fc.record({
      metric: fc.constantFrom(...METRICS),
      rankedBy: fc.constantFrom('figure', 'change'),
      aggregation: fc.constantFrom(...AGGREGATIONS),
      dimension: fc.constantFrom('none', ...DIMENSIONS),
      across: fc.constantFrom('none', ...DIMENSIONS),
      mentions: fc.array(
        fc.record({
          dimension: fc.constantFrom('product', 'branch', 'color', 'category'),
          op: fc.constantFrom('is', 'not'),
          said: fc.constantFrom('kaktus', 'mawar', 'mawar merah', 'dago', '', 'anything else'),
          translations: fc.array(fc.constantFrom('tulip', 'cactus', 'lily putih'), {
            maxLength: 2,
          }),
        }),
        { maxLength: 2 },
      ),
      weekdays: fc.array(fc.constantFrom('monday', 'sunday'), { maxLength: 2 }),
      weekdayOp: fc.constantFrom('is', 'not'),
      hourFrom: fc.option(fc.integer({ min: -3, max: 30 })),
      hourTo: fc.option(fc.integer({ min: -3, max: 30 })),
      time: anyTime,
      comparison: fc.constantFrom('none', ...COMPARISONS),
      against: anyTime,
      topN: fc.option(fc.integer({ min: -5, max: 2000 })),
      having: fc.option(fc.record({ op: fc.constantFrom('lt', 'gt'), value: fc.integer() })),
      follows: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
}) as fc.Arbitrary<ModelReading>

test('whatever a model says, only plans that keep every rule come of it', () => {
  const texts = fc.constantFrom(
    'penjualan kaktus kemarin',
    'duit mawar merah di dago',
    'ngab gimana',
    'cabang di atas 5 juta',
  )
  const names = new Set([
    ...FLOWER_SHOP.catalogue.products,
    ...FLOWER_SHOP.catalogue.branches,
    ...FLOWER_SHOP.catalogue.colors,
    ...FLOWER_SHOP.catalogue.categories,
  ])
  fc.assert(
    fc.property(anyReading, texts, (reading, text) => {
      const found = verdict(text, reading)
      if (!found.ok || found.read.kind !== 'query') return
      expect(found.read.plans.length).toBeGreaterThan(0)
      for (const plan of found.read.plans) {
        expect(brokenRule(plan)).toBeNull()
        expect(plan.topN === null || (plan.topN >= 1 && plan.topN <= 20)).toBe(true)
        expect(plan.having === null || [0, 5_000_000].includes(plan.having.value)).toBe(true)
        const named = plan.filters.filter(
          ({ dimension }) => dimension !== 'weekday' && dimension !== 'hour',
        )
        expect(named.flatMap(({ values }) => values).every((value) => names.has(value))).toBe(true)
        // An unknown plant never becomes the total of all plants in silence.
        const isSaid = [...found.taken.asking, ...found.taken.ignored].includes('kaktus')
        if (text.includes('kaktus')) expect(isSaid).toBe(true)
        if (text.includes('mawar')) {
          const isKept =
            plan.dimension === 'product' ||
            found.read.plans.some((each) =>
              each.filters.some(({ values }) => values.includes('Mawar Merah')),
            )
          expect(isKept || found.read.plans.some(({ dimension }) => dimension === 'product')).toBe(
            true,
          )
        }
      }
    }),
    { numRuns: 3000 },
  )
})
