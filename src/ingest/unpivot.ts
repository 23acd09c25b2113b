import { looksLikeDate } from './dates.ts'
import { headerSense, type Sense } from './header-words.ts'
import { monthOf } from './months.ts'
import { countCodes, hasZeroCentsHabit, type NumberColumn, readNumbers } from './numbers.ts'
import type { ReadHints } from './reading.ts'
import { hasDates, isDateColumn, type Shaped } from './reshape.ts'
import { type Column, cellAt, type Table } from './table.ts'
import { totalLabel } from './total-words.ts'
import { knownYear } from './year.ts'

/** A list, or the one thing a wide table leaves open: the year of its months. */
type Unpivoted =
  | { readonly kind: 'list'; readonly shaped: Shaped }
  | { readonly kind: 'no-year'; readonly example: string }

/**
 * A table with a column for each month, day or product becomes a list with a row for each filled
 * cell. The totals at its right are left out; empty cells and zeros are no sales.
 */
export const unpivoted = (shaped: Shaped, hints: ReadHints): Unpivoted => {
  const spread = hasDates(shaped)
    ? productColumns(shaped, hints.currency)
    : periodColumns(shaped, hints)
  if (spread === null || spread.columns.length * shaped.table.rows > CELLS_MAX) {
    return { kind: 'list', shaped }
  }
  return listOrOpen(shaped, withoutSums(shaped, spread, hints.currency), hints)
}

const listOrOpen = (shaped: Shaped, spread: Spread, hints: ReadHints): Unpivoted => {
  const open = spread.columns.find(({ text }) => text === null)
  if (open) return { kind: 'no-year', example: open.name }
  return { kind: 'list', shaped: asList(shaped, spread, hints.currency) }
}

/**
 * Columns that on every row come to the columns left of them since the last such sum, or to all the
 * others, add these up: `Week 1`, `All channels`.
 */
const withoutSums = (shaped: Shaped, spread: Spread, currency: string): Spread => {
  const { table, header } = shaped
  const rows = Array.from({ length: table.rows - header.row - 1 }, (_, i) => header.row + 1 + i)
  const values = spread.columns.map(({ index }) => {
    const numbers = numbersOf(shaped, index, currency).values
    const codes = table.columns[index]?.codes
    return rows.map((row) => numbers[codes?.[row] ?? 0] || 0)
  })
  const isSumOf = (at: number, others: readonly number[]) =>
    others.length > 1 &&
    values[at]?.some((value) => value !== 0) === true &&
    rows.every((_, row) => {
      const sum = others.reduce((total, other) => total + (values[other]?.[row] ?? 0), 0)
      return Math.abs(sum - (values[at]?.[row] ?? 0)) < SUM_SLACK
    })
  let group: number[] = []
  const columns = spread.columns.filter((_, at) => {
    const others = [...spread.columns.keys()].filter((other) => other !== at)
    const isSum = isSumOf(at, group) || isSumOf(at, others)
    group = isSum ? [] : [...group, at]
    return !isSum
  })
  return { ...spread, columns }
}

/** Half a cent in each of some addends. */
const SUM_SLACK = 0.05

/** Ten years of days for a thousand products; a larger wide table is no shop's report. */
const CELLS_MAX = 4_000_000

/** Columns whose headings are values: dates, or names of products. */
type Spread = { readonly sense: 'date' | 'product'; readonly columns: readonly SpreadColumn[] }

/** `text` is what the list shows for the heading: a date the reader understands, null without its year. */
type SpreadColumn = { readonly index: number; readonly name: string; readonly text: string | null }

/** Two date-like headings may be "from" and "to". */
const PERIODS_MIN = 3

const periodColumns = (shaped: Shaped, hints: ReadHints): Spread | null => {
  const year = knownYear(shaped, hints)
  const columns = shaped.header.names.flatMap((name, index): SpreadColumn[] => {
    if (looksLikeDate(name)) return [{ index, name, text: name }]
    const month = monthOf(name)
    if (month === undefined) return []
    return [{ index, name, text: year === null ? null : `${year}-${month}-1` }]
  })
  return columns.length < PERIODS_MIN ? null : { sense: 'date', columns }
}

/** One number column without a name for it could be anything; several beside a date are products. */
const PRODUCTS_MIN = 2
const SALES_SENSES: readonly (Sense | undefined)[] = [
  'product',
  'productCode',
  'quantity',
  'unitPrice',
  'price',
  'netRevenue',
  'revenue',
  'grossRevenue',
  'orderTotal',
]

/** A dated table without any word for product, quantity or money whose number columns bear names. */
const productColumns = (shaped: Shaped, currency: string): Spread | null => {
  const { header } = shaped
  const senses = header.names.map((name) => headerSense(name)?.sense)
  const isSalesColumn = (i: number) =>
    SALES_SENSES.includes(senses[i]) &&
    // `Order total` is money of a sale; `Total` may add up the products left of it.
    (senses[i] === 'orderTotal' || totalLabel(header.names[i] ?? '') === null)
  if (senses.some((_, i) => isSalesColumn(i))) return null
  const unknown = header.names.flatMap((name, index): SpreadColumn[] => {
    const isFree =
      senses[index] === undefined ||
      // `In-store` over numbers is a channel's takings, no shop's name.
      (NAME_SENSES.includes(senses[index]) && isNumbers(shaped, index, currency))
    const isNamed = isFree && /\p{L}/u.test(name)
    return isNamed && !isDateColumn(shaped, index) ? [{ index, name, text: name }] : []
  })
  // A column of words among them may be the products' own, in a language we do not know.
  const areNumbers = unknown.every(({ index }) => isNumbers(shaped, index, currency))
  return areNumbers && unknown.length >= PRODUCTS_MIN
    ? { sense: 'product', columns: unknown }
    : null
}

