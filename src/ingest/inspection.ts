import { majorUnits } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import { linesOf, openAny, tallyLines } from './read.ts'
import type { Opened, ReadHints, Role, RowProblem, Understanding } from './reading.ts'
import type { Tally } from './tally.ts'

/** The columns that `inspect` names, in its own order. */
const SHOWN = [
  'date',
  'product',
  'quantity',
  'unitPrice',
  'revenue',
  'branch',
  'variant',
  'category',
  'stock',
  'invoice',
] as const satisfies readonly Role[]

type ShownRole = (typeof SHOWN)[number]

/** What a file comes to, as plain JSON: amounts in major units, absent things null. */
export type Inspection = {
  readonly kind: string | null
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheet: string | null
  readonly headerRow: number | null
  readonly columns: Readonly<Record<ShownRole, string | null>>
  readonly rows: {
    readonly read: number
    readonly accepted: number
    readonly skipped: number
    readonly totals: number
  }
  readonly problems: readonly Pick<RowProblem, 'row' | 'column' | 'value' | 'reason'>[]
  readonly quantity: number | null
  readonly revenue: number | null
  readonly currency: string | null
  readonly firstDate: string | null
  readonly lastDate: string | null
  readonly topProductByRevenue: { readonly name: string; readonly revenue: number } | null
  readonly topProductByQuantity: { readonly name: string; readonly quantity: number } | null
  readonly question: {
    readonly kind: string
    readonly text: string
    readonly options: readonly { readonly id: string; readonly label: string }[]
  } | null
  readonly refusal: { readonly reason: string; readonly text: string } | null
}

/** Opens and reads a file in one go, for people and programs who want to look before they upload. */
export const inspection = (bytes: Uint8Array, hints: ReadHints): Promise<Inspection> =>
  openAny(bytes, hints).then(inspectionOf)

const inspectionOf = (opened: Opened): Inspection => {
  if (opened.outcome === 'refused') return { ...NOTHING_READ, refusal: refusalOf(opened) }
  const understood = { ...NOTHING_READ, ...understoodPart(opened.understanding) }
  if (opened.outcome === 'stock') return { ...understood, ...stockPart(opened) }
  if (opened.outcome === 'question') return { ...understood, question: questionOf(opened) }
  return { ...understood, ...countedPart(tallyLines(linesOf(opened)), opened.plan.currency) }
}

const NO_COLUMNS: Inspection['columns'] = {
  date: null,
  product: null,
  quantity: null,
  unitPrice: null,
  revenue: null,
  branch: null,
  variant: null,
  category: null,
  stock: null,
  invoice: null,
}

const NOTHING_READ: Inspection = {
  kind: null,
  encoding: null,
  delimiter: null,
  sheet: null,
  headerRow: null,
  columns: NO_COLUMNS,
  rows: { read: 0, accepted: 0, skipped: 0, totals: 0 },
  problems: [],
  quantity: null,
  revenue: null,
  currency: null,
  firstDate: null,
  lastDate: null,
  topProductByRevenue: null,
  topProductByQuantity: null,
  question: null,
  refusal: null,
}

const understoodPart = (understanding: Understanding) => ({
  kind: understanding.kind,
  encoding: understanding.encoding,
  delimiter: understanding.delimiter,
  sheet: understanding.sheet,
  headerRow: understanding.headerRow || null,
  currency: understanding.currency,
  columns: {
    ...NO_COLUMNS,
    ...Object.fromEntries(SHOWN.map((role) => [role, understanding.columns[role] ?? null])),
  },
})

const countedPart = ({ totals, problems }: Tally, currency: string) => {
  const money = (units: number | null) => (units === null ? null : majorUnits(units, currency))
  const count = (thousandths: number | null) =>
    thousandths === null ? null : thousandths / QUANTITY_ONE
  const { topByRevenue, topByQuantity } = totals
  return {
    rows: totals.rows,
    problems: problems.map(({ row, column, value, reason }) => ({ row, column, value, reason })),
    quantity: count(totals.quantity),
    revenue: money(totals.revenue),
    firstDate: totals.span?.from ?? null,
    lastDate: totals.span?.to ?? null,
    topProductByRevenue: topByRevenue && {
      name: topByRevenue.name,
      revenue: majorUnits(topByRevenue.revenue, currency),
    },
    topProductByQuantity: topByQuantity && {
      name: topByQuantity.name,
      quantity: topByQuantity.quantity / QUANTITY_ONE,
    },
  }
}

/** Goods on hand: rows are told, nothing is sold. */
const stockPart = ({ levels, problems }: Extract<Opened, { outcome: 'stock' }>) => ({
  rows: {
    read: levels.length + problems.length,
    accepted: levels.length,
    skipped: problems.length,
    totals: 0,
  },
  problems: problems.map(({ row, column, value, reason }) => ({ row, column, value, reason })),
  refusal: {
    reason: 'not-sales',
    text: 'This is a stock list: it updates goods on hand and is never counted as sales.',
  },
})

const QUESTION_TEXT: Readonly<
  Record<Extract<Opened, { outcome: 'question' }>['question']['kind'], string>
> = {
  'date-order': 'Which day is meant?',
  'money-column': 'Which column is the money of the sale?',
  sheet: 'Which sheet holds the sales?',
  year: 'Which year is it?',
  'sales-or-stock': 'Are these sales or stock?',
  'stated-total': 'The file’s own total and its lines go apart. Are the lines complete?',
  'repeated-sales': 'This receipt repeats a sale on a line for each payment. Does it count once?',
  'running-total': 'These amounts only grow, like a running total. Is each its own sales?',
  'odd-lines': 'Are these lines sales?',
  'many-skipped': 'So many rows cannot be read. Count the others?',
}

const questionOf = ({ question }: Extract<Opened, { outcome: 'question' }>) => ({
  kind: question.kind,
  text: `${question.example}: ${QUESTION_TEXT[question.kind]}`,
  options: question.options.map(({ id, label }) => ({ id, label })),
})

const REFUSAL_TEXT: Readonly<Record<Extract<Opened, { outcome: 'refused' }>['reason'], string>> = {
  empty: 'The file is empty.',
  'html-page': 'This is a web page without a table of sales. Export again as CSV or Excel.',
  pdf: 'This is a PDF. Export the same report as CSV or Excel.',
  image: 'This is a picture. Export the sales as CSV or Excel.',
  spreadsheet:
    'This workbook cannot be read. Save it as .xlsx without a password, or as CSV, and send that.',
  archive:
    'This archive does not hold exactly one table. Unpack it and send the sales file inside.',
  binary: 'This file is not text. Export the sales as CSV or Excel.',
  'no-header': 'No row of headings was found. The first row should name the columns.',
  'no-date-column': 'No column with dates was found, so no sale can be placed on a day.',
  'no-sales-column': 'Neither a quantity nor an amount of money was found.',
  'not-sales': 'This looks like a stock list, not like sales.',
  purchases: 'This looks like what the shop bought, not like what it sold.',
  'mixed-currencies':
    'The amounts are in more than one currency, and those cannot be added up. Export one currency at a time.',
  'too-big': 'The file is too large. Export a shorter period.',
}

const refusalOf = ({ reason, detail }: Extract<Opened, { outcome: 'refused' }>) => ({
  reason,
  text: detail === '' ? REFUSAL_TEXT[reason] : `${REFUSAL_TEXT[reason]} (${detail})`,
})
