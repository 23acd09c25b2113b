import { parse } from 'csv-parse/sync'

/** A table of daily amounts: the first column is the date, every other one a series. */
export type DailyTable = {
  readonly dayNumbers: readonly number[]
  /** True on days which a `closed` column marks; all false without one. */
  readonly closed: readonly boolean[]
  readonly series: readonly { readonly name: string; readonly values: Float64Array }[]
}

type DailyGroup = {
  readonly name: string
  readonly series: DailyTable['series']
  readonly total: Float64Array
}

const DAY_MS = 86_400_000

const CLOSED_WORDS = new Set(['1', 'true', 'yes', 'ya', 'closed', 'tutup'])
const DATE_NAMES = new Set(['date', 'day', 'tanggal', 'hari', 'ds'])

/**
 * Reads a date column (named so, or the first) and one column a series, one row a day in any order; a day
 * left out and an empty cell count as 0.
 */
export const readDailyTable = (text: string): DailyTable => {
  const [names = [], ...rows] = parse(text, { bom: true, trim: true, skip_empty_lines: true })
  const dateAt = Math.max(
    0,
    names.findIndex((name) => DATE_NAMES.has(name.toLowerCase())),
  )
  const days = rows.map((row, i) => dayNumberIn(row[dateAt] ?? '', i + 2))
  if (days.length === 0) throw new Error('the table has no rows; write a header and one row a day')
  const first = days.reduce((a, b) => Math.min(a, b))
  const length = days.reduce((a, b) => Math.max(a, b)) - first + 1
  const column = (at: number, read: (cell: string, row: number) => number): Float64Array => {
    const values = new Float64Array(length)
    for (const [i, row] of rows.entries())
      values[(days[i] ?? first) - first] = read(row[at] ?? '', i)
    return values
  }
  const amount = (name: string) => (cell: string, row: number) => {
    const value = Number(cell)
    if (Number.isFinite(value)) return value
    throw new Error(`row ${row + 2}, column “${name}”: “${cell}” is not a number`)
  }
  const columns = names.map((name, at) => ({ name, at })).filter(({ at }) => at !== dateAt)
  const closing = columns.find(({ name }) => name.toLowerCase() === 'closed')
  const isClosed = (cell: string) => (CLOSED_WORDS.has(cell.toLowerCase()) ? 1 : 0)
  const closed = closing ? column(closing.at, isClosed) : new Float64Array(length)
  return {
    dayNumbers: Array.from({ length }, (_, i) => first + i),
    closed: Array.from(closed, (value) => value === 1),
    series: columns
      .filter((one) => one !== closing)
      .map(({ name, at }) => ({ name, values: column(at, amount(name)) })),
  }
}

const dayNumberIn = (cell: string, row: number): number => {
  const number = Date.parse(`${cell.slice(0, 10)}T00:00:00Z`) / DAY_MS
  if (Number.isInteger(number)) return number
  throw new Error(`row ${row}: “${cell}” is not a date; write YYYY-MM-DD`)
}

/** Series of one branch (`branch__product`) together; without such names all are one group. */
export const groupsOf = ({ series }: DailyTable): DailyGroup[] =>
  [
    ...Map.groupBy(series, ({ name }) => (name.includes('__') ? (name.split('__')[0] ?? '') : '')),
  ].map(([name, members]) => {
    const total = new Float64Array(members[0]?.values.length ?? 0)
    for (const { values } of members) {
      for (const [i, value] of values.entries()) total[i] = (total[i] ?? 0) + value
    }
    return { name, series: members, total }
  })
