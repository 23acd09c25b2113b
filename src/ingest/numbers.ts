import type { Column } from './table.ts'

/** Which mark is the decimal one: `dot` as in 1,234.56 and `comma` as in 1.234,56. */
export type NumberStyle = 'dot' | 'comma'

/** A column read as numbers, by cell code (`values[codes[row]]`), in major units as written. */
export type NumberColumn = {
  readonly values: Float64Array
  /** Codes of cells that say "nothing here": empty, `-`, `NULL`, `N/A` … */
  readonly empty: Uint8Array
  readonly style: NumberStyle
  /** `guess` where only marks before three digits were seen: then `other` holds the other reading. */
  readonly certainty: 'decided' | 'guess'
  readonly other: Float64Array | null
  /** The currency mark of a fair share of the numbers, as `currencyMark` gives it. */
  readonly mark: string | null
  /** True when some number has one mark before three digits, such as 15.000. */
  readonly hasLone: boolean
  /** Every currency mark met on more than a slip of the numbers. */
  readonly marks: readonly string[]
  /** True when some number shows cents that count: 12.50, not 12.00. */
  readonly hasCents: boolean
  /** Cells (rows) that say something, and how many of them are numbers. */
  readonly filled: number
  readonly numeric: number
}

type NumberHabits = {
  /** `zero-cents`: money of a currency nobody writes decimals in, such as rupiah. */
  readonly kind: 'zero-cents' | 'money' | 'quantity'
  readonly counts: Uint32Array
  /** The style of the file's other columns, where they show one. */
  readonly fileStyle: NumberStyle | null
  /** Texts that stand for real numbers of a workbook: they have one reading and tell no style. */
  readonly typed: ReadonlySet<string>
}

/**
 * Reads a column as numbers under one style, decided on all rows. A mark followed by anything but
 * three digits, or met twice, tells what it is; where only `15.000` is to be seen the habits of the
 * currency decide, then the other columns, then whether small numbers stand beside it without a mark.
 */
export const readNumbers = (column: Column, habits: NumberHabits): NumberColumn => {
  const cells = column.values.map((text) =>
    habits.typed.has(text) ? unmarked(text) : numberCell(text),
  )
  const style = styleOf(cells, habits)
  const under = (chosen: ColumnStyle) =>
    Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : numberUnder(cell, chosen)))
  const values = under(style)
  const isGuess = style.certainty === 'guess'
  const empty = Uint8Array.from(column.values, (text) => (isNothing(text) ? 1 : 0))
  let filled = 0
  let numeric = 0
  habits.counts.forEach((count, code) => {
    if (empty[code] === 1) return
    filled += count
    if (!Number.isNaN(values[code])) numeric += count
  })
  return {
    values,
    empty,
    style: style.decimal,
    certainty: style.certainty,
    other: isGuess ? under(opposite(style)) : null,
    mark: commonMark(cells, habits.counts, numeric) ?? column.mark ?? null,
    marks: frequentMarks(cells, habits.counts, numeric),
    hasCents: cells.some((cell) => cell?.fraction === true),
    hasLone: cells.some((cell) => cell?.lone === true),
    filled,
    numeric,
  }
}

/** A column that is not to be read as numbers: only what is empty is told. */
export const noNumbers = (column: Column, counts: Uint32Array): NumberColumn => {
  const empty = Uint8Array.from(column.values, (text) => (isNothing(text) ? 1 : 0))
  const filled = counts.reduce((sum, count, code) => (empty[code] === 1 ? sum : sum + count), 0)
  const values = new Float64Array(column.values.length).fill(Number.NaN)
  return {
    values,
    empty,
    style: 'dot',
    certainty: 'guess',
    other: null,
    mark: null,
    marks: [],
    hasCents: false,
    hasLone: false,
    filled,
    numeric: 0,
  }
}

/** How many rows show each cell code, between two rows of the table. */
export const countCodes = (column: Column, from: number, to: number): Uint32Array => {
  const counts = new Uint32Array(column.values.length)
  for (let row = from; row < to; row++) {
    const code = column.codes[row] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

/** True for cells that mean "no value" in the exports of tills, databases and spreadsheets. */
export const isNothing = (text: string): boolean => NOTHING.has(text.toLowerCase())

const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '–',
  'null',
  'none',
  'nil',
  'n/a',
  'na',
  '#n/a',
  'nan',
  '(blank)',
  '\\n',
])

/** The first currency mark in this text, in capitals without spaces and dots; null for none. */
export const currencyMark = (text: string): string | null =>
  CURRENCY_MARK.exec(text)?.[0].toUpperCase().replace(/[\s.]/g, '') ?? null

/**
 * ISO 4217 of a mark. `$` is the shop's own dollar or peso where it has one; `¥12.50` is yuan, for
 * nobody writes a sen behind a yen.
 */
