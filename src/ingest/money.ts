import {
  AGREEMENT_MIN,
  bestProduct,
  isNear,
  isNumbers,
  numberAt,
  type Product,
  type Sample,
  sampleOf,
  shareOf,
} from './arithmetic.ts'
import {
  columnAfterDiscount,
  type Discount,
  discountOf,
  isLessDiscount,
  isPriceAfterDiscount,
  isSaidAfterDiscount,
} from './discount.ts'
import { isAfterFees, isWithExtra } from './extras.ts'
import { type ColumnFacts, ofSense, type TableFacts } from './facts.ts'
import { namesColumn } from './names-column.ts'
import { type Returned, returnedOf } from './returned.ts'
import { cellAt } from './table.ts'

/** Which columns hold quantity and money, and how a line's revenue comes from them. */
export type MoneyPlan = {
  readonly quantity: ColumnFacts | null
  readonly unitPrice: ColumnFacts | null
  /** The line's money; null: quantity × unit price, where there is a unit price. */
  readonly revenue: ColumnFacts | null
  /** True when `revenue` belongs to the whole order: it counts on the order's first line only. */
  readonly isPerOrder: boolean
  /** Taken off the line's money. Null where the revenue column has it off already. */
  readonly discount: Discount | null
  /** Given back, and still to come off. */
  readonly returned: Returned | null
}

type MoneyDecision =
  | { readonly kind: 'decided'; readonly plan: MoneyPlan }
  | { readonly kind: 'open'; readonly example: string; readonly options: readonly MoneyOption[] }

/** A reading to choose: a money column by its heading, or COMPUTED. */
type MoneyOption = { readonly id: string; readonly label: string }

/** The answer "quantity × unit price" to the money question. */
const COMPUTED = 'computed'

/** No money understood (yet). */
export const NO_MONEY: MoneyPlan = {
  quantity: null,
  unitPrice: null,
  revenue: null,
  isPerOrder: false,
  discount: null,
  returned: null,
}

/**
 * Gives the number columns their meaning. Arithmetic outranks words: where quantity × price comes to
 * a third column on nearly every line, these are the three whatever they are called. After that a
 * net column wins over a total, a total over a gross one; cost, profit and tax are never sales.
 */
export const decideMoney = (facts: TableFacts, answer: string | undefined): MoneyDecision => {
  const sample = sampleOf(facts)
  const product = bestProduct(sample)
  const decision = product ? decided(fromProduct(sample, product)) : fromWords(sample, answer)
  if (decision.kind === 'open') return decision
  return decided({ ...decision.plan, returned: returnedOf(sample, decision.plan) })
}

const decided = (plan: MoneyPlan): MoneyDecision => ({ kind: 'decided', plan })

const fromProduct = (sample: Sample, product: Product): MoneyPlan => {
  const { quantity, unitPrice, gross } = product
  const plan = { ...NO_MONEY, quantity, unitPrice, revenue: gross }
  const net = ofSense(sample.facts, 'netRevenue').find(
    (column) =>
      column.sense?.exact &&
      isNumbers(column) &&
      !isAfterFees(sample, column, (row) => numberAt(gross, row)),
  )
  if (net) return { ...plan, revenue: net }
  const discount = discountOf(sample, gross)
  const isOff = isLessDiscount(sample, product)
  if (!discount || isOff || isPriceAfterDiscount(sample, product, discount)) return plan
  const after = columnAfterDiscount(sample, gross, discount)
  return after ? { ...plan, revenue: after } : { ...plan, discount }
}

/** Without arithmetic to lean on, the headings speak; two that contradict each other are asked about. */
const fromWords = (sample: Sample, answer: string | undefined): MoneyDecision => {
  const named = unitsUnderMoney(sample, saleTotals(sample, namedColumns(sample)))
  const [first] = named.totals
  if (first === undefined) return fromPrices(sample, named, answer)
  if (isPaidOut(sample, named, first)) return decided(fromPriceAlone(sample, named))
  const plan = { ...NO_MONEY, quantity: named.quantity, unitPrice: named.unitPrice }
  const answered = answeredRevenue(named, answer)
  if (answered !== undefined) return decided({ ...plan, revenue: answered })
  const rival = rivalOf(sample, named, first)
  if (rival === 'compute') return decided(plan)
  if (rival !== null) return openQuestion(sample.facts, named, [first, rival])
  const isPerOrder = isOrderTotal(sample, first)
  return decided({ ...plan, revenue: first, isPerOrder, discount: discountOffGross(sample, first) })
}

