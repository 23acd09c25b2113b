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
  const hasSupplier = facts.columns.some(({ name }) => SUPPLIER.test(name))
  if (hasSupplier && money.revenue === null && facts.columns.some(isCost)) return true
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
  return hasSupplier && !hasSellingTotal(facts)
}

const isCost = (column: ColumnFacts): boolean =>
  isNumbers(column) && /cost|modal|hpp|costo|custo|coût|kosten|koszt|maliyet/i.test(column.name)

/**
 * True for a statement of money in and out: a balance on every line, nothing counted in pieces, and
 * money going out on many of them.
 */
export const isAccountBook = (facts: TableFacts, { quantity, revenue }: MoneyPlan): boolean => {
  if (quantity !== null || revenue === null) return false
  const hasBalance = facts.columns.some((column) => BALANCE.test(column.name) && isNumbers(column))
  const isOut = (row: number) => numberAt(revenue, row) < 0
  return hasBalance && shareOf(sampleOf(facts).rows, isOut) >= OUT_SHARE_MIN
}

const BALANCE =
  /^(?:running )?(?:balance|saldo|solde|kontostand|bakiye|số dư|残高|余额|잔액|ยอดคงเหลือ|الرصيد)/i
/** A shop gives money back on one sale in twenty, an account pays every few lines. */
const OUT_SHARE_MIN = 0.2

const isTheirProduct = (
  facts: TableFacts,
  { quantity, revenue, bought }: Readonly<Record<'quantity' | 'revenue' | 'bought', ColumnFacts>>,
): boolean =>
  shareOf(sampleOf(facts).rows, (row) =>
    isNear(numberAt(quantity, row) * numberAt(bought, row), numberAt(revenue, row)),
  ) >= AGREEMENT_MIN

const hasSellingTotal = (facts: TableFacts): boolean =>
  ofSense(facts, 'netRevenue', 'revenue', 'grossRevenue', 'orderTotal').some(isNumbers)
