import { isByChange, METRIC_RULES } from '../intent/ask/metrics.ts'
import type { Dimension, Having, Plan } from '../intent/ask/plan.ts'
import { type Day, type Span, weekdayOf } from '../sales/day.ts'
import { majorUnits, minorUnits } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import {
  type Countable,
  figureOf,
  middleOf,
  type PlanGroup,
  type PlanSums,
} from './plan-figures.ts'

/** What a plan comes to, added up. */
export type PlanFigures = {
  readonly plan: Plan
  readonly metric: Countable
  /** The days answered for; an unfinished stretch ends with the last day there is. */
  readonly span: Span
  readonly total: PlanSums
  readonly groups: readonly PlanGroup[]
  /** The same groups of the other stretch, where names are set beside it. */
  readonly before?: readonly PlanGroup[]
  /** For a plan across a second dimension: its values, each with the groups in it. */
  readonly table?: readonly PlanRowGroups[]
  /** Day by day, for medians and averages. */
  readonly days: readonly { readonly day: Day; readonly sums: PlanSums }[]
  /** The same rows without filters, for a share. */
  readonly whole: PlanSums | null
  readonly against: { readonly span: Span; readonly total: PlanSums | null } | null
  readonly usual: number | null
}

/** One value of the second dimension, and what it holds by the first. */
export type PlanRowGroups = { readonly key: string | null; readonly groups: readonly PlanGroup[] }

/** One line of a list: a name, day or hour, its figure, and its share of all where that was asked. */
export type PlanLine = {
  readonly key: string | null
  /** The figure; of a ranking by change how far it moved. */
  readonly value: number
  readonly share: number | null
  /** Where the figure came from and went to, for names beside another stretch. */
  readonly moved?: { readonly from: number; readonly to: number }
}

/**
 * The figure of the answer's first line: the total, its daily average, the middle day, or the mean of a
 * list (`rata-rata per minggu`: the total by the number of weeks with sales). Null where there is none.
 */
export const mainFigure = ({ plan, metric, total, groups, days }: PlanFigures): number | null => {
  const whole = figureOf(metric, total)
  switch (plan.aggregation) {
    case 'avg_per_day':
      return whole === null || days.length === 0 ? null : Math.round(whole / days.length)
    case 'median':
      return middleOf(
        (isByDay(plan) ? days : groups).flatMap(({ sums }) => figureOf(metric, sums) ?? []),
      )
    case 'avg':
      return METRIC_RULES[metric].additive && plan.dimension !== null && whole !== null
        ? Math.round(whole / Math.max(1, countOf(plan.dimension, { groups, days })))
        : whole
    default:
      return whole
  }
}

/** How many of a dimension there were: weekdays and hours come again on every day. */
const countOf = (
  dimension: Dimension,
  { groups, days }: Pick<PlanFigures, 'groups' | 'days'>,
): number => {
  if (dimension === 'weekday') return days.length
  return dimension === 'hour' ? days.length * groups.length : groups.length
}

/** Of how many days a line is the mean: its own weekdays, or all; 1 where no mean is asked for. */
const daysOf = ({ plan, metric, days }: PlanFigures, key: string | null): number => {
  const isMean = plan.aggregation === 'avg_per_day' || plan.aggregation === 'avg'
  if (!isMean || !METRIC_RULES[metric].additive) return 1
  if (plan.dimension === 'weekday')
    return Math.max(1, days.filter(({ day }) => String(weekdayOf(day)) === key).length)
  const isOfDays = plan.aggregation === 'avg_per_day' || plan.dimension === 'hour'
  return isOfDays ? Math.max(1, days.length) : 1
}

const isByDay = ({ dimension }: Plan): boolean => dimension === null || dimension === 'day'

/** One figure, whatever it was split by. */
const SINGLE: ReadonlySet<Plan['aggregation']> = new Set(['median', 'latest'])

export const isList = ({ dimension, aggregation }: Plan): boolean =>
  dimension !== null &&
  !SINGLE.has(aggregation) &&
  !(aggregation === 'avg_per_day' && dimension === 'day')

/**
 * The lines of a list in the order asked for (by time where days go by, else by size), those that keep
 * the bound, and no more than were asked for. Empty for a single figure.
 */
export const planLines = (found: PlanFigures, currency: string): readonly PlanLine[] => {
  const { plan, metric } = found
  if (!isList(plan)) return []
  if (isByChange(plan)) return movedLines(found).slice(0, plan.topN ?? undefined)
  const whole = found.whole && figureOf(metric, found.whole)
  const then = found.before && figuresOf(metric, found.before)
  const lines = found.groups.flatMap(({ key, sums }): PlanLine[] => {
    const sum = figureOf(metric, sums)
    const value = sum === null ? null : Math.round(sum / daysOf(found, key))
    if (value === null || (key === null && plan.dimension !== 'branch')) return []
    if (plan.having !== null && !keeps(plan.having, inWhole(metric, value, currency))) return []
    const from = then?.get(key) ?? null
    return [
      {
        key,
        value,
        share: whole ? value / whole : null,
        ...(from !== null && isPlain(found) && { moved: { from, to: value } }),
      },
    ]
  })
  return ordered(lines, plan).slice(0, plan.topN ?? undefined)
}

