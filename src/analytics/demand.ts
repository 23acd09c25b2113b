import { type Day, dayNumber } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import type { Calendar } from './days.ts'
import { addUp, type History, latest, meanOf, until } from './history.ts'
import { demandOf, type Ledger, ledgerOf, placesFrom, type Stretch, stretchOf } from './ledger.ts'

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
  /** Everything beyond the 400 products above as one series; null when there is no more. */
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

type DemandQuestion = {
  readonly productDays: readonly ProductDay[]
  readonly branchDays: readonly BranchDay[]
  /** Rows from this day on are not looked at: they lie in the future or may still grow. */
  readonly from: Day
  /** Days the owner told us are closed, past or to come. */
  readonly closedDays: readonly Day[]
}

/** The shop's past up to the last day with rows before `from`; null without any. */
export const demandBefore = (question: DemandQuestion): Demand | null => {
  const { from, closedDays } = question
  const rows = question.branchDays.filter(({ day }) => day < from)
  const stretch = stretchOf(rows)
  if (stretch === null) return null
  const page = ledgerOf(rows, stretch, new Set(closedDays.map(dayNumber)))
  const all = productsOf(question.productDays, stretch, page.calendar)
  return {
    stretch,
    page,
    products: all.slice(0, PRODUCTS_MAX),
    rest: togetherAs('', all.slice(PRODUCTS_MAX)),
    total: addUp(all.map(({ history }) => history)),
  }
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

const togetherAs = (product: string, parts: readonly ProductDemand[]): ProductDemand | null =>
  parts.length === 0
    ? null
    : {
        product,
        history: addUp(parts.map(({ history }) => history)),
        whole: parts.every(({ whole }) => whole),
      }

const productsOf = (
  rows: readonly ProductDay[],
  { first, last }: Stretch,
  calendar: Calendar,
): ProductDemand[] => {
  const days = last - first + 1
  const place = placesFrom(first, days)
  const sold = new Map<string, { units: Float64Array; whole: boolean }>()
  for (const { product, day, quantity } of rows) {
    const i = place(day)
    if (i === null) continue
    const entry = sold.get(product) ?? { units: new Float64Array(days), whole: true }
    entry.units[i] = (entry.units[i] ?? 0) + quantity / QUANTITY_ONE
    entry.whole &&= quantity % QUANTITY_ONE === 0
    sold.set(product, entry)
  }
  // Branch rows may reach further back than product rows; what lies before says nothing about products.
  const covered = last - Math.max(first, stretchOf(rows)?.first ?? first) + 1
  const size = ({ history }: ProductDemand) => meanOf(latest(history, RECENT_DAYS))
  return [...sold]
    .map(([product, { units, whole }]) => ({
      product,
      whole,
      history: latest(demandOf(units, calendar), covered),
    }))
    .sort((a, b) => size(b) - size(a) || (a.product < b.product ? -1 : 1))
}
