import { describe, expect, test } from 'vitest'
import { type PlanSums, rolledUp } from '../../src/analytics/plan-figures.ts'
import {
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
