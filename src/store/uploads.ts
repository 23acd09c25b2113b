import type { ProblemReason, RowProblem } from '../ingest/reading.ts'
import { type Day, dayFromNumber, dayNumber, type Span } from '../sales/day.ts'
import { nameKey } from '../sales/names.ts'
import { all, build, type Fact, first, rowsOf, run } from './engine.ts'
import type { LabelKind, UploadState } from './tables.ts'

/** A file on its way in. `source` is what brought it (an inbox message, a watched file). */
export type NewUpload = {
  readonly shopId: string
  readonly source: string
  readonly fileName: string
  readonly sha256: string
}

/**
 * Lines of a file in columns, as a worker thread hands them over. Names are 1-based indexes into the
 * labels the file has shown so far, 0 for none; quantities in thousandths and revenues in minor units,
 * NaN when the file has none.
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
  readonly invoices: readonly (string | null)[]
  readonly keys: ArrayLike<number>
  readonly occurrences: ArrayLike<number>
}

export type NewLabel = { readonly kind: LabelKind; readonly index: number; readonly text: string }

/** A data line that could not become a sale, as the reader reported it. */
export type SkippedRow = RowProblem

export type Upload = {
  readonly no: number
  readonly state: UploadState
  readonly fileName: string
  readonly sha256: string
  readonly lines: number
  readonly span: Span | null
  readonly receipt: string | null
  readonly createdAt: number
}

/** Lines of one statement: 25 take half the time of 25 statements, more gain nothing. */
const INSERT_LINES = 25

const insertLinesSql = (lines: number): string => `
  insert into sale_line (shop_id, day, upload, row, minute, product, variant, category, branch,
    invoice, quantity, revenue, refund, key, occurrence, counted)
  values ${Array.from({ length: lines }, () => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)').join(', ')}`
/** By number of lines: a text is a prepared statement. */
const INSERT_SQL = Array.from({ length: INSERT_LINES + 1 }, (_, lines) => insertLinesSql(lines))

/** Opens an upload; its lines are invisible until it is published. */
export function* beginUpload(upload: NewUpload, now: number): Fact<number> {
  const rows = yield* rowsOf<{ no: number }>(
    `insert into upload (shop_id, no, state, source, file_name, sha256, created_at)
     select ?, coalesce(max(no), 0) + 1, 'staging', ?, ?, ?, ? from upload where shop_id = ?
     returning no`,
    [upload.shopId, upload.source, upload.fileName, upload.sha256, now, upload.shopId],
  )
  const no = rows[0]?.no
  if (no === undefined) throw new Error('the upload row was not written')
  return no
}

/** Gives every new name of the file its number in the shop; a spelling known before keeps its own. */
export function* addLabels(
  shopId: string,
  labels: readonly NewLabel[],
): Fact<readonly { readonly kind: LabelKind; readonly index: number; readonly id: number }[]> {
  const ids: { kind: LabelKind; index: number; id: number }[] = []
  for (const label of labels) {
    const key = nameKey(label.text)
    yield* rowsOf(
      `insert into label (shop_id, kind, id, key, text)
       select ?, ?, coalesce(max(id), 0) + 1, ?, ? from label where shop_id = ? and kind = ?
       on conflict (shop_id, kind, key) do nothing`,
      [shopId, label.kind, key, label.text, shopId, label.kind],
    )
    const row = yield* rowsOf<{ id: number }>(
      'select id from label where shop_id = ? and kind = ? and key = ?',
      [shopId, label.kind, key],
    )
    ids.push({ kind: label.kind, index: label.index, id: row[0]?.id ?? 0 })
  }
  return ids
}

