import { type Day, dayFromNumber } from '../sales/day.ts'
import { minorUnits } from '../sales/money.ts'
import { cleanName } from '../sales/names.ts'
import { QUANTITY_ONE, type Sale } from '../sales/sale.ts'
import { NO_DAY, NO_MINUTE } from './dates.ts'
import { afterDiscount } from './money.ts'
import { isNothing } from './numbers.ts'
import type { NumberSource, Plan } from './plan.ts'
import type { Line, ProblemReason } from './reading.ts'
import { type Standing, standingOf } from './status-words.ts'
import { type Column, cellAt, rowText, type Table } from './table.ts'
import { totalLabel } from './total-words.ts'

const lineOf = (table: Table, row: number): number => table.lines[row] ?? 0

/** A row recognised as total or repeated heading. */
export const totalLine = (table: Table, row: number): Line => ({
  kind: 'total',
  total: { row: lineOf(table, row), text: rowText(table, row) },
})

/** What is wrong with a row; its amounts help to see whether it is a total without a label. */
export type Trouble = {
  readonly reason: ProblemReason
  readonly column: number | null
  readonly quantity: number | null
  readonly revenue: number | null
}

/** A row that could not become a sale, with the cell to blame. */
export const problemLine = ({ table, headers }: Plan, row: number, trouble: Trouble): Line => ({
  kind: 'problem',
  problem: {
    row: lineOf(table, row),
    column: trouble.column === null ? null : (headers[trouble.column] ?? null),
    value:
      trouble.column === null ? '' : cellAt(table, row, trouble.column).slice(0, VALUE_CHARS_MAX),
    reason: trouble.reason,
    text: rowText(table, row),
  },
})

const VALUE_CHARS_MAX = 80

/** A page-wise printed report repeats its heading; the cells say so literally. */
export const headerTwins = ({ table, headerRow }: Plan): ((row: number) => boolean) => {
  const width = table.widths[headerRow] ?? 0
  return (row) => {
    let same = 0
    let filled = 0
    for (let column = 0; column < width; column++) {
      const codes = table.columns[column]?.codes
      const code = codes?.[row] ?? 0
      if (code !== 0) filled++
      if (code !== 0 && code === codes?.[headerRow]) same++
      // Data rows differ from the heading in nearly every cell: three are enough to see it.
      if (column === 3 && same === 0) return false
    }
    return same >= 2 && same >= filled * HEADER_TWIN_SHARE
  }
}

const HEADER_TWIN_SHARE = 0.6

/** Rows that call themselves a total. A label beside a full sale is just a word in a note. */
export const totalRows = ({ table, date, product, invoice }: Plan) => {
  const labels = table.columns.map(({ values }) => values.map(totalLabel))
  const labelled = labels.flatMap((column, index) => (column.some((label) => label) ? [index] : []))
  const naming = [date.index, product, invoice]
  return (row: number, isSale: boolean): boolean =>
    labelled.some((index) => {
      const label = labels[index]?.[table.columns[index]?.codes[row] ?? 0]
      if (!label) return false
      return !isSale || (label === 'exact' && naming.includes(index))
    })
}

/** Running sums, to recognise a row without date or product that equals what stands above it. */
export const runningSums = () => {
  const all = { rows: 0, quantity: 0, revenue: 0 }
  let group = { rows: 0, quantity: 0, revenue: 0 }
  const equals = (sums: typeof all, { quantity, revenue }: Trouble): boolean => {
    if (sums.rows < TOTAL_ROWS_MIN) return false
    const bySum =
      revenue === null ? quantity === sums.quantity : Math.abs(revenue - sums.revenue) <= 100
    return bySum && (revenue ?? quantity ?? 0) !== 0
  }
  return {
    add: (sale: Sale) => {
      for (const sums of [all, group]) {
        sums.rows++
        sums.quantity += sale.quantity ?? 0
        sums.revenue += sale.revenue ?? 0
      }
    },
    startGroup: () => {
      group = { rows: 0, quantity: 0, revenue: 0 }
    },
    isTheirTotal: (trouble: Trouble): boolean =>
      TOTAL_REASONS.includes(trouble.reason) && (equals(all, trouble) || equals(group, trouble)),
  }
}

/** The "sum" of one row is just that row's twin. */
const TOTAL_ROWS_MIN = 2
const TOTAL_REASONS: readonly ProblemReason[] = ['no-date', 'no-product', 'bad-date']

export type Outcome = { readonly sale: Sale } | Trouble

