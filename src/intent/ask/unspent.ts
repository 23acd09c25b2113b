import type { Plan } from './plan.ts'
import type { Slots } from './slots.ts'

/**
 * What was said and is not in the plan: a bound nobody kept, a comparison nobody made, a number without
 * a place. An answer that leaves such a word out is confident and wrong, so it is asked back instead.
 */
export const unspent = (slots: Slots, plan: Plan): readonly string[] =>
  CHECKS.filter(({ isSaid, isKept }) => isSaid(slots) && !isKept(plan, slots)).map(
    ({ what }) => what,
  )

type Check = {
  readonly what: string
  readonly isSaid: (slots: Slots) => boolean
  readonly isKept: (plan: Plan, slots: Slots) => boolean
}

const RANKS: ReadonlySet<string> = new Set(['rank_desc', 'rank_asc', 'max', 'min'])
const isRank = ({ aggregation }: Plan): boolean => RANKS.has(aggregation)
const MEANS: ReadonlySet<string> = new Set(['avg', 'avg_per_day', 'median'])
/** Metrics that are a mean or a list by themselves. */
const OWN_SHAPE: ReadonlySet<Plan['metric']> = new Set([
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

const CHECKS: readonly Check[] = [
  {
    what: 'except',
    isSaid: ({ marks }) => marks.has('except'),
    isKept: ({ filters }) => filters.some(({ op }) => op === 'not'),
  },
  {
    what: 'comparison',
    isSaid: ({ marks }) => marks.has('versus') || marks.has('last_year') || marks.has('week_ago'),
    isKept: (plan) =>
      plan.comparison !== null ||
      plan.aggregation === 'explain' ||
      isRank(plan) ||
      plan.dimension !== null,
  },
  {
    what: 'ranking',
    isSaid: ({ aggregations }) =>
      aggregations.some((each) => each === 'rank_desc' || each === 'rank_asc'),
    isKept: (plan) =>
      isRank(plan) ||
      plan.comparison === 'between_values' ||
      plan.aggregation === 'explain' ||
      OWN_SHAPE.has(plan.metric),
  },
  {
    what: 'number',
    isSaid: ({ topN }) => topN !== null,
    isKept: (plan) => plan.topN !== null || plan.having !== null || OWN_SHAPE.has(plan.metric),
  },
  {
    what: 'bound',
    isSaid: ({ having }) => having !== null,
    isKept: (plan) => plan.having !== null,
  },
  {
    what: 'periods',
    isSaid: ({ times }) => times.length > 1,
    isKept: (plan) => plan.comparison !== null || plan.aggregation === 'explain',
  },
  {
    what: 'noun',
    isSaid: ({ dimensions }) => dimensions.some(({ split }) => split),
    isKept: (plan, slots) =>
      plan.dimension !== null ||
      MEANS.has(plan.aggregation) ||
      OWN_SHAPE.has(plan.metric) ||
      plan.metric === 'products_sold' ||
      slots.dimensions.every(({ dimension }) =>
        plan.filters.some((filter) => filter.dimension === dimension),
      ),
  },
  {
    what: 'mean',
    isSaid: ({ aggregations }) => aggregations.some((each) => MEANS.has(each)),
    isKept: (plan) =>
      MEANS.has(plan.aggregation) || OWN_SHAPE.has(plan.metric) || plan.comparison === 'vs_average',
  },
]
