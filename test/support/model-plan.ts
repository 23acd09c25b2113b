import type { ModelPlan, ModelReading } from '../../src/intent/ask/model-reading.ts'
import type { ModelTime } from '../../src/intent/ask/model-time.ts'

/** No period said. */
const NO_TIME: ModelTime = {
  kind: 'none',
  unit: null,
  offset: null,
  count: null,
  from: null,
  to: null,
  weekday: null,
  name: null,
}

export const aModelTime = (changes: Partial<ModelTime>): ModelTime => ({ ...NO_TIME, ...changes })

/** Revenue of yesterday, and what a test says otherwise. */
export const aModelPlan = (changes: Partial<ModelPlan> = {}): ModelPlan => ({
  metric: 'revenue',
  aggregation: 'sum',
  dimension: 'none',
  across: 'none',
  rankedBy: 'figure',
  mentions: [],
  weekdays: [],
  weekdayOp: 'is',
  hourFrom: null,
  hourTo: null,
  time: aModelTime({ kind: 'unit', unit: 'day', offset: -1 }),
  comparison: 'none',
  against: NO_TIME,
  topN: null,
  having: null,
  follows: false,
  ...changes,
})

export const aModelReading = (changes: Partial<ModelReading> = {}): ModelReading => ({
  kind: 'query',
  reason: 'none',
  words: [],
  plans: [aModelPlan()],
  ...changes,
})
