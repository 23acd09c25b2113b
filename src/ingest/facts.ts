import { dateCells } from './dates.ts'
import type { Header } from './header.ts'
import { type HeaderSense, headerSense, type Sense } from './header-words.ts'
import { headingFactor, multiplied } from './magnitude.ts'
import {
  countCodes,
  currencyMark,
  currencyOf,
  hasZeroCentsHabit,
  isNothing,
  type NumberColumn,
  type NumberStyle,
  noNumbers,
  readNumbers,
} from './numbers.ts'
import type { Shaped } from './reshape.ts'
import { isFlags, tellsKinds, tellsStates } from './states.ts'
import type { Column, Table } from './table.ts'
import { totalLabel } from './total-words.ts'

/** What is known of one column before it gets a meaning: its heading and all its rows. */
export type ColumnFacts = {
  readonly index: number
  readonly name: string
  readonly sense: HeaderSense | null
  readonly column: Column
  readonly counts: Uint32Array
  /** Rows with something in this column. */
  readonly filled: number
  /** Shares of the filled rows, 0 to 1. */
  readonly numericShare: number
  readonly dateShare: number
  readonly numbers: NumberColumn
}

export type TableFacts = {
  readonly table: Table
  readonly header: Header
  readonly columns: readonly ColumnFacts[]
  /** ISO 4217 that the cells or headings show, or null. */
  readonly currency: string | null
}

/** Profiles every column over every row below the heading. */
export const tableFacts = (
  { table, header }: Shaped,
  shopCurrency: string,
  moneyFactor = 1,
): TableFacts => {
  const counts = table.columns.map((column) => countCodes(column, header.row + 1, table.rows))
  const { typed } = table
  const first = table.columns.map((column, index) => {
    const name = header.names[index] ?? ''
    const sense = senseOf(header.known.get(index), column, name)
    const bare = { index, name, sense, column, counts: counts[index] ?? NO_COUNTS }
    return columnFacts(bare, { typed, zeroCents: false, fileStyle: null })
  })
  const currency = shownCurrency(first, shopCurrency)
  const zeroCents = hasZeroCentsHabit(currency ?? shopCurrency)
  const second = first.map((column) => reread(column, { typed, zeroCents, fileStyle: null }))
  const fileStyle = commonStyle(second)
  const habits = { typed, zeroCents, fileStyle }
  const third = second.map((column) => reread(column, habits))
  const sized = zeroCents ? third.map((column) => ofMoneySize(column, third, habits)) : third
  const columns = sized.map((column) =>
    MONEY_SENSES.includes(column.sense?.sense)
      ? { ...column, numbers: multiplied(column.numbers, moneyFactor) }
      : column,
  )
  return { table, header, columns, currency }
}

/** Only a mark before three digits can mean something else once currency and style are known. */
const reread = (column: ColumnFacts, habits: FileHabits): ColumnFacts =>
  column.numbers.hasLone ? columnFacts(column, habits) : column

/**
 * `Jumlah` may count pieces or money, `Sisa` what is left on the shelf or to pay: thousands in steps
 * of a coin are rupiah, where no other column is the total or another one counts the pieces.
 */
const ofMoneySize = (
  column: ColumnFacts,
  all: readonly ColumnFacts[],
  habits: FileHabits,
): ColumnFacts => {
  const { sense, name } = column
  const isCount = sense?.sense === 'quantity'
  if (!(isCount || sense?.sense === 'stock') || !EITHER.test(name)) return column
  const others = (senses: readonly (Sense | undefined)[]) =>
    all.some(
      (other) =>
        other !== column &&
        other.numericShare >= MONEY_NUMERIC_MIN &&
        senses.includes(other.sense?.sense),
    )
  if (isCount && others(TOTALS) && !others(COUNTS)) return column
  const money = columnFacts({ ...column, sense: isCount ? TOTAL_BY_SIZE : LEFT_TO_PAY }, habits)
  return isMoneySized(money) ? money : column
}

const EITHER = /^\s*(?:jumlah|jml|jmlh|sisa|kurang)\b/i
const TOTALS: readonly (Sense | undefined)[] = [
  'netRevenue',
  'revenue',
  'grossRevenue',
  'orderTotal',
]
const COUNTS: readonly (Sense | undefined)[] = ['quantity']
/** Behind every column that says in words that it is the total. */
const TOTAL_BY_SIZE: HeaderSense = { sense: 'revenue', rank: 950, exact: false }
const LEFT_TO_PAY: HeaderSense = { sense: 'leftAlone', rank: 0, exact: false }

