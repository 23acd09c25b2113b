import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Batch } from '../ingest/pack.ts'
import type {
  ProblemReason,
  Question,
  ReadHints,
  RowProblem,
  StockLevel,
} from '../ingest/reading.ts'
import type { Receipt } from '../replies/receipt.ts'
import type { FileRefusal } from '../replies/refused.ts'
import { dayNumber, tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Target } from '../store/pages.ts'
import type { Overlap } from '../store/settling.ts'
import type { LabelKind } from '../store/tables.ts'
import type { Publication, Upload } from '../store/uploads.ts'
import { type Settler, startSettling } from './settler.ts'
import type { FileRead } from './tasks.ts'
import type { World } from './world.ts'

/** A file on its way in, whoever brought it. */
export type IncomingFile = {
  readonly shop: Shop
  /** What brought it, kept with the upload: `inbox:12`, `watch:penjualan.csv`. */
  readonly source: string
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Answers of this very moment; those of before are kept by layout. */
  readonly answers: Readonly<Record<string, string>>
  /** A corrected file: on its days and branches only its own lines count from then on. */
  readonly replaces?: boolean
  /** SHA-256 of the bytes, hex, when it is known already. */
  readonly sha256?: string
  /** Told now and then how many lines are read. */
  readonly onLinesRead?: (lines: number) => void
}

/** What importing works with: the part of the world that the command line has too. */
export type ImportWorld = Pick<World, 'store' | 'pool' | 'now' | 'newId' | 'passing' | 'metrics'>

/** WhatsApp hands over no larger file, so neither way in takes one. */
export const FILE_BYTES_MAX = 100 * 1024 * 1024

export type Imported =
  /** Staged and ready; it counts once `publication` is stored. */
  | {
      readonly kind: 'ready'
      readonly publication: Publication
      readonly receipt: Receipt
      /** The file's layout: what answers are kept under. */
      readonly fingerprint: string
    }
  /** Exactly these bytes count already. */
  | { readonly kind: 'same'; readonly upload: Upload }
  | {
      readonly kind: 'question'
      readonly question: Question
      readonly fingerprint: string
    }
  /** Goods on hand, never sales. */
  | {
      readonly kind: 'stock'
      readonly fingerprint: string
      readonly levels: readonly StockLevel[]
      readonly problems: readonly RowProblem[]
    }
  | { readonly kind: 'refused'; readonly reason: FileRefusal; readonly detail: string }
  /** A sales file by its headings, without one readable line. */
  | { readonly kind: 'nothing'; readonly receipt: Receipt }

/** Names entered in one commit; p99 of an acknowledgement beside an import stays in the tens of milliseconds. */
const COMMIT_LABELS = 500
/** Skipped rows kept for showing; their counts are complete all the same. */
export const SKIPPED_KEPT_MAX = 1000

/**
 * The one way in for files: reads beside the main thread, stages invisibly, and returns what is to be
 * published together with the answer. The same bytes again add nothing; lines that another file has
 * brought already are kept but not counted. A crash leaves staged lines nobody sees; they are swept.
 */
export const importFile = async (world: ImportWorld, file: IncomingFile): Promise<Imported> => {
  const begunAt = world.now()
  const imported = await readAndStage(world, file)
  const lines = imported.kind === 'ready' ? imported.receipt.newLines : 0
  world.metrics.imported(imported.kind, lines, (world.now() - begunAt) / 1000)
  return imported
}

const readAndStage = async (world: ImportWorld, file: IncomingFile): Promise<Imported> => {
  const sha256 = file.sha256 ?? (await sha256Of(file.bytes))
  const twin = await world.store.liveTwin(file.shop.id, sha256)
  if (twin) return { kind: 'same', upload: twin }
  const upload = await world.store.beginUpload({
    shopId: file.shop.id,
    source: file.source,
    fileName: file.fileName,
    sha256,
  })
  world.passing('upload begun')
  const target = { shopId: file.shop.id, upload }
  const settler = await startSettling(world, target)
  const read = await readWithAnswers(world, file, stager({ world, target, settler }))
  if (read.outcome === 'refused')
    return { kind: 'refused', reason: read.reason, detail: read.detail }
  if (read.outcome === 'stock') {
    const { levels, problems, understanding } = read
    return { kind: 'stock', fingerprint: understanding.fingerprint, levels, problems }
  }
  if (read.outcome === 'question') {
    return {
      kind: 'question',
      question: read.question,
      fingerprint: read.understanding.fingerprint,
    }
  }
  const { span, ...totals } = read.tally.totals
  if (span === null) {
    return { kind: 'nothing', receipt: receiptOf(file.fileName, upload, read, 0) }
  }
  const { newLines, basis } = await settler.finish()
  // After `basis` was read: what changes from here on is found out when the file is published.
  const known = await world.store.coverage(file.shop.id)
  // Two currencies in one sum would be silently wrong money.
  if (known?.hasMoney && totals.revenue !== null && read.currency !== file.shop.currency) {
    return { kind: 'refused', reason: 'other-currency', detail: read.currency }
  }
  const days = { from: dayNumber(span.from), to: dayNumber(span.to) }
  const overlap = known === null ? NO_OVERLAP : await world.store.overlapOf(target, days)
  const typed = await world.store.typedBeside(target, days)
  world.passing('upload settled')
  const receipt = { ...receiptOf(file.fileName, upload, read, newLines), ...overlap, typed }
  return {
    kind: 'ready',
    receipt,
    fingerprint: read.understanding.fingerprint,
    publication: {
      ...target,
      span,
      firstDay: days.from,
      lastDay: days.to,
      lines: totals.rows.accepted,
      hasQuantity: totals.quantity !== null,
      hasMoney: totals.revenue !== null,
      currency: read.currency,
      variantHeading: read.understanding.columns.variant ?? null,
      basis,
      receipt: JSON.stringify(receipt),
    },
  }
}

