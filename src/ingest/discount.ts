import {
  AGREEMENT_MIN,
  isNear,
  isNumbers,
  numberAt,
  numberColumns,
  type Product,
  type Sample,
  shareOf,
} from './arithmetic.ts'
import { type ColumnFacts, ofSense } from './facts.ts'

/** `amount` is money off the line, `each` off every piece; `percent` is 0-100 and `share` 0-1 of it. */
export type Discount = {
  readonly column: ColumnFacts
  readonly kind: 'amount' | 'each' | 'percent' | 'share'
}

/** What a discount leaves of an amount; the amount's sign (a refund's) stays. */
export const afterDiscount = (amount: number, discount: number, kind: Discount['kind']): number => {
  const off = Math.abs(Number.isNaN(discount) ? 0 : discount)
  if (kind === 'amount' || kind === 'each') return amount - Math.sign(amount) * off
  return amount * (1 - off / (kind === 'percent' ? 100 : 1))
}

/** The discount column, if it takes anything off anywhere, and the unit it is written in. */
export const discountOf = ({ facts, rows }: Sample, money: ColumnFacts): Discount | null => {
  const column = ofSense(facts, 'discount').find(isNumbers)
  if (!column) return null
  const values = sizesOf(column, rows)
  const largest = values.at(-1)
  if (largest === undefined) return null
  const isPercent =
    /%|percent|persen/i.test(column.name) || column.column.values.some((text) => text.endsWith('%'))
  if (EACH.test(column.name) && !isPercent) return { column, kind: 'each' }
  if (largest <= 1 && !(isPercent && largest === 1) && !isCents(column)) {
    return { column, kind: 'share' }
  }
  const isSmall = largest <= 100 && (isPercent || middleOf(sizesOf(money, rows)) > PERCENT_AGAINST)
  return { column, kind: isSmall ? 'percent' : 'amount' }
}

/** `Potongan/pcs`, `Discount per unit`. */
const EACH = /(?:\/|per|@|each)\s*(?:pcs|pc|unit|item|buah|satuan|piece|produk)|\beach\b|satuan/iu

/** `0.50` off is half a dollar, `0.5` is half the price: money is written with both its decimals. */
const isCents = ({ column, numbers }: ColumnFacts): boolean =>
  column.values.every(
    (text, code) => !(Math.abs(numbers.values[code] ?? 0) > 0) || CENTS.test(text),
  )

const CENTS = /[.,]\d{2}\D*$/

/** Beside prices in the thousands a discount of at most 100 is a percentage. */
const PERCENT_AGAINST = 2000

/** Amounts without sign, zeros left out, in rising order. */
const sizesOf = (column: ColumnFacts, rows: readonly number[]): number[] =>
  rows
    .map((row) => Math.abs(numberAt(column, row)))
    .filter((size) => size > 0)
    .sort((a, b) => a - b)

const middleOf = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0

const discountedRows = ({ rows }: Sample, { column }: Discount): number[] =>
  rows.filter((row) => Math.abs(numberAt(column, row)) > 0)

/** The column that holds the line's money with the discount off already. */
export const columnAfterDiscount = (
  sample: Sample,
  gross: ColumnFacts,
  discount: Discount,
): ColumnFacts | null => {
  const rows = discountedRows(sample, discount)
  const holdsRest = (column: ColumnFacts) => (row: number) =>
    isNear(
      numberAt(column, row),
      afterDiscount(numberAt(gross, row), numberAt(discount.column, row), discount.kind),
    )
  const others = numberColumns(sample.facts).filter(
    ({ index, sense }) =>
      index !== gross.index && index !== discount.column.index && sense?.sense !== 'leftAlone',
  )
  return others.find((column) => shareOf(rows, holdsRest(column)) >= AGREEMENT_MIN) ?? null
}

/** The heading itself says that the discount is off: `Net Price`, `Harga Setelah Diskon`. */
export const isSaidAfterDiscount = ({ name }: ColumnFacts): boolean => AFTER_DISCOUNT.test(name)

const AFTER_DISCOUNT = /setelah|sesudah|after|discounted|nett?(?![a-z])/i

/** The price is the reduced one: its heading says so, or a list price less the discount is it. */
export const isPriceAfterDiscount = (
  sample: Sample,
  { quantity, unitPrice }: Pick<Product, 'quantity' | 'unitPrice'>,
  discount: Discount,
): boolean => {
  if (isSaidAfterDiscount(unitPrice)) return true
  const rows = discountedRows(sample, discount)
  const isReduced = (list: ColumnFacts) => (row: number) => {
    const [off, price] = [numberAt(discount.column, row), numberAt(unitPrice, row)]
    const [full, pieces] = [numberAt(list, row), numberAt(quantity, row)]
    return (
      isNear(afterDiscount(full, off, discount.kind), price) ||
      isNear(afterDiscount(full, off / pieces, discount.kind), price)
    )
  }
  return ofSense(sample.facts, 'unitPrice', 'price', 'leftAlone')
    .filter((list) => list.index !== unitPrice.index && isNumbers(list))
    .some((list) => shareOf(rows, isReduced(list)) >= AGREEMENT_MIN)
}

/** Where there is a discount, the total is quantity × price less it. */
export const isLessDiscount = (
  sample: Sample,
  { quantity, unitPrice, gross }: Product,
): boolean => {
  const discount = discountOf(sample, gross)
  if (!discount) return false
  const isRest = (row: number) => {
    const full = numberAt(quantity, row) * numberAt(unitPrice, row)
    const pieces = discount.kind === 'each' ? numberAt(quantity, row) : 1
    const off = numberAt(discount.column, row) * pieces
    return isNear(afterDiscount(full, off, discount.kind), numberAt(gross, row))
  }
  return shareOf(discountedRows(sample, discount), isRest) >= AGREEMENT_MIN
}
