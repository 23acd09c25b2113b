import { type Profit, profitOf } from '../analytics/profit.ts'
import type { Goods } from '../analytics/shelf.ts'
import { addDays, type Day, dayNumber, type Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { type StockEntry, type Stocked, stockedOf } from '../sales/stock.ts'
import { leadDaysOf, type Supply, supplyOf } from '../sales/supply.ts'
import type { ProductSum } from '../sales/totals.ts'
import type { Reader } from '../store/store.ts'

type Asked = {
  readonly shop: Shop
  readonly today: Day
  readonly branches?: readonly string[]
}

export type Named = { readonly ref: number; readonly name: string }

type Product = Named & {
  /** Day number of its last sale within a year; null: none. */
  readonly lastSoldOn: number | null
}

/** Everything known about goods, as handed to commands. */
export type Stockroom = {
  /** Most sold first, then what was only ever told. */
  readonly products: readonly Product[]
  readonly categories: readonly Named[]
  readonly branches: readonly string[]
  readonly stocked: readonly Stocked[]
  readonly entries: readonly (StockEntry & { readonly token: string })[]
  /** Category of a product, where its lines name one. */
  readonly categoryOf: ReadonlyMap<number, number>
  /** The last day with sales; null without any. */
  readonly salesTo: Day | null
  /** True when the newest sales carry a time of day. */
  readonly hasTimes: boolean
}

export type StockInsights = {
  readonly stockroom: (request: Asked) => Promise<Stockroom>
  /** null: nothing sold in the span. */
  readonly profit: (request: ProfitAsked) => Promise<Profit | null>
}

/** Products not sold for longer are history; who counts one of them names it in full anyway. */
const CATALOGUE_DAYS = 365
/** Days looked through for categories: a month names all that sells. */
const CATEGORY_DAYS = 28

export const stockroom = async (
  reader: Reader,
  { shop, today }: Asked,
): ReturnType<StockInsights['stockroom']> => {
  const coverage = await reader.coverage(shop.id)
  const { entries, soldSince } = await reader.stockDiary(shop.id)
  const labels = await reader.namesOf(shop.id, 'product')
  const salesTo = coverage?.span.to ?? null
  const sold =
    salesTo === null
      ? []
      : await reader.productSums(shop.id, { from: addDays(salesTo, -CATALOGUE_DAYS), to: salesTo })
  // Only where a category has been spoken of: it takes reading every line of the month.
  const categoryOf =
    salesTo === null || !entries.some(({ scope }) => scope === 'category')
      ? new Map<number, number>()
      : await reader.categoriesOf(shop.id, { from: addDays(salesTo, -CATEGORY_DAYS), to: salesTo })
  const supply = supplyOf(entries)
  return {
    products: catalogueOf(labels, sold, entries),
    categories: await reader.namesOf(shop.id, 'category'),
    branches: (await reader.namesOf(shop.id, 'branch')).map(({ name }) => name),
    stocked: stockedOf({
      entries,
      soldSince,
      today: dayNumber(today),
      leadDaysOf: (ref) => leadDaysOf(supply(ref, categoryOf.get(ref) ?? null)),
    }),
    entries,
    categoryOf,
    salesTo,
    hasTimes: salesTo !== null && (await reader.lastMinute(shop.id, salesTo)) !== null,
  }
}

/** What sells or was told of: names of files long taken back are nobody's product any more. */
const catalogueOf = (
  labels: readonly Named[],
  sold: readonly ProductSum[],
  entries: readonly StockEntry[],
): readonly Product[] => {
  const byName = new Map(labels.map((label) => [label.name, label]))
  const selling = sold.flatMap(({ product, lastDay }): Product[] => {
    const label = byName.get(product)
    return label === undefined ? [] : [{ ...label, lastSoldOn: dayNumber(lastDay) }]
  })
  const known = new Set(selling.map(({ ref }) => ref))
  const told = new Set(
    entries.flatMap(({ scope, ref }) => (scope === 'product' && !known.has(ref) ? [ref] : [])),
  )
  const others = labels.filter(({ ref }) => told.has(ref))
  return [...selling, ...others.map((label) => ({ ...label, lastSoldOn: null }))]
}

/** A product's terms of supply. */
export const supplyIn = (room: Stockroom, ref: number | null): Supply =>
  supplyOf(room.entries)(ref, ref === null ? null : (room.categoryOf.get(ref) ?? null))

/** What the restock advice needs to know of each product, by name. */
export const goodsOf = async (
  reader: Reader,
  { shop, today }: Asked,
): Promise<ReadonlyMap<string, Goods>> => {
  const room = await stockroom(reader, { shop, today })
  const stocked = new Map(room.stocked.map((each) => [each.ref, each]))
  const supply = supplyOf(room.entries)
  return new Map(
    room.products.map(({ ref, name, lastSoldOn }) => [
      name,
      {
        ref,
        supply: supply(ref, room.categoryOf.get(ref) ?? null),
        stocked: stocked.get(ref) ?? null,
        lastSoldOn,
      },
    ]),
  )
}

/** `only`: of these products; absent: of all. */
type ProfitAsked = Asked & { readonly span: Span; readonly only?: readonly string[] }

/** What was earned on products of known cost in this span; null without a single sale in it. */
export const profit = async (
  reader: Reader,
  { shop, today, span, only }: ProfitAsked,
): ReturnType<StockInsights['profit']> => {
  const all = await reader.productSums(shop.id, span)
  const sold = only === undefined ? all : all.filter(({ product }) => only.includes(product))
  if (sold.length === 0) return null
  const goods = await goodsOf(reader, { shop, today })
  return profitOf({ span, sold, costOf: (product) => goods.get(product)?.supply.cost ?? null })
}
