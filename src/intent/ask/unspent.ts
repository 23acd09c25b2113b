import { addDays, type Day, daysBetween, type Span, weekdayOf } from '../../sales/day.ts'
import { isBoundOfMoney } from './metric-of.ts'
import { isByChange, METRIC_RULES } from './metrics.ts'
import { asksForMovers } from './movers.ts'
import type { Mention } from './names-in.ts'
import { isCue, type Part } from './part.ts'
import type { Dimension, Filter, Metric, Plan } from './plan.ts'
import { bears } from './siblings.ts'
import {
  DAYS_LEFT_OUT_MAX,
  isExcepted,
  isLeftOut,
  isRanked,
  type Slots,
  WEEKDAY_NAMES,
  weekdaysSaid,
} from './slots.ts'

/**
 * What was said and is in no plan: a name nobody filtered by, days nobody asked about, a comparison nobody
 * made, a number without a place. An answer that leaves such a word out is confident and wrong, so it is asked
 * back instead. First every part of the question is held against the plans, then every way of asking.
 */
export const unspent = (said: {
  readonly parts: readonly Part[]
  readonly slots: Slots
  readonly plans: readonly Plan[]
}): readonly string[] => {
  const { parts, slots, plans } = said
  return [
    ...(parts.some(isOfQuarters) ? ['quarters'] : []),
    ...(setsHoursApart(parts, slots) ? ['hours'] : []),
    ...(plans.length > 0 && hasOpenNoun(slots, plans) ? ['each noun'] : []),
    ...(countsNoun(parts, slots, plans) ? ['count'] : []),
    ...(asksForMovers(parts) && !plans.some((plan) => isContest(plan) || isByChange(plan))
      ? ['movers']
      : []),
    ...(plans.some((plan) => isOfEveryDay(plan) || isOfNoDay(plan)) ? ['weekdays'] : []),
    ...parts.flatMap((part, i) => (isBorneOut(part, { parts, i, plans }) ? [] : [part.kind])),
    ...WAYS.flatMap(({ what, isSaid, isKept }) =>
      isSaid(slots) && !plans.some((plan) => isKept(plan, slots)) ? [what] : [],
    ),
  ]
}

/** `omzet per kuartal`, `revenue by year`: the nearest a plan has are months, which are offered. */
const isOfQuarters = (part: Part): boolean =>
  part.kind === 'cue' && part.cue.kind === 'dimension' && QUARTERS.test(part.said)
const QUARTERS = /quarter|kuartal|triwulan|trimestr|year|annual|tahun|\bano\b|anual/

/** `are mornings or evenings better`: a plan adds hours up and sets none against the other. */
const setsHoursApart = (parts: readonly Part[], { marks }: Slots): boolean =>
  (marks.has('or') || marks.has('versus')) && parts.filter(isHours).length > 1
const isHours = (part: Part): boolean =>
  part.kind === 'hours' || (part.kind === 'cue' && part.cue.kind === 'hours')

/** `ada berapa cabang`, `cukup untuk berapa hari`: how many of a noun there are is no figure of its sales. */
const countsNoun = (parts: readonly Part[], { marks }: Slots, plans: readonly Plan[]): boolean =>
  parts.some((part, i) => {
    if (part.kind !== 'cue' || part.cue.kind !== 'dimension') return false
    const { dimension } = part.cue
    const isCounted = isCue(parts[i - 1], 'how_much', 'how_many') && !SPLIT.test(part.said)
    // `berapa barang laku`: things sold are what is counted.
    const isSold = dimension === 'product' && marks.has('sold')
    return isCounted && !isSold && !plans.some((plan) => isAbout(plan, dimension))
  })
const SPLIT = /(^| )(per|tiap|setiap|by|each|every|apa|mana|berapa|which|what)( |$)/

const isAbout = ({ dimension, metric, aggregation }: Plan, noun: Dimension): boolean =>
  dimension === noun ||
  (OWN_SHAPE.has(metric) && metric !== 'summary') ||
  metric === 'products_sold' ||
  MEANS.has(aggregation)

const isContest = ({ comparison, aggregation }: Plan): boolean =>
  comparison === 'between_values' || aggregation === 'explain'

