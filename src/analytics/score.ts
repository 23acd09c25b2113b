import type { Day } from '../sales/day.ts'
import type { Range } from './findings.ts'

/** One day's forecast beside what came. */
export type Kept = {
  readonly day: Day
  readonly range: Range
  readonly actual: number
}

/** What a range should miss in the long run. */
const MISS_WANTED = 0.2
/** How far one day moves the level. */
const STEP = 0.02
const MISS_MIN = 0.05
const MISS_MAX = 0.4

/**
 * The share of days a shop's ranges are drawn to hold from now on, from how they did so far: adaptive conformal
 * inference (Gibbs & Candès 2021), a += 0.02 (0.2 - miss), kept within 0.05 and 0.4; the answer is 1 - a. Each
 * element is one day's share of ranges that missed, oldest first. Never off target for long: ranges that miss
 * too often grow, ranges that never miss shrink. Example: ten misses in a row give 0.95.
 */
export const rangeLevel = (misses: readonly number[]): number =>
  1 -
  misses.reduce(
    (a, miss) => Math.min(MISS_MAX, Math.max(MISS_MIN, a + STEP * (MISS_WANTED - miss))),
    MISS_WANTED,
  )

export const isHit = ({ range, actual }: Kept): boolean =>
  actual >= range.low && actual <= range.high

/** Share of days whose range held; null of none. */
export const coverageOf = (kept: readonly Kept[]): number | null =>
  kept.length === 0 ? null : kept.filter(isHit).length / kept.length
