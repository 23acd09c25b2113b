import { addDays, type Day } from '../sales/day.ts'
import type { DayEnd } from '../sales/totals.ts'

/** What the day is held against: the same weekday, because a shop's Sunday ends when its Sundays end. */
export const endsToKnow = (day: Day): readonly Day[] =>
  Array.from({ length: WEEKS + 1 }, (_, week) => addDays(day, -7 * week))

const WEEKS = 8
/** Fewer evenings do not make a habit. */
const EVENINGS_MIN = 4
/** A slow evening ends earlier than the earliest usual one, but not by more; a file exported at noon does. */
const QUIET_EVENING_MINUTES = 120
/** Who sells up to midnight may sell after it: then only the next day shows that this one is over. */
const LATEST_END = 23 * 60
/** A branch that sold on more than this part of those evenings is waited for. */
const REGULAR_PART = 0.5

/**
 * Whether a file that came on the very day, at `sentAt` (minutes of the shop's wall clock), holds the whole of
 * it: it came after the last sale that weekday has had in eight weeks, the day's own sales reach into the
 * evening, and no regular branch is missing. False whenever the evenings are not known: half a day is never judged.
 */
export const isDayOver = (
  day: Day,
  { sentAt, ends }: { readonly sentAt: number; readonly ends: readonly DayEnd[] },
): boolean => {
  const own = ends.filter((end) => end.day === day)
  const evenings = Map.groupBy(
    ends.filter((end) => end.day < day),
    (end) => end.day,
  )
  const usual = [...evenings.values()].map(latest).filter((minute) => minute >= 0)
  if (usual.length < EVENINGS_MIN) return false
  const last = Math.max(...usual)
  const isEvening = latest(own) >= Math.min(...usual) - QUIET_EVENING_MINUTES
  return (
    last < LATEST_END && sentAt > last && isEvening && isEveryoneHere(own, [...evenings.values()])
  )
}

/** The last sale of an evening; -1 without times. */
const latest = (ends: readonly DayEnd[]): number =>
  Math.max(-1, ...ends.map(({ lastMinute }) => lastMinute ?? -1))

const isEveryoneHere = (
  own: readonly DayEnd[],
  evenings: readonly (readonly DayEnd[])[],
): boolean => {
  const here = new Set(own.map(({ branch }) => branch))
  const times = Map.groupBy(evenings.flat(), ({ branch }) => branch)
  return [...times].every(
    ([branch, those]) => here.has(branch) || those.length <= evenings.length * REGULAR_PART,
  )
}