/** Writes lines `from`..`to` of a batch whose names already carry the shop's own numbers. */
export function* stageLines(
  target: { readonly shopId: string; readonly upload: number },
  batch: LineBatch,
  from: number,
  to: number,
): Fact<void> {
  const days = Array.from({ length: to - from }, (_, i) => batch.days[from + i] ?? 0)
  yield* rowsOf(
    `update upload set first_day = min(coalesce(first_day, ?), ?), last_day = max(coalesce(last_day, ?), ?)
     where shop_id = ? and no = ?`,
    [...spread(Math.min(...days)), ...spread(Math.max(...days)), target.shopId, target.upload],
  )
  for (let next = from; next < to; next += INSERT_LINES) {
    const lines = Math.min(INSERT_LINES, to - next)
    const parameters: unknown[] = []
    for (let i = next; i < next + lines; i++) pushLine(parameters, { ...target, batch, i })
    yield { sql: INSERT_SQL[lines] ?? '', parameters }
  }
}

const pushLine = (
  parameters: unknown[],
  line: {
    readonly shopId: string
    readonly upload: number
    readonly batch: LineBatch
    readonly i: number
  },
): void => {
  const { shopId, upload, batch, i } = line
  parameters.push(
    shopId,
    batch.days[i],
    upload,
    batch.rows[i],
    batch.minutes[i],
    batch.products[i],
    batch.variants[i],
    batch.categories[i],
    batch.branches[i],
    batch.invoices[i] ?? null,
    whole(batch.quantities[i]),
    whole(batch.revenues[i]),
    batch.refunds[i],
    batch.keys[i],
    batch.occurrences[i],
  )
}

const whole = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value

const spread = (day: number): [number, number] => [day, day]

export function* stageSkipped(
  target: { readonly shopId: string; readonly upload: number },
  rows: readonly SkippedRow[],
): Fact<void> {
  for (const row of rows) {
    yield* run(
      build
        .insertInto('skipped_row')
        .values({ shop_id: target.shopId, upload: target.upload, ...row })
        .onConflict((c) => c.doNothing()),
    )
  }
}

/** The days an upload has lines on, with how many. */
export function* uploadDays(
  shopId: string,
  span: { readonly from: number; readonly to: number },
  upload: number,
): Fact<readonly { readonly day: number; readonly lines: number }[]> {
  return yield* rowsOf<{ day: number; lines: number }>(
    `select day, count(*) as lines from sale_line
     where shop_id = ? and day between ? and ? and upload = ? group by day order by day`,
    [shopId, span.from, span.to, upload],
  )
}

/**
 * Lines of these days that another live upload already counts, the n-th twin against the n-th twin,
 * are kept but not counted; then the days' totals are built. Invisible until published. Returns how
 * many lines count.
 */
export function* settleDays(
  target: { readonly shopId: string; readonly upload: number },
  span: { readonly from: number; readonly to: number },
): Fact<number> {
  const { shopId, upload } = target
  const others = yield* rowsOf(
    `select 1 from upload where shop_id = ? and state = 'live' and no <> ?
       and first_day <= ? and last_day >= ? limit 1`,
    [shopId, upload, span.to, span.from],
  )
  if (others.length > 0) yield* standBack(target, span)
  yield* buildTotals(target, span)
  const rows = yield* rowsOf<{ n: number }>(
    `select coalesce(sum(lines + refund_lines), 0) as n from branch_day
     where shop_id = ? and day between ? and ? and upload = ?`,
    [shopId, span.from, span.to, upload],
  )
  return rows[0]?.n ?? 0
}

/** Leaves to other live uploads what they count already. */
function* standBack(
  { shopId, upload }: { readonly shopId: string; readonly upload: number },
  span: { readonly from: number; readonly to: number },
): Fact<void> {
  yield* rowsOf(
    `update sale_line set counted = 0
     where shop_id = ? and day between ? and ? and upload = ? and (day, key, occurrence) in (
       select o.day, o.key, o.occurrence from sale_line o
       join upload u on u.shop_id = o.shop_id and u.no = o.upload
       where o.shop_id = ? and o.day between ? and ? and o.upload <> ? and o.counted = 1
         and u.state = 'live')`,
    [shopId, span.from, span.to, upload, shopId, span.from, span.to, upload],
  )
}

