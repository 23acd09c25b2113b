import { type ColumnFacts, ofSense, type TableFacts } from './facts.ts'
import type { Sense } from './header-words.ts'
import { cellAt } from './table.ts'

/** Which columns hold quantity and money, and how a line's revenue comes from them. */
export type MoneyPlan = {
  readonly quantity: ColumnFacts | null
  readonly unitPrice: ColumnFacts | null
  /** The line's money; null: quantity × unit price, where there is a unit price. */
  readonly revenue: ColumnFacts | null
  /** Taken off the line's money. Null where the revenue column has it off already. */
  readonly discount: Discount | null
}

/** `amount` is money; `percent` is 0-100 and `share` 0-1 of the line. */
export type Discount = {
  readonly column: ColumnFacts
  readonly kind: 'amount' | 'percent' | 'share'
}

export type MoneyDecision =
  | { readonly kind: 'decided'; readonly plan: MoneyPlan }
  | { readonly kind: 'open'; readonly example: string; readonly options: readonly MoneyOption[] }

/** A reading to choose: a money column by its heading, or COMPUTED. */
export type MoneyOption = { readonly id: string; readonly label: string }

/** The answer "quantity × unit price" to the money question. */
export const COMPUTED = 'computed'

/**
 * Gives the number columns their meaning. Arithmetic outranks words: where quantity × price comes to
 * a third column on nearly every line, these are the three whatever they are called. After that a
 * net column wins over a total, a total over a gross one; cost, profit and tax are never sales.
 */
export const decideMoney = (facts: TableFacts, answer: string | undefined): MoneyDecision => {
  const numbers = numberColumns(facts)
  const rows = sampleRows(facts)
  const product = bestProduct(numbers, rows)
  if (product) return decided(fromProduct(facts, product, rows))
  return fromWords(facts, rows, answer)
}

const decided = (plan: MoneyPlan): MoneyDecision => ({ kind: 'decided', plan })

/** Rows that arithmetic is tried on, spread over the whole file. */
const SAMPLE_ROWS = 400

const sampleRows = ({ table, header }: TableFacts): number[] => {
  const first = header.row + 1
  const step = Math.max(1, Math.floor((table.rows - first) / SAMPLE_ROWS))
  return Array.from(
    { length: Math.max(0, Math.ceil((table.rows - first) / step)) },
    (_, i) => first + i * step,
  )
}

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
]
/** Dirty columns (`ERROR`, `UNKNOWN`) still are number columns where the heading says so. */
const NUMERIC_SHARE_NAMED = 0.5
const NUMERIC_SHARE_UNNAMED = 0.9
const NUMBER_COLUMNS_MAX = 14

const isNumbers = (column: ColumnFacts): boolean =>
  column.filled > 0 &&
  column.numericShare >= (column.sense === null ? NUMERIC_SHARE_UNNAMED : NUMERIC_SHARE_NAMED)

const numberColumns = (facts: TableFacts): ColumnFacts[] =>
  facts.columns
    .filter((column) => isNumbers(column) && !NEVER_MONEY.includes(column.sense?.sense))
    .filter((column) => column.sense !== null || column.dateShare < 0.5)
    .slice(0, NUMBER_COLUMNS_MAX)

const numberAt = (column: ColumnFacts, row: number): number =>
  column.numbers.values[column.column.codes[row] ?? 0] ?? Number.NaN

type Product = {
  readonly quantity: ColumnFacts
  readonly unitPrice: ColumnFacts
  readonly gross: ColumnFacts
  readonly fit: number
}

/** Share of telling lines that must come out right; the rest are slips and hand-made prices. */
const AGREEMENT_MIN = 0.6
/** To the cent on a third of the lines is no chance where all three headings say so too. */
const AGREEMENT_NAMED_MIN = 0.3
/** Fit of three headings each of which is a known word for its part. */
const NAMED_FIT = 17

