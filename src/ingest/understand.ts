import { dayNumber } from '../sales/day.ts'
import { isNumbers } from './arithmetic.ts'
import { isMixed, namedCurrency } from './currencies.ts'
import { decideOrder } from './date-order.ts'
import { dateCells, datesUnder, dayAt, dayUnder, looksLikeDate, minuteOf } from './dates.ts'
import { type ColumnFacts, ofSense, type TableFacts, tableFacts } from './facts.ts'
import { type GoodsList, goodsList, goodsListKind } from './goods-list.ts'
import { hash53 } from './hash.ts'
import { findHeader, type Header, noHeading } from './header.ts'
import { normalHeader, type Sense } from './header-words.ts'
import { titleFactor } from './magnitude.ts'
import { decideMoney, type MoneyPlan, NO_MONEY } from './money.ts'
import { namesColumn } from './names-column.ts'
import { sellsOnCredit } from './on-credit.ts'
import type { NumberSource, Plan } from './plan.ts'
import { isAccountBook, isPurchaseList } from './purchases.ts'
import type { Opened, Question, ReadHints, RefusalReason, Role, Understanding } from './reading.ts'
import { reshaped, type Shaped } from './reshape.ts'
import { readStock } from './stock.ts'
import { rowCells, rowText, type Table } from './table.ts'
import { withTitleDates } from './title-dates.ts'
import { unpivoted } from './unpivot.ts'
import { withYears } from './year.ts'

/** How the file is written, and what its reader may lean on. */
type Written = {
  readonly kind: Understanding['kind']
  readonly encoding: string
  readonly delimiter: string | null
  readonly sheet: string | null
  readonly hints: ReadHints
}

/**
 * Gives a table its meaning: heading, roles of the columns, number styles, order of dates. Comes to
 * a plan, one question or a refusal.
 */
export const understand = (table: Table, written: Written): Opened => {
  const headed = findHeader(table)
  const header = headed ?? noHeading(table)
  if (header === null) return refused('no-header', firstLine(table))
  const list = listOf({ table, header }, written.hints)
  if (list.kind === 'no-year') return yearQuestion({ table, header }, written, list.example)
  const shown = tableFacts(
    list.shaped,
    written.hints.currency,
    titleFactor(titlesOf(table, header)),
  )
  const facts = { ...shown, currency: namedCurrency(shown) ?? shown.currency }
  const date = dateColumn(facts)
  const goods = salesOrStock(facts, written, date)
  if (goods !== null) return goods
  if (date === null) return withoutDate(facts, written)
  const money = decideMoney(facts, written.hints.answers['money-column'])
  const plan = money.kind === 'decided' ? money.plan : NO_MONEY
  // Without a single word only the sum of every line can say which number is which.
  if (headed === null && !(plan.quantity && plan.unitPrice && plan.revenue)) {
    return refused('no-header', firstLine(table))
  }
  if (money.kind === 'decided' && !plan.quantity && !plan.revenue && !plan.unitPrice) {
    return withoutAmounts(facts, written, date)
  }
  if (isMixed(facts, [plan.revenue, plan.unitPrice])) {
    return refused('mixed-currencies', headings(facts))
  }
  if (isAccountBook(facts, plan)) return refused('not-sales', headings(facts))
  if (isPurchaseList(facts, plan)) return refused('purchases', headings(facts))
  const columns = {
    date,
    ...describing(facts, [date, plan.quantity, plan.revenue, plan.unitPrice]),
  }
  const understanding = understandingOf(facts, written, { ...columns, money: plan })
  if (money.kind === 'open') {
    const question: Question = {
      kind: 'money-column',
      example: money.example,
      options: money.options,
    }
    return { outcome: 'question', understanding, question }
  }
  return withDates({ facts, hints: written.hints, understanding }, columns, plan)
}

const refused = (reason: RefusalReason, detail: string): Opened => ({
  outcome: 'refused',
  reason,
  detail,
})

/** Every shape a report comes in, brought to one row a sale and one date column. */
const listOf = (shaped: Shaped, hints: ReadHints) => {
  const yeared = withYears(shaped, hints)
  if (yeared.kind === 'no-year') return yeared
  return unpivoted(withTitleDates(reshaped(yeared.shaped), hints.fileName), hints)
}

/** Months without a year: this one or the last. */
const yearQuestion = (shaped: Shaped, written: Written, example: string): Opened => {
  const facts = tableFacts(shaped, written.hints.currency)
  const year = Number(written.hints.today.slice(0, 4))
  const columns = { ...describing(facts, []), date: null, money: NO_MONEY }
  return {
    outcome: 'question',
    understanding: understandingOf(facts, written, columns),
    question: {
      kind: 'year',
      example,
      options: [year, year - 1].map((option) => ({ id: `${option}`, label: `${option}` })),
    },
  }
}

const titlesOf = (table: Table, { row }: Header): string[] =>
  Array.from({ length: Math.max(0, row) }, (_, title) => rowCells(table, title)).flat()

const firstLine = (table: Table): string => rowText(table, 0).slice(0, 100)

