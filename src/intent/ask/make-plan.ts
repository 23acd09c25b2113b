import { addDays, type Day, daysBetween } from '../../sales/day.ts'
import { thisMonth, wholeMonth, wholeWeek } from '../calendar.ts'
import { comparisonOf } from './comparison-of.ts'
import { metricOf } from './metric-of.ts'
import { brokenRule, METRIC_RULES } from './metrics.ts'
import type {
  Aggregation,
  AskContext,
  Assumption,
  Dimension,
  Metric,
  Plan,
  PlanTime,
} from './plan.ts'
import { isOfHabit, isRanked, type Slots } from './slots.ts'
import { tableOf } from './table-of.ts'
import { timeOf } from './times.ts'

export type Made = { readonly plan: Plan; readonly assumptions: readonly Assumption[] }

/** One plan from one question's slots; `shared` is what the other questions of the message say. */
export const makePlan = (slots: Slots, context: AskContext): Made => {
  const moved = movedPlan(slots, context)
  if (moved !== null) return moved
  const metric = metricOf(slots, context.today)
  const time = timeFor(slots, metric, context)
  const aggregation = aggregationOf(slots, metric)
  const table = tableOf(slots, { metric, aggregation })
  const dimension = table?.dimension ?? dimensionFor(slots, metric, aggregation)
  const compared = TIMELESS.has(metric)
    ? { time: null, comparison: null, against: null }
    : comparisonOf(slots, time.time, context)
  const isPair = compared.comparison === 'between_values'
  const isListed = aggregation === 'sum' && dimension !== null && slots.having !== null
  // `mawar udah laku lebih dari 50 belum`: of one thing or day that was named the figure itself is told.
  const isOneDay = time.time?.grain === 'day' && dimension === 'day'
  const isOne =
    isListed &&
    slots.dimensions.length === 0 &&
    (isOneDay || slots.marks.has('yet') || isNamed(slots, dimension))
  if (isOne) return makePlan({ ...slots, having: null }, context)
  // `jaket udah ga laku ya`, `mawar putih laku keras gak`: one thing has no first or last among itself.
  const isOfItself =
    (aggregation === 'rank_asc' && slots.marks.has('unsold')) ||
    (aggregation === 'rank_desc' && slots.sells)
  if (
    isOfItself &&
    slots.dimensions.length === 0 &&
    dimension !== null &&
    isNamed(slots, dimension)
  ) {
    const asked = slots.aggregations.filter((each) => each !== aggregation)
    return makePlan({ ...slots, aggregations: asked }, context)
  }
  return {
    plan: {
      metric,
      aggregation: isListed ? 'list' : settled(aggregation, isPair),
      dimension: isPair && table === null ? (slots.pair?.dimension ?? dimension) : dimension,
      ...(table !== null && { across: table.across }),
      filters: slots.filters,
      time: compared.time,
      comparison: compared.comparison,
      against: compared.against,
      topN: isPair ? null : topNOf(slots, aggregation, dimension),
      having: slots.having,
    },
    assumptions: assumptionsOf(slots, metric, time.assumptions),
  }
}

const assumptionsOf = (
  slots: Slots,
  metric: Metric,
  ofTime: readonly Assumption[],
): readonly Assumption[] => [
  ...ofTime,
  ...(slots.mended ? (['spelling'] as const) : []),
  ...(isRevenueAssumed(slots, metric) ? (['revenue'] as const) : []),
]

/**
 * `which products fell`: beside the stretch before, or the one that is named. Null where nobody asks that, or in a way
 * no plan has (`fell by more than 20 %`).
 */
const movedPlan = (slots: Slots, context: AskContext): Made | null => {
  const { movers, having, topN } = slots
  if (movers === null || having !== null) return null
  const isNamedMetric = slots.metrics.length > 0 || slots.marks.has('sold')
  const metric = isNamedMetric ? metricOf(slots, context.today) : 'revenue'
  const time = timeFor(slots, metric, context)
  // Neither what is ranked nor two names of it are what the days are set against.
  const alone = { ...slots, aggregations: [], dimensions: [], pair: null }
  const compared = comparisonOf(alone, time.time, context)
  const plan: Plan = {
    metric,
    aggregation: movers.way === 'up' ? 'rank_desc' : 'rank_asc',
    dimension: movers.dimension,
    rankedBy: 'change',
    filters: slots.filters,
    time: compared.time,
    comparison: compared.comparison ?? 'previous_period',
    against: compared.against,
    topN: topN ?? (movers.isFirst ? 1 : null),
    having: null,
  }
  if (brokenRule(plan) !== null || plan.time === null) return null
  return { plan, assumptions: assumptionsOf(slots, metric, time.assumptions) }
}

