import { median, medianAbsoluteDeviation, quantile } from 'simple-statistics'
import { normalExceeds } from './distribution.ts'

/** Median, or null of nothing: simple-statistics throws there and we would rather say "no data". */
export const medianOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : median([...values])

/** Quantile type 7 (as in R and spreadsheets), or null of nothing. */
export const quantileOf = (values: readonly number[], probability: number): number | null =>
  values.length === 0 ? null : quantile([...values], probability)

/** 1.4826 makes the median absolute deviation of a normal equal to its standard deviation. */
const MAD_TO_SD = 1.4826

/** Spread that a few wild days cannot move, on the scale of a standard deviation; null of nothing. */
export const robustSd = (values: readonly number[]): number | null =>
  values.length === 0 ? null : MAD_TO_SD * medianAbsoluteDeviation([...values])

/**
 * Theil-Sen: the median of all slopes between two points, per step of one. Null under two values. A wild
 * value in three cannot turn it. Gaps (null) keep their place.
 */
export const theilSenSlope = (values: readonly (number | null)[]): number | null => {
  const slopes: number[] = []
  for (const [i, early] of values.entries()) {
    for (let j = i + 1; j < values.length; j += 1) {
      const late = values[j]
      if (early !== null && late !== null && late !== undefined)
        slopes.push((late - early) / (j - i))
    }
  }
  return medianOf(slopes)
}

/**
 * Mann-Kendall: two-sided p that the values have no direction, with the correction for ties and for
 * continuity. 1 when there is nothing to tell. Kendall 1975.
 */
export const mannKendallP = (values: readonly number[]): number => {
  const n = values.length
  let s = 0
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) s += Math.sign((values[j] ?? 0) - (values[i] ?? 0))
  }
  const ties = [...Map.groupBy(values, (value) => value).values()].map((group) => group.length)
  const tied = ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0)
  const variance = (n * (n - 1) * (2 * n + 5) - tied) / 18
  if (variance <= 0) return 1
  const z = Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance)
  return Math.min(1, 2 * normalExceeds(z))
}

/**
 * Benjamini and Hochberg: which of these p-values may be called findings when a share `rate` of the
 * findings may be false. Returns their places, most surprising first.
 */
export const discoveries = (pValues: readonly number[], rate: number): number[] => {
  const order = pValues.map((p, place) => ({ p, place })).sort((a, b) => a.p - b.p)
  const last = order.findLastIndex(({ p }, rank) => p <= ((rank + 1) / order.length) * rate)
  return order.slice(0, last + 1).map(({ place }) => place)
}
