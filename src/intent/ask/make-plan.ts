import { addDays, type Day, dayOf, daysBetween, type Span } from '../../sales/day.ts'
import { monthOf, thisMonth, wholeMonth, wholeWeek, wholeYear, yearOf } from '../calendar.ts'
import { METRIC_RULES } from './metrics.ts'
import type {
  Aggregation,
  AskContext,
  Assumption,
  Comparison,
  Dimension,
  Metric,
  Plan,
  PlanTime,
} from './plan.ts'
import type { Slots } from './slots.ts'
import { timeOf } from './times.ts'

export type Made = { readonly plan: Plan; readonly assumptions: readonly Assumption[] }

/** One plan from one question's slots; `shared` is what the other questions of the message say. */
export const makePlan = (slots: Slots, context: AskContext): Made => {
  const metric = metricOf(slots, context.today)
  const time = timeFor(slots, metric, context)
  const aggregation = aggregationOf(slots, metric)
  const dimension = dimensionFor(slots, metric, aggregation)
  const compared = comparisonOf(slots, time.time, context)
  const isPair = compared.comparison === 'between_values'
  const isListed = aggregation === 'sum' && dimension !== null && slots.having !== null
  return {
    plan: {
      metric,
      aggregation: isListed ? 'list' : settled(aggregation, isPair),
      dimension: isPair ? (slots.pair?.dimension ?? dimension) : dimension,
      filters: slots.filters,
      time: compared.time,
      comparison: compared.comparison,
      against: compared.against,
      topN: isPair ? null : topNOf(slots, aggregation, dimension),
      having: slots.having,
    },
    assumptions: [
      ...time.assumptions,
      ...(slots.mended ? (['spelling'] as const) : []),
      ...(isRevenueAssumed(slots, metric) ? (['revenue'] as const) : []),
    ],
  }
}

/** Names beside each other are all shown, the larger first: nothing is left to rank. */
const settled = (aggregation: Aggregation, isPair: boolean): Aggregation =>
  isPair && (aggregation === 'rank_desc' || aggregation === 'rank_asc') ? 'sum' : aggregation

/** More special metrics first: `nilai transaksi` speaks of transactions too. */
const METRIC_ORDER: readonly Metric[] = [
  'units_per_order',
  'aov',
  'avg_price',
  'products_sold',
  'reorder_qty',
  'stock_on_hand',
  'anomalies',
  'transactions',
  'units',
  'revenue',
  'summary',
]

const GOODS: ReadonlySet<Dimension> = new Set(['product', 'color', 'category'])

const metricOf = (slots: Slots, today: Day): Metric => {
  const { marks } = slots
  const said = METRIC_ORDER.find((metric) => slots.metrics.includes(metric))
  const lies = slots.times.some(({ time }) => time.from > today)
  const isOfNow = said === 'reorder_qty' || said === 'stock_on_hand' || said === 'anomalies'
  if (!isOfNow && (marks.has('forecast') || lies))
    return said === 'revenue' ? 'forecast_revenue' : 'forecast_units'
  const isMean = marks.has('per') || slots.aggregations.includes('avg')
  const perOrder = said === 'aov' || (isMean && slots.metrics.includes('transactions'))
  if (perOrder && said !== 'units_per_order') {
    // `rata-rata item tiap transaksi`, `omzet dibagi per nota`.
    if (slots.metrics.includes('units') || countsGoods(slots)) return 'units_per_order'
    if (slots.metrics.includes('revenue') && said !== 'aov') return 'aov'
  }
  if (said === 'summary' && slots.metrics.length > 1)
    return slots.metrics.find((m) => m !== 'summary') ?? said
  // `rata-rata transaksi per hari` counts visits.
  if (said === 'aov' && slots.dimensions.some((each) => each.split && each.dimension === 'day')) {
    return 'transactions'
  }
  if (said !== undefined && !(said === 'summary' && asksMore(slots))) return said
  if (marks.has('price')) return 'avg_price'
  if (marks.has('busy')) return 'transactions'
  return marks.has('sold') ? soldAs(slots) : unsaid(slots)
}

/** `beli berapa item`, `how many products`. */
const countsGoods = ({ dimensions }: Slots): boolean =>
  dimensions.some(({ dimension, split }) => dimension === 'product' && !split)

