import type { Aggregation, DeclineReason, Dimension, Metric } from './plan.ts'

/** What a word or phrase of a question does. */
export type Cue =
  | { readonly kind: 'metric'; readonly metric: Metric }
  | { readonly kind: 'aggregation'; readonly aggregation: Aggregation }
  | { readonly kind: 'dimension'; readonly dimension: Dimension }
  /** `per`, `each`: what follows splits the answer. */
  | { readonly kind: 'per' }
  /** `which`: what follows is what is ranked, and one of them is asked for. */
  | { readonly kind: 'which' }
  | { readonly kind: 'versus' }
  | { readonly kind: 'change' | 'usual' | 'last_year' | 'except' | 'and' | 'follow' | 'top' }
  /** `busiest`: ranked by visits. `dearest`: by price. */
  | { readonly kind: 'busy' | 'price'; readonly aggregation: Aggregation }
  /** Things sold: units, or money where `how much` asks for it. `forecast`: units or money to come. */
  | { readonly kind: 'sold' | 'forecast' }
  /** `how many`: things are counted. `how much`, `berapa`: anything may follow. */
  | { readonly kind: 'how_many' | 'how_much' }
  | { readonly kind: 'ahead' }
  /** `more`, `less`: with a noun to rank, its first or last; else only an adverb. */
  | { readonly kind: 'more' | 'fewer' }
  /** `dago or kemang`. `than the last`. `same day last week`. `same dates last month`. `not one sold`. */
  | { readonly kind: 'or' | 'earlier' | 'week_ago' | 'month_ago' | 'of_week' | 'nothing' }
  | { readonly kind: 'bound'; readonly op: 'lt' | 'lte' | 'gt' | 'gte' }
  | { readonly kind: 'hours'; readonly from: number; readonly to: number }
  | { readonly kind: 'weekdays'; readonly days: 'weekend' | 'workday' }
  | { readonly kind: 'decline'; readonly reason: DeclineReason }
  /** A `no` or `not yet` that belongs to no phrase: no plan says what it turns round. */
  | { readonly kind: 'denial' }
  /** `karung`, `piring`: counts a thing that is named beside it, and is a thing itself without one. */
  | { readonly kind: 'measure' }
  /** `paling` before a word nobody ranks by: no plan without a ranking says it. */
  | { readonly kind: 'most' }
  | { readonly kind: 'filler' }

export const cueOf = (name: string): Cue => {
  const [kind = '', value = '', end = ''] = name.split(' ')
  switch (kind) {
    case 'metric':
      if (value === 'sold' || value === 'forecast') return { kind: value }
      return { kind, metric: value as Metric }
    case 'aggregation':
    case 'busy':
    case 'price':
      return { kind, aggregation: value as Aggregation }
    case 'dimension':
      return { kind, dimension: value as Dimension }
    case 'decline':
      return { kind, reason: value as DeclineReason }
    case 'bound':
      return { kind, op: value as 'lt' | 'lte' | 'gt' | 'gte' }
    case 'hours':
      return { kind, from: Number(value), to: Number(end) }
    case 'weekdays':
      return { kind, days: value as 'weekend' | 'workday' }
    default:
      return { kind: kind as 'filler' }
  }
}
