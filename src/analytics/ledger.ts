import { type Day, dayFromNumber, dayNumber } from '../sales/day.ts'
import type { BranchDay } from '../sales/totals.ts'
import { type Calendar, calendarOf } from './days.ts'
import type { Basis } from './findings.ts'
import type { History } from './history.ts'

/** A branch's (or the whole shop's) days side by side, one place a day, with what each day was. */
export type Ledger = {
  /** Day number of the first place. */
  readonly start: number
  /** Lines of any kind: a day on which only refunds were written did trade. */
  readonly lines: Float64Array
  /** Net minor units. */
  readonly revenue: Float64Array
  /** Net thousandths. */
  readonly quantity: Float64Array
  /** Distinct invoices; NaN where unknown. */
  readonly receipts: Float64Array
  readonly calendar: Calendar
}

/** Day numbers, both included. */
export type Stretch = { readonly first: number; readonly last: number }

const NO_DAYS: ReadonlySet<number> = new Set()

/** From the first to the last day of these rows; null of none. */
export const stretchOf = (rows: readonly { readonly day: Day }[]): Stretch | null => {
  let [first, last] = [rows[0]?.day, rows[0]?.day]
  for (const { day } of rows) {
    if (first === undefined || day < first) first = day
    if (last === undefined || day > last) last = day
  }
  return first === undefined || last === undefined
    ? null
    : { first: dayNumber(first), last: dayNumber(last) }
}

/** What is known of days beside their rows, as day numbers. */
export type KnownDays = {
  readonly closed: ReadonlySet<number>
  readonly open?: ReadonlySet<number>
  /** Days within some file; absent: all between the first and the last line. */
  readonly covered?: ReadonlySet<number>
}

/** All rows together on one page. Rows outside the stretch are left out. */
export const ledgerOf = (
  rows: readonly BranchDay[],
  stretch: Stretch,
  toldClosed: ReadonlySet<number> = NO_DAYS,
): Ledger => ledgerKnowing(rows, stretch, { closed: toldClosed })

/** The same where more is known of the days than that they were closed. */
export const ledgerKnowing = (
  rows: readonly BranchDay[],
  { first, last }: Stretch,
  { closed, open, covered }: KnownDays,
): Ledger => {
  const days = last - first + 1
  const [lines, revenue, quantity] = [
    new Float64Array(days),
    new Float64Array(days),
    new Float64Array(days),
  ]
  const receipts = new Float64Array(days)
  const place = placesFrom(first, days)
  for (const row of rows) {
    const i = place(row.day)
    if (i === null) continue
    lines[i] = (lines[i] ?? 0) + row.lines + row.refundLines
    revenue[i] = (revenue[i] ?? 0) + row.revenue
    quantity[i] = (quantity[i] ?? 0) + row.quantity
    receipts[i] = (receipts[i] ?? 0) + (row.receipts ?? Number.NaN)
  }
  const calendar = calendarOf({
    start: first,
    lines,
    toldClosed: closed,
    ...(open && { toldOpen: open }),
    ...(covered && { covered }),
  })
  return { start: first, lines, revenue, quantity, receipts, calendar }
}

/** What sold on trading days, NaN elsewhere. A day's net below zero (returns) is no demand: 0. */
export const demandOf = (amounts: Float64Array, calendar: Calendar): History => ({
  start: calendar.start,
  values: amounts.map((value, i) =>
    calendar.states[i] === 'open' ? Math.max(0, value) : Number.NaN,
  ),
})

/** Money when the files have any, else units: what "sales" means for this shop. */
export const salesOf = (ledger: Ledger): Float64Array =>
  ledger.revenue.some((value) => value !== 0) ? ledger.revenue : ledger.quantity

/** The rows behind an answer. Branches without a name are not counted. */
export const basisOf = (
  rows: readonly BranchDay[],
  { first, last }: Stretch,
  asOfMinute: number | null,
): Basis => ({
  span: { from: dayFromNumber(first), to: dayFromNumber(last) },
  lines: rows.reduce((sum, row) => sum + row.lines, 0),
  branches: new Set(rows.flatMap(({ branch }) => (branch === null ? [] : [branch]))).size,
  asOfMinute,
})

/** Counts trading days between two places of the page, both included; places outside count nothing. */
export const openCounter = ({ calendar }: Ledger): ((first: number, last: number) => number) => {
  const upTo = [0]
  for (const state of calendar.states) upTo.push((upTo.at(-1) ?? 0) + (state === 'open' ? 1 : 0))
  const before = (place: number) => upTo[Math.max(0, Math.min(place, upTo.length - 1))] ?? 0
  return (first, last) => Math.max(0, before(last + 1) - before(first))
}

/** Place of a day on the page, null outside. Days repeat across rows, so each is read once. */
export const placesFrom = (first: number, days: number): ((day: Day) => number | null) => {
  const known = new Map<Day, number | null>()
  return (day) => {
    const seen = known.get(day)
    if (seen !== undefined) return seen
    const place = dayNumber(day) - first
    const found = place >= 0 && place < days ? place : null
    known.set(day, found)
    return found
  }
}
