import { countAtMost, countChance, normalLoss, normalQuantile } from './distribution.ts'

/**
 * The classical rules of stock keeping. Costs are money, demand is units, time is any one unit used for
 * everything (a year, a day). Formulas as in Snyder & Shen, Fundamentals of Supply Chain Theory; tests
 * hold the reference values.
 */

type OrderCosts = {
  /** Money for placing one order, whatever its size. */
  readonly orderCost: number
  /** Money for keeping one unit for one unit of time. */
  readonly holdingCost: number
  /** Units per unit of time. */
  readonly demand: number
}

/** Economic order quantity: sqrt(2 K D / h), and its cost sqrt(2 K D h) per unit of time. */
export const economicOrder = ({ orderCost, holdingCost, demand }: OrderCosts) => ({
  quantity: Math.sqrt((2 * orderCost * demand) / holdingCost),
  cost: Math.sqrt(2 * orderCost * demand * holdingCost),
})

/** The same when customers wait at a price: Q grows by sqrt((h + p) / p), h / (h + p) of it is owed. */
export const economicOrderWithWaiting = ({
  waitingCost,
  ...costs
}: OrderCosts & { readonly waitingCost: number }) => {
  const { holdingCost } = costs
  const { quantity, cost } = economicOrder(costs)
  const growth = Math.sqrt((holdingCost + waitingCost) / waitingCost)
  return {
    quantity: quantity * growth,
    waitingShare: holdingCost / (holdingCost + waitingCost),
    cost: cost / growth,
  }
}

type PriceBreak = { readonly from: number; readonly price: number }

/**
 * The order quantity when a larger order is cheaper throughout: the best of every price's own economic
 * quantity, moved up to its break where needed. `holdingRate` is the yearly share of a unit's price.
 */
export const economicOrderWithDiscount = (
  { orderCost, demand }: Omit<OrderCosts, 'holdingCost'>,
  holdingRate: number,
  breaks: readonly PriceBreak[],
): { readonly quantity: number; readonly cost: number } | null => {
  const offers = breaks.flatMap(({ from, price }, i) => {
    const holdingCost = holdingRate * price
    const quantity = Math.max(from, economicOrder({ orderCost, holdingCost, demand }).quantity)
    const next = breaks[i + 1]?.from ?? Number.POSITIVE_INFINITY
    if (quantity >= next) return []
    const cost = price * demand + (orderCost * demand) / quantity + (holdingCost * quantity) / 2
    return [{ quantity, cost }]
  })
  return offers.reduce<(typeof offers)[number] | null>(
    (best, offer) => (best === null || offer.cost < best.cost ? offer : best),
    null,
  )
}

type OneDayCosts = {
  /** Lost on a unit left over. */
  readonly overCost: number
  /** Lost on a customer who goes without. */
  readonly underCost: number
}

/** Share of days on which stock should suffice: p / (p + h). */
const criticalRatio = ({ overCost, underCost }: OneDayCosts): number =>
  underCost / (underCost + overCost)

/** The same from prices: (price - cost) / (price - salvage). */
export const criticalRatioOfPrices = (prices: {
  readonly price: number
  readonly cost: number
  readonly salvage: number
}): number => (prices.price - prices.cost) / (prices.price - prices.salvage)

type NormalDemand = { readonly mean: number; readonly sd: number }

/** Newsvendor, normal demand: mean + z sd at the critical ratio, and its expected cost. */
export const newsvendor = (costs: OneDayCosts, demand: NormalDemand) => {
  const level = demand.mean + normalQuantile(criticalRatio(costs)) * demand.sd
  return { level, cost: newsvendorCost(costs, demand, level) }
}

/** Expected cost of having `level`: h (S - mean) + (h + p) sd G(z). */
export const newsvendorCost = (
  { overCost, underCost }: OneDayCosts,
  { mean, sd }: NormalDemand,
  level: number,
): number =>
  overCost * (level - mean) + (overCost + underCost) * sd * normalLoss((level - mean) / sd)

/** Newsvendor for counts: the smallest level that covers the critical ratio. Poisson without dispersion. */
export const newsvendorCounts = (
  { overCost, underCost }: OneDayCosts,
  demand: { readonly mean: number; readonly dispersion?: number },
) => {
  const spread = { mean: demand.mean, dispersion: demand.dispersion ?? 1 }
  const ratio = criticalRatio({ overCost, underCost })
  let level = 0
  while (countAtMost(level, spread) < ratio && level < LEVEL_MAX) level += 1
  let leftOver = 0
  for (let k = 0; k < level; k += 1) leftOver += (level - k) * countChance(k, spread)
  const short = demand.mean - level + leftOver
  return { level, cost: overCost * leftOver + underCost * short }
}

/** A demand that needs more than this is no count any more; use the normal form. */
const LEVEL_MAX = 10_000

/** Base stock (order-up-to) for normal demand per day over lead time + review. */
export const baseStock = (serviceLevel: number, { mean, sd }: NormalDemand, days: number): number =>
  mean * days + normalQuantile(serviceLevel) * sd * Math.sqrt(days)

/** (r, Q): order the economic quantity when the position falls to r = the newsvendor level over lead time. */
export const reorderPolicy = (
  costs: OrderCosts & { readonly shortageCost: number },
  demandSd: number,
  leadTime: number,
) => ({
  reorderAt: newsvendor(
    { overCost: costs.holdingCost, underCost: costs.shortageCost },
    { mean: costs.demand * leadTime, sd: demandSd * Math.sqrt(leadTime) },
  ).level,
  quantity: economicOrder(costs).quantity,
})

/** Reorder point when the lead time itself varies: sd = sqrt(L sd_d^2 + d^2 sd_L^2). */
export const reorderPoint = (
  serviceLevel: number,
  demand: NormalDemand,
  leadTime: { readonly mean: number; readonly sd: number },
) => {
  const sd = Math.sqrt(leadTime.mean * demand.sd ** 2 + demand.mean ** 2 * leadTime.sd ** 2)
  const safetyStock = normalQuantile(serviceLevel) * sd
  return { sd, safetyStock, reorderAt: demand.mean * leadTime.mean + safetyStock }
}

/** Bisection halves an interval of 20 standard deviations to rounding error. */
const BISECTIONS = 60

/**
 * Safety stock by fill rate (share of units served from stock), which is not the cycle service level:
 * sd G(z) = (1 - fill rate) Q.
 */
export const safetyStockForFillRate = (
  fillRate: number,
  orderQuantity: number,
  leadTimeSd: number,
) => {
  const loss = ((1 - fillRate) * orderQuantity) / leadTimeSd
  let [low, high] = [-10 - loss, 10]
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2
    if (normalLoss(middle) > loss) low = middle
    else high = middle
  }
  return { z: (low + high) / 2, safetyStock: ((low + high) / 2) * leadTimeSd }
}
