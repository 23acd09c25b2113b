import type { Forecast } from '../analytics/findings.ts'
import { EVERYTHING, MONEY } from '../analytics/score.ts'
import { type Day, tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Effect } from '../store/effects.ts'
import { asError, type World } from './world.ts'

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

/** A round of the schedule foretells so many shops, some seconds of work: alerts wait for the next round. */
const SHOPS_A_ROUND = 50

/** Puts today's forecasts on record, the shops in turn; one shop's trouble does not keep the others from it. */
export const foretellSome = async (world: World, shops: readonly Shop[]): Promise<void> => {
  let made = 0
  for (const shop of shops) {
    if (made >= SHOPS_A_ROUND) return
    try {
      if (await foretellToday(world, shop)) made += 1
    } catch (error) {
      world.log.error('forecast could not be put on record', {
        shop: shop.id,
        error: asError(error),
      })
    }
  }
}

/**
 * Puts today's forecast on record as the trading day begins, once a shop and day, unless the owner has been told
 * one before: without a record there is no score. True when there was something to do.
 */
const foretellToday = async (world: World, shop: Shop): Promise<boolean> => {
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  const slot = `${shop.id}/${today}`
  if (await world.store.hasRun(JOB, slot)) return false
  // A shop without sales may send its first file any minute: then there is still something to foretell.
  if ((await world.store.coverage(shop.id)) === null) return false
  const found = await world.pool.forecast({ shop, today, days: 1, first: today })
  const effect =
    found?.forecast && foretellEffect(found.forecast, shop, { day: today, asked: false })
  if (effect) await world.store.apply([effect])
  await world.store.claimRun(JOB, slot)
  return true
}

const JOB = 'foretell'
