import { monthAgo, relate, weekAgo } from './comparison-of.ts'
import { type Made, makePlan } from './make-plan.ts'
import { canMove, isByChange, METRIC_RULES } from './metrics.ts'
import type { AskContext, Filter, Plan } from './plan.ts'
import { siblingsOf } from './siblings.ts'
import { beforeThat, isRanked, type Slots } from './slots.ts'

/** Words that ask for nothing by themselves: the rest is in the last answer. */
export const leansOnPrior = (slots: Slots): boolean =>
  slots.metrics.length === 0 &&
  slots.movers === null &&
  !slots.marks.has('sold') &&
  !slots.marks.has('forecast') &&
  !slots.marks.has('busy') &&
  !slots.marks.has('price') &&
  slots.aggregations.every((each) => LEANING.has(each)) &&
  (slots.times.length > 0 ||
    slots.filters.length > 0 ||
    slots.dimensions.length > 0 ||
    slots.aggregations.length > 0 ||
    slots.topN !== null ||
    slots.marks.has('usual') ||
    slots.marks.has('how_many') ||
    slots.marks.has('earlier') ||
    slots.marks.has('week_ago') ||
    slots.marks.has('month_ago') ||
    slots.marks.has('last_year') ||
    slots.marks.has('versus') ||
    slots.marks.has('change'))

const LEANING: ReadonlySet<string> = new Set([
  'explain',
  'trend',
  'share',
  'avg_per_day',
  'avg',
  'list',
  'median',
])

/**
 * A noun alone, `cabang`, goes on with the last answer only where it splits that anew; after a list of what to order it
 * would bring the same list again, and whoever says it wants the branches.
 */
export const goesOnWith = (slots: Slots, { metric, dimension }: Plan): boolean => {
  const noun = slots.dimensions[0]?.dimension
  const isAlone =
    noun !== undefined &&
    slots.topN === null &&
    slots.times.length + slots.filters.length + slots.aggregations.length + slots.marks.size === 0
  return !isAlone || (METRIC_RULES[metric].dimensions.includes(noun) && dimension !== noun)
}

/**
 * `kalau kemarin?`, `yang di dago?`: the last plan with what was named put in its place. Filters of one
 * dimension replace each other, others add up; a list's length is not carried on.
 */
export const followUp = (slots: Slots, last: Plan, context: AskContext): Made => {
  const prior = narrowable(last, slots)
  // `kalau jumlahnya?` after money asks for things.
  const metric = slots.marks.has('how_many') && prior.metric === 'revenue' ? 'units' : prior.metric
  // `biasanya berapa?` sets the last figure beside the usual one.
  const marks = slots.marks.difference(HABIT)
  const { plan, assumptions } = makePlan({ ...slots, marks, metrics: [metric] }, context)
  const beside = besideIt(slots, prior)
  if (beside !== null) return { plan: beside, assumptions: [] }
  const against = comparedWith(slots, prior)
  const before = earlierThan(slots, prior)
  const saysTime = (slots.times.length > 0 || before !== null) && against === null
  const way = wayAfter(slots, prior)
  const saysHow = slots.aggregations.length > 0 && way === null
  const splits = plan.dimension !== null && slots.dimensions.length > 0
  const time =
    saysTime || METRIC_RULES[prior.metric].ahead !== METRIC_RULES[plan.metric].ahead
      ? (before ?? plan.time)
      : (prior.time ?? plan.time)
  const dimension = splits || saysHow ? plan.dimension : splitOf(prior, slots)
  const isMoved = !saysHow && (way !== null || isByChange(prior)) && canMove(dimension)
  // Other days are beside those before them.
  const besideThem = isMoved ? 'previous_period' : null
  const besideBefore = saysTime ? besideThem : prior.comparison
  return {
    plan: {
      metric: plan.metric,
      aggregation: saysHow ? plan.aggregation : (way ?? prior.aggregation),
      dimension,
      ...(isMoved && { rankedBy: 'change' as const }),
      filters: replaced(prior.filters, siblingsOf(slots.filters, prior.filters, context.catalogue)),
      time,
      comparison: against?.comparison ?? plan.comparison ?? besideBefore,
      against: against?.against ?? plan.against ?? (saysTime ? null : prior.against),
      topN: slots.topN ?? (splits || saysHow ? plan.topN : prior.topN),
      having: slots.having ?? prior.having,
    },
    assumptions: assumptions.filter((each) => each === 'spelling'),
  }
}

/** `yang turun?` after what rose, `yang naik apa?` after the best: the same names by how they moved. */
const wayAfter = (slots: Slots, prior: Plan): 'rank_desc' | 'rank_asc' | null => {
  const isListed = canMove(prior.dimension) && RANKS.has(prior.aggregation)
  const picks = isByChange(prior) || slots.marks.has('which') || slots.marks.has('follow')
  const isPlain = slots.aggregations.every((each) => each === 'list')
  if (slots.way === null || !isListed || !picks || !isPlain) return null
  return slots.way === 'up' ? 'rank_desc' : 'rank_asc'
}

