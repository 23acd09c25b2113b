import type { Day, Span } from '../../sales/day.ts'

/**
 * A question as data: what is asked of which rows. Code reads it out of words, code computes it, and a
 * model may write one instead; nobody but code ever writes a number or a query.
 */
export type Plan = {
  readonly metric: Metric
  readonly aggregation: Aggregation
  readonly dimension: Dimension | null
  /** What a ranking goes by: absent, the figure; `change`, how far it moved from the comparison's stretch. */
  readonly rankedBy?: 'change'
  /** A second dimension, as rows that each hold a list of the first: `top products per branch` is across branches. */
  readonly across?: Dimension
  readonly filters: readonly Filter[]
  readonly time: PlanTime | null
  readonly comparison: Comparison | null
  /** The other stretch of `between_periods`; null for every other comparison. */
  readonly against: Span | null
  readonly topN: number | null
  readonly having: Having | null
}

export const METRICS = [
  'revenue',
  'units',
  'transactions',
  'aov',
  'avg_price',
  'units_per_order',
  'products_sold',
  'stock_on_hand',
  'reorder_qty',
  'forecast_units',
  'forecast_revenue',
  'anomalies',
  'summary',
] as const
export type Metric = (typeof METRICS)[number]

export const AGGREGATIONS = [
  'sum',
  'avg',
  'avg_per_day',
  'median',
  'min',
  'max',
  'count',
  'distinct_count',
  'share',
  'rank_desc',
  'rank_asc',
  'list',
  'trend',
  'latest',
  'forecast',
  'explain',
  'summary',
] as const
export type Aggregation = (typeof AGGREGATIONS)[number]

export const DIMENSIONS = [
  'product',
  'branch',
  'color',
  'category',
  'day',
  'weekday',
  'hour',
  'week',
  'month',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Names as the shop writes them; weekdays `monday` … `sunday`; hours `0` … `23`. */
export type Filter = {
  readonly dimension: Dimension
  readonly op: 'eq' | 'in' | 'not'
  readonly values: readonly string[]
}

/** `partial`: the stretch still runs, so it is compared with the same part of another one. */
export type PlanTime = Span & { readonly partial: boolean; readonly grain: Grain }
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'days'

export const COMPARISONS = [
  'previous_period',
  'same_period_last_year',
  'vs_average',
  'between_values',
  'between_periods',
] as const
export type Comparison = (typeof COMPARISONS)[number]

/** `value`: whole money of the shop's currency, or things. */
export type Having = { readonly op: 'lt' | 'lte' | 'gt' | 'gte'; readonly value: number }

/** Three questions in one message are answered; a fourth is another message. */
export const PLANS_MAX = 3

/** Why nothing is answered. */
export type DeclineReason =
  | 'not_sales'
  | 'injection'
  | 'acknowledgement'
  | 'destructive_action'
  | 'no_cost_data'
  | 'no_customer_data'
  | 'no_staff_data'
  | 'no_target_set'
  | 'unsupported_metric'

/** What is asked back. */
type ClarifySlot = 'metric' | 'period' | 'product' | 'branch' | 'date'

/** What was taken for granted, so that the answer says so. */
export type Assumption =
  | 'month_to_date'
  | 'last_months'
  | 'last_weeks'
  | 'revenue'
  | 'spelling'
  | 'prior_period'

/** A question, understood or not, and how surely (0 to 1). */
export type AskReading = {
  readonly kind: 'query' | 'command' | 'clarify' | 'decline'
  readonly plans: readonly Plan[]
  readonly reason: DeclineReason | ClarifySlot | null
  readonly confidence: number
  readonly assumptions: readonly Assumption[]
  /** Words nobody could place. */
  readonly unknown: readonly string[]
  /** Names of the shop that come nearest to them. */
  readonly nearest: readonly string[]
  /** For `clarify`: ways of asking that are in the words and in no plan, so that no command answers past them. */
  readonly leftOut?: readonly string[]
  /**
   * For `clarify`: complete plans to choose from, at most three; those of the nearest names first, then the one
   * without the unknown words. For profit: of which days and goods.
   */
  readonly options: readonly Plan[]
}

/** What reading a question may know besides its words. */
export type AskContext = {
  readonly today: Day
  readonly catalogue: Catalogue
  /** First and last day with sales; null for a shop without any. */
  readonly covered: Span | null
  /** The plans of the last answer, for `and yesterday?`. */
  readonly prior: readonly Plan[]
  /** Hours in which the shop sells, where they are known: they tell which half of the day `jam 3` is in. */
  readonly hours?: ReadonlySet<number>
  /** Feasts by any of their names, in lower case and without accents. */
  readonly feasts: ReadonlyMap<string, readonly Day[]>
}

/** The shop's own names. `aliases`: words the owner has confirmed to mean one of them. */
export type Catalogue = {
  readonly products: readonly string[]
  readonly branches: readonly string[]
  readonly colors: readonly string[]
  readonly categories: readonly string[]
  readonly aliases: ReadonlyMap<string, string>
}
