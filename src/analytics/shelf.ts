import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Stocked } from '../sales/stock.ts'
import type { Supply } from '../sales/supply.ts'
import type { Week } from './history.ts'

/** What the owner told about one product, as far as anything was told. */
export type Goods = {
  readonly ref: number
  readonly supply: Supply
  readonly stocked: Stocked | null
  /** Day number of its last sale within a year; null: none. */
  readonly lastSoldOn: number | null
}

/** What keeps longer than two weeks is sold before it spoils. */
const PERISHABLE_DAYS_MAX = 14
/** Stock that lasts longer is told as "over a year". */
export const COVER_DAYS_MAX = 365

export const isPerishable = ({ shelfDays }: Pick<Supply, 'shelfDays'>): boolean =>
  shelfDays !== null && shelfDays <= PERISHABLE_DAYS_MAX

/** Days the goods of the last delivery stay good; null when no delivery is known or it is long gone. */
export const shelfLeft = ({ supply, stocked }: Goods, today: number): number | null => {
  const received = stocked?.receivedOn ?? null
  if (supply.shelfDays === null || received === null || !isPerishable(supply)) return null
  const left = received + supply.shelfDays - today
  return left > 0 ? left : null
}

/** Weekday place of the i-th day ahead; null when the shop is closed. */
export type OpenOn = (i: number) => number | null

/**
 * Whole days the stock lasts when each day takes what is expected of it: a walk through the forecast, not
 * stock over average. Null when it lasts longer than a year.
 */
export const coverOf = (onHand: number, week: Week, openOn: OpenOn): number | null => {
  let left = onHand / QUANTITY_ONE
  for (let i = 0; i < COVER_DAYS_MAX; i += 1) {
    const place = openOn(i)
    left -= place === null ? 0 : (week[place] ?? 0)
    if (left < -ROUNDING) return i
  }
  return null
}

/** Sums of weekday means carry the noise of binary fractions. */
const ROUNDING = 1e-9
