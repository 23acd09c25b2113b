import { addDays, type Span } from '../../sales/day.ts'
import { thisMonth } from '../calendar.ts'
import { METRIC_RULES } from './metrics.ts'
import type { ModelPlan } from './model-reading.ts'
import { modelTime } from './model-time.ts'
import type { AskContext, Assumption, Metric, PlanTime } from './plan.ts'
import { timeOf } from './times.ts'

/** Metrics that speak of now, and those whose command has a period of its own. */
const TIMELESS: ReadonlySet<Metric> = new Set(['stock_on_hand', 'reorder_qty'])
const SELF_TIMED: ReadonlySet<Metric> = new Set(['summary', 'anomalies'])

type Timed = { readonly time: PlanTime | null; readonly assumptions: readonly Assumption[] }

/** The plan's days and what was taken for granted, or a word for what is wrong with them. */
export const timeFor = (said: ModelPlan, context: AskContext): Timed | string => {
  if (TIMELESS.has(said.metric)) return { time: null, assumptions: [] }
  if (said.time.kind === 'none') return assumedTime(said, context)
  const { ahead } = METRIC_RULES[said.metric]
  const time = modelTime(said.time, { ...context, ahead })
  if (typeof time === 'string') return time
  if (!ahead && time.from > context.today) return 'days to come asked of what was sold'
  if (ahead && time.to < context.today) return 'a forecast of days gone by'
  return { time, assumptions: [] }
}

const assumedTime = (said: ModelPlan, { today, covered, prior }: AskContext): Timed => {
  const before = said.follows ? prior[0]?.time : null
  if (before) return { time: before, assumptions: ['prior_period'] }
  if (METRIC_RULES[said.metric].ahead) {
    const tomorrow = addDays(today, 1)
    return {
      time: timeOf({ span: { from: tomorrow, to: tomorrow }, grain: 'day' }, today),
      assumptions: [],
    }
  }
  if (SELF_TIMED.has(said.metric)) return { time: null, assumptions: [] }
  if (said.aggregation === 'latest' && covered) {
    return { time: timeOf({ span: covered, grain: 'days' }, today), assumptions: [] }
  }
  const month = timeOf({ span: thisMonth(today, 'past'), grain: 'month' }, today)
  return { time: month, assumptions: ['month_to_date'] }
}

/** The other stretch of `between_periods`, or a word for what is wrong with it. */
export const againstOf = (said: ModelPlan, context: AskContext): Span | null | string => {
  if (said.comparison !== 'between_periods') return null
  const time = modelTime(said.against, { ...context, ahead: false })
  return typeof time === 'string' ? time : { from: time.from, to: time.to }
}
