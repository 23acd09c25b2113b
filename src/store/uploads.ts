import type { ProblemReason, RowProblem } from '../ingest/reading.ts'
import { type Day, dayFromNumber, dayNumber, type Span } from '../sales/day.ts'
import { nameKey } from '../sales/names.ts'
import { TYPED_SOURCE } from '../sales/told-sale.ts'
import { forgetBlocks, unroll } from './blocks.ts'
import { all, build, type Fact, first, rowsOf, run, tell } from './engine.ts'
import { branchesOf, type DaySpan, type Target } from './pages.ts'
import { recount, typedDays } from './settling.ts'
import type { LabelKind, UploadState } from './tables.ts'

/** A file on its way in. `source` is what brought it (an inbox message, a watched file). */
export type NewUpload = {
  readonly shopId: string
  readonly source: string
  readonly fileName: string
  readonly sha256: string
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
  /** Told by hand: no file, and its name is what was said. */
  readonly isTyped: boolean
}

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
  // Two files of one shop, read side by side, must not give one number to two names.
  yield* tell('select id from shop where id = ? for update', [shopId])
  for (const label of labels) {
    const key = nameKey(label.text)
    yield* tell(
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

export function* stageSkipped(target: Target, rows: readonly SkippedRow[]): Fact<void> {
  for (const row of rows) {
    yield* run(
      build
        .insertInto('skipped_row')
        .values({ shop_id: target.shopId, upload: target.upload, ...row })
        .onConflict((c) => c.doNothing()),
    )
  }
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
  /** Told by hand: it never takes the place of what was told before. */
  readonly isTyped?: boolean
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

/** The sales of these days change, null: all of them; what was added up of them is not true any more. */
function* bumpSales(shopId: string, days: DaySpan | null): Fact<number> {
  yield* days === null ? forgetBlocks(shopId) : unroll(shopId, days)
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
  const span = { from: publication.firstDay, to: publication.lastDay }
  if ((yield* bumpSales(shopId, span)) !== basis + 1) {
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
  // What was typed before this file came may be in it too: those lines stand back for the file's.
  for (const day of publication.isTyped ? [] : yield* typedDays(shopId, span)) {
    yield* recount(shopId, { from: day, to: day })
  }
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
  const span = { from: undone.first_day, to: undone.last_day }
  yield* bumpSales(shopId, span)
  yield* recount(shopId, span)
}

/**
 * The owner's word that this file is a correction: on every day and branch it has lines for, what came
 * before it is hidden. Undoing it brings the others back.
 */
export function* replaceDays(shopId: string, no: number): Fact<void> {
  const upload = yield* readUpload(shopId, no)
  if (upload?.state !== 'live' || upload.span === null) return
  const span = { from: dayNumber(upload.span.from), to: dayNumber(upload.span.to) }
  const [next] = yield* rowsOf<{ n: number; afterNo: number }>(
    `select (select coalesce(max(n), 0) + 1 from day_replacement where shop_id = ?) as n,
       (select max(no) from upload where shop_id = ? and state <> 'staging') as afterNo`,
    [shopId, shopId],
  )
  for (const { day, branch } of yield* branchesOf({ shopId, upload: no }, span)) {
    yield* tell(
      `insert into day_replacement (shop_id, day, branch, upload, n, after_no)
       values (?, ?, ?, ?, ?, ?)`,
      [shopId, day, branch, no, next?.n, next?.afterNo],
    )
  }
  yield* bumpSales(shopId, span)
  yield* recount(shopId, span)
}

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
  yield* bumpSales(shopId, null)
  for (const table of [
    'alert',
    'bell',
    'layout_answer',
    'open_question',
    'stock_entry',
    'day_replacement',
    'label',
    'api_import',
    'told_day',
    'told_sale',
    'shown',
    'forecast_said',
  ] as const) {
    yield* run(build.deleteFrom(table).where('shop_id', '=', shopId))
  }
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

/** The same without sales told by hand, which are no files. */
export function* listFiles(shopId: string, limit: number): Fact<readonly Upload[]> {
  const rows = yield* all(
    build
      .selectFrom('upload')
      .selectAll()
      .where('shop_id', '=', shopId)
      .where('state', '!=', 'staging')
      .where('source', 'not like', `${TYPED_SOURCE}%`)
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
  for (const table of ['sale_page', 'day_total', 'branch_day'] as const) {
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
  source: string
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
    isTyped: row.source.startsWith(TYPED_SOURCE),
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