const bestProduct = (columns: readonly ColumnFacts[], rows: readonly number[]): Product | null => {
  let best: Product | null = null
  for (const gross of columns) {
    for (const quantity of columns) {
      for (const unitPrice of columns) {
        if (gross === quantity || gross === unitPrice || quantity === unitPrice) continue
        const words = wordFit(quantity, unitPrice, gross)
        if (words === null || (best && words + 1.5 <= best.fit)) continue
        const agreement = agreementOf({ quantity, unitPrice, gross, fit: 0 }, rows)
        if (agreement < agreementNeeded(words)) continue
        const fit = words + agreement + wholeNumberShare(quantity) / 2
        if (best === null || fit > best.fit) best = { quantity, unitPrice, gross, fit }
      }
    }
  }
  return best
}

const agreementNeeded = (words: number): number => {
  if (words >= NAMED_FIT) return AGREEMENT_NAMED_MIN
  return words <= WORD_FIT_MIN ? AGREEMENT_UNNAMED_MIN : AGREEMENT_MIN
}

/** Of two factors without a name the one in small whole numbers is the quantity. */
const wholeNumberShare = ({ numbers }: ColumnFacts): number => {
  const values = numbers.values.filter((value) => !Number.isNaN(value))
  return (
    values.filter((value) => Number.isInteger(value) && Math.abs(value) < 100).length /
    values.length
  )
}

/** How well three headings fit quantity, price and line total; null where one cannot be it at all. */
const wordFit = (
  quantity: ColumnFacts,
  unitPrice: ColumnFacts,
  gross: ColumnFacts,
): number | null => {
  const parts = [
    QUANTITY_FIT[quantity.sense?.sense ?? 'unknown'],
    PRICE_FIT[unitPrice.sense?.sense ?? 'unknown'],
    GROSS_FIT[gross.sense?.sense ?? 'unknown'],
  ]
  let fit = 0
  for (const part of parts) {
    if (part === undefined) return null
    fit += part
  }
  return fit < WORD_FIT_MIN ? null : fit
}

type FitTable = Readonly<Partial<Record<Sense | 'unknown', number>>>
const QUANTITY_FIT: FitTable = { quantity: 6, unknown: 2, revenue: 0, netRevenue: 0 }
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
/** Three unknown headings still may be the three, if they come out right nearly always. */
const WORD_FIT_MIN = 6
const AGREEMENT_UNNAMED_MIN = 0.9

const agreementOf = ({ quantity, unitPrice, gross }: Product, rows: readonly number[]): number => {
  let telling = 0
  let right = 0
  for (const row of rows) {
    const [q, p, g] = [numberAt(quantity, row), numberAt(unitPrice, row), numberAt(gross, row)]
    if (Number.isNaN(q * p * g) || q === 1 || p === 1 || g === 0) continue
    telling++
    if (isNear(Math.abs(q * p), Math.abs(g))) right++
  }
  return telling === 0 ? 0 : right / telling
}

/** Rounding of prices to the cent, and of lines to the whole unit. */
const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= Math.max(0.02, Math.min(1, Math.abs(b) * 0.005))

const fromProduct = (facts: TableFacts, product: Product, rows: readonly number[]): MoneyPlan => {
  const { quantity, unitPrice, gross } = product
  const net = ofSense(facts, 'netRevenue').find(
    (column) => column.sense?.exact && isNumbers(column),
  )
  if (net) return { quantity, unitPrice, revenue: net, discount: null }
  const discount = discountOf(facts, gross, rows)
  if (!discount || isPriceAfterDiscount(facts, product, { discount, rows })) {
    return { quantity, unitPrice, revenue: gross, discount: null }
  }
  const after = columnAfterDiscount(facts, { gross, discount }, rows)
  if (after) return { quantity, unitPrice, revenue: after, discount: null }
  return { quantity, unitPrice, revenue: gross, discount }
}

