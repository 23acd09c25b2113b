import { dateCells } from './dates.ts'
import type { Sense } from './header-words.ts'
import { MONTHS } from './months.ts'
import { countCodes, type NumberColumn, readNumbers } from './numbers.ts'
import type { ReadHints } from './reading.ts'
import { hasDates, type Shaped } from './reshape.ts'
import { type Column, cellAt, type Table } from './table.ts'
import { totalLabel } from './total-words.ts'

/** A list, or the one thing a wide table leaves open: the year of its months. */
export type Unpivoted =
  | { readonly kind: 'list'; readonly shaped: Shaped }
  | { readonly kind: 'no-year'; readonly example: string }

/**
 * A table with a column for each month or day becomes a list with a row for each filled cell. The
 * totals at its right are left out; empty cells and zeros are no sales.
 */
export const unpivoted = (shaped: Shaped, hints: ReadHints): Unpivoted => {
  const periods = hasDates(shaped) ? null : periodColumns(shaped, hints)
  if (periods === null) return { kind: 'list', shaped }
  if (periods.some(({ date }) => date === null)) {
    return { kind: 'no-year', example: shaped.header.names[periods[0]?.index ?? 0] ?? '' }
  }
  return { kind: 'list', shaped: asList(shaped, periods, hints) }
}

/** `date` is the text of a date that the date reader understands; null while the year is unknown. */
type Period = { readonly index: number; readonly name: string; readonly date: string | null }

/** Two date-like headings may be "from" and "to". */
const PERIODS_MIN = 3

const periodColumns = (shaped: Shaped, hints: ReadHints): Period[] | null => {
  const { header } = shaped
  const year = knownYear(shaped, hints)
  const periods = header.names.flatMap((name, index): Period[] => {
    if (isDate(name)) return [{ index, name, date: name }]
    const month = MONTHS.get(
      name
        .toLowerCase()
        .normalize('NFKD')
        .replace(/\p{M}|\./gu, ''),
    )
    if (month === undefined) return []
    return [{ index, name, date: year === null ? null : `${year}-${month}-1` }]
  })
  return periods.length < PERIODS_MIN ? null : periods
}

const isDate = (text: string): boolean =>
  dateCells({ codes: new Uint32Array(1), values: [text] })[0] !== null

/** The owner's answer, the only year in the file's name, or the only one in the titles above. */
const knownYear = ({ table, header }: Shaped, hints: ReadHints): string | null => {
  const titles = table.text.slice(0, table.starts[header.row] ?? 0)
  const sources = [hints.answers['year'] ?? '', hints.fileName ?? '', titles]
  for (const source of sources) {
    const years = new Set(source.match(/(?<!\d)20\d{2}(?!\d)/g) ?? [])
    const [only] = years
    if (years.size === 1 && only !== undefined) return only
  }
  return null
}

const asList = (shaped: Shaped, periods: readonly Period[], hints: ReadHints): Shaped => {
  const { table, header } = shaped
  const readings = periods.map(({ index }) => numbersOf(shaped, index))
  const taken = new Set(periods.map(({ index }) => index))
  const kept = table.columns
    .map((_, i) => i)
    .filter((i) => !taken.has(i) && totalLabel(header.names[i] ?? '') === null)
  const cells = filledCells(shaped, periods, readings)
  const names = [
    ...kept.map((i) => header.names[i] ?? ''),
    periodsName(periods),
    valuesName(periods),
  ]
  const known = new Map<number, Sense>([
    [kept.length, 'date'],
    [kept.length + 1, valueSense(readings, hints)],
  ])
  return {
    header: { ...header, row: -1, names, width: names.length, known },
    table: listTable(table, kept, { cells, periods }),
  }
}

const numbersOf = ({ table, header }: Shaped, index: number): NumberColumn => {
  const column = table.columns[index] ?? { codes: new Uint32Array(table.rows), values: [''] }
  const counts = countCodes(column, header.row + 1, table.rows)
  return readNumbers(column, { kind: 'quantity', counts })
}

const periodsName = (periods: readonly Period[]): string =>
  `${periods[0]?.name} … ${periods.at(-1)?.name}`
const valuesName = periodsName

type FilledCell = { readonly row: number; readonly period: number }

const filledCells = (
  { table, header }: Shaped,
  periods: readonly Period[],
  readings: readonly NumberColumn[],
): FilledCell[] => {
  const cells: FilledCell[] = []
  for (let row = header.row + 1; row < table.rows; row++) {
    periods.forEach(({ index }, period) => {
      const code = table.columns[index]?.codes[row] ?? 0
      const isEmpty = readings[period]?.empty[code] === 1 || readings[period]?.values[code] === 0
      if (!isEmpty) cells.push({ row, period })
    })
  }
  return cells
}

/**
 * Small whole numbers are units; numbers with currency marks, decimals, or of a size that nobody
 * sells pieces in, are money.
 */
const valueSense = (readings: readonly NumberColumn[], hints: ReadHints): Sense => {
  if (readings.some(({ currency }) => currency !== null)) return 'revenue'
  const values = readings.flatMap((reading) => [...reading.values].filter((value) => value > 0))
  if (values.some((value) => !Number.isInteger(value))) return 'revenue'
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return middle >= MONEY_SIZE_MIN && hints.currency !== '' ? 'revenue' : 'quantity'
}

/** A product that sells more pieces than this a month is not sold in a small shop. */
const MONEY_SIZE_MIN = 5000

const listTable = (
  table: Table,
  kept: readonly number[],
  {
    cells,
    periods,
  }: { readonly cells: readonly FilledCell[]; readonly periods: readonly Period[] },
): Table => {
  const source = (values: Uint32Array | Uint16Array) =>
    Uint32Array.from(cells, ({ row }) => values[row] ?? 0)
  const width = kept.length + 2
  return {
    text: table.text,
    rows: cells.length,
    lines: source(table.lines),
    starts: source(table.starts),
    ends: source(table.ends),
    widths: new Uint16Array(cells.length).fill(width),
    counts: new Uint16Array(cells.length).fill(width),
    columns: [
      ...kept.map(
        (i): Column => ({
          codes: source(table.columns[i]?.codes ?? new Uint32Array()),
          values: table.columns[i]?.values ?? [''],
        }),
      ),
      columnOf(cells.map(({ period }) => periods[period]?.date ?? '')),
      columnOf(cells.map(({ row, period }) => cellAt(table, row, periods[period]?.index ?? -1))),
    ],
  }
}

const columnOf = (texts: readonly string[]): Column => {
  const values = ['', ...new Set(texts)]
  const codes = new Map(values.map((text, code) => [text, code]))
  return { codes: Uint32Array.from(texts, (text) => codes.get(text) ?? 0), values }
}