/** `gimana penjualan mawar` asks about roses, not for a summary. */
const asksMore = (slots: Slots): boolean =>
  slots.aggregations.length > 0 || slots.filters.length > 0 || slots.marks.has('sold')

/** Goods that are asked for; `everything but roses` is the shop. */
const hasGoods = (slots: Slots): boolean =>
  slots.filters.some(({ dimension, op }) => GOODS.has(dimension) && op !== 'not') ||
  slots.dimensions.some(({ dimension }) => GOODS.has(dimension))

const isPlaceOrTime = (slots: Slots): boolean =>
  slots.dimensions.some(({ dimension }) => !GOODS.has(dimension))

/** `how much did we sell` is money; things sold are counted, and so are goods that have a name. */
const soldAs = (slots: Slots): Metric => {
  if (slots.marks.has('how_many') || hasGoods(slots)) return 'units'
  const isOfPlaces = isPlaceOrTime(slots) || slots.pair?.dimension === 'branch'
  const isOfMoney = slots.marks.has('how_much') || slots.aggregations.includes('explain')
  return isOfMoney || isOfPlaces ? 'revenue' : 'units'
}

const isRanked = (slots: Slots): boolean =>
  slots.aggregations.some((each) => each === 'rank_desc' || each === 'rank_asc')

/** Goods are ranked by what went over the counter, places and days by what they brought in. */
const unsaid = (slots: Slots): Metric => {
  if (isPlaceOrTime(slots)) return 'revenue'
  const isCounted = isRanked(slots) || slots.marks.has('how_many') || slots.having !== null
  if (isCounted || slots.aggregations.includes('latest')) return 'units'
  const asksCount =
    slots.marks.has('how_much') && hasGoods(slots) && !slots.aggregations.includes('share')
  return asksCount ? 'units' : 'revenue'
}

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
  const isHabit = slots.marks.has('usual') && isOfWeekdays(slots)
  if (isHabit && METRIC_RULES[metric].additive) return 'avg_per_day'
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
    !slots.dimensions.some(({ split, dimension }) => split && dimension !== 'day')
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

/** `jumat biasanya`: what such a day brings, beside nothing else. */
const isOfWeekdays = ({ filters, times }: Slots): boolean =>
  times.length === 0 && filters.some(({ dimension }) => dimension === 'weekday')

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
  const compares = slots.marks.has('versus') || slots.having !== null
  if (noun && (ranks || (compares && slots.pair === null && slots.times.length < 2)))
    return noun.dimension
  if (!ranks && slots.having === null) return aggregation === 'trend' ? trendBy(slots) : null
  return ranks || slots.having !== null ? rankedBy(metric, slots) : null
}

const isNamed = (slots: Slots, dimension: Dimension): boolean =>
  slots.filters.some((filter) => filter.dimension === dimension && filter.op === 'eq')

const rankedBy = (metric: Metric, slots: Slots): Dimension | null => {
  if (metric === 'anomalies' || metric === 'summary') return null
  // `kapan mawar paling laku` asks for a day.
  if (slots.marks.has('when')) return 'day'
  if (metric === 'revenue' || metric === 'transactions' || metric === 'aov') {
    const among = slots.filters.find(({ dimension, op }) => op === 'in' && dimension !== 'weekday')
    return among?.dimension ?? 'day'
  }
  return 'product'
}

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
  if (slots.marks.has('usual') && !isRanked(slots) && !isOfWeekdays(slots)) {
    return {
      time: timeOf({ span: { from: today, to: today }, grain: 'day' }, today),
      assumptions: [],
    }
  }
  return {
    time: timeOf({ span: thisMonth(today, 'past'), grain: 'month' }, today),
    assumptions: ['month_to_date'],
  }
}

type Compared = Pick<Plan, 'time' | 'comparison' | 'against'>