/** The price already is the reduced one: its heading says so, or a list price less the discount is it. */
const isPriceAfterDiscount = (
  facts: TableFacts,
  { quantity, unitPrice }: Product,
  { discount, rows }: { readonly discount: Discount; readonly rows: readonly number[] },
): boolean => {
  if (AFTER_DISCOUNT.test(unitPrice.name)) return true
  const telling = rows.filter((row) => Math.abs(numberAt(discount.column, row)) > 0)
  return ofSense(facts, 'unitPrice', 'price', 'leftAlone').some((list) => {
    if (list === unitPrice || !isNumbers(list)) return false
    const right = telling.filter((row) => {
      const [off, price] = [numberAt(discount.column, row), numberAt(unitPrice, row)]
      const eachOff = afterDiscount(numberAt(list, row), off, discount.kind)
      const lineOff = afterDiscount(
        numberAt(list, row),
        off / numberAt(quantity, row),
        discount.kind,
      )
      return isNear(eachOff, price) || isNear(lineOff, price)
    })
    return telling.length > 0 && right.length >= telling.length * AGREEMENT_MIN
  })
}

const AFTER_DISCOUNT = /setelah|sesudah|after|discounted|nett?(?![a-z])/i

/** A discount column that takes something off somewhere, and in which unit it is written. */
const discountOf = (
  facts: TableFacts,
  gross: ColumnFacts | null,
  rows: readonly number[],
): Discount | null => {
  const column = ofSense(facts, 'discount').find(isNumbers)
  if (!column) return null
  const values = rows.map((row) => Math.abs(numberAt(column, row))).filter((value) => value > 0)
  if (values.length === 0) return null
  const largest = values.reduce((a, b) => Math.max(a, b), 0)
  const percentMark =
    /%|percent|persen/i.test(column.name) || column.column.values.some((text) => text.endsWith('%'))
  if (largest <= 1) return { column, kind: percentMark && largest === 1 ? 'percent' : 'share' }
  if (largest <= 100 && (percentMark || typicalSize(gross, rows) > PERCENT_AGAINST)) {
    return { column, kind: 'percent' }
  }
  return { column, kind: 'amount' }
}

/** Beside prices in the thousands a discount of at most 100 is a percentage. */
const PERCENT_AGAINST = 2000

const typicalSize = (column: ColumnFacts | null, rows: readonly number[]): number => {
  if (column === null) return 0
  const sizes = rows
    .map((row) => Math.abs(numberAt(column, row)))
    .filter((value) => value > 0)
    .sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}

/** What a discount leaves of an amount; the amount's sign (a refund's) stays. */
export const afterDiscount = (amount: number, discount: number, kind: Discount['kind']): number => {
  const off = Math.abs(Number.isNaN(discount) ? 0 : discount)
  if (kind === 'amount') return amount - Math.sign(amount) * off
  return amount * (1 - off / (kind === 'percent' ? 100 : 1))
}

const columnAfterDiscount = (
  facts: TableFacts,
  { gross, discount }: { readonly gross: ColumnFacts; readonly discount: Discount },
  rows: readonly number[],
): ColumnFacts | null => {
  const others = numberColumns(facts).filter(
    (column) => column !== gross && column !== discount.column,
  )
  const telling = rows.filter((row) => Math.abs(numberAt(discount.column, row)) > 0)
  const found = others.find((column) => {
    const right = telling.filter((row) =>
      isNear(
        numberAt(column, row),
        afterDiscount(numberAt(gross, row), numberAt(discount.column, row), discount.kind),
      ),
    )
    return telling.length > 0 && right.length >= telling.length * AGREEMENT_MIN
  })
  return found ?? null
}

