import type { Country } from '../sales/country.ts'
import type { Day, Span } from '../sales/day.ts'
import type { ToldDay } from '../sales/told-day.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'

/** What a forecast is made from. */
export type ForecastQuestion = {
  /** Up to 365 days; more is not looked at. */
  readonly productDays: readonly ProductDay[]
  /** A year, better three: what lies further back teaches holidays and yearly closings only. */
  readonly branchDays: readonly BranchDay[]
  /** First day to forecast. Rows from it on are ignored: an unfinished day teaches nothing. */
  readonly from: Day
  /** Days to forecast, 1-36: four weeks, and the days since the newest file. */
  readonly horizon: number
  /** Days that teach nothing and, when they lie ahead, are closed. */
  readonly closedDays: readonly Day[]
  /** What the owner said about days, past and to come. */
  readonly told?: readonly ToldDay[]
  /** Whose public holidays count; null: none are known. */
  readonly country?: Country | null
  /** The days each file covers; absent: every day between the first and the last line. */
  readonly covered?: readonly Span[]
  /** Share of days the ranges are to hold; 0.8 unless the shop's score says otherwise. */
  readonly level?: number
  /** List no more than so many products (400 at most); totals always hold all. */
  readonly products?: number
  /** Only this branch, only these products: the same figures, fewer of them. */
  readonly only?: {
    readonly branch?: string
    readonly products?: readonly string[]
  }
}

/** Beyond four weeks a weekday profile without season is no forecast. */
export const HORIZON_MAX = 28

/** The newest file may be some days old; four weeks from tomorrow are then a little more from its last day. */
const WAITING_DAYS_MAX = 8

/** Whole days ahead, 1-36. */
export const horizonOf = (days: number): number =>
  Math.min(HORIZON_MAX + WAITING_DAYS_MAX, Math.max(1, Math.round(days)))