const comparisonOf = (slots: Slots, time: PlanTime | null, context: AskContext): Compared => {
  const { marks } = slots
  const said =
    marks.has('versus') || marks.has('change') || slots.times.some(({ compared }) => compared)
  const alone = (comparison: Comparison | null): Compared => ({ time, comparison, against: null })
  if (marks.has('last_year')) return alone('same_period_last_year')
  if (marks.has('usual') && !isRanked(slots) && !isOfWeekdays(slots)) return alone('vs_average')
  if (marks.has('week_ago') && time !== null) return weekAgo(time)
  const isContest = marks.has('versus') || isEitherOr(slots)
  if (slots.pair !== null && isContest && slots.times.length < 2) {
    // `menang bulan ini` sets the branches against each other, not the months.
    return {
      time: time ?? slots.times[0]?.time ?? null,
      comparison: 'between_values',
      against: null,
    }
  }
  if (said && slots.times.length >= 2) return twoPeriods(slots)
  if (said && slots.times.length === 1 && slots.times[0]?.compared) {
    return sinceThen(slots.times[0].time, context)
  }
  if (slots.aggregations.includes('explain') || slots.aggregations.includes('trend'))
    return alone(null)
  const isBounded = slots.having !== null
  const ranked = isRanked(slots)
  return alone(
    (said || marks.has('earlier')) && !isBounded && !ranked && !splits(slots)
      ? 'previous_period'
      : null,
  )
}

/** `yesterday against the same day last week`. */
const weekAgo = (time: PlanTime): Compared => ({
  time,
  comparison: 'between_periods',
  against: { from: addDays(time.from, -WEEK_DAYS), to: addDays(time.to, -WEEK_DAYS) },
})
const WEEK_DAYS = 7

/** `who sells more, dago or kemang`: names set against each other, and nothing else is ranked. */
const isEitherOr = (slots: Slots): boolean => {
  const { pair } = slots
  const others = slots.dimensions.filter(({ dimension }) => dimension !== pair?.dimension)
  const weighs = (['more', 'fewer', 'or'] as const).some((mark) => slots.marks.has(mark))
  const picks = isRanked(slots) && slots.marks.has('which')
  return pair !== null && others.length === 0 && (weighs || picks)
}

const splits = (slots: Slots): boolean => slots.marks.has('versus') && slots.dimensions.length > 0

/** `dibanding kemarin` alone: today against yesterday; `vs bulan lalu`: this month against it. */
const sinceThen = (then: PlanTime, { today }: AskContext): Compared => {
  const now = currentOf(then, today)
  return now === null
    ? { time: then, comparison: 'previous_period', against: null }
    : relate(now, then)
}

const currentOf = (then: PlanTime, today: Day): PlanTime | null => {
  if (then.to >= today) return null
  const spans: Readonly<Partial<Record<PlanTime['grain'], Span>>> = {
    day: { from: today, to: today },
    week: { from: wholeWeek(today, 0).from, to: today },
    month: thisMonth(today, 'past'),
    year: { from: wholeYear(yearOf(today)).from, to: today },
  }
  const span = spans[then.grain]
  return span ? timeOf({ span, grain: then.grain }, today) : null
}

const twoPeriods = (slots: Slots): Compared => {
  const [a, b] = slots.times
  if (a === undefined || b === undefined) return { time: null, comparison: null, against: null }
  const [earlier, later] = a.time.from <= b.time.from ? [a.time, b.time] : [b.time, a.time]
  return relate(later, earlier)
}

/** The later period is asked about; the earlier one is its previous one, last year's, or just another. */
export const relate = (time: PlanTime, then: PlanTime): Compared => {
  if (then.grain === 'year' && time.grain !== 'year' && yearOf(then.to) === yearOf(time.from) - 1) {
    return { time, comparison: 'same_period_last_year', against: null }
  }
  if (isYearBefore(time, then)) return { time, comparison: 'same_period_last_year', against: null }
  const isPrevious =
    time.grain === then.grain && time.grain !== 'days' && addDays(then.to, 1) === time.from
  return isPrevious
    ? { time, comparison: 'previous_period', against: null }
    : { time, comparison: 'between_periods', against: { from: then.from, to: then.to } }
}

const isYearBefore = (time: PlanTime, then: PlanTime): boolean => {
  if (time.grain !== then.grain || time.grain === 'year') return false
  if (time.grain === 'month') {
    return then.from === wholeMonth(time.from, -MONTHS_A_YEAR).from
  }
  return then.from === dayOf(yearOf(time.from) - 1, monthOf(time.from), Number(time.from.slice(8)))
}
const MONTHS_A_YEAR = 12
