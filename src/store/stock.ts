import { dayNumber, daysOf, type Span } from '../sales/day.ts'
import {
  type EntryKind,
  type EntryScope,
  lastCounts,
  MINUTES_A_DAY,
  type StockEntry,
} from '../sales/stock.ts'
import { LIVE } from './counted.ts'
import { all, build, type Fact, first, rowsOf, run } from './engine.ts'
import { isHidden, livePages } from './pages.ts'
import { labelRows } from './sums.ts'
import { addLabels } from './uploads.ts'

/** One thing told about goods; a product that is new to the shop gets its number on the way. */
export type NewEntry = {
  readonly kind: EntryKind
  readonly scope: EntryScope
  /** Name of the product or category; empty for the whole shop. */
  readonly name: string
  readonly value: number
  readonly unit: string | null
}

/** What was told together, and can be taken back together. */
export type Told = {
  readonly shopId: string
  readonly token: string
  /** Trading day, days since 1970. */
  readonly day: number
  /** Minutes since 1970 on the shop's wall clock. */
  readonly moment: number
  readonly entries: readonly NewEntry[]
}

/** Words of one kind about one thing that are kept: the one that counts and two to go back to. */
const KEPT = 3

export function* tellStock(told: Told, now: number): Fact<void> {
  const { shopId, token, day, moment } = told
  const last = yield* rowsOf<{ no: number | null }>(
    'select max(no) as no from stock_entry where shop_id = ?',
    [shopId],
  )
  let no = last[0]?.no ?? 0
  for (const { name, ...entry } of told.entries) {
    const ref = entry.scope === 'shop' ? 0 : yield* refOf(shopId, entry.scope, name)
    no += 1
    yield* run(
      build
        .insertInto('stock_entry')
        .values({ ...entry, shop_id: shopId, ref, no, token, day, moment, at: now }),
    )
    if (entry.kind === 'count') yield* forgetBefore(shopId, ref)
    else if (!MOVES.includes(entry.kind)) yield* forgetTerms(shopId, { ...entry, ref })
  }
}

const MOVES: readonly EntryKind[] = ['count', 'receive', 'waste', 'order']

/** Takes back what was told under this token. */
export function* untellStock(shopId: string, token: string): Fact<void> {
  yield* run(
    build.deleteFrom('stock_entry').where('shop_id', '=', shopId).where('token', '=', token),
  )
}

/** When the newest thing was told, Unix ms; null when nothing was. */
export function* lastTold(shopId: string): Fact<{ readonly at: number } | null> {
  const row = yield* first(
    build
      .selectFrom('stock_entry')
      .select('at')
      .where('shop_id', '=', shopId)
      .orderBy('no', 'desc')
      .limit(1),
  )
  return row ?? null
}

export type ToldEntry = StockEntry & { readonly token: string }

/** Everything told that still matters, and what has sold since each product was counted. */
export function* stockDiary(shopId: string): Fact<{
  readonly entries: readonly ToldEntry[]
  readonly soldSince: ReadonlyMap<number, number>
}> {
  const rows = yield* all(
    build
      .selectFrom('stock_entry')
      .select(['scope', 'ref', 'kind', 'no', 'token', 'value', 'unit', 'day', 'moment'])
      .where('shop_id', '=', shopId),
  )
  const entries = rows.map(
    // Written by tellStock above.
    (row): ToldEntry => ({ ...row, kind: row.kind as EntryKind, scope: row.scope as EntryScope }),
  )
  return { entries, soldSince: yield* soldSince(shopId, lastCounts(entries)) }
}

/** Each product's category, from the lines of these days; the newest where a product changed it. */
export function* categoriesOf(shopId: string, span: Span): Fact<ReadonlyMap<number, number>> {
  const found = new Map<number, number>()
  for (const day of daysOf(span)) {
    for (const { page } of yield* livePages(shopId, dayNumber(day))) {
      const [products, categories] = [page.column('product'), page.column('category')]
      for (const [i, product] of products.entries()) {
        const category = categories[i] ?? 0
        if (product > 0 && category > 0) found.set(product, category)
      }
    }
  }
  return found
}