const headings = (facts: TableFacts): string => facts.header.names.join(', ').slice(0, 200)

/** A list of goods that may be sold or on hand: its stock or the question; null for any other table. */
const salesOrStock = (
  facts: TableFacts,
  written: Written,
  date: ColumnFacts | null,
): Opened | null => {
  // A day in each row is a day of sale.
  if (date !== null && !facts.header.known.has(date.index)) return null
  const list = ofSense(facts, 'stock').length > 0 ? null : goodsList(facts)
  if (list === null) return null
  // A day's report with prices is a till's.
  if (date !== null && ofSense(facts, 'unitPrice', 'price').some(isNumbers)) return null
  const kind = goodsListKind(facts, written.hints)
  if (kind === 'sales') return null
  const columns = { ...describing(facts, [date]), product: list.product, stock: list.count }
  const understanding = understandingOf(facts, written, { ...columns, date, money: NO_MONEY })
  if (kind === 'open') return { outcome: 'question', understanding, question: soldOrLeft(list) }
  const { product, stock, variant } = columns
  const read = readStock(facts, { product, stock, variant, isDated: date !== null })
  return read && read.levels.length > 0 ? { outcome: 'stock', understanding, ...read } : null
}

const soldOrLeft = ({ count }: GoodsList): Question => ({
  kind: 'sales-or-stock',
  example: count.name,
  options: [
    { id: 'sales', label: 'Sales' },
    { id: 'stock', label: 'Stock' },
  ],
})

/** A list of goods on hand has no dates of sale. */
const withoutDate = (facts: TableFacts, written: Written): Opened => {
  const isPriced = ofSense(facts, 'revenue', 'netRevenue').length > 0
  const stock = isPriced ? null : stockList(facts, written, null)
  return stock ?? refused('no-date-column', headings(facts))
}

/** A date beside goods on hand says when they were counted. */
const withoutAmounts = (facts: TableFacts, written: Written, date: ColumnFacts): Opened =>
  stockList(facts, written, date) ?? refused('no-sales-column', headings(facts))

/** Goods on hand; null when no column counts them, a refusal when they cannot be told by product. */
const stockList = (
  facts: TableFacts,
  written: Written,
  date: ColumnFacts | null,
): Opened | null => {
  const columns = describing(facts, [date])
  const { stock, product, variant } = columns
  if (stock === null) return null
  const list = product && readStock(facts, { product, stock, variant, isDated: date !== null })
  if (!list || list.levels.length === 0) return refused('not-sales', headings(facts))
  const understanding = understandingOf(facts, written, { ...columns, date, money: NO_MONEY })
  return { outcome: 'stock', understanding, ...list }
}

const DATE_SHARE_NAMED = 0.5
const DATE_SHARE_UNNAMED = 0.8

/** By heading first; else the leftmost column that is dates; a due or shipping date only when alone. */
const dateColumn = (facts: TableFacts): ColumnFacts | null => {
  const named = (column: ColumnFacts) => column.dateShare >= DATE_SHARE_NAMED
  const unnamed = (column: ColumnFacts) =>
    column.dateShare >= DATE_SHARE_UNNAMED &&
    column.numericShare < 0.5 &&
    !NO_DAY_OF_SALE.includes(column.sense?.sense) &&
    (column.sense === null || isWrittenAsDates(column))
  return (
    ofSense(facts, 'date').find(named) ??
    facts.columns.find(unnamed) ??
    ofSense(facts, 'time', 'otherDate').find(named) ??
    null
  )
}

/** Receipt numbers such as 55012 pass for a spreadsheet's dates: a heading that says so is believed. */
const isWrittenAsDates = ({ column: { values } }: ColumnFacts): boolean =>
  values.filter(looksLikeDate).length >= (values.length - 2) * DATE_SHARE_UNNAMED

/** Whatever a heading seems to say, a column of dates is one of dates, unless it says which others. */
const NO_DAY_OF_SALE: readonly (Sense | undefined)[] = ['time', 'otherDate', 'noSaleDate', 'undone']

type Describing = {
  readonly time: ColumnFacts | null
  readonly product: ColumnFacts | null
  readonly variant: ColumnFacts | null
  readonly category: ColumnFacts | null
  readonly branch: ColumnFacts | null
  readonly invoice: ColumnFacts | null
  readonly stock: ColumnFacts | null
  readonly standings: readonly ColumnFacts[]
}

/** Columns that describe a line rather than count it. */
const describing = (facts: TableFacts, taken: readonly (ColumnFacts | null)[]): Describing => {
  const indices = taken.map((column) => column?.index)
  const isFree = ({ filled, index }: ColumnFacts) => filled > 0 && !indices.includes(index)
  const product = namesColumn(facts, isFree)
  const free = (column: ColumnFacts) => isFree(column) && column !== product
  return {
    product,
    time: ofSense(facts, 'time').find(free) ?? null,
    variant: ofSense(facts, 'variant').find(free) ?? null,
    category: ofSense(facts, 'category').find(free) ?? null,
    branch: ofSense(facts, 'branch', 'place').find(free) ?? null,
    invoice: ofSense(facts, 'invoice').find(free) ?? null,
    stock: ofSense(facts, 'stock').find(free) ?? null,
    standings: ofSense(facts, 'status', 'movement', 'undone').filter(free),
  }
}

