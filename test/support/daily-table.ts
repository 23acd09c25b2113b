/** A table of daily amounts: the first column is the date, every other one a series. */
export type DailyTable = {
  readonly dayNumbers: readonly number[]
  /** True on days which a `closed` column marks; all false without one. */
  readonly closed: readonly boolean[]
  readonly series: readonly { readonly name: string; readonly values: Float64Array }[]
}

export type DailyGroup = {
  readonly name: string
  readonly series: DailyTable['series']
  readonly total: Float64Array
}

const DAY_MS = 86_400_000

/** Reads `date,a,b,…` with one row a day; a day left out becomes a row of zeros. */
export const readDailyTable = (text: string): DailyTable => {
  const [head = '', ...rows] = text.trim().split(/\r?\n/)
  const names = head.split(',').map((name) => name.trim())
  const cells = rows.map((row) => row.split(','))
  const days = cells.map(([date = ''], i) => {
    const number = Date.parse(`${date.trim()}T00:00:00Z`) / DAY_MS
    if (Number.isInteger(number)) return number
    throw new Error(`row ${i + 2}: “${date}” is not a date; write YYYY-MM-DD`)
  })
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const column = (at: number): Float64Array => {
    const values = new Float64Array(last - first + 1)
    for (const [i, row] of cells.entries()) values[(days[i] ?? first) - first] = Number(row[at])
    if (values.some(Number.isNaN))
      throw new Error(`column “${names[at]}” has a cell that is no number`)
    return values
  }
  const columns = names.map((name, at) => ({ name, at })).slice(1)
  const closing = columns.find(({ name }) => name === 'closed')
  return {
    dayNumbers: Array.from({ length: last - first + 1 }, (_, i) => first + i),
    closed: closing
      ? Array.from(column(closing.at), (value) => value === 1)
      : new Array<boolean>(last - first + 1).fill(false),
    series: columns
      .filter(({ name }) => name !== 'closed')
      .map(({ name, at }) => ({ name, values: column(at) })),
  }
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
