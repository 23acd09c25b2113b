import { AGREEMENT_MIN, isNear, isNumbers, numberAt, sampleOf, shareOf } from './arithmetic.ts'
import { type ColumnFacts, ofSense, type TableFacts } from './facts.ts'
import type { MoneyPlan } from './money.ts'

/** What the shop itself paid for a piece; the cost of goods in a sales report says other things too. */
const BOUGHT_AT =
  /harga (?:beli|kulak)|purchase price|buying price|bought at|precio de compra|pre[cç]o de compra|prix d.?achat|einkaufspreis|prezzo d.?acquisto|inkoopprijs|cena zakupu|al[ıi]ş fiyat|gi[áa] nh[ậa]p|仕入単価|进价|매입가/i

/** Words for who the shop buys from. */
const SUPPLIER =
  /supplier|pemasok|vendor|proveedor|fornecedor|fournisseur|lieferant|fornitore|leverancier|dostawca|tedarik[çc]i|nh[àa] cung c[ấa]p|仕入先|供应商|공급업체|ผู้ขาย|المورد/i

/**
 * True when a file lists what the shop bought: its total is the quantity times a buying price, with
 * no selling price beside it; or each line names a supplier, no customer, and only a buying price.
 */
export const isPurchaseList = (facts: TableFacts, money: MoneyPlan): boolean => {
  if (money.unitPrice !== null) return false
  const bought = facts.columns.find(({ name }) => BOUGHT_AT.test(name))
  if (bought === undefined || !isNumbers(bought)) return false
  const { quantity, revenue } = money
  if (
    quantity !== null &&
    revenue !== null &&
    isTheirProduct(facts, { quantity, revenue, bought })
  ) {
    return true
  }
  return facts.columns.some(({ name }) => SUPPLIER.test(name)) && !hasSellingTotal(facts)
}

const isTheirProduct = (
  facts: TableFacts,
  { quantity, revenue, bought }: Readonly<Record<'quantity' | 'revenue' | 'bought', ColumnFacts>>,
): boolean =>
  shareOf(sampleOf(facts).rows, (row) =>
    isNear(numberAt(quantity, row) * numberAt(bought, row), numberAt(revenue, row)),
  ) >= AGREEMENT_MIN

const hasSellingTotal = (facts: TableFacts): boolean =>
  ofSense(facts, 'netRevenue', 'revenue', 'grossRevenue', 'orderTotal').some(isNumbers)
