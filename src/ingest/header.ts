import { canBeDate, looksLikeDate } from './dates.ts'
import { headerSense, type Sense } from './header-words.ts'
import { cellAt, rowCells, type Table } from './table.ts'

/** Where the table's heading stands. */
export type Header = {
  /** Line of the file it starts on, counted from 1. */
  readonly line: number
  /** Index of its last row: data starts below. -1 when no row of the table is heading. */
  readonly row: number
  /** One name a column; `#3` where the third has none. */
  readonly names: readonly string[]
  /** Columns up to the last one with a name of its own; cells beyond mean that a row slipped. */
  readonly width: number
  /** Meanings of columns the reader has put together itself. */
  readonly known: ReadonlyMap<number, Sense>
  /** Rows below the heading that only date or name the rows under them. */
  readonly groupRows: ReadonlySet<number>
}

/**
 * Finds the heading row: the one among the first rows with most known headings, or else the first
 * row of words above rows of numbers and dates. Titles and notes above it are no data. A heading may
 * take two rows, groups above and their parts below.
 */
export const findHeader = (table: Table): Header | null => {
  const rows = Math.min(table.rows, HEADER_SCAN_ROWS)
  const scores = Array.from({ length: rows }, (_, row) => knownHeadings(table, row))
  const best = scores.reduce((top, score, row) => (score > (scores[top] ?? 0) ? row : top), 0)
  if ((scores[best] ?? 0) < HEADINGS_MIN) {
    const worded = scores.findIndex((_, row) => isWordsAboveData(table, row))
    return worded === -1 ? null : headerAt(table, worded)
  }
  if (isPair(table, best, best + 1)) return pairAt(table, best)
  return isPair(table, best - 1, best) ? pairAt(table, best - 1) : headerAt(table, best)
}

/**
 * A table that starts with its first sale: one date and some numbers in the first row already. Its
 * columns have places for names; null where the first row is no sale.
 */
export const noHeading = (table: Table): Header | null => {
  const cells = rowCells(table, 0)
  const numbers = cells.filter((cell) => isData(cell) && !looksLikeDate(cell))
  if (cells.filter(looksLikeDate).length !== 1 || numbers.length < FACTORS) return null
  const names = table.columns.map((_, i) => `#${i + 1}`)
  return {
    line: 0,
    row: -1,
    names,
    width: names.length,
    known: new Map(),
    groupRows: new Set(),
  }
}

/** Quantity, price and what they come to: fewer numbers could be anything. */
const FACTORS = 3

/** Report titles, filters and addresses above a till's table stay within this. */
const HEADER_SCAN_ROWS = 60
/** One known word may be a title (`Penjualan`); two in different cells are a heading. */
const HEADINGS_MIN = 2

const headerAt = (table: Table, row: number): Header => {
  const shift = isShortByOne(table, row) ? 1 : 0
  return {
    line: table.lines[row] ?? 1,
    row,
    names: table.columns.map((_, i) => cellAt(table, row, i - shift) || `#${i + 1}`),
    width: (table.widths[row] ?? 0) + shift,
    known: new Map(),
    groupRows: new Set(),
  }
}

/** Two rows of words where each names columns that the other leaves open. */
const isPair = (table: Table, top: number, bottom: number): boolean => {
  if (top < 0 || bottom >= table.rows) return false
  if (table.lines[bottom] !== (table.lines[top] ?? 0) + 1) return false
  const [above, below] = [rowCells(table, top), rowCells(table, bottom)]
  const words = [...above, ...below].filter((cell) => cell !== '')
  if (words.some(isData) || above.filter(Boolean).length < 2 || below.filter(Boolean).length < 2) {
    return false
  }
  const opens = (a: readonly string[], b: readonly string[]) =>
    a.some((cell, i) => cell !== '' && !b[i])
  return opens(above, below) && opens(below, above) && knownHeadings(table, bottom) >= 1
}

/** The part's name, with its group's where another group has a part of the same name. */
const pairAt = (table: Table, top: number): Header => {
  const below = table.columns.map((_, i) => cellAt(table, top + 1, i))
  let group = ''
  const names = below.map((part, i) => {
    group = cellAt(table, top, i) || group
    if (part === '') return cellAt(table, top, i) || `#${i + 1}`
    return below.indexOf(part) === below.lastIndexOf(part) ? part : `${part} ${group}`
  })
  const width = Math.max(table.widths[top] ?? 0, table.widths[top + 1] ?? 0)
  return {
    line: table.lines[top] ?? 1,
    row: top + 1,
    names,
    width,
    known: new Map(),
    groupRows: new Set(),
  }
}

/**
 * R writes row names without a heading for them: then every row is one cell wider than the heading,
 * and the dates stand one column to the right of theirs. (Rows are also wider where each holds an
 * unquoted `15,000`; then the dates are in their place.)
 */
const isShortByOne = (table: Table, row: number): boolean => {
  const own = table.counts[row] ?? 0
  const below = table.widths.subarray(row + 1)
  if (below.length === 0 || below.some((width) => width !== own + 1)) return false
  const date = rowCells(table, row).findIndex((cell) => headerSense(cell)?.sense === 'date')
  return (
    date !== -1 &&
    canBeDate(cellAt(table, row + 1, date + 1)) &&
    !canBeDate(cellAt(table, row + 1, date))
  )
}

/** The meanings in a row that holds nothing but headings; null where it is no such row. */
export const headingSenses = (table: Table, row: number): ReadonlySet<Sense> | null => {
  const cells = rowCells(table, row).filter((cell) => cell !== '')
  if (cells.some((cell) => isData(cell) || cell.length > HEADING_CHARS_MAX)) return null
  const senses = cells.flatMap((cell) => {
    const found = headerSense(cell)
    return found?.exact ? [found.sense] : []
  })
  return new Set(senses).size >= HEADINGS_MIN ? new Set(senses) : null
}

/** Different meanings found in a row; a partial match counts half, a run of dates as one. */
const knownHeadings = (table: Table, row: number): number => {
  const weights = new Map<string, number>()
  const cells = rowCells(table, row)
  if (cells.filter(looksLikeDate).length >= DATES_MIN) weights.set('date', 1)
  for (const cell of cells) {
    if (cell === '' || cell.length > HEADING_CHARS_MAX || /^\P{L}*$/u.test(cell)) continue
    const found = headerSense(cell)
    if (!found) continue
    weights.set(found.sense, Math.max(weights.get(found.sense) ?? 0, found.exact ? 1 : 0.5))
  }
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0)
}

const HEADING_CHARS_MAX = 60
/** `Cabang, 01/02/2026, 02/02/2026, 03/02/2026`: a column for each day. */
const DATES_MIN = 3

/** Headings in a language we do not know still are words over dates or numbers. */
const isWordsAboveData = (table: Table, row: number): boolean => {
  const cells = rowCells(table, row)
  // Two words at least, where there is room for two: a single one may be a title.
  if (cells.length < Math.min(2, table.columns.length) || row + 1 >= table.rows) return false
  return (
    cells.every((cell) => cell !== '' && !isData(cell)) && rowCells(table, row + 1).some(isData)
  )
}

const isData = (cell: string): boolean =>
  /^[\p{Sc}\s]*[-+]?\d[\d.,\s]*$/u.test(cell) || looksLikeDate(cell)
