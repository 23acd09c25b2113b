import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderFor, protectionDays, serviceLevelFor } from '../../src/analytics/order.ts'
import { abcOf, patternOf, xyzOf } from '../../src/analytics/product-class.ts'
import { profitOf } from '../../src/analytics/profit.ts'
import { coverOf } from '../../src/analytics/shelf.ts'
import { day } from '../../src/sales/day.ts'
import { NO_SUMS } from '../../src/sales/totals.ts'
import { aSupply } from '../support/restock.ts'

const units = fc.integer({ min: 0, max: 5000 }).map((n) => n * 1000)

describe('from what to have to what to order', () => {
  test('eight bunches of 20 cover 156', () => {
    const supply = aSupply({ pack: { size: 20_000, name: 'ikat' } })
    expect(orderFor({ toHave: 196_000, usable: 40_000, onOrder: 0 }, supply)).toEqual({
      needed: 156_000,
      order: 160_000,
      packs: { count: 8, name: 'ikat', size: 20_000 },
      byMinimum: false,
    })
  })

  test('the least order counts when less is needed, then rounded up to packs', () => {
    const supply = aSupply({ pack: { size: 12_000, name: 'dus' }, minimum: 50_000 })
    expect(orderFor({ toHave: 10_000, usable: 9000, onOrder: 0 }, supply)).toMatchObject({
      needed: 1000,
      order: 60_000,
      byMinimum: true,
    })
  })

  test('nothing needed orders nothing, whatever the least order', () => {
    const supply = aSupply({ minimum: 50_000 })
    expect(orderFor({ toHave: 10_000, usable: 4000, onOrder: 6000 }, supply).order).toBe(0)
  })

  test('more stock or more on order never orders more; packs come whole and by less than one too many', () => {
    fc.assert(
      fc.property(
        units,
        units,
        units,
        fc.integer({ min: 1, max: 48 }),
        (toHave, usable, more, pack) => {
          const size = pack * 1000
          const supply = aSupply({ pack: { size, name: 'ikat' } })
          const { needed, order } = orderFor({ toHave, usable, onOrder: 0 }, supply)
          expect(order % size).toBe(0)
          expect(order).toBeGreaterThanOrEqual(needed)
          expect(order - needed).toBeLessThan(size)
          for (const position of [
            { usable: usable + more, onOrder: 0 },
            { usable, onOrder: more },
          ]) {
            expect(orderFor({ toHave, ...position }, supply).order).toBeLessThanOrEqual(order)
          }
        },
      ),
    )
  })

  test('an order has to last delivery and the days to the next one, no longer than it keeps', () => {
    expect(protectionDays(2, 7, null)).toBe(9)
    expect(protectionDays(2, 7, 3)).toBe(5)
    expect(protectionDays(0, 1, 5)).toBe(1)
  })
})

describe('how surely it shall suffice', () => {
  const level = (supply: Parameters<typeof serviceLevelFor>[0], price: number | null = null) =>
    serviceLevelFor(supply, { price, abc: 'B' }).level

  test('what keeps: 90 %, and 95 % for what earns most', () => {
    expect(level({ shelfDays: null, cost: null })).toBe(0.9)
    expect(level({ shelfDays: 180, cost: 1000 }, 5000)).toBe(0.9)
    expect(serviceLevelFor({ shelfDays: null, cost: null }, { price: null, abc: 'A' })).toEqual({
      level: 0.95,
      levelWhy: 'important',
    })
  })

  test('what spoils: 75 % until price and cost say more', () => {
    expect(level({ shelfDays: 5, cost: null }, 15_000)).toBe(0.75)
    expect(level({ shelfDays: 5, cost: 8000 })).toBe(0.75)
    // Newsvendor: (15000 - 6000) / 15000.
    expect(level({ shelfDays: 5, cost: 6000 }, 15_000)).toBeCloseTo(0.6, 9)
    expect(level({ shelfDays: 5, cost: 100 }, 15_000)).toBe(0.98)
    expect(level({ shelfDays: 5, cost: 20_000 }, 15_000)).toBe(0.5)
  })
})

describe('days of cover', () => {
  const week = Float64Array.from([10, 10, 10, 10, 10, 40, 0])
  const openOn = (i: number) => i % 7

  test('walk through the forecast, not stock over average', () => {
    expect(coverOf(50_000, week, openOn)).toBe(5)
    expect(coverOf(89_000, week, openOn)).toBe(5)
    // Sunday takes nothing, so what is left on Saturday evening lasts to Monday.
    expect(coverOf(90_000, week, openOn)).toBe(7)
    expect(coverOf(0, week, openOn)).toBe(0)
  })

  test('closed days cost nothing; what nobody buys never runs out', () => {
    expect(coverOf(20_000, week, (i) => (i < 3 ? null : i - 3))).toBe(5)
    expect(coverOf(1000, new Float64Array(7), openOn)).toBeNull()
  })
})

describe('classes', () => {
  test('A brings the first 80 % of the money, B up to 95 %', () => {
    const classes = abcOf(
      [
        { product: 'a', amount: 70 },
        { product: 'b', amount: 15 },
        { product: 'c', amount: 11 },
        { product: 'd', amount: 4 },
        { product: 'e', amount: 0 },
      ],
      100,
    )
    expect([...classes.values()].join('')).toBe('AABCC')
  })

  test('steady, in waves, at random', () => {
    const daily = (value: (i: number) => number) => ({
      start: 0,
      values: Float64Array.from({ length: 56 }, (_, i) => value(i)),
    })
    expect(xyzOf(daily(() => 5))).toBe('X')
    expect(xyzOf(daily((i) => (Math.floor(i / 7) % 2 === 0 ? 10 : 2)))).toBe('Y')
    expect(xyzOf(daily((i) => (i === 3 ? 50 : 0)))).toBe('Z')
    expect(xyzOf({ start: 0, values: new Float64Array(20).fill(4) })).toBeNull()
    expect(patternOf(daily(() => 5))).toBe('smooth')
    expect(patternOf(daily((i) => (i % 7 === 0 ? 5 : 0)))).toBe('intermittent')
    expect(patternOf(daily((i) => (i % 2 === 0 ? 1 : 20)))).toBe('erratic')
    expect(patternOf(daily((i) => (i % 7 === 0 ? 1 + 40 * (i % 2) : 0)))).toBe('lumpy')
  })
})

describe('profit of known cost', () => {
  const sum = (product: string, quantity: number, revenue: number) => ({
    ...NO_SUMS,
    lines: 1,
    product,
    quantity,
    revenue,
    firstDay: day('2026-03-01'),
    lastDay: day('2026-03-31'),
  })
  const span = { from: day('2026-03-01'), to: day('2026-03-31') }

  test('sales less quantity times cost, for what has one', () => {
    const profit = profitOf({
      span,
      sold: [sum('Mawar', 10_000, 150_000), sum('Lily', 2000, 10_000), sum('Pita', 1000, 40_000)],
      costOf: (product) => ({ Mawar: 8000, Lily: 6000 })[product] ?? null,
    })
    expect(profit).toMatchObject({ revenue: 160_000, cost: 92_000, share: 0.8, unknown: 'Pita' })
    expect(profit.known).toEqual([
      { product: 'Mawar', profit: 70_000 },
      { product: 'Lily', profit: -2000 },
    ])
  })

  test('without quantities or prices a cost says nothing', () => {
    const sold = [sum('Mawar', 0, 150_000), sum('Lily', 2000, 0)]
    expect(profitOf({ span, sold, costOf: () => 8000 }).known).toEqual([])
  })
})
