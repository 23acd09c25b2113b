import { type Day, dayNumber } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import { addUp, type History, latest, until } from './history.ts'
import {
  demandOf,
  type KnownDays,
  type Ledger,
  ledgerKnowing,
  placesFrom,
  type Stretch,
  stretchOf,
} from './ledger.ts'

/** What one product sold a day, in units (not thousandths), branches together. */
export type ProductDemand = {
  readonly product: string
  readonly history: History
  /** Only ever sold in whole units. */
  readonly whole: boolean
}

/** Everything a forecast needs to know about a shop's past, on one calendar. */
export type Demand = {
  readonly stretch: Stretch
  readonly page: Ledger
  /** Most units in the last eight weeks first. */
  readonly products: readonly ProductDemand[]
  /** What the branches sold beyond these products, as one series; null when there is no more. */
  readonly rest: ProductDemand | null
  /** Units of all products together, over the days that product rows cover. */
  readonly total: History
}

/**
 * A product costs about a millisecond; a wholesaler has thousands that sell once a month. The largest are
 * forecast one by one, the others together, so no unit is lost from the total.
 */
const PRODUCTS_MAX = 400
/** What "largest" is measured over. */
const RECENT_DAYS = 56

export type DemandQuestion = {
  readonly productDays: readonly ProductDay[]
  readonly branchDays: readonly BranchDay[]
  /** Rows from this day on are not looked at: they lie in the future or may still grow. */
  readonly from: Day
  /** Days the owner told us are closed, past or to come. */
  readonly closedDays: readonly Day[]
  /** What else is known of days. */
  readonly known?: Omit<KnownDays, 'closed'>
  /** The page's days, where it shall be longer than its own rows: a branch among others. */
  readonly stretch?: Stretch
  /** What makes days unlike others (1 is ordinary): histories are read as if every day were ordinary. */
  readonly factorOf?: (dayNumber: number) => number
}

/** The shop's past up to the last day with rows before `from`; null without any. */
export const demandBefore = (question: DemandQuestion): Demand | null => {
  const { from, closedDays, factorOf } = question
  const rows = question.branchDays.filter(({ day }) => day < from)
  const stretch = question.stretch ?? stretchOf(rows)
  if (stretch === null || rows.length === 0) return null
  const closed = new Set(closedDays.map(dayNumber))
  const page = ledgerKnowing(rows, stretch, { closed, ...question.known })
  const covered = coveredDays(question.productDays, stretch)
  const sold = soldOf(question.productDays, stretch).slice(0, PRODUCTS_MAX)
  const demandIn = ({ product, units }: Sold): ProductDemand => ({
    product,
    whole: units.every(Number.isInteger),
    history: ordinary(latest(demandOf(units, page.calendar), covered), factorOf),
  })
  const products = sold.map(demandIn)
  const left = leftOver(page, sold)
  const isMore = left.subarray(-covered).some((units) => units !== 0)
  const rest = isMore ? demandIn({ product: '', units: left }) : null
  const all = rest === null ? products : [...products, rest]
  return { stretch, page, products, rest, total: addUp(all.map(({ history }) => history)) }
}

/** Every day over its factor: what it would have brought had it been like any other. */
export const ordinary = (
  history: History,
  factorOf: ((dayNumber: number) => number) | undefined,
): History =>
  factorOf === undefined
    ? history
    : {
        start: history.start,
        values: history.values.map((value, i) => value / factorOf(history.start + i)),
      }

/** The same past as it was known `days` days earlier. */
export const earlier = (demand: Demand, days: number): Demand => {
  const cut = (history: History): History => until(history, history.values.length - days)
  const cutProduct = (product: ProductDemand) => ({ ...product, history: cut(product.history) })
  return {
    stretch: { first: demand.stretch.first, last: demand.stretch.last - days },
    page: demand.page,
    products: demand.products.map(cutProduct),
    rest: demand.rest && cutProduct(demand.rest),
    total: cut(demand.total),
  }
}

/** Units of a product on every day of the stretch. */
type Sold = { readonly product: string; readonly units: Float64Array }

/** Branch rows may reach further back than product rows; what lies before says nothing about products. */
const coveredDays = (rows: readonly ProductDay[], { first, last }: Stretch): number =>
  last - Math.max(first, stretchOf(rows)?.first ?? first) + 1

/** Most units in the last eight weeks first; a product that never sold a unit has no demand to foresee. */
const soldOf = (rows: readonly ProductDay[], { first, last }: Stretch): Sold[] => {
  const days = last - first + 1
  const place = placesFrom(first, days)
  const sold = new Map<string, Float64Array>()
  for (const { product, day, quantity } of rows) {
    const i = place(day)
    if (i === null) continue
    const units = sold.get(product) ?? new Float64Array(days)
    units[i] = (units[i] ?? 0) + quantity
    sold.set(product, units)
  }
  const size = ({ units }: Sold) =>
    units.subarray(-RECENT_DAYS).reduce((sum, value) => sum + Math.max(0, value), 0)
  return [...sold]
    .filter(([, units]) => units.some((value) => value > 0))
    .map(([product, thousandths]) => ({
      product,
      units: thousandths.map((value) => value / QUANTITY_ONE),
    }))
    .sort((a, b) => size(b) - size(a) || (a.product < b.product ? -1 : 1))
}

const leftOver = (page: Ledger, sold: readonly Sold[]): Float64Array => {
  const left = page.quantity.map((value) => Math.round(value))
  for (const { units } of sold) {
    for (const [i, value] of units.entries()) {
      left[i] = (left[i] ?? 0) - Math.round(value * QUANTITY_ONE)
    }
  }
  return left.map((value) => value / QUANTITY_ONE)
}
