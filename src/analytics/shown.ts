import type { Plan } from '../intent/ask/plan.ts'
import type { Span } from '../sales/day.ts'

/** What an answer was about, so that its rows can be handed out when somebody asks for proof. */
export type Shown =
  /** Figures over rows: the plans with the days they were answered for. */
  | { readonly kind: 'figures'; readonly plans: readonly Plan[] }
  | { readonly kind: 'why'; readonly span: Span }
  | {
      readonly kind: 'forecast'
      readonly only: { readonly branch?: string; readonly products?: readonly string[] } | null
    }
  | { readonly kind: 'restock' }

/** All of the shop's money of these days, as a plan: what most answers begin with. */
export const wholePlan = (
  { from, to }: Span,
  metric: 'revenue' | 'units' = 'revenue',
  filters: Plan['filters'] = [],
): Plan => ({
  metric,
  aggregation: 'sum',
  dimension: null,
  filters,
  time: { from, to, partial: false, grain: 'days' },
  comparison: null,
  against: null,
  topN: null,
  having: null,
})
