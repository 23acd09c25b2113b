import { amountQuantile, countQuantile } from './distribution.ts'
import type { Range } from './findings.ts'
import {
  type History,
  latest,
  meanOf,
  openDays,
  placeInWeek,
  sinceFirstSale,
  until,
  type Week,
} from './history.ts'
import { MEMBERS, pastOf } from './members.ts'
import { robustSd } from './robust.ts'
import { suspectedStockOuts, withoutPlaces } from './stock-out.ts'
import { lostByTaming, tame } from './tame.ts'
import { weekdayIndex, weekdayProfile } from './weekday-index.ts'

/** A year: the oldest days a forecast still listens to. */
const WINDOW_DAYS = 365
/** What "lately" means for sold-out days. */
const RECENT_DAYS = 28
/** Backtest origins lie whole weeks before the end: 7, 14 … 42 days. */
const FOLDS_MAX = 6
const FOLD_STEP_DAYS = 7
const FOLD_DAYS = 14
/** A fold needs two weeks to learn from. */
const FOLD_HISTORY_MIN = 14
/** With fewer folds the members' records are luck: their plain mean is better. */
const FOLDS_TO_WEIGH = 2
/** Counts are never steadier than a little over Poisson. */
const COUNT_DISPERSION_MIN = 1.05
/** Keeps the dispersion of near-zero forecasts finite; in units, so for counts only. */
const COUNT_FORECAST_FLOOR = 0.1
/** No sale for this many trading days, or four times its usual gap: it has gone to sleep. */
const ASLEEP_DAYS_MIN = 21
const ASLEEP_GAPS = 4
/** A day's standard deviation against its mean when a single day is all there is. */
const UNKNOWN_VARIATION = 0.5

type SeriesQuestion = {
  readonly history: History
  /** Sum over the series of the same branch (itself alone when there are no others): the same days. */
  readonly group: History
  /** True for things counted in whole units; false for money, weights and lengths. */
  readonly whole: boolean
}

export type SeriesForecast = {
  /** Expected amount by weekday, if open. A closed day is 0; the caller knows the calendar. */
  readonly week: Week
  /** Variance of a day over its mean, from the backtest. */
  readonly dispersion: number
  readonly whole: boolean
  readonly asleep: boolean
  readonly openDays: number
  /** Days of the last four weeks on which the shelf was probably empty; they teach nothing. */
  readonly soldOutDays: number
  /** How each past forecast did; newest origin first. */
  readonly folds: readonly DatedFold[]
}

/** One past forecast: made `daysBefore` days before the end for the days that followed. */
export type Fold = {
  readonly daysBefore: number
  /** NaN where the day was closed. */
  readonly actual: Float64Array
  readonly expected: Float64Array
}

/**
 * What one series will bring, by weekday, with its uncertainty.
 *
 * Five members (members.ts) over a weekday profile pooled with the group are weighed by 1 / their squared
 * error in up to six past forecasts; the errors of the weighed forecast give the spread. Linear in the
 * length of the history, about a millisecond a year. Method and measurements: test/bench/forecast.ts.
 */
export const forecastSeries = ({ history, group, whole }: SeriesQuestion): SeriesForecast => {
  // Closed days at the end tell nothing: the last trading day is where the past ends.
  const known = history.values.findLastIndex((value) => !Number.isNaN(value)) + 1
  const raw = sinceFirstSale(latest(until(history, known), WINDOW_DAYS))
  const shared = latest(until(group, known), raw.values.length)
  const index = weekdayIndex(raw, weekdayProfile(shared), whole)
  const soldOut = whole ? suspectedStockOuts(raw, index) : []
  const window = withoutPlaces(raw, soldOut)
  const tamed = tame(window, index)
  const read = (days: number) =>
    readAll({
      history: until(window, days),
      tamed: until(tamed, days),
      group: until(shared, days),
      whole,
    })
  const trials = pastReadings(window, read)
  const weights = weigh(trials)
  const folds = trials.map(({ daysBefore, actual, weeks }) => {
    const start = window.start + window.values.length - daysBefore
    return { daysBefore, start, actual, expected: spread(blend(weeks, weights), actual, start) }
  })
  const asleep = hasGoneToSleep(window)
  return {
    week: asleep ? new Float64Array(7) : blend(read(window.values.length), weights),
    dispersion: folds.length > 0 ? dispersionOf(folds, whole) : ownDispersion(window, whole),
    whole,
    asleep,
    openDays: openDays(window),
    soldOutDays: soldOut.filter((place) => place >= raw.values.length - RECENT_DAYS).length,
    folds,
  }
}

/** `start`: day number of its first day. */
export type DatedFold = Fold & { readonly start: number }

/** The 80 % range of one amount with this mean; `coverage` says another share. */
export const rangeAround = (
  mean: number,
  { dispersion, whole }: { readonly dispersion: number; readonly whole: boolean },
  coverage = 0.8,
): Range => {
  const at = whole ? countQuantile : amountQuantile
  const tail = (1 - coverage) / 2
  const spreadOut = { mean, dispersion }
  return { likely: mean, low: at(tail, spreadOut), high: at(1 - tail, spreadOut) }
}