/** Without arithmetic to lean on, the headings speak; two that contradict each other are asked about. */
const fromWords = (
  facts: TableFacts,
  rows: readonly number[],
  answer: string | undefined,
): MoneyDecision => {
  const quantity = ofSense(facts, 'quantity').find(isNumbers) ?? null
  const unitPrice = ofSense(facts, 'unitPrice', 'price').find(isNumbers) ?? null
  const totals = ofSense(facts, 'netRevenue', 'revenue', 'grossRevenue', 'orderTotal').filter(
    isNumbers,
  )
  const base = { quantity, unitPrice, discount: null }
  const [first] = totals
  if (first === undefined) return decided(fromPriceAlone(facts, base, rows))
  const chosen = chosenByAnswer(totals, answer)
  if (answer === COMPUTED && quantity && unitPrice) return decided({ ...base, revenue: null })
  if (chosen) return decided({ ...base, revenue: chosen })
  const rival = rivalOf(facts, { first, totals, quantity, unitPrice }, rows)
  if (rival === 'none') return decided(netOf(facts, { ...base, revenue: first }, rows))
  if (rival === 'compute') return decided({ ...base, revenue: null })
  return openQuestion(facts, [first, rival], { quantity, unitPrice })
}

const chosenByAnswer = (totals: readonly ColumnFacts[], answer: string | undefined) =>
  answer === undefined ? undefined : totals.find((column) => column.name === answer)

/** A gross column with a discount beside it and no net one: the discount comes off. */
const netOf = (facts: TableFacts, plan: MoneyPlan, rows: readonly number[]): MoneyPlan => {
  if (plan.revenue?.sense?.sense !== 'grossRevenue') return plan
  return { ...plan, discount: discountOf(facts, plan.revenue, rows) }
}

type Totals = {
  readonly first: ColumnFacts
  readonly totals: readonly ColumnFacts[]
  readonly quantity: ColumnFacts | null
  readonly unitPrice: ColumnFacts | null
}

/** Another reading of the line's money that the file supports as well as the first. */
const rivalOf = (
  facts: TableFacts,
  { first, totals, quantity, unitPrice }: Totals,
  rows: readonly number[],
): ColumnFacts | 'compute' | 'none' => {
  if (first.sense?.sense === 'netRevenue') return 'none'
  if (quantity && unitPrice && first.sense?.sense === 'orderTotal') return 'compute'
  if (quantity && unitPrice && isOrderTotal(facts, first, rows)) return 'compute'
  if (quantity && unitPrice) {
    const product = { quantity, unitPrice, gross: first, fit: 0 }
    if (!isLessDiscount(facts, product, rows) && contradicts(product, rows)) return unitPrice
  }
  const rivals = totals.filter(
    (column) =>
      column !== first && column.sense?.sense === first.sense?.sense && column.sense?.exact,
  )
  return rivals.find((column) => differ(facts, { first, column }, rows)) ?? 'none'
}

/** The same amount on every line of an invoice with several products is the order's, not the line's. */
const isOrderTotal = (facts: TableFacts, column: ColumnFacts, rows: readonly number[]): boolean => {
  const invoice = ofSense(facts, 'invoice')[0]
  if (!invoice) return false
  const same = { pairs: 0, equal: 0 }
  for (const row of rows) {
    const code = invoice.column.codes[row]
    if (row + 1 >= facts.table.rows || !code || code !== invoice.column.codes[row + 1]) continue
    same.pairs++
    const [here, next] = [column.column.codes[row], column.column.codes[row + 1]]
    // Repeated on every line, or written on the order's first line only.
    if (here === next || next === 0) same.equal++
  }
  return same.pairs >= ORDER_PAIRS_MIN && same.equal >= same.pairs * 0.9
}

const ORDER_PAIRS_MIN = 3

/** The total is quantity × price less the discount beside it. */
const isLessDiscount = (
  facts: TableFacts,
  { quantity, unitPrice, gross }: Product,
  rows: readonly number[],
): boolean => {
  const discount = discountOf(facts, gross, rows)
  if (!discount) return false
  const right = rows.filter((row) => {
    const full = numberAt(quantity, row) * numberAt(unitPrice, row)
    const off = numberAt(discount.column, row)
    return isNear(afterDiscount(full, off, discount.kind), numberAt(gross, row))
  })
  return right.length >= rows.length * AGREEMENT_MIN
}

