import {
  type Aggregation,
  type Comparison,
  DIMENSIONS,
  type Dimension,
  type Metric,
  type Plan,
} from './plan.ts'

/** What a metric is, said once: reading, computing and showing all look here. */
export type MetricRule = {
  /** What the shop's files must hold. */
  readonly needs: readonly Need[]
  /** Parts add up to the whole: only then is a sum or a share of it true. */
  readonly additive: boolean
  readonly shownAs: 'money' | 'things' | 'count' | 'words'
  readonly dimensions: readonly Dimension[]
  readonly aggregations: readonly Aggregation[]
  /** Asked of the days to come. */
  readonly ahead: boolean
}

type Need = 'money' | 'quantity' | 'receipts' | 'stock'

const BRANCH_DAYS: readonly Dimension[] = ['branch', 'day', 'weekday', 'hour', 'week', 'month']
const RANKED: readonly Aggregation[] = ['rank_desc', 'rank_asc', 'list', 'trend', 'min', 'max']
const ADDED: readonly Aggregation[] = [
  'sum',
  'avg',
  'avg_per_day',
  'median',
  'share',
  'latest',
  'explain',
  ...RANKED,
]
const RATIO: readonly Aggregation[] = ['avg', 'explain', ...RANKED]

/**
 * revenue = net sales; aov = revenue / transactions; avg_price = revenue / units; units_per_order =
 * units / transactions. Receipts are known by branch and day alone, since one holds several products; where a
 * question goes deeper, or the files have no receipts, a transaction is a line of the file.
 */
export const METRIC_RULES: Readonly<Record<Metric, MetricRule>> = {
  revenue: rule(['money'], 'money', { aggregations: ADDED, additive: true }),
  units: rule(['quantity'], 'things', { aggregations: ADDED, additive: true }),
  transactions: rule([], 'count', {
    aggregations: [...ADDED, 'count'],
    additive: true,
  }),
  aov: rule(['money', 'receipts'], 'money', { aggregations: RATIO, dimensions: BRANCH_DAYS }),
  avg_price: rule(['money', 'quantity'], 'money', { aggregations: RATIO }),
  units_per_order: rule(['quantity', 'receipts'], 'things', {
    aggregations: RATIO,
    dimensions: BRANCH_DAYS,
  }),
  products_sold: rule([], 'count', {
    aggregations: ['distinct_count', 'count', 'list', 'trend', 'rank_desc', 'rank_asc'],
  }),
  stock_on_hand: rule(['stock'], 'things', {
    aggregations: ['latest', 'list', 'rank_desc', 'rank_asc', 'sum'],
    dimensions: ['product'],
  }),
  reorder_qty: rule(['quantity'], 'things', { aggregations: ['list'], dimensions: ['product'] }),
  forecast_units: rule(['quantity'], 'things', {
    aggregations: ['forecast', 'rank_desc', 'rank_asc'],
    dimensions: ['product', 'branch', 'day'],
    ahead: true,
  }),
  forecast_revenue: rule(['money'], 'money', {
    aggregations: ['forecast', 'rank_desc', 'rank_asc'],
    dimensions: ['product', 'branch', 'day'],
    ahead: true,
  }),
  anomalies: rule([], 'words', { aggregations: ['list'], dimensions: ['branch', 'day'] }),
  summary: rule([], 'words', { aggregations: ['summary'], dimensions: [] }),
}

function rule(
  needs: readonly Need[],
  shownAs: MetricRule['shownAs'],
  rest: Partial<MetricRule>,
): MetricRule {
  return {
    needs,
    shownAs,
    additive: false,
    dimensions: DIMENSIONS,
    aggregations: [],
    ahead: false,
    ...rest,
  }
}

/** The first rule the plan breaks, in words for a log; null when it may be computed. */
export const brokenRule = (plan: Plan): string | null => {
  const { dimensions, aggregations, additive } = METRIC_RULES[plan.metric]
  if (!aggregations.includes(plan.aggregation)) {
    return `${plan.metric} has no ${plan.aggregation}; it has ${aggregations.join(', ')}`
  }
  const strange = [
    plan.dimension,
    plan.across ?? null,
    ...plan.filters.map(({ dimension }) => dimension),
  ].find((dimension) => dimension !== null && !dimensions.includes(dimension))
  if (strange) return `${plan.metric} is not known by ${strange}; only by ${dimensions.join(', ')}`
  if (plan.across !== undefined && (plan.dimension ?? plan.across) === plan.across)
    return `a table across ${plan.across} needs another dimension`
  const brokenMove = plan.rankedBy === undefined ? null : brokenMoveOf(plan)
  if (brokenMove !== null) return brokenMove
  if (plan.aggregation === 'share' && !additive) return `${plan.metric} has no parts`
  return null
}

/** What a ranking by change needs: two stretches, and names that are in both. */
const brokenMoveOf = (plan: Plan): string | null => {
  const { aggregation, dimension, comparison, having, across } = plan
  if (aggregation !== 'rank_desc' && aggregation !== 'rank_asc')
    return 'only a ranking goes by change'
  if (!canMove(dimension)) return `nothing by ${dimension} moves`
  if (comparison === null || !STRETCHES.has(comparison)) return 'a change needs another stretch'
  return having !== null || across !== undefined || METRIC_RULES[plan.metric].ahead
    ? 'a ranking by change stands alone'
    : null
}
const STRETCHES: ReadonlySet<Comparison> = new Set([
  'previous_period',
  'same_period_last_year',
  'between_periods',
])
/** What can move is a name: a day or an hour has no stretch before it. */
export const canMove = (dimension: Dimension | null): dimension is Dimension =>
  dimension !== null && MOVED.has(dimension)
const MOVED: ReadonlySet<Dimension> = new Set(['product', 'branch', 'color', 'category'])

/** Ranked by how far the figures moved, and not by the figures. */
export const isByChange = ({ rankedBy }: Plan): boolean => rankedBy === 'change'
