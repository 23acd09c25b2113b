import type { ColumnFacts, TableFacts } from './facts.ts'
import type { Sense } from './header-words.ts'

/** A table with the rows that arithmetic is tried on. */
export type Sample = { readonly facts: TableFacts; readonly rows: readonly number[] }

/** Some hundred rows spread over the whole file. */
export const sampleOf = (facts: TableFacts): Sample => {
  const { table, header } = facts
  const first = header.row + 1
  const step = Math.max(1, Math.floor((table.rows - first) / SAMPLE_ROWS))
  const length = Math.max(0, Math.ceil((table.rows - first) / step))
  return { facts, rows: Array.from({ length }, (_, i) => first + i * step) }
}

const SAMPLE_ROWS = 400

/** The number in this row, NaN for none. */
export const numberAt = (column: ColumnFacts, row: number): number =>
  column.numbers.values[column.column.codes[row] ?? 0] ?? Number.NaN

/** Equal but for rounding: of prices to the cent, of lines to the whole unit. */
export const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= Math.max(0.02, Math.min(1, Math.abs(b) * 0.005))

/** Share of the rows for which the test holds; 0 without rows. */
export const shareOf = (rows: readonly number[], test: (row: number) => boolean): number =>
  rows.length === 0 ? 0 : rows.filter(test).length / rows.length

/** Share of telling lines that must come out right; the rest are slips and hand-made prices. */
export const AGREEMENT_MIN = 0.6

/** Dirty columns (`ERROR`, `UNKNOWN`) still are number columns where the heading says so. */
export const isNumbers = ({ filled, numericShare, sense }: ColumnFacts): boolean =>
  filled > 0 && numericShare >= (sense === null ? NUMERIC_SHARE_UNNAMED : NUMERIC_SHARE_NAMED)

const NUMERIC_SHARE_NAMED = 0.5
const NUMERIC_SHARE_UNNAMED = 0.9

/** Columns whose numbers may be quantities or money. */
export const numberColumns = (facts: TableFacts): ColumnFacts[] =>
  facts.columns
    .filter((column) => isNumbers(column) && !NEVER_MONEY.includes(column.sense?.sense))
    .slice(0, NUMBER_COLUMNS_MAX)

const NEVER_MONEY: readonly (Sense | undefined)[] = [
  'date',
  'otherDate',
  'time',
  'invoice',
  'productCode',
  'person',
  'branch',
  'place',
  'status',
  'undone',
  'noSaleDate',
  'currency',
  'returned',
]
/** Every three of them are tried: 14 make 2,184 trials. */
const NUMBER_COLUMNS_MAX = 14

/** Three columns of which the first two make the third. */
export type Product = {
  readonly quantity: ColumnFacts
  readonly unitPrice: ColumnFacts
  readonly gross: ColumnFacts
}

/** The three columns that fit quantity × price = total best, by sums and by words; null when none do. */
export const bestProduct = (sample: Sample): Product | null => {
  const columns = numberColumns(sample.facts).flatMap(bothReadings)
  const isCounted = columns.some(({ sense }) => sense?.sense === 'quantity' && sense.exact)
  const scored = triples(columns)
    // Money times a rate of exchange makes money, and neither of them counts anything.
    .filter(({ quantity }) => !isCounted || COUNTS.includes(quantity.sense?.sense))
    .map((product) => ({ product, fit: fitOf(product, sample.rows) }))
    .filter(({ fit }) => fit > 0)
  return scored.reduce<{ product: Product | null; fit: number }>(
    (best, next) => (next.fit > best.fit ? next : best),
    { product: null, fit: 0 },
  ).product
}

/** Weights are told apart by their headings. */
const COUNTS: readonly (Sense | undefined)[] = ['quantity', 'leftAlone']

/** A column whose style is a guess stands for both its readings; of equals the guess wins. */
const bothReadings = (column: ColumnFacts): ColumnFacts[] => {
  const { numbers } = column
  if (numbers.other === null) return [column]
  return [column, { ...column, numbers: { ...numbers, values: numbers.other } }]
}

