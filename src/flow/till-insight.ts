import { addDays, type Day, type Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { type Supply, supplyOf } from '../sales/supply.ts'
import type { BranchDay, ProductSum } from '../sales/totals.ts'
import type { Reader } from '../store/store.ts'
import type { Named } from './stock-insight.ts'

type TillAsked = {
  readonly shop: Shop
  readonly today: Day
  /** Days whose totals are wanted beside. */
  readonly days: readonly Day[]
  readonly branches?: readonly string[]
}

export type TillProduct = Named & {
  /** Minor units one piece usually brings; null where nobody knows. */
  readonly usualPrice: number | null
  readonly pack: Supply['pack']
}

/** What booking a sale by hand needs to know of the shop. */
export type Till = {
  /** Most sold first. */
  readonly products: readonly TillProduct[]
  readonly branches: readonly string[]
  /** False only in a shop whose files never hold money. */
  readonly hasMoney: boolean
  /** Sales are counted by receipt numbers. */
  readonly hasReceipts: boolean
  /** The asked days as they stand, branch by branch. */
  readonly onDays: readonly BranchDay[]
}

export type TillInsights = { readonly till: (request: TillAsked) => Promise<Till> }

/** A price older than this may be another one today. */
const PRICE_DAYS = 90

export const till = async (reader: Reader, { shop, today, days }: TillAsked): Promise<Till> => {
  const coverage = await reader.coverage(shop.id)
  const until = coverage === null || coverage.span.to > today ? today : coverage.span.to
  const recent = { from: addDays(until, -PRICE_DAYS), to: until }
  const [all] = await reader.planRows(shop.id, { span: recent, by: null, where: [] })
  return {
    products: await productsIn(reader, shop.id, { recent, ever: coverage?.span ?? recent }),
    branches: await soldBy(reader, shop.id, { span: coverage?.span ?? recent, by: 'branch' }),
    hasMoney: coverage?.hasMoney ?? true,
    hasReceipts: (all?.receipts ?? 0) > 0,
    onDays: (
      await Promise.all(days.map((day) => reader.branchDays(shop.id, { from: day, to: day })))
    ).flat(),
  }
}

/** Names with sales that count: those of files taken back are nobody's any more. */
const soldBy = async (
  reader: Reader,
  shopId: string,
  { span, by }: { readonly span: Span; readonly by: 'branch' | 'product' },
): Promise<readonly string[]> => {
  const rows = await reader.planRows(shopId, { span, by, where: [] })
  return rows.flatMap(({ key }) => (typeof key === 'string' ? [key] : []))
}

/** What has ever sold, or of whose stock somebody has told; what sells most of late comes first. */
const productsIn = async (
  reader: Reader,
  shopId: string,
  { recent, ever }: { readonly recent: Span; readonly ever: Span },
): Promise<readonly TillProduct[]> => {
  const sold = await reader.productSums(shopId, recent)
  const { entries } = await reader.stockDiary(shopId)
  const supply = supplyOf(entries)
  const names = new Set(await soldBy(reader, shopId, { span: ever, by: 'product' }))
  const told = new Set(entries.flatMap(({ scope, ref }) => (scope === 'product' ? [ref] : [])))
  const labels = await reader.namesOf(shopId, 'product')
  const sums = new Map(sold.map((sum, rank) => [sum.product, { sum, rank }]))
  const rankOf = ({ name }: Named): number => sums.get(name)?.rank ?? sold.length
  return labels
    .filter(({ ref, name }) => names.has(name) || told.has(ref))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map(({ ref, name }) => ({
      ref,
      name,
      usualPrice: priceOf(sums.get(name)?.sum),
      pack: supply(ref, null).pack,
    }))
}

/** Net money by piece. A product that mostly came back has none. */
const priceOf = (sum: ProductSum | undefined): number | null =>
  sum === undefined || sum.quantity <= 0 || sum.revenue <= 0
    ? null
    : (sum.revenue / sum.quantity) * THOUSANDTHS
const THOUSANDTHS = 1000