/** How an upload stands beside the live ones, once its days are settled. */
export type Overlap = {
  /** Days and branches to which it adds lines though other files have some there already. */
  readonly sharedDays: number
  /** When its known lines came, where all of them came with one file; Unix ms. */
  readonly earlierAt: number | null
}

export function* overlapOf(
  target: { readonly shopId: string; readonly upload: number },
  span: { readonly from: number; readonly to: number },
): Fact<Overlap> {
  const { shopId, upload } = target
  const shared = yield* rowsOf<{ n: number }>(
    `select count(distinct day) as n from branch_day
     where shop_id = ? and day between ? and ? and upload = ? and (day, branch) in (
       select day, branch from branch_day
       where shop_id = ? and day between ? and ? and upload in (
         select no from upload where shop_id = ? and state = 'live'))`,
    [shopId, span.from, span.to, upload, shopId, span.from, span.to, shopId],
  )
  const earlier = yield* rowsOf<{ at: number }>(
    `select created_at as at from upload where shop_id = ? and state = 'live' and no in (
       select distinct upload from sale_line
       where shop_id = ? and day between ? and ? and counted = 1 and (day, key, occurrence) in (
         select day, key, occurrence from sale_line
         where shop_id = ? and day between ? and ? and upload = ? and counted = 0)) limit 2`,
    [shopId, shopId, span.from, span.to, shopId, span.from, span.to, upload],
  )
  const [one, ...more] = earlier
  return { sharedDays: shared[0]?.n ?? 0, earlierAt: more.length === 0 ? (one?.at ?? null) : null }
}

export type Publication = {
  readonly shopId: string
  readonly upload: number
  readonly span: Span
  readonly firstDay: number
  readonly lastDay: number
  readonly lines: number
  readonly hasQuantity: boolean
  readonly hasMoney: boolean
  /** What the file's money is in. A shop without sales takes it over. */
  readonly currency: string
  /** Heading of the column of colours, sizes or flavours. */
  readonly variantHeading: string | null
  /** `salesVersion` of the shop before the first of its days was settled. */
  readonly basis: number
  /** The receipt as shown, JSON. */
  readonly receipt: string
}

/**
 * The shop's sales changed between settling a file and publishing it, so its count of new lines is
 * not true any more. Nothing was written; importing the file again settles it against today's sales.
 */
export class SalesMoved extends Error {
  override readonly name = 'SalesMoved'
}

/** Changes whenever a file begins or ceases to count. */
export function* salesVersion(shopId: string): Fact<number> {
  const row = yield* first(
    build.selectFrom('shop').select('sales_version').where('id', '=', shopId),
  )
  if (!row) throw new Error(`there is no shop ${shopId}`)
  return row.sales_version
}

function* bumpSales(shopId: string): Fact<number> {
  const row = yield* first(
    build
      .updateTable('shop')
      .set((e) => ({ sales_version: e('sales_version', '+', 1) }))
      .where('id', '=', shopId)
      .returning('sales_version'),
  )
  return row?.sales_version ?? 0
}

/**
 * Makes a staged upload count. Throws `SalesMoved` when another file was published or undone since it
 * was settled: two files of one day, read side by side, must not both count the sales they share.
 */
