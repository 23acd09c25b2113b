import type { Day, Span } from '../sales/day.ts'
import type { Sale } from '../sales/sale.ts'
import type { Language } from '../sales/shop.ts'
import type { Plan } from './plan.ts'
import type { ListedTerm } from './supply-columns.ts'

/** What a column can mean. */
export type Role =
  | 'date'
  | 'time'
  | 'product'
  | 'quantity'
  | 'unitPrice'
  | 'revenue'
  | 'discount'
  | 'branch'
  | 'variant'
  | 'category'
  | 'stock'
  | 'invoice'
  | 'status'

/** What the reader may lean on where the file itself leaves two readings. */
export type ReadHints = {
  readonly fileName: string | null
  readonly language: Language
  /** The shop's currency, ISO 4217; marks in the file outrank it. */
  readonly currency: string
  /** The shop's today: a future date is a hint that day and month were swapped. */
  readonly today: Day
  /** Answers given before for this layout, by question kind (`date-order` → `day-first`). */
  readonly answers: Readonly<Record<string, string>>
}

export type Understanding = {
  readonly kind: 'csv' | 'xlsx' | 'xls' | 'ods' | 'html'
  readonly encoding: string
  readonly delimiter: string | null
  readonly sheet: string | null
  /** Line of the header, counted from 1. */
  readonly headerRow: number
  /** Header text as written, by meaning. */
  readonly columns: Readonly<Partial<Record<Role, string>>>
  /** ISO 4217 when the file shows one, else null. */
  readonly currency: string | null
  /** Stable over files of the same layout: the answers' key. */
  readonly fingerprint: string
}

export type ProblemReason =
  | 'no-date'
  | 'bad-date'
  | 'bad-number'
  | 'no-product'
  | 'no-amount'
  | 'broken-line'
  | 'out-of-range'
  /** Cancelled, unpaid or pending by the file's own word: no sale has come of it. */
  | 'not-sold'
  /** No sale by the owner's own answer. */
  | 'left-out'

/** A data line that could not become a sale. Never dropped silently. */
export type RowProblem = {
  readonly row: number
  /** Header of the offending column; null when the line as a whole is broken. */
  readonly column: string | null
  readonly value: string
  readonly reason: ProblemReason
  /** The line as written, shortened. */
  readonly text: string
}

/** A total, subtotal or repeated header: read, recognised, not counted. */
export type TotalRow = { readonly row: number; readonly text: string }

export type Line =
  | { readonly kind: 'sale'; readonly sale: Sale }
  | { readonly kind: 'problem'; readonly problem: RowProblem }
  | { readonly kind: 'total'; readonly total: TotalRow }

/** Everything a file may leave open; asked one at a time. */
export const QUESTION_KINDS = [
  'date-order',
  'money-column',
  'sheet',
  'year',
  'sales-or-stock',
  /** The file's own total is not what its lines come to. */
  'stated-total',
  /** One receipt's sale on several lines that differ in the payment only. */
  'repeated-sales',
  /** Amounts that only grow. */
  'running-total',
  /** Lines written otherwise than all others. */
  'odd-lines',
  /** More rows that cannot be read than slips explain. */
  'many-skipped',
] as const

export type Question = {
  readonly kind: (typeof QUESTION_KINDS)[number]
  /** An example from the file that shows the two readings, such as 03/04/2026. */
  readonly example: string
  readonly options: readonly {
    readonly id: string
    readonly day?: Day
    readonly label: string
    /** What the answer does with the lines in question. */
    readonly says?: 'count' | 'leave-out' | 'once'
  }[]
}

export type RefusalReason =
  | 'empty'
  | 'html-page'
  | 'pdf'
  | 'image'
  | 'spreadsheet'
  | 'archive'
  | 'binary'
  | 'no-header'
  | 'no-date-column'
  | 'no-sales-column'
  | 'not-sales'
  /** What the shop bought, not what it sold. */
  | 'purchases'
  /** Amounts in two currencies cannot be added up. */
  | 'mixed-currencies'
  | 'too-big'

/** How much of a product is on hand, thousandths, and how it is supplied where the list says so. */
export type StockLevel = {
  readonly product: string
  readonly quantity: number
  readonly terms: readonly ListedTerm[]
}

/** What opening a file comes to, before any line is counted. */
export type Opened =
  | { readonly outcome: 'sales'; readonly understanding: Understanding; readonly plan: Plan }
  /** Goods on hand, never counted as sales. */
  | {
      readonly outcome: 'stock'
      readonly understanding: Understanding
      readonly levels: readonly StockLevel[]
      readonly problems: readonly RowProblem[]
    }
  | {
      readonly outcome: 'question'
      readonly understanding: Understanding
      readonly question: Question
    }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly detail: string }

/** Totals of a reading, for the receipt and for `inspect`. Money in minor units of `currency`. */
export type ReadingTotals = {
  readonly rows: {
    readonly read: number
    readonly accepted: number
    readonly skipped: number
    readonly totals: number
  }
  readonly quantity: number | null
  readonly revenue: number | null
  readonly gross: number | null
  readonly refunds: number | null
  readonly refundLines: number
  readonly span: Span | null
  readonly branches: number
  readonly products: number
  readonly topByRevenue: { readonly name: string; readonly revenue: number } | null
  readonly topByQuantity: { readonly name: string; readonly quantity: number } | null
}
