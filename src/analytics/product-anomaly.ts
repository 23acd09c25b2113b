import { type Day, dayNumber } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import { demandBefore } from './demand.ts'
import { amountCdf, countAtMost, countChance, normalQuantile } from './distribution.ts'
import type { Anomaly } from './findings.ts'
import { outlooksOf } from './forecast.ts'
import { rangeAround } from './forecast-series.ts'
import { placeInWeek } from './history.ts'

/** A product must be off by three tenths of its own usual … */
const EFFECT_MIN = 0.3
/** … and move a tenth of the shop's median day to be worth a message. */
const MONEY_MIN = 0.1

type AnomalyQuestion = {
  readonly day: Day
  readonly branchDays: readonly BranchDay[]
  readonly productDays: readonly ProductDay[]
  readonly closedDays?: readonly Day[]
}

/** One product's judged day against the forecast of its counts. */
export type ProductTest = {
  readonly scope: { readonly kind: 'product'; readonly name: string }
  readonly direction: Anomaly['direction']
  readonly actual: Sold
  readonly spread: { readonly mean: number; readonly dispersion: number; readonly whole: boolean }
  /** Money a unit; where the files have no money, one unit in thousandths. */
  readonly price: number
  readonly chance: number
  /** Off by enough, in its own units and in the shop's, to be worth a message. */
  readonly matters: boolean
}

/** `amount`: money, or thousandths of units where the files have none. */
type Sold = { readonly units: number; readonly amount: number }

/**
 * How strange the day was for each regularly sold product: the chance of a count at least this far from
 * its forecast. `shopDay` is what the shop's median day brings.
 */
export const productTests = (
  { day, branchDays, productDays, closedDays = [] }: AnomalyQuestion,
  shopDay: number,
): ProductTest[] => {
  const demand = demandBefore({ productDays, branchDays, from: day, closedDays })
  if (demand === null) return []
  const byMoney = branchDays.some(({ revenue }) => revenue !== 0)
  const amount = (row: ProductDay) => (byMoney ? row.revenue : row.quantity)
  const sold = soldOf(
    productDays.filter((row) => row.day === day),
    amount,
  )
  const before = soldOf(
    productDays.filter((row) => row.day < day),
    amount,
  )
  return outlooksOf(demand)
    .filter((outlook) => outlook.class === 'regular')
    .map((outlook): ProductTest => {
      const mean = outlook.week[placeInWeek(dayNumber(day))] ?? 0
      const { product, whole } = outlook.demand
      const net = sold.get(product) ?? NOTHING
      // Returns beyond the day's sales are no negative demand.
      const actual = { ...net, units: Math.max(0, net.units) }
      const spread = { mean, dispersion: outlook.dispersion, whole }
      const price = priceOf(before.get(product) ?? NOTHING)
      const gap = Math.abs(actual.units - mean)
      return {
        scope: { kind: 'product', name: product },
        direction: actual.units < mean ? 'down' : 'up',
        actual,
        spread,
        price,
        chance: tailOf(actual.units, spread),
        matters: gap >= EFFECT_MIN * mean && gap * price >= MONEY_MIN * shopDay,
      }
    })
}

const NOTHING: Sold = { units: 0, amount: 0 }

/** Chance of a count (or amount) at least this far out on its side, both sides together. */
const tailOf = (
  units: number,
  spread: { readonly mean: number; readonly dispersion: number; readonly whole: boolean },
): number => {
  if (spread.mean <= 0) return 1
  const below = spread.whole ? countAtMost(units, spread) : amountCdf(units, spread)
  const exactly = spread.whole ? countChance(units, spread) : 0
  return Math.min(1, 2 * Math.min(below, Math.max(0, 1 - below + exactly)))
}

/** A product that rang, in the words of all findings. */
export const productAnomaly = (
  { scope, direction, actual, spread, price, chance }: ProductTest,
  day: Day,
): Anomaly => {
  const { likely, low, high } = rangeAround(spread.mean, spread)
  const z = -normalQuantile(Math.max(Number.MIN_VALUE, chance / 2))
  return {
    day,
    scope,
    direction,
    zeroDay: actual.units === 0,
    actual: actual.amount,
    usual: {
      likely: Math.round(likely * price),
      low: Math.round(Math.min(low, likely) * price),
      high: Math.round(Math.max(high, likely) * price),
    },
    score: direction === 'down' ? -z : z,
    causes: [],
    othersNormal: false,
  }
}

const soldOf = (
  rows: readonly ProductDay[],
  amount: (row: ProductDay) => number,
): Map<string, Sold> => {
  const sold = new Map<string, Sold>()
  for (const row of rows) {
    const so = sold.get(row.product) ?? NOTHING
    sold.set(row.product, {
      units: so.units + row.quantity / QUANTITY_ONE,
      amount: so.amount + amount(row),
    })
  }
  return sold
}

/** Average amount a unit: amount over units, never an average of prices. */
const priceOf = ({ units, amount }: Sold): number => (units > 0 ? amount / units : 0)
