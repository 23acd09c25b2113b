import type { Catalogue } from '../intent/ask/plan.ts'
import { dayNumber, type Span } from '../sales/day.ts'
import type { Sums } from '../sales/totals.ts'
import { type Fact, rowsOf } from './engine.ts'
import { labelRows } from './sums.ts'

/** Which rows of the totals a plan wants, and by what they are added up. */
export type PlanQuery = {
  readonly span: Span
  readonly by: 'product' | 'branch' | 'variant' | 'day' | null
  readonly where: readonly PlanWhere[]
}
export type PlanWhere = {
  readonly column: 'product' | 'branch' | 'variant'
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

const LIVE = `upload in (select no from upload where shop_id = ? and state = 'live')`

/** Adds up the shop's daily totals, never its lines: five years of them are some ten thousand rows. */
export function* planRows(shopId: string, query: PlanQuery): Fact<readonly PlanRow[]> {
  const { by, where, span } = query
  const deep =
    by === 'product' || by === 'variant' || where.some(({ column }) => column !== 'branch')
  const conditions: string[] = []
  const values: unknown[] = [shopId, dayNumber(span.from), dayNumber(span.to), shopId]
  for (const { column, names, not } of where) {
    const ids = yield* idsOf(shopId, column, names)
    // Everything is outside of nothing, and an empty list is no SQL.
    if (not && ids.length === 0) continue
    conditions.push(`and ${column} ${not ? 'not in' : 'in'} (${ids.map(() => '?').join(', ')})`)
    values.push(...ids)
  }
  const table = deep ? 'day_total' : 'branch_day'
  const rows = yield* rowsOf<Sums & { key: number; receipts: number; products: number }>(
    `select ${by ?? 'null'} as key, sum(lines) as lines, sum(quantity) as quantity,
       sum(revenue) as revenue, sum(refund_lines) as refundLines, sum(refunds) as refunds,
       ${deep ? '0 as receipts, count(distinct product) as products' : 'sum(receipts) as receipts, 0 as products'}
     from ${table} where shop_id = ? and day between ? and ? and ${LIVE}
       ${by === 'product' || by === 'variant' ? `and ${by} > 0` : ''} ${conditions.join(' ')}
     ${by === null ? '' : `group by ${by} order by ${by}`}`,
    values,
  )
  const names = by === null || by === 'day' ? null : yield* labelRows(shopId, by)
  return rows
    .filter(({ lines }) => lines !== null)
    .map((row) => ({ ...row, key: names === null ? row.key : (names.get(row.key) ?? null) }))
}

/** The shop's numbers of these names; a name it does not have matches nothing. */
function* idsOf(
  shopId: string,
  kind: 'product' | 'branch' | 'variant',
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
    aliases: new Map(),
  }
}
