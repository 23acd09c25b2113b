import { QUESTIONS, saysMoreThanCommand } from '../flow/read-ask.ts'
import {
  AGGREGATIONS,
  type AskReading,
  COMPARISONS,
  type Comparison,
  DIMENSIONS,
  type Filter,
  type Having,
  METRICS,
  type Plan,
} from '../intent/ask/plan.ts'
import { grainOfSpan } from '../intent/ask/times.ts'
import type { CommandName, Intent } from '../intent/intent.ts'
import { addDays, type Day, parseDay } from '../sales/day.ts'

/** One answered question for programs. Days are `YYYY-MM-DD`; `end` is the first day after the stretch. */
export type AskedJson = {
  readonly question: string
  readonly lang: string
  /** Who made the plans; code alone computes and writes the answer. */
  readonly engine: 'rules' | 'gemini'
  readonly kind: 'query' | 'command' | 'clarify' | 'decline'
  readonly plans: readonly PlanJson[]
  readonly reason: string | null
  readonly answer: string
  readonly confidence: number
  readonly ms: number
}

type PlanJson = Omit<Plan, 'time' | 'against' | 'across' | 'rankedBy'> & {
  /** What a ranking goes by, where it is not the figure. */
  readonly rankedBy?: 'change'
  /** A second dimension: for tables only. */
  readonly across?: Plan['dimension']
  readonly time: { readonly start: string; readonly end: string; readonly partial: boolean } | null
  /** The other stretch of `between_periods` only. */
  readonly against?: { readonly start: string; readonly end: string }
}

const planAsJson = ({ time, against, across, rankedBy, ...plan }: Plan): PlanJson => ({
  metric: plan.metric,
  aggregation: plan.aggregation,
  dimension: plan.dimension,
  filters: plan.filters,
  time: time && { start: time.from, end: addDays(time.to, 1), partial: time.partial },
  comparison: plan.comparison,
  topN: plan.topN,
  having: plan.having,
  ...(across && { across }),
  ...(rankedBy && { rankedBy }),
  ...(against && { against: { start: against.from, end: addDays(against.to, 1) } }),
})

/** What a message came to: a deed or help of ours, or what its plans say. */
export const outcomeOf = (
  intent: Intent,
  read: AskReading | null,
  { isProfitTold }: { readonly isProfitTold: boolean },
): Pick<AskedJson, 'kind' | 'plans' | 'reason' | 'confidence'> => {
  const command = intent.kind === 'command' ? intent.name : null
  if (command === 'thanks') return { ...NO_PLANS, kind: 'decline', reason: 'acknowledgement' }
  if (command !== null && !QUESTIONS.has(command))
    return { ...NO_PLANS, kind: 'command', reason: null }
  if (read === null) return { ...NO_PLANS, kind: 'clarify', reason: 'no_data', confidence: 0 }
  // Profit is no plan: the answer holds it where the owner has told costs.
  if (isProfitTold && asksProfit(intent, read)) return ofCommand('profit')
  if (command === 'profit') return { ...NO_PLANS, kind: 'decline', reason: 'no_cost_data' }
  if (command !== null && read.kind !== 'query' && !saysMoreThanCommand(intent, read))
    return ofCommand(command)
  const { kind, reason, confidence } = read
  return { kind, reason, confidence, plans: read.plans.map(planAsJson) }
}

/** By the command or in a free question. */
export const asksProfit = (intent: Intent, read: AskReading | null): boolean =>
  (intent.kind === 'command' && intent.name === 'profit') || read?.reason === 'no_cost_data'

const NO_PLANS = { plans: [], confidence: 1 } as const

/** The words named a command and no plan: `laporan`. */
const ofCommand = (_command: CommandName) =>
  ({ ...NO_PLANS, kind: 'command', reason: null }) as const

/**
 * A plan as somebody wrote it: this program's own shape, or one with `from` and `to`, alone or in
 * `{plans: […]}`. What is no plan is left out.
 */
export const plansFrom = (value: unknown): readonly Plan[] => {
  if (Array.isArray(value)) return value.flatMap(plansFrom)
  if (!isRecord(value)) return []
  if (Array.isArray(value['plans'])) return plansFrom(value['plans'])
  const metric = oneOf(METRICS, value['metric'])
  const aggregation = oneOf(AGGREGATIONS, value['aggregation'])
  if (metric === null || aggregation === null) return []
  const time = isRecord(value['time']) ? value['time'] : null
  const days = time && spanFrom(time)
  const partial = time?.['partial'] === true
  const across = oneOf(DIMENSIONS, value['across'])
  const against = isRecord(value['against']) ? spanFrom(value['against']) : null
  return [
    {
      metric,
      aggregation,
      dimension: oneOf(DIMENSIONS, value['dimension']),
      ...(across !== null && { across }),
      ...(value['rankedBy'] === 'change' && { rankedBy: 'change' as const }),
      filters: Array.isArray(value['filters']) ? value['filters'].flatMap(filterFrom) : [],
      time: days && { ...days, partial, grain: grainOfSpan({ ...days, partial }) },
      comparison: comparisonFrom(value['comparison']),
      against,
      topN: typeof value['topN'] === 'number' ? value['topN'] : null,
      having: havingFrom(value['having']),
    },
  ]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const oneOf = <Name extends string>(names: readonly Name[], value: unknown): Name | null =>
  names.find((name) => name === value) ?? null

const dayIn = (value: unknown): Day | null =>
  typeof value === 'string' ? parseDay(value.slice(0, ISO_DAY_CHARS)) : null
const ISO_DAY_CHARS = 10

const spanFrom = (value: Readonly<Record<string, unknown>>) => {
  const from = dayIn(value['start'] ?? value['from'])
  const end = dayIn(value['end'])
  const to = end === null ? dayIn(value['to']) : addDays(end, -1)
  return from === null || to === null ? null : { from, to }
}

const filterFrom = (value: unknown): readonly Filter[] => {
  if (!isRecord(value)) return []
  const dimension = oneOf(DIMENSIONS, value['dimension'])
  const op = oneOf(['eq', 'in', 'not'] as const, value['op'])
  const values = Array.isArray(value['values']) ? value['values'].map(String) : []
  return dimension === null || op === null || values.length === 0 ? [] : [{ dimension, op, values }]
}

const comparisonFrom = (value: unknown): Comparison | null =>
  oneOf(COMPARISONS, isRecord(value) ? (value['kind'] ?? value['type']) : value)

const havingFrom = (value: unknown): Having | null => {
  if (!isRecord(value) || typeof value['value'] !== 'number') return null
  const op = oneOf(['lt', 'lte', 'gt', 'gte'] as const, value['op'])
  return op === null ? null : { op, value: value['value'] }
}
