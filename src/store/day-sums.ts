import { addRows, type Fact, tell } from './engine.ts'
import { isHidden, type StoredPage, type Target } from './pages.ts'
import type { SalePage } from './sale-page.ts'

/** What counted lines come to. Thousandths and minor units; a refund's money also in `refunds`. */
export type LineSums = {
  lines: number
  quantity: number
  revenue: number
  refundLines: number
  refunds: number
}

type BranchSums = LineSums & {
  readonly branch: number
  /** The receipts of the sales; one number is one receipt. */
  readonly receipts: Set<number>
  /** Minutes since midnight, -1 without times. */
  lastMinute: number
  /** By product and variant, see `goodsKeys`. */
  readonly goods: Map<number, LineSums>
}

/** One upload's day: by branch, and within it by product and variant. */
export type DaySums = {
  readonly branches: Map<number, BranchSums>
  /** A number for each receipt seen; null while a single page numbers its own. */
  readonly receipts: Map<string, number> | null
}

/** Nothing yet. `pages`: how many are to be added. */
export const noDaySums = (pages: number): DaySums => ({
  branches: new Map(),
  receipts: pages > 1 ? new Map([['', 0]]) : null,
})

/** Adds up the counted lines of an upload's day. */
export const daySums = (pages: readonly StoredPage[]): DaySums => {
  const sums = noDaySums(pages.length)
  for (const stored of pages) addPage(sums, stored)
  return sums
}

/** Puts the sums of an upload's day in the place of those before; returns how many lines count. */
export function* writeSums(
  { shopId, upload, day }: Target & { readonly day: number },
  { branches }: DaySums,
): Fact<number> {
  const place = [shopId, day, upload]
  const where = 'where shop_id = ? and day = ? and upload = ?'
  yield* tell(`delete from day_total ${where}`, place)
  yield* tell(`delete from branch_day ${where}`, place)
  let counted = 0
  for (const sums of [...branches.values()].sort((a, b) => a.branch - b.branch)) {
    yield* tell(INSERT_BRANCH_SQL, [
      ...[...place, sums.branch, ...sumCells(sums), sums.receipts.size, sums.lastMinute],
    ])
    yield* insertGoods(place, sums)
    counted += sums.lines + sums.refundLines
  }
  return counted
}

const INSERT_BRANCH_SQL = `
  insert into branch_day (shop_id, day, upload, branch,
    lines, quantity, revenue, refund_lines, refunds, receipts, last_minute)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Rows of one statement: with what they share said once, 100 take half the time of 25 whole ones. */
const INSERT_ROWS = 100
/** By number of rows: a text is a prepared statement. */
const INSERT_GOODS_SQL = Array.from(
  { length: INSERT_ROWS + 1 },
  (_, rows) => `
  insert into day_total (shop_id, day, upload, branch, product, variant,
    lines, quantity, revenue, refund_lines, refunds)
  select * from (select ?, ?, ?, ?) cross join (
    values ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?)').join(', ')})`,
)

const GOODS_COLUMNS = {
  shop_id: 'text',
  day: 'bigint',
  upload: 'bigint',
  branch: 'bigint',
  product: 'bigint',
  variant: 'bigint',
  lines: 'bigint',
  quantity: 'bigint',
  revenue: 'bigint',
  refund_lines: 'bigint',
  refunds: 'bigint',
} as const

function* insertGoods(place: readonly unknown[], { branch, goods }: BranchSums): Fact<void> {
  // In the order of the key: each row is then the last of its page of the table.
  const keys = Float64Array.from(goods.keys()).sort()
  for (let from = 0; from < keys.length; from += INSERT_ROWS) {
    const some = keys.subarray(from, from + INSERT_ROWS)
    const rows = [...some].map((key) => [
      ...[Math.floor(key / VARIANTS), key % VARIANTS],
      ...sumCells(goods.get(key) ?? noSums()),
    ])
    yield* addRows({
      sql: INSERT_GOODS_SQL[some.length] ?? '',
      parameters: [...place, branch, ...rows.flat()],
      bulk: {
        table: 'day_total',
        columns: GOODS_COLUMNS,
        rows: rows.map((row) => [...place, branch, ...row]),
      },
    })
  }
}

