import {
  asDay,
  type Countable,
  NO_PLAN_SUMS,
  type PlanGroup,
  type PlanSums,
  rolledUp,
  USUAL_DAYS,
  usualFigure,
} from '../analytics/plan-figures.ts'
import type { PlanFigures, PlanRowGroups } from '../analytics/plan-rows.ts'
import { canMove } from '../intent/ask/metrics.ts'
import type { Dimension, Filter, Metric, Plan } from '../intent/ask/plan.ts'
import { WEEKDAY_NAMES, weekdayNumber } from '../intent/ask/slots.ts'
import { monthsBefore } from '../intent/ask/times.ts'
import { wholeMonth, wholeWeek } from '../intent/calendar.ts'
import { addDays, type Day, day, dayNumber, daysBetween, type Span } from '../sales/day.ts'
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
  | ({
      readonly kind: 'figures'
      readonly coverage: Coverage
      /** Null: nothing sold in it. */
      readonly total: PlanSums | null
    } & Omit<PlanFigures, 'plan' | 'total'>)

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
  const needs = await missing(reader, asked, coverage)
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
    // Names are summed by themselves: no days of the other stretch are needed.
    ...(other &&
      isByName(wanted) && { before: await groupsOf(reader, asked, { span: other, days: [] }) }),
    ...(wanted.across !== undefined && { table: await planTable(reader, asked, { span, days }) }),
    whole: wanted.aggregation === 'share' ? await totalOf(reader, withoutGoods(asked), span) : null,
    against: other && { span: other, total: await totalOf(reader, asked, other) },
    usual: wanted.comparison === 'vs_average' ? await usualOf(reader, asked, span) : null,
  }
}

const missing = async (
  reader: Reader,
  { shop, plan: { metric, filters, dimension, across, time } }: PlanAsked,
  coverage: Coverage,
): Promise<'hours' | 'categories' | 'money' | 'quantity' | null> => {
  const used = [dimension, across, ...filters.map((filter) => filter.dimension)]
  const span = time ?? coverage.span
  if (used.includes('hour') && !(await reader.hasTimes(shop.id, span))) return 'hours'
  if (used.includes('category') && (await reader.namesOf(shop.id, 'category')).length === 0)
    return 'categories'
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
    if (column === undefined) return []
    return [
      { column, names: filter.values.map(NUMBERED[column] ?? String), not: filter.op === 'not' },
    ]
  }),
})
/** What the store knows by number. */
const NUMBERED: Readonly<Partial<Record<PlanWhere['column'], (name: string) => string>>> = {
  weekday: (name) => String(weekdayNumber(name)),
  day: (name) => String(dayNumber(day(name))),
}
const COLUMNS: Readonly<Partial<Record<Dimension, PlanWhere['column']>>> = {
  product: 'product',
  branch: 'branch',
  color: 'variant',
  category: 'category',
  day: 'day',
  weekday: 'weekday',
  hour: 'hour',
}

const daysIn = async (reader: Reader, { shop, plan: wanted }: PlanAsked, span: Span) => {
  const rows = await reader.planRows(shop.id, queryOf(wanted.filters, span, 'day'))
  return rows.map((row) => ({ day: asDay(row.key), sums: sumsOf(row) }))
}

const sumsOf = ({ key: _, ...sums }: PlanRow): PlanSums => sums

/** Null: no line is meant. */
const totalOf = async (reader: Reader, asked: PlanAsked, span: Span): Promise<PlanSums | null> => {
  const { shop, plan: wanted } = asked
  const query = queryOf(wanted.filters, span, null)
  const [row] = await reader.planRows(shop.id, query)
  if (row === undefined) return null
  if (wanted.metric !== 'products_sold') return sumsOf(row)
  return { ...sumsOf(row), products: await reader.productsSold(shop.id, query) }
}

const withoutGoods = (asked: PlanAsked): PlanAsked => ({
  ...asked,
  plan: {
    ...asked.plan,
    filters: asked.plan.filters.filter(
      ({ dimension }) => OF_TIME.has(dimension) || dimension === shareWithin(asked.plan),
    ),
  },
})

/** `berapa persen dago tiap sabtu`: of all Saturdays. */
const OF_TIME: ReadonlySet<Dimension> = new Set(['weekday', 'hour'])

/** `berapa persen mawar di dago`: the share is of the branch when a product is named beside it. */
const shareWithin = ({ filters }: Plan): Dimension | null =>
  filters.some(({ dimension }) => dimension !== 'branch' && !OF_TIME.has(dimension))
    ? 'branch'
    : null