type Columns = Describing & { readonly date: ColumnFacts }

const understandingOf = (
  facts: TableFacts,
  written: Written,
  columns: Describing & { readonly date: ColumnFacts | null; readonly money: MoneyPlan },
): Understanding => {
  const { money } = columns
  const byRole: readonly (readonly [Role, ColumnFacts | null])[] = [
    ['date', columns.date],
    ['time', columns.time],
    ['product', columns.product],
    ['quantity', money.quantity],
    ['unitPrice', money.unitPrice],
    ['revenue', money.revenue],
    ['discount', money.discount?.column ?? null],
    ['branch', columns.branch],
    ['variant', columns.variant],
    ['category', columns.category],
    ['stock', columns.stock],
    ['invoice', columns.invoice],
    ['status', columns.standings[0] ?? null],
  ]
  const found = byRole.flatMap(([role, column]) => (column ? [[role, column.name] as const] : []))
  return {
    kind: written.kind,
    encoding: written.encoding,
    delimiter: written.delimiter,
    sheet: written.sheet,
    headerRow: facts.header.line,
    columns: Object.fromEntries(found),
    currency: facts.currency,
    fingerprint: hash53(facts.header.names.map(normalHeader).join('|')).toString(36),
  }
}

type Sofar = {
  readonly facts: TableFacts
  readonly hints: ReadHints
  readonly understanding: Understanding
}

const withDates = (sofar: Sofar, columns: Columns, money: MoneyPlan): Opened => {
  const { facts, hints, understanding } = sofar
  const { column, counts } = columns.date
  const cells = dateCells(column)
  const codes = column.codes.subarray(facts.header.row + 1)
  const siblings = facts.columns
    .filter((other) => other !== columns.date && other.dateShare >= DATE_SHARE_UNNAMED)
    .map((other) => ({ cells: dateCells(other.column), counts: other.counts }))
  const decision = decideOrder({ cells, codes, counts, siblings }, hints)
  if (decision.kind === 'decided') {
    const dates = datesUnder(cells, decision.order)
    return { outcome: 'sales', understanding, plan: planOf(sofar, { columns, money, dates }) }
  }
  const cell = cells[decision.example]
  const options = (['day-first', 'month-first'] as const).map((id) => {
    const day = cell ? dayAt(dayUnder(cell, id)) : null
    return day === null ? { id, label: id } : { id, day, label: day }
  })
  const example = column.values[decision.example] ?? ''
  return { outcome: 'question', understanding, question: { kind: 'date-order', example, options } }
}

type Parts = {
  readonly columns: Columns
  readonly money: MoneyPlan
  readonly dates: ReturnType<typeof datesUnder>
}

const planOf = ({ facts, hints }: Sofar, { columns, money, dates }: Parts): Plan => {
  const isOnCredit = sellsOnCredit(facts, money)
  return {
    table: facts.table,
    headerRow: facts.header.row,
    headers: facts.header.names,
    width: facts.header.width,
    groupRows: facts.header.groupRows,
    leftOut: new Set(),
    currency: facts.currency ?? hints.currency,
    date: { index: columns.date.index, ...dates },
    time: columns.time && {
      index: columns.time.index,
      minutes: Int16Array.from(columns.time.column.values, minuteOf),
    },
    product: columns.product?.index ?? null,
    variant: columns.variant?.index ?? null,
    category: columns.category?.index ?? null,
    branch: columns.branch?.index ?? null,
    invoice: columns.invoice?.index ?? null,
    standings: columns.standings.map(({ index, sense }) => ({
      index,
      says: isOnCredit && sense?.sense === 'status' ? 'debt' : saidBy(sense?.sense),
    })),
    quantity: sourceOf(money.quantity),
    unitPrice: sourceOf(money.unitPrice),
    revenue: sourceOf(money.revenue),
    isPerOrder: money.isPerOrder,
    discount: money.discount && {
      index: money.discount.column.index,
      numbers: money.discount.column.numbers,
      kind: money.discount.kind,
    },
    returned: money.returned && {
      index: money.returned.column.index,
      numbers: money.returned.column.numbers,
      kind: money.returned.kind,
    },
    daysMin: EARLIEST_DAY,
    daysMax: dayNumber(hints.today) + DAYS_AHEAD_MAX,
  }
}

const saidBy = (sense: Sense | undefined): Plan['standings'][number]['says'] => {
  if (sense === 'movement') return 'type'
  return sense === 'undone' ? 'flag' : 'status'
}

/** 1990-01-01: no shop's till export reaches further back; 1900 is a spreadsheet's empty date. */
const EARLIEST_DAY = 7305
/** Orders are sometimes dated ahead; a year is a typing slip. */
const DAYS_AHEAD_MAX = 366

const sourceOf = (column: ColumnFacts | null): NumberSource | null =>
  column && { index: column.index, numbers: column.numbers }
