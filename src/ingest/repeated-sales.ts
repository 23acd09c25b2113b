import type { Doubt, ReadRow } from './doubt.ts'
import type { Plan } from './plan.ts'
import { cellAt, rowCells } from './table.ts'

/**
 * A sale paid in two ways, or sent in two parcels, stands twice in exports that write a line for each
 * payment: the same receipt, product, count and money, and only the payment differs. Twins that are
 * equal in every cell are genuine and stay.
 */
export const repeatedSales = (plan: Plan, rows: readonly ReadRow[]): Doubt | null => {
  const { invoice, table } = plan
  const pasted = pastedTwice(plan, rows)
  if (pasted.length > 0) return doubtAbout(plan, pasted)
  if (invoice === null) return null
  const others = otherColumns(plan)
  const seen = new Map<string, number>()
  const repeats: number[] = []
  for (const { row, outcome, aside } of rows) {
    if (aside !== null || !('sale' in outcome)) continue
    const number = cellAt(table, row, invoice)
    const { product, quantity, revenue, variant } = outcome.sale
    if (number === '' || (revenue ?? quantity ?? 0) <= 0) continue
    const key = [number, product, variant, quantity, revenue].join('\u0000')
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row)
    else if (isRepeat(plan, others, [first, row])) repeats.push(row)
  }
  return repeats.length === 0 ? null : doubtAbout(plan, repeats)
}

const doubtAbout = ({ table, invoice, date }: Plan, rows: readonly number[]): Doubt => ({
  kind: 'repeated-sales',
  example: cellAt(table, rows[0] ?? 0, invoice ?? date.index),
  answers: ['once', 'count'],
  rows,
})

/** The second half of the file is the first once more, line by line: pasted or exported twice. */
const pastedTwice = ({ table }: Plan, rows: readonly ReadRow[]): readonly number[] => {
  const lines = rows.flatMap(({ row, outcome, aside }) =>
    aside === null && 'sale' in outcome ? [row] : [],
  )
  const half = lines.length / 2
  if (!Number.isInteger(half) || half < PASTED_MIN) return []
  const textOf = (at: number) => rowCells(table, lines[at] ?? 0).join('\u0000')
  const first = lines.slice(0, half).map((_, at) => textOf(at))
  const isTwice = first.every((text, at) => text === textOf(half + at))
  return isTwice && new Set(first).size >= PASTED_MIN ? lines.slice(half) : []
}

/** Five different lines in the same order, twice, are no chance. */
const PASTED_MIN = 5

/** Columns that say nothing about what was sold. */
const otherColumns = (plan: Plan): number[] => {
  const taken = [
    plan.date.index,
    plan.invoice,
    plan.product,
    plan.variant,
    plan.quantity?.index,
    plan.unitPrice?.index,
    plan.revenue?.index,
  ]
  return plan.headers.flatMap((_, index) => (taken.includes(index) ? [] : [index]))
}

const isOtherPayment = (
  { table, headers, product }: Plan,
  others: readonly number[],
  [first, second]: readonly [number, number],
): boolean => {
  const differing = others.filter(
    (index) => cellAt(table, first, index) !== cellAt(table, second, index),
  )
  // A list of whole receipts names each of them once.
  if (product === null) return differing.length > 0
  return differing.some((index) => PAYMENT.test(headers[index] ?? ''))
}

type Pair = readonly [number, number]

const isRepeat = (plan: Plan, others: readonly number[], pair: Pair): boolean =>
  isOtherPayment(plan, others, pair) || isSameLine(plan, others, pair)

/** The till's own number of the line is the same, whatever else the export repeats it for. */
const isSameLine = (
  { table, headers }: Plan,
  others: readonly number[],
  [first, second]: Pair,
): boolean => {
  const isSame = (index: number) => cellAt(table, first, index) === cellAt(table, second, index)
  const isNumbered = others.some(
    (index) =>
      LINE_NUMBER.test(headers[index] ?? '') && cellAt(table, first, index) !== '' && isSame(index),
  )
  return isNumbered && !others.every(isSame)
}

const LINE_NUMBER =
  /^(?:line|order line|line ?item|item line|detail|row|baris|id detail|transaction line)[ _-]?(?:id|no|number|nr|#)|^(?:id|no)[ _-](?:line|detail|baris|item)/iu

const PAYMENT =
  /pay|paid|bayar|tender|metode|method|cara|amount|tunai|pago|pagamento|paiement|règlement|reglement|zahl|betaal|płatno|platno|ödeme|odeme|thanh toán|支払|支付|付款|결제|ชำระ|الدفع|भुगतान|оплат|tax|pajak|ship|kirim|resi|tracking|courier|kurir|parcel|voucher|coupon|kupon/iu