/** Names beside each other are all shown, the larger first: nothing is left to rank. */
const settled = (aggregation: Aggregation, isPair: boolean): Aggregation =>
  isPair && (aggregation === 'rank_desc' || aggregation === 'rank_asc') ? 'sum' : aggregation

const isRevenueAssumed = (slots: Slots, metric: Metric): boolean =>
  slots.metrics.length === 0 && !slots.marks.has('sold') && metric === 'revenue'

const AGGREGATION_ORDER: readonly Aggregation[] = [
  'share',
  'explain',
  'rank_asc',
  'rank_desc',
  'latest',
  'avg_per_day',
  'median',
  'max',
  'min',
  'avg',
  'trend',
  'list',
]

const USUAL: Readonly<Partial<Record<Metric, Aggregation>>> = {
  aov: 'avg',
  avg_price: 'avg',
  units_per_order: 'avg',
  products_sold: 'distinct_count',
  reorder_qty: 'list',
  anomalies: 'list',
  summary: 'summary',
  forecast_units: 'forecast',
  forecast_revenue: 'forecast',
  stock_on_hand: 'latest',
}

const aggregationOf = (slots: Slots, metric: Metric): Aggregation => {
  const { aggregations } = METRIC_RULES[metric]
  // `naik berapa persen` asks for a change, not for a share.
  const isChange = slots.marks.has('change') || slots.marks.has('versus')
  const isHabit = slots.marks.has('usual') && isOfHabit(slots)
  if (isHabit && METRIC_RULES[metric].additive) return 'avg_per_day'
  const ranks = slots.aggregations.filter((each) => each === 'rank_desc' || each === 'rank_asc')
  // `terlaris ke terendah` goes the way it begins.
  const [way, ...back] = ranks
  if (way !== undefined && back.some((each) => each !== way) && aggregations.includes(way))
    return way
  const said = AGGREGATION_ORDER.find(
    (each) =>
      !(each === 'share' && isChange) &&
      slots.aggregations.includes(each) &&
      aggregations.includes(each),
  )
  // `rata-rata transaksi per hari`.
  if (metric === 'transactions' && slots.metrics.includes('aov')) return 'avg_per_day'
  if (
    said === 'avg' &&
    METRIC_RULES[metric].additive &&
    (isSplitBy(slots, (dimension) => dimension === 'day') ||
      !isSplitBy(slots, (dimension) => dimension !== 'day'))
  ) {
    return 'avg_per_day'
  }
  if (
    said !== undefined &&
    !(said === 'list' && metric === 'stock_on_hand' && slots.filters.length > 0)
  ) {
    return said
  }
  const usual = USUAL[metric] ?? 'sum'
  return usual === 'latest' && slots.filters.length === 0 ? 'list' : usual
}

const isSplitBy = ({ dimensions }: Slots, is: (dimension: Dimension) => boolean): boolean =>
  dimensions.some(({ split, dimension }) => split && is(dimension))

const RANKING: ReadonlySet<Aggregation> = new Set(['rank_desc', 'rank_asc', 'list', 'max', 'min'])

/** Asked by its noun; where none is said, what a ranking of this metric goes by. */
const dimensionFor = (slots: Slots, metric: Metric, aggregation: Aggregation): Dimension | null => {
  const allowed = METRIC_RULES[metric].dimensions
  const nouns = slots.dimensions
    .map((each) => (each.loose && slots.having ? { ...each, dimension: 'day' as const } : each))
    .filter(({ dimension }) => allowed.includes(dimension))
  const ranks = RANKING.has(aggregation)
  const byDays = aggregation === 'avg_per_day' || aggregation === 'median'
  const { pair } = slots
  // `mawar dan tulip masing-masing laku berapa`.
  if (pair !== null && slots.marks.has('per') && nouns.length === 0) return pair.dimension
  const asked = nouns.find((each) => each.split && !(byDays && each.dimension === 'day'))
  if (asked) return asked.dimension
  const noun = nouns.find(({ dimension }) => !isNamed(slots, dimension))
  // `omzet toko dibanding bulan lalu` compares months.
  const isOfDays = slots.times.some(({ compared }) => compared)
  const compares = (slots.marks.has('versus') && !isOfDays) || slots.having !== null
  if (noun && (ranks || (compares && slots.pair === null && slots.times.length < 2)))
    return noun.dimension
  if (!ranks && slots.having === null) return aggregation === 'trend' ? trendBy(slots) : null
  return ranks || slots.having !== null ? rankedBy(metric, slots) : null
}

const isNamed = (slots: Slots, dimension: Dimension): boolean =>
  slots.filters.some((filter) => filter.dimension === dimension && filter.op === 'eq')

