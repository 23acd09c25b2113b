import { addDays, type Day } from '../sales/day.ts'
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
  const sold = await reader.productSums(shop.id, recent)
  const { entries } = await reader.stockDiary(shop.id)
  const supply = supplyOf(entries)
  const labels = await reader.namesOf(shop.id, 'product')
  const branches = await reader.namesOf(shop.id, 'branch')
  const [all] = await reader.planRows(shop.id, { span: recent, by: null, where: [] })
  const byName = new Map(sold.map((sum) => [sum.product, sum]))
  const rank = new Map(sold.map((sum, at) => [sum.product, at]))
  const placeOf = ({ name }: Named): number => rank.get(name) ?? sold.length
  return {
    products: labels
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map(({ ref, name }) => ({
        ref,
        name,
        usualPrice: priceOf(byName.get(name)),
        pack: supply(ref, null).pack,
      })),
    branches: branches.map(({ name }) => name),
    hasMoney: coverage?.hasMoney ?? true,
    hasReceipts: (all?.receipts ?? 0) > 0,
    onDays: (
      await Promise.all(days.map((day) => reader.branchDays(shop.id, { from: day, to: day })))
    ).flat(),
  }
}

/** Net money by piece. A product that mostly came back has none. */
const priceOf = (sum: ProductSum | undefined): number | null =>
  sum === undefined || sum.quantity <= 0 || sum.revenue <= 0
    ? null
    : (sum.revenue / sum.quantity) * THOUSANDTHS
const THOUSANDTHS = 1000
