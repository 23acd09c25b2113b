import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastCounts, type MoveKind, type StockEntry, stockedOf } from '../../src/sales/stock.ts'
import { supplyOf } from '../../src/sales/supply.ts'

const TODAY = 20_544
let no = 0
const told = (
  kind: StockEntry['kind'],
  value: number,
  day: number,
  rest: Partial<StockEntry> = {},
): StockEntry => {
  no += 1
  return {
    kind,
    scope: 'product',
    ref: 1,
    value,
    unit: null,
    day,
    moment: day * 1440 + 600,
    no,
    ...rest,
  }
}
const standing = (entries: readonly StockEntry[], sold = 0, leadDays = 2) =>
  stockedOf({
    entries,
    soldSince: new Map([[1, sold]]),
    today: TODAY,
    leadDaysOf: () => leadDays,
  })[0]

describe('stock = last count - sales since + received - thrown away', () => {
  test('a count alone', () => {
    expect(standing([told('count', 120, TODAY)])?.onHand).toBe(120)
  })

  test('with a delivery, waste and sales', () => {
    const diary = [
      told('count', 120, TODAY - 3),
      told('receive', 20, TODAY - 2),
      told('waste', 3, TODAY - 1),
    ]
    expect(standing(diary, 97)).toMatchObject({ received: 20, wasted: 3, sold: 97, onHand: 40 })
  })

  test('a new count forgets what was before it', () => {
    const diary = [
      told('count', 120, TODAY - 3),
      told('receive', 20, TODAY - 2),
      told('count', 50, TODAY - 1),
    ]
    expect(standing(diary)).toMatchObject({ onHand: 50, received: 0 })
  })

  test('a count of yesterday told today comes before this morning’s delivery', () => {
    const diary = [told('receive', 20, TODAY), told('count', 100, TODAY - 1)]
    expect(standing(diary)?.onHand).toBe(120)
  })

  test('never below nothing: it says that it needs a count', () => {
    expect(standing([told('count', 10, TODAY - 3)], 12)).toMatchObject({
      onHand: 0,
      needsCount: true,
    })
  })

  test('without a count nobody knows, however much came', () => {
    expect(standing([told('receive', 50, TODAY)])).toMatchObject({ onHand: null, received: 50 })
  })

  test('the order in which words are read changes nothing', () => {
    const words = fc.array(
      fc.record({
        kind: fc.constantFrom<MoveKind>('count', 'receive', 'waste', 'order'),
        value: fc.integer({ min: 0, max: 500 }),
        day: fc.integer({ min: TODAY - 30, max: TODAY }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.nat()), (list, chance) => {
        const diary = list.map(({ kind, value, day }) => told(kind, value, day))
        const shuffled = diary.toSorted(() => (chance.next().value % 2 === 0 ? 1 : -1))
        expect(standing(shuffled)).toEqual(standing(diary))
        expect(standing(diary)?.onHand ?? 0).toBeGreaterThanOrEqual(0)
        expect(standing(diary)?.onOrder ?? 0).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('what is on its way', () => {
  test('until it is delivered, the oldest order first', () => {
    const diary = [
      told('order', 80, TODAY - 2),
      told('order', 40, TODAY - 1),
      told('receive', 90, TODAY),
    ]
    expect(standing(diary)).toMatchObject({ onOrder: 30, orderedOn: TODAY - 1 })
  })

  test('a count on the day it was due has counted it', () => {
    const diary = [told('order', 80, TODAY - 2), told('count', 100, TODAY)]
    expect(standing(diary)?.onOrder).toBe(0)
  })

  test('a count before it was due has not', () => {
    const diary = [told('order', 80, TODAY - 1), told('count', 20, TODAY)]
    expect(standing(diary)).toMatchObject({ onHand: 20, onOrder: 80 })
  })

  test('an order of nothing takes back what was on its way', () => {
    expect(standing([told('order', 80, TODAY - 1), told('order', 0, TODAY)])?.onOrder).toBe(0)
  })

  test('two weeks after it was due nobody waits for it any more', () => {
    expect(standing([told('order', 80, TODAY - 16)])?.onOrder).toBe(80)
    expect(standing([told('order', 80, TODAY - 17)])?.onOrder).toBe(0)
  })
})

describe('terms of supply', () => {
  test('the product’s own word counts before its category’s and the shop’s; the newest of each', () => {
    const diary = [
      told('lead', 5, TODAY, { scope: 'shop', ref: 0 }),
      told('lead', 3, TODAY, { scope: 'category', ref: 7 }),
      told('lead', 9, TODAY),
      told('lead', 2, TODAY),
      told('pack', 20_000, TODAY, { unit: 'ikat' }),
    ]
    const supply = supplyOf(diary)
    expect(supply(1, 7)).toMatchObject({ leadDays: 2, pack: { size: 20_000, name: 'ikat' } })
    expect(supply(2, 7)).toMatchObject({ leadDays: 3, pack: null })
    expect(supply(2, null).leadDays).toBe(5)
    expect(supplyOf([])(1, null)).toEqual({
      leadDays: null,
      reviewDays: null,
      pack: null,
      minimum: null,
      shelfDays: null,
      cost: null,
    })
  })

  test('the newest count of each product is what sales are taken off', () => {
    const counts = [told('count', 5, TODAY - 1), told('count', 7, TODAY), told('receive', 9, TODAY)]
    expect(lastCounts(counts).map(({ value }) => value)).toEqual([7])
  })
})
