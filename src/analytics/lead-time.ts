import type { Fold } from './forecast-series.ts'

/** Folds reach two weeks ahead; longer periods are extrapolated from there. */
const MEASURED_DAYS_MAX = 14
/** How dispersion grows past two weeks: on 35 bakeries it went 1.66 at 7 days, 2.16 at 14. */
const GROWTH = 0.4
/** A series' own six overlapping errors weigh as much as what the shop as a whole shows. */
const PSEUDO_FOLDS = 6

type FoldsOfSeries = {
  readonly folds: readonly Fold[]
  /** Variance over mean of a single day. */
  readonly dispersion: number
}

/**
 * How much wider than sqrt(days) the error of a sum over several days is, for the shop as a whole: the
 * cumulative dispersion of past forecasts over the daily one. Days err together, so it exceeds 1 (about
 * 1.7 at a week); z * sigma * sqrt(L) of the textbooks orders too little. At least 1.
 */
export const togetherness = (series: readonly FoldsOfSeries[], days: number): number => {
  let squares = 0
  let expectations = 0
  for (const { folds, dispersion } of series) {
    if (dispersion <= 0) continue
    for (const { error, expected } of sumsOver(folds, measured(days))) {
      squares += (error * error) / dispersion
      expectations += expected
    }
  }
  return Math.max(1, expectations > 0 ? squares / expectations : 1)
}

/**
 * Variance over mean of what sells in `days` days: the series' own cumulative backtest errors, shrunk to
 * what its shop shows (six pseudo-folds), and never under the daily dispersion.
 */
export const cumulativeDispersion = (
  { folds, dispersion }: FoldsOfSeries,
  days: number,
  shopTogetherness: number,
): number => {
  const sums = sumsOver(folds, measured(days))
  const squares = sums.reduce((sum, { error }) => sum + error * error, 0)
  const expectations = sums.reduce((sum, { expected }) => sum + expected, 0)
  const prior = dispersion * shopTogetherness
  const own = expectations > 0 ? squares / expectations : prior
  const blended = (sums.length * own + PSEUDO_FOLDS * prior) / (sums.length + PSEUDO_FOLDS)
  return Math.max(dispersion, blended) * Math.max(1, days / MEASURED_DAYS_MAX) ** GROWTH
}

const measured = (days: number): number => Math.min(days, MEASURED_DAYS_MAX)

/** For each fold long enough: its total error and expectation over the first `days` days. */
const sumsOver = (
  folds: readonly Fold[],
  days: number,
): { readonly error: number; readonly expected: number }[] =>
  folds
    .filter(({ actual }) => actual.length >= days)
    .map(({ actual, expected: means }) => {
      let error = 0
      let expected = 0
      for (let i = 0; i < days; i += 1) {
        const value = actual[i] ?? Number.NaN
        if (Number.isNaN(value)) continue
        error += value - (means[i] ?? 0)
        expected += means[i] ?? 0
      }
      return { error, expected }
    })
