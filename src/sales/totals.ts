import type { Day } from './day.ts'

/** Sums of a group of lines. `quantity` in thousandths and `revenue` in minor units are net of refunds. */
export type Sums = {
  /** Lines that are sales; refund lines are counted apart. */
  readonly lines: number
  readonly quantity: number
  readonly revenue: number
  readonly refundLines: number
  /** Minor units given back, as a positive number: gross = revenue + refunds. */
  readonly refunds: number
}

/** One branch on one day. `branch` is null when the file names none. */
export type BranchDay = Sums & {
  readonly day: Day
  readonly branch: string | null
  /** Distinct invoices that day; null when the file has no invoice numbers. */
  readonly receipts: number | null
}

/** One product on one day in one branch. */
export type ProductDay = Sums & {
  readonly day: Day
  readonly branch: string | null
  readonly product: string
}

/** One product over a span. */
export type ProductSum = Sums & {
  readonly product: string
  readonly firstDay: Day
  readonly lastDay: Day
}

/** One hour of the clock on one day; lines without a time are in none. */
export type HourSum = {
  readonly day: Day
  /** 0 to 23, on the shop's wall. */
  readonly hour: number
  readonly lines: number
  readonly quantity: number
  readonly revenue: number
}

/** When a branch sold last on one day. */
export type DayEnd = {
  readonly day: Day
  readonly branch: string | null
  /** Minutes of the shop's wall clock; null when its lines carry no time. */
  readonly lastMinute: number | null
}

/** One variant (colour, size, flavour) over a span. */
export type VariantSum = Sums & { readonly variant: string }

/**
 * One variant of one product in one branch, before a span and in it: how a product's sales split by
 * colour, size or flavour. `variant` null: lines without one.
 */
export type VariantPart = {
  readonly branch: string | null
  readonly product: string
  readonly variant: string | null
  readonly before: { readonly quantity: number; readonly revenue: number }
  readonly during: { readonly quantity: number; readonly revenue: number }
}

export const NO_SUMS: Sums = { lines: 0, quantity: 0, revenue: 0, refundLines: 0, refunds: 0 }

/** Adds two groups; exact, because everything is whole numbers. */
export const addSums = (a: Sums, b: Sums): Sums => ({
  lines: a.lines + b.lines,
  quantity: a.quantity + b.quantity,
  revenue: a.revenue + b.revenue,
  refundLines: a.refundLines + b.refundLines,
  refunds: a.refunds + b.refunds,
})
