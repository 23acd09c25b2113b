import { describe, expect, test } from 'vitest'
import { type PlanSums, rolledUp } from '../../src/analytics/plan-figures.ts'
import {
  lastSold,
  mainFigure,
  type PlanFigures,
  planLines,
  tableRows,
} from '../../src/analytics/plan-rows.ts'
import type { Plan } from '../../src/intent/ask/plan.ts'
import { addDays, day } from '../../src/sales/day.ts'

const monday = day('2026-03-02')
const sums = (revenue: number): PlanSums => ({
  lines: 1,
  quantity: 1000,
  revenue,
  refundLines: 0,
  refunds: 0,
  receipts: 1,
  products: 1,
})
/** Two weeks: 100 on every Monday, 20 on the days after it. */
const days = Array.from({ length: 14 }, (_, at) => ({
  day: addDays(monday, at),
  sums: sums(at % 7 === 0 ? 100 : 20),
}))
const found = (plan: Partial<Plan>, change: Partial<PlanFigures> = {}): PlanFigures => ({
  plan: {
    metric: 'revenue',
    aggregation: 'sum',
    dimension: null,
    filters: [],
    time: null,
    comparison: null,
    against: null,
    topN: null,
    having: null,
    ...plan,
  },
  metric: 'revenue',
  span: { from: monday, to: addDays(monday, 13) },
  total: sums(440),
  groups: [],
  days,
  whole: null,
  against: null,
  usual: null,
  ...change,
})
const valuesOf = (figures: PlanFigures) =>
  planLines(figures, 'JPY').map(({ key, value }) => [key, value])

describe('a mean of what comes again every week or day', () => {
  test('a Monday on average is the mean of the Mondays, and all of them that of a day', () => {
    const figures = found(
      { aggregation: 'avg', dimension: 'weekday' },
      { groups: rolledUp(days, 'weekday') },
    )
    expect(valuesOf(figures).slice(0, 2)).toEqual([
      ['1', 100],
      ['2', 20],
    ])
    expect(mainFigure(figures)).toBe(Math.round(440 / 14))
  })

  test('an hour on average is what it brings in a day', () => {
    const groups = [
      { key: '9', sums: sums(140) },
      { key: '10', sums: sums(300) },
    ]
    const figures = found({ aggregation: 'avg', dimension: 'hour' }, { groups })
    expect(valuesOf(figures)).toEqual([
      ['9', 10],
      ['10', Math.round(300 / 14)],
    ])
    expect(mainFigure(figures)).toBe(Math.round(440 / 28))
  })

  test('a day on average in each branch adds up to a day of the shop', () => {
    const groups = [
      { key: 'Dago', sums: sums(300) },
      { key: 'Kemang', sums: sums(140) },
    ]
    const figures = found({ aggregation: 'avg_per_day', dimension: 'branch' }, { groups })
    expect(valuesOf(figures)).toEqual([
      ['Dago', Math.round(300 / 14)],
      ['Kemang', 10],
    ])
  })
})

describe('the last time', () => {
  const latest = (having: Plan['having']) =>
    lastSold(found({ aggregation: 'latest', dimension: 'day', having }), 'JPY')

  test('is the last day with sales', () => {
    expect(latest(null)?.day).toBe(addDays(monday, 13))
  })

  test('of a bound is the last day that kept it, with its figure', () => {
    expect(latest({ op: 'gt', value: 50 })).toMatchObject({ day: addDays(monday, 7), value: 100 })
    expect(latest({ op: 'gt', value: 500 })).toBeNull()
  })
})

describe('a ranking by change', () => {
  const groupsOf = (figures: Readonly<Record<string, number>>) =>
    Object.entries(figures).map(([key, revenue]) => ({ key, sums: sums(revenue) }))
  const now = groupsOf({ Tulip: 300, Mawar: 100, Lily: 50, Anggrek: 40 })
  const before = groupsOf({ Tulip: 100, Mawar: 350, Anggrek: 40, Kaktus: 20 })
  const against = {
    span: { from: addDays(monday, -14), to: addDays(monday, -1) },
    total: sums(510),
  }
  const moved = (plan: Partial<Plan>, change: Partial<PlanFigures> = {}) =>
    valuesOf(
      found(
        { rankedBy: 'change', dimension: 'product', comparison: 'previous_period', ...plan },
        { groups: now, before, against, ...change },
      ),
    )

  test('shows risers by how far they rose, what is new among them', () => {
    expect(moved({ aggregation: 'rank_desc' })).toEqual([
      ['Tulip', 200],
      ['Lily', 50],
    ])
  })

  test('shows fallers by how far they fell, what sold nothing any more among them', () => {
    expect(moved({ aggregation: 'rank_asc' })).toEqual([
      ['Mawar', -250],
      ['Kaktus', -20],
    ])
    expect(moved({ aggregation: 'rank_asc', topN: 1 })).toEqual([['Mawar', -250]])
  })

  test('shows both ways of names that were given', () => {
    const filters = [{ dimension: 'product', op: 'in', values: ['Tulip', 'Mawar'] }] as const
    const named = (all: readonly { key: string; sums: PlanSums }[]) => all.slice(0, 2)
    const given = { groups: named(now), before: named(before) }
    expect(moved({ aggregation: 'rank_desc', filters }, given)).toEqual([
      ['Tulip', 200],
      ['Mawar', -250],
    ])
  })

  test('is empty beside a stretch without sales: nothing rose from nothing', () => {
    const nothing = { before: [], against: { ...against, total: null } }
    expect(moved({ aggregation: 'rank_desc' }, nothing)).toEqual([])
  })

  test('leaves out a mean that had nothing to be a mean of', () => {
    const things = (revenue: number, quantity: number): PlanSums => ({ ...sums(revenue), quantity })
    const prices = {
      metric: 'avg_price',
      groups: [
        { key: 'Tulip', sums: things(300, 2000) },
        { key: 'Lily', sums: things(50, 1000) },
      ],
      before: [{ key: 'Tulip', sums: things(100, 1000) }],
    } as const
    expect(moved({ metric: 'avg_price', aggregation: 'rank_desc' }, prices)).toEqual([
      ['Tulip', 50],
    ])
  })
})

describe('a table', () => {
  const groups = ['A', 'B', 'C', 'D', 'E', 'F'].map((key, i) => ({ key, sums: sums(60 - i * 10) }))
  const table = [
    { key: 'Dago', groups },
    { key: 'Kemang', groups: groups.slice(0, 1) },
    { key: 'Setiabudi', groups: [] },
  ]
  const rows = (plan: Partial<Plan>) =>
    tableRows(found({ dimension: 'product', across: 'branch', ...plan }, { table }), 'JPY').map(
      ({ key, lines, more }) => [key, lines.map((line) => line.key).join(''), more],
    )

  test('cuts each row to a line and says how many did not fit; an empty row is left out', () => {
    expect(rows({})).toEqual([
      ['Dago', 'ABCD', 2],
      ['Kemang', 'A', 0],
    ])
  })

  test('ranks and bounds within each row', () => {
    expect(rows({ aggregation: 'rank_asc', topN: 2 })[0]).toEqual(['Dago', 'FE', 0])
    expect(rows({ having: { op: 'gte', value: 60 } })).toEqual([
      ['Dago', 'A', 0],
      ['Kemang', 'A', 0],
    ])
  })
})
