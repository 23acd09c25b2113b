import { type Day, dayNumber } from '../sales/day.ts'
import { nameKey } from '../sales/names.ts'
import type { Sale } from '../sales/sale.ts'
import { type DayLines, dayShelves, NO_LINES } from './day-shelves.ts'
import { hash53, hashNumbers } from './hash.ts'
import type { Line, RowProblem, TotalRow } from './reading.ts'
import { twinCounters } from './twins.ts'

type LabelKind = 'product' | 'variant' | 'category' | 'branch'

/** A name met for the first time: `index` counts from 1 within its kind. */
type Label = { readonly kind: LabelKind; readonly index: number; readonly text: string }

/** Sales of a file ready for another thread, with what else the file has shown since the last batch. */
export type Batch = DayLines & {
  /** Names new since the batch before. */
  readonly labels: readonly Label[]
  readonly problems: readonly RowProblem[]
  readonly totals: readonly TotalRow[]
}

/**
 * Packs a reading into batches of at most `batchRows` sales. Sales of one day lie together, a batch
 * of a busy day holds nothing else: what is stored and counted by day is then handed over by day.
 * Within a day they keep the file's order. Equal sales get equal keys and rising occurrence numbers,
 * so that the same file adds nothing twice while genuine twins stay.
 */
export function* packLines(lines: Iterable<Line>, batchRows: number): Generator<Batch> {
  const packer = { labels: labelBook(), seenBefore: twinCounters(), invoiceHash: invoiceHashes() }
  const dayNumberOf = dayNumbers()
  const shelves = dayShelves(batchRows)
  let aside = noAside()
  const handOver = (batch: DayLines): Batch => {
    const { problems, totals } = aside
    aside = noAside()
    return { ...batch, labels: packer.labels.takeNew(), problems, totals }
  }
  for (const line of lines) {
    if (line.kind === 'sale') {
      const { sale } = line
      const day = dayNumberOf(sale.day)
      fill(shelves.room(day), sale, packer)
      for (const each of shelves.added(day)) yield handOver(each)
    } else if (setAside(aside, line) === batchRows) yield handOver(NO_LINES)
  }
  for (const each of shelves.rest()) yield handOver(each)
  if (aside.problems.length + aside.totals.length > 0) yield handOver(NO_LINES)
}

type Aside = { readonly problems: RowProblem[]; readonly totals: TotalRow[] }

const noAside = (): Aside => ({ problems: [], totals: [] })

/** Keeps what is no sale for the next batch; returns how many wait. */
const setAside = ({ problems, totals }: Aside, line: Exclude<Line, { kind: 'sale' }>): number => {
  if (line.kind === 'problem') problems.push(line.problem)
  else totals.push(line.total)
  return problems.length + totals.length
}

/** What the batches of one file share. */
type Packer = {
  readonly labels: LabelBook
  /** How many of this day's sales with the key came before; the key holds the day. */
  readonly seenBefore: (day: number, key: number) => number
  readonly invoiceHash: (invoice: string | null) => number | null
}

/** Lines of one receipt stand together: each number is hashed once. */
const invoiceHashes = (): Packer['invoiceHash'] => {
  let [last, hash] = ['', hash53('')]
  return (invoice) => {
    if (invoice === null) return null
    if (invoice !== last) {
      last = invoice
      hash = hash53(invoice)
    }
    return hash
  }
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

type Named = Readonly<Record<LabelKind, LabelEntry>>

const fill = (
  { columns, lines: i, day }: ReturnType<ReturnType<typeof dayShelves>['room']>,
  sale: Sale,
  { labels, invoiceHash, seenBefore }: Packer,
): void => {
  const named: Named = {
    product: labels.entry('product', sale.product),
    variant: labels.entry('variant', sale.variant),
    category: labels.entry('category', sale.category),
    branch: labels.entry('branch', sale.branch),
  }
  // Of the normalised values, so that another encoding, order of columns or format changes nothing.
  const key = hashNumbers([
    day,
    sale.minute,
    named.branch.hash,
    named.product.hash,
    named.variant.hash,
    invoiceHash(sale.invoice),
    sale.quantity,
    sale.revenue,
  ])
  columns.rows[i] = sale.row
  columns.minutes[i] = sale.minute ?? -1
  columns.products[i] = named.product.index
  columns.variants[i] = named.variant.index
  columns.categories[i] = named.category.index
  columns.branches[i] = named.branch.index
  columns.quantities[i] = sale.quantity ?? Number.NaN
  columns.revenues[i] = sale.revenue ?? Number.NaN
  columns.refunds[i] = sale.kind === 'refund' ? 1 : 0
  columns.keys[i] = key
  columns.occurrences[i] = seenBefore(day, key)
  columns.invoices[i] = columns.receiptPlace(sale.invoice)
}

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
