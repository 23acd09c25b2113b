import { bareDays, type SheetCell } from './cell-text.ts'
import { type Chunk, cellsOfChunk, chunks, type Dialect, type RawRecord } from './records.ts'
import { unswapped } from './swapped-dates.ts'

/**
 * One column of cells, each distinct text kept once: `values[codes[row]]`. Code 0 is the empty cell.
 * Dates and numbers are then read once per distinct text, not once per row. (A text that seldom
 * repeats may be kept more than once: equal codes mean equal texts, not the other way round.)
 */
export type Column = {
  readonly codes: Uint32Array
  readonly values: readonly string[]
  /** The currency mark that a workbook's number format shows before or behind every number. */
  readonly mark?: string | undefined
}

/** A file or sheet taken apart. Blank lines are left out; `lines` keeps the physical numbers. */
export type Table = {
  /** The whole text; null for a sheet of a workbook, whose rows are only cells. */
  readonly text: string | null
  /** Cells that a workbook keeps as numbers, as written here: their dot is a decimal one for sure. */
  readonly typed: ReadonlySet<string>
  readonly rows: number
  readonly columns: readonly Column[]
  /** Cells up to the last one that is not empty, by row. */
  readonly widths: Uint16Array
  /** Cells as written, empty ones at the end included. */
  readonly counts: Uint16Array
  /** Line of the file each row starts on, counted from 1. */
  readonly lines: Uint32Array
  /** Where each row lies in `text`; all 0 where there is none. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Widest layout met in the wild is a column a day for a year. */
export const COLUMNS_MAX = 400
/** A file of 100 MB with short lines; more than that is no shop's till. */
const ROWS_MAX = 3_000_000
/** 4 bytes each: 400 MB would not fit a worker's memory limit. */
const CELLS_MAX = 60_000_000

/** Takes delimited text apart; null when the table is larger than the limits above. */
export const tableOf = (text: string, dialect: Dialect): Table | null => {
  const builder = tableBuilder()
  for (const chunk of chunks(text, dialect)) {
    if (!addChunk(builder, chunk, dialect)) return null
  }
  return builder.result(text)
}

/** A table from rows of cells that nobody has to take apart: the sheet of a workbook. */
export const sheetTable = (marks: ReadonlyMap<number, string> = new Map()): SheetTable => {
  const builder = tableBuilder()
  const typed = new Set<string>()
  const dates = new Set<string>()
  const textOf = (cell: SheetCell): string => {
    if (typeof cell === 'string') return cell
    if (typeof cell === 'number') return numberText(cell, typed)
    dates.add(cell.date)
    return cell.date
  }
  return {
    add: (cells, line) => builder.add(cells.map(textOf), { line, start: 0, end: 0 }),
    result: () => {
      const table = builder.result(null)
      const columns = table.columns.map(({ codes, values }, i) => ({
        codes,
        values: bareDays(unswapped(values, dates)),
        mark: marks.get(i),
      }))
      return { ...table, columns, typed }
    },
  }
}

type SheetTable = {
  /** Adds the row of that number; false when the table is larger than the limits above. */
  readonly add: (cells: readonly SheetCell[], line: number) => boolean
  readonly result: () => Table
}

/** Digits that a spreadsheet keeps and shows; what a sum leaves behind them is noise. */
const SIGNIFICANT_DIGITS = 15

/**
 * A real number as text. Fractions are entered in `typed`, with a fourth digit where they have three:
 * a text cell `12.345` beside it may be twelve thousand, and must not be taken for the same.
 */
const numberText = (value: number, typed: Set<string>): string => {
  if (Number.isSafeInteger(value)) return String(value)
  const text = String(Number(value.toPrecision(SIGNIFICANT_DIGITS)))
  if (/^-?\d+$/.test(text)) return text
  const sure = /\.\d{3}$/.test(text) ? `${text}0` : text
  typed.add(sure)
  return sure
}

export const cellAt = (table: Table, row: number, column: number): string => {
  const cells = table.columns[column]
  return cells?.values[cells.codes[row] ?? 0] ?? ''
}

export const rowCells = (table: Table, row: number): string[] =>
  table.columns.slice(0, table.widths[row] ?? 0).map((_, column) => cellAt(table, row, column))

/** The row as written, cut to a length that fits a chat line. */
export const rowText = (table: Table, row: number): string =>
  rawRowText(table, row).replace(/\s+/g, ' ').trim().slice(0, ROW_TEXT_CHARS_MAX)

const rawRowText = (table: Table, row: number): string => {
  if (table.text === null) return rowCells(table, row).filter(Boolean).join(' | ')
  const start = table.starts[row] ?? 0
  return table.text.slice(start, Math.min(table.ends[row] ?? 0, start + 400))
}

const ROW_TEXT_CHARS_MAX = 200

type ColumnBuilder = {
  codes: Uint32Array
  readonly values: string[]
  /** Codes by text; null once nearly every cell is new, as in a column of receipt numbers or timestamps. */
  known: Map<string, number> | null
  /** The code before: dates, branches and receipts repeat from row to row. */
  last: number
}

type TableBuilder = {
  readonly add: (
    cells: readonly string[],
    record: Pick<RawRecord, 'line' | 'start' | 'end'>,
  ) => boolean
  readonly result: (text: string | null) => Table
}

const addChunk = (builder: TableBuilder, chunk: Chunk, dialect: Dialect): boolean =>
  cellsOfChunk(chunk, dialect).every((cells, i) => {
    const record = chunk.records[i]
    return record === undefined || builder.add(cells, record)
  })

const FIRST_CAPACITY = 1024
const NOTHING_TYPED: ReadonlySet<string> = new Set()

const tableBuilder = (): TableBuilder => {
  const columns: ColumnBuilder[] = []
  let capacity = FIRST_CAPACITY
  let rows = 0
  let widths = new Uint16Array(capacity)
  let counts = new Uint16Array(capacity)
  let lines = new Uint32Array(capacity)
  let starts = new Uint32Array(capacity)
  let ends = new Uint32Array(capacity)

  const grow = () => {
    capacity *= 2
    widths = enlarged(widths, new Uint16Array(capacity))
    counts = enlarged(counts, new Uint16Array(capacity))
    lines = enlarged(lines, new Uint32Array(capacity))
    starts = enlarged(starts, new Uint32Array(capacity))
    ends = enlarged(ends, new Uint32Array(capacity))
    for (const column of columns) column.codes = enlarged(column.codes, new Uint32Array(capacity))
  }

  const add: TableBuilder['add'] = (cells, record) => {
    if (rows === capacity) grow()
    const width = setCells(columns, cells, { row: rows, capacity })
    if (width === 0) return true
    widths[rows] = width
    counts[rows] = Math.min(cells.length, COLUMNS_MAX)
    lines[rows] = record.line
    starts[rows] = record.start
    ends[rows] = record.end
    rows++
    return rows <= ROWS_MAX && rows * columns.length <= CELLS_MAX
  }

  return {
    add,
    result: (text) => ({
      text,
      typed: NOTHING_TYPED,
      rows,
      widths: widths.subarray(0, rows),
      counts: counts.subarray(0, rows),
      lines: lines.subarray(0, rows),
      starts: starts.subarray(0, rows),
      ends: ends.subarray(0, rows),
      columns: columns.map(({ codes, values }) => ({ codes: codes.subarray(0, rows), values })),
    }),
  }
}

const enlarged = <A extends Uint32Array | Uint16Array>(old: A, larger: A): A => {
  larger.set(old)
  return larger
}

/** Stores one row's cells and tells its width: trailing empty cells are layout, not data. */
const setCells = (
  columns: ColumnBuilder[],
  cells: readonly string[],
  at: { readonly row: number; readonly capacity: number },
): number => {
  let width = 0
  const count = Math.min(cells.length, COLUMNS_MAX)
  for (let i = 0; i < count; i++) {
    const cell = unguarded(cells[i]?.trim() ?? '')
    if (cell === '') continue
    width = i + 1
    while (columns.length <= i) columns.push(newColumn(at.capacity))
    const column = columns[i]
    if (column) column.codes[at.row] = codeOf(column, cell, at.row)
  }
  return width
}

/**
 * `'0812…` and `="2026-03-01"`: how people and programs keep a spreadsheet from reading a cell as a
 * number. The guard is no part of what the cell says.
 */
const unguarded = (cell: string): string => {
  const first = cell.charCodeAt(0)
  if (first !== APOSTROPHE && first !== EQUALS) return cell
  return GUARDED.exec(cell)?.[1] ?? cell.replace(/^'(?=[-+\d])/, '')
}

const APOSTROPHE = 39
const EQUALS = 61
const GUARDED = /^="([^"]*)"$/

const newColumn = (capacity: number): ColumnBuilder => ({
  codes: new Uint32Array(capacity),
  values: [''],
  known: new Map([['', 0]]),
  last: 0,
})

const codeOf = (column: ColumnBuilder, cell: string, row: number): number => {
  if (column.values[column.last] === cell) return column.last
  const code = column.known?.get(cell) ?? column.values.length
  if (code === column.values.length) {
    column.values.push(cell)
    column.known?.set(cell, code)
    if (code > DISTINCT_MIN && code > row * DISTINCT_SHARE) column.known = null
  }
  column.last = code
  return code
}

/** Looking up what never repeats costs half the time of reading such a file, and 40 MB a column. */
const DISTINCT_MIN = 50_000
const DISTINCT_SHARE = 0.9