/** `weekday apa weekend`: all seven days together are no answer to which of them. */
export const isOfEveryDay = ({ filters }: Plan): boolean =>
  filters.some(({ dimension, values }) => dimension === 'weekday' && values.length === 7)

/** `revenue per branch per product`: each of them splits some plan. */
const hasOpenNoun = ({ dimensions }: Slots, plans: readonly Plan[]): boolean =>
  dimensions.some(
    ({ dimension, each }) => each && !plans.some((plan) => isSplitBy(plan, dimension)),
  )

const isSplitBy = (plan: Plan, dimension: Dimension): boolean =>
  isBy(plan, dimension) ||
  (OWN_SHAPE.has(plan.metric) && !RATIOS.has(plan.metric)) ||
  (MEANS.has(plan.aggregation) && MEAN_OF.has(dimension)) ||
  plan.filters.some((filter) => filter.dimension === dimension)

/** Workdays of a weekend: no day is both, so one of them was meant in another way. */
const isOfNoDay = ({ filters, time }: Plan): boolean => {
  const named = filters.find(({ dimension, op }) => dimension === 'weekday' && op !== 'not')
  if (named === undefined || time === null || daysBetween(time.from, time.to) >= WEEK_DAYS - 1)
    return false
  return daysOf(time).every(
    (each) => !named.values.includes(WEEKDAY_NAMES[weekdayOf(each) - 1] ?? ''),
  )
}
const WEEK_DAYS = 7
const daysOf = ({ from, to }: Span): readonly Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i))

/** Of weekends, or of working days, where both were said. */
const isOfKindOfDay = ({ filters }: Plan, slots: Slots): boolean => {
  const said = slots.filters.find(({ dimension }) => dimension === 'weekday')?.values.length ?? 0
  return filters.some(({ dimension, values }) => dimension === 'weekday' && values.length < said)
}

/** `transaksi yang lebih dari 5 item` */
const isBoundOfGoods = ({ metrics, having, dimensions }: Slots): boolean =>
  having !== null &&
  metrics.includes('transactions') &&
  dimensions.some(({ dimension, split }) => dimension === 'product' && !split)

type Placed = {
  readonly parts: readonly Part[]
  readonly i: number
  readonly plans: readonly Plan[]
}

/** Names, days, hours and numbers stand in a plan as they are; cues are ways of asking. */
const isBorneOut = (part: Part, { parts, i, plans }: Placed): boolean => {
  const isOut = isExcepted(parts, i)
  switch (part.kind) {
    case 'name':
      return isFilteredBy(plans, { ...part.mention, isOut }) || isNarrowedTo(plans, part.mention)
    case 'hours':
      return isFilteredBy(plans, { dimension: 'hour', values: part.hours.map(String), isOut })
    case 'number':
      return plans.some(
        (plan) =>
          (plan.topN === part.value && (isRank(plan) || plan.aggregation === 'list')) ||
          plan.having?.value === part.value ||
          isBound(parts[i - 1]),
      )
    case 'time': {
      const weekdays = weekdaysSaid(part, parts)
      if (weekdays !== null) return isFilteredBy(plans, { ...weekdays, isOut })
      return isLeftOut(part, parts, i)
        ? plans.some(hasDaysLeftOut)
        : plans.some((plan) => isOfDays(plan, part) || plan.comparison === 'same_period_last_year')
    }
    case 'unknown':
      return false
    case 'cue':
      if (part.cue.kind === 'most')
        return plans.some((plan) => isRank(plan) || OWN_SHAPE.has(plan.metric))
      // `belum … sama sekali`: the none of a list.
      return part.cue.kind !== 'denial' || plans.some(({ having }) => having?.value === 0)
  }
}

/** The days are of the stretch that is asked about, and few enough to be named. */
const hasDaysLeftOut = ({ time, filters }: Plan): boolean =>
  filters.some(
    ({ dimension, op, values }) =>
      dimension === 'day' &&
      op === 'not' &&
      values.length <= DAYS_LEFT_OUT_MAX &&
      values.every((value) => time !== null && value >= time.from && value <= time.to),
  )