export const currencyOf = (
  mark: string,
  shopCurrency: string,
  hasCents: boolean,
): string | null => {
  const codes = MARKS.get(mark)?.split(' ')
  if (codes === undefined) return ISO_CODES.includes(mark) ? mark : null
  const fitting = codes.filter((code) => !hasCents || !ZERO_CENTS.has(code))
  return fitting.find((code) => code === shopCurrency) ?? fitting[0] ?? codes[0] ?? null
}

/** Currencies whose prices are written without decimals, whatever ISO 4217 keeps for them. */
export const hasZeroCentsHabit = (currency: string): boolean => ZERO_CENTS.has(currency)

const ZERO_CENTS = new Set('IDR VND KRW JPY CLP COP PYG ISK HUF UGX XOF XAF LAK MMK IRR'.split(' '))

/** By mark, the currency it most often means first, then others that write it too. */
const MARKS = new Map<string, string>([
  ['RP', 'IDR'],
  ['R$', 'BRL'],
  ['S/', 'PEN'],
  ['US$', 'USD'],
  ['RM', 'MYR'],
  ['£', 'GBP EGP'],
  ['€', 'EUR'],
  ['¥', 'JPY CNY'],
  ['￥', 'JPY CNY'],
  ['円', 'JPY'],
  ['\\', 'JPY'],
  ['元', 'CNY'],
  ['원', 'KRW'],
  ['บาท', 'THB'],
  ['руб', 'RUB'],
  ['KČ', 'CZK'],
  ['FT', 'HUF'],
  ['KR', 'SEK NOK DKK'],
  ['FR', 'CHF'],
  ['₹', 'INR'],
  ['RS', 'INR PKR LKR NPR MUR'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['Đ', 'VND'],
  ['₩', 'KRW'],
  ['ZŁ', 'PLN'],
  ['₺', 'TRY'],
  ['TL', 'TRY'],
  ['₽', 'RUB'],
  ['₦', 'NGN'],
  ['A$', 'AUD'],
  ['S$', 'SGD'],
  ['C$', 'CAD'],
  ['$', 'USD AUD CAD SGD HKD NZD TWD MXN COP CLP ARS UYU'],
])
const ISO_CODES =
  'IDR BRL PEN USD MYR GBP EUR JPY CNY INR PHP THB VND KRW PLN TRY RUB NGN AUD SGD CAD CHF MXN COP CLP ARS CZK HUF SEK NOK DKK SAR AED ZAR HKD TWD NZD'.split(
    ' ',
  )

const CURRENCY_MARK =
  /(?<!\p{L})(?:IDR|BRL|PEN|USD|MYR|GBP|EUR|JPY|CNY|INR|PHP|THB|VND|KRW|PLN|TRY|RUB|NGN|AUD|SGD|CAD|CHF|MXN|COP|CLP|ARS|Rp\.?|Rs\.?|RM|CZK|HUF|SEK|NOK|DKK|SAR|AED|ZAR|HKD|TWD|NZD|TL|zł|đ|Kč|Ft|kr\.?|Fr\.?|руб\.?|บาท)(?!\p{L})|US\$|R\$|A\$|S\$|C\$|S\/\.?|\\(?=\s?-?\d)|円|元|원|[$£€¥￥₹₱฿₫₩₺₽₦₴₪₲₡₵৳₸]/iu

/** A cell that holds one number, still undecided between the two styles. NaN: not under this one. */
type NumberCell = {
  readonly dot: number
  readonly comma: number
  /** `15.000` or `15,000`: one mark, three digits behind it, one to three before it. */
  readonly lone: boolean
  /** True when the only reading has decimals that count. */
  readonly fraction: boolean
  /** `12500.000`: nobody groups that way, so three digits behind a mark are decimals in this column. */
  readonly longThousandths: boolean
  /** True when there is no mark at all. */
  readonly plain: boolean
  readonly mark: string | null
}

const PLAIN = /^-?\d+$/
/** `Rp -`, `$ -`: how spreadsheets show zero in accounts. */
const ACCOUNTING_ZERO = /^(?:\p{Sc}|Rp\.?|R\$|RM|S\/\.?)\s*-+\s*$/iu
/** `1.5E+06`: what a spreadsheet makes of a long number in a narrow column. */
const SCIENTIFIC = /^-?\d(?:[.,]\d+)?E[+-]?\d{1,2}$/i
/** Digits and marks alone: no currency, unit or bracket to look for. */
const BARE = /^-?\d[\d.,]{0,30}$/
const NUMBER = /^([+\-−(]*)([\d.,'’\s]*\d[.,]?)([)\-−]*)(%?)$/u
/** A grouped number never starts with a zero: `0,250` is a quarter. */
const GROUPED_BY_COMMA =
  /^(?:[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}|[1-9]\d{0,2}(?:[ '’]\d{3})+|\d+)(?:\.\d*)?$|^\.\d+$/
const GROUPED_BY_DOT =
  /^(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:[ '’]\d{3})+|\d+)(?:,\d*)?$|^,\d+$/
const LONG_THOUSANDTHS = /^\d{4,}[.,]\d{3}$/
const LONE_MARK = /^[1-9]\d{0,2}[.,]\d{3}$/
/** Words after a number: a unit of sale, or the short thousands and millions of notebooks. */
const UNIT =
  /(?<=\d)\s*(?:pcs|pc|pieces?|kg|g|gr|gram|ltr|l|ml|btg|batang|tangkai|ikat|buah|bh|box|pack|pak|bungkus|unit|units|un|und|uds|stk|ekor|lembar|porsi|cup|nos?|ea|each|adet|szt|ks|st|pzs?|kom|db|шт|τεμ|個|点|本|枚|件|份|杯|개|잔|병|ชิ้น|แก้ว|cái|ly|hộp|x)\.?$/i
const MAGNITUDE = /(?<=\d)\s*(rb|ribu|k|jt|juta|mio|mn)\.?$/i

const UNMARKED: NumberCell = {
  dot: 0,
  comma: 0,
  lone: false,
  fraction: false,
  longThousandths: false,
  plain: true,
  mark: null,
}

const unmarked = (text: string): NumberCell => {
  const value = Number(text)
  return { ...UNMARKED, dot: value, comma: value }
}

const numberCell = (text: string): NumberCell | null => {
  if (PLAIN.test(text)) return unmarked(text)
  if (BARE.test(text)) return cellFrom(text, null, 1)
  if (ACCOUNTING_ZERO.test(text)) return UNMARKED
  if (!/\p{Nd}/u.test(text) || text.length > NUMBER_CHARS_MAX) return null
  const mark = currencyMark(text)
  const bare = westernDigits(text)
    .replace(CURRENCY_MARK, '')
    .replace(UNIT, '')
    .replace(/,-+$/, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
  if (SCIENTIFIC.test(bare)) return cellFrom(String(Number(bare.replace(',', '.'))), mark, 1)
  const magnitude = MAGNITUDE.exec(bare)?.[1]
  const unsigned = bare.replace(MAGNITUDE, '').replace(/^([+\-−(]+)\s+/, '$1')
  return cellFrom(unsigned, mark, factorOf(magnitude))
}

/** Longest money cell seen, with currency name and spaces, is under 30 characters. */
const NUMBER_CHARS_MAX = 40

const factorOf = (magnitude: string | undefined): number => {
  if (magnitude === undefined) return 1
  return /^(?:rb|ribu|k)$/i.test(magnitude) ? 1e3 : 1e6
}

const cellFrom = (text: string, mark: string | null, factor: number): NumberCell | null => {
  const match = NUMBER.exec(text)
  if (!match) return null
  const [, before = '', body = '', after = ''] = match
  const sign = /[-−(]/.test(before) || /[-−]/.test(after) ? -factor : factor
  const digits = body.trim()
  const dot = GROUPED_BY_COMMA.test(digits) ? Number(digits.replace(/[, '’]/g, '')) : Number.NaN
  const comma = GROUPED_BY_DOT.test(digits)
    ? Number(digits.replace(/[. '’]/g, '').replace(',', '.'))
    : Number.NaN
  if (Number.isNaN(dot) && Number.isNaN(comma)) return null
  const only = Number.isNaN(dot) ? comma : dot
  return {
    dot: dot * sign,
    comma: comma * sign,
    lone: LONE_MARK.test(digits),
    fraction: !LONE_MARK.test(digits) && !Number.isInteger(only),
    longThousandths: LONG_THOUSANDTHS.test(digits),
    plain: !/[.,]/.test(digits),
    mark,
  }
}

/** Arabic-Indic, Devanagari, Thai and full-width digits stand in blocks of ten. */
export const westernDigits = (text: string): string =>
  /[^\0-\x7f]/.test(text)
    ? text
        .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
        .replaceAll('٫', '.')
        .replaceAll('٬', ',')
    : text

const digitValue = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}

/** Rows that admit one style only, and rows that could be either. */
type StyleVotes = {
  dot: number
  comma: number
  fractions: number
  longThousandths: number
  loneDots: number
  loneCommas: number
  plain: number
}

/** The column's decimal mark, and whether a lone mark before three digits groups thousands. */
type ColumnStyle = {
  readonly decimal: NumberStyle
  readonly loneIsGroup: boolean
  readonly certainty: NumberColumn['certainty']
}

const styleOf = (cells: readonly (NumberCell | null)[], habits: NumberHabits): ColumnStyle => {
  const votes = countVotes(cells, habits.counts)
  const lone = votes.loneDots + votes.loneCommas
  const dotsLead = votes.loneDots > votes.loneCommas
  const isGrouped = votes.longThousandths === 0 && votes.fractions <= lone
  if (habits.kind === 'zero-cents' && lone > 0 && isGrouped) {
    return { decimal: dotsLead ? 'comma' : 'dot', loneIsGroup: true, certainty: 'decided' }
  }
  if (votes.dot !== votes.comma) {
    const decimal = votes.dot > votes.comma ? 'dot' : 'comma'
    return { decimal, loneIsGroup: false, certainty: 'decided' }
  }
  const isDatabaseCount = habits.kind === 'quantity' && votes.plain === 0
  if (habits.fileStyle !== null && !isDatabaseCount) {
    return { decimal: habits.fileStyle, loneIsGroup: false, certainty: 'guess' }
  }
  const loneIsGroup = areLoneMarksGroups(votes, habits)
  return { decimal: dotsLead === loneIsGroup ? 'comma' : 'dot', loneIsGroup, certainty: 'guess' }
}

const opposite = ({ decimal }: ColumnStyle): ColumnStyle => ({
  decimal: decimal === 'dot' ? 'comma' : 'dot',
  loneIsGroup: false,
  certainty: 'guess',
})

const countVotes = (cells: readonly (NumberCell | null)[], counts: Uint32Array): StyleVotes => {
  const votes: StyleVotes = {
    dot: 0,
    comma: 0,
    fractions: 0,
    longThousandths: 0,
    loneDots: 0,
    loneCommas: 0,
    plain: 0,
  }
  cells.forEach((cell, code) => {
    const rows = counts[code] ?? 0
    if (cell === null || rows === 0) return
    const vote = voteOf(cell)
    if (vote !== null) votes[vote] += rows
    if (cell.fraction) votes.fractions += rows
    if (cell.longThousandths) votes.longThousandths += rows
  })
  return votes
}

/** What one number says about the style; null when both styles read it alike. */
const voteOf = (cell: NumberCell): keyof StyleVotes | null => {
  if (cell.plain) return 'plain'
  if (cell.lone) return Math.abs(cell.dot) < Math.abs(cell.comma) ? 'loneDots' : 'loneCommas'
  if (Number.isNaN(cell.comma)) return 'dot'
  return Number.isNaN(cell.dot) ? 'comma' : null
}

/**
 * `1.500` with `12` beside it is grouped: small numbers need no mark. A column where every number
 * carries three digits behind its mark is a database's decimal(…,3): for quantities always, for
 * money only with a dot (a lone comma there is the English thousands mark).
 */
const areLoneMarksGroups = (votes: StyleVotes, habits: NumberHabits): boolean => {
  if (votes.plain > 0) return true
  return habits.kind !== 'quantity' && votes.loneCommas > votes.loneDots
}

/** A number that does not fit the column's style, but has one reading of its own, keeps that. */
const numberUnder = (cell: NumberCell, style: ColumnStyle): number => {
  if (cell.lone && style.loneIsGroup) {
    return Math.abs(cell.dot) > Math.abs(cell.comma) ? cell.dot : cell.comma
  }
  const value = cell[style.decimal]
  return Number.isNaN(value) ? cell[style.decimal === 'dot' ? 'comma' : 'dot'] : value
}

const markRows = (
  cells: readonly (NumberCell | null)[],
  counts: Uint32Array,
): (readonly [string, number])[] => {
  const rows = new Map<string, number>()
  cells.forEach((cell, code) => {
    const seen = counts[code] ?? 0
    if (cell?.mark && seen > 0) rows.set(cell.mark, (rows.get(cell.mark) ?? 0) + seen)
  })
  return [...rows].sort((a, b) => b[1] - a[1])
}

/** One `Gift card $10` makes no price column: the marks must stand on a fair share of the numbers. */
const commonMark = (
  cells: readonly (NumberCell | null)[],
  counts: Uint32Array,
  numeric: number,
): string | null => {
  const [mark, seen] = markRows(cells, counts)[0] ?? [null, 0]
  return seen >= numeric * MARKED_SHARE_MIN ? mark : null
}

const MARKED_SHARE_MIN = 0.2

const frequentMarks = (
  cells: readonly (NumberCell | null)[],
  counts: Uint32Array,
  numeric: number,
): string[] =>
  markRows(cells, counts).flatMap(([mark, seen]) =>
    seen >= numeric * SECOND_MARK_SHARE_MIN ? [mark] : [],
  )

/** One row in fifty under another currency is no slip of the pen. */
const SECOND_MARK_SHARE_MIN = 0.02