/** `y el peor?` after a ranking: the same one from its other end. */
export const flips = (slots: Slots, { aggregation, dimension }: Plan): boolean =>
  dimension !== null &&
  RANKS.has(aggregation) &&
  (isRanked(slots) || slots.marks.has('fewer') || slots.marks.has('more')) &&
  !slots.sells &&
  slots.metrics.length + slots.dimensions.length + slots.filters.length === 0 &&
  slots.having === null
const RANKS: ReadonlySet<string> = new Set(['rank_desc', 'rank_asc'])

/** `y que menos?` */
const softWay = ({ marks }: Slots): Plan['aggregation'] =>
  marks.has('fewer') ? 'rank_asc' : 'rank_desc'

export const flipped = (slots: Slots, prior: Plan): Made => {
  const way = slots.aggregations.find((each) => RANKS.has(each)) ?? softWay(slots)
  const [said] = slots.times
  return {
    plan: {
      ...prior,
      aggregation: way,
      time: said?.time ?? prior.time,
      topN: slots.topN ?? prior.topN,
    },
    assumptions: [],
  }
}

const HABIT: Slots['marks'] = new Set(['habit'] as const)

/** `bandingin sama kemang` after Dago's figure: the two of them side by side. */
const besideIt = (slots: Slots, prior: Plan): Plan | null => {
  const [said, ...others] = slots.filters
  const weighs = slots.marks.has('versus') || slots.marks.has('outdoes')
  if (!weighs || slots.times.length > 0 || said === undefined) return null
  const before = prior.filters.find(({ dimension }) => dimension === said.dimension)
  const isApart = before?.op !== 'not' && said.op !== 'not' && others.length === 0
  if (before === undefined || !isApart || METRIC_RULES[prior.metric].ahead) return null
  const values = [...new Set([...before.values, ...said.values])]
  return {
    ...prior,
    aggregation: RANKS.has(prior.aggregation) ? 'sum' : prior.aggregation,
    dimension: said.dimension,
    filters: replaced(prior.filters, [{ dimension: said.dimension, op: 'in', values }]),
    comparison: 'between_values',
    against: null,
    topN: null,
  }
}

/** `dibanding tahun lalu?`: the last answer's own period beside that one. */
const comparedWith = (slots: Slots, prior: Plan): Pick<Plan, 'comparison' | 'against'> | null => {
  const [then] = slots.times
  // `sama hari yang sama minggu lalu?`: a week before the days of the last answer.
  if (slots.marks.has('week_ago') && then === undefined && prior.time !== null)
    return weekAgo(prior.time)
  if (slots.marks.has('month_ago') && then === undefined && prior.time !== null)
    return monthAgo(prior.time)
  const isOnly = slots.times.length === 1 && then?.compared === true
  if (!isOnly || prior.time === null) return null
  return relate(prior.time, then.earlier ? beforeThat(then.time, prior.time) : then.time)
}

/** A summary is of the whole shop: `yang di dago?` after it asks for that branch's revenue. */
const narrowable = (prior: Plan, { filters, dimensions }: Slots): Plan =>
  prior.metric === 'summary' && filters.length + dimensions.length > 0
    ? { ...prior, metric: 'revenue', aggregation: 'sum' }
    : prior

/** `and the month before that?`: counted back from the days of the last answer. */
const earlierThan = (slots: Slots, prior: Plan): Plan['time'] => {
  const compares = slots.marks.has('versus') || slots.marks.has('change')
  const [said, ...others] = slots.times
  if (prior.time === null || compares || others.length > 0) return null
  if (said?.earlier) return beforeThat(said.time, prior.time)
  const isBare = said === undefined && slots.marks.has('earlier')
  return isBare ? beforeThat(prior.time, prior.time) : null
}

/** A split by product ends where one product is named; a bare noun (`per cabang?`) begins one. */
const splitOf = (prior: Plan, slots: Slots): Plan['dimension'] => {
  const noun = slots.dimensions[0]?.dimension
  if (noun !== undefined && METRIC_RULES[prior.metric].dimensions.includes(noun)) return noun
  return prior.dimension
}

const replaced = (before: readonly Filter[], now: readonly Filter[]): readonly Filter[] => [
  ...before.filter((filter) => !now.some(({ dimension }) => dimension === filter.dimension)),
  ...now,
]

/** A new question without a period is asked about the last one's. */
export const withPriorPeriod = (made: Made, prior: Plan | undefined): Made => {
  const isOpen = made.assumptions.includes('month_to_date')
  const isPast = prior !== undefined && !METRIC_RULES[prior.metric].ahead
  if (!isOpen || !isPast || prior.time === null) return made
  return {
    plan: { ...made.plan, time: prior.time },
    assumptions: [...made.assumptions.filter((each) => each !== 'month_to_date'), 'prior_period'],
  }
}