/** Its own check is that of the bound. */
const isBound = (part: Part | undefined): boolean =>
  part?.kind === 'cue' && part.cue.kind === 'bound'

type Meant = Pick<Filter, 'dimension' | 'values'> & { readonly isOut: boolean }
const isFilteredBy = (plans: readonly Plan[], { dimension, values, isOut }: Meant): boolean =>
  plans.some(({ filters }) =>
    filters.some(
      (filter) =>
        filter.dimension === dimension &&
        (filter.op === 'not') === isOut &&
        values.every((value) => filter.values.includes(value)),
    ),
  )

/** `yang putih?` after Mawar Merah: the goods that bear the name said, and no others. */
const isNarrowedTo = (plans: readonly Plan[], { values }: Mention): boolean =>
  plans.some(({ filters }) =>
    filters.some(
      ({ dimension, op, values: own }) =>
        dimension === 'product' &&
        op !== 'not' &&
        own.every((each) => values.some((value) => bears(each, value))),
    ),
  )

const isOfDays = (plan: Plan, { time, earlier }: Extract<Part, { kind: 'time' }>): boolean =>
  TIMELESS.has(plan.metric) ||
  (plan.time !== null &&
    (plan.comparison !== null ||
      plan.aggregation === 'explain' ||
      earlier ||
      isWithin(plan.time, time)))

/** The stretch itself, or a day, a week or a month that was named inside of it. */
const isWithin = (meant: Span, said: Span): boolean =>
  (meant.from >= said.from && meant.to <= said.to) ||
  meant.from.slice(MONTH_DAY) === said.from.slice(MONTH_DAY) ||
  (said.from === said.to &&
    meant.from === meant.to &&
    weekdayOf(meant.from) === weekdayOf(said.from))
/** Of `2026-03-01`: the month and the day, whatever the year. */
const MONTH_DAY = 5
/** These speak of now, whatever day was named. */
const TIMELESS: ReadonlySet<Metric> = new Set(['stock_on_hand', 'reorder_qty'])

type Way = {
  readonly what: string
  readonly isSaid: (slots: Slots) => boolean
  readonly isKept: (plan: Plan, slots: Slots) => boolean
}

const RANKS: ReadonlySet<string> = new Set(['rank_desc', 'rank_asc', 'max', 'min'])
const isRank = ({ aggregation }: Plan): boolean => RANKS.has(aggregation)
const MEANS: ReadonlySet<string> = new Set(['avg', 'avg_per_day', 'median'])
/** `per day` and `per order` are what a mean is of. */
const MEAN_OF: ReadonlySet<Dimension> = new Set(['day', 'product'])
const RATIOS: ReadonlySet<Metric> = new Set(['aov', 'avg_price', 'units_per_order'])
const OF_RECEIPTS: ReadonlySet<Metric> = new Set(['transactions', 'aov'])
/** No other way of asking comes to the same figures. */
const ALONE: ReadonlySet<string> = new Set(['median', 'latest'])
/** Metrics that are a mean or a list by themselves. */
const OWN_SHAPE: ReadonlySet<Metric> = new Set([
  'aov',
  'avg_price',
  'units_per_order',
  'reorder_qty',
  'stock_on_hand',
  'anomalies',
  'summary',
  'forecast_units',
  'forecast_revenue',
])

/** `naik gak`, `lebih rame`: told beside something, as its course, or as a list of what did. */
const isWeighed = (plan: Plan): boolean =>
  plan.comparison !== null ||
  plan.aggregation === 'explain' ||
  plan.aggregation === 'trend' ||
  plan.having !== null ||
  isRank(plan)

/** Nothing is compared with itself. */
const isOfItself = ({ time, against }: Plan): boolean =>
  against !== null && time?.from === against.from && time.to === against.to

/** Whether one thing has passed a figure is told by its own. */
const isOneNamed = ({ aggregation, filters, time }: Plan, { dimensions, marks }: Slots): boolean =>
  aggregation === 'sum' &&
  dimensions.length === 0 &&
  (time?.grain === 'day' ||
    marks.has('yet') ||
    filters.some(({ dimension, op }) => dimension === 'product' && op === 'eq'))

