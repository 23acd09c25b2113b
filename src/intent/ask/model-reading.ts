import type { ModelTime } from './model-time.ts'
import type { NamedDimension } from './names-in.ts'
import type { Aggregation, Comparison, DeclineReason, Dimension, Having, Metric } from './plan.ts'

/**
 * A question as a model reads it: words of the question pointed at, periods named, nothing counted and
 * nothing looked up. It becomes plans only through
 * `plansOfModel` (model-plan.ts).
 */
export type ModelReading = {
  readonly kind: 'query' | 'decline' | 'unsure'
  readonly reason: DeclineReason | 'none'
  /** What each word means that our rules did not know. */
  readonly words: readonly ModelWord[]
  readonly plans: readonly ModelPlan[]
}

export type ModelWord = {
  readonly said: string
  readonly role: 'name' | 'time' | 'asking' | 'talk'
}

export type ModelPlan = {
  readonly metric: Metric
  readonly aggregation: Aggregation
  readonly dimension: Dimension | 'none'
  /** What the rows of a table are of. */
  readonly across: Dimension | 'none'
  readonly rankedBy: 'figure' | 'change'
  readonly mentions: readonly ModelMention[]
  readonly weekdays: readonly string[]
  /** `not`: every weekday but these. */
  readonly weekdayOp: 'is' | 'not'
  /** From this hour up to before that one; null: any. */
  readonly hourFrom: number | null
  readonly hourTo: number | null
  readonly time: ModelTime
  readonly comparison: Comparison | 'none'
  readonly against: ModelTime
  readonly topN: number | null
  readonly having: Having | null
  /** Leans on the answer before: what is not said stays. */
  readonly follows: boolean
}

/** Words of the question that name something of the shop; `translations` are other languages' words for it. */
export type ModelMention = {
  readonly dimension: NamedDimension
  readonly op: 'is' | 'not'
  readonly said: string
  readonly translations: readonly string[]
}