/** True when quantity × price and the total go apart in no steady proportion (a tax would be steady). */
const contradicts = (product: Product, rows: readonly number[]): boolean => {
  const ratios = rows
    .map(
      (row) =>
        numberAt(product.gross, row) /
        (numberAt(product.quantity, row) * numberAt(product.unitPrice, row)),
    )
    .filter((ratio) => Number.isFinite(ratio) && ratio !== 0)
    .sort((a, b) => a - b)
  if (ratios.length < CONTRADICTION_ROWS_MIN) return false
  const middle = ratios[Math.floor(ratios.length / 2)] ?? 1
  const steady = ratios.filter((ratio) => Math.abs(ratio / middle - 1) < 0.01)
  return steady.length < ratios.length * AGREEMENT_MIN
}

const CONTRADICTION_ROWS_MIN = 3

/** Two totals differ unless they are equal, or one is the other with a tax or fee column added. */
const differ = (
  facts: TableFacts,
  { first, column }: { readonly first: ColumnFacts; readonly column: ColumnFacts },
  rows: readonly number[],
): boolean => {
  const extras = ofSense(facts, 'leftAlone').filter(isNumbers)
  const agrees = (extra: ColumnFacts | null) =>
    rows.filter((row) => {
      const added = extra === null ? 0 : numberAt(extra, row)
      return isNear(numberAt(first, row) + added, numberAt(column, row))
    }).length >=
    rows.length * AGREEMENT_MIN
  return !agrees(null) && !extras.some(agrees)
}

const openQuestion = (
  { table, header }: TableFacts,
  [first, rival]: readonly [ColumnFacts, ColumnFacts],
  { quantity, unitPrice }: { quantity: ColumnFacts | null; unitPrice: ColumnFacts | null },
): MoneyDecision => {
  const row = header.row + 1
  const options: MoneyOption[] = [{ id: first.name, label: first.name }]
  if (rival === unitPrice && quantity) {
    options.push({ id: COMPUTED, label: `${quantity.name} × ${unitPrice.name}` })
  } else options.push({ id: rival.name, label: rival.name })
  const example = [first, rival]
    .map(({ name, index }) => `${name} ${cellAt(table, row, index)}`)
    .join(', ')
  return { kind: 'open', example, options }
}

/** One money column called price: the line's total where it grows with quantity, else a unit price. */
const fromPriceAlone = (
  facts: TableFacts,
  base: Omit<MoneyPlan, 'revenue'>,
  rows: readonly number[],
): MoneyPlan => {
  const { quantity, unitPrice } = base
  if (!unitPrice) return { ...base, revenue: null }
  const discount = discountOf(facts, unitPrice, rows)
  if (!quantity || growsWithQuantity(facts, quantity, unitPrice)) {
    return { quantity, unitPrice: null, revenue: unitPrice, discount }
  }
  return { ...base, revenue: null, discount }
}

/**
 * Compares lines of one product with different quantities: equal prices speak for a unit price, equal
 * price ÷ quantity for a line total.
 */
const growsWithQuantity = (
  facts: TableFacts,
  quantity: ColumnFacts,
  price: ColumnFacts,
): boolean => {
  const name = ofSense(facts, 'product', 'productCode')[0]
  if (!name) return false
  const seen = new Map<number, { readonly q: number; readonly p: number }>()
  const votes = { unit: 0, total: 0 }
  for (let row = facts.header.row + 1; row < facts.table.rows; row++) {
    const [q, p] = [numberAt(quantity, row), numberAt(price, row)]
    if (!(Math.abs(q) > 0 && Math.abs(p) > 0)) continue
    const code = name.column.codes[row] ?? 0
    const last = seen.get(code)
    seen.set(code, { q, p })
    if (last === undefined || last.q === q) continue
    if (isNear(last.p, p)) votes.unit++
    if (isNear(last.p / last.q, p / q)) votes.total++
  }
  return votes.total > votes.unit
}