const NAME_SENSES: readonly (Sense | undefined)[] = [
  'branch',
  'place',
  'person',
  'category',
  'variant',
]

const isNumbers = (shaped: Shaped, index: number, currency: string): boolean => {
  const { filled, numeric } = numbersOf(shaped, index, currency)
  return filled > 0 && numeric >= filled * NUMERIC_SHARE_MIN
}

const NUMERIC_SHARE_MIN = 0.9

const asList = (shaped: Shaped, spread: Spread, currency: string): Shaped => {
  const { table, header } = shaped
  const readings = spread.columns.map(({ index }) => numbersOf(shaped, index, currency))
  const taken = new Set(spread.columns.map(({ index }) => index))
  const kept = table.columns
    .map((_, i) => i)
    .filter((i) => !taken.has(i) && totalLabel(header.names[i] ?? '') === null)
  const cells = filledCells(shaped, spread, readings)
  const wide = `${spread.columns[0]?.name} … ${spread.columns.at(-1)?.name}`
  const names = [...kept.map((i) => header.names[i] ?? ''), wide, wide]
  const known = new Map<number, Sense>([
    [kept.length, spread.sense],
    [kept.length + 1, valueSense(readings)],
  ])
  return {
    header: { ...header, row: -1, names, width: names.length, known },
    table: listTable(table, kept, { cells, spread }),
  }
}

/** Where nobody writes cents, `150.000` in a wide table is money and no pieces with decimals. */
const numbersOf = ({ table, header }: Shaped, index: number, currency: string): NumberColumn => {
  const column = table.columns[index] ?? { codes: new Uint32Array(table.rows), values: [''] }
  const counts = countCodes(column, header.row + 1, table.rows)
  return readNumbers(column, {
    kind: hasZeroCentsHabit(currency) ? 'zero-cents' : 'quantity',
    counts,
    fileStyle: null,
    typed: table.typed,
  })
}

/** `at` is the place among the spread columns. */
type FilledCell = { readonly row: number; readonly at: number }

const filledCells = (
  { table, header }: Shaped,
  spread: Spread,
  readings: readonly NumberColumn[],
): FilledCell[] => {
  const cells: FilledCell[] = []
  const isCounted = measuredRows({ table, header }, spread)
  for (let row = header.row + 1; row < table.rows; row++) {
    if (!isCounted(row)) continue
    spread.columns.forEach(({ index }, at) => {
      const code = table.columns[index]?.codes[row] ?? 0
      const isEmpty = readings[at]?.empty[code] === 1 || readings[at]?.values[code] === 0
      if (!isEmpty) cells.push({ row, at })
    })
  }
  return cells
}

/**
 * Where a column names what each row measures (`Qty` and `Nilai` for every product), the rows of money
 * are the sales; pieces added to them would be neither.
 */
const measuredRows = ({ table, header }: Shaped, spread: Spread): ((row: number) => boolean) => {
  const taken = new Set(spread.columns.map(({ index }) => index))
  const senses = table.columns
    .filter((_, index) => !taken.has(index))
    .map(({ codes, values }) => {
      const used = new Set(codes.subarray(header.row + 1))
      const told = values.map((text, code) =>
        used.has(code) ? headerSense(text)?.sense : undefined,
      )
      return { codes, told }
    })
  const measures = senses.find(
    ({ told }) => told.some((sense) => sense === 'quantity') && told.some(isMoney),
  )
  if (measures === undefined) return () => true
  return (row) => isMoney(measures.told[measures.codes[row] ?? 0])
}

const isMoney = (sense: Sense | undefined): boolean =>
  sense === 'revenue' || sense === 'netRevenue' || sense === 'grossRevenue'

/**
 * Small whole numbers are units; numbers with currency marks, decimals, or of a size that nobody
 * sells pieces in, are money.
 */
const valueSense = (readings: readonly NumberColumn[]): Sense => {
  if (readings.some(({ mark }) => mark !== null)) return 'revenue'
  const values = readings.flatMap((reading) => [...reading.values].filter((value) => value > 0))
  if (values.some((value) => !Number.isInteger(value))) return 'revenue'
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return middle >= MONEY_SIZE_MIN ? 'revenue' : 'quantity'
}

/** A product that sells more pieces than this a month is not sold in a small shop. */
const MONEY_SIZE_MIN = 5000

const listTable = (
  table: Table,
  kept: readonly number[],
  { cells, spread }: { readonly cells: readonly FilledCell[]; readonly spread: Spread },
): Table => {
  const source = (values: Uint32Array | Uint16Array) =>
    Uint32Array.from(cells, ({ row }) => values[row] ?? 0)
  const width = kept.length + 2
  return {
    text: table.text,
    typed: table.typed,
    rows: cells.length,
    lines: source(table.lines),
    starts: source(table.starts),
    ends: source(table.ends),
    widths: new Uint16Array(cells.length).fill(width),
    counts: new Uint16Array(cells.length).fill(width),
    columns: [
      ...kept.map(
        (i): Column => ({
          values: [''],
          ...table.columns[i],
          codes: source(table.columns[i]?.codes ?? new Uint32Array()),
        }),
      ),
      columnOf(cells.map(({ at }) => spread.columns[at]?.text ?? '')),
      {
        ...columnOf(
          cells.map(({ row, at }) => cellAt(table, row, spread.columns[at]?.index ?? -1)),
        ),
        mark: spread.columns.map(({ index }) => table.columns[index]?.mark).find(Boolean),
      },
    ],
  }
}

const columnOf = (texts: readonly string[]): Column => {
  const values = ['', ...new Set(texts)]
  const codes = new Map(values.map((text, code) => [text, code]))
  return { codes: Uint32Array.from(texts, (text) => codes.get(text) ?? 0), values }
}
