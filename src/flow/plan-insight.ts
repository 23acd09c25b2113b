import {
  asDay,
  type Countable,
  type PlanGroup,
  type PlanSums,
  rolledUp,
  USUAL_DAYS,
  usualFigure,
} from '../analytics/plan-figures.ts'
import type { Dimension, Filter, Metric, Plan } from '../intent/ask/plan.ts'
import { weekdayNumber } from '../intent/ask/slots.ts'
import { monthsBefore } from '../intent/ask/times.ts'
import { addDays, type Day, daysBetween, type Span, weekdayOf } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { PlanQuery, PlanRow, PlanWhere } from '../store/plan-sums.ts'
import type { Reader } from '../store/store.ts'
import type { Coverage } from '../store/sums.ts'

export type PlanAsked = {
  readonly shop: Shop
  readonly today: Day
  readonly plan: Plan
  /** Only these branches; absent: the whole shop. */
  readonly branches?: readonly string[]
}

/** What a plan comes to. `impossible`: the totals do not keep what is asked for. */
export type PlanFound =
  | { readonly kind: 'none' }
  | { readonly kind: 'impossible'; readonly needs: 'hours' | 'categories' | 'money' | 'quantity' }
  | {
      readonly kind: 'figures'
      readonly metric: Countable
      readonly coverage: Coverage
      /** The days answered for; an unfinished stretch ends with the last day there is. */
      readonly span: Span
      /** Null: nothing sold in it. */
      readonly total: PlanSums | null
      readonly groups: readonly PlanGroup[]
      /** Day by day, for medians and averages. */
      readonly days: readonly { readonly day: Day; readonly sums: PlanSums }[]
      /** The same rows without filters, for a share. */
      readonly whole: PlanSums | null
      readonly against: { readonly span: Span; readonly total: PlanSums | null } | null
      readonly usual: number | null
    }

const COUNTABLE: ReadonlySet<Metric> = new Set<Countable>([
  'revenue',
  'units',
  'transactions',
  'aov',
  'avg_price',
  'units_per_order',
  'products_sold',
])
const isCountable = (metric: Metric): metric is Countable => COUNTABLE.has(metric)

/** Computes a plan from the shop's daily totals; null for metrics that other commands answer. */
export const plan = async (reader: Reader, asked: PlanAsked): Promise<PlanFound | null> => {
  const { shop, plan: wanted } = asked
  const { metric } = wanted
  if (!isCountable(metric)) return null
  const coverage = await reader.coverage(shop.id)
  if (!coverage || wanted.time === null) return { kind: 'none' }
  const needs = missing(wanted, coverage)
  if (needs !== null) return { kind: 'impossible', needs }
  const span = answered(wanted.time, coverage, asked.today)
  const days = await daysIn(reader, asked, span)
  const total = await totalOf(reader, asked, span)
  const other = otherSpan(wanted, span)
  return {
    kind: 'figures',
    metric,
    coverage,
    span,
    total,
    days,
    groups: await groupsOf(reader, asked, { span, days }),
    whole: wanted.aggregation === 'share' ? await totalOf(reader, withoutGoods(asked), span) : null,
    against: other && { span: other, total: await totalOf(reader, asked, other) },
    usual: wanted.comparison === 'vs_average' ? await usualOf(reader, asked, span) : null,
  }
}

const missing = (
  { metric, filters, dimension }: Plan,
  coverage: Coverage,
): 'hours' | 'categories' | 'money' | 'quantity' | null => {
  const used = [dimension, ...filters.map((filter) => filter.dimension)]
  if (used.includes('hour')) return 'hours'
  if (used.includes('category')) return 'categories'
  if ((metric === 'revenue' || metric === 'aov' || metric === 'avg_price') && !coverage.hasMoney)
    return 'money'
  return (metric === 'units' || metric === 'units_per_order') && !coverage.hasQuantity
    ? 'quantity'
    : null
}

/** A stretch that still runs is answered, and compared, as far as there are sales. */
const answered = (
  time: Span & { readonly partial: boolean },
  { span }: Coverage,
  today: Day,
): Span => {
  const runs = time.partial && time.to >= today && span.to < time.to
  return runs && span.to >= time.from
    ? { from: time.from, to: span.to }
    : { from: time.from, to: time.to }
}

const queryOf = (filters: readonly Filter[], span: Span, by: PlanQuery['by']): PlanQuery => ({
  span,
  by,
  where: filters.flatMap((filter): PlanWhere[] => {
    const column = COLUMNS[filter.dimension]
    return column ? [{ column, names: filter.values, not: filter.op === 'not' }] : []
  }),
})
const COLUMNS: Readonly<Partial<Record<Dimension, PlanWhere['column']>>> = {
  product: 'product',
  branch: 'branch',
  color: 'variant',
}

/** Weekdays are no column: the days they leave are picked from the rows by day. */
const weekdaysOf = ({ filters }: Plan): ((day: Day) => boolean) => {
  const filter = filters.find(({ dimension }) => dimension === 'weekday')
  if (filter === undefined) return () => true
  const numbers = new Set(filter.values.map(weekdayNumber))
  return (day) => numbers.has(weekdayOf(day)) !== (filter.op === 'not')
}

