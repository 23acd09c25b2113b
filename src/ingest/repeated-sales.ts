import type { Plan } from './plan.ts'
import type { Doubt, ReadRow } from './reconcile.ts'
import { cellAt } from './table.ts'

/**
 * A sale paid in two ways, or sent in two parcels, stands twice in exports that write a line for each
 * payment: the same receipt, product, count and money, and only the payment differs. Twins that are
 * equal in every cell are genuine and stay.
 */
export const repeatedSales = (plan: Plan, rows: readonly ReadRow[]): Doubt | null => {
  const { invoice, table } = plan
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
    else if (isOtherPayment(plan, others, [first, row])) repeats.push(row)
  }
  if (repeats.length === 0) return null
  const example = cellAt(table, repeats[0] ?? 0, invoice)
  return { kind: 'repeated-sales', example, answers: ['once', 'count'], rows: repeats }
}

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

const PAYMENT =
  /pay|paid|bayar|tender|metode|method|cara|amount|tunai|pago|pagamento|paiement|règlement|reglement|zahl|betaal|płatno|platno|ödeme|odeme|thanh toán|支払|支付|付款|결제|ชำระ|الدفع|भुगतान|оплат|tax|pajak|ship|kirim|resi|tracking|courier|kurir|parcel|voucher|coupon|kupon/iu
