import type { Day } from '../sales/day.ts'
import { nameKey } from '../sales/names.ts'
import type { Sale } from '../sales/sale.ts'
import type { Line, ProblemReason, ReadingTotals, RowProblem } from './reading.ts'

export type Tally = {
  readonly totals: ReadingTotals
  /** The first PROBLEMS_MAX; the counts by reason are complete. */
  readonly problems: readonly RowProblem[]
  readonly skippedByReason: Readonly<Partial<Record<ProblemReason, number>>>
}

/** A sheet with more bad rows than this needs another export, not a longer list. */
const PROBLEMS_MAX = 1000

/** Adds up a reading line by line, for callers that stream. Money in minor units, quantities in thousandths. */
export const lineTally = () => {
  const rows = { read: 0, accepted: 0, skipped: 0, totals: 0 }
  const problems: RowProblem[] = []
  const reasons = new Map<ProblemReason, number>()
  const sums = saleSums()
  const skip = (problem: RowProblem) => {
    rows.skipped++
    reasons.set(problem.reason, (reasons.get(problem.reason) ?? 0) + 1)
    if (problems.length < PROBLEMS_MAX) problems.push(problem)
  }
  return {
    add: (line: Line): void => {
      rows.read++
      if (line.kind === 'sale') {
        rows.accepted++
        sums.add(line.sale)
      } else if (line.kind === 'problem') skip(line.problem)
      else rows.totals++
    },
    result: (): Tally => ({
      totals: { rows: { ...rows }, ...sums.result() },
      problems,
      skippedByReason: Object.fromEntries(reasons),
    }),
  }
}

type ProductTally = { readonly name: string; quantity: number; revenue: number }

const saleSums = () => {
  const quantity = knownSum()
  const revenue = knownSum()
  const refunds = { lines: 0, units: 0 }
  const products = productTallies()
  const branches = new Map<string, string>()
  let span: { from: Day; to: Day } | null = null

  const add = (sale: Sale): void => {
    quantity.add(sale.quantity)
    revenue.add(sale.revenue)
    if (sale.kind === 'refund') {
      refunds.lines++
      refunds.units -= sale.revenue ?? 0
    }
    span = widened(span, sale.day)
    const { branch } = sale
    if (branch !== null && !branches.has(branch)) branches.set(branch, nameKey(branch))
    if (sale.product !== '') products.add(sale)
  }

  const result = (): Omit<ReadingTotals, 'rows'> => {
    const net = revenue.value()
    return {
      quantity: quantity.value(),
      revenue: net,
      gross: net === null ? null : net + refunds.units,
      refunds: net === null ? null : refunds.units,
      refundLines: refunds.lines,
      span,
      branches: new Set(branches.values()).size,
      products: products.all().length,
      topByRevenue: net === null ? null : top(products.all(), 'revenue'),
      topByQuantity: quantity.value() === null ? null : top(products.all(), 'quantity'),
    }
  }

  return { add, result }
}

/** A sum that stays null until something was added: no data is not zero. */
const knownSum = () => {
  let sum: number | null = null
  return {
    add: (value: number | null): void => {
      if (value !== null) sum = (sum ?? 0) + value
    },
    value: (): number | null => sum,
  }
}

const widened = (span: { from: Day; to: Day } | null, day: Day): { from: Day; to: Day } => {
  if (span === null) return { from: day, to: day }
  if (day >= span.from && day <= span.to) return span
  return { from: day < span.from ? day : span.from, to: day > span.to ? day : span.to }
}

/** Products by name; spellings that differ in case only are one, the first spelling is shown. */
const productTallies = () => {
  const byKey = new Map<string, ProductTally>()
  const bySpelling = new Map<string, ProductTally>()
  const tallyOf = (name: string): ProductTally => {
    const key = nameKey(name)
    const tally = byKey.get(key) ?? { name, quantity: 0, revenue: 0 }
    byKey.set(key, tally)
    bySpelling.set(name, tally)
    return tally
  }
  return {
    add: (sale: Sale): void => {
      const tally = bySpelling.get(sale.product) ?? tallyOf(sale.product)
      tally.quantity += sale.quantity ?? 0
      tally.revenue += sale.revenue ?? 0
    },
    all: (): ProductTally[] => [...byKey.values()],
  }
}

/** The larger sum; of equals the one met first. */
const top = (products: readonly ProductTally[], by: 'quantity' | 'revenue'): ProductTally | null =>
  products.reduce<ProductTally | null>(
    (best, product) => (best === null || product[by] > best[by] ? product : best),
    null,
  )
