import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mainFigure, planLines } from '../../src/analytics/plan-rows.ts'
import { type PlanFound, plan as planned } from '../../src/flow/plan-insight.ts'
import { brokenRule } from '../../src/intent/ask/metrics.ts'
import {
  AGGREGATIONS,
  DIMENSIONS,
  type Dimension,
  type Filter,
  METRICS,
  type Metric,
  type Plan,
} from '../../src/intent/ask/plan.ts'
import { addDays, day, type Span, weekdayOf } from '../../src/sales/day.ts'
import { openReader, type Reader } from '../../src/store/store.ts'
import { aShop } from '../support/builders.ts'
import { type FlowerSale, flowerSales, writeFlowerYears } from '../support/flower-years.ts'
import { aFolder } from '../support/props.ts'

const shop = aShop()
const today = day('2026-11-22')
/** Ten days over a month's end: all weekdays, two weeks, two months. */
const SPAN = { from: day('2026-10-26'), to: day('2026-11-04') }
const folder = aFolder()
const databaseUrl = `file:${join(folder.path, 'flower.db')}`
let reader: Reader

beforeAll(async () => {
  await writeFlowerYears(databaseUrl, shop)
  reader = openReader(databaseUrl)
}, 60_000)
afterAll(async () => {
  await reader.close()
  folder[Symbol.dispose]()
})

const aPlan = (changes: Partial<Plan> = {}): Plan => ({
  metric: 'revenue',
  aggregation: 'sum',
  dimension: null,
  filters: [],
  time: { ...SPAN, partial: false, grain: 'days' },
  comparison: null,
  against: null,
  topN: null,
  having: null,
  ...changes,
})

const asked = (plan: Plan): Promise<PlanFound | null> => planned(reader, { shop, today, plan })

const figures = async (plan: Plan) => {
  const found = await asked(plan)
  if (found?.kind !== 'figures' || found.total === null)
    throw new Error(`no figures: ${plan.metric}`)
  return { ...found, plan, total: found.total }
}

/** The same figure counted again from the lines themselves. */
const counted = (metric: Metric, sales: readonly FlowerSale[], isDeep: boolean): number | null => {
  const sum = (of: (sale: FlowerSale) => number) => sales.reduce((all, sale) => all + of(sale), 0)
  const [revenue, units] = [sum((sale) => sale.revenue), sum((sale) => sale.quantity)]
  const visits = isDeep ? sales.length : new Set(sales.map(({ receipt }) => receipt)).size
  const counts: Readonly<Partial<Record<Metric, number>>> = {
    revenue,
    units: units * 1000,
    transactions: visits,
    aov: Math.round(revenue / visits),
    avg_price: Math.round(revenue / units),
    units_per_order: Math.round((units * 1000) / visits),
    products_sold: new Set(sales.map(({ product }) => product)).size,
  }
  return counts[metric] ?? null
}

const KEYS: Readonly<Record<Dimension, (sale: FlowerSale) => string>> = {
  product: (sale) => sale.product,
  branch: (sale) => sale.branch,
  color: (sale) => sale.color,
  category: (sale) => sale.category,
  day: (sale) => sale.day,
  weekday: (sale) => String(weekdayOf(sale.day)),
  hour: (sale) => String(sale.hour),
  week: (sale) => addDays(sale.day, 1 - weekdayOf(sale.day)),
  month: (sale) => `${sale.day.slice(0, 7)}-01`,
}
const DEEP: ReadonlySet<string> = new Set(['product', 'color', 'category'])

const COUNTED = METRICS.filter((metric) => counted(metric, flowerSales(SPAN), false) !== null)
const SUMMED = ['sum', 'list', 'distinct_count', 'count'] as const

describe('every metric by every dimension', () => {
  for (const metric of COUNTED) {
    test(`${metric} has the rows that the lines themselves come to`, async () => {
      const sales = flowerSales(SPAN)
      for (const dimension of DIMENSIONS) {
        const aggregation = SUMMED.find(
          (each) => brokenRule(aPlan({ metric, aggregation: each })) === null,
        )
        const plan = aPlan({ metric, dimension, aggregation: aggregation ?? 'list' })
        if (brokenRule(plan) !== null) continue
        const rows = planLines(await figures(plan), 'IDR')
        const wanted = [...Map.groupBy(sales, KEYS[dimension])].map(([key, group]) => [
          key,
          counted(metric, group, DEEP.has(dimension)),
        ])
        const got = rows.map(({ key, value }) => [key, value])
        expect(got.toSorted(), `${metric} by ${dimension}`).toEqual(wanted.toSorted())
      }
    })
  }

  test('is answered, or declined with a reason: none fails', { timeout: 60_000 }, async () => {
    let answered = 0
    for (const metric of METRICS) {
      for (const aggregation of AGGREGATIONS) {
        for (const dimension of [null, ...DIMENSIONS]) {
          const plan = aPlan({ metric, aggregation, dimension, topN: 3 })
          const broken = brokenRule(plan)
          if (broken !== null) {
            expect(broken).toContain(metric)
            continue
          }
          const found = await asked(plan)
          if (found === null) continue
          expect(found.kind, `${metric} ${aggregation} ${dimension}`).toBe('figures')
          if (found.kind !== 'figures' || found.total === null) continue
          const whole = { ...found, plan, total: found.total }
          const isSaid = mainFigure(whole) !== null || planLines(whole, 'IDR').length > 0
          expect(isSaid, `${metric} ${aggregation} ${dimension}`).toBe(true)
          answered += 1
        }
      }
    }
    expect(answered).toBeGreaterThan(300)
  })
})

