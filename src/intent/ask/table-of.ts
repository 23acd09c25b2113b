import { METRIC_RULES } from './metrics.ts'
import type { Aggregation, Dimension, Metric } from './plan.ts'
import { isRanked, type Slots } from './slots.ts'

/** Two dimensions of one answer: a row for each value of `across`, and in it the values of `dimension`. */
export type TableSaid = { readonly dimension: Dimension; readonly across: Dimension }

/**
 * `produk terlaris per cabang`, `revenue by month and branch`: the nouns of a question that asks by two of them;
 * null where it asks by fewer, or for something that has no table. What is ranked stands in the rows of what
 * is said after `per`; where nothing is ranked, days go down and names across.
 */
export const tableOf = (
  slots: Slots,
  { metric, aggregation }: { readonly metric: Metric; readonly aggregation: Aggregation },
): TableSaid | null => {
  const isOwnMean = aggregation === 'avg' && !METRIC_RULES[metric].additive
  if (!COUNTED.has(metric) || !(isOwnMean || LISTED.has(aggregation))) return null
  const nouns = nounsOf(slots)
  const picks = isRanked(slots) || slots.having !== null || aggregation === 'list'
  return picks ? pickedIn(nouns, slots) : splitBy(nouns, slots)
}

type Noun = Slots['dimensions'][number]

const COUNTED: ReadonlySet<Metric> = new Set<Metric>([
  'revenue',
  'units',
  'transactions',
  'aov',
  'avg_price',
  'units_per_order',
])
const LISTED: ReadonlySet<Aggregation> = new Set<Aggregation>([
  'sum',
  'list',
  'trend',
  'rank_desc',
  'rank_asc',
  'max',
  'min',
])

/** Each once; a noun beside its own name splits nothing. */
const nounsOf = ({ dimensions, filters }: Slots): readonly Noun[] => {
  const named = new Set(filters.flatMap(({ dimension, op }) => (op === 'eq' ? [dimension] : [])))
  const nouns = dimensions.filter(({ dimension }) => !named.has(dimension))
  return [
    ...new Map(nouns.toReversed().map((noun) => [noun.dimension, noun])).values(),
  ].toReversed()
}

/** Of what each row holds, the first or those that keep a bound. */
const pickedIn = (nouns: readonly Noun[], { bestSeller }: Slots): TableSaid | null => {
  const rows = nouns.find(({ each }) => each)?.dimension
  const said = nouns.find((noun) => noun.dimension !== rows)?.dimension
  // `best seller per branch` is a product.
  return ofBoth(rows, said ?? (bestSeller ? 'product' : undefined))
}

const splitBy = (nouns: readonly Noun[], { pair }: Slots): TableSaid | null => {
  const split = nouns.flatMap((noun) => (noun.split ? [noun.dimension] : []))
  // `dago vs kemang per month`.
  const all = pair === null ? split : [...new Set([...split, pair.dimension])]
  const rows = all.find((each) => OF_TIME.has(each)) ?? all[0]
  return ofBoth(
    rows,
    all.find((each) => each !== rows),
  )
}
const OF_TIME: ReadonlySet<Dimension> = new Set(['day', 'weekday', 'hour', 'week', 'month'])

const ofBoth = (
  across: Dimension | undefined,
  dimension: Dimension | undefined,
): TableSaid | null =>
  across === undefined || dimension === undefined || across === dimension
    ? null
    : { dimension, across }