const rankedBy = (metric: Metric, slots: Slots): Dimension | null => {
  if (metric === 'anomalies' || metric === 'summary') return null
  // `kapan mawar paling laku` asks for a day, `kapan paling rame kemarin` for an hour of it.
  if (slots.marks.has('when')) return isOfOneDay(slots) ? 'hour' : 'day'
  if (metric === 'revenue' || metric === 'transactions' || metric === 'aov') {
    if (slots.bestSeller) return 'product'
    const among = slots.filters.find(({ dimension, op }) => op === 'in' && dimension !== 'weekday')
    return among?.dimension ?? 'day'
  }
  return 'product'
}

const isOfOneDay = ({ times }: Slots): boolean =>
  times.length === 1 && times[0]?.time.grain === 'day'

/** Up to this many days a trend is told by days, up to half a year by weeks, then by months. */
const TREND_DAYS_MAX = 31
const TREND_WEEKS_MAX = 183
const trendBy = (slots: Slots): Dimension => {
  const time = slots.times[0]?.time
  const length = time ? daysBetween(time.from, time.to) + 1 : TREND_DAYS_MAX
  if (length <= TREND_DAYS_MAX) return 'day'
  return length <= TREND_WEEKS_MAX ? 'week' : 'month'
}

/** `apa yang paling laku` asks for one; `produk terlaris` for some. */
const topNOf = (
  slots: Slots,
  aggregation: Aggregation,
  dimension: Dimension | null,
): number | null => {
  if (dimension === null || aggregation === 'trend') return null
  if (slots.topN !== null && slots.having === null) return slots.topN
  if (aggregation === 'max' || aggregation === 'min') return 1
  const isRank = aggregation === 'rank_desc' || aggregation === 'rank_asc'
  return isRank && slots.marks.has('which') && slots.having === null ? 1 : null
}

/** Metrics that speak of now; a period says nothing about them. */
const TIMELESS: ReadonlySet<Metric> = new Set(['stock_on_hand', 'reorder_qty'])

const sameStretch = ({ marks }: Slots, today: Day): PlanTime | null => {
  if (marks.has('same_day'))
    return timeOf({ span: { from: today, to: today }, grain: 'day' }, today)
  const { from } = wholeWeek(today, 0)
  return marks.has('same_week') ? timeOf({ span: { from, to: today }, grain: 'week' }, today) : null
}

/** `omzet per bulan`, `minggu mana paling rame`: of one month there is one, so some are told. */
const someStretches = (
  slots: Slots,
  { today, covered }: Pick<AskContext, 'today' | 'covered'>,
): { readonly time: PlanTime; readonly assumptions: readonly Assumption[] } | null => {
  // `fecha o mes` asks for one.
  const units = slots.dimensions.flatMap(({ dimension, split, each }) =>
    split || each || isRanked(slots) ? [dimension] : [],
  )
  const stretch = SOME.find(({ unit }) => units.includes(unit))
  if (stretch === undefined) return null
  const from = stretch.from(today)
  // Before the first sales there is nothing to tell.
  const isYoung = covered !== null && covered.from > from && covered.from <= today
  const span = { from: isYoung ? covered.from : from, to: today }
  return { time: timeOf({ span, grain: 'days' }, today), assumptions: [stretch.assumed] }
}
const SOME = [
  { unit: 'month', from: (today: Day) => wholeMonth(today, -11).from, assumed: 'last_months' },
  { unit: 'week', from: (today: Day) => wholeWeek(today, -7).from, assumed: 'last_weeks' },
] as const

const timeFor = (
  slots: Slots,
  metric: Metric,
  { today, covered }: AskContext,
): { readonly time: PlanTime | null; readonly assumptions: readonly Assumption[] } => {
  if (TIMELESS.has(metric)) return { time: null, assumptions: [] }
  const asked = slots.times.filter(({ compared }) => !compared)
  const [first] = asked.length > 0 ? asked : []
  if (first) return { time: first.time, assumptions: [] }
  if (slots.times.length > 0) return { time: null, assumptions: [] }
  if (METRIC_RULES[metric].ahead) {
    const tomorrow = addDays(today, 1)
    return {
      time: timeOf({ span: { from: tomorrow, to: tomorrow }, grain: 'day' }, today),
      assumptions: [],
    }
  }
  if (slots.aggregations.includes('latest') && metric !== 'stock_on_hand' && covered) {
    return { time: timeOf({ span: covered, grain: 'days' }, today), assumptions: [] }
  }
  if (slots.marks.has('usual') && !isRanked(slots) && !isOfHabit(slots)) {
    return {
      time: timeOf({ span: { from: today, to: today }, grain: 'day' }, today),
      assumptions: [],
    }
  }
  // `sales for the same week last year`: this week beside it.
  const same = slots.marks.has('last_year') ? sameStretch(slots, today) : null
  if (same !== null) return { time: same, assumptions: [] }
  const some = someStretches(slots, { today, covered })
  return (
    some ?? {
      time: timeOf({ span: thisMonth(today, 'past'), grain: 'month' }, today),
      assumptions: ['month_to_date'],
    }
  )
}
