import { dayOf } from '../sales/day.ts'
import { canBeDate, looksLikeDate } from './dates.ts'
import type { Header } from './header.ts'
import { headerSense, normalHeader, type Sense } from './header-words.ts'
import { monthOf } from './months.ts'
import { isNothing } from './numbers.ts'
import { type Column, cellAt, type Table } from './table.ts'
import { totalLabel } from './total-words.ts'

export type Shaped = { readonly table: Table; readonly header: Header }

/**
 * Brings reports for the eye into the shape of a list: a date spread over year, month and day columns
 * becomes one column, and dates written once for a whole group are written on each of its rows.
 */
export const reshaped = (shaped: Shaped): Shaped =>
  joinedDateParts(filledDown(underHeadingRows(shaped)))

const dataRows = ({ table, header }: Shaped): number[] =>
  Array.from({ length: Math.max(0, table.rows - header.row - 1) }, (_, i) => header.row + 1 + i)

/** What the heading of each column says. */
export const sensesOf = ({ header }: Shaped): (Sense | undefined)[] =>
  header.names.map((name) => headerSense(name)?.sense)

const YEAR_WORDS = new Set('year tahun thn ano annee an jahr anno yil rok jaar год 年'.split(' '))
const MONTH_WORDS = new Set(
  'month bulan bln mes mois monat mese ay miesiac maand thang месяц 月'.split(' '),
)
const DAY_WORDS = new Set(
  'day tanggal tgl hari dia jour tag giorno gun dag dzien ngay date fecha data datum 日'.split(' '),
)

/** Year and month (and day, where there is one) columns of a table that has no whole dates. */
const joinedDateParts = (shaped: Shaped): Shaped => {
  const { table, header } = shaped
  if (hasDates(shaped)) return shaped
  const find = (words: ReadonlySet<string>, test: (text: string) => boolean): number =>
    header.names.findIndex(
      (heading, i) => words.has(normalHeader(heading)) && isMostly(shaped, i, test),
    )
  const year = find(YEAR_WORDS, (text) => /^(?:19|20|25)\d{2}$/.test(text))
  const month = find(MONTH_WORDS, (text) => monthNumber(text) !== null)
  if (year === -1 || month === -1) return shaped
  const day = find(
    DAY_WORDS,
    (text) => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31,
  )
  const parts = [year, month, ...(day === -1 ? [] : [day])]
  const column = writtenColumn(table, dataRows(shaped), (row) => {
    const [y = '', m = '', d = '1'] = parts.map((part) => cellAt(table, row, part))
    return (
      dayOf(Number(y), monthNumber(m) ?? 0, Number(d)) ?? [y, m, d].join('-').replace(/^-+$/, '')
    )
  })
  const name = parts.map((part) => header.names[part] ?? '').join(' + ')
  return {
    table: { ...table, columns: [...table.columns, column] },
    header: {
      ...header,
      names: [...header.names, name],
      known: new Map([...header.known, [table.columns.length, 'date' as const]]),
    },
  }
}

/** True when some column holds whole dates already. */
export const hasDates = (shaped: Shaped): boolean =>
  shaped.table.columns.some((_, column) => isDateColumn(shaped, column))

/**
 * True when most cells of this column are whole dates. A number like 30000 or 20260115 is one only
 * under a heading that says so.
 */
export const isDateColumn = (shaped: Shaped, column: number): boolean => {
  const sense =
    shaped.header.known.get(column) ?? headerSense(shaped.header.names[column] ?? '')?.sense
  const isNamed = sense === 'date' || sense === 'otherDate'
  return isMostly(shaped, column, isNamed ? canBeDate : looksLikeDate)
}

const monthNumber = (text: string): number | null => {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null
  return monthOf(text) ?? null
}

const PART_SHARE_MIN = 0.8
/** Rows looked at to see what a column holds. */
const SAMPLE_ROWS = 200

/** True when the test holds for most cells of this column, looked at here and there. */
export const isMostly = (
  { table, header }: Shaped,
  column: number,
  test: (text: string) => boolean,
): boolean => {
  const first = header.row + 1
  const step = Math.max(1, Math.floor((table.rows - first) / SAMPLE_ROWS))
  let filled = 0
  let right = 0
  for (let row = first; row < table.rows; row += step) {
    const text = cellAt(table, row, column)
    if (isNothing(text)) continue
    filled++
    if (test(text)) right++
  }
  return filled > 0 && right >= filled * PART_SHARE_MIN
}

/** A new column with this text in each of the rows. */
export const writtenColumn = (
  table: Table,
  rows: readonly number[],
  textOf: (row: number) => string,
): Column => {
  const codes = new Uint32Array(table.rows)
  const values = ['']
  const known = new Map([['', 0]])
  for (const row of rows) {
    const text = textOf(row)
    const code = known.get(text) ?? values.length
    if (code === values.length) {
      known.set(text, code)
      values.push(text)
    }
    codes[row] = code
  }
  return { codes, values }
}

