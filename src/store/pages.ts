import { type Fact, rowsOf, tell } from './engine.ts'
import { openPage, packPage, type SalePage } from './sale-page.ts'

/** An upload of a shop. */
export type Target = { readonly shopId: string; readonly upload: number }

/** Days since 1970-01-01, both ends included. */
export type DaySpan = { readonly from: number; readonly to: number }

/**
 * Lines of a file in columns, as a worker thread hands them over. Names are the shop's own numbers,
 * 0 for none; quantities in thousandths and revenues in minor units, NaN when the file has none.
 */
export type LineBatch = {
  readonly rows: ArrayLike<number>
  readonly days: ArrayLike<number>
  readonly minutes: ArrayLike<number>
  readonly products: ArrayLike<number>
  readonly variants: ArrayLike<number>
  readonly categories: ArrayLike<number>
  readonly branches: ArrayLike<number>
  readonly quantities: ArrayLike<number>
  readonly revenues: ArrayLike<number>
  readonly refunds: ArrayLike<number>
  /** Places in `receipts`, 0 for none. */
  readonly invoices: ArrayLike<number>
  readonly receipts: readonly string[]
  readonly keys: ArrayLike<number>
  readonly occurrences: ArrayLike<number>
}

/** Lines of one day of one upload, as they lie in the database. */
export type StoredPage = {
  readonly day: number
  readonly upload: number
  /** From 1 within the upload's day. */
  readonly part: number
  readonly page: SalePage
  /** Lines that do not count, a bit each; null when all count. */
  readonly hidden: Uint8Array | null
}

/**
 * Writes lines whose names already carry the shop's own numbers: a page for each stretch of lines of
 * one day. Whoever hands over keeps a day's lines together.
 */
export function* stageLines(target: Target, batch: LineBatch): Fact<void> {
  const { shopId, upload } = target
  for (const stretch of dayStretches(batch.days)) {
    yield* tell(
      `update upload set first_day = least(coalesce(first_day, ?), ?),
         last_day = greatest(coalesce(last_day, ?), ?) where shop_id = ? and no = ?`,
      [stretch.day, stretch.day, stretch.day, stretch.day, shopId, upload],
    )
    yield* tell(
      `insert into sale_page (shop_id, day, upload, part, lines, body)
       select ?, ?, ?, coalesce(max(part), 0) + 1, ?, ? from sale_page
       where shop_id = ? and day = ? and upload = ?`,
      [
        ...[shopId, stretch.day, upload, stretch.to - stretch.from, pageOf(batch, stretch)],
        ...[shopId, stretch.day, upload],
      ],
    )
  }
}

/** An upload's pages of these days, day by day in the order of the file. */
export function* pagesOf(target: Target, span: DaySpan): Fact<readonly StoredPage[]> {
  const rows = yield* rowsOf<PageRow>(
    `select day, upload, part, body, hidden from sale_page
     where shop_id = ? and day between ? and ? and upload = ? order by day, part`,
    [target.shopId, span.from, span.to, target.upload],
  )
  return rows.map(storedPage)
}

/** One page that is there for sure. */
export function* readPage(
  shopId: string,
  { day, upload, part }: Pick<StoredPage, 'day' | 'upload' | 'part'>,
): Fact<StoredPage> {
  const [row] = yield* rowsOf<PageRow>(
    `select day, upload, part, body, hidden from sale_page
     where shop_id = ? and day = ? and upload = ? and part = ?`,
    [shopId, day, upload, part],
  )
  if (!row) throw new Error(`page ${part} of upload ${upload} on day ${day} is gone`)
  return storedPage(row)
}

/** All live uploads' pages of one day, the oldest upload first. */
export function* livePages(shopId: string, day: number): Fact<readonly StoredPage[]> {
  const rows = yield* rowsOf<PageRow>(
    `select day, upload, part, body, hidden from sale_page
     where shop_id = ? and day = ? and upload in (
       select no from upload where shop_id = ? and state = 'live') order by upload, part`,
    [shopId, day, shopId],
  )
  return rows.map(storedPage)
}

