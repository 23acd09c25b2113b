import { parse } from 'csv-parse/sync'

/** How a delimited file is written. */
export type Dialect = {
  readonly delimiter: string
  /** What encloses a cell that holds delimiters or line breaks. */
  readonly quote: '"' | "'"
  /** A backslash where the file writes `\"` inside such a cell; null where it doubles the quote. */
  readonly escapedBy: '\\' | null
  /** Where the table's text begins, behind an Excel `sep=` line. */
  readonly start: number
}

/** Where one record lies, and whether its quotes open and close as they should. */
export type RawRecord = {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly quoted: 'no' | 'well' | 'badly'
}

/** Records taken together, so that csv-parse starts once for many quoted ones. */
export type Chunk = { readonly text: string; readonly records: readonly RawRecord[] }

export const CHUNK_RECORDS = 4096

/**
 * Cuts text into records. Lines without a quote are cut at the delimiter; records with quotes go
 * through csv-parse. A quote that never closes properly spoils its own cell only: it is then read as
 * a plain character.
 */
function* chunks(text: string, dialect: Dialect): Generator<Chunk> {
  let records: RawRecord[] = []
  for (const record of rawRecords(text, dialect)) {
    records.push(record)
    if (records.length === CHUNK_RECORDS) {
      yield { text, records }
      records = []
    }
  }
  if (records.length > 0) yield { text, records }
}

/** The cells of each record of a chunk, as written. */
export const cellsOfChunk = ({ text, records }: Chunk, dialect: Dialect): string[][] => {
  const textOf = (record: RawRecord) => text.slice(record.start, record.end)
  const quoted = records.filter((record) => record.quoted === 'well')
  const parsed = parseQuoted(quoted.map(textOf), dialect)
  let next = 0
  return records.map((record) => {
    if (record.quoted === 'no') return textOf(record).split(dialect.delimiter)
    const known = record.quoted === 'well' ? parsed[next++] : undefined
    return known ?? looseCells(textOf(record), dialect)
  })
}

/** The cells of a few lines, for guessing the dialect. */
export const cellsOf = (text: string, dialect: Dialect): string[][] =>
  [...chunks(text, dialect)].flatMap((chunk) => cellsOfChunk(chunk, dialect))

/** Where the records lie. Follows quotes over line ends only when they close properly. */
export function* rawRecords(text: string, { delimiter, quote, escapedBy, start: from }: Dialect) {
  const lineEnd = text.includes('\n') ? '\n' : '\r'
  const written: Written = { text, delimiter, quote, escapedBy, lineEnd }
  // Only an Excel `sep=` line stands before `from`.
  let line = from === 0 ? 1 : 2
  let nextQuote = indexOrEnd(text, quote, from)
  for (let start = from; start < text.length; ) {
    const end = indexOrEnd(text, lineEnd, start)
    if (nextQuote < start) nextQuote = indexOrEnd(text, quote, start)
    if (nextQuote >= end) {
      yield { start, end, line, quoted: 'no' } satisfies RawRecord
      start = end + 1
      line++
      continue
    }
    const scan = scanQuoted(written, start)
    yield { start, end: scan.end, line, quoted: scan.well ? 'well' : 'badly' } satisfies RawRecord
    start = scan.end + 1
    line += scan.lines
  }
}

const indexOrEnd = (text: string, mark: string, from: number): number => {
  const found = text.indexOf(mark, from)
  return found === -1 ? text.length : found
}

type Written = Omit<Dialect, 'start'> & { readonly text: string; readonly lineEnd: string }
type Scan = { readonly end: number; readonly lines: number; readonly well: boolean }

/** A cell with more line breaks than this is a runaway quote, not an address or a note. */
const RECORD_LINES_MAX = 50

/** Finds where the record at `start` ends. A quote that is not closed as it should ends it at its line. */
const scanQuoted = (written: Written, start: number): Scan => {
  const firstEnd = lineEndFrom(written, start)
  let record: Scan = { end: firstEnd, lines: 1, well: true }
  for (let at = start; at <= record.end; ) {
    const cell = scanCell(written, at, record)
    if (cell === null) return { end: firstEnd, lines: 1, well: false }
    record = cell.record
    at = cell.next
  }
  return record
}

const lineEndFrom = ({ text, lineEnd }: Written, from: number): number =>
  indexOrEnd(text, lineEnd, from)

type CellScan = { readonly next: number; readonly record: Scan }