/** Names of one kind with the shop's own numbers. */
export function* namesOf(
  shopId: string,
  kind: 'product' | 'category' | 'branch',
): Fact<readonly { readonly ref: number; readonly name: string }[]> {
  const rows = yield* labelRows(shopId, kind)
  return [...rows].map(([ref, name]) => ({ ref, name }))
}

function* refOf(shopId: string, kind: 'product' | 'category', text: string): Fact<number> {
  const [label] = yield* addLabels(shopId, [{ kind, index: 0, text }])
  return label?.id ?? 0
}

/** Moves before the count before last tell nothing any more. */
function* forgetBefore(shopId: string, ref: number): Fact<void> {
  yield* rowsOf(
    `delete from stock_entry where shop_id = ? and scope = 'product' and ref = ?
       and kind in ('count', 'receive', 'waste', 'order')
       and no < (select no from stock_entry
         where shop_id = ? and scope = 'product' and ref = ? and kind = 'count'
         order by no desc limit 1 offset ?)`,
    [shopId, ref, shopId, ref, KEPT - 1],
  )
}

function* forgetTerms(
  shopId: string,
  { scope, ref, kind }: Pick<StockEntry, 'scope' | 'ref' | 'kind'>,
): Fact<void> {
  yield* rowsOf(
    `delete from stock_entry where shop_id = ? and scope = ? and ref = ? and kind = ?
       and no <= (select no from stock_entry where shop_id = ? and scope = ? and ref = ? and kind = ?
         order by no desc limit 1 offset ?)`,
    [shopId, scope, ref, kind, shopId, scope, ref, kind, KEPT],
  )
}

/**
 * Thousandths sold after each count. On the day of the count itself lines with a time are told apart by
 * it; lines without one belong before the count, which was then true at the end of its trading day.
 */
function* soldSince(
  shopId: string,
  counts: readonly StockEntry[],
): Fact<ReadonlyMap<number, number>> {
  if (counts.length === 0) return new Map()
  const later = yield* soldLater(shopId, Math.min(...counts.map(({ day }) => day)))
  const sameDay = yield* soldOn(shopId, [...new Set(counts.flatMap(daysTouched))])
  const [laterOf, sameDayOf] = [byProduct(later), byProduct(sameDay)]
  return new Map(
    counts.map((count) => {
      const touched = daysTouched(count)
      const after = (laterOf.get(count.ref) ?? []).filter(({ day }) => day > Math.max(...touched))
      const near = (sameDayOf.get(count.ref) ?? []).filter(
        (row) => touched.includes(row.day) && isAfter(row, count),
      )
      return [count.ref, [...after, ...near].reduce((sum, row) => sum + row.quantity, 0)]
    }),
  )
}

type SoldRow = { readonly product: number; readonly day: number; readonly quantity: number }
type SoldMinute = SoldRow & { readonly minute: number }

const byProduct = <Row extends SoldRow>(rows: readonly Row[]): Map<number, Row[]> =>
  Map.groupBy(rows, ({ product }) => product)

/** A count after midnight in a bar still belongs to the evening before. */
const daysTouched = ({ day, moment }: StockEntry): readonly number[] => [
  ...new Set([day, Math.floor(moment / MINUTES_A_DAY)]),
]

const isAfter = ({ day, minute }: SoldMinute, count: StockEntry): boolean =>
  minute < 0 ? day > count.day : day * MINUTES_A_DAY + minute > count.moment

function* soldLater(shopId: string, since: number): Fact<readonly SoldRow[]> {
  return yield* rowsOf<SoldRow>(
    `select product, day, sum(quantity) as quantity from day_total
     where shop_id = ? and day > ? and product > 0 and ${LIVE} group by product, day`,
    [shopId, since, shopId],
  )
}

function* soldOn(shopId: string, days: readonly number[]): Fact<readonly SoldMinute[]> {
  const sold: SoldMinute[] = []
  for (const day of days) {
    for (const { page, hidden } of yield* livePages(shopId, day)) {
      const [products, minutes] = [page.column('product'), page.column('minute')]
      for (const [i, quantity] of page.column('quantity').entries()) {
        const [product = 0, minute = -1] = [products[i], minutes[i]]
        if (product === 0 || Number.isNaN(quantity) || isHidden(hidden, i)) continue
        sold.push({ product, day, minute, quantity })
      }
    }
  }
  return sold
}
