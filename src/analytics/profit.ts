import type { Span } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { ProductSum } from '../sales/totals.ts'

/** Gross profit where the cost is known; money in minor units. */
export type Profit = {
  readonly span: Span
  /** Products with a known cost, most profit first. */
  readonly known: readonly { readonly product: string; readonly profit: number }[]
  readonly products: number
  /** Best selling product without a known cost; null when all are known. */
  readonly unknown: string | null
  /** Of the known products. */
  readonly revenue: number
  readonly cost: number
  /** Share of all revenue that the known products bring. */
  readonly share: number
  /** Sales lines behind it. */
  readonly lines: number
}

export type ProfitQuestion = {
  readonly span: Span
  readonly sold: readonly ProductSum[]
  /** Minor units paid for one unit; null when the owner has not told. */
  readonly costOf: (product: string) => number | null
}

/** Without a price or a quantity there is nothing to set against a cost. */
const isPriced = ({ quantity, revenue }: ProductSum): boolean => quantity !== 0 && revenue !== 0

/**
 * Net revenue less quantity times unit cost, for the products whose cost is known. A product sold without
 * quantities has no cost of goods, so it counts as unknown. Today's cost is taken for the whole span.
 */
export const profitOf = ({ span, sold, costOf }: ProfitQuestion): Profit => {
  const priced = sold.map((sum) => ({
    sum,
    unitCost: isPriced(sum) ? costOf(sum.product) : null,
  }))
  const known = priced.flatMap(({ sum, unitCost }) =>
    unitCost === null ? [] : [{ sum, cost: Math.round((unitCost * sum.quantity) / QUANTITY_ONE) }],
  )
  const revenue = known.reduce((total, { sum }) => total + sum.revenue, 0)
  const all = sold.reduce((total, sum) => total + sum.revenue, 0)
  return {
    span,
    known: known
      .map(({ sum, cost }) => ({ product: sum.product, profit: sum.revenue - cost }))
      .toSorted((a, b) => b.profit - a.profit),
    products: sold.length,
    unknown: priced.find(({ unitCost }) => unitCost === null)?.sum.product ?? null,
    revenue,
    cost: known.reduce((total, { cost }) => total + cost, 0),
    share: all > 0 ? revenue / all : 0,
    lines: known.reduce((total, { sum }) => total + sum.lines, 0),
  }
}