const triples = (columns: readonly ColumnFacts[]): Product[] =>
  columns.flatMap((gross) =>
    columns.flatMap((quantity) =>
      columns.flatMap((unitPrice) =>
        new Set([gross.index, quantity.index, unitPrice.index]).size === 3
          ? [{ quantity, unitPrice, gross }]
          : [],
      ),
    ),
  )

/** Words weigh most, then how often the sum comes out, then which factor looks like a count. */
const fitOf = (product: Product, rows: readonly number[]): number => {
  const words = wordFit(product)
  if (words < WORD_FIT_MIN) return 0
  const agreement = agreementOf(product, rows)
  if (agreement < agreementNeeded(words)) return 0
  return words + agreement + smallCountShare(product.quantity) / 2
}

/** How well three headings fit quantity, price and line total; 0 where one cannot be it at all. */
const wordFit = ({ quantity, unitPrice, gross }: Product): number => {
  if (quantity.sense?.sense === 'leftAlone' && !WEIGHT.test(quantity.name)) return 0
  const parts = [
    QUANTITY_FIT[quantity.sense?.sense ?? 'unknown'],
    PRICE_FIT[unitPrice.sense?.sense ?? 'unknown'],
    GROSS_FIT[gross.sense?.sense ?? 'unknown'],
  ]
  return parts.reduce<number>(
    (sum, part) => (part === undefined ? Number.NEGATIVE_INFINITY : sum + part),
    0,
  )
}

type FitTable = Readonly<Partial<Record<Sense | 'unknown', number>>>
/** What a heading without a word for counting may count by all the same: goods sold by weight. */
const WEIGHT = /berat|weight|peso|poids|gewicht|waga|重量|\bkg\b|gram/iu
const QUANTITY_FIT: FitTable = {
  quantity: 6,
  unknown: 2,
  leftAlone: 1,
  revenue: 0,
  netRevenue: 0,
}
const PRICE_FIT: FitTable = {
  unitPrice: 6,
  price: 6,
  unknown: 2,
  revenue: 0,
  netRevenue: 0,
  grossRevenue: 0,
}
const GROSS_FIT: FitTable = {
  revenue: 6,
  grossRevenue: 6,
  netRevenue: 5,
  orderTotal: 4,
  price: 3,
  unitPrice: 2,
  unknown: 2,
  quantity: 1,
}
/** Three headings nobody knows. */
const WORD_FIT_MIN = 6
/** Three headings each of which is a known word for its part. */
const WORD_FIT_NAMED = 17

/** To the cent on a third of the lines is no chance where all three headings say so too. */
const agreementNeeded = (words: number): number => {
  if (words >= WORD_FIT_NAMED) return 0.3
  return words <= WORD_FIT_MIN ? 0.9 : AGREEMENT_MIN
}

/** Lines of one piece, or of price one, tell nothing. */
const agreementOf = (product: Product, rows: readonly number[]): number => {
  const telling = rows.filter((row) => {
    const [q, p, g] = factorsAt(product, row)
    return q !== 1 && p !== 1 && g !== 0 && !Number.isNaN(q * p * g)
  })
  return shareOf(telling, (row) => {
    const [q, p, g] = factorsAt(product, row)
    return isNear(Math.abs(q * p), Math.abs(g))
  })
}

const factorsAt = ({ quantity, unitPrice, gross }: Product, row: number) =>
  [numberAt(quantity, row), numberAt(unitPrice, row), numberAt(gross, row)] as const

/** Of two factors without a name the one in small whole numbers is the quantity. */
const smallCountShare = ({ numbers }: ColumnFacts): number => {
  const values = numbers.values.filter((value) => !Number.isNaN(value))
  const small = values.filter((value) => Number.isInteger(value) && Math.abs(value) < 100)
  return small.length / values.length
}
