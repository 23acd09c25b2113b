import { isNumbers } from './arithmetic.ts'
import { type ColumnFacts, ofSense, type TableFacts } from './facts.ts'
import { namesColumn } from './names-column.ts'
import type { ReadHints } from './reading.ts'
import { rowText } from './table.ts'

/** Goods with a count each, which may be what was sold or what is left. */
export type GoodsList = { readonly product: ColumnFacts; readonly count: ColumnFacts }

/** What such a list holds, as far as the file says; `open` where only the owner knows. */
export type GoodsListKind = 'sales' | 'stock' | 'open'

/**
 * A list of goods and numbers without a day in its rows: no receipt, no total, each product once.
 * Null for every other table. `Produk, Jumlah` is what a day's sales look like, and a count of the
 * shelves as well.
 */
export const goodsList = (facts: TableFacts): GoodsList | null => {
  const count = ofSense(facts, 'quantity').find(isNumbers)
  const product = namesColumn(facts)
  const hasMore = ofSense(
    facts,
    'invoice',
    'netRevenue',
    'revenue',
    'grossRevenue',
    'orderTotal',
    'status',
    'movement',
  )
  if (!count?.sense?.exact || product === null || hasMore.length > 0) return null
  return isOnceEach(product) ? { product, count } : null
}

/** Sales repeat their best goods; a shelf is counted once. */
const isOnceEach = ({ counts, column }: ColumnFacts): boolean =>
  column.values.every((text, code) => text === '' || (counts[code] ?? 0) <= 1)

/** By the owner's answer, else by a word in the headings, the titles above or the file's name. */
export const goodsListKind = (facts: TableFacts, hints: ReadHints): GoodsListKind => {
  const answer = hints.answers['sales-or-stock']
  if (answer === 'sales' || answer === 'stock') return answer
  const { header, table } = facts
  const titles = Array.from({ length: Math.max(0, header.row) }, (_, row) => rowText(table, row))
  const said = [hints.fileName ?? '', ...titles, ...header.names].join(' ').toLowerCase()
  if (SALES_WORDS.test(said) === STOCK_WORDS.test(said)) return 'open'
  return SALES_WORDS.test(said) ? 'sales' : 'stock'
}

const SALES_WORDS =
  /jual|laku|sales|sold|sale\b|omzet|omset|transaksi|order|pesanan|venta|vendid|venda|vente|vendu|verk[aäo]uf|vendit|sprzeda|satış|bán|売|销|판매|ขาย|بيع|مبيع|बिक्री|прода/u
const STOCK_WORDS =
  /sto[ck]k?\b|inventor|persediaan|opname|gudang|sisa|existencia|estoque|bestand|lager|giacenza|voorraad|magazyn|stok|tồn|在庫|库存|재고|คงเหลือ|مخزون|स्टॉक|остат/u
