import type { DateColumn } from './dates.ts'
import type { Discount } from './discount.ts'
import type { NumberColumn } from './numbers.ts'
import type { Returned } from './returned.ts'
import type { Table } from './table.ts'

/** A number column of the plan. */
export type NumberSource = { readonly index: number; readonly numbers: NumberColumn }

/**
 * A type column says what a line is, a status what became of an order, a flag that it was voided; a
 * debt whether goods that have left are paid.
 */
type StandingSource = { readonly index: number; readonly says: 'type' | 'status' | 'flag' | 'debt' }

/** Everything the second pass needs to turn rows into sales. Only `openFile` makes one. */
export type Plan = {
  readonly table: Table
  /** Row index of the heading; data starts below. */
  readonly headerRow: number
  readonly headers: readonly string[]
  /** Columns with a heading; a row with cells beyond them has slipped. */
  readonly width: number
  /** Rows that only date the rows under them. */
  readonly groupRows: ReadonlySet<number>
  /** Rows that the owner said are no sales. */
  readonly leftOut: ReadonlySet<number>
  /** Money is counted in minor units of this ISO 4217 code. */
  readonly currency: string
  readonly date: { readonly index: number } & DateColumn
  /** Minutes by cell code of the time column. */
  readonly time: { readonly index: number; readonly minutes: Int16Array } | null
  readonly product: number | null
  readonly variant: number | null
  readonly category: number | null
  readonly branch: number | null
  readonly invoice: number | null
  /** Columns whose words may say refund, cancelled or unpaid. */
  readonly standings: readonly StandingSource[]
  readonly quantity: NumberSource | null
  readonly unitPrice: NumberSource | null
  readonly revenue: NumberSource | null
  /** True when `revenue` is the whole order's and counts on its first line only. */
  readonly isPerOrder: boolean
  readonly discount: (NumberSource & { readonly kind: Discount['kind'] }) | null
  readonly returned: (NumberSource & { readonly kind: Returned['kind'] }) | null
  /** Days since 1970 outside which a date is a slip of the pen. */
  readonly daysMin: number
  readonly daysMax: number
}
