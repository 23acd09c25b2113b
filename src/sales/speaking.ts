import { addDays, type Day, type Weekday, wallClock, weekdayOf } from './day.ts'

/** What the shop's wall shows: the civil day and minutes since its midnight. */
export type Wall = { readonly day: Day; readonly minute: number }

/** A summary the owner asked to get unasked, at this minute of the shop's wall clock. */
export type Digest =
  | { readonly kind: 'daily'; readonly minute: number }
  | { readonly kind: 'weekly'; readonly minute: number; readonly weekday: Weekday }

/** Minutes of the shop's wall clock between which nobody is disturbed, usually over midnight. Equal: never. */
export type QuietHours = {
  readonly from: number
  readonly to: number
  /** The owner wants to be told at once when a branch sells nothing, at night too. */
  readonly urgentAnyway: boolean
}

/** Until the owner says otherwise: nobody is woken by a bell. */
export const QUIET_USUALLY: QuietHours = { from: 21 * 60, to: 7 * 60, urgentAnyway: false }

export const isQuiet = ({ from, to }: QuietHours, minute: number): boolean =>
  from <= to ? minute >= from && minute < to : minute >= from || minute < to

/** The instant (Unix ms) at which these quiet hours end next on a wall in this zone, whatever its clocks do tonight. */
export const quietEnd = ({ to }: QuietHours, now: number, timeZone: string): number => {
  const minutes = (instant: number) => wallClock(instant, timeZone).minute
  const guess = now + ((to - minutes(now) + DAY_MINUTES) % DAY_MINUTES) * MINUTE_MS
  const off = (to - minutes(guess) + DAY_MINUTES * 1.5) % DAY_MINUTES
  return guess + (off - DAY_MINUTES / 2) * MINUTE_MS
}

const DAY_MINUTES = 24 * 60
const MINUTE_MS = 60_000

/**
 * The slot whose time has come, named by its day: today's for a daily digest, this week's (Monday to Sunday)
 * for a weekly one, so that a missed one is caught up while it is still news. Null: not yet, or it lies before
 * `since`, when the owner asked for it. Compared by what the wall shows: an hour that the clocks skip has
 * come with the next one, and one that comes twice is the same slot both times.
 */
export const dueSlot = (digest: Digest, now: Wall, since: Wall): Day | null => {
  const slot = digest.kind === 'daily' ? now.day : inSameWeek(now.day, digest.weekday)
  const time = { day: slot, minute: digest.minute }
  return isLater(time, now) || !isLater(time, since) ? null : slot
}

/** The day of the digest in this week, come or not. */
const inSameWeek = (day: Day, weekday: Weekday): Day => addDays(day, weekday - weekdayOf(day))

const isLater = (a: Wall, b: Wall): boolean =>
  a.day === b.day ? a.minute > b.minute : a.day > b.day

/** The day on which a digest asked for now first comes. */
export const firstSlot = (digest: Digest, now: Wall): Day => {
  const [slot, days] =
    digest.kind === 'daily' ? [now.day, 1] : [inSameWeek(now.day, digest.weekday), 7]
  return isLater({ day: slot, minute: digest.minute }, now) ? slot : addDays(slot, days)
}

/** The hour an owner picked begins here and is theirs, quiet or not. */
const PICKED_MINUTES = 60

/** Whether it is the very hour the owner picked for this slot: that holds in quiet hours too. */
export const isPickedHour = ({ minute }: Digest, slot: Day, now: Wall): boolean =>
  slot === now.day && now.minute >= minute && now.minute < minute + PICKED_MINUTES
