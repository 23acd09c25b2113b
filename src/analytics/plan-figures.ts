import {
  addDays,
  type Day,
  dayFromNumber,
  daysBetween,
  type Span,
  weekdayOf,
} from '../sales/day.ts'
import { addSums, NO_SUMS, type Sums } from '../sales/totals.ts'

/** Sums a plan asks for, with what only some files tell: receipts, and how many products. */
export type PlanSums = Sums & { readonly receipts: number; readonly products: number }

/** One line of an answer. `key`: a name, a day, or null for rows without a name. */
export type PlanGroup = { readonly key: string | Day | null; readonly sums: PlanSums }

export type Countable =
  | 'revenue'
  | 'units'
  | 'transactions'
  | 'aov'
  | 'avg_price'
  | 'units_per_order'
  | 'products_sold'

/** No line at all. */
export const NO_PLAN_SUMS: PlanSums = { ...NO_SUMS, receipts: 0, products: 0 }

const addPlanSums = (all: readonly PlanSums[]): PlanSums =>
  all.reduce<PlanSums>(
    (a, b) => ({
      ...addSums(a, b),
      receipts: a.receipts + b.receipts,
      products: a.products + b.products,
    }),
    NO_PLAN_SUMS,
  )

/**
 * A metric of some rows: minor units, thousandths or counts. Visits are receipts, or lines where the
 * files have none; null: nothing to divide by, which is no zero.
 */
export const figureOf = (metric: Countable, sums: PlanSums): number | null => {
  const visits = sums.receipts > 0 ? sums.receipts : sums.lines
  switch (metric) {
    case 'revenue':
      return sums.revenue
    case 'units':
      return sums.quantity
    case 'transactions':
      return visits
    case 'aov':
      return visits > 0 ? Math.round(sums.revenue / visits) : null
    case 'avg_price':
      return sums.quantity > 0 ? Math.round((sums.revenue * QUANTITY) / sums.quantity) : null
    case 'units_per_order':
      return visits > 0 ? Math.round(sums.quantity / visits) : null
    case 'products_sold':
      return sums.products
  }
}
/** Thousandths in one thing. */
const QUANTITY = 1000

/** Days put together into weekdays, weeks (by their Monday) or months (by their first day). */
export const rolledUp = (
  days: readonly { readonly day: Day; readonly sums: PlanSums }[],
  by: 'day' | 'weekday' | 'week' | 'month',
): readonly PlanGroup[] =>
  [...Map.groupBy(days, ({ day }) => KEYS[by](day))].map(([key, group]) => ({
    key,
    sums: addPlanSums(group.map(({ sums }) => sums)),
  }))

const KEYS: Readonly<Record<'day' | 'weekday' | 'week' | 'month', (day: Day) => string>> = {
  day: (day) => day,
  weekday: (day) => String(weekdayOf(day)),
  week: (day) => addDays(day, 1 - weekdayOf(day)),
  month: (day) => `${day.slice(0, 7)}-01`,
}

export const asDay = (key: string | number | null): Day => dayFromNumber(Number(key))

/** The middle one; of an even number the mean of both. */
export const middleOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[half - 1], sorted[half]]
  if (high === undefined) return null
  return sorted.length % 2 === 1 || low === undefined ? high : Math.round((low + high) / 2)
}

/** What a stretch's usual is taken from: so many days before it. */
export const USUAL_DAYS = 56

/**
 * What these days usually come to: for one day the mean of the same weekday in the eight weeks before,
 * for a stretch its number of days times the mean trading day. Null without any trading day before.
 */
export const usualFigure = (
  metric: Countable,
  before: readonly { readonly day: Day; readonly sums: PlanSums }[],
  span: Span,
): number | null => {
  const isDay = span.from === span.to
  const alike = isDay ? before.filter(({ day }) => weekdayOf(day) === weekdayOf(span.from)) : before
  if (alike.length === 0) return null
  const whole = figureOf(metric, addPlanSums(alike.map(({ sums }) => sums)))
  if (whole === null || !ADDED.has(metric)) return whole
  const days = isDay ? 1 : daysBetween(span.from, span.to) + 1
  return Math.round((whole / alike.length) * days)
}
const ADDED: ReadonlySet<Countable> = new Set(['revenue', 'units', 'transactions'])