const daysIn = async (
  reader: Reader,
  { shop, plan: { filters }, plan: wanted }: PlanAsked,
  span: Span,
) => {
  const isAsked = weekdaysOf(wanted)
  const rows = await reader.planRows(shop.id, queryOf(filters, span, 'day'))
  return rows
    .map((row) => ({ day: asDay(row.key), sums: sumsOf(row) }))
    .filter(({ day }) => isAsked(day))
}

const sumsOf = ({ key: _, ...sums }: PlanRow): PlanSums => sums

const hasWeekdays = ({ filters }: Plan): boolean =>
  filters.some(({ dimension }) => dimension === 'weekday')

const totalOf = async (reader: Reader, asked: PlanAsked, span: Span): Promise<PlanSums | null> => {
  const { shop, plan: wanted } = asked
  if (hasWeekdays(wanted)) {
    const days = await daysIn(reader, asked, span)
    return days.length === 0 ? null : days.map(({ sums }) => sums).reduce(added)
  }
  const query = queryOf(wanted.filters, span, null)
  const [row] = await reader.planRows(shop.id, query)
  if (row === undefined) return null
  if (wanted.metric !== 'products_sold') return sumsOf(row)
  return { ...sumsOf(row), products: await reader.productsSold(shop.id, query) }
}

const added = (a: PlanSums, b: PlanSums): PlanSums => ({
  lines: a.lines + b.lines,
  quantity: a.quantity + b.quantity,
  revenue: a.revenue + b.revenue,
  refundLines: a.refundLines + b.refundLines,
  refunds: a.refunds + b.refunds,
  receipts: a.receipts + b.receipts,
  products: a.products + b.products,
})

const withoutGoods = (asked: PlanAsked): PlanAsked => ({
  ...asked,
  plan: {
    ...asked.plan,
    filters: asked.plan.filters.filter(
      ({ dimension }) => dimension === 'weekday' || dimension === shareWithin(asked.plan),
    ),
  },
})

/** `berapa persen mawar di dago`: the share is of the branch when a product is named beside it. */
const shareWithin = ({ filters }: Plan): Dimension | null =>
  filters.some(({ dimension }) => dimension !== 'branch' && dimension !== 'weekday')
    ? 'branch'
    : null

const groupsOf = async (
  reader: Reader,
  { shop, plan: wanted }: PlanAsked,
  { span, days }: { readonly span: Span; readonly days: readonly { day: Day; sums: PlanSums }[] },
): Promise<readonly PlanGroup[]> => {
  const { dimension } = wanted
  if (dimension === null) return []
  if (
    dimension === 'day' ||
    dimension === 'weekday' ||
    dimension === 'week' ||
    dimension === 'month'
  ) {
    return rolledUp(days, dimension)
  }
  const by = COLUMNS[dimension]
  if (by === undefined) return []
  const rows = await reader.planRows(shop.id, queryOf(wanted.filters, span, by))
  return rows.map((row) => ({ key: row.key === null ? null : String(row.key), sums: sumsOf(row) }))
}

/** The stretch compared with; the same elapsed part of it while ours still runs. */
const otherSpan = (wanted: Plan, span: Span): Span | null => {
  const { comparison, time, against } = wanted
  if (time === null) return null
  if (comparison === 'between_periods') return against
  const length = daysBetween(span.from, span.to)
  if (comparison === 'same_period_last_year') {
    // Weeks and days are compared with the same weekdays, 52 weeks back.
    const isShort = time.grain === 'day' || time.grain === 'week'
    const from = isShort
      ? addDays(span.from, -WEEKS_A_YEAR * WEEK)
      : monthsBefore(span.from, MONTHS_A_YEAR)
    return { from, to: isShort ? addDays(from, length) : monthsBefore(span.to, MONTHS_A_YEAR) }
  }
  return comparison === 'previous_period' ? previous(time, span, length) : null
}
const WEEKS_A_YEAR = 52
const WEEK = 7
const MONTHS_A_YEAR = 12

const MONTHS_IN = { month: 1, quarter: 3, year: 12 } as const

const previous = (time: NonNullable<Plan['time']>, span: Span, length: number): Span => {
  const { grain } = time
  if (grain === 'month' || grain === 'quarter' || grain === 'year') {
    const from = monthsBefore(span.from, MONTHS_IN[grain])
    const isWhole = !time.partial
    return { from, to: isWhole ? addDays(span.from, -1) : addDays(from, length) }
  }
  const step = grain === 'week' ? WEEK : length + 1
  return { from: addDays(span.from, -step), to: addDays(span.from, length - step) }
}

const usualOf = async (reader: Reader, asked: PlanAsked, span: Span): Promise<number | null> => {
  const { metric } = asked.plan
  if (!isCountable(metric)) return null
  const before = { from: addDays(span.from, -USUAL_DAYS), to: addDays(span.from, -1) }
  return usualFigure(metric, await daysIn(reader, asked, before), span)
}
