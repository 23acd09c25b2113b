import { type History, meanOf, placeInWeek, type Week } from './history.ts'

/**
 * Five simple ways to read a daily series, each right for another kind of product. None has a trend:
 * daily sales of a shop do not keep one long enough to pay for its errors. So each member's forecast is
 * a `Week`: what a Monday, a Tuesday … will bring.
 */
type Member = (past: Past) => Week

export type Past = {
  readonly history: History
  /** The series' weekday profile; 1 is average. */
  readonly index: Week
  /** Each trading day's sale over its weekday factor: the level alone, closed days left out. */
  readonly flat: Float64Array
}

/** A history seen through its weekday profile, ready for all members. */
export const pastOf = (history: History, index: Week): Past => ({
  history,
  index,
  flat: withoutWeekday(history, index),
})

/** Under this weekday factor a day's sale, divided by it, would shout; such days are left out. */
const INDEX_MIN = 0.05
const START_DAYS = 14

const WEEKDAY_OCCURRENCES = 8

/** Mean of the last 8 trading days of the same weekday; average day times index when never seen. */
const sameWeekdayMean: Member = ({ history, index }) => {
  const mean = meanOf(history)
  const sums = new Float64Array(7)
  const counts = new Float64Array(7)
  for (let i = history.values.length - 1; i >= 0; i -= 1) {
    const value = history.values[i] ?? Number.NaN
    const place = placeInWeek(history.start + i)
    const count = counts[place] ?? 0
    if (Number.isNaN(value) || count >= WEEKDAY_OCCURRENCES) continue
    sums[place] = (sums[place] ?? 0) + value
    counts[place] = count + 1
  }
  return sums.map((sum, place) => {
    const count = counts[place] ?? 0
    return count === 0 ? mean * (index[place] ?? 1) : sum / count
  })
}

const ALPHAS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45]

/** Simple exponential smoothing of sales without their weekday effect; alpha by one-step errors. */
const smoothedLevel: Member = ({ flat, index }) => {
  const level = smooth(flat, START_DAYS)
  return index.map((factor) => level * factor)
}

const WEEKS_TO_START = 3

/**
 * ADIDA: smoothing of whole weeks instead of days, spread back by weekday. Steady where single days are
 * mostly zero. Nikolopoulos et al. 2011.
 */
const smoothedWeeks: Member = ({ history, index }) => {
  const level = smooth(weeklyLevels(history, index), WEEKS_TO_START)
  return index.map((factor) => level * factor)
}

// Likely pairs first: the others are given up as soon as they are worse.
const LEVEL_STEPS = [0.1, 0.05, 0.2, 0.02, 0.35]
const SEASON_STEPS = [0.05, 0, 0.12, 0.25]

/**
 * ETS(A,N,A): level plus weekday effects that may themselves change.
 * e = y - l - s_d; l += a e; s_d += g e; (a, g) by one-step errors.
 */
const smoothedSeason: Member = ({ history, index, flat }) => {
  const start = startLevel(flat, START_DAYS)
  let best = { error: Number.POSITIVE_INFINITY, week: index.map((factor) => start * factor) }
  for (const a of LEVEL_STEPS) {
    for (const g of SEASON_STEPS) {
      const run = runSeason(history, index, { start, a, g, giveUpAt: best.error })
      if (run.error < best.error) best = run
    }
  }
  return best.week
}

const CHANCE_STEP = 0.05
const SIZE_STEP = 0.1

/**
 * TSB: smooths the chance of a sale and its size apart, so a product that stops selling fades out.
 * Teunter, Syntetos & Babai 2011.
 */
const chanceTimesSize: Member = ({ flat, index }) => {
  const sales = flat.filter((value) => value > 0)
  if (sales.length === 0) return new Float64Array(7)
  let chance = sales.length / flat.length
  let size = startLevel(sales, START_DAYS)
  for (const value of flat) {
    chance += CHANCE_STEP * ((value > 0 ? 1 : 0) - chance)
    if (value > 0) size += SIZE_STEP * (value - size)
  }
  return index.map((factor) => chance * size * factor)
}

export const MEMBERS: readonly Member[] = [
  sameWeekdayMean,
  smoothedLevel,
  smoothedSeason,
  smoothedWeeks,
  chanceTimesSize,
]

type Season = { start: number; a: number; g: number; giveUpAt: number }

const runSeason = (history: History, index: Week, { start, a, g, giveUpAt }: Season) => {
  const { values } = history
  const season = index.map((factor) => start * (factor - 1))
  let level = start
  let error = 0
  let place = placeInWeek(history.start)
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN
    if (!Number.isNaN(value)) {
      const effect = season[place] ?? 0
      const miss = value - level - effect
      error += miss * miss
      if (error >= giveUpAt) break
      level += a * miss
      season[place] = effect + g * miss
    }
    place = place === 6 ? 0 : place + 1
  }
  return { error, week: season.map((effect) => Math.max(0, level + effect)) }
}

const withoutWeekday = (history: History, index: Week): Float64Array => {
  const flat = new Float64Array(history.values.length)
  let count = 0
  let place = placeInWeek(history.start)
  for (const value of history.values) {
    const factor = index[place] ?? 1
    if (!Number.isNaN(value) && factor >= INDEX_MIN) {
      flat[count] = value / factor
      count += 1
    }
    place = place === 6 ? 0 : place + 1
  }
  return flat.subarray(0, count)
}

/** Weekly sums over the weight of their trading days, the last week ending on the last day. */
const weeklyLevels = (history: History, index: Week): Float64Array => {
  const levels: number[] = []
  for (let end = history.values.length; end > 0; end -= 7) {
    let sum = 0
    let weight = 0
    for (let i = Math.max(0, end - 7); i < end; i += 1) {
      const value = history.values[i] ?? Number.NaN
      if (Number.isNaN(value)) continue
      sum += value
      weight += index[placeInWeek(history.start + i)] ?? 1
    }
    if (weight >= 1) levels.push(sum / weight)
  }
  return Float64Array.from(levels.reverse())
}

const smooth = (values: Float64Array, startCount: number): number => {
  const start = startLevel(values, startCount)
  let best = { error: Number.POSITIVE_INFINITY, level: start }
  for (const alpha of ALPHAS) {
    let level = start
    let error = 0
    for (const value of values) {
      const miss = value - level
      error += miss * miss
      level += alpha * miss
    }
    if (error < best.error) best = { error, level }
  }
  return best.level
}

const startLevel = (values: Float64Array, count: number): number => {
  const used = Math.min(count, values.length)
  let sum = 0
  for (let i = 0; i < used; i += 1) sum += values[i] ?? 0
  return used === 0 ? 0 : sum / used
}