/** The smallest coin still in use is 50; half of one is a price by weight. */
const COIN_STEP = 25
const MONEY_SIZE_MIN = 1000
const MONEY_SIZE_SHARE = 0.9

const isMoneySized = ({ numbers, counts }: ColumnFacts): boolean => {
  const rows = (test: (value: number) => boolean) =>
    numbers.values.reduce((sum, value, code) => (test(value) ? sum + (counts[code] ?? 0) : sum), 0)
  const told = rows((value) => Math.abs(value) > 0)
  const large = rows((value) => Math.abs(value) >= MONEY_SIZE_MIN && value % COIN_STEP === 0)
  return told > 0 && large >= told * MONEY_SIZE_SHARE
}

/** The style of most numbers whose column leaves no doubt; null where none shows a mark. */
const commonStyle = (columns: readonly ColumnFacts[]): NumberStyle | null => {
  const rows = { dot: 0, comma: 0 }
  for (const { numbers } of columns) {
    if (numbers.certainty === 'decided') rows[numbers.style] += numbers.numeric
  }
  if (rows.dot === rows.comma) return null
  return rows.dot > rows.comma ? 'dot' : 'comma'
}

/** Columns of these senses, best heading first. */
export const ofSense = (facts: TableFacts, ...senses: readonly Sense[]): ColumnFacts[] =>
  facts.columns
    .filter(({ sense }) => sense !== null && senses.includes(sense.sense))
    .sort((a, b) => orderOf(a, senses) - orderOf(b, senses))

const SENSE_STEP = 1_000_000

const orderOf = ({ sense }: ColumnFacts, senses: readonly Sense[]): number =>
  sense === null ? 0 : senses.indexOf(sense.sense) * SENSE_STEP + sense.rank

const NO_COUNTS = new Uint32Array(1)

const senseOf = (known: Sense | undefined, column: Column, name: string): HeaderSense | null => {
  if (known !== undefined) return { sense: known, rank: 0, exact: true }
  if (isOrderNumbers(column)) return ORDER_NUMBER
  if (isNumbered(name) && isReceiptNumbers(column)) return RECEIPT_NUMBER
  const worded = headerSense(name)
  // `Void Qty` and `Void Amount` are 0 or 1 as well, and no answer to a question.
  if (worded?.sense === 'undone' && AMOUNT_OF.test(name)) return TAKEN_BACK
  if (worded?.sense === 'undone' && !isFlags(column)) return STATES_BY_VALUE
  if (KIND_TOLD_AS.includes(worded?.sense) && tellsKinds(column)) return KINDS_BY_VALUE
  return STATE_TOLD_AS.includes(worded?.sense) && tellsStates(column) ? STATES_BY_VALUE : worded
}

const AMOUNT_OF = /qty|quant|amount|jumlah|nilai|total|value|count|units?\b|pcs|rp\b/i
const TAKEN_BACK: HeaderSense = { sense: 'returned', rank: 500, exact: false }

/** Headings under which the state of an order may stand: a word unknown to us, `Estado`, `Type`. */
const STATE_TOLD_AS: readonly (Sense | undefined)[] = [undefined, 'place', 'person']

/** Headings under which the kind of a line may stand: `Jenis`, `Kategori`, a word unknown to us. */
const KIND_TOLD_AS: readonly (Sense | undefined)[] = [undefined, 'category', 'place', 'person']
const KINDS_BY_VALUE: HeaderSense = { sense: 'movement', rank: 999, exact: true }

/** Behind every column that says in words that it is the state. */
const STATES_BY_VALUE: HeaderSense = { sense: 'status', rank: 999, exact: true }

const isNumbered = (name: string): boolean => /^(?:id|no|nomor|number|nr)\.?$/i.test(name.trim())

/** Under `No` or `ID` plain numbers merely count the rows; `TRX-0012` names a receipt. */
const isReceiptNumbers = ({ values }: Column): boolean => {
  const coded = values.filter((text) => /\p{L}/u.test(text) && /\d/.test(text)).length
  return coded > 0 && coded >= (values.length - 2) * ORDER_NUMBER_SHARE
}

/** Behind every column that says in words that it is the receipt. */
const RECEIPT_NUMBER: HeaderSense = { sense: 'invoice', rank: 999, exact: true }
const ORDER_NUMBER: HeaderSense = { sense: 'invoice', rank: 0, exact: true }