/** The branches an upload has lines of, day by day. */
export function* branchesOf(
  target: Target,
  span: DaySpan,
): Fact<readonly { readonly day: number; readonly branch: number }[]> {
  const days = Map.groupBy(yield* pagesOf(target, span), ({ day }) => day)
  return [...days].flatMap(([day, pages]) => {
    const branches = new Set(pages.flatMap(({ page }) => [...new Set(page.column('branch'))]))
    return [...branches].map((branch) => ({ day, branch }))
  })
}

/** Notes which lines of a page count, where that has changed. */
export function* markHidden(
  shopId: string,
  stored: StoredPage,
  hidden: Uint8Array | null,
): Fact<boolean> {
  if (isSame(stored.hidden, hidden)) return false
  yield* tell(
    `update sale_page set hidden = ? where shop_id = ? and day = ? and upload = ? and part = ?`,
    [hidden, shopId, stored.day, stored.upload, stored.part],
  )
  return true
}

export const isHidden = (hidden: Uint8Array | null, line: number): boolean =>
  hidden !== null && ((hidden[line >> 3] ?? 0) & (1 << (line & 7))) !== 0

/** How many lines do not count. */
export const hiddenIn = (hidden: Uint8Array | null): number => {
  let count = 0
  for (let line = 0; line < (hidden?.length ?? 0) * 8; line++)
    count += isHidden(hidden, line) ? 1 : 0
  return count
}

/** A bit for each line of which this holds; null where it holds for none. */
export const hiddenWhere = (lines: number, isOut: (line: number) => boolean): Uint8Array | null => {
  const hidden = new Uint8Array(Math.ceil(lines / 8))
  let any = false
  for (let line = 0; line < lines; line++) {
    if (!isOut(line)) continue
    hidden[line >> 3] = (hidden[line >> 3] ?? 0) | (1 << (line & 7))
    any = true
  }
  return any ? hidden : null
}

type PageRow = {
  readonly day: number
  readonly upload: number
  readonly part: number
  readonly body: Uint8Array
  readonly hidden: Uint8Array | null
}

const storedPage = ({ body, ...row }: PageRow): StoredPage => ({ ...row, page: openPage(body) })

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean => {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

type Stretch = { readonly day: number; readonly from: number; readonly to: number }

const dayStretches = (days: ArrayLike<number>): Stretch[] => {
  const stretches: Stretch[] = []
  for (let start = 0; start < days.length; ) {
    const day = days[start] ?? 0
    let end = start + 1
    while (end < days.length && days[end] === day) end++
    stretches.push({ day, from: start, to: end })
    start = end
  }
  return stretches
}

const pageOf = (batch: LineBatch, { from, to }: Stretch): Uint8Array => {
  const part = (values: ArrayLike<number>): Float64Array => {
    const cells = new Float64Array(to - from)
    for (let i = from; i < to; i++) cells[i - from] = values[i] ?? Number.NaN
    return cells
  }
  const { places, receipts } = ownReceipts(batch, from, to)
  const cells = {
    row: part(batch.rows),
    minute: part(batch.minutes),
    product: part(batch.products),
    variant: part(batch.variants),
    category: part(batch.categories),
    branch: part(batch.branches),
    quantity: part(batch.quantities),
    revenue: part(batch.revenues),
    refund: part(batch.refunds),
    key: part(batch.keys),
    occurrence: part(batch.occurrences),
    invoice: places,
  }
  return packPage(cells, receipts)
}

/** The receipts of these lines alone, as a batch may hold several days. */
const ownReceipts = ({ invoices, receipts }: LineBatch, from: number, to: number) => {
  const places = new Float64Array(to - from)
  const own = new Map([[0, 0]])
  for (let i = from; i < to; i++) {
    const invoice = invoices[i] ?? 0
    const place = own.get(invoice) ?? own.size
    if (place === own.size) own.set(invoice, place)
    places[i - from] = place
  }
  return { places, receipts: [...own.keys()].map((invoice) => receipts[invoice] ?? '') }
}