/** What is left of the price after a commission is the shop's income, and the price was the sale. */
const isPaidOut = (sample: Sample, { quantity, unitPrice }: Named, first: ColumnFacts): boolean => {
  if (unitPrice === null || !isNet(first)) return false
  const pieces = (row: number) => (quantity === null ? 1 : numberAt(quantity, row))
  return isAfterFees(sample, first, (row) => pieces(row) * numberAt(unitPrice, row))
}

/** What the headings alone make of the number columns; `totals` best first. */
type Named = {
  readonly quantity: ColumnFacts | null
  readonly unitPrice: ColumnFacts | null
  readonly totals: readonly ColumnFacts[]
}

const namedColumns = ({ facts }: Sample): Named => ({
  quantity: ofSense(facts, 'quantity').find(isNumbers) ?? null,
  unitPrice: ofSense(facts, 'unitPrice', 'price').find(isNumbers) ?? null,
  totals: ofSense(facts, 'netRevenue', 'revenue', 'grossRevenue', 'orderTotal').filter(isNumbers),
})

/**
 * Totals that are another total with tax, shipping or fees on top, or what a marketplace pays out of
 * it, step behind that other one: sales are what the goods were sold for.
 */
const saleTotals = (sample: Sample, named: Named): Named => {
  const money = ofSense(sample.facts, 'unitPrice', 'price').filter(isNumbers)
  const derived = (total: ColumnFacts) =>
    [...named.totals, ...money].some((other) => {
      const at = (row: number) => numberAt(other, row)
      if (other === total) return false
      if (isNet(total)) return isAfterFees(sample, total, at)
      const isLeftOver = isNet(other) && isAfterFees(sample, other, (row) => numberAt(total, row))
      return !isLeftOver && isWithExtra(sample, total, at)
    })
  const plain = named.totals.filter((total) => !derived(total))
  return { ...named, totals: [...plain, ...named.totals.filter(derived)] }
}

const isNet = ({ sense }: ColumnFacts): boolean => sense?.sense === 'netRevenue'

/** No line comes to less than the price of one piece: `Sales` that do are pieces sold. */
const unitsUnderMoney = (sample: Sample, named: Named): Named => {
  const { quantity, unitPrice, totals } = named
  const [first, ...others] = totals
  if (quantity !== null || unitPrice === null || first === undefined) return named
  const isPieces = (row: number) => {
    const [count, price] = [numberAt(first, row), numberAt(unitPrice, row)]
    const isCount = Number.isInteger(count) && Math.abs(count) <= COUNT_MAX
    return isCount && Math.abs(count) < Math.abs(price)
  }
  if (shareOf(sample.rows, isPieces) < PIECES_SHARE_MIN) return named
  return { quantity: first, unitPrice, totals: others }
}

const PIECES_SHARE_MIN = 0.9

/** The column the owner chose before; null for quantity × price; undefined without a usable answer. */
const answeredRevenue = (named: Named, answer: string | undefined) => {
  if (answer === COMPUTED) return named.quantity && named.unitPrice ? null : undefined
  return named.totals.find((column) => column.name === answer)
}

/** A gross column with a discount beside it and no net one: the discount comes off. */
const discountOffGross = (sample: Sample, revenue: ColumnFacts): Discount | null =>
  revenue.sense?.sense === 'grossRevenue' ? discountOf(sample, revenue) : null

/** Another reading of the line's money that the file supports as well as the first; null for none. */
const rivalOf = (
  sample: Sample,
  { quantity, unitPrice, totals }: Named,
  first: ColumnFacts,
): ColumnFacts | 'compute' | null => {
  if (first.sense?.sense === 'netRevenue') return null
  if (quantity && unitPrice) {
    if (first.sense?.sense === 'orderTotal' || isOrderTotal(sample, first)) return 'compute'
    const product = { quantity, unitPrice, gross: first }
    const computed = (row: number) => numberAt(quantity, row) * numberAt(unitPrice, row)
    if (isWithExtra(sample, first, computed) || isAfterFees(sample, first, computed)) {
      return 'compute'
    }
    if (!isLessDiscount(sample, product) && contradicts(sample, product)) return unitPrice
  }
  const isEqualWord = (column: ColumnFacts) =>
    column !== first &&
    column.sense?.sense === first.sense?.sense &&
    column.sense?.exact === first.sense?.exact
  return totals.find((column) => isEqualWord(column) && differ(sample, first, column)) ?? null
}

