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
export const PROBLEMS_MAX = 1000

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
  const sum = { quantity: 0, revenue: 0, refunds: 0, refundLines: 0 }
  const has = { quantity: false, revenue: false }
  let span: { from: Day; to: Day } | null = null
  const products = namedTallies()
  const branches = new Map<string, string>()

  const add = (sale: Sale): void => {
    if (sale.quantity !== null) has.quantity = true
    if (sale.revenue !== null) has.revenue = true
    sum.quantity += sale.quantity ?? 0
    sum.revenue += sale.revenue ?? 0
    if (sale.kind === 'refund') {
      sum.refundLines++
      sum.refunds -= sale.revenue ?? 0
    }
    span = widened(span, sale.day)
    if (sale.branch !== null && !branches.has(sale.branch)) {
      branches.set(sale.branch, nameKey(sale.branch))
    }
    if (sale.product !== '') products.add(sale)
  }

  const result = (): Omit<ReadingTotals, 'rows'> => ({
    quantity: has.quantity ? sum.quantity : null,
    revenue: has.revenue ? sum.revenue : null,
    gross: has.revenue ? sum.revenue + sum.refunds : null,
    refunds: has.revenue ? sum.refunds : null,
    refundLines: sum.refundLines,
    span,
    branches: new Set(branches.values()).size,
    products: products.all().length,
    topByRevenue: has.revenue ? (top(products.all(), 'revenue') ?? null) : null,
    topByQuantity: has.quantity ? (top(products.all(), 'quantity') ?? null) : null,
  })

  return { add, result }
}

const widened = (span: { from: Day; to: Day } | null, day: Day): { from: Day; to: Day } => {
  if (span === null) return { from: day, to: day }
  return { from: day < span.from ? day : span.from, to: day > span.to ? day : span.to }
}

/** Products by name; spellings that differ in case only are one, the first spelling is shown. */
const namedTallies = () => {
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
const top = (products: readonly ProductTally[], by: 'quantity' | 'revenue') =>
  products.reduce<ProductTally | undefined>(
    (best, product) => (best === undefined || product[by] > best[by] ? product : best),
    undefined,
  )
