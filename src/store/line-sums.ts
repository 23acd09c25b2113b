import { addDays, dayFromNumber, dayNumber, type Span, weekdayOf } from '../sales/day.ts'
import type { Sums } from '../sales/totals.ts'
import { addLine, type LineSums, lineReader, noSums } from './day-sums.ts'
import { type Fact, rowsOf } from './engine.ts'
import { isHidden } from './pages.ts'
import { openPage, type SalePage } from './sale-page.ts'

export type NamedColumn = 'product' | 'branch' | 'variant' | 'category'
/** What rows are added up by. `week`, `month`: for counts that do not add up from days. */
export type PlanKey = NamedColumn | 'day' | 'hour' | 'weekday' | 'week' | 'month'

/** Lines that are meant: those whose number is among these, or is not. */
export type LineWhere = {
  readonly column: NamedColumn | 'day' | 'weekday' | 'hour'
  readonly ids: ReadonlySet<number>
  readonly not: boolean
}

type LineQuery = {
  readonly span: Span
  readonly by: PlanKey | null
  readonly where: readonly LineWhere[]
}

/** `key`: the shop's number of the name, the hour, or a day's number; null for all together. */
type LineRow = Sums & {
  readonly key: number | null
  readonly receipts: number
  readonly products: number
}

/** Pages of so many days are in memory at once: a busy chain has some thousand lines a day. */
const DAYS_AT_ONCE = 7
const MINUTES_AN_HOUR = 60

/**
 * Adds up the lines themselves, for what no total keeps: hours, categories, different products of a
 * month. Lines without a time are in no hour and none of an hour's filters. A receipt is counted once a
 * day, and not at all where products are told apart, since it holds several of them.
 */
export function* lineRows(shopId: string, query: LineQuery): Fact<readonly LineRow[]> {
  const groups = new Map<number | null, Group>()
  const { to } = query.span
  for (let from = query.span.from; from <= to; from = addDays(from, DAYS_AT_ONCE)) {
    const end = addDays(from, DAYS_AT_ONCE - 1)
    yield* addDaysOf(shopId, { ...query, span: { from, to: end < to ? end : to } }, groups)
  }
  const isDeep = [query.by, ...query.where.map(({ column }) => column)].some(
    (column) => column === 'product' || column === 'variant' || column === 'category',
  )
  return [...groups].map(([key, { receipts, products, ...sums }]) => ({
    ...sums,
    key,
    receipts: isDeep ? 0 : receipts.size,
    products: products.size,
  }))
}

type Group = LineSums & { readonly receipts: Set<string>; readonly products: Set<number> }

const emptyGroup = (): Group => ({ ...noSums(), receipts: new Set(), products: new Set() })

type Row = { readonly day: number; readonly body: Uint8Array; readonly hidden: Uint8Array | null }

function* addDaysOf(
  shopId: string,
  query: LineQuery,
  groups: Map<number | null, Group>,
): Fact<void> {
  const rows = yield* rowsOf<Row>(
    `select day, body, hidden from sale_page
     where shop_id = ? and day between ? and ? and upload in (
       select no from upload where shop_id = ? and state = 'live') order by day`,
    [shopId, dayNumber(query.span.from), dayNumber(query.span.to), shopId],
  )
  const isMeant = dayTest(query.where)
  for (const row of rows) if (isMeant(row.day)) addPage(row, query, groups)
}

/** True for the days that all conditions leave. */
const dayTest = (where: readonly LineWhere[]): ((day: number) => boolean) => {
  const tests = where.flatMap(({ column, ids, not }) => {
    if (column === 'day') return [(day: number) => ids.has(day) !== not]
    if (column !== 'weekday') return []
    return [(day: number) => ids.has(weekdayOf(dayFromNumber(day))) !== not]
  })
  return (day) => tests.every((test) => test(day))
}

const addPage = (
  { day, body, hidden }: Row,
  query: LineQuery,
  groups: Map<number | null, Group>,
): void => {
  const page = openPage(body)
  const isMeant = lineTest(page, query.where)
  const keyOf = lineKey(page, query.by, day)
  const [lineAt, receiptOf] = [lineReader(page), receiptIn(page, day)]
  const product = page.column('product')
  for (let i = 0; i < page.lines; i += 1) {
    const key = isHidden(hidden, i) || !isMeant(i) ? undefined : keyOf(i)
    if (key === undefined) continue
    const group = groups.get(key) ?? emptyGroup()
    groups.set(key, group)
    const line = lineAt(i)
    addLine(group, line)
    if (line.isRefund) continue
    group.products.add(product[i] ?? 0)
    const receipt = receiptOf(i)
    if (receipt !== null) group.receipts.add(receipt)
  }
}

/** A line's receipt on its day; null for none. */
const receiptIn = (page: SalePage, day: number): ((i: number) => string | null) => {
  const [places, receipts] = [page.column('invoice'), page.receipts()]
  return (i) => {
    const place = places[i] ?? 0
    return place > 0 ? `${day} ${receipts[place]}` : null
  }
}

/** True for the lines that all conditions leave. */
const lineTest = (page: SalePage, where: readonly LineWhere[]): ((i: number) => boolean) => {
  const tests = where.flatMap(({ column, ids, not }) => {
    if (column === 'weekday' || column === 'day') return []
    if (column === 'hour') {
      const hour = hourIn(page)
      return [(i: number) => hour(i) !== undefined && ids.has(hour(i) ?? 0) !== not]
    }
    const numbers = page.column(column)
    return [(i: number) => ids.has(numbers[i] ?? 0) !== not]
  })
  return (i) => tests.every((test) => test(i))
}

/** The hour of a line; undefined without a time: NaN and -1 in the page. */
const hourIn = (page: SalePage): ((i: number) => number | undefined) => {
  const minute = page.column('minute')
  return (i) => {
    const at = minute[i] ?? Number.NaN
    return at >= 0 ? Math.floor(at / MINUTES_AN_HOUR) : undefined
  }
}

/** What a line is added to; undefined: to nothing. Weeks and months by their first day. */
const lineKey = (
  page: SalePage,
  by: PlanKey | null,
  day: number,
): ((i: number) => number | null | undefined) => {
  if (by === null) return () => null
  if (by === 'hour') return hourIn(page)
  if (by === 'product' || by === 'branch' || by === 'variant' || by === 'category') {
    const numbers = page.column(by)
    const isNeeded = by !== 'branch'
    return (i) => (isNeeded && !((numbers[i] ?? 0) > 0) ? undefined : numbers[i])
  }
  const key = dayKey(by, day)
  return () => key
}

const dayKey = (by: 'day' | 'weekday' | 'week' | 'month', number: number): number => {
  const day = dayFromNumber(number)
  if (by === 'weekday') return weekdayOf(day)
  if (by === 'week') return number + 1 - weekdayOf(day)
  return by === 'month' ? number + 1 - Number(day.slice(8)) : number
}