export function* publishUpload(publication: Publication, now: number): Fact<void> {
  const { shopId, upload, basis } = publication
  if ((yield* bumpSales(shopId)) !== basis + 1) {
    throw new SalesMoved(`upload ${upload} was settled against sales that have changed since`)
  }
  if (publication.hasMoney) {
    yield* run(
      build.updateTable('shop').set({ currency: publication.currency }).where('id', '=', shopId),
    )
  }
  const published = yield* first(
    build
      .updateTable('upload')
      .set({
        state: 'live',
        first_day: publication.firstDay,
        last_day: publication.lastDay,
        lines: publication.lines,
        has_quantity: publication.hasQuantity ? 1 : 0,
        has_money: publication.hasMoney ? 1 : 0,
        variant_heading: publication.variantHeading,
        receipt: publication.receipt,
        published_at: now,
      })
      .where('shop_id', '=', shopId)
      .where('no', '=', upload)
      .where('state', '=', 'staging')
      // What the owner deleted waits for the sweep with this time; it must not come back to life.
      .where('created_at', '>', 0)
      .returning('no'),
  )
  if (!published) throw new SalesMoved(`upload ${upload} is not staged any more`)
}

/**
 * Takes a live upload out. Lines of other live uploads that stood back for it count again, so the
 * shop is exactly as if this file had never come.
 */
export function* undoUpload(shopId: string, no: number): Fact<void> {
  const undone = yield* first(
    build
      .updateTable('upload')
      .set({ state: 'undone' })
      .where('shop_id', '=', shopId)
      .where('no', '=', no)
      .where('state', '=', 'live')
      .returning(['first_day', 'last_day']),
  )
  if (!undone || undone.first_day === null || undone.last_day === null) return
  yield* bumpSales(shopId)
  yield* recount(shopId, { from: undone.first_day, to: undone.last_day })
}

/**
 * The owner's word that this file is a correction: on every day and branch it has lines for, what came
 * before it is hidden. Undoing it brings the others back.
 */
export function* replaceDays(shopId: string, no: number): Fact<void> {
  const upload = yield* readUpload(shopId, no)
  if (upload?.state !== 'live' || upload.span === null) return
  const span = { from: dayNumber(upload.span.from), to: dayNumber(upload.span.to) }
  yield* rowsOf(REPLACE_SQL, [shopId, shopId, shopId, span.from, span.to, no])
  yield* bumpSales(shopId)
  yield* recount(shopId, span)
}

const REPLACE_SQL = `
  insert into day_replacement (shop_id, day, branch, upload, n, after_no)
  select distinct shop_id, day, branch, upload,
    (select coalesce(max(n), 0) + 1 from day_replacement where shop_id = ?),
    (select max(no) from upload where shop_id = ? and state <> 'staging')
  from sale_line where shop_id = ? and day between ? and ? and upload = ?`

/**
 * Decides anew which lines of live uploads count on these days: those no replacement hides, and of
 * twins the oldest. Totals are built where something changed.
 */
function* recount(
  shopId: string,
  span: { readonly from: number; readonly to: number },
): Fact<void> {
  const days = [shopId, span.from, span.to]
  const changed = yield* rowsOf<{ upload: number; day: number }>(RECOUNT_SQL, [
    ...days,
    ...days,
    ...days,
    shopId,
  ])
  for (const [upload, rows] of Map.groupBy(changed, (row) => row.upload)) {
    for (const day of new Set(rows.map((row) => row.day))) {
      yield* buildTotals({ shopId, upload }, { from: day, to: day })
    }
  }
}

const RECOUNT_SQL = `
  with newest as materialized (
    select day, branch, upload, after_no from (
      select r.day, r.branch, r.upload, r.after_no,
        row_number() over (partition by r.day, r.branch order by r.n desc) as place
      from day_replacement r join upload u on u.shop_id = r.shop_id and u.no = r.upload
      where r.shop_id = ? and r.day between ? and ? and u.state = 'live')
    where place = 1),
  seen as (
    select l.day, l.upload, l.row,
      row_number() over (partition by l.day, l.key, l.occurrence order by l.upload, l.row) as place
    from sale_line l join upload u on u.shop_id = l.shop_id and u.no = l.upload
    left join newest w on w.day = l.day and w.branch = l.branch
    where l.shop_id = ? and l.day between ? and ? and u.state = 'live'
      and (w.upload is null or l.upload = w.upload or l.upload > w.after_no))
  update sale_line set counted = 1 - counted
  where shop_id = ? and day between ? and ?
    and upload in (select no from upload where shop_id = ? and state = 'live')
    and counted <> ((day, upload, row) in (select day, upload, row from seen where place = 1))
  returning upload, day`

