import { type Day, dayFromNumber, dayNumber, type Span } from '../sales/day.ts'
import { TYPED_SOURCE } from '../sales/told-sale.ts'
import type {
  BranchDay,
  DayEnd,
  ProductDay,
  ProductSum,
  VariantPart,
  VariantSum,
} from '../sales/totals.ts'
import { goodsRows } from './blocks.ts'
import { type Among, amongSql, amongValues, LIVE } from './counted.ts'
import { all, build, type Fact, rowsOf } from './engine.ts'
import type { LabelKind } from './tables.ts'

/** What a shop has, in one row. Null when nothing has been imported yet. */
export type Coverage = {
  readonly span: Span
  readonly hasQuantity: boolean
  readonly hasMoney: boolean
  readonly uploads: number
  /** What the newest file with variants calls them; null when no file has any. */
  readonly variantHeading: string | null
  /** Last day of any file; null in a shop that only tells its sales by hand. */
  readonly filedTo: Day | null
  /** Number and time (Unix ms) of the newest live file; of the newest telling where there is no file. */
  readonly lastUpload: number
  readonly lastUploadAt: number
}

const SUMS = `sum(lines) as lines, sum(quantity) as quantity, sum(revenue) as revenue,
  sum(refund_lines) as refundLines, sum(refunds) as refunds`

type SumRow = {
  lines: number
  quantity: number
  revenue: number
  refundLines: number
  refunds: number
}

/** A column of files alone: sales told by hand come one by one, all day long. */
const FILED = (column: string): string =>
  `case when source not like '${TYPED_SOURCE}%' then ${column} end`

export function* coverage(shopId: string): Fact<Coverage | null> {
  const rows = yield* rowsOf<{
    from: number | null
    to: number | null
    q: number
    m: number
    n: number
    last: number
    at: number
    filed: number | null
    heading: string | null
  }>(
    `select min(first_day) as "from", max(last_day) as "to", max(has_quantity) as q,
       max(has_money) as m, count(*) as n, coalesce(max(${FILED('no')}), max(no)) as last,
       coalesce(max(${FILED('published_at')}), max(published_at)) as at,
       max(${FILED('last_day')}) as filed,
       (select variant_heading from upload where shop_id = ? and state = 'live'
          and variant_heading is not null order by no desc limit 1) as heading
     from upload where shop_id = ? and state = 'live' and lines > 0`,
    [shopId, shopId],
  )
  const row = rows[0]
  if (!row || row.from === null || row.to === null) return null
  return {
    span: { from: dayFromNumber(row.from), to: dayFromNumber(row.to) },
    hasQuantity: row.q === 1,
    hasMoney: row.m === 1,
    uploads: row.n,
    lastUpload: row.last,
    lastUploadAt: row.at,
    filedTo: row.filed === null ? null : dayFromNumber(row.filed),
    variantHeading: row.heading,
  }
}

/** Every branch on every day of the span, in order of days. */
export function* branchDays(shopId: string, span: Span): Fact<readonly BranchDay[]> {
  const names = yield* labelRows(shopId, 'branch')
  const rows = yield* rowsOf<SumRow & { day: number; branch: number; receipts: number }>(
    `select day, branch, sum(receipts) as receipts, ${SUMS} from branch_day
     where shop_id = ? and day between ? and ? and ${LIVE} group by day, branch order by day, branch`,
    [shopId, ...bounds(span), shopId],
  )
  return rows.map(({ day, branch, receipts, ...sums }) => ({
    ...sums,
    day: dayFromNumber(day),
    branch: names.get(branch) ?? null,
    receipts: receipts > 0 ? receipts : null,
  }))
}

/** The last minute of the day that any line of the day has; null without times. */
export function* lastMinute(shopId: string, day: Day, branches: Among = null): Fact<number | null> {
  const rows = yield* rowsOf<{ minute: number | null }>(
    `select max(last_minute) as minute from branch_day where shop_id = ? and day = ? and ${LIVE}
       ${amongSql(branches)}`,
    [shopId, dayNumber(day), shopId, ...amongValues(branches)],
  )
  const minute = rows[0]?.minute ?? -1
  return minute < 0 ? null : minute
}

