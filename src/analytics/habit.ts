import { type History, placeInWeek, type Week } from './history.ts'
import { medianOf, robustSd } from './robust.ts'

/** What a branch does day after day, and how far each day strayed from it. */
type Habit = {
  /** What each day was expected to bring if open, as known on the evening before; NaN early on. */
  readonly expected: Float64Array
  /** ln((sold + c) / (expected + c)): -0.69 is half, 0.69 is double. NaN on days not open. */
  readonly strays: Float64Array
  /** Places on which a week of strays to one side was believed and became the level. */
  readonly shifts: readonly number[]
}

/** Trading days before anything can be called a habit. */
const LEARN_DAYS = 14
/** Weekday effects are first read from eight weeks. */
const START_DAYS = 56
/** Steps of level and weekday effect towards each new day. */
const LEVEL_STEP = 0.07
const WEEKDAY_STEP = 0.1
/** One wild day moves the habit by no more than this (in logs, about 20 %). */
const STRAY_FELT_MAX = 0.2
/** So many trading days in a row far off on one side are a new level (a branch opened), not oddities. */
export const SHIFT_DAYS = 7
/** In logs: a quarter less, or a third more. */
const SHIFT_MIN = 0.3
/** Added to both sides of the ratio, as a share of a median day, so that a tiny day is no infinity. */
const SMALL_CHANGE = 0.005

/**
 * Level times weekday effect in logs, each updated by a clipped step: one pass, no day sees itself.
 * A holiday or a typo therefore neither hides nor poisons what follows; a week of them in a row is
 * believed and becomes the level.
 */
export const habitOf = (history: History): Habit => {
  const { values, start } = history
  const expected = new Float64Array(values.length).fill(Number.NaN)
  const strays = new Float64Array(values.length).fill(Number.NaN)
  const small = smallChangeOf(values)
  const week = startingWeek(history, small)
  let level = startingLevel(history, week, small)
  let seen = 0
  let lately: number[] = []
  const shifts: number[] = []
  for (const [i, value] of values.entries()) {
    const place = placeInWeek(start + i)
    const usual = level + (week[place] ?? 0)
    if (seen >= LEARN_DAYS) expected[i] = Math.max(0, Math.exp(usual) - small)
    if (Number.isNaN(value)) continue
    const stray = Math.log(value + small) - usual
    const felt = Math.max(-STRAY_FELT_MAX, Math.min(STRAY_FELT_MAX, stray))
    if (seen >= LEARN_DAYS) strays[i] = stray
    level += LEVEL_STEP * felt
    week[place] = (week[place] ?? 0) + WEEKDAY_STEP * felt
    seen += 1
    lately.push(stray)
    const shift = newLevel(lately.slice(-SHIFT_DAYS))
    if (shift === 0) continue
    level += shift
    lately = []
    shifts.push(i)
  }
  return { expected, strays, shifts }
}

/** How far the level has moved for good: the middle of a week of large strays to one side, else 0. */
const newLevel = (lately: readonly number[]): number => {
  if (lately.length < SHIFT_DAYS) return 0
  const up = lately.every((stray) => stray > SHIFT_MIN)
  const down = lately.every((stray) => stray < -SHIFT_MIN)
  return up || down ? (medianOf(lately) ?? 0) : 0
}

const smallChangeOf = (values: Float64Array): number =>
  SMALL_CHANGE * Math.max(medianOf(known(values)) ?? 0, Number.MIN_VALUE)

/** A branch needs company before "everybody had a bad day" can be told from "this one had". */
export const COMPANY_MIN = 5

/**
 * Takes out of every branch's strays what all of them shared that day (weather, a holiday): the median
 * over branches. Unchanged with fewer than five branches that day.
 */
export const withoutSharedShock = (all: readonly Float64Array[]): Float64Array[] => {
  const shocks = sharedShocks(all)
  return all.map((strays) => strays.map((stray, i) => stray - (shocks[i] ?? 0)))
}

