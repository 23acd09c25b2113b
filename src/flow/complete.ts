import { addDays, type Day, tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Coverage } from '../store/sums.ts'

/**
 * A day is over when the calendar says so and its sales are all here: a later day has sales, or the
 * last file came after the day had ended. A file sent at noon covers half a day, and half a day is
 * never judged.
 */
export const isComplete = (shop: Shop, coverage: Coverage, day: Day, today: Day): boolean =>
  day < today &&
  ((coverage.filedTo ?? coverage.span.to) > day ||
    tradingDay(coverage.lastUploadAt, shop.timeZone, shop.closingHour) > day)

/**
 * The newest complete day; a sale told by hand today says nothing about a till whose file is still to come, so
 * where there are files their days are judged. It may lie before the first day
 * with sales.
 */
export const newestCompleteDay = (shop: Shop, coverage: Coverage, today: Day): Day => {
  const newest = coverage.filedTo ?? coverage.span.to
  const last = newest < today ? newest : today
  return isComplete(shop, coverage, last, today) ? last : addDays(last, -1)
}
