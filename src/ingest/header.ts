import { dateCells } from './dates.ts'
import { headerSense } from './header-words.ts'
import { cellAt, rowCells, type Table } from './table.ts'

/** Where the table's heading stands: an index of rows, not a line number. */
export type Header = {
  readonly row: number
  /** One name a column; `#3` where the third has none. */
  readonly names: readonly string[]
  /** Columns up to the last one with a name of its own; cells beyond mean that a row slipped. */
  readonly width: number
  /** The column that is known to be the date, where the reader has put it together itself. */
  readonly dateColumn: number | null
}

/**
 * Finds the heading row: the one among the first rows with most known headings, or else the first
 * row of words above rows of numbers and dates. Titles and notes above it are no data.
 */
export const findHeader = (table: Table): Header | null => {
  const rows = Math.min(table.rows, HEADER_SCAN_ROWS)
  const scores = Array.from({ length: rows }, (_, row) => knownHeadings(table, row))
  const best = scores.reduce((top, score, row) => (score > (scores[top] ?? 0) ? row : top), 0)
  if ((scores[best] ?? 0) >= HEADINGS_MIN) return headerAt(table, best)
  const worded = Array.from({ length: rows }, (_, row) => row).find((row) =>
    isWordsAboveData(table, row),
  )
  return worded === undefined ? null : headerAt(table, worded)
}

/** Report titles, filters and addresses above a till's table stay within this. */
const HEADER_SCAN_ROWS = 60
/** One known word may be a title (`Penjualan`); two in different cells are a heading. */
const HEADINGS_MIN = 2

const headerAt = (table: Table, row: number): Header => {
  const shift = isShortByOne(table, row) ? 1 : 0
  return {
    row,
    names: table.columns.map((_, i) => cellAt(table, row, i - shift) || `#${i + 1}`),
    width: (table.widths[row] ?? 0) + shift,
    dateColumn: null,
  }
}

/** R writes row names without a heading for them: then every row is one cell wider than the heading. */
const isShortByOne = (table: Table, row: number): boolean => {
  const own = table.counts[row] ?? 0
  const below = table.widths.subarray(row + 1)
  return below.length > 0 && below.every((width) => width === own + 1)
}

/** Different meanings found in a row; a partial match counts half. */
const knownHeadings = (table: Table, row: number): number => {
  const weights = new Map<string, number>()
  for (const cell of rowCells(table, row)) {
    if (cell === '' || cell.length > HEADING_CHARS_MAX || /^\P{L}*$/u.test(cell)) continue
    const found = headerSense(cell)
    if (!found) continue
    weights.set(found.sense, Math.max(weights.get(found.sense) ?? 0, found.exact ? 1 : 0.5))
  }
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0)
}

const HEADING_CHARS_MAX = 60

/** Headings in a language we do not know still are words over dates or numbers. */
const isWordsAboveData = (table: Table, row: number): boolean => {
  const cells = rowCells(table, row)
  if (cells.length < 2 || row + 1 >= table.rows) return false
  const isData = (cell: string) => /^[\p{Sc}\s]*[-+]?\d[\d.,\s]*$/u.test(cell) || isDate(cell)
  return (
    cells.every((cell) => cell !== '' && !isData(cell)) && rowCells(table, row + 1).some(isData)
  )
}

const isDate = (cell: string): boolean =>
  dateCells({ codes: new Uint32Array(1), values: [cell] })[0] !== null
