import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  figureOf,
  middleOf,
  type PlanSums,
  rolledUp,
  usualFigure,
} from '../../src/analytics/plan-figures.ts'
import { addDays, day, weekdayOf } from '../../src/sales/day.ts'

const sums = (change: Partial<PlanSums> = {}): PlanSums => ({
  lines: 10,
  quantity: 25_000,
  revenue: 500_000,
  refundLines: 0,
  refunds: 0,
  receipts: 4,
  products: 3,
  ...change,
})
const monday = day('2026-03-02')
const daysFrom = (count: number, revenueOf: (at: number) => number) =>
  Array.from({ length: count }, (_, at) => ({
    day: addDays(monday, at),
    sums: sums({ revenue: revenueOf(at) }),
  }))

describe('a figure of some sales', () => {
  test.for([
    ['revenue', 500_000],
    ['units', 25_000],
    ['transactions', 4],
    ['aov', 125_000],
    // 500,000 minor units for 25 things.
    ['avg_price', 20_000],
    ['units_per_order', 6250],
    ['products_sold', 3],
  ] as const)('%s is %i', ([metric, expected]) => {
    expect(figureOf(metric, sums())).toBe(expected)
  })

  test('without receipts a line is a visit', () => {
    expect(figureOf('transactions', sums({ receipts: 0 }))).toBe(10)
    expect(figureOf('aov', sums({ receipts: 0 }))).toBe(50_000)
    expect(figureOf('units_per_order', sums({ receipts: 0 }))).toBe(2500)
  })

  test('nothing to divide by is no figure, not zero', () => {
    const nothing = sums({ lines: 0, receipts: 0, quantity: 0, revenue: 0 })
    for (const metric of ['aov', 'avg_price', 'units_per_order'] as const) {
      expect(figureOf(metric, nothing)).toBeNull()
    }
    expect(figureOf('transactions', nothing)).toBe(0)
  })
})

describe('days put together', () => {
  const days = daysFrom(35, (at) => at + 1)

  test('into weeks by their Monday', () => {
    expect(rolledUp(days, 'week').map(({ key }) => key)).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
      '2026-03-30',
    ])
  })

  test('into months by their first day', () => {
    expect(rolledUp(days, 'month').map(({ key, sums: { revenue } }) => [key, revenue])).toEqual([
      ['2026-03-01', (30 * 31) / 2],
      ['2026-04-01', 31 + 32 + 33 + 34 + 35],
    ])
  })

  test('a Sunday belongs to the week of the Monday before it', () => {
    const sunday = { day: day('2026-03-08'), sums: sums() }
    expect(rolledUp([sunday], 'week')[0]?.key).toBe('2026-03-02')
  })

  test('the parts come to the whole, however they are put together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e6, max: 1e9 }), { maxLength: 80 }),
        fc.constantFrom('day', 'weekday', 'week', 'month' as const),
        (values, by) => {
          const all = daysFrom(values.length, (at) => values[at] ?? 0)
          const parts = rolledUp(all, by as 'day')
          const whole = values.reduce((a, b) => a + b, 0)
          expect(parts.reduce((sum, part) => sum + part.sums.revenue, 0)).toBe(whole)
          expect(parts.reduce((sum, part) => sum + part.sums.receipts, 0)).toBe(4 * values.length)
        },
      ),
    )
  })
})

test.for([
  [[], null],
  [[7], 7],
  [[9, 1, 5], 5],
  [[10, 1, 2, 20], 6],
] as const)('the middle of %j is %s', ([values, expected]) => {
  expect(middleOf(values)).toBe(expected)
})

describe('what is usual', () => {
  const eightWeeks = daysFrom(56, (at) => (at % 7 === 5 ? 900_000 : 300_000))
  const saturday = day('2026-05-02')

  test('a Saturday is held against Saturdays', () => {
    expect(weekdayOf(saturday)).toBe(6)
    expect(usualFigure('revenue', eightWeeks, { from: saturday, to: saturday })).toBe(900_000)
  })

  test('a stretch is held against as many trading days', () => {
    const span = { from: day('2026-04-27'), to: day('2026-05-06') }
    expect(usualFigure('revenue', eightWeeks, span)).toBe(
      Math.round(((6 * 300_000 + 900_000) / 7) * 10),
    )
  })

  test('a ratio is not multiplied by days', () => {
    const span = { from: day('2026-04-27'), to: day('2026-05-06') }
    const whole = (8 * (6 * 300_000 + 900_000)) / (56 * 4)
    expect(usualFigure('aov', eightWeeks, span)).toBe(Math.round(whole))
  })

  test('a shop that never traded before has no usual', () => {
    expect(usualFigure('revenue', [], { from: saturday, to: saturday })).toBeNull()
    const mondays = daysFrom(1, () => 5)
    expect(usualFigure('revenue', mondays, { from: saturday, to: saturday })).toBeNull()
  })
})
