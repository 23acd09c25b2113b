import { brokenRule, canMove } from './metrics.ts'
import type { Plan } from './plan.ts'
import type { Slots } from './slots.ts'

/** As many as a bubble has buttons. */
export const OPTIONS_MAX = 3

/**
 * A question that no plan answers as a whole, as the complete plans its words hold: what moved where a move was said,
 * each as it was made, its reason where a change was asked about, and by every other noun and of every other stretch
 * that was named.
 */
export const alternatives = (slots: Slots, plans: readonly Plan[]): readonly Plan[] => {
  const offered = [
    ...plans.flatMap((plan) => moved(slots, plan)),
    ...plans.filter(isAnswer),
    ...plans.flatMap((plan) => variants(slots, plan)),
  ]
  const valid = offered.filter((plan) => brokenRule(plan) === null)
  return [...new Map(valid.map((plan) => [JSON.stringify(plan), plan])).values()].slice(
    0,
    OPTIONS_MAX,
  )
}

/** Nothing is compared with itself. */
const isAnswer = ({ time, against }: Plan): boolean =>
  against === null || time?.from !== against.from || time.to !== against.to

const variants = (slots: Slots, plan: Plan): readonly Plan[] => [
  ...reasons(slots, plan),
  ...slots.dimensions
    .filter(({ dimension }) => dimension !== plan.dimension)
    .map(({ dimension }) => ({ ...plan, dimension })),
  ...slots.times
    .filter(({ time }) => time.from !== plan.time?.from || time.to !== plan.time.to)
    .map(({ time }) => ({ ...plan, time, comparison: null, against: null })),
]

/** `the biggest drop`: of which noun nobody says, so goods are offered. */
const moved = ({ way, dimensions, metrics, marks }: Slots, plan: Plan): readonly Plan[] => {
  if (way === null) return []
  const isMeasured = metrics.length > 0 || marks.has('sold')
  const noun = dimensions.map(({ dimension }) => dimension).find(canMove)
  const { across: _, ...rest } = plan
  return [
    {
      ...rest,
      metric: isMeasured ? plan.metric : 'revenue',
      aggregation: way === 'up' ? 'rank_desc' : 'rank_asc',
      dimension: noun ?? 'product',
      rankedBy: 'change',
      comparison: plan.comparison ?? 'previous_period',
      topN: null,
      having: null,
    },
  ]
}

/** `which products fell`: what the change came from. */
const reasons = ({ marks }: Slots, plan: Plan): readonly Plan[] =>
  marks.has('change') || marks.has('some')
    ? [{ ...plan, aggregation: 'explain', dimension: null, comparison: null, topN: null }]
    : []
