import { monthOf } from './months.ts'
import type { ReadHints } from './reading.ts'
import { isMostly, type Shaped, sensesOf, writtenColumn } from './reshape.ts'
import { cellAt, rowText } from './table.ts'

/** The owner's answer, the only year in the file's name, or the only one in the titles above. */
export const knownYear = ({ table, header }: Shaped, hints: ReadHints): string | null => {
  const titles = Array.from({ length: Math.max(0, header.row) }, (_, row) => rowText(table, row))
  const sources = [hints.answers['year'] ?? '', hints.fileName ?? '', titles.join(' ')]
  for (const source of sources) {
    const years = new Set(source.match(/(?<!\d)20\d{2}(?!\d)/g) ?? [])
    const [only] = years
    if (years.size === 1 && only !== undefined) return only
  }
  return null
}

/** `example` is a cell whose year nobody tells. */
type Yeared =
  | { readonly kind: 'list'; readonly shaped: Shaped }
  | { readonly kind: 'no-year'; readonly example: string }

/** `15/01`, `3 Mar`, `15-Jan`. */
const DAY_AND_MONTH = /^\d{1,2}[-/. ](?:\d{1,2}|\p{L}{3,9}\.?)$/u
/** `Jan-26`, as spreadsheets show the first of a month. */
const MONTH_AND_YEAR = /^(\p{L}{3,9})\.?[-/ ](\d{2})$/u

/** Gives dates without a year the one that answer, file name or title tell. */
export const withYears = (shaped: Shaped, hints: ReadHints): Yeared => {
  const isShort = (text: string) => DAY_AND_MONTH.test(text) || isMonthAndYear(text, hints)
  const date = sensesOf(shaped).findIndex(
    (sense, column) => sense === 'date' && isMostly(shaped, column, isShort),
  )
  if (date === -1) return { kind: 'list', shaped }
  const year = knownYear(shaped, hints)
  const example = firstShort(shaped, date)
  if (year === null && example !== null) return { kind: 'no-year', example }
  return { kind: 'list', shaped: rewritten(shaped, date, (text) => completed(text, year)) }
}

/** The number is this year or one of the three before; then it is no day. */
const isMonthAndYear = (text: string, hints: ReadHints): boolean => {
  const match = MONTH_AND_YEAR.exec(text)
  const thisYear = Number(hints.today.slice(2, 4))
  const year = Number(match?.[2])
  return monthOf(match?.[1] ?? '') !== undefined && year <= thisYear && year >= thisYear - 3
}

/** A cell that needs a year from elsewhere. */
const firstShort = ({ table, header }: Shaped, column: number): string | null => {
  for (let row = header.row + 1; row < table.rows; row++) {
    const text = cellAt(table, row, column)
    if (DAY_AND_MONTH.test(text)) return text
  }
  return null
}

const completed = (text: string, year: string | null): string => {
  if (DAY_AND_MONTH.test(text)) return `${text}${/\p{L}/u.test(text) ? ' ' : '/'}${year}`
  const match = MONTH_AND_YEAR.exec(text)
  return match ? `${match[1]} 20${match[2]}` : text
}

const rewritten = (
  { table, header }: Shaped,
  column: number,
  change: (text: string) => string,
): Shaped => {
  const rows = Array.from({ length: table.rows - header.row - 1 }, (_, i) => header.row + 1 + i)
  const changed = writtenColumn(table, rows, (row) => change(cellAt(table, row, column)))
  const columns = table.columns.map((old, i) => (i === column ? changed : old))
  return { table: { ...table, columns }, header }
}
