import { type Day, dayNumber } from '../sales/day.ts'
import { nameKey } from '../sales/names.ts'
import type { Sale } from '../sales/sale.ts'
import { hash53, hashNumbers } from './hash.ts'
import type { Line, RowProblem, TotalRow } from './reading.ts'
import { twinCounter } from './twins.ts'

type LabelKind = 'product' | 'variant' | 'category' | 'branch'

/** A name met for the first time: `index` counts from 1 within its kind. */
type Label = { readonly kind: LabelKind; readonly index: number; readonly text: string }

/**
 * Sales as columns, one entry a sale, ready to be handed to another thread and loaded in bulk.
 * Indices into labels count from 1; 0 is none.
 */
export type Batch = {
  /** Lines of the file, from 1. */
  readonly rows: Uint32Array
  /** Days since 1970-01-01. */
  readonly days: Int32Array
  /** Minutes since midnight, -1 for none. */
  readonly minutes: Int16Array
  readonly products: Uint32Array
  readonly variants: Uint32Array
  readonly categories: Uint32Array
  readonly branches: Uint32Array
  /** Thousandths, NaN for none. */
  readonly quantities: Float64Array
  /** Minor units, NaN for none. */
  readonly revenues: Float64Array
  /** 1 for a refund. */
  readonly refunds: Uint8Array
  readonly invoices: (string | null)[]
  /** 53-bit hash of what the sale is, whatever file or format it came in. */
  readonly keys: Float64Array
  /** How many sales with the same key came before in the file: 0 for the first. */
  readonly occurrences: Uint32Array
  /** Names new since the batch before. */
  readonly labels: readonly Label[]
  readonly problems: readonly RowProblem[]
  readonly totals: readonly TotalRow[]
}

/**
 * Packs a reading into batches of at most `batchRows` lines (sales, problems and totals together).
 * Equal sales get equal keys and rising occurrence numbers, so that the same file adds nothing twice
 * while genuine twins stay.
 */
export function* packLines(lines: Iterable<Line>, batchRows: number): Generator<Batch> {
  const packer = { labels: labelBook(), seenBefore: twinCounter(), dayNumberOf: dayNumbers() }
  let pending: Line[] = []
  for (const line of lines) {
    pending.push(line)
    if (pending.length < batchRows) continue
    yield batchOf(pending, packer)
    pending = []
  }
  if (pending.length > 0) yield batchOf(pending, packer)
}

/** What the batches of one file share. */
type Packer = {
  readonly labels: LabelBook
  readonly seenBefore: (key: number) => number
  readonly dayNumberOf: (day: Day) => number
}

/** Ten thousand lines share a day: its number is worked out once. */
const dayNumbers = (): ((day: Day) => number) => {
  const numbers = new Map<Day, number>()
  return (day) => {
    const known = numbers.get(day) ?? dayNumber(day)
    numbers.set(day, known)
    return known
  }
}

const batchOf = (lines: readonly Line[], packer: Packer): Batch => {
  const sales = lines.flatMap((line) => (line.kind === 'sale' ? [line.sale] : []))
  const batch = emptyBatch(sales.length)
  sales.forEach((sale, i) => {
    fill(batch, i, { sale, packer })
  })
  return {
    ...batch,
    invoices: sales.map((sale) => sale.invoice),
    labels: packer.labels.takeNew(),
    problems: lines.flatMap((line) => (line.kind === 'problem' ? [line.problem] : [])),
    totals: lines.flatMap((line) => (line.kind === 'total' ? [line.total] : [])),
  }
}

type Named = Readonly<Record<LabelKind, LabelEntry>>

const fill = (
  batch: ReturnType<typeof emptyBatch>,
  i: number,
  { sale, packer }: { readonly sale: Sale; readonly packer: Packer },
): void => {
  const { labels } = packer
  const named: Named = {
    product: labels.entry('product', sale.product),
    variant: labels.entry('variant', sale.variant),
    category: labels.entry('category', sale.category),
    branch: labels.entry('branch', sale.branch),
  }
  const day = packer.dayNumberOf(sale.day)
  const key = contentKey(sale, named, day)
  batch.rows[i] = sale.row
  batch.days[i] = day
  batch.minutes[i] = sale.minute ?? -1
  batch.products[i] = named.product.index
  batch.variants[i] = named.variant.index
  batch.categories[i] = named.category.index
  batch.branches[i] = named.branch.index
  batch.quantities[i] = sale.quantity ?? Number.NaN
  batch.revenues[i] = sale.revenue ?? Number.NaN
  batch.refunds[i] = sale.kind === 'refund' ? 1 : 0
  batch.keys[i] = key
  batch.occurrences[i] = packer.seenBefore(key)
}

const emptyBatch = (size: number) => ({
  rows: new Uint32Array(size),
  days: new Int32Array(size),
  minutes: new Int16Array(size),
  products: new Uint32Array(size),
  variants: new Uint32Array(size),
  categories: new Uint32Array(size),
  branches: new Uint32Array(size),
  quantities: new Float64Array(size),
  revenues: new Float64Array(size),
  refunds: new Uint8Array(size),
  keys: new Float64Array(size),
  occurrences: new Uint32Array(size),
})

/** Hash of the normalised values, so that another encoding, order of columns or format changes nothing. */
const contentKey = (sale: Sale, named: Named, day: number): number =>
  hashNumbers([
    day,
    sale.minute,
    named.branch.hash,
    named.product.hash,
    named.variant.hash,
    sale.invoice === null ? null : hash53(sale.invoice),
    sale.quantity,
    sale.revenue,
  ])

type LabelEntry = { readonly index: number; readonly hash: number | null }
type LabelBook = {
  readonly entry: (kind: LabelKind, text: string | null) => LabelEntry
  readonly takeNew: () => Label[]
}

const NO_LABEL: LabelEntry = { index: 0, hash: null }

type KindBook = {
  readonly bySpelling: Map<string, LabelEntry>
  readonly byKey: Map<string, LabelEntry>
}

const kindBook = (): KindBook => ({ bySpelling: new Map(), byKey: new Map() })

/** Names with one key share an index; the first spelling wins. */
const labelBook = (): LabelBook => {
  const books: Readonly<Record<LabelKind, KindBook>> = {
    product: kindBook(),
    variant: kindBook(),
    category: kindBook(),
    branch: kindBook(),
  }
  let fresh: Label[] = []
  const enter = (kind: LabelKind, text: string): LabelEntry => {
    const { bySpelling, byKey } = books[kind]
    const key = nameKey(text)
    const known = byKey.get(key)
    const entry = known ?? { index: byKey.size + 1, hash: hash53(key) }
    if (!known) fresh.push({ kind, index: entry.index, text })
    byKey.set(key, entry)
    bySpelling.set(text, entry)
    return entry
  }
  return {
    entry: (kind, text) =>
      text === null || text === ''
        ? NO_LABEL
        : (books[kind].bySpelling.get(text) ?? enter(kind, text)),
    takeNew: () => {
      const taken = fresh
      fresh = []
      return taken
    },
  }
}
