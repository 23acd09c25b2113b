import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Supply } from '../sales/supply.ts'
import type { RestockItem } from './findings.ts'
import { criticalRatioOfPrices } from './inventory.ts'
import { isPerishable } from './shelf.ts'

/** The rules between what to have and what to order: service level, position, packs and least order. */

/** Defaults where price and cost do not say what a lost sale and a leftover cost. */
const LEVEL_PERISHABLE = 0.75
export const LEVEL_NORMAL = 0.9
export const LEVEL_IMPORTANT = 0.95
/** Even a dear leftover is worth half the demand, and no cushion makes a shop never run out. */
const LEVEL_MIN = 0.5
const LEVEL_MAX = 0.98
/**
 * How surely a product shall suffice. Perishables by the newsvendor's critical ratio
 * (price - cost) / price, 0.75 while price or cost is unknown; other goods 0.95 for the A class, else
 * 0.90. `price` and `cost` in the same money a unit.
 */
export const serviceLevelFor = (
  supply: Pick<Supply, 'shelfDays' | 'cost'>,
  { price, abc }: { readonly price: number | null; readonly abc: RestockItem['class']['abc'] },
): Pick<RestockItem, 'level' | 'levelWhy'> => {
  if (!isPerishable(supply)) {
    return abc === 'A'
      ? { level: LEVEL_IMPORTANT, levelWhy: 'important' }
      : { level: LEVEL_NORMAL, levelWhy: 'normal' }
  }
  if (supply.cost === null || price === null || price <= 0) {
    return { level: LEVEL_PERISHABLE, levelWhy: 'perishable' }
  }
  const ratio = criticalRatioOfPrices({ price, cost: supply.cost, salvage: 0 })
  return { level: Math.min(LEVEL_MAX, Math.max(LEVEL_MIN, ratio)), levelWhy: 'told' }
}

/** Days an order has to last: delivery and the days until the next one, no longer than it keeps. */
export const protectionDays = (
  leadDays: number,
  reviewDays: number,
  shelfDays: number | null,
): number =>
  Math.max(1, Math.ceil(leadDays + Math.min(reviewDays, shelfDays ?? Number.POSITIVE_INFINITY)))

type Position = {
  readonly toHave: number
  readonly usable: number | null
  readonly onOrder: number
}

/**
 * What to order: order-up-to level minus inventory position (usable stock + on order), at least the
 * least order, rounded up to whole packs or units. Nothing needed orders nothing. Thousandths.
 */
export const orderFor = (
  { toHave, usable, onOrder }: Position,
  { pack, minimum }: Pick<Supply, 'pack' | 'minimum'>,
): Pick<RestockItem, 'needed' | 'order' | 'packs' | 'byMinimum'> => {
  const needed = Math.max(0, toHave - (usable ?? 0) - onOrder)
  if (needed === 0) return { needed, order: 0, packs: null, byMinimum: false }
  const wanted = Math.max(needed, minimum ?? 0)
  const size = pack?.size ?? QUANTITY_ONE
  const count = Math.ceil(wanted / size)
  return {
    needed,
    order: count * size,
    packs: pack && { count, name: pack.name, size },
    byMinimum: wanted > needed,
  }
}