/** Hashed at a time: some 5 ms, then others have their turn. */
const HASHED_BYTES = 4 * 1024 * 1024

/** SHA-256 of a file, hex, without holding anybody up: 100 MB at once take 130 ms. */
export const sha256Of = async (bytes: Uint8Array): Promise<string> => {
  const hash = createHash('sha256')
  for (let from = 0; from < bytes.length; from += HASHED_BYTES) {
    hash.update(bytes.subarray(from, from + HASHED_BYTES))
    await nextTurn()
  }
  return hash.digest('hex')
}

/** A shop's first file stands beside nothing. */
const NO_OVERLAP: Overlap = { sharedDays: 0, earlierAt: null }

/** Reads the file; a question this shop has answered for this layout before is not asked again. */
const readWithAnswers = async (
  world: ImportWorld,
  file: IncomingFile,
  onBatch: (batch: Batch) => Promise<void>,
): Promise<FileRead> => {
  const { shop } = file
  const hints: ReadHints = {
    fileName: file.fileName,
    language: shop.language,
    currency: shop.currency,
    today: tradingDay(world.now(), shop.timeZone, shop.closingHour),
    answers: file.answers,
  }
  const listener = { onBatch, ...(file.onLinesRead && { onLinesRead: file.onLinesRead }) }
  const read = await world.pool.readFile(file.bytes, hints, listener)
  if (read.outcome !== 'question') return read
  const before = await world.store.layoutAnswers(shop.id, read.understanding.fingerprint)
  if (before[read.question.kind] === undefined) return read
  const answers = { ...before, ...file.answers }
  return world.pool.readFile(file.bytes, { ...hints, answers }, listener)
}

/** Stores batches: the file's own numbering of names becomes the shop's, then lines in small commits. */
export const stager = ({
  world,
  target,
  settler,
}: {
  readonly world: ImportWorld
  readonly target: Target
  readonly settler: Settler
}): ((batch: Batch) => Promise<void>) => {
  const ids: Record<LabelKind, number[]> = {
    product: [0],
    variant: [0],
    category: [0],
    branch: [0],
  }
  let skippedKept = 0
  const numbered = (kind: LabelKind, indexes: Uint32Array): Uint32Array =>
    indexes.map((index) => ids[kind][index] ?? 0)
  return async (batch) => {
    for (let from = 0; from < batch.labels.length; from += COMMIT_LABELS) {
      const part = batch.labels.slice(from, from + COMMIT_LABELS)
      for (const { kind, index, id } of await world.store.addLabels(target.shopId, part)) {
        ids[kind][index] = id
      }
      await nextTurn()
    }
    const skipped = batch.problems.slice(0, SKIPPED_KEPT_MAX - skippedKept)
    skippedKept += skipped.length
    if (skipped.length > 0) await world.store.stageSkipped(target, skipped)
    const numberedLines = {
      ...batch,
      products: numbered('product', batch.products),
      variants: numbered('variant', batch.variants),
      categories: numbered('category', batch.categories),
      branches: numbered('branch', batch.branches),
    }
    await world.store.stageLines(target, numberedLines)
    await nextTurn()
    await settler.staged(batch)
    world.passing('batch staged')
  }
}

/** What an upload brought in, for showing now and later. */
export const receiptOf = (
  fileName: string,
  upload: number,
  read: Pick<Extract<FileRead, { outcome: 'sales' }>, 'tally' | 'currency'>,
  newLines: number,
): Receipt => {
  const { totals, skippedByReason } = read.tally
  return {
    uploadId: String(upload),
    fileName,
    span: totals.span,
    lines: totals.rows.accepted,
    newLines,
    knownLines: totals.rows.accepted - newLines,
    ...NO_OVERLAP,
    revenue: totals.revenue,
    gross: totals.gross,
    refunds: totals.refunds,
    refundLines: totals.refundLines,
    quantity: totals.quantity,
    branches: totals.branches,
    products: totals.products,
    skipped: Object.entries(skippedByReason).map(([reason, count]) => ({
      // The keys of a record of reasons.
      reason: reason as ProblemReason,
      count,
    })),
    totalRows: totals.rows.totals,
    currency: read.currency,
    hasQuantity: totals.quantity !== null,
    hasMoney: totals.revenue !== null,
  }
}