/** Variance over mean of the folds' errors, day by day. */
export const dispersionOf = (folds: readonly Fold[], whole: boolean): number => {
  const least = whole ? COUNT_FORECAST_FLOOR : 0
  let squares = 0
  let expectations = 0
  for (const { actual, expected } of folds) {
    for (const [i, value] of actual.entries()) {
      if (Number.isNaN(value)) continue
      const mean = expected[i] ?? 0
      squares += (value - mean) ** 2
      expectations += Math.max(mean, least)
    }
  }
  const dispersion = expectations > 0 ? squares / expectations : 0
  return whole ? Math.max(COUNT_DISPERSION_MIN, dispersion) : dispersion
}

/** Fewer past errors than this have no steady middle. */
const ERRORS_MIN = 11

/**
 * Variance over mean of an ordinary day: the middle error, so that the odd days of the past do not make
 * today look ordinary. Null with too little past.
 */
export const ordinaryDispersion = (folds: readonly Fold[]): number | null => {
  const errors = folds.flatMap(({ actual, expected }) =>
    Array.from(actual, (value, i) => {
      const mean = expected[i] ?? 0
      return mean > 0 ? (value - mean) / Math.sqrt(mean) : Number.NaN
    }).filter((error) => !Number.isNaN(error)),
  )
  return errors.length < ERRORS_MIN ? null : (robustSd(errors) ?? 0) ** 2
}

/** Too young for a backtest: how far its days lie from their plain mean. */
const ownDispersion = (window: History, whole: boolean): number => {
  const mean = meanOf(window)
  const open = window.values.filter((value) => !Number.isNaN(value))
  const squares = open.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const variance = open.length > 1 ? squares / (open.length - 1) : (UNKNOWN_VARIATION * mean) ** 2
  const dispersion = mean > 0 ? variance / mean : 0
  return whole ? Math.max(COUNT_DISPERSION_MIN, dispersion) : dispersion
}

type Trial = {
  readonly daysBefore: number
  readonly actual: Float64Array
  readonly weeks: readonly Week[]
  readonly errors: readonly number[]
}

type Reading = {
  readonly history: History
  readonly tamed: History
  readonly group: History
  readonly whole: boolean
}

const readAll = ({ history, tamed, group, whole }: Reading): Week[] => {
  const index = weekdayIndex(tamed, weekdayProfile(group), whole)
  const lost = lostByTaming(history, tamed)
  const past = pastOf(tamed, index)
  return MEMBERS.map((member) => member(past).map((mean) => mean * lost))
}

const pastReadings = (window: History, read: (days: number) => Week[]): Trial[] => {
  const days = window.values.length
  const trials: Trial[] = []
  for (let fold = 1; fold <= FOLDS_MAX; fold += 1) {
    const daysBefore = fold * FOLD_STEP_DAYS
    const origin = days - daysBefore
    if (openDays(until(window, origin)) < FOLD_HISTORY_MIN) break
    const actual = window.values.subarray(origin, Math.min(days, origin + FOLD_DAYS))
    const weeks = read(origin)
    const errors = weeks.map((week) => squaredError(week, actual, window.start + origin))
    trials.push({ daysBefore, actual, weeks, errors })
  }
  return trials
}

const squaredError = (week: Week, actual: Float64Array, start: number): number => {
  let sum = 0
  for (const [i, value] of actual.entries()) {
    if (!Number.isNaN(value)) sum += (value - (week[placeInWeek(start + i)] ?? 0)) ** 2
  }
  return sum
}

const weigh = (trials: readonly Trial[]): number[] => {
  const equal = MEMBERS.map(() => 1 / MEMBERS.length)
  if (trials.length < FOLDS_TO_WEIGH) return equal
  const sums = MEMBERS.map((_, j) => trials.reduce((sum, { errors }) => sum + (errors[j] ?? 0), 0))
  if (sums.some((sum) => sum === 0)) {
    const perfect = sums.filter((sum) => sum === 0).length
    return sums.map((sum) => (sum === 0 ? 1 / perfect : 0))
  }
  const total = sums.reduce((sum, error) => sum + 1 / error, 0)
  return sums.map((error) => 1 / error / total)
}

const blend = (weeks: readonly Week[], weights: readonly number[]): Week => {
  const week = new Float64Array(7)
  for (const [j, member] of weeks.entries()) {
    for (let place = 0; place < 7; place += 1) {
      week[place] = (week[place] ?? 0) + (weights[j] ?? 0) * (member[place] ?? 0)
    }
  }
  return week.map((value) => Math.max(0, value))
}

const spread = (week: Week, actual: Float64Array, start: number): Float64Array =>
  actual.map((value, i) => (Number.isNaN(value) ? Number.NaN : (week[placeInWeek(start + i)] ?? 0)))

const hasGoneToSleep = (window: History): boolean => {
  const open = window.values.filter((value) => !Number.isNaN(value))
  const saleDays = open.filter((value) => value > 0).length
  if (saleDays === 0) return true
  const quiet = open.length - 1 - open.findLastIndex((value) => value > 0)
  const span = open.length - quiet
  return quiet > Math.max(ASLEEP_DAYS_MIN, (ASLEEP_GAPS * span) / saleDays)
}