/** Makes the reader of single rows under this plan. */
export const rowReader = (plan: Plan): ((row: number) => Outcome) => {
  const { table, date } = plan
  const amounts = amountReader(plan)
  const standing = standingReader(plan)
  const product = nameReader(table, plan.product)
  const variant = nameReader(table, plan.variant)
  const category = nameReader(table, plan.category)
  const branch = nameReader(table, plan.branch)
  const invoice = nameReader(table, plan.invoice)
  const minute = minuteReader(plan)
  const dayOf = dayNames()
  const dateCodes = table.columns[date.index]?.codes ?? new Uint32Array()
  const dateValues = table.columns[date.index]?.values ?? []

  return (row) => {
    const amount = amounts(row)
    const trouble = (reason: ProblemReason, column: number | null): Trouble => ({
      reason,
      column,
      quantity: amount.quantity,
      revenue: amount.revenue,
    })
    if ((table.widths[row] ?? 0) > plan.width) return trouble('broken-line', null)
    const dateCode = dateCodes[row] ?? 0
    const days = date.days[dateCode] ?? NO_DAY
    if (days === NO_DAY) {
      return trouble(isNothing(dateValues[dateCode] ?? '') ? 'no-date' : 'bad-date', date.index)
    }
    if (days < plan.daysMin || days > plan.daysMax) return trouble('out-of-range', date.index)
    const name = product(row)
    if (name === null && plan.product !== null) return trouble('no-product', plan.product)
    if (amount.trouble) return trouble(amount.trouble.reason, amount.trouble.column)
    const state = standing(row, amount)
    if (state === 'not-sold') return trouble('not-sold', plan.standings[0] ?? null)
    const isRefund = state === 'refund' || (amount.revenue ?? 0) < 0 || (amount.quantity ?? 0) < 0
    return {
      sale: {
        row: lineOf(table, row),
        day: dayOf(days),
        minute: minute(row, dateCode),
        product: name ?? '',
        variant: variant(row),
        category: category(row),
        branch: branch(row),
        invoice: invoice(row),
        quantity: signed(amount.quantity, isRefund),
        revenue: signed(amount.revenue, isRefund),
        kind: isRefund ? 'refund' : 'sale',
      },
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
const nameReader = (table: Table, index: number | null): ((row: number) => string | null) => {
  const column = index === null ? undefined : table.columns[index]
  if (column === undefined) return () => null
  const names = column.values.map((text) => (isNoName(text) ? null : cleanName(text) || null))
  return (row) => names[column.codes[row] ?? 0] ?? null
}

const isNoName = (text: string): boolean => isNothing(text) || ERROR_WORD.test(text)

const ERROR_WORD = /^(?:#?error!?|unknown|#value!|#ref!|#name\?|#div\/0!)$/i

const minuteReader = (plan: Plan) => {
  const { table, date, time } = plan
  const codes = time === null ? undefined : table.columns[time.index]?.codes
  return (row: number, dateCode: number): number | null => {
    const own = codes === undefined ? NO_MINUTE : (time?.minutes[codes[row] ?? 0] ?? NO_MINUTE)
    const minute = own === NO_MINUTE ? (date.minutes[dateCode] ?? NO_MINUTE) : own
    return minute === NO_MINUTE ? null : minute
  }
}

type Amount = {
  /** Thousandths. */
  readonly quantity: number | null
  /** Minor units. */
  readonly revenue: number | null
  readonly trouble: { readonly reason: ProblemReason; readonly column: number | null } | null
}

type Cell = { readonly value: number; readonly isEmpty: boolean; readonly index: number }

/** A billion of anything on one line is a barcode in the wrong column. */
const QUANTITY_MAX = 1e9
/** Ten quadrillion minor units are past what a number holds exactly. */
const UNITS_MAX = Number.MAX_SAFE_INTEGER

const amountReader = (plan: Plan): ((row: number) => Amount) => {
  const quantity = cellReader(plan.table, plan.quantity)
  const unitPrice = cellReader(plan.table, plan.unitPrice)
  const revenue = cellReader(plan.table, plan.revenue)
  const discount = cellReader(plan.table, plan.discount)
  const off = (row: number, amount: number): number =>
    plan.discount === null
      ? amount
      : afterDiscount(amount, discount(row)?.value ?? 0, plan.discount.kind)

  return (row) => {
    const [q, p, r] = [quantity(row), unitPrice(row), revenue(row)]
    // A line cut short may have lost a cell in the middle: never work out its total from the rest.
    if (r !== null && r.index >= (plan.table.counts[row] ?? 0)) {
      return { quantity: null, revenue: null, trouble: { reason: 'broken-line', column: null } }
    }
    const money = lineMoney(q, p, r)
    const culprit = culpritOf({ q, p, r, money })
    const units = Number.isNaN(money) ? null : minorUnits(off(row, money), plan.currency)
    const count = quantityOf(q, p, r)
    const amount = { quantity: Number.isNaN(count) ? null : thousandths(count), revenue: units }
    if (culprit) {
      const reason = culprit.isEmpty ? 'no-amount' : 'bad-number'
      return { ...amount, trouble: { reason, column: culprit.index } }
    }
    if (Math.abs(count) > QUANTITY_MAX || Math.abs(units ?? 0) > UNITS_MAX) {
      const wide = Math.abs(count) > QUANTITY_MAX ? q : (r ?? p)
      return { ...amount, trouble: { reason: 'out-of-range', column: wide?.index ?? 0 } }
    }
    return { ...amount, trouble: null }
  }
}

const thousandths = (count: number): number => Math.round(count * QUANTITY_ONE)

const cellReader = (table: Table, source: NumberSource | null): ((row: number) => Cell | null) => {
  const column: Column | undefined = source === null ? undefined : table.columns[source.index]
  if (source === null || column === undefined) return () => null
  const { numbers, index } = source
  const cells = column.values.map((_, code) => ({
    value: numbers.values[code] ?? Number.NaN,
    isEmpty: numbers.empty[code] === 1,
    index,
  }))
  return (row) => cells[column.codes[row] ?? 0] ?? null
}

/** The line's own total; where it is missing or there is none, quantity × unit price. */
const lineMoney = (q: Cell | null, p: Cell | null, r: Cell | null): number => {
  if (r !== null && !Number.isNaN(r.value)) return r.value
  return q === null || p === null ? Number.NaN : q.value * p.value
}

/** The cell that keeps this row from being counted, if any. */
const culpritOf = ({
  q,
  p,
  r,
  money,
}: {
  readonly q: Cell | null
  readonly p: Cell | null
  readonly r: Cell | null
  readonly money: number
}): Cell | null => {
  const hasMoney = r !== null || (q !== null && p !== null)
  if (hasMoney && Number.isNaN(money)) {
    if (r !== null) return r
    return p !== null && Number.isNaN(p.value) ? p : q
  }
  if (q === null || !Number.isNaN(quantityOf(q, p, r))) return null
  // Money without a quantity still is a sale; a quantity nobody can read is worth a look.
  return q.isEmpty && hasMoney ? null : q
}

/** The quantity as written, or what total ÷ unit price gives when that is a whole number. */
const quantityOf = (q: Cell | null, p: Cell | null, r: Cell | null): number => {
  if (q === null || !Number.isNaN(q.value)) return q?.value ?? Number.NaN
  const ratio = r === null || p === null || p.value === 0 ? Number.NaN : r.value / p.value
  return Math.abs(ratio - Math.round(ratio)) < 1e-6 ? Math.round(ratio) : Number.NaN
}

/** Combines what status, type and invoice say of a row. */
const standingReader = (plan: Plan) => {
  const { table } = plan
  const columns = plan.standings.flatMap((index) => {
    const column = table.columns[index]
    return column ? [{ codes: column.codes, said: column.values.map(standingOf) }] : []
  })
  const isCredit = creditInvoices(plan)
  const soldLines = lazily(() => linesSold(plan, columns))
  return (row: number, amount: Amount): Exclude<Standing, 'undone'> => {
    const said = columns.map(({ codes, said: words }) => words[codes[row] ?? 0] ?? 'counted')
    if (said.includes('not-sold')) return 'not-sold'
    if (said.includes('refund') || isCredit(row)) return 'refund'
    if (!said.includes('undone')) return 'counted'
    const isReversal =
      (amount.revenue ?? amount.quantity ?? 0) < 0 || soldLines().has(lineKey(plan, row))
    return isReversal ? 'refund' : 'not-sold'
  }
}

const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Invoice and product: a cancelled line takes money back only if the same line was sold before. */
const lineKey = ({ table, invoice, product }: Plan, row: number): string =>
  `${invoice === null ? '' : cellAt(table, row, invoice)}|${product === null ? '' : cellAt(table, row, product)}`

const linesSold = (
  plan: Plan,
  columns: readonly { readonly codes: Uint32Array; readonly said: readonly Standing[] }[],
): ReadonlySet<string> => {
  const sold = new Set<string>()
  if (plan.invoice === null) return sold
  for (let row = plan.headerRow + 1; row < plan.table.rows; row++) {
    const isCounted = columns.every(({ codes, said }) => said[codes[row] ?? 0] === 'counted')
    if (isCounted) sold.add(lineKey(plan, row))
  }
  return sold
}

/** `C536379` among numbers alone is a credit note. */
const creditInvoices = ({ table, invoice }: Plan): ((row: number) => boolean) => {
  const column = invoice === null ? undefined : table.columns[invoice]
  const values = column?.values.slice(1) ?? []
  const plainNumbers = values.filter((text) => /^\d+$/.test(text)).length
  if (column === undefined || plainNumbers < values.length / 2) return () => false
  const credits = column.values.map((text) => /^C\d{3,}$/i.test(text))
  return (row) => credits[column.codes[row] ?? 0] === true
}
