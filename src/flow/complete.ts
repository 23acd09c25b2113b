import { endsToKnow, isDayOver } from '../analytics/day-end.ts'
import { addDays, type Day, tradingDay, wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Reader } from '../store/store.ts'
import type { Coverage } from '../store/sums.ts'

/** What the shop has, and the day that its own file of the evening has finished. */
export type Covered = Coverage & {
  /** The newest day, when the last file came on it and yet holds the whole of it. */
  readonly endedOn: Day | null
}

/** Null when nothing has been imported yet. */
export const coverageOf = async (
  reader: Pick<Reader, 'coverage' | 'dayEnds'>,
  shop: Shop,
): Promise<Covered | null> => {
  const coverage = await reader.coverage(shop.id)
  return coverage && { ...coverage, endedOn: await endedOn(reader, shop, coverage) }
}

/**
 * A shop that works past midnight has told at what hour its day ends, and a till may date those sales either
 * way: there only that hour ends the day.
 */
const endedOn = async (
  reader: Pick<Reader, 'dayEnds'>,
  shop: Shop,
  { span, filedTo, lastUploadAt }: Coverage,
): Promise<Day | null> => {
  const sent = wallClock(lastUploadAt, shop.timeZone)
  const day = filedTo ?? span.to
  if (shop.closingHour > 0 || sent.day !== day) return null
  const ends = await reader.dayEnds(shop.id, endsToKnow(day))
  return isDayOver(day, { sentAt: sent.minute, ends }) ? day : null
}

/**
 * A day is over when its sales are all here: a later day has sales, or the last file came after the day had
 * ended, by the calendar or by the shop's own evenings. A file sent at noon covers half a day, and half a day
 * is never judged.
 */
export const isComplete = (shop: Shop, coverage: Covered, day: Day, today: Day): boolean => {
  if (day === coverage.endedOn) return true
  const isLater = tradingDay(coverage.lastUploadAt, shop.timeZone, shop.closingHour) > day
  return day < today && ((coverage.filedTo ?? coverage.span.to) > day || isLater)
}

/**
 * The newest complete day; a sale told by hand today says nothing about a till whose file is still to come, so
 * where there are files their days are judged. It may lie before the first day with sales.
 */
export const newestCompleteDay = (shop: Shop, coverage: Covered, today: Day): Day => {
  const newest = coverage.filedTo ?? coverage.span.to
  const last = newest < today ? newest : today
  return isComplete(shop, coverage, last, today) ? last : addDays(last, -1)
}
