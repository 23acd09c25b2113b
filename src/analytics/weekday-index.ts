import { type History, latest, placeInWeek, type Week } from './history.ts'

/** Half a year: long enough for a steady weekday profile, short enough to follow a changed habit. */
const PROFILE_DAYS = 182
/** Below three sightings a weekday says nothing of its own; it takes the group's profile. */
const SIGHTINGS_MIN = 3
/** Pseudo-days of the group's profile that count as "no opinion of its own". */
const PSEUDO_DAYS_MAX = 60
/** Pseudo-days for a fast mover, and what a slow one (under 12 a day) needs on top. */
const PSEUDO_DAYS_MIN = 4
const PSEUDO_SALES = 12
/** One sale in ten days: slower than this makes no difference any more. */
const SALES_MIN = 0.1

/**
 * How each weekday compares with an average trading day (1 is average), for a group of series taken
 * together. A weekday never seen counts as average.
 */
export const weekdayProfile = (group: History): Week => {
  const { sums, counts, mean } = weekdaySums(latest(group, PROFILE_DAYS))
  return sums.map((sum, place) => {
    const count = counts[place] ?? 0
    return count === 0 || mean === 0 ? 1 : sum / count / mean
  })
}

/**
 * The series' own weekday profile, shrunk towards its group's: a fast mover keeps its own, a slow one
 * takes its branch's. I_d = (sum_d + k m p_d) / ((n_d + k) m) with k = min(60, 4 + 12 / sales a day)
 * pseudo-days, then scaled so that the average over its trading days is 1. Of things counted (`whole`) the
 * sales a day are the mean m; of money and weights, whose unit says nothing, the number which would leave
 * as many days empty by chance.
 */
export const weekdayIndex = (history: History, profile: Week, whole: boolean): Week => {
  const recent = latest(history, PROFILE_DAYS)
  const { sums, counts, mean } = weekdaySums(recent)
  if (mean === 0) return profile
  const sales = Math.max(SALES_MIN, whole ? mean : -Math.log(emptyShare(recent)))
  const shrinkage = Math.min(PSEUDO_DAYS_MAX, PSEUDO_DAYS_MIN + PSEUDO_SALES / sales)
  const raw = sums.map((sum, place) => {
    const count = counts[place] ?? 0
    const k = count < SIGHTINGS_MIN ? PSEUDO_DAYS_MAX : shrinkage
    return (sum + k * mean * (profile[place] ?? 1)) / ((count + k) * mean)
  })
  return scaledToOne(raw, counts)
}

/** Share of trading days without a sale. */
const emptyShare = ({ values }: History): number => {
  let [empty, open] = [0, 0]
  for (const value of values) {
    if (Number.isNaN(value)) continue
    open += 1
    if (value <= 0) empty += 1
  }
  return open === 0 ? 1 : empty / open
}

const scaledToOne = (index: Week, counts: Week): Week => {
  let weighted = 0
  let days = 0
  for (let place = 0; place < 7; place += 1) {
    weighted += (index[place] ?? 0) * (counts[place] ?? 0)
    days += counts[place] ?? 0
  }
  return weighted > 0 ? index.map((value) => (value * days) / weighted) : index
}

const weekdaySums = (history: History): { sums: Week; counts: Week; mean: number } => {
  const sums = new Float64Array(7)
  const counts = new Float64Array(7)
  let total = 0
  let days = 0
  let place = placeInWeek(history.start)
  for (const value of history.values) {
    if (!Number.isNaN(value)) {
      sums[place] = (sums[place] ?? 0) + value
      counts[place] = (counts[place] ?? 0) + 1
      total += value
      days += 1
    }
    place = place === 6 ? 0 : place + 1
  }
  return { sums, counts, mean: days === 0 ? 0 : total / days }
}