/** What is written once at the head of a group: merged cells in a spreadsheet, a receipt's first line. */
const HEAD_SENSES: readonly (Sense | undefined)[] = [
  'date',
  'invoice',
  'branch',
  'place',
  'person',
  'status',
]
/** Fewer missing dates than this are just missing. */
const GROUPED_SHARE_MIN = 0.2
const TOGETHER_SHARE_MIN = 0.95

/**
 * Dates (and what goes with them) that stand on the first row of each group only. Two signs are
 * needed: many rows without a date, and at least one other head column that is empty on just those
 * rows. Single missing dates stay missing.
 */
const filledDown = (shaped: Shaped): Shaped => {
  const { table } = shaped
  const senses = sensesOf(shaped)
  const heads = senses.flatMap((sense, i) => (HEAD_SENSES.includes(sense) ? [i] : []))
  const date = heads.find(
    (column) => senses[column] === 'date' && isMostly(shaped, column, canBeDate),
  )
  const codes = date === undefined ? undefined : table.columns[date]?.codes
  const all = dataRows(shaped)
  if (codes === undefined || !isWrittenOncePerGroup(codes, all)) return shaped
  const cellsUsual = usualCells(table, codes, all)
  const rows = all.filter((row) => !isTotalRow(table, row, cellsUsual))
  const together = heads.filter((i) => goTogether(codes, table.columns[i]?.codes, rows))
  if (together.length < 2) return shaped
  const columns = table.columns.map((column, i) =>
    together.includes(i) ? { ...column, codes: carriedDown(column.codes, rows) } : column,
  )
  return { ...shaped, table: { ...table, columns } }
}

/** A date or a product on a row of its own, and its sales on the rows below without it. */
const underHeadingRows = (shaped: Shaped): Shaped => {
  const senses = sensesOf(shaped)
  const heading = [senses.indexOf('date'), senses.indexOf('product')].find(
    (column) => column !== -1 && standsAlone(shaped, column),
  )
  return heading === undefined ? shaped : carriedUnder(shaped, heading)
}

const standsAlone = (shaped: Shaped, column: number): boolean => {
  const { table } = shaped
  const codes = table.columns[column]?.codes
  const rows = dataRows(shaped).filter((row) => !isTotalRow(table, row, Number.POSITIVE_INFINITY))
  const headed = rows.filter((row) => codes?.[row] !== 0)
  return (
    codes !== undefined &&
    headed.length > 0 &&
    headed.length < rows.length &&
    headed.every((row) => filledCells(table, row) === 1)
  )
}

const filledCells = (table: Table, row: number): number =>
  table.columns.reduce((filled, { codes }) => (codes[row] === 0 ? filled : filled + 1), 0)

const carriedUnder = (shaped: Shaped, heading: number): Shaped => {
  const { table, header } = shaped
  const codes = table.columns[heading]?.codes ?? new Uint32Array()
  const sales = dataRows(shaped).filter((row) => !isTotalRow(table, row, Number.POSITIVE_INFINITY))
  const headings = sales.filter((row) => codes[row] !== 0)
  const columns = table.columns.map((column, i) =>
    i === heading ? { ...column, codes: carriedDown(column.codes, sales) } : column,
  )
  return {
    table: { ...table, columns },
    header: { ...header, groupRows: new Set([...header.groupRows, ...headings]) },
  }
}

const isWrittenOncePerGroup = (dates: Uint32Array, rows: readonly number[]): boolean => {
  const bare = rows.filter((row) => dates[row] === 0)
  return dates[rows[0] ?? 0] !== 0 && bare.length >= rows.length * GROUPED_SHARE_MIN
}

/** `Total Care Shampoo` fills its line like any other goods; the row of a total is barer than those. */
const isTotalRow = (table: Table, row: number, cellsUsual: number): boolean => {
  const isFull = filledCells(table, row) >= cellsUsual
  return table.columns.some((_, column) => {
    const label = totalLabel(cellAt(table, row, column))
    return isFull ? label === 'exact' : label !== null
  })
}

/** How many cells the lines without a date of their own fill: the middle of them all. */
const usualCells = (table: Table, dates: Uint32Array, rows: readonly number[]): number => {
  const filled = rows.filter((row) => dates[row] === 0).map((row) => filledCells(table, row))
  return filled.sort((a, b) => a - b)[Math.floor(filled.length / 2)] ?? 0
}

const goTogether = (
  dates: Uint32Array,
  codes: Uint32Array | undefined,
  rows: readonly number[],
): boolean => {
  const same = rows.filter((row) => (dates[row] === 0) === (codes?.[row] === 0))
  return same.length >= rows.length * TOGETHER_SHARE_MIN
}

const carriedDown = (codes: Uint32Array, rows: readonly number[]): Uint32Array => {
  const carried = codes.slice()
  let last = 0
  for (const row of rows) {
    last = carried[row] || last
    carried[row] = last
  }
  return carried
}
