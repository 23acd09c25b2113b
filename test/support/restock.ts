import type { Restock, RestockItem } from '../../src/analytics/findings.ts'
import type { Goods } from '../../src/analytics/shelf.ts'
import { day } from '../../src/sales/day.ts'
import type { Stocked } from '../../src/sales/stock.ts'
import type { Supply } from '../../src/sales/supply.ts'

/** One line of an advice; what is not said follows from what is. */
export const aRestockItem = (
  change: Partial<RestockItem> & Pick<RestockItem, 'product' | 'toHave' | 'perDay'>,
): RestockItem => {
  const onHand = change.onHand ?? null
  const needed = Math.max(0, change.toHave - (onHand ?? 0))
  return {
    ref: 12,
    days: 3,
    leadDays: 2,
    reviewDays: 1,
    assumed: true,
    shelfDays: null,
    level: 0.9,
    levelWhy: 'normal',
    expected: 3 * change.perDay,
    ladder: [],
    lastDays: { days: 28, quantity: 28 * change.perDay },
    onHand,
    usable: onHand,
    needsCount: false,
    onOrder: 0,
    needed,
    order: needed,
    packs: null,
    byMinimum: false,
    overShelf: false,
    coverDays: onHand === null ? null : Math.floor(onHand / change.perDay),
    class: { abc: 'B', xyz: 'X', pattern: 'smooth' },
    ...change,
  }
}

/** What an advice says besides its products. */
export const adviceFrame: Omit<Restock, 'restock' | 'reduce' | 'basis'> = {
  days: 3,
  serviceLevel: 0.9,
  orderDay: day('2026-04-01'),
  staleDays: 0,
  counted: { from: day('2026-04-01'), to: day('2026-04-01') },
  surplus: [],
}

export const aSupply = (change: Partial<Supply> = {}): Supply => ({
  leadDays: null,
  reviewDays: null,
  pack: null,
  minimum: null,
  shelfDays: null,
  cost: null,
  ...change,
})

/** A product counted at this many thousandths on this day. */
export const stockedAt = (
  quantity: number | null,
  onDay: number,
  change: Partial<Stocked> = {},
): Stocked => ({
  ref: 12,
  counted: quantity === null ? null : { quantity, day: onDay, moment: onDay * 1440 + 600 },
  received: 0,
  wasted: 0,
  sold: 0,
  onHand: quantity,
  needsCount: false,
  onOrder: 0,
  orderedOn: null,
  receivedOn: null,
  ...change,
})

export const goodsWith = (
  stocked: Stocked | null,
  supply: Partial<Supply> = {},
  lastSoldOn: number | null = stocked?.counted?.day ?? null,
): Goods => ({ ref: 12, supply: aSupply(supply), stocked, lastSoldOn })
