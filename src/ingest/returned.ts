import { AGREEMENT_MIN, isNear, isNumbers, numberAt, type Sample, shareOf } from './arithmetic.ts'
import { type ColumnFacts, ofSense } from './facts.ts'

/** The columns of a money plan that matter here. */
type Sold = { readonly quantity: ColumnFacts | null; readonly revenue: ColumnFacts | null }

/** What buyers gave back, in a column of its own: pieces of the line, or money. */
export type Returned = { readonly column: ColumnFacts; readonly kind: 'pieces' | 'amount' }

/**
 * The column of what was given back, where it still has to come off the line: null where there is
 * none, nothing was given back, or the money of the plan has it off already.
 */
export const returnedOf = (sample: Sample, plan: Sold): Returned | null => {
  const column = ofSense(sample.facts, 'returned').filter(isNumbers).find(isTelling(sample))
  if (column === undefined) return null
  const kind = isPieces(sample, plan, column) ? 'pieces' : 'amount'
  return isOffAlready(sample, plan, { column, kind }) ? null : { column, kind }
}

const isTelling =
  ({ rows }: Sample) =>
  (column: ColumnFacts): boolean =>
    rows.some((row) => Math.abs(numberAt(column, row)) > 0)

const tellingRows = ({ rows }: Sample, column: ColumnFacts): number[] =>
  rows.filter((row) => Math.abs(numberAt(column, row)) > 0)

const isCounting = ({ sense }: ColumnFacts): boolean =>
  sense?.sense === 'quantity' || sense?.sense === 'unitPrice'

const AMOUNT_WORDS =
  /amount|nilai|dana|rp|money|monto|importe|valor|montant|betrag|金額|金额|금액|[$€£]/i
const PIECES_WORDS =
  /qty|quant|jumlah|units?|pcs|items|cantidad|qtd|menge|aantal|adet|adedi|so luong|数|수량/i

/** By its heading; else whole numbers, never more than were bought. */
const isPieces = (
  sample: Sample,
  { quantity }: Pick<Sold, 'quantity'>,
  column: ColumnFacts,
): boolean => {
  if (quantity === null || AMOUNT_WORDS.test(column.name)) return false
  if (PIECES_WORDS.test(column.name)) return true
  return tellingRows(sample, column).every((row) => {
    const back = Math.abs(numberAt(column, row))
    return Number.isInteger(back) && back <= Math.abs(numberAt(quantity, row))
  })
}

/**
 * Net money has it off by its name. Any other total has it off where it comes to less than what was
 * given back, or to another total less that.
 */
const isOffAlready = (
  sample: Sample,
  { revenue }: Pick<Sold, 'revenue'>,
  { column, kind }: Returned,
): boolean => {
  if (revenue === null) return false
  if (revenue.sense?.sense === 'netRevenue') return true
  if (kind === 'pieces') return false
  const rows = tellingRows(sample, column)
  const isRest = (total: ColumnFacts) => (row: number) =>
    isNear(numberAt(total, row) - Math.abs(numberAt(column, row)), numberAt(revenue, row))
  const totals = ofSense(sample.facts, 'revenue', 'grossRevenue', 'orderTotal')
  if (totals.some((total) => total !== revenue && shareOf(rows, isRest(total)) >= AGREEMENT_MIN)) {
    return true
  }
  // What came in by each way of paying, less what was given back, is the total.
  const parts = sample.facts.columns.filter(
    (part) => part !== column && part !== revenue && isNumbers(part) && !isCounting(part),
  )
  const isLessParts = (row: number) => {
    const sum = parts.reduce((total, part) => total + (numberAt(part, row) || 0), 0)
    return isNear(sum - Math.abs(numberAt(column, row)), numberAt(revenue, row))
  }
  if (parts.length > 0 && shareOf(rows, isLessParts) >= AGREEMENT_MIN) return true
  const holdsBoth = (row: number) => numberAt(revenue, row) >= Math.abs(numberAt(column, row))
  return shareOf(rows, holdsBoth) < AGREEMENT_MIN
}
