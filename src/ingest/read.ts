import type { Blame } from './amounts.ts'
import { onlyFile } from './archive.ts'
import { contentKind } from './content.ts'
import { decode } from './decode.ts'
import { findDialect } from './dialect.ts'
import { problemLine, rowReader, takenBack, totalLine } from './lines.ts'
import type { Line, Opened, ReadHints, RefusalReason } from './reading.ts'
import { reconciled } from './reconcile.ts'
import { cellAt, type SourceText, type Table, tableOf } from './table.ts'
import { lineTally, type Tally } from './tally.ts'
import { asideRecogniser } from './total-rows.ts'
import { understand } from './understand.ts'
import { openWorkbook } from './workbook.ts'

/**
 * Opens a sales file that is text: how it is written, what its columns mean, every column judged on
 * all its rows. Comes to a plan for `linesOf`, one question for the owner, or a refusal with its
 * reason. Never throws on what a file holds.
 */
export const openFile = (bytes: Uint8Array, hints: ReadHints): Opened =>
  reconciled(openText(bytes, hints), hints)

const openText = (bytes: Uint8Array, hints: ReadHints): Opened => {
  if (bytes.length > BYTES_MAX) return refused('too-big', `${bytes.length} bytes`)
  const kind = contentKind(bytes)
  if (kind !== 'text') return refused(kind, hints.fileName ?? '')
  const { table, delimiter, encoding } = decodedTable(bytes)
  if (table === 'empty') return refused('empty', '')
  if (table === null) return refused('too-big', 'rows')
  return understand(table, { kind: 'csv', encoding, delimiter, sheet: null, hints })
}

/**
 * The decoded text is as large as the file and wanted no more once it is taken apart: a few rows are
 * shown later, and where each byte is a letter they are decoded again from the bytes.
 */
const decodedTable = (bytes: Uint8Array) => {
  const { text, encoding } = decode(bytes)
  if (text.trim() === '') return { table: 'empty', delimiter: '', encoding } as const
  const { table, delimiter } = tableIn(text)
  const isAscii = encoding === 'utf-8' && text.length === bytes.length
  // What was unwrapped from quotes lies elsewhere than in the file.
  if (table === null || table.text !== text || !isAscii) return { table, delimiter, encoding }
  return { table: { ...table, text: asciiText(bytes) }, delimiter, encoding }
}

const asciiText = (bytes: Uint8Array): SourceText => ({
  slice: (from, to) => String.fromCharCode(...bytes.subarray(from, to)),
})

/**
 * Opens whatever an owner sends: text at once, workbooks and tables in web pages through their own
 * reader, and a zip when it holds exactly one of these. Promises, because unpacking takes turns.
 */
export const openAny = (bytes: Uint8Array, hints: ReadHints): Promise<Opened> => {
  if (bytes.length > BYTES_MAX) return Promise.resolve(openFile(bytes, hints))
  const kind = contentKind(bytes)
  if (kind === 'spreadsheet' || kind === 'html-page') return openBook(ownBytes(bytes), hints)
  if (kind !== 'archive') return Promise.resolve(openFile(bytes, hints))
  return onlyFile(ownBytes(bytes)).then((inner) => {
    if ('outcome' in inner) return inner
    const own = { ...hints, fileName: inner.name }
    return inner.kind === 'text' ? openFile(inner.bytes, own) : openBook(inner.bytes, own)
  })
}

const openBook = (bytes: Uint8Array, hints: ReadHints): Promise<Opened> =>
  openWorkbook(bytes, hints).then((opened) => reconciled(opened, hints))

/** Unpacking wants memory that no other thread shares. */
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

/** The table a text holds, under the dialect that fits it best; null when it is beyond the limits. */
export const tableIn = (text: string): Taken => unwrapped(takenApart(text))

type Taken = { readonly table: Table | null; readonly delimiter: string }

const takenApart = (text: string): Taken => {
  const dialect = findDialect(text)
  return { table: tableOf(text, dialect), delimiter: dialect.delimiter }
}

/**
 * A CSV opened and saved in the wrong program has every line in quotes as one cell: what is inside
 * is the file that was meant.
 */
const unwrapped = (taken: Taken): Taken => {
  const outer = taken.table
  if (outer === null || outer.columns.length !== 1) return taken
  const lines = Array.from({ length: outer.rows }, (_, row) => cellAt(outer, row, 0))
  const inner = takenApart(lines.join('\n'))
  const isTable = inner.table !== null && inner.table.columns.length > 1
  if (!isTable || inner.table.rows !== outer.rows) return taken
  return { ...inner, table: { ...inner.table, lines: outer.lines } }
}

/** WhatsApp carries documents of at most 100 MB. */
const BYTES_MAX = 100 * 1024 * 1024

const refused = (reason: RefusalReason, detail: string): Opened => ({
  outcome: 'refused',
  reason,
  detail,
})

/**
 * Second pass: every row below the heading becomes a sale, a problem, or a recognised total, repeated
 * heading or line of a summary further down, in the file's order. Equal rows are equal sales.
 */
export function* linesOf(opened: Extract<Opened, { outcome: 'sales' }>): Generator<Line> {
  const { plan } = opened
  const outcomeOf = rowReader(plan)
  const asideOf = asideRecogniser(plan)
  for (let row = plan.headerRow + 1; row < plan.table.rows; row++) {
    const outcome = outcomeOf(row)
    const aside = asideOf(row, outcome)
    if (aside === 'total') yield totalLine(plan.table, row)
    else if (aside === 'foreign') yield problemLine(plan, row, FOREIGN)
    else if ('sale' in outcome) {
      yield { kind: 'sale', sale: aside === 'returned' ? takenBack(outcome.sale) : outcome.sale }
    } else yield problemLine(plan, row, outcome)
  }
}

/** A line of a second list in the file: counted by nobody, shown to the owner. */
const FOREIGN: Blame = { reason: 'broken-line', column: null }

/** Adds up a reading. Money in minor units, quantities in thousandths, refunds as a positive sum. */
export const tallyLines = (lines: Iterable<Line>): Tally => {
  const tally = lineTally()
  for (const line of lines) tally.add(line)
  return tally.result()
}