/** Passes one cell; a quoted one may carry the record's end on. Null when its quote is not closed well. */
const scanCell = (written: Written, from: number, record: Scan): CellScan | null => {
  const { text, delimiter, quote } = written
  const at = skipSpaces(written, from)
  if (text[at] !== quote) {
    // Cut at the record's end first (which copies nothing): a search to the file's end for each
    // line would take hours on a hostile file.
    return { next: at + indexOrEnd(text.slice(at, record.end), delimiter, 0) + 1, record }
  }
  const close = closingQuote(written, at)
  const carried = close === -1 ? null : carriedTo(written, close, record)
  if (carried === null) return null
  const after = skipSpaces(written, close + 1)
  const isClosed = after >= carried.end || text[after] === delimiter || text[after] === '\r'
  return isClosed ? { next: after + 1, record: carried } : null
}

/** The record, ending on the line where its quote closes; null when that is too far. */
const carriedTo = (written: Written, close: number, record: Scan): Scan | null => {
  let { end, lines } = record
  while (close > end) {
    end = lineEndFrom(written, end + 1)
    if (++lines > RECORD_LINES_MAX) return null
  }
  return { end, lines, well: true }
}

const skipSpaces = ({ text, delimiter }: Pick<Written, 'text' | 'delimiter'>, from: number) => {
  let at = from
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at++
  return at
}

/** The quote that closes the one at `open`; doubled or escaped quotes are part of the cell. */
const closingQuote = (
  { text, quote, escapedBy }: Pick<Written, 'text' | 'quote' | 'escapedBy'>,
  open: number,
): number => {
  for (let at = text.indexOf(quote, open + 1); at !== -1; ) {
    const isEscaped = escapedBy !== null && text[at - 1] === escapedBy
    if (!isEscaped && text[at + 1] !== quote) return at
    at = text.indexOf(quote, at + (isEscaped ? 1 : 2))
  }
  return -1
}

/** Cells of records with quotes; null where csv-parse itself could not make one record of it. */
const parseQuoted = (texts: readonly string[], dialect: Dialect): (string[] | null)[] => {
  if (texts.length === 0) return []
  const together = tryParse(texts.map((text) => text.replace(/\r+$/, '')).join('\n'), dialect)
  if (together?.length === texts.length) return together
  return texts.map((text) => {
    const alone = tryParse(text.replace(/\r+$/, ''), dialect)
    return alone?.length === 1 ? (alone[0] ?? null) : null
  })
}

const tryParse = (text: string, { delimiter, quote, escapedBy }: Dialect): string[][] | null => {
  try {
    return parse(text, {
      delimiter,
      quote,
      escape: escapedBy ?? quote,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      // `a, "b, c"`: a space before the quote would otherwise make the quote a letter.
      trim: delimiter !== '\t',
    })
  } catch (error) {
    // Only csv-parse's own complaint about the text: the caller then reads the quotes as letters.
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Cell by cell: one that is enclosed as it should is kept together, a stray quote is dropped. */
const looseCells = (text: string, dialect: Dialect): string[] => {
  const cells: string[] = []
  for (let at = 0; at <= text.length; ) {
    const cell = enclosedCell(text, dialect, at) ?? bareCell(text, dialect, at)
    cells.push(cell.text)
    at = cell.next
  }
  return cells
}

type LooseCell = { readonly text: string; readonly next: number }

const enclosedCell = (text: string, dialect: Dialect, from: number): LooseCell | null => {
  const { delimiter, quote, escapedBy } = dialect
  const open = skipSpaces({ text, delimiter }, from)
  if (text[open] !== quote) return null
  const close = closingQuote({ text, quote, escapedBy }, open)
  const after = close === -1 ? -1 : skipSpaces({ text, delimiter }, close + 1)
  const isClosed = after >= text.length || text[after] === delimiter || text[after] === '\r'
  if (after === -1 || !isClosed) return null
  const inner = text.slice(open + 1, close).replaceAll((escapedBy ?? quote) + quote, quote)
  return { text: inner, next: after + 1 }
}

const bareCell = (text: string, { delimiter, quote }: Dialect, from: number): LooseCell => {
  const end = indexOrEnd(text, delimiter, from)
  const cell = text.slice(from, end).trim()
  const opened = cell.startsWith(quote) ? cell.slice(1) : cell
  return { text: opened.endsWith(quote) ? opened.slice(0, -1) : opened, next: end + 1 }
}
