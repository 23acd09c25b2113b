import { minorUnitsIn } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Doubt, ReadRow } from './doubt.ts'
import type { Plan } from './plan.ts'
import { cellAt, rowCells } from './table.ts'
import { totalLabel } from './total-words.ts'

/**
 * The totals a file prints are held against its lines: each must be the sum of some stretch of them,
 * between two totals or from the start or to the end. The last one that is none speaks of lines that
 * are missing or were read otherwise than its writer meant.
 */
export const statedTotal = (plan: Plan, rows: readonly ReadRow[]): Doubt | null => {
  const source = plan.revenue ?? (plan.unitPrice === null ? plan.quantity : null)
  if (source === null) return null
  const stated = statedIn(plan, rows)
  // Of a table that ran across the page each column had its own total: together they are the file's.
  if (plan.headerRow === -1 && isExplained(together(stated), stated)) return null
  const last = stated.totals.findLast((total) => !isExplained(total, stated))
  if (last === undefined) return null
  const said = cellAt(plan.table, last.row, source.index)
  return {
    kind: 'stated-total',
    example: `${said} ≠ ${shown(stated.sums.at(-1) ?? 0, plan)}`,
    answers: ['count'],
    rows: [],
  }
}

type Total = { readonly row: number; readonly amount: number; readonly at: number }

const together = ({ totals }: Stated): Total => ({
  row: 0,
  at: 0,
  amount: totals.reduce((sum, { amount }) => sum + amount, 0),
})

type Stated = {
  readonly totals: readonly Total[]
  /** Sums of the counted lines up to each total, 0 first and all of them last. */
  readonly sums: readonly number[]
  /** What the whole file comes to in other ways: all written amounts, pieces, lines. */
  readonly others: readonly number[]
  readonly slack: number
}

const statedIn = (plan: Plan, rows: readonly ReadRow[]): Stated => {
  const totals: Total[] = []
  const sums = [0]
  const all = { sum: 0, written: 0, taken: 0, pieces: 0, lines: 0 }
  for (const { row, outcome, aside } of rows) {
    const amount = amountIn(outcome)
    if (aside === null && 'sale' in outcome) {
      all.sum += amount ?? 0
      all.written += Math.abs(amount ?? 0)
      all.taken += Math.max(0, amount ?? 0)
      all.pieces += outcome.sale.quantity ?? 0
      all.lines++
    } else if (aside === 'total' && amount !== null && isLabelled(plan, row)) {
      sums.push(all.sum)
      totals.push({ row, amount, at: sums.length - 1 })
    } else if (aside === null && 'reason' in outcome && outcome.reason === 'not-sold') {
      all.written += Math.abs(amount ?? 0)
    }
  }
  const units = minorUnitsIn(plan.currency)
  const others = [
    all.written,
    all.taken,
    units(all.pieces / QUANTITY_ONE),
    units(all.lines),
    writtenSum(plan, rows),
  ]
  const slack = Math.max(units(1), all.lines * ROUNDED_UNITS)
  return { totals, sums: [...sums, all.sum], others, slack }
}

/** A printed total adds up unrounded lines: half a cent each. */
const ROUNDED_UNITS = 0.5

const amountIn = (outcome: ReadRow['outcome']): number | null => {
  const { revenue, quantity } = 'sale' in outcome ? outcome.sale : outcome
  return revenue ?? quantity
}

/** Averages and shares are labelled as such; a heading repeated has no amount. */
const isLabelled = ({ table }: Plan, row: number): boolean =>
  rowCells(table, row).some((cell) => totalLabel(cell) !== null)

/** The money column as it is written, before discounts and returns come off. */
const writtenSum = ({ revenue, currency, table }: Plan, rows: readonly ReadRow[]): number => {
  if (revenue === null) return 0
  const codes = table.columns[revenue.index]?.codes
  const sum = rows
    .filter(({ aside, outcome }) => aside === null && 'sale' in outcome)
    .reduce((total, { row }) => total + (revenue.numbers.values[codes?.[row] ?? 0] || 0), 0)
  return minorUnitsIn(currency)(sum)
}

const isExplained = ({ amount, at }: Total, { sums, others, slack }: Stated): boolean => {
  const isNear = (sum: number) => Math.abs(sum - amount) <= slack
  if (amount === 0 || others.some(isNear)) return true
  const here = sums[at] ?? 0
  const before = sums.slice(0, at).some((sum) => isNear(here - sum))
  return before || sums.slice(at + 1).some((sum) => isNear(sum - here)) || isNear(sums.at(-1) ?? 0)
}

const shown = (units: number, { revenue, currency }: Plan): string => {
  if (revenue === null) return String(units / QUANTITY_ONE)
  const major = units / minorUnitsIn(currency)(1)
  const plain = Number.isInteger(major) ? String(major) : major.toFixed(2)
  const [whole = '', cents] = plain.split('.')
  const [group, decimal] = revenue.numbers.style === 'comma' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return cents === undefined ? grouped : `${grouped}${decimal}${cents}`
}