const isBy = (plan: Plan, dimension: Dimension): boolean =>
  plan.dimension === dimension || plan.across === dimension

const COMPARED = ['versus', 'last_year', 'week_ago', 'month_ago'] as const
const STRETCHES: ReadonlySet<string> = new Set(['week', 'month'])
const GOODS: ReadonlySet<string> = new Set(['product', 'color', 'category'])

const WAYS: readonly Way[] = [
  {
    what: 'other period',
    isSaid: () => true,
    isKept: (plan) => !isOfItself(plan),
  },
  {
    what: 'either',
    isSaid: ({ marks }) => marks.has('or'),
    isKept: (plan, { pair }) => isWeighed(plan) || pair !== null,
  },
  {
    what: 'except',
    isSaid: ({ marks }) => marks.has('except'),
    isKept: ({ filters }) => filters.some(({ op }) => op === 'not'),
  },
  {
    what: 'comparison',
    isSaid: ({ marks }) => COMPARED.some((mark) => marks.has(mark)),
    isKept: (plan, slots) =>
      plan.comparison !== null ||
      plan.aggregation === 'explain' ||
      isRank(plan) ||
      // Three stretches are told one after the other, and so are two kinds of day.
      slots.times.length > 2 ||
      isOfKindOfDay(plan, slots) ||
      // A month by month of one month sets nothing beside anything.
      (plan.dimension !== null && plan.dimension !== plan.time?.grain),
  },
  {
    what: 'change',
    isSaid: ({ marks }) => marks.has('change') || marks.has('fewer'),
    isKept: (plan, slots) =>
      isWeighed(plan) || OWN_SHAPE.has(plan.metric) || isOfKindOfDay(plan, slots),
  },
  {
    // `which products fell`: some of them, by how they moved.
    what: 'risers',
    isSaid: ({ marks, dimensions }) =>
      marks.has('some') || (marks.has('change') && marks.has('which') && dimensions.length > 0),
    isKept: (plan) =>
      isByChange(plan) ||
      plan.aggregation === 'explain' ||
      plan.comparison === 'between_values' ||
      plan.having !== null,
  },
  {
    what: 'usual',
    isSaid: ({ marks }) => marks.has('usual'),
    isKept: (plan) => isWeighed(plan) || MEANS.has(plan.aggregation),
  },
  {
    // `which days were above average`: no plan picks some of them by what is usual.
    what: 'picked by the usual',
    isSaid: ({ marks, dimensions }) => marks.has('usual') && dimensions.some(({ each }) => !each),
    isKept: (plan) => isRank(plan) || MEANS.has(plan.aggregation) || plan.aggregation === 'explain',
  },
  {
    // `stok anggrek cukup sampai kapan`: what is left says no day.
    what: 'until when',
    isSaid: ({ marks }) => marks.has('when'),
    isKept: ({ metric }) => metric !== 'stock_on_hand',
  },
  {
    what: 'ranking',
    isSaid: ({ aggregations }) =>
      aggregations.some((each) => each === 'rank_desc' || each === 'rank_asc'),
    isKept: (plan, { marks }) =>
      isRank(plan) ||
      plan.comparison === 'between_values' ||
      plan.aggregation === 'explain' ||
      (marks.has('unsold') && plan.aggregation === 'sum') ||
      OWN_SHAPE.has(plan.metric),
  },
  {
    what: 'share',
    isSaid: ({ aggregations }) => aggregations.includes('share'),
    isKept: (plan) => plan.aggregation === 'share' || isWeighed(plan),
  },
  {
    what: 'bound',
    isSaid: ({ having }) => having !== null,
    isKept: (plan, slots) =>
      // A forecast knows no bound.
      (plan.having !== null && !METRIC_RULES[plan.metric].ahead) || isOneNamed(plan, slots),
  },
  {
    what: 'periods',
    isSaid: ({ times }) => times.length > 1,
    isKept: (plan, { times }) =>
      plan.comparison !== null ||
      plan.aggregation === 'explain' ||
      times.every(({ joined }, i) => joined || i === 0),
  },
  {
    what: 'noun',
    isSaid: ({ dimensions }) => dimensions.some(({ split }) => split),
    isKept: (plan, slots) =>
      plan.dimension !== null ||
      MEANS.has(plan.aggregation) ||
      (OWN_SHAPE.has(plan.metric) &&
        !slots.dimensions.some(({ dimension }) => dimension === 'hour')) ||
      plan.metric === 'products_sold' ||
      slots.dimensions.every(({ dimension }) =>
        plan.filters.some((filter) => filter.dimension === dimension),
      ),
  },
  {
    // `the week of october 5` is no single day.
    what: 'stretch',
    isSaid: ({ dimensions }) => dimensions.some(({ dimension }) => STRETCHES.has(dimension)),
    isKept: (plan, { dimensions }) =>
      MEANS.has(plan.aggregation) ||
      OWN_SHAPE.has(plan.metric) ||
      dimensions.some(({ dimension }) => isBy(plan, dimension)),
  },
  {
    // `produk terlaris per cabang`: a list has one noun, a table two.
    what: 'second noun',
    isSaid: (slots) => isRanked(slots) && slots.marks.has('per'),
    isKept: (plan, { dimensions }) =>
      dimensions.every(({ dimension }) => !GOODS.has(dimension) || isBy(plan, dimension)) ||
      OWN_SHAPE.has(plan.metric),
  },
  {
    // `cabang dengan transaksi di atas 50`: the noun is what the bound picks.
    what: 'listed noun',
    isSaid: ({ dimensions, having }) => having !== null && dimensions.length > 0,
    isKept: (plan, { dimensions }) =>
      dimensions.every(
        ({ dimension, loose }) =>
          loose ||
          isBy(plan, dimension) ||
          plan.filters.some((filter) => filter.dimension === dimension),
      ),
  },
  {
    what: 'mean',
    isSaid: ({ aggregations }) => aggregations.some((each) => MEANS.has(each)),
    isKept: (plan) =>
      MEANS.has(plan.aggregation) || OWN_SHAPE.has(plan.metric) || plan.comparison === 'vs_average',
  },
  {
    // `transaksi paling gede`: one receipt, and no day with many of them.
    what: 'one receipt',
    isSaid: ({ metrics, marks, dimensions }) =>
      marks.has('size') && dimensions.length === 0 && metrics.some((each) => OF_RECEIPTS.has(each)),
    isKept: (plan, { marks }) => !isRank(plan) || plan.dimension !== 'day' || marks.has('when'),
  },
  {
    // `biggest sale yesterday`: one day has no first among its days.
    what: 'one sale',
    isSaid: ({ times, dimensions }) => times.length === 1 && dimensions.length === 0,
    isKept: (plan) => !isRank(plan) || plan.dimension !== 'day' || plan.time?.grain !== 'day',
  },
  {
    // `berapa transaksi di atas 200rb`: receipts of that size, which no plan picks out.
    what: 'size of receipts',
    isSaid: (slots) => isBoundOfMoney(slots) || isBoundOfGoods(slots),
    isKept: ({ metric }) => metric !== 'transactions',
  },
  {
    // `median nilai transaksi`: a mean is no median, and not every metric has a last time.
    what: 'own way',
    isSaid: ({ aggregations }) => aggregations.some((each) => ALONE.has(each)),
    isKept: (plan, { aggregations }) =>
      plan.comparison !== null ||
      plan.aggregation === 'explain' ||
      (isRank(plan) && !aggregations.includes('median')) ||
      aggregations.some((each) => ALONE.has(each) && each === plan.aggregation),
  },
  {
    what: 'metric',
    isSaid: ({ metrics }) => metrics.length > 0,
    isKept: (plan, { metrics }) => metrics.includes(plan.metric) || isMadeOf(plan, metrics),
  },
]

/** `rata-rata transaksi` is a mean of money, `prediksi omzet` money to come, `penjualan kotor` no other. */
const isMadeOf = ({ metric, aggregation }: Plan, said: readonly Metric[]): boolean =>
  OWN_SHAPE.has(metric) ||
  aggregation === 'explain' ||
  said.includes('summary') ||
  said.includes('aov')
