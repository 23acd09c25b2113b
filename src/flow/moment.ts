import { type Day, dayNumber, tradingDay, wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { MINUTES_A_DAY } from '../sales/stock.ts'

/** When a word about goods holds: now, or the end of the trading day it names. */
export const momentOf = (
  now: number,
  shop: Shop,
  day: Day | null,
): { readonly day: number; readonly moment: number } => {
  if (day !== null) {
    const number = dayNumber(day)
    return { day: number, moment: (number + 1) * MINUTES_A_DAY - 1 + shop.closingHour * 60 }
  }
  const wall = wallClock(now, shop.timeZone)
  return {
    day: dayNumber(tradingDay(now, shop.timeZone, shop.closingHour)),
    moment: dayNumber(wall.day) * MINUTES_A_DAY + wall.minute,
  }
}