/** When each branch sold last on each of these days; days and branches without lines are left out. */
export function* dayEnds(
  shopId: string,
  days: readonly Day[],
  branches: Among = null,
): Fact<readonly DayEnd[]> {
  const names = yield* labelRows(shopId, 'branch')
  const rows = yield* rowsOf<{ day: number; branch: number; minute: number }>(
    `select day, branch, max(last_minute) as minute from branch_day
     where shop_id = ? and day in (${days.map(() => '?').join(', ')}) and ${LIVE} and lines > 0
       ${amongSql(branches)} group by day, branch`,
    [shopId, ...days.map(dayNumber), shopId, ...amongValues(branches)],
  )
  return rows.map(({ day, branch, minute }) => ({
    day: dayFromNumber(day),
    branch: names.get(branch) ?? null,
    lastMinute: minute < 0 ? null : minute,
  }))
}

/** What of the shop lies in these branches; null when nothing does. The days with sales are theirs alone. */
export function* coverageAmong(shopId: string, branches: readonly number[]): Fact<Coverage | null> {
  const whole = yield* coverage(shopId)
  const rows = yield* rowsOf<{
    from: number | null
    to: number | null
    n: number
    last: number
    at: number
  }>(
    `select min(branch_day.day) as "from", max(branch_day.day) as "to",
       count(distinct upload.no) as n, coalesce(max(${FILED('no')}), max(no)) as last,
       coalesce(max(${FILED('published_at')}), max(published_at)) as at
     from branch_day join upload
       on upload.shop_id = branch_day.shop_id and upload.no = branch_day.upload
     where branch_day.shop_id = ? and upload.state = 'live' and branch_day.lines > 0
       ${amongSql(branches)}`,
    [shopId, ...amongValues(branches)],
  )
  const row = rows[0]
  if (whole === null || !row || row.from === null || row.to === null) return null
  return {
    ...whole,
    span: { from: dayFromNumber(row.from), to: dayFromNumber(row.to) },
    uploads: row.n,
    lastUpload: row.last,
    lastUploadAt: row.at,
  }
}

/**
 * Every product over the span, with the first and last day it sold; `days` narrows to those days. Most
 * units first, most money first where no file counts units.
 */
export function* productSums(
  shopId: string,
  span: Span,
  days: readonly Day[] | null = null,
  branches: Among = null,
): Fact<readonly ProductSum[]> {
  const names = yield* labelRows(shopId, 'product')
  const goods = yield* goodsRows(shopId, span, { days, branches })
  const rows = yield* rowsOf<SumRow & { product: number; first: number; last: number }>(
    `select product, min(first) as first, max(last) as last, ${SUMS} from (${goods.sql}) as goods
     where product > 0 group by product order by quantity desc, revenue desc, product`,
    goods.values,
  )
  return rows.map(({ product, first, last, ...sums }) => ({
    ...sums,
    product: names.get(product) ?? '',
    firstDay: dayFromNumber(first),
    lastDay: dayFromNumber(last),
  }))
}

/** The `limit` products with most units in `recent`; from `summedFrom` on one row stands for all days, on the last. */
export type TopProducts = {
  readonly recent: Span
  readonly limit: number
  readonly summedFrom?: Day
}