/** `#1001` is an order number, though Shopify calls the column `Name`. The empty cell and the heading are no values. */
const isOrderNumbers = ({ values }: Column): boolean => {
  const numbers = values.filter((text) => /^#[A-Z]{0,4}\d+$/i.test(text)).length
  return numbers > 0 && numbers >= (values.length - 2) * ORDER_NUMBER_SHARE
}

const ORDER_NUMBER_SHARE = 0.9

type Bare = Pick<ColumnFacts, 'index' | 'name' | 'sense' | 'column' | 'counts'>

type FileHabits = {
  readonly zeroCents: boolean
  readonly fileStyle: NumberStyle | null
  readonly typed: ReadonlySet<string>
}

const columnFacts = (bare: Bare, { zeroCents, fileStyle, typed }: FileHabits): ColumnFacts => {
  const isCount = bare.sense?.sense === 'quantity' || bare.sense?.sense === 'stock'
  const moneyKind = zeroCents ? 'zero-cents' : 'money'
  const kind = isCount ? 'quantity' : moneyKind
  const isNever = NEVER_NUMBERS.includes(bare.sense?.sense)
  const factor = isCount ? 1 : headingFactor(bare.name)
  // `1.5` thousands is no rupiah without cents.
  const inKind = factor === 1 ? kind : 'money'
  const numbers = isNever
    ? noNumbers(bare.column, bare.counts)
    : multiplied(
        readNumbers(bare.column, { kind: inKind, counts: bare.counts, fileStyle, typed }),
        factor,
      )
  const { filled } = numbers
  // Columns of nothing but numbers, or of none, have no label among them that matters.
  const isMixed = numbers.numeric > 0 && numbers.numeric < filled
  const telling = filled - (isMixed ? labelledRows(bare) : 0)
  return {
    ...bare,
    filled,
    numbers,
    numericShare: telling <= 0 ? 0 : numbers.numeric / telling,
    dateShare: dateShare(bare.column, bare.counts),
  }
}

/** Rows in which this column only says that they are a total. */
const labelledRows = ({ column, counts }: Bare): number =>
  column.values.reduce(
    (rows, text, code) => (totalLabel(text) === null ? rows : rows + (counts[code] ?? 0)),
    0,
  )

/** By their headings no amounts, though receipt numbers and dates may look like some. */
const NEVER_NUMBERS: readonly (Sense | undefined)[] = [
  'date',
  'otherDate',
  'time',
  'invoice',
  'person',
  'status',
  'movement',
  'undone',
  'noSaleDate',
  'currency',
]

/** Distinct texts looked at to see whether a column holds dates; the chosen one is read in full. */
const DATE_SAMPLE = 500

const dateShare = (column: Column, counts: Uint32Array): number => {
  const step = Math.max(1, Math.floor(column.values.length / DATE_SAMPLE))
  const codes = column.values.flatMap((text, code) =>
    code % step === 0 && (counts[code] ?? 0) > 0 && !isNothing(text) && totalLabel(text) === null
      ? [code]
      : [],
  )
  const cells = dateCells({
    codes: NO_COUNTS,
    values: codes.map((code) => column.values[code] ?? ''),
  })
  const rows = (picked: readonly number[]) =>
    picked.reduce((sum, code) => sum + (counts[code] ?? 0), 0)
  const dated = codes.filter((_, i) => cells[i] !== null)
  return codes.length === 0 ? 0 : rows(dated) / rows(codes)
}

const MONEY_SENSES: readonly (Sense | undefined)[] = [
  'unitPrice',
  'price',
  'netRevenue',
  'revenue',
  'grossRevenue',
  'orderTotal',
  'discount',
  'leftAlone',
]

/** The currency that the money columns show; else one named in a heading: `Price (USD)`, `Total Rp`. */
const shownCurrency = (columns: readonly ColumnFacts[], shopCurrency: string): string | null => {
  const money = columns.filter(({ sense }) => MONEY_SENSES.includes(sense?.sense))
  // Codes such as RM001 must not pass for ringgit: other columns count only where none is known.
  const showing = money.length > 0 ? money : columns
  const shown = showing
    .filter(({ numericShare }) => numericShare >= MONEY_NUMERIC_MIN)
    .flatMap(({ numbers }) => (numbers.mark === null ? [] : [numbers]))
    .sort((a, b) => b.numeric - a.numeric)[0]
  const named = showing.flatMap(({ name }) => currencyMark(name) ?? [])
  const mark = shown?.mark ?? named[0]
  if (mark === undefined) return null
  return currencyOf(mark, shopCurrency, showing.some(showsCents))
}

const showsCents = ({ numericShare, numbers }: ColumnFacts): boolean =>
  numericShare >= MONEY_NUMERIC_MIN && numbers.hasCents

const MONEY_NUMERIC_MIN = 0.5