const groupsOf = async (
  reader: Reader,
  { shop, plan: wanted }: PlanAsked,
  { span, days }: { readonly span: Span; readonly days: readonly { day: Day; sums: PlanSums }[] },
): Promise<readonly PlanGroup[]> => {
  const { dimension } = wanted
  if (dimension === null) return []
  const countsProducts = wanted.metric === 'products_sold'
  const isOfDays = ROLLED.find((each) => each === dimension)
  // Days add up to weeks and months, but for different products: one may sell in two of them.
  if (isOfDays && !countsProducts) return rolledUp(days, isOfDays)
  const by = dimension === 'color' ? 'variant' : dimension
  const query = { ...queryOf(wanted.filters, span, by), countsProducts }
  const rows = await reader.planRows(shop.id, query)
  const groups = rows.map((row) => ({ key: keyOf(dimension, row.key), sums: sumsOf(row) }))
  return asksForNothing(wanted)
    ? [...groups, ...(await unsold(reader, shop, { dimension, groups }))]
    : groups
}

/** Each name is told beside its own figure of the other stretch. */
const isByName = ({ dimension, across }: Plan): boolean =>
  canMove(dimension) && across === undefined

type Stretch = {
  readonly span: Span
  readonly days: readonly { readonly day: Day; readonly sums: PlanSums }[]
}

/**
 * Each value of the second dimension with its own groups: names from the largest down, days in their order. A
 * week or a month is its own days; everything else is one more filter.
 */
const planTable = async (
  reader: Reader,
  asked: PlanAsked,
  { span, days }: Stretch,
): Promise<readonly PlanRowGroups[]> => {
  const { across: dimension } = asked.plan
  if (dimension === undefined) return []
  const by = { ...asked, plan: { ...asked.plan, dimension, having: null } }
  const keys = tableKeys(await groupsOf(reader, by, { span, days }), dimension)
  const table: PlanRowGroups[] = []
  for (const key of keys) {
    const isStretch = dimension === 'week' || dimension === 'month'
    const own = isStretch ? asked : narrowed(asked, dimension, key)
    const part = isStretch ? stretchFrom(day(key), dimension, span) : span
    const within = await daysIn(reader, own, part)
    table.push({ key, groups: await groupsOf(reader, own, { span: part, days: within }) })
  }
  return table
}

/** Rows a bubble can show, and some to count; days and hours of more than that are another question. */
const TABLE_ROWS_MAX = 31

const tableKeys = (groups: readonly PlanGroup[], dimension: Dimension): readonly string[] => {
  const named = groups.flatMap(({ key, sums }) => (key === null ? [] : [{ key, sums }]))
  const isTimeline = OF_CALENDAR.has(dimension)
  const ordered = isTimeline
    ? named.toSorted((a, b) => inOrder(a.key) - inOrder(b.key)).slice(-TABLE_ROWS_MAX)
    : named.toSorted((a, b) => b.sums.revenue - a.sums.revenue || b.sums.quantity - a.sums.quantity)
  return ordered.slice(0, TABLE_ROWS_MAX).map(({ key }) => key)
}
const OF_CALENDAR: ReadonlySet<Dimension> = new Set(['day', 'weekday', 'hour', 'week', 'month'])
const inOrder = (key: string): number => Number(key.replaceAll('-', ''))

const narrowed = (asked: PlanAsked, dimension: Dimension, key: string): PlanAsked => {
  const value = dimension === 'weekday' ? (WEEKDAY_NAMES[Number(key) - 1] ?? key) : key
  const filter: Filter = { dimension, op: 'eq', values: [value] }
  return { ...asked, plan: { ...asked.plan, filters: [...asked.plan.filters, filter] } }
}

/** The week or month that begins on this day, as far as it lies in the span. */
const stretchFrom = (begins: Day, unit: 'week' | 'month', span: Span): Span => {
  const whole = unit === 'week' ? wholeWeek(begins, 0) : wholeMonth(begins, 0)
  return {
    from: whole.from < span.from ? span.from : whole.from,
    to: whole.to > span.to ? span.to : whole.to,
  }
}

/** `what did not sell at all`: then those without a line are the answer. */
const asksForNothing = ({ having }: Plan): boolean =>
  having !== null && (having.op === 'lte' || having.op === 'lt') && having.value < 1

/** Names the shop has that no line of the span holds. */
const unsold = async (
  reader: Reader,
  shop: Shop,
  { dimension, groups }: { readonly dimension: Dimension; readonly groups: readonly PlanGroup[] },
): Promise<readonly PlanGroup[]> => {
  const kind = CATALOGUE[dimension]
  if (kind === undefined) return []
  const sold = new Set(groups.map(({ key }) => key))
  const names = (await reader.catalogueOf(shop.id))[kind]
  return names.filter((name) => !sold.has(name)).map((key) => ({ key, sums: NO_PLAN_SUMS }))
}
const CATALOGUE: Readonly<
  Partial<Record<Dimension, 'products' | 'branches' | 'colors' | 'categories'>>
> = { product: 'products', branch: 'branches', color: 'colors', category: 'categories' }
const ROLLED = ['day', 'weekday', 'week', 'month'] as const
const DATED: ReadonlySet<Dimension> = new Set(['day', 'week', 'month'])

const keyOf = (dimension: Dimension, key: PlanRow['key']): string | null => {
  if (key === null) return null
  return DATED.has(dimension) ? asDay(key) : String(key)
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
