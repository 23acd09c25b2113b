import { type Day, dayFromNumber } from '../sales/day.ts'
import { cleanName } from '../sales/names.ts'
import type { Sale } from '../sales/sale.ts'
import { type Amount, amountReader, type Blame } from './amounts.ts'
import { NO_DAY, NO_MINUTE } from './dates.ts'
import { isNothing } from './numbers.ts'
import type { Plan } from './plan.ts'
import type { Line, RowProblem } from './reading.ts'
import { standingReader } from './standing.ts'
import { cellAt, rowText, type Table } from './table.ts'

/** What is wrong with a row; its amounts help to see whether it is a total without a label. */
export type Trouble = Blame & Pick<Amount, 'quantity' | 'revenue'>

export type Outcome = { readonly sale: Sale } | Trouble

/** Makes the reader of single rows under this plan. */
export const rowReader = (plan: Plan): ((row: number) => Outcome) => {
  const amountAt = amountReader(plan)
  const standingAt = standingReader(plan)
  const blameAt = describingBlame(plan)
  const saleAt = saleReader(plan)
  return (row) => {
    const amount = amountAt(row)
    const blame = blameAt(row) ?? amount.blame
    if (blame) return { ...blame, quantity: amount.quantity, revenue: amount.revenue }
    if (plan.leftOut.has(row)) return { ...amount, reason: 'left-out', column: null }
    const standing = standingAt(row, amount)
    if (standing === 'not-sold') {
      return { ...amount, reason: 'not-sold', column: plan.standings[0]?.index ?? null }
    }
    const isNegative = (amount.revenue ?? 0) < 0 || (amount.quantity ?? 0) < 0
    return { sale: saleAt(row, amount, standing === 'refund' || isNegative) }
  }
}

/** The same line as goods and money given back, however it is signed. */
export const takenBack = (sale: Sale): Sale => ({
  ...sale,
  quantity: signed(sale.quantity, true),
  revenue: signed(sale.revenue, true),
  kind: 'refund',
})

/** A row recognised as total or repeated heading. */
export const totalLine = (table: Table, row: number): Line => ({
  kind: 'total',
  total: { row: lineOf(table, row), text: rowText(table, row) },
})

/** A row that could not become a sale, with the cell to blame. */
export const problemLine = (plan: Plan, row: number, blame: Blame): Line => ({
  kind: 'problem',
  problem: problemOf(plan, row, blame),
})

/** What is wrong with a row, where, and how the row reads. */
export const problemOf = (
  { table, headers }: Pick<Plan, 'table' | 'headers'>,
  row: number,
  { column, reason }: Blame,
): RowProblem => ({
  row: lineOf(table, row),
  column: column === null ? null : (headers[column] ?? null),
  value: column === null ? '' : cellAt(table, row, column).slice(0, VALUE_CHARS_MAX),
  reason,
  text: rowText(table, row),
})

/** A cell in a chat line; the whole row is kept beside it. */
const VALUE_CHARS_MAX = 80

const lineOf = (table: Table, row: number): number => table.lines[row] ?? 0

/** What keeps a row from having its place in the shop: a slipped row, no day, no product. */
const describingBlame = (plan: Plan): ((row: number) => Blame | null) => {
  const productAt = nameReader(plan.table, plan.product)
  const dateBlameAt = dateBlame(plan)
  return (row) => {
    if ((plan.table.widths[row] ?? 0) > plan.width) return { reason: 'broken-line', column: null }
    const blame = dateBlameAt(row)
    if (blame || plan.product === null || productAt(row) !== null) return blame
    return { reason: 'no-product', column: plan.product }
  }
}

/** By cell code: the same few dates stand in all the rows. */
const dateBlame = ({ table, date, daysMin, daysMax }: Plan): ((row: number) => Blame | null) => {
  const column = table.columns[date.index]
  const blames = (column?.values ?? []).map((text, code): Blame | null => {
    const days = date.days[code] ?? NO_DAY
    if (days === NO_DAY)
      return { reason: isNothing(text) ? 'no-date' : 'bad-date', column: date.index }
    const isSlip = days < daysMin || days > daysMax
    return isSlip ? { reason: 'out-of-range', column: date.index } : null
  })
  return (row) => blames[column?.codes[row] ?? 0] ?? null
}

const saleReader = (plan: Plan) => {
  const { table, date } = plan
  const dateCodes = table.columns[date.index]?.codes
  const product = nameReader(table, plan.product)
  const variant = nameReader(table, plan.variant)
  const category = nameReader(table, plan.category)
  const branch = nameReader(table, plan.branch)
  const invoice = nameReader(table, plan.invoice)
  const minute = minuteReader(plan)
  const dayOf = dayNames()
  return (row: number, amount: Amount, isRefund: boolean): Sale => {
    const dateCode = dateCodes?.[row] ?? 0
    return {
      row: lineOf(table, row),
      day: dayOf(date.days[dateCode] ?? NO_DAY),
      minute: minute(row, dateCode),
      product: product(row) ?? '',
      variant: variant(row),
      category: category(row),
      branch: branch(row),
      invoice: invoice(row),
      quantity: signed(amount.quantity, isRefund),
      revenue: signed(amount.revenue, isRefund),
      kind: isRefund ? 'refund' : 'sale',
    }
  }
}

/** A month has thirty days and ten thousand lines: each day is written once. */
const dayNames = (): ((days: number) => Day) => {
  const names = new Map<number, Day>()
  return (days) => {
    const known = names.get(days) ?? dayFromNumber(days)
    names.set(days, known)
    return known
  }
}

/** A refund takes back goods and money, however the till signs it. */
const signed = (value: number | null, isRefund: boolean): number | null =>
  value === null || !isRefund || value === 0 ? value : -Math.abs(value)

/** Names by cell code, cleaned once per spelling; null for "nothing here". */
/** Reads a column of names; null where a cell names nothing. */
export const nameReader = (
  table: Table,
  index: number | null,
): ((row: number) => string | null) => {
  const column = index === null ? undefined : table.columns[index]
  if (column === undefined) return () => null
  const names = column.values.map((text) => (isNoName(text) ? null : cleaned(text)))
  return (row) => names[column.codes[row] ?? 0] ?? null
}

/** Plain short ASCII is clean as it stands: receipt numbers come by the hundred thousand. */
const cleaned = (text: string): string | null =>
  PLAIN_NAME.test(text) ? text : cleanName(text) || null

const PLAIN_NAME = /^[!-~]{1,30}(?: [!-~]{1,30}){0,2}$/

const isNoName = (text: string): boolean => isNothing(text) || ERROR_WORD.test(text)

const ERROR_WORD = /^(?:#?error!?|unknown|#value!|#ref!|#name\?|#div\/0!)$/i

/** The time column's minute, else the one written beside the date. */
const minuteReader = ({ table, date, time }: Plan) => {
  const codes = time === null ? undefined : table.columns[time.index]?.codes
  return (row: number, dateCode: number): number | null => {
    const own = codes === undefined ? NO_MINUTE : (time?.minutes[codes[row] ?? 0] ?? NO_MINUTE)
    const minute = own === NO_MINUTE ? (date.minutes[dateCode] ?? NO_MINUTE) : own
    return minute === NO_MINUTE ? null : minute
  }
}
