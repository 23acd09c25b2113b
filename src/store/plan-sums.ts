import type { Catalogue } from '../intent/ask/plan.ts'
import { dayNumber, type Span } from '../sales/day.ts'
import type { Sums } from '../sales/totals.ts'
import { type GoodsRows, goodsRows } from './blocks.ts'
import { LIVE } from './counted.ts'
import { type Fact, rowsOf } from './engine.ts'
import { type LineWhere, lineRows, type NamedColumn, type PlanKey } from './line-sums.ts'
import { aliasesOf } from './name-aliases.ts'
import { labelRows } from './sums.ts'

/** Which rows a plan wants, and by what they are added up. */
export type PlanQuery = {
  readonly span: Span
  readonly by: PlanKey | null
  readonly where: readonly PlanWhere[]
  /** Different products are counted too, which costs the deeper totals. */
  readonly countsProducts?: boolean
}
/** `names`: as the shop writes them; weekdays `1` (Monday) to `7`, hours `0` to `23`, days by their number. */
export type PlanWhere = {
  readonly column: NamedColumn | 'day' | 'weekday' | 'hour'
  readonly names: readonly string[]
  readonly not: boolean
}

/** `key`: the name, or the day's number; null for all together and for rows without a name. */
export type PlanRow = Sums & {
  readonly key: string | number | null
  /** Distinct receipts where the files have them and no product is asked for; else 0. */
  readonly receipts: number
  readonly products: number
}

/** The totals of days keep neither hours nor categories: those are read from the lines. */
const OF_LINES: ReadonlySet<string> = new Set(['hour', 'category'])
/** Nor different products by longer stretches than a day. */
const LONG_KEYS: ReadonlySet<string> = new Set(['weekday', 'week', 'month'])

/**
 * Adds up the shop's daily totals: five years of them are some ten thousand rows. Hours and categories are
 * added up from the lines of the span.
 */
export function* planRows(shopId: string, query: PlanQuery): Fact<readonly PlanRow[]> {
  const { by, where } = query
  const isOfLines = where.some(({ column }) => OF_LINES.has(column)) || OF_LINES.has(by ?? '')
  const rows = yield* isOfLines || LONG_KEYS.has(by ?? '')
    ? lineRows(shopId, { ...query, where: yield* numbered(shopId, where) })
    : totalRows(shopId, query)
  const names = isNamed(by) ? yield* labelRows(shopId, by) : null
  return rows.map((row) => ({
    ...row,
    key: names === null ? row.key : (names.get(row.key ?? 0) ?? null),
  }))
}

const isNamed = (by: PlanKey | null): by is NamedColumn =>
  by === 'product' || by === 'branch' || by === 'variant' || by === 'category'

/** Names as the shop's own numbers; days, weekdays and hours are numbers already. */
function* numbered(shopId: string, where: readonly PlanWhere[]): Fact<readonly LineWhere[]> {
  const found: LineWhere[] = []
  for (const { column, names, not } of where) {
    const ids =
      column === 'weekday' || column === 'hour' || column === 'day'
        ? names.map(Number)
        : yield* idsOf(shopId, column, names)
    found.push({ column, ids: new Set(ids), not })
  }
  return found
}

type TotalRow = Sums & { key: number | null; receipts: number; products: number }

