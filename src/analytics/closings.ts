import { dayFromNumber } from '../sales/day.ts'
import { placeInWeek } from './history.ts'
import type { Ledger } from './ledger.ts'
import { easterOf, type SpecialDays } from './special-days.ts'

/** Why a day to come is expected closed. */
export type ClosingReason = 'weekday' | 'holiday' | 'yearly'

/** What is looked at: which days had lines, and what the calendar makes of them. */
type ClosingPage = Pick<Ledger, 'calendar' | 'lines'>

/** Whether a branch will be closed on a day number to come; null: open as far as anybody knows. */
export type Closings = (dayNumber: number) => ClosingReason | null

/** So many public holidays show whether a shop keeps them … */
const HOLIDAYS_MIN = 3
/** … when it kept this share of them. */
const KEPT_SHARE = 0.75
/** Days around Easter on which much of the world closes: Good Friday, Easter, Ascension, Pentecost, Corpus Christi. */
const EASTER_DAYS: ReadonlySet<number> = new Set([-2, 0, 1, 39, 49, 50, 60])
/** Fixed days that one year's closing is enough to believe in. */
const FIXED_DAYS: ReadonlySet<string> = new Set(['12-24', '12-25', '12-26', '01-01', '05-01'])
/** A longer stretch without a line is a holiday of the owner's or a missing file: no yearly habit. */
export const RUN_DAYS_MAX = 4
/** Any other date must have been closed in so many years. */
const YEARS_TO_BELIEVE = 2

/**
 * Learns from a branch's past which days to come it will be closed: by weekday (days.ts), on a day that was
 * closed when it last came round (the same holiday, the same place around Easter, the same date), and on public
 * holidays in general where it kept three in four. Told closings are not a habit and are left to the caller.
 */
export const closingsOf = (page: ClosingPage, special: SpecialDays): Closings => {
  const { calendar } = page
  const before = earlierDays(page, special)
  const keeps = keepsHolidays(before)
  return (number) =>
    calendar.closedPlaces.includes(placeInWeek(number))
      ? 'weekday'
      : yearlyReason(identityOf(number, special), before, keeps)
}

const yearlyReason = (
  { key, isHoliday, isSure }: Identity,
  before: ReadonlyMap<string, readonly Seen[]>,
  keeps: boolean,
): ClosingReason | null => {
  const past = before.get(key) ?? []
  const needed = isSure ? 1 : YEARS_TO_BELIEVE
  const newest = past.slice(0, needed)
  if (isHoliday && past.length === 0) return keeps ? 'holiday' : null
  if (newest.length < needed || newest.some(({ closed }) => !closed)) return null
  return isHoliday ? 'holiday' : 'yearly'
}

type Seen = { readonly closed: boolean; readonly isHoliday: boolean }

/** What each kind of day was whenever it came on a weekday of trading, newest first. */
const earlierDays = (page: ClosingPage, special: SpecialDays): ReadonlyMap<string, Seen[]> => {
  const { calendar, lines } = page
  const seen = new Map<string, Seen[]>()
  if (calendar.emptyByChance) return seen
  const first = calendar.states.indexOf('open')
  for (let i = calendar.states.lastIndexOf('open'); i > first && first !== -1; i -= 1) {
    const number = calendar.start + i
    if (calendar.closedPlaces.includes(placeInWeek(number))) continue
    const closed = (lines[i] ?? 0) === 0
    if (closed && runAround(lines, i) > RUN_DAYS_MAX) continue
    const { key, isHoliday } = identityOf(number, special)
    const days = seen.get(key) ?? []
    days.push({ closed, isHoliday })
    seen.set(key, days)
  }
  return seen
}

/** Days in a row, this one among them, on which nothing traded. */
export const runAround = (lines: ArrayLike<number>, i: number): number => {
  let [from, to] = [i, i]
  while (from > 0 && (lines[from - 1] ?? 0) === 0) from -= 1
  while (to < lines.length - 1 && (lines[to + 1] ?? 0) === 0) to += 1
  return to - from + 1
}

const keepsHolidays = (before: ReadonlyMap<string, readonly Seen[]>): boolean => {
  const holidays = [...before.values()].flat().filter(({ isHoliday }) => isHoliday)
  const kept = holidays.filter(({ closed }) => closed).length
  return holidays.length >= HOLIDAYS_MIN && kept >= KEPT_SHARE * holidays.length
}

type Identity = { readonly key: string; readonly isHoliday: boolean; readonly isSure: boolean }

/** What makes this day the same day in another year. */
const identityOf = (number: number, special: SpecialDays): Identity => {
  const named = special(number)
  if (named?.kind === 'holiday' || named?.key === 'eid') {
    return { key: named.key, isHoliday: true, isSure: true }
  }
  const date = dayFromNumber(number)
  const offset = number - easterOf(Number(date.slice(0, 4)))
  if (EASTER_DAYS.has(offset)) return { key: `easter ${offset}`, isHoliday: false, isSure: true }
  const key = date.slice(5)
  return { key, isHoliday: false, isSure: FIXED_DAYS.has(key) }
}
