import { bareDays, type SheetCell } from './cell-text.ts'
import { plainCells, type RowSize } from './plain-record.ts'
import {
  CHUNK_RECORDS,
  type Chunk,
  cellsOfChunk,
  type Dialect,
  type RawRecord,
  rawRecords,
} from './records.ts'
import { unswapped } from './swapped-dates.ts'
import { numberedTexts, type Texts } from './texts.ts'

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

/** The text of a file, for showing a stretch of it: the text itself, or what it is decoded from. */
export type SourceText = Pick<string, 'slice'>

/** A file or sheet taken apart. Blank lines are left out; `lines` keeps the physical numbers. */
export type Table = {
  /** What the rows were cut from; null for a sheet of a workbook, whose rows are only cells. */
  readonly text: SourceText | null
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
  const addPlain = builder.plainAdder(text, dialect.delimiter)
  // Records from the first one with quotes on, until they are a chunk: csv-parse starts once for all.
  let waiting: RawRecord[] = []
  const addWaiting = (): boolean => {
    const chunk = { text, records: waiting }
    waiting = []
    return addChunk(builder, chunk, dialect)
  }
  for (const record of rawRecords(text, dialect)) {
    if (waiting.length === 0 && record.quoted === 'no') {
      if (!addPlain(record)) return null
      continue
    }
    waiting.push(record)
    if (waiting.length === CHUNK_RECORDS && !addWaiting()) return null
  }
  return addWaiting() ? builder.result(text) : null
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

type ColumnBuilder = { codes: Uint32Array; readonly texts: Texts }

type Place = Pick<RawRecord, 'line' | 'start' | 'end'>

type TableBuilder = {
  /** Adds a row of cells; false when the table has become larger than the limits. */
  readonly add: (cells: readonly string[], place: Place) => boolean
  /** The same for records without quotes, which are read where they lie in the text. */
  readonly plainAdder: (text: string, delimiter: string) => (place: Place) => boolean
  readonly result: (text: SourceText | null) => Table
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
  const places = rowPlaces()
  let rows = 0

  const columnAt = (index: number): ColumnBuilder => {
    const known = columns[index]
    if (known) return known
    columns.push({ codes: new Uint32Array(FIRST_CAPACITY), texts: numberedTexts() })
    return columnAt(index)
  }
  const cellTaker = (text: string) => (index: number, from: number, to: number) => {
    if (index >= COLUMNS_MAX) return false
    const column = columnAt(index)
    if (rows >= column.codes.length) column.codes = enlarged(column.codes, Uint32Array, rows)
    column.codes[rows] = column.texts.codeOf(text, from, to)
    return true
  }
  const placed = (size: RowSize, place: Place): boolean => {
    if (size.width === 0) return true
    places.put(rows, size, place)
    rows++
    return rows <= ROWS_MAX && rows * columns.length <= CELLS_MAX
  }

  return {
    add: (cells, place) => {
      let width = 0
      cells.forEach((written, index) => {
        const cell = written.trim()
        if (cell !== '' && cellTaker(cell)(index, 0, cell.length)) width = index + 1
      })
      return placed({ width, count: cells.length }, place)
    },
    plainAdder: (text, delimiter) => {
      const take = cellTaker(text)
      const unit = delimiter.charCodeAt(0)
      return ({ line, start, end }) =>
        placed(plainCells(text, { start, end, delimiter: unit }, take), { line, start, end })
    },
    result: (text) => ({
      text,
      typed: NOTHING_TYPED,
      rows,
      ...places.result(rows),
      columns: columns.map(({ codes, texts }) => ({
        // A column that ended before the table is empty from there on.
        codes: (codes.length < rows ? enlarged(codes, Uint32Array, rows) : codes).subarray(0, rows),
        values: unguarded(texts.values),
      })),
    }),
  }
}

/** Where each row lies and how wide it is. */
const rowPlaces = () => {
  let widths = new Uint16Array(FIRST_CAPACITY)
  let counts = new Uint16Array(FIRST_CAPACITY)
  let lines = new Uint32Array(FIRST_CAPACITY)
  let starts = new Uint32Array(FIRST_CAPACITY)
  let ends = new Uint32Array(FIRST_CAPACITY)
  const grow = (row: number): void => {
    widths = enlarged(widths, Uint16Array, row)
    counts = enlarged(counts, Uint16Array, row)
    lines = enlarged(lines, Uint32Array, row)
    starts = enlarged(starts, Uint32Array, row)
    ends = enlarged(ends, Uint32Array, row)
  }
  return {
    put: (row: number, { width, count }: RowSize, { line, start, end }: Place): void => {
      if (row >= lines.length) grow(row)
      widths[row] = width
      counts[row] = Math.min(count, COLUMNS_MAX)
      lines[row] = line
      starts[row] = start
      ends[row] = end
    },
    result: (rows: number): Pick<Table, 'widths' | 'counts' | 'lines' | 'starts' | 'ends'> => ({
      widths: widths.subarray(0, rows),
      counts: counts.subarray(0, rows),
      lines: lines.subarray(0, rows),
      starts: starts.subarray(0, rows),
      ends: ends.subarray(0, rows),
    }),
  }
}

/** Room for this row and as many again. */
const enlarged = <A extends Uint32Array | Uint16Array>(
  old: A,
  Kind: new (length: number) => A,
  row: number,
): A => {
  const larger = new Kind(Math.max(old.length, row) * 2)
  larger.set(old)
  return larger
}

/**
 * `'0812…` and `="2026-03-01"`: how people and programs keep a spreadsheet from reading a cell as a
 * number. The guard is no part of what the cell says.
 */
const unguarded = (values: readonly string[]): readonly string[] =>
  values.some((text) => GUARDED.test(text))
    ? values.map((text) => GUARDED.exec(text)?.slice(1).find(Boolean) ?? text)
    : values

const GUARDED = /^="([^"]+)"$|^'([-+\d].*)$/s
