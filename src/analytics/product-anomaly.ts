import { type Day, dayNumber } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import { demandBefore } from './demand.ts'
import { amountCdf, countAtMost, countChance, normalQuantile } from './distribution.ts'
import type { Anomaly } from './findings.ts'
import { outlooksOf } from './forecast.ts'
import { rangeAround } from './forecast-series.ts'
import { placeInWeek } from './history.ts'
import { discoveries } from './robust.ts'

/** Among all products of a day this share of rings may be false. */
const FALSE_RATE = 0.1
/** A product must be off by three tenths of its own usual … */
const EFFECT_MIN = 0.3
/** … and move a tenth of the shop's median day to be worth a message. */
const MONEY_MIN = 0.1

/** Three products are read; an order for seventeen kinds of doormat is one piece of news. */
const PRODUCTS_MAX = 3

type AnomalyQuestion = {
  readonly day: Day
  readonly branchDays: readonly BranchDay[]
  readonly productDays: readonly ProductDay[]
  readonly closedDays?: readonly Day[]
}

/**
 * Products that sold far more or less units than forecast, tested together on their counts. The three
 * with most money, so that one wholesale order is no flood. `shopDay` is the money of the shop's median
 * day.
 */
export const findProductAnomalies = (
  { day, branchDays, productDays, closedDays = [] }: AnomalyQuestion,
  shopDay: number,
): Anomaly[] => {
  const demand = demandBefore({ productDays, branchDays, from: day, closedDays })
  if (demand === null) return []
  const sold = soldOn(productDays, day)
  const prices = pricesOf(productDays, day)
  const tests = outlooksOf(demand)
    .filter((outlook) => outlook.class === 'regular')
    .map((outlook): ProductTest => {
      const mean = outlook.week[placeInWeek(dayNumber(day))] ?? 0
      const { product, whole } = outlook.demand
      const net = sold.get(product) ?? { units: 0, revenue: 0 }
      // Returns beyond the day's sales are no negative demand.
      const actual = { ...net, units: Math.max(0, net.units) }
      const spread = { mean, dispersion: outlook.dispersion, whole }
      return {
        product,
        actual,
        spread,
        price: prices.get(product) ?? 0,
        chance: tailOf(actual.units, spread),
      }
    })
  const rings = discoveries(
    tests.map(({ chance }) => chance),
    FALSE_RATE,
  )
  return rings
    .flatMap((i) => tests[i] ?? [])
    .filter((test) => productMatters(test, shopDay))
    .map((test) => productAnomaly(test, day))
    .sort((a, b) => Math.abs(b.actual - b.usual.likely) - Math.abs(a.actual - a.usual.likely))
    .slice(0, PRODUCTS_MAX)
}

type ProductTest = {
  readonly product: string
  readonly actual: { readonly units: number; readonly revenue: number }
  readonly spread: { readonly mean: number; readonly dispersion: number; readonly whole: boolean }
  /** Money a unit. */
  readonly price: number
  readonly chance: number
}

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

const productMatters = ({ actual, spread, price }: ProductTest, shopDay: number): boolean => {
  const gap = Math.abs(actual.units - spread.mean)
  const money = gap * price
  return gap >= EFFECT_MIN * spread.mean && money >= MONEY_MIN * shopDay
}

const productAnomaly = (
  { product, actual, spread, price, chance }: ProductTest,
  day: Day,
): Anomaly => {
  const { likely, low, high } = rangeAround(spread.mean, spread)
  const down = actual.units < spread.mean
  const z = -normalQuantile(Math.max(Number.MIN_VALUE, chance / 2))
  return {
    day,
    scope: { kind: 'product', name: product },
    direction: down ? 'down' : 'up',
    zeroDay: actual.units === 0,
    actual: actual.revenue,
    usual: {
      likely: Math.round(likely * price),
      low: Math.round(Math.min(low, likely) * price),
      high: Math.round(Math.max(high, likely) * price),
    },
    score: down ? -z : z,
    causes: [],
    othersNormal: false,
  }
}

const soldOn = (rows: readonly ProductDay[], day: Day) => {
  const sold = new Map<string, { units: number; revenue: number }>()
  for (const row of rows) {
    if (row.day !== day) continue
    const before = sold.get(row.product) ?? { units: 0, revenue: 0 }
    sold.set(row.product, {
      units: before.units + row.quantity / QUANTITY_ONE,
      revenue: before.revenue + row.revenue,
    })
  }
  return sold
}

/** Average money a unit before the day: revenue over units, never an average of prices. */
const pricesOf = (rows: readonly ProductDay[], day: Day): Map<string, number> => {
  const sums = new Map<string, { units: number; revenue: number }>()
  for (const row of rows) {
    if (row.day >= day) continue
    const before = sums.get(row.product) ?? { units: 0, revenue: 0 }
    sums.set(row.product, {
      units: before.units + row.quantity / QUANTITY_ONE,
      revenue: before.revenue + row.revenue,
    })
  }
  return new Map(
    [...sums].map(([name, { units, revenue }]) => [name, units > 0 ? revenue / units : 0]),
  )
}