/**
 * The same amount on every line of an order with several products, or on its first line only, while
 * the same product comes with other amounts in other orders: then it is the order's, not the line's.
 */
const isOrderTotal = ({ facts }: Sample, { column }: ColumnFacts): boolean => {
  const invoice = ofSense(facts, 'invoice')[0]?.column.codes
  const product = ofSense(facts, 'product', 'productCode')[0]?.column.codes
  if (!invoice || !product) return false
  const pairs = orderPairs(facts, invoice).filter((row) => product[row] !== product[row + 1])
  const { codes } = column
  const isShared = (row: number) => codes[row] === codes[row + 1] || codes[row + 1] === 0
  return pairs.length >= ORDER_PAIRS_MIN && shareOf(pairs, isShared) >= ORDER_SHARE_MIN
    ? hasManyPrices(facts, product, codes)
    : false
}

/** Two lines of an order may cost the same by chance, three such pairs hardly. */
const ORDER_PAIRS_MIN = 3
const ORDER_SHARE_MIN = 0.9
const PAIRS_MAX = 2000

/** Rows that are followed by another of the same order. */
const orderPairs = ({ table, header }: TableFacts, invoice: Uint32Array): number[] => {
  const pairs: number[] = []
  for (let row = header.row + 1; row + 1 < table.rows && pairs.length < PAIRS_MAX; row++) {
    if (invoice[row] !== 0 && invoice[row] === invoice[row + 1]) pairs.push(row)
  }
  return pairs
}

/** Where each product has its one price (a shop with a single price), equal amounts mean nothing. */
const hasManyPrices = (
  { table, header }: TableFacts,
  products: Uint32Array,
  amounts: Uint32Array,
): boolean => {
  const firstAmount = new Map<number, number>()
  for (let row = header.row + 1; row < table.rows; row++) {
    const [product = 0, amount = 0] = [products[row], amounts[row]]
    if (amount === 0) continue
    const known = firstAmount.get(product)
    if (known !== undefined && known !== amount) return true
    firstAmount.set(product, amount)
  }
  return false
}

/** True when quantity × price and the total go apart in no steady proportion (a tax would be steady). */
const contradicts = ({ rows }: Sample, { quantity, unitPrice, gross }: Product): boolean => {
  const ratios = rows
    .map((row) => numberAt(gross, row) / (numberAt(quantity, row) * numberAt(unitPrice, row)))
    .filter((ratio) => Number.isFinite(ratio) && ratio !== 0)
    .sort((a, b) => a - b)
  if (ratios.length < CONTRADICTION_ROWS_MIN) return false
  const middle = ratios[Math.floor(ratios.length / 2)] ?? 1
  const steady = ratios.filter((ratio) => Math.abs(ratio / middle - 1) < STEADY_WITHIN)
  return steady.length < ratios.length * AGREEMENT_MIN
}

const CONTRADICTION_ROWS_MIN = 3
const STEADY_WITHIN = 0.01

/** Two totals differ unless they are equal, or one is the other with a tax or fee column added. */
const differ = (sample: Sample, first: ColumnFacts, other: ColumnFacts): boolean => {
  const at = (row: number) => numberAt(first, row)
  const isEqual = (row: number) => isNear(at(row), numberAt(other, row))
  return shareOf(sample.rows, isEqual) < AGREEMENT_MIN && !isWithExtra(sample, other, at)
}

const openQuestion = (
  { table, header }: TableFacts,
  { quantity, unitPrice }: Named,
  [first, rival]: readonly [ColumnFacts, ColumnFacts],
): MoneyDecision => {
  const isComputed = rival === unitPrice && quantity !== null
  const second: MoneyOption = isComputed
    ? { id: COMPUTED, label: `${quantity.name} × ${rival.name}` }
    : { id: rival.name, label: rival.name }
  const example = [first, rival]
    .map(({ name, index }) => `${name} ${cellAt(table, header.row + 1, index)}`)
    .join(', ')
  return { kind: 'open', example, options: [{ id: first.name, label: first.name }, second] }
}

/**
 * A price for each piece, and beside it a column of small whole numbers that no heading explains: how
 * many were sold, where goods keep their price while those numbers change; otherwise the owner says.
 */
