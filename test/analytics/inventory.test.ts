import { describe, expect, test } from 'vitest'
import {
  baseStock,
  criticalRatioOfPrices,
  economicOrder,
  economicOrderWithDiscount,
  economicOrderWithWaiting,
  newsvendor,
  newsvendorCost,
  newsvendorCounts,
  reorderPoint,
  reorderPolicy,
  safetyStockForFillRate,
} from '../../src/analytics/inventory.ts'

// Reference values of the stockpyl library (Snyder), recomputed by hand.
describe('how much to order at once', () => {
  const costs = { orderCost: 8, holdingCost: 0.225, demand: 1300 }

  test('economic order quantity', () => {
    expect(economicOrder(costs).quantity).toBeCloseTo(304.0467800264368, 9)
    expect(economicOrder(costs).cost).toBeCloseTo(68.41052550594827, 9)
  })

  test('when customers wait', () => {
    const order = economicOrderWithWaiting({ ...costs, waitingCost: 5 })
    expect(order.quantity).toBeCloseTo(310.8125551589646, 9)
    expect(order.waitingShare).toBeCloseTo(0.043062200956938, 12)
  })

  test('a discount may be worth a larger order', () => {
    const breaks = [
      { from: 0, price: 0.75 },
      { from: 400, price: 0.72 },
      { from: 800, price: 0.68 },
    ]
    const order = economicOrderWithDiscount({ orderCost: 8, demand: 1300 }, 0.3, breaks)
    expect(order?.quantity).toBe(800)
    expect(order?.cost).toBeCloseTo(978.6, 9)
  })

  test('no price list, no order', () => {
    expect(economicOrderWithDiscount({ orderCost: 8, demand: 1300 }, 0.3, [])).toBeNull()
  })
})

describe('how much to have for one day', () => {
  test('normal demand', () => {
    const best = newsvendor({ overCost: 0.18, underCost: 0.7 }, { mean: 50, sd: 8 })
    expect(best.level).toBeCloseTo(56.60395592743389, 8)
    expect(best.cost).toBeCloseTo(1.997605193176645, 9)
    const less = newsvendorCost({ overCost: 0.18, underCost: 0.7 }, { mean: 50, sd: 8 }, 40)
    expect(less).toBeCloseTo(7.356131552870388, 9)
  })

  test('normal demand, larger', () => {
    const best = newsvendor({ overCost: 43, underCost: 79 }, { mean: 900, sd: 60 })
    expect(best.level).toBeCloseTo(922.7214038234755, 7)
    expect(best.cost).toBeCloseTo(2718.196781782411, 7)
  })

  test.each([
    { overCost: 1, underCost: 4, mean: 6, level: 8, cost: 3.570106945770946 },
    { overCost: 200, underCost: 270, mean: 18, level: 19, cost: 786.0884409351115 },
  ])('counts: a piece over costs $overCost, a piece short $underCost', (wanted) => {
    const best = newsvendorCounts(wanted, { mean: wanted.mean })
    expect(best.level).toBe(wanted.level)
    expect(best.cost).toBeCloseTo(wanted.cost, 8)
  })

  test('from prices', () => {
    expect(criticalRatioOfPrices({ price: 1, cost: 0.3, salvage: 0.12 })).toBeCloseTo(
      0.7954545454545454,
      14,
    )
  })
})

describe('how much to have until the next delivery', () => {
  test('base stock over lead time 4 and review 1', () => {
    expect(baseStock(0.7 / 0.88, { mean: 50, sd: 8 }, 5)).toBeCloseTo(264.7668943741548, 7)
  })

  test('(r, Q)', () => {
    const policy = reorderPolicy(
      { orderCost: 8, holdingCost: 0.225, demand: 1300, shortageCost: 7.5 },
      150,
      1 / 12,
    )
    expect(policy.reorderAt).toBeCloseTo(190.3369965715624, 7)
    expect(policy.quantity).toBeCloseTo(304.0467800264368, 9)
  })

  test('a supplier who is sometimes late needs a larger cushion', () => {
    const point = reorderPoint(0.95, { mean: 10, sd: 4 }, { mean: 7, sd: 2 })
    expect(point.sd).toBeCloseTo(22.627417, 6)
    expect(point.safetyStock).toBeCloseTo(37.2188, 4)
    expect(point.reorderAt).toBeCloseTo(107.2188, 4)
  })

  test('98 % of units from stock is not 98 % of cycles', () => {
    const { z, safetyStock } = safetyStockForFillRate(0.98, 60, 4 * Math.sqrt(7))
    expect(z).toBeCloseTo(0.832916, 6)
    expect(safetyStock).toBeCloseTo(8.8148, 4)
  })
})