const sumCells = (sums: LineSums): number[] => [
  sums.lines,
  sums.quantity,
  sums.revenue,
  sums.refundLines,
  sums.refunds,
]

/** Adds the counted lines of a page. */
export const addPage = ({ branches, receipts: known }: DaySums, stored: StoredPage): void => {
  const { page, hidden } = stored
  const [goods, receipts] = [goodsKeys(page), receiptNumbers(page, known)]
  const [ofBranch, lineAt] = [page.column('branch'), lineReader(page)]
  for (let i = 0; i < page.lines; i++) {
    if (isHidden(hidden, i)) continue
    const sums = branchSums(branches, ofBranch[i] ?? 0)
    const line = lineAt(i)
    addLine(sums, line)
    addLine(goodsSums(sums, goods[i] ?? 0), line)
    sums.lastMinute = Math.max(sums.lastMinute, line.minute)
    const receipt = receipts[i] ?? 0
    if (receipt > 0 && !line.isRefund) sums.receipts.add(receipt)
  }
}

type Line = {
  readonly quantity: number
  readonly revenue: number
  readonly isRefund: boolean
  readonly minute: number
}

export const lineReader = (page: SalePage): ((i: number) => Line) => {
  const [quantity, revenue] = [page.column('quantity'), page.column('revenue')]
  const [refund, minute] = [page.column('refund'), page.column('minute')]
  return (i) => ({
    quantity: quantity[i] ?? Number.NaN,
    revenue: revenue[i] ?? Number.NaN,
    isRefund: refund[i] === 1,
    minute: minute[i] ?? -1,
  })
}

/** Each line's receipt as a number, 0 for none: one number, one receipt, whatever page it is on. */
const receiptNumbers = (page: SalePage, known: DaySums['receipts']): Float64Array => {
  const places = page.column('invoice')
  // Within one page the places are such numbers already, and no receipt needs to be read.
  if (known === null) return places
  const numbers = page.receipts().map((receipt) => {
    const number = known.get(receipt) ?? known.size
    known.set(receipt, number)
    return number
  })
  return places.map((place) => numbers[place] ?? 0)
}

/** A number for each line's product and variant that orders as the two do. */
const goodsKeys = (page: SalePage): Float64Array => {
  const [product, variant] = [page.column('product'), page.column('variant')]
  return product.map((each, i) => each * VARIANTS + (variant[i] ?? 0))
}

/** More variants than any shop will name, and twice as many products still count exactly. */
const VARIANTS = 2 ** 26

export const noSums = (): LineSums => ({
  lines: 0,
  quantity: 0,
  revenue: 0,
  refundLines: 0,
  refunds: 0,
})

const branchSums = (branches: Map<number, BranchSums>, branch: number): BranchSums => {
  const known = branches.get(branch)
  if (known) return known
  const fresh = { ...noSums(), branch, receipts: new Set<number>(), lastMinute: -1 }
  const made = { ...fresh, goods: new Map<number, LineSums>() }
  branches.set(branch, made)
  return made
}

const goodsSums = ({ goods }: BranchSums, key: number): LineSums => {
  const known = goods.get(key)
  if (known) return known
  const made = noSums()
  goods.set(key, made)
  return made
}

/** A line without a quantity or an amount adds nothing to that sum. */
export const addLine = (sums: LineSums, { quantity, revenue, isRefund }: Line): void => {
  const money = Number.isNaN(revenue) ? 0 : revenue
  if (!Number.isNaN(quantity)) sums.quantity += quantity
  sums.revenue += money
  if (!isRefund) {
    sums.lines++
    return
  }
  sums.refundLines++
  sums.refunds -= money
}