const fromPrices = (sample: Sample, named: Named, answer: string | undefined): MoneyDecision => {
  const { unitPrice } = named
  const count = named.quantity === null && unitPrice ? unnamedCount(sample) : null
  if (count === null || unitPrice === null) return decided(fromPriceAlone(sample, named))
  const counted = { ...named, quantity: count }
  if (answer === COMPUTED || keepsPrice(sample.facts, count, unitPrice)) {
    return decided(fromPriceAlone(sample, counted))
  }
  if (answer === unitPrice.name) return decided(fromPriceAlone(sample, named))
  return openQuestion(sample.facts, counted, [unitPrice, unitPrice])
}

/** The only number column without a meaning, if it could count pieces; a running number does not. */
const unnamedCount = ({ facts, rows }: Sample): ColumnFacts | null => {
  const [only, ...others] = facts.columns.filter(
    (column) => column.sense === null && isNumbers(column),
  )
  if (only === undefined || others.length > 0) return null
  const counts = rows.map((row) => numberAt(only, row)).filter((count) => !Number.isNaN(count))
  const isCount = counts.every((count) => Number.isInteger(count) && Math.abs(count) <= COUNT_MAX)
  const isRunning = counts.every((count, i) => i === 0 || count > (counts[i - 1] ?? 0))
  return isCount && !isRunning && new Set(counts).size > 1 ? only : null
}

/** Pieces on one line of a shop's till. */
const COUNT_MAX = 1000

const keepsPrice = (facts: TableFacts, count: ColumnFacts, price: ColumnFacts): boolean => {
  const pairs = [...productPairs(facts)].filter(
    ([before, row]) => numberAt(count, before) !== numberAt(count, row),
  )
  const isKept = ([before, row]: readonly [number, number]) =>
    isNear(numberAt(price, before), numberAt(price, row))
  return (
    pairs.length >= GROWN_PAIRS_NAMED &&
    pairs.filter(isKept).length >= pairs.length * KEPT_SHARE_MIN
  )
}

const KEPT_SHARE_MIN = 0.9

/** One money column called price: the line's total where it grows with quantity, else a unit price. */
const fromPriceAlone = (sample: Sample, { quantity, unitPrice }: Named): MoneyPlan => {
  if (!unitPrice) return { ...NO_MONEY, quantity }
  // What is on the shelf and its price: nothing says how much of it was sold.
  if (!quantity && ofSense(sample.facts, 'stock').some(isNumbers)) return NO_MONEY
  const discount = isSaidAfterDiscount(unitPrice) ? null : discountOf(sample, unitPrice)
  if (!quantity || growsWithQuantity(sample.facts, quantity, unitPrice)) {
    return { ...NO_MONEY, quantity, revenue: unitPrice, discount }
  }
  const isOff = discount !== null && isPriceAfterDiscount(sample, { quantity, unitPrice }, discount)
  return { ...NO_MONEY, quantity, unitPrice, discount: isOff ? null : discount }
}

/**
 * Compares lines of one product with different quantities: the price is a line total when price ÷
 * quantity stays the same on nearly all of them. A heading that says "unit price" wants more of them.
 */
const growsWithQuantity = (
  facts: TableFacts,
  quantity: ColumnFacts,
  price: ColumnFacts,
): boolean => {
  const votes = { pairs: 0, grown: 0 }
  for (const [before, row] of productPairs(facts)) {
    const [q, p] = [numberAt(quantity, row), numberAt(price, row)]
    const [lastQ, lastP] = [numberAt(quantity, before), numberAt(price, before)]
    if (q === lastQ || !(Math.abs(q * p * lastQ * lastP) > 0)) continue
    votes.pairs++
    if (!isNear(lastP, p) && isNear(lastP / lastQ, p / q)) votes.grown++
  }
  const pairsMin = price.sense?.sense === 'unitPrice' ? GROWN_PAIRS_NAMED : GROWN_PAIRS_MIN
  return votes.grown >= pairsMin && votes.grown >= votes.pairs * GROWN_SHARE_MIN
}

/** One pair may grow by chance: 2 for 12,500 and 28 for 175,000 are both 6,250 each. */
const GROWN_PAIRS_MIN = 2
const GROWN_PAIRS_NAMED = 5
const GROWN_SHARE_MIN = 0.8

/** Each row with the row before it of the same product. */
function* productPairs(facts: TableFacts): Generator<readonly [number, number]> {
  const products = namesColumn(facts)?.column.codes
  const last = new Map<number, number>()
  for (let row = facts.header.row + 1; row < facts.table.rows; row++) {
    const product = products?.[row] ?? 0
    const before = last.get(product)
    if (product !== 0 && before !== undefined) yield [before, row]
    last.set(product, row)
  }
}
