import type { StockLevel } from '../ingest/reading.ts'
import { type Day, dayNumber } from '../sales/day.ts'
import { all, build, type Fact, rowsOf, run } from './engine.ts'
import { labelRows } from './sums.ts'
import { addLabels } from './uploads.ts'

/** Keeps a count: it holds from the end of that day until the next count of the product. */
export function* countStock(shopId: string, day: Day, levels: readonly StockLevel[]): Fact<void> {
  const labels = levels.map(({ product }, index) => ({
    kind: 'product' as const,
    index,
    text: product,
  }))
  for (const { index, id } of yield* addLabels(shopId, labels)) {
    const counted = { quantity: levels[index]?.quantity ?? 0, day: dayNumber(day) }
    yield* run(
      build
        .insertInto('stock_count')
        .values({ shop_id: shopId, product: id, ...counted })
        .onConflict((c) => c.columns(['shop_id', 'product']).doUpdateSet(counted)),
    )
  }
}

/** On hand by product name, thousandths: the last count less what later days have sold; never below 0. */
export function* stockOnHand(shopId: string): Fact<ReadonlyMap<string, number>> {
  const counts = yield* all(
    build.selectFrom('stock_count').selectAll().where('shop_id', '=', shopId),
  )
  if (counts.length === 0) return new Map()
  const since = Math.min(...counts.map(({ day }) => day))
  const sold = yield* rowsOf<{ day: number; product: number; quantity: number }>(
    `select day, product, sum(quantity) as quantity from day_total
     where shop_id = ? and day > ? and product > 0
       and upload in (select no from upload where shop_id = ? and state = 'live')
     group by day, product`,
    [shopId, since, shopId],
  )
  const byProduct = Map.groupBy(sold, ({ product }) => product)
  const names = yield* labelRows(shopId, 'product')
  return new Map(
    counts.map(({ product, quantity, day }) => {
      const later = (byProduct.get(product) ?? []).filter((row) => row.day > day)
      const left = later.reduce((rest, row) => rest - row.quantity, quantity)
      return [names.get(product) ?? '', Math.max(0, left)]
    }),
  )
}