const figuresOf = (metric: Countable, groups: readonly PlanGroup[]) =>
  new Map(groups.map(({ key, sums }) => [key, figureOf(metric, sums)]))

/** The figure itself, and no mean of it or share. */
const isPlain = ({ plan, metric }: PlanFigures): boolean => {
  const isMean = plan.aggregation === 'avg_per_day' || plan.aggregation === 'avg'
  return plan.aggregation !== 'share' && !(isMean && METRIC_RULES[metric].additive)
}

/** Which names a ranking by change shows: risers or fallers, and both where the names were given. */
export const wayShown = ({ aggregation, dimension, filters }: Plan): 'up' | 'down' | 'both' => {
  if (filters.some((filter) => filter.dimension === dimension && filter.op !== 'not')) return 'both'
  return aggregation === 'rank_asc' ? 'down' : 'up'
}

/**
 * Names by how far their figure moved, the farthest first. A name without sales in a stretch sold nothing in it; a mean
 * of none is no figure, so it cannot have moved.
 */
const movedLines = ({
  plan,
  metric,
  groups,
  before = [],
  against,
}: PlanFigures): readonly PlanLine[] => {
  // Beside a stretch without any sales nothing has moved.
  if (!against?.total) return []
  const none = METRIC_RULES[metric].additive || metric === 'products_sold' ? 0 : null
  const [now, then] = [groups, before].map((all) => figuresOf(metric, all))
  const way = wayShown(plan)
  const sign = plan.aggregation === 'rank_asc' ? -1 : 1
  return [...new Set([...groups, ...before].map(({ key }) => key))]
    .flatMap((key): PlanLine[] => {
      const [from, to] = [then?.get(key) ?? none, now?.get(key) ?? none]
      if (from === null || to === null || (key === null && plan.dimension !== 'branch')) return []
      const value = to - from
      const isAsked = way === 'both' || value * sign > 0
      return isAsked ? [{ key, value, share: null, moved: { from, to } }] : []
    })
    .toSorted((a, b) => (b.value - a.value) * sign)
}

const ordered = (lines: readonly PlanLine[], plan: Plan): readonly PlanLine[] => {
  if (isTimeline(plan)) return lines.toSorted((a, b) => inTime(a.key) - inTime(b.key))
  const ascending = plan.aggregation === 'rank_asc' || plan.aggregation === 'min'
  return lines.toSorted((a, b) => (ascending ? a.value - b.value : b.value - a.value))
}

/** Told in the order of time, not of size. */
export const isTimeline = ({ dimension, aggregation }: Plan): boolean =>
  TIMELINES.has(dimension ?? '') && !RANKS.has(aggregation)
const TIMELINES: ReadonlySet<string> = new Set(['day', 'week', 'month', 'weekday', 'hour'])
const RANKS: ReadonlySet<string> = new Set(['rank_desc', 'rank_asc', 'max', 'min'])

/** `2026-03-01` as 20260301, an hour or a weekday as it is. */
const inTime = (key: string | null): number => Number((key ?? '').replaceAll('-', ''))

/** In what an owner names a bound in: whole money, or things. */
const inWhole = (metric: Countable, value: number, currency: string): number => {
  const { shownAs } = METRIC_RULES[metric]
  if (shownAs === 'money') return majorUnits(value, currency)
  return shownAs === 'things' ? value / QUANTITY_ONE : value
}

/** The other way: a bound in the units of the figure it is held against. */
export const inUnits = (metric: Countable, bound: number, currency: string): number => {
  const { shownAs } = METRIC_RULES[metric]
  if (shownAs === 'money') return minorUnits(bound, currency)
  return shownAs === 'things' ? bound * QUANTITY_ONE : bound
}

const keeps = ({ op, value: bound }: Having, value: number): boolean => {
  switch (op) {
    case 'lt':
      return value < bound
    case 'lte':
      return value <= bound
    case 'gt':
      return value > bound
    case 'gte':
      return value >= bound
  }
}

/** One row of a table: a value of the second dimension with its first lines. */
export type TableRow = {
  readonly key: string | null
  readonly lines: readonly PlanLine[]
  /** Lines that did not fit. */
  readonly more: number
}

/** Cells of a row that a line of a bubble holds. */
const CELLS_MAX = 4

/** The rows of a table in which something is left to show, each cut to what was asked for. */
export const tableRows = (found: PlanFigures, currency: string): readonly TableRow[] =>
  (found.table ?? []).flatMap(({ key, groups }): TableRow[] => {
    const all = planLines({ ...found, groups }, currency)
    const lines = all.slice(0, CELLS_MAX)
    return lines.length === 0 ? [] : [{ key, lines, more: all.length - lines.length }]
  })

/**
 * The last day on which any of it was sold, or on which its figure kept the bound (`kapan terakhir omzet di atas 5
 * juta`), with that figure; null: never.
 */
export const lastSold = (
  { plan, metric, days }: PlanFigures,
  currency: string,
): { readonly day: Day; readonly value: number } | null => {
  const figures = days.map(({ day, sums }) => ({ day, sums, value: figureOf(metric, sums) ?? 0 }))
  const { having } = plan
  return (
    figures.findLast(({ sums, value }) =>
      having === null
        ? sums.quantity > 0 || sums.revenue > 0
        : keeps(having, inWhole(metric, value, currency)),
    ) ?? null
  )
}