function* totalRows(shopId: string, query: PlanQuery): Fact<readonly TotalRow[]> {
  const { by, where, span } = query
  const deep =
    query.countsProducts === true ||
    by === 'product' ||
    by === 'variant' ||
    where.some(({ column }) => column === 'product' || column === 'variant')
  const conditions: string[] = []
  const values: unknown[] = []
  for (const { column, ids, not } of yield* numbered(shopId, where)) {
    // Everything is outside of nothing, and an empty list is no SQL.
    if (not && ids.size === 0) continue
    const [kind, list] = [not ? 'not in' : 'in', [...ids].map(() => '?').join(', ')]
    conditions.push(`and ${column === 'weekday' ? WEEKDAY_SQL : column} ${kind} (${list})`)
    values.push(...ids)
  }
  const source = deep ? yield* goodsSource(shopId, query) : daySource('branch_day', shopId, span)
  const rows = yield* rowsOf<TotalRow>(
    `select ${by ?? 'null'} as key, sum(lines) as lines, sum(quantity) as quantity,
       sum(revenue) as revenue, sum(refund_lines) as refundLines, sum(refunds) as refunds,
       ${deep ? '0 as receipts, count(distinct product) as products' : 'sum(receipts) as receipts, 0 as products'}
     from ${source.sql}
       ${by === 'product' || by === 'variant' ? `and ${by} > 0` : ''} ${conditions.join(' ')}
     ${by === null ? '' : `group by ${by} order by ${by}`}`,
    [...source.values, ...values],
  )
  return rows.filter(({ lines }) => lines !== null)
}

/** What `goodsRows` does not tell apart. */
const IN_DAYS_ALONE: ReadonlySet<string> = new Set(['day', 'weekday', 'branch'])

/** Where products and variants of the span lie, ending in a condition to be added to. */
function* goodsSource(shopId: string, { by, where, span }: PlanQuery): Fact<GoodsRows> {
  const isOfDays = [by, ...where.map(({ column }) => column)].some((each) =>
    IN_DAYS_ALONE.has(each ?? ''),
  )
  if (isOfDays) return daySource('day_total', shopId, span)
  const { sql, values } = yield* goodsRows(shopId, span)
  return { sql: `(${sql}) as goods where 1 = 1`, values }
}

const daySource = (table: 'day_total' | 'branch_day', shopId: string, span: Span): GoodsRows => ({
  sql: `${table} where shop_id = ? and day between ? and ? and ${LIVE}`,
  values: [shopId, dayNumber(span.from), dayNumber(span.to), shopId],
})

/** Day 0 was a Thursday; Monday is 1. */
const WEEKDAY_SQL = '((day + 3) % 7 + 1)'

/** The shop's numbers of these names; a name it does not have matches nothing. */
function* idsOf(
  shopId: string,
  kind: NamedColumn,
  names: readonly string[],
): Fact<readonly number[]> {
  const wanted = new Set(names)
  const known = yield* labelRows(shopId, kind)
  return [...known].flatMap(([id, name]) => (wanted.has(name) ? [id] : []))
}

/** Different products sold in these rows. */
export function* productsSold(shopId: string, query: PlanQuery): Fact<number> {
  const rows = yield* planRows(shopId, { ...query, by: 'product' })
  return rows.filter(({ quantity, lines }) => quantity > 0 || lines > 0).length
}

/**
 * True when most sales of these days come from files with times. A few sales typed in the chat have one too, but
 * say nothing of the hours of a till whose files have none.
 */
export function* hasTimes(shopId: string, span: Span): Fact<boolean> {
  const rows = yield* rowsOf<{ timed: number | null; lines: number | null }>(
    `select sum(case when last_minute >= 0 then lines else 0 end) as timed, sum(lines) as lines
     from branch_day where shop_id = ? and day between ? and ? and ${LIVE}`,
    [shopId, dayNumber(span.from), dayNumber(span.to), shopId],
  )
  const { timed, lines } = rows[0] ?? { timed: null, lines: null }
  return (timed ?? 0) * 2 > (lines ?? 0)
}

/** Every name a question may mention. */
export function* catalogueOf(shopId: string): Fact<Catalogue> {
  const names = {
    products: 'product',
    branches: 'branch',
    colors: 'variant',
    categories: 'category',
  } as const
  return {
    products: [...(yield* labelRows(shopId, names.products)).values()],
    branches: [...(yield* labelRows(shopId, names.branches)).values()],
    colors: [...(yield* labelRows(shopId, names.colors)).values()],
    categories: [...(yield* labelRows(shopId, names.categories)).values()],
    aliases: yield* aliasesOf(shopId),
  }
}
