import { type Day, dayNumber, type Span } from '../sales/day.ts'
import { type Among, amongSql, amongValues, LIVE } from './counted.ts'
import { type Fact, rowsOf, tell } from './engine.ts'
import type { DaySpan } from './pages.ts'

// Sums of sixteen days at a time, all branches together: what a long span is read from. They follow the daily
// totals at a distance: a change of the sales only says which blocks are not true any more, and they are added up
// again behind its back.

/**
 * Days of a block. A thousand products that sell every few days fill one as they fill a month, and the ends of a
 * span, which are read day by day, stay short.
 */
const BLOCK_DAYS = 16

/** The rows of a table expression and its values, to be read `from (sql) as goods`. */
export type GoodsRows = { readonly sql: string; readonly values: readonly unknown[] }

/** `days`: these, and not the span; `branches`: in these alone. */
type Narrowed = { readonly days?: readonly Day[] | null; readonly branches?: Among }

/**
 * What counts over the span by product and variant, in as few rows as there are: columns product, variant, first
 * and last (day numbers), lines, quantity, revenue, refund_lines, refunds. Whole blocks as one row a product, the
 * other days one by one; of some days or branches the daily totals.
 */
export function* goodsRows(
  shopId: string,
  span: Span,
  { days = null, branches = null }: Narrowed = {},
): Fact<GoodsRows> {
  const [from, to] = [dayNumber(span.from), dayNumber(span.to)]
  if (days !== null) {
    const among = `day in (${days.map(() => '?').join(', ')})`
    return {
      sql: `${DAYS_SQL} ${among} ${amongSql(branches)}`,
      values: [shopId, shopId, ...days.map(dayNumber), ...amongValues(branches)],
    }
  }
  if (branches !== null) {
    return {
      sql: `${SPAN_SQL} ${amongSql(branches)}`,
      values: [shopId, shopId, from, to, ...amongValues(branches)],
    }
  }
  const rolled = yield* rolledWithin(shopId, { from, to })
  const blocks = longestRun(rolled)
  if (blocks === null) return { sql: SPAN_SQL, values: [shopId, shopId, from, to] }
  const [begin, end] = [blocks.from * BLOCK_DAYS, (blocks.to + 1) * BLOCK_DAYS - 1]
  return {
    sql: `${BLOCKS_SQL} union all ${SPAN_SQL} union all ${SPAN_SQL}`,
    values: [
      ...[shopId, blocks.from, blocks.to],
      ...[shopId, shopId, from, begin - 1],
      ...[shopId, shopId, end + 1, to],
    ],
  }
}

const SUMS = 'lines, quantity, revenue, refund_lines, refunds'
const DAYS_SQL = `select product, variant, day as first, day as last, ${SUMS} from day_total
  where shop_id = ? and ${LIVE} and`
const SPAN_SQL = `${DAYS_SQL} day between ? and ?`
const BLOCKS_SQL = `select product, variant, first_day as first, last_day as last, ${SUMS} from block_total
  where shop_id = ? and block between ? and ?`

/** Blocks that are true and lie wholly within these days, in order. */
function* rolledWithin(shopId: string, { from, to }: DaySpan): Fact<readonly number[]> {
  const [first, last] = [Math.ceil(from / BLOCK_DAYS), Math.floor((to + 1) / BLOCK_DAYS) - 1]
  if (last < first) return []
  const rows = yield* rowsOf<{ block: number }>(
    'select block from rolled_block where shop_id = ? and block between ? and ? order by block',
    [shopId, first, last],
  )
  return rows.map(({ block }) => block)
}

type Run = { readonly from: number; readonly to: number }

/** The longest stretch of neighbours: a hole is about to be filled, so that one stretch is enough to read from. */
const longestRun = (blocks: readonly number[]): Run | null => {
  let best: Run | null = null
  let from = blocks[0] ?? 0
  for (const [i, block] of blocks.entries()) {
    if (block !== (blocks[i - 1] ?? block - 1) + 1) from = block
    if (best === null || block - from > best.to - best.from) best = { from, to: block }
  }
  return best
}

/** The sales of these days are others now: their blocks are not true any more. */
export function* unroll(shopId: string, { from, to }: DaySpan): Fact<void> {
  yield* tell('delete from rolled_block where shop_id = ? and block between ? and ?', [
    shopId,
    Math.floor(from / BLOCK_DAYS),
    Math.floor(to / BLOCK_DAYS),
  ])
}

/** Nothing of the shop counts any more. */
export function* forgetBlocks(shopId: string): Fact<void> {
  yield* tell('delete from rolled_block where shop_id = ?', [shopId])
  yield* tell('delete from block_total where shop_id = ?', [shopId])
}

/**
 * Adds up the shop's newest block that is over and not true; false when there is none. Some ten milliseconds for
 * sixteen days of a chain, so one a commit.
 */
export function* rollBlock(shopId: string): Fact<boolean> {
  const block = yield* nextBlock(shopId)
  if (block === null) return false
  const [first, last] = [block * BLOCK_DAYS, (block + 1) * BLOCK_DAYS - 1]
  yield* tell('delete from block_total where shop_id = ? and block = ?', [shopId, block])
  yield* tell(
    `insert into block_total (shop_id, block, product, variant, ${SUMS}, first_day, last_day)
     select shop_id, min(day) / ${BLOCK_DAYS}, product, variant, sum(lines), sum(quantity), sum(revenue),
       sum(refund_lines), sum(refunds), min(day), max(day)
     from day_total where shop_id = ? and day between ? and ? and ${LIVE}
     group by shop_id, product, variant`,
    [shopId, first, last, shopId],
  )
  yield* tell('insert into rolled_block (shop_id, block) values (?, ?)', [shopId, block])
  return true
}

/** The newest day is still to get its file, or the rest of it: its block waits. */
function* nextBlock(shopId: string): Fact<number | null> {
  const [days] = yield* rowsOf<{ from: number | null; to: number | null }>(
    `select min(first_day) as "from", max(last_day) as "to" from upload
     where shop_id = ? and state = 'live' and lines > 0`,
    [shopId],
  )
  if (days?.from == null || days.to === null) return null
  const [first, last] = [Math.floor(days.from / BLOCK_DAYS), Math.floor(days.to / BLOCK_DAYS) - 1]
  const rolled = new Set(
    yield* rolledWithin(shopId, { from: first * BLOCK_DAYS, to: (last + 1) * BLOCK_DAYS - 1 }),
  )
  for (let block = last; block >= first; block--) if (!rolled.has(block)) return block
  return null
}