/** The median stray of each day, 0 where too few branches traded. */
const sharedShocks = (all: readonly Float64Array[]): Float64Array =>
  Float64Array.from({ length: all[0]?.length ?? 0 }, (_, i) => {
    const that = all
      .map((strays) => strays[i] ?? Number.NaN)
      .filter((stray) => !Number.isNaN(stray))
    return that.length < COMPANY_MIN ? 0 : (medianOf(that) ?? 0)
  })

/**
 * How surprising one day was for each branch: its stray, shared shock removed, in units of how much that
 * branch usually strays. On a day that was odd for many branches in different ways (a holiday) the unit
 * grows with their spread. Null where the branch was not open or has too little past.
 */
export const surprisesAt = (own: readonly Float64Array[], at: number): (number | null)[] => {
  const raw = own.map((strays) => {
    const stray = strays[at] ?? Number.NaN
    const usual = restlessness(strays, at)
    return usual === null || Number.isNaN(stray) ? null : stray / usual
  })
  const judged = raw.filter((score) => score !== null)
  const unit = judged.length < COMPANY_MIN ? 1 : Math.max(1, robustSd(judged) ?? 1)
  return raw.map((score) => score && score / unit)
}

/** A quarter: recent enough to be today's restlessness, long enough to measure it. */
const SPREAD_DAYS = 91
/** The same weekday's own spread counts as much as thirty days of the general one. */
const WEEKDAY_PSEUDO_DAYS = 30
const WEEKDAY_OCCURRENCES = 26
/** Nobody's sales are steadier than 5 %; a smaller figure is luck. */
const SPREAD_MIN = 0.05
/** With fewer strays than this their spread is a guess and we are silent. */
const STRAYS_MIN = 7

/** How much a branch usually strays on such a day (standard deviation in logs), judged from before it. */
export const restlessness = (strays: Float64Array, at: number): number | null => {
  const recent = known(strays.subarray(Math.max(0, at - SPREAD_DAYS), at))
  if (recent.length < STRAYS_MIN) return null
  const general = Math.max(SPREAD_MIN, robustSd(recent) ?? 0)
  const same = sameWeekday(strays, at)
  const own = same.length < 3 ? general : Math.max(SPREAD_MIN, robustSd(same) ?? 0)
  const weight = same.length / (same.length + WEEKDAY_PSEUDO_DAYS)
  return weight * own + (1 - weight) * general
}

const sameWeekday = (strays: Float64Array, at: number): number[] => {
  const same: number[] = []
  for (let i = at - 7; i >= 0 && same.length < WEEKDAY_OCCURRENCES; i -= 7) {
    const stray = strays[i] ?? Number.NaN
    if (!Number.isNaN(stray)) same.push(stray)
  }
  return same
}

const known = (values: Float64Array): number[] =>
  Array.from(values).filter((value) => !Number.isNaN(value))

const startingWeek = ({ values, start }: History, small: number): Week => {
  const logs: number[][] = [[], [], [], [], [], [], []]
  for (let i = 0; i < Math.min(START_DAYS, values.length); i += 1) {
    const value = values[i] ?? Number.NaN
    if (!Number.isNaN(value)) logs[placeInWeek(start + i)]?.push(Math.log(value + small))
  }
  const all = medianOf(logs.flat()) ?? 0
  return Float64Array.from(logs, (own) => (own.length < 2 ? 0 : (medianOf(own) ?? all) - all))
}

const startingLevel = ({ values, start }: History, week: Week, small: number): number => {
  const levels: number[] = []
  for (let i = 0; i < values.length && levels.length < LEARN_DAYS; i += 1) {
    const value = values[i] ?? Number.NaN
    if (Number.isNaN(value)) continue
    levels.push(Math.log(value + small) - (week[placeInWeek(start + i)] ?? 0))
  }
  return medianOf(levels) ?? 0
}
