import type { Forecast } from '../analytics/findings.ts'
import { EVERYTHING, MONEY } from '../analytics/score.ts'
import { type Day, tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Effect } from '../store/effects.ts'
import type { World } from './world.ts'

/** Products whose single ranges are kept: as many as a reply names, and some more to learn from. */
const PRODUCTS_KEPT = 10

/** The first day of a forecast as it is put on record. Null when there is nothing to say about it. */
export const foretellEffect = (
  forecast: Forecast,
  shop: Shop,
  { day, asked }: { readonly day: Day; readonly asked: boolean },
): Effect | null => {
  const on = <Dated extends { readonly day: Day }>(days: readonly Dated[]) =>
    days.find((each) => each.day === day)
  const [units, money] = [on(forecast.total), on(forecast.revenue)]
  const parts = [
    { product: EVERYTHING, range: units },
    { product: MONEY, range: money },
    ...forecast.products
      .slice(0, PRODUCTS_KEPT)
      .map(({ product, days }) => ({ product, range: on(days) })),
  ].flatMap(({ product, range }) =>
    range === undefined || range.high === 0
      ? []
      : [{ product, likely: range.likely, low: range.low, high: range.high }],
  )
  return parts.length === 0
    ? null
    : { kind: 'foretell', shopId: shop.id, said: { day, parts, asked } }
}

/**
 * Puts today's forecast on record as the trading day begins, once a shop and day, unless the owner has been told
 * one before: without a record there is no score.
 */
export const foretellToday = async (world: World, shop: Shop): Promise<void> => {
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  const slot = `${shop.id}/${today}`
  if (await world.store.hasRun(JOB, slot)) return
  // A shop without sales may send its first file any minute: then there is still something to foretell.
  if ((await world.store.coverage(shop.id)) === null) return
  const found = await world.pool.forecast({ shop, today, days: 1, first: today })
  const effect =
    found?.forecast && foretellEffect(found.forecast, shop, { day: today, asked: false })
  if (effect) await world.store.apply([effect])
  await world.store.claimRun(JOB, slot)
}

const JOB = 'foretell'
