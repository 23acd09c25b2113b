import { type Day, dayNumber } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import type { Calendar } from './days.ts'
import type { History } from './history.ts'
import { addUp } from './history.ts'
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
  readonly products: readonly ProductDemand[]
  /** Units of all products together. */
  readonly total: History
}

export type DemandQuestion = {
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
  const products = productsOf(question.productDays, stretch, page.calendar)
  return { stretch, page, products, total: addUp(products.map(({ history }) => history)) }
}

/** The same past as it was known `days` days earlier. */
export const earlier = ({ stretch, page, products, total }: Demand, days: number): Demand => {
  const cut = (history: History): History => ({
    start: history.start,
    values: history.values.subarray(0, Math.max(0, history.values.length - days)),
  })
  return {
    stretch: { first: stretch.first, last: stretch.last - days },
    page,
    products: products.map((product) => ({ ...product, history: cut(product.history) })),
    total: cut(total),
  }
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
  return [...sold].map(([product, { units, whole }]) => ({
    product,
    whole,
    history: demandOf(units, calendar),
  }))
}