describe('what must hold of every figure', () => {
  const branches = ['Dago', 'Setiabudi', 'Kemang']
  const filters: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({
      dimension: fc.constant('branch' as const),
      op: fc.constantFrom('in' as const, 'not' as const),
      values: fc.subarray(branches, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      dimension: fc.constant('product' as const),
      op: fc.constantFrom('in' as const, 'not' as const),
      values: fc.subarray(['Mawar Merah', 'Tulip', 'Lily Putih'], { minLength: 1 }),
    }),
    fc.record({
      dimension: fc.constant('hour' as const),
      op: fc.constant('in' as const),
      values: fc.subarray(['9', '12', '17'], { minLength: 1 }),
    }),
    fc.record({
      dimension: fc.constant('weekday' as const),
      op: fc.constantFrom('in' as const, 'not' as const),
      values: fc.subarray(['monday', 'saturday', 'sunday'], { minLength: 1 }),
    }),
    fc.record({
      dimension: fc.constant('day' as const),
      op: fc.constant('not' as const),
      values: fc.constantFrom(['2022-01-05'], ['2023-02-03', '2023-02-04']),
    }),
    fc.record({
      dimension: fc.constant('category' as const),
      op: fc.constant('eq' as const),
      values: fc.constantFrom(['Buket'], ['Bunga Potong']),
    }),
  )
  const spans: fc.Arbitrary<Span> = fc
    .tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 20 }))
    .map(([start, length]) => {
      const from = addDays(day('2022-01-01'), start)
      return { from, to: addDays(from, length) }
    })
  const metrics = fc.constantFrom('revenue' as const, 'units' as const)
  const totalOf = async (plan: Plan): Promise<number> => {
    const found = await asked(plan)
    if (found?.kind !== 'figures') throw new Error('no figures')
    return found.total === null ? 0 : (mainFigure({ ...found, plan, total: found.total }) ?? 0)
  }
  const during = (span: Span) => ({ ...span, partial: false, grain: 'days' as const })

  test('another condition never makes a total larger', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        metrics,
        spans,
        fc.array(filters, { maxLength: 2 }),
        filters,
        async (metric, span, some, more) => {
          const time = during(span)
          const wide = await totalOf(aPlan({ metric, time, filters: some }))
          const narrow = await totalOf(aPlan({ metric, time, filters: [...some, more] }))
          expect(narrow).toBeLessThanOrEqual(wide)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('branches, hours and categories each add up to the whole', { timeout: 60_000 }, async () => {
    const by = fc.constantFrom(
      'branch' as const,
      'hour' as const,
      'category' as const,
      'product' as const,
    )
    await fc.assert(
      fc.asyncProperty(metrics, spans, by, async (metric, span, dimension) => {
        const plan = aPlan({ metric, time: during(span), dimension })
        const found = await asked(plan)
        if (found?.kind !== 'figures' || found.total === null) throw new Error('no figures')
        const rows = planLines({ ...found, plan, total: found.total }, 'IDR')
        const sum = rows.reduce((all, { value }) => all + value, 0)
        expect(sum).toBe(await totalOf({ ...plan, dimension: null }))
      }),
      { numRuns: 40 },
    )
  })

  test('what did not sell at all is told from what the shop has', async () => {
    const sunday = day('2026-11-15')
    const plan = aPlan({
      metric: 'units',
      aggregation: 'list',
      dimension: 'product',
      time: during({ from: sunday, to: sunday }),
      filters: [{ dimension: 'hour', op: 'eq', values: ['17'] }],
      having: { op: 'lte', value: 0 },
    })
    const sold = new Set(
      flowerSales({ from: sunday, to: sunday })
        .filter(({ hour }) => hour === 17)
        .map(({ product }) => product),
    )
    const rows = planLines(await figures(plan), 'IDR').map(({ key }) => key)
    expect(rows.length).toBe(8 - sold.size)
    expect(rows.filter((name) => sold.has(name ?? ''))).toEqual([])
  })
})
