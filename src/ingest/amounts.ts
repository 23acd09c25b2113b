import { minorUnitsIn } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import { afterDiscount } from './discount.ts'
import type { NumberSource, Plan } from './plan.ts'
import type { ProblemReason } from './reading.ts'
import type { Table } from './table.ts'

/** Why a row cannot be a sale, and the column to blame; null where the row as a whole is broken. */
export type Blame = { readonly reason: ProblemReason; readonly column: number | null }

/** A row's quantity in thousandths and money in minor units, as far as they can be read. */
export type Amount = {
  readonly quantity: number | null
  readonly revenue: number | null
  readonly blame: Blame | null
}

/** Makes the reader of a row's quantity and money. */
export const amountReader = (plan: Plan): ((row: number) => Amount) => {
  const read = cellsReader(plan)
  const isOthers = orderFollowers(plan)
  const unitsOf = minorUnitsIn(plan.currency)
  return (row) => {
    const cells = read(row)
    const money = isOthers(row) ? NO_CELLS : cells
    const major = moneyOf(money, plan)
    const revenue = Number.isNaN(major) ? major : unitsOf(major)
    const count = quantityOf(cells) - piecesBack(cells, plan)
    const quantity = Number.isNaN(count) ? null : Math.round(count * QUANTITY_ONE)
    const blame =
      cutShort(plan, row, money) ??
      unreadable(cells, money, revenue) ??
      outOfRange(cells, count, revenue)
    return { quantity, revenue: Number.isNaN(revenue) ? null : revenue, blame }
  }
}

type Cell = { readonly value: number; readonly isEmpty: boolean; readonly index: number }

type Cells = {
  readonly quantity: Cell | null
  readonly unitPrice: Cell | null
  readonly revenue: Cell | null
  readonly discount: Cell | null
  readonly returned: Cell | null
}

const NO_CELLS: Cells = {
  quantity: null,
  unitPrice: null,
  revenue: null,
  discount: null,
  returned: null,
}

const cellsReader = ({ table, ...plan }: Plan): ((row: number) => Cells) => {
  const quantity = cellReader(table, plan.quantity)
  const unitPrice = cellReader(table, plan.unitPrice)
  const revenue = cellReader(table, plan.revenue)
  const discount = cellReader(table, plan.discount)
  const returned = cellReader(table, plan.returned)
  return (row) => ({
    quantity: quantity(row),
    unitPrice: unitPrice(row),
    revenue: revenue(row),
    discount: discount(row),
    returned: returned(row),
  })
}

const cellReader = (table: Table, source: NumberSource | null): ((row: number) => Cell | null) => {
  const column = source === null ? undefined : table.columns[source.index]
  if (source === null || column === undefined) return () => null
  const { numbers, index } = source
  const cells = column.values.map((_, code) => ({
    value: numbers.values[code] ?? Number.NaN,
    isEmpty: numbers.empty[code] === 1,
    index,
  }))
  return (row) => cells[column.codes[row] ?? 0] ?? null
}

/** Rows after the first of an order whose money stands for the whole order. */
const orderFollowers = ({ table, invoice, isPerOrder }: Plan): ((row: number) => boolean) => {
  const codes = invoice === null ? undefined : table.columns[invoice]?.codes
  if (!isPerOrder || codes === undefined) return () => false
  return (row) => codes[row] !== 0 && codes[row] === codes[row - 1]
}

/** Major units; NaN for none. */
const moneyOf = (cells: Cells, plan: Plan): number => {
  const full = lineTotal(cells)
  const off = plan.discount === null ? null : { cell: cells.discount, kind: plan.discount.kind }
  const pieces = off?.kind === 'each' ? quantityOf(cells) : 1
  const net = off === null ? full : afterDiscount(full, (off.cell?.value ?? 0) * pieces, off.kind)
  return plan.returned === null ? net : afterReturns(net, cells, plan.returned.kind)
}

const backOf = ({ returned }: Cells): number => Math.abs(returned?.value || 0)

/** Pieces given back take their share of the line's money with them. */
const afterReturns = (net: number, cells: Cells, kind: 'pieces' | 'amount'): number => {
  if (kind === 'amount') return net - backOf(cells)
  const bought = Math.abs(quantityOf(cells))
  return bought > 0 ? net * (1 - backOf(cells) / bought) : net
}

const piecesBack = (cells: Cells, { returned }: Plan): number =>
  returned?.kind === 'pieces' ? backOf(cells) : 0

/** The line's own total; where it is missing or there is none, quantity × unit price. */
const lineTotal = ({ quantity, unitPrice, revenue }: Cells): number => {
  if (revenue !== null && !Number.isNaN(revenue.value)) return revenue.value
  return quantity === null || unitPrice === null ? Number.NaN : quantity.value * unitPrice.value
}

/** The quantity as written, or what total ÷ unit price gives when that is a whole number. */
const quantityOf = ({ quantity, unitPrice, revenue }: Cells): number => {
  if (quantity === null || !Number.isNaN(quantity.value)) return quantity?.value ?? Number.NaN
  const ratio = (revenue?.value ?? Number.NaN) / (unitPrice?.value ?? Number.NaN)
  return Math.abs(ratio - Math.round(ratio)) < RATIO_SLACK ? Math.round(ratio) : Number.NaN
}

/** Binary noise of one division. */
const RATIO_SLACK = 1e-6

/** A line cut short may have lost a cell in the middle: its total is never worked out from the rest. */
const cutShort = ({ table }: Plan, row: number, { revenue }: Cells): Blame | null =>
  revenue !== null && revenue.index >= (table.counts[row] ?? 0)
    ? { reason: 'broken-line', column: null }
    : null

const unreadable = (cells: Cells, money: Cells, revenue: number): Blame | null => {
  const { quantity } = cells
  const hasMoney = money.revenue !== null || money.unitPrice !== null
  if (hasMoney && Number.isNaN(revenue)) return blameOf(moneyCulprit(money))
  if (quantity === null || !Number.isNaN(quantityOf(cells))) return null
  // Money without a quantity still is a sale; a quantity nobody can read is worth a look.
  return quantity.isEmpty && hasMoney ? null : blameOf(quantity)
}

const moneyCulprit = ({ quantity, unitPrice, revenue }: Cells): Cell | null => {
  if (revenue !== null) return revenue
  return unitPrice !== null && Number.isNaN(unitPrice.value) ? unitPrice : quantity
}

const blameOf = (cell: Cell | null): Blame => ({
  reason: cell?.isEmpty === false ? 'bad-number' : 'no-amount',
  column: cell?.index ?? null,
})

/** A billion of anything on one line is a barcode in the wrong column. */
const QUANTITY_MAX = 1e9
/** Past this a number does not hold every unit exactly. */
const UNITS_MAX = Number.MAX_SAFE_INTEGER

const outOfRange = (cells: Cells, count: number, revenue: number): Blame | null => {
  if (Math.abs(count) > QUANTITY_MAX) {
    return { reason: 'out-of-range', column: cells.quantity?.index ?? null }
  }
  const column = cells.revenue?.index ?? cells.unitPrice?.index ?? null
  return Math.abs(revenue) > UNITS_MAX ? { reason: 'out-of-range', column } : null
}