/** Builds the totals of an upload's days from its counted lines. */
function* buildTotals(
  target: { readonly shopId: string; readonly upload: number },
  span: { readonly from: number; readonly to: number },
): Fact<void> {
  const bounds = [target.shopId, span.from, span.to, target.upload]
  const where = 'where shop_id = ? and day between ? and ? and upload = ?'
  yield* rowsOf(`delete from day_total ${where}`, bounds)
  yield* rowsOf(`delete from branch_day ${where}`, bounds)
  yield* rowsOf(
    `insert into day_total (shop_id, day, upload, branch, product, variant,
       lines, quantity, revenue, refund_lines, refunds)
     select shop_id, day, upload, branch, product, variant, ${SUMS_SQL}
     from sale_line ${where} and counted = 1 group by day, branch, product, variant`,
    bounds,
  )
  yield* rowsOf(
    `insert into branch_day (shop_id, day, upload, branch,
       lines, quantity, revenue, refund_lines, refunds, receipts, last_minute)
     select shop_id, day, upload, branch, ${SUMS_SQL},
       count(distinct case when refund = 0 then invoice end), max(minute)
     from sale_line ${where} and counted = 1 group by day, branch`,
    bounds,
  )
}

const SUMS_SQL = `sum(1 - refund), coalesce(sum(quantity), 0), coalesce(sum(revenue), 0),
  sum(refund), coalesce(-sum(case when refund = 1 then revenue end), 0)`

/**
 * Takes everything of a shop away: no upload counts any more from this moment, and the sweep removes
 * the lines day by day.
 */
export function* eraseSales(shopId: string): Fact<void> {
  yield* run(
    build
      .updateTable('upload')
      .set({ state: 'staging', created_at: 0, receipt: null, file_name: '' })
      .where('shop_id', '=', shopId),
  )
  yield* bumpSales(shopId)
  for (const table of [
    'alert',
    'layout_answer',
    'open_question',
    'stock_entry',
    'day_replacement',
    'label',
    'api_import',
  ] as const) {
    yield* run(build.deleteFrom(table).where('shop_id', '=', shopId))
  }
  // Message ids stay, so that a redelivery is still known; what was said in them goes.
  yield* rowsOf(
    `update inbox set arrival = '{}' where state <> 'pending' and mailbox in (
       select person_id from member where shop_id = ?)`,
    [shopId],
  )
  yield* rowsOf(
    `delete from outbox where shop_id = ?
       and state in ('sent', 'delivered', 'read', 'failed', 'held')`,
    [shopId],
  )
}

/** The live upload with exactly these bytes, if any. */
export function* liveTwin(shopId: string, sha256: string): Fact<Upload | null> {
  const row = yield* first(
    build
      .selectFrom('upload')
      .selectAll()
      .where('shop_id', '=', shopId)
      .where('sha256', '=', sha256)
      .where('state', '=', 'live')
      .orderBy('no')
      .limit(1),
  )
  return row ? uploadFrom(row) : null
}

/** Uploads that count or once counted, newest first. */
export function* listUploads(shopId: string, limit: number): Fact<readonly Upload[]> {
  const rows = yield* all(
    build
      .selectFrom('upload')
      .selectAll()
      .where('shop_id', '=', shopId)
      .where('state', '!=', 'staging')
      .orderBy('no', 'desc')
      .limit(limit),
  )
  return rows.map(uploadFrom)
}

/** Uploads of this source that count. */
export function* liveFrom(shopId: string, source: string): Fact<readonly number[]> {
  const rows = yield* all(
    build
      .selectFrom('upload')
      .select('no')
      .where('shop_id', '=', shopId)
      .where('source', '=', source)
      .where('state', '=', 'live'),
  )
  return rows.map((row) => row.no)
}

