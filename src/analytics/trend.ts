import type { Trend } from './findings.ts'
import { type History, openDays, placeInWeek, type Week } from './history.ts'
import { mannKendallP, theilSenSlope } from './robust.ts'
import { weekdayProfile } from './weekday-index.ts'

/** Trading days on each side of the comparison. */
const BLOCK_DAYS = 28
/** With under two weeks on a side a trend is a guess. */
const BLOCK_DAYS_MIN = 14
/** Smaller changes than this are called flat. */
const CHANGE_MIN = 0.05
/** As are changes whose direction chance would bring this often. */
const P_MAX = 0.2

/**
 * Where sales are heading: the last 28 trading days against the 28 before. Each weekday is averaged on
 * its own and weekdays seen on both sides are compared, so an extra Saturday is not growth. The direction
 * is only called when Mann-Kendall on the weekly levels (p <= 0.2) and the Theil-Sen slope agree.
 * Null with under 28 trading days. `history` holds complete days only.
 */
export const trendOf = (history: History): Trend | null => {
  const size = Math.min(BLOCK_DAYS, Math.floor(openDays(history) / 2))
  if (size < BLOCK_DAYS_MIN) return null
  const middle = placeOfLast(history, size)
  const older = {
    ...history,
    values: history.values.subarray(placeOfLast(history, 2 * size), middle),
  }
  const from = middle - older.values.length
  const change = balancedChange(
    { start: history.start + from, values: older.values },
    { start: history.start + middle, values: history.values.subarray(middle) },
  )
  if (change === null) return null
  const weeks = weeklyLevels({ start: history.start + from, values: history.values.subarray(from) })
  const p = mannKendallP(weeks)
  const agrees = Math.sign(theilSenSlope(weeks) ?? 0) === Math.sign(change)
  if (Math.abs(change) < CHANGE_MIN || p > P_MAX || !agrees) return { direction: 'flat', change, p }
  return { direction: change > 0 ? 'up' : 'down', change, p }
}

/** Where the last `count` trading days begin. */
const placeOfLast = ({ values }: History, count: number): number => {
  let left = count
  for (let i = values.length - 1; i >= 0; i -= 1) {
    if (!Number.isNaN(values[i] ?? Number.NaN)) left -= 1
    if (left === 0) return i
  }
  return 0
}

const balancedChange = (before: History, after: History): number | null => {
  const [old, recent] = [weekdayMeans(before), weekdayMeans(after)]
  let [oldSum, recentSum] = [0, 0]
  for (let place = 0; place < 7; place += 1) {
    const [a, b] = [old[place] ?? Number.NaN, recent[place] ?? Number.NaN]
    if (Number.isNaN(a) || Number.isNaN(b)) continue
    oldSum += a
    recentSum += b
  }
  return oldSum > 0 ? recentSum / oldSum - 1 : null
}

/** Mean of each weekday; NaN for a weekday not seen. */
const weekdayMeans = ({ start, values }: History): Week => {
  const [sums, counts] = [new Float64Array(7), new Float64Array(7)]
  for (const [i, value] of values.entries()) {
    if (Number.isNaN(value)) continue
    const place = placeInWeek(start + i)
    sums[place] = (sums[place] ?? 0) + value
    counts[place] = (counts[place] ?? 0) + 1
  }
  return sums.map((sum, place) => sum / (counts[place] ?? 0))
}

/** Sum of each week over the weight of its trading days, oldest first, the last week ending today. */
const weeklyLevels = (history: History): number[] => {
  const profile = weekdayProfile(history)
  const levels: number[] = []
  for (let end = history.values.length; end > 0; end -= 7) {
    let [sum, weight] = [0, 0]
    for (let i = Math.max(0, end - 7); i < end; i += 1) {
      const value = history.values[i] ?? Number.NaN
      if (Number.isNaN(value)) continue
      sum += value
      weight += profile[placeInWeek(history.start + i)] ?? 1
    }
    if (weight > 0) levels.unshift(sum / weight)
  }
  return levels
}
