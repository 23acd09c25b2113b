import type { Day } from './day.ts'

/** Quantities are whole thousandths: 1.5 kg is 1500, one bouquet is 1000. */
export const QUANTITY_ONE = 1000

/**
 * One line of a till file, understood. Refunds and cancelled lines keep their own line with negative
 * quantity and revenue: net sales = gross - discounts - refunds is then a plain sum.
 */
export type Sale = {
  /** Line of the file it came from, counted from 1 as an editor shows it. */
  readonly row: number
  readonly day: Day
  /** Minutes since midnight on the shop's wall clock; null when the file has no times. */
  readonly minute: number | null
  readonly product: string
  readonly variant: string | null
  readonly category: string | null
  readonly branch: string | null
  /** Receipt, invoice or order number as written. */
  readonly invoice: string | null
  /** Thousandths; null when the file has no quantity. */
  readonly quantity: number | null
  /** Net minor units; null when the file has no money. */
  readonly revenue: number | null
  readonly kind: 'sale' | 'refund'
}
