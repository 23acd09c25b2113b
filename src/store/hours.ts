import { addDays, type Day, dayFromNumber, dayNumber, type Span } from '../sales/day.ts'
import type { HourSum } from '../sales/totals.ts'
import type { Among } from './counted.ts'
import { type Fact, rowsOf } from './engine.ts'
import { isHidden } from './pages.ts'
import { openPage, type SalePage } from './sale-page.ts'

/** Pages of so many days are in memory at once: a busy chain has some thousand lines a day. */
const DAYS_AT_ONCE = 7
const MINUTES_AN_HOUR = 60

/**
 * What each hour of each day brought, refunds taken off; days without times have no rows. Read from the
 * lines themselves: an hourly total would cost every import for a picture few ask for, and 56 days of a
 * million lines a year take some ten milliseconds of a worker thread.
 */
export function* hourSums(
  shopId: string,
  span: Span,
  branches: Among = null,
): Fact<readonly HourSum[]> {
  const among = branches === null ? null : new Set(branches)
  const sums: HourSum[] = []
  for (let from = span.from; from <= span.to; from = addDays(from, DAYS_AT_ONCE)) {
    const end = addDays(from, DAYS_AT_ONCE - 1)
    sums.push(...(yield* hoursWithin(shopId, { from, to: end < span.to ? end : span.to }, among)))
  }
  return sums
}

type Row = { readonly day: number; readonly body: Uint8Array; readonly hidden: Uint8Array | null }
type Sum = { lines: number; quantity: number; revenue: number }

/** Branches that are read; null: all of them. */
type Own = ReadonlySet<number> | null

function* hoursWithin(shopId: string, span: Span, own: Own): Fact<readonly HourSum[]> {
  const rows = yield* rowsOf<Row>(
    `select day, body, hidden from sale_page
     where shop_id = ? and day between ? and ? and upload in (
       select no from upload where shop_id = ? and state = 'live') order by day`,
    [shopId, dayNumber(span.from), dayNumber(span.to), shopId],
  )
  return [...Map.groupBy(rows, ({ day }) => day)].flatMap(([day, pages]) =>
    hoursOf(dayFromNumber(day), pages, own),
  )
}

const hoursOf = (day: Day, pages: readonly Row[], own: Own): HourSum[] => {
  const hours = new Map<number, Sum>()
  for (const { body, hidden } of pages) addPage(hours, { page: openPage(body), hidden }, own)
  return [...hours].map(([hour, sum]) => ({ day, hour, ...sum })).sort((a, b) => a.hour - b.hour)
}

const addPage = (
  hours: Map<number, Sum>,
  { page, hidden }: { readonly page: SalePage; readonly hidden: Uint8Array | null },
  own: Own,
): void => {
  const branch = own === null ? null : page.column('branch')
  const [minute, refund] = [page.column('minute'), page.column('refund')]
  const [quantity, revenue] = [page.column('quantity'), page.column('revenue')]
  for (let i = 0; i < page.lines; i++) {
    const at = minute[i] ?? Number.NaN
    // NaN and -1 are lines without a time.
    if (!(at >= 0) || isHidden(hidden, i)) continue
    if (branch !== null && !own?.has(branch[i] ?? 0)) continue
    const hour = Math.floor(at / MINUTES_AN_HOUR)
    const sum = hours.get(hour) ?? { lines: 0, quantity: 0, revenue: 0 }
    sum.lines += refund[i] === 1 ? 0 : 1
    sum.quantity += known(quantity[i])
    sum.revenue += known(revenue[i])
    hours.set(hour, sum)
  }
}

/** A line without a quantity or an amount adds nothing to that sum. */
const known = (value: number | undefined): number =>
  value === undefined || Number.isNaN(value) ? 0 : value