export function* readUpload(shopId: string, no: number): Fact<Upload | null> {
  const row = yield* first(
    build
      .selectFrom('upload')
      .selectAll()
      .where('shop_id', '=', shopId)
      .where('no', '=', no)
      .where('state', '!=', 'staging'),
  )
  return row ? uploadFrom(row) : null
}

export function* skippedRows(
  shopId: string,
  upload: number,
  limit: number,
): Fact<readonly SkippedRow[]> {
  const rows = yield* all(
    build
      .selectFrom('skipped_row')
      .select(['row', 'column', 'value', 'reason', 'text'])
      .where('shop_id', '=', shopId)
      .where('upload', '=', upload)
      .orderBy('row')
      .limit(limit),
  )
  // Written by stageSkipped above.
  return rows.map((row) => ({ ...row, reason: row.reason as ProblemReason }))
}

/** Answers this shop gave before about files of this layout. */
export function* layoutAnswers(
  shopId: string,
  fingerprint: string,
): Fact<Readonly<Record<string, string>>> {
  const rows = yield* all(
    build
      .selectFrom('layout_answer')
      .select(['kind', 'answer'])
      .where('shop_id', '=', shopId)
      .where('fingerprint', '=', fingerprint),
  )
  return Object.fromEntries(rows.map((row) => [row.kind, row.answer]))
}

/**
 * Removes one day's lines of an import that never ended (a crash), day after day and at last the upload
 * itself; false when nothing is left to remove. By day, because the key leads there directly.
 */
export function* sweepStaging(before: number): Fact<boolean> {
  const stale = yield* first(
    build
      .selectFrom('upload')
      .select(['shop_id', 'no', 'first_day', 'last_day'])
      .where('state', '=', 'staging')
      .where('created_at', '<', before)
      .limit(1),
  )
  if (!stale) return false
  const { first_day: day, last_day: last } = stale
  const isDone = day === null || last === null || day > last
  for (const table of ['sale_line', 'day_total', 'branch_day'] as const) {
    if (isDone) continue
    yield* run(
      build
        .deleteFrom(table)
        .where('shop_id', '=', stale.shop_id)
        .where('day', '=', day)
        .where('upload', '=', stale.no),
    )
  }
  if (!isDone) {
    yield* run(
      build
        .updateTable('upload')
        .set({ first_day: day + 1 })
        .where('shop_id', '=', stale.shop_id)
        .where('no', '=', stale.no),
    )
    return true
  }
  yield* run(
    build
      .deleteFrom('skipped_row')
      .where('shop_id', '=', stale.shop_id)
      .where('upload', '=', stale.no),
  )
  yield* run(
    build.deleteFrom('upload').where('shop_id', '=', stale.shop_id).where('no', '=', stale.no),
  )
  return true
}

const dayOrNull = (days: number | null): Day | null => (days === null ? null : dayFromNumber(days))

const uploadFrom = (row: {
  no: number
  state: UploadState
  file_name: string
  sha256: string
  lines: number
  first_day: number | null
  last_day: number | null
  receipt: string | null
  created_at: number
}): Upload => {
  const from = dayOrNull(row.first_day)
  const to = dayOrNull(row.last_day)
  return {
    no: row.no,
    state: row.state,
    fileName: row.file_name,
    sha256: row.sha256,
    lines: row.lines,
    span: from && to ? { from, to } : null,
    receipt: row.receipt,
    createdAt: row.created_at,
  }
}

/** Every word of the shop's products and branches, lower case: never a slip of the pen. */
export function* nameWords(shopId: string): Fact<ReadonlySet<string>> {
  const rows = yield* all(
    build
      .selectFrom('label')
      .select('key')
      .where('shop_id', '=', shopId)
      .where('kind', 'in', ['product', 'branch']),
  )
  return new Set(rows.flatMap((row) => row.key.split(' ')))
}