/** The products that sell most, day by day and branch by branch over `span`. */
export function* topProductDays(
  shopId: string,
  span: Span,
  top: TopProducts,
  among: Among = null,
): Fact<readonly ProductDay[]> {
  const products = yield* labelRows(shopId, 'product')
  const branches = yield* labelRows(shopId, 'branch')
  const best = yield* mostSold(shopId, top, among)
  const [first, last] = bounds(span)
  const rows = yield* rowsOf<SumRow & { day: number; branch: number; product: number }>(
    `select case when day >= ? then ? else day end as day, branch, product, ${SUMS} from day_total
     where shop_id = ? and day between ? and ? and ${LIVE} ${amongSql(among)}
       and product in (${best.map(() => '?').join(', ')})
     group by 1, branch, product order by 1, branch, product`,
    [
      ...[top.summedFrom === undefined ? last + 1 : dayNumber(top.summedFrom), last],
      ...[shopId, first, last, shopId, ...amongValues(among), ...best],
    ],
  )
  return rows.map(({ day, branch, product, ...sums }) => ({
    ...sums,
    day: dayFromNumber(day),
    branch: branches.get(branch) ?? null,
    product: products.get(product) ?? '',
  }))
}

/** The products with most units in `recent`, by their numbers. */
function* mostSold(
  shopId: string,
  { recent, limit }: TopProducts,
  among: Among,
): Fact<readonly number[]> {
  const goods = yield* goodsRows(shopId, recent, { branches: among })
  const rows = yield* rowsOf<{ product: number }>(
    `select product from (${goods.sql}) as goods where product > 0
     group by product order by sum(quantity) desc, product limit ?`,
    [...goods.values, limit],
  )
  return rows.map(({ product }) => product)
}

export function* variantSums(
  shopId: string,
  span: Span,
  branches: Among = null,
): Fact<readonly VariantSum[]> {
  const names = yield* labelRows(shopId, 'variant')
  const goods = yield* goodsRows(shopId, span, { branches })
  const rows = yield* rowsOf<SumRow & { variant: number }>(
    `select variant, ${SUMS} from (${goods.sql}) as goods
     where variant > 0 group by variant order by quantity desc, variant`,
    goods.values,
  )
  return rows.map(({ variant, ...sums }) => ({ ...sums, variant: names.get(variant) ?? '' }))
}

type PartRow = {
  branch: number
  product: number
  variant: number
  quantityBefore: number
  revenueBefore: number
  quantity: number
  revenue: number
}

/** How every product that comes in variants splits into them, over `before` and over `span`. */
export function* variantParts(
  shopId: string,
  before: Span,
  span: Span,
): Fact<readonly VariantPart[]> {
  const products = yield* labelRows(shopId, 'product')
  const branches = yield* labelRows(shopId, 'branch')
  const variants = yield* labelRows(shopId, 'variant')
  const [start] = bounds(span)
  const rows = yield* rowsOf<PartRow>(
    `select branch, product, variant,
       sum(case when day < ? then quantity else 0 end) as quantityBefore,
       sum(case when day < ? then revenue else 0 end) as revenueBefore,
       sum(case when day >= ? then quantity else 0 end) as quantity,
       sum(case when day >= ? then revenue else 0 end) as revenue
     from day_total
     where shop_id = ? and day between ? and ? and ${LIVE} and product > 0
     group by branch, product, variant order by branch, product, variant`,
    [start, start, start, start, shopId, ...bounds({ from: before.from, to: span.to }), shopId],
  )
  return rows.map((row) => ({
    branch: branches.get(row.branch) ?? null,
    product: products.get(row.product) ?? '',
    variant: variants.get(row.variant) ?? null,
    before: { quantity: row.quantityBefore, revenue: row.revenueBefore },
    during: { quantity: row.quantity, revenue: row.revenue },
  }))
}

/** Names of one kind by the shop's own number. */
export function* labelRows(shopId: string, kind: LabelKind): Fact<ReadonlyMap<number, string>> {
  const rows = yield* all(
    build
      .selectFrom('label')
      .select(['id', 'text'])
      .where('shop_id', '=', shopId)
      .where('kind', '=', kind),
  )
  return new Map(rows.map((row) => [row.id, row.text]))
}

const bounds = (span: Span): [number, number] => [dayNumber(span.from), dayNumber(span.to)]
