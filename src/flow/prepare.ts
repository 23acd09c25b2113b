import { setImmediate as nextTurn } from 'node:timers/promises'
import { HORIZON_MAX } from '../analytics/forecast-question.ts'
import { tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { startLoop } from './loop.ts'
import type { World } from './world.ts'

/** Works out ahead what will be asked. */
export type Preparing = {
  /** This shop has just been looked at; does something when its sales, its words or its day are others than before. */
  readonly offer: (shop: Shop) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Shops with fewer lines are answered in some ten milliseconds without it. */
const PREPARED_FROM_LINES = 20_000

/**
 * Whoever has sent a file asks soon, and in the morning too: for big shops the sums of long stretches are added up
 * and the dearest answers made before they are asked for, one shop after the other. Nothing is lost by it not
 * happening but some seconds of the first who asks.
 */
export const startPreparing = (
  world: Pick<World, 'store' | 'pool' | 'now' | 'log' | 'metrics'>,
): Preparing => {
  const waiting = new Map<string, Shop>()
  /** What each shop's answers were last made of, and the day. */
  const prepared = new Map<string, string>()

  const loop = startLoop({
    now: world.now,
    onError: (error) => world.log.error('answers could not be prepared', { error }),
    work: async () => {
      const [shop] = waiting.values()
      if (shop === undefined) return null
      waiting.delete(shop.id)
      const begunAt = performance.now()
      await prepare(world, shop)
      world.metrics.prepared((performance.now() - begunAt) / 1000)
      return world.now()
    },
  })
  return {
    offer: async (shop) => {
      const { stamp, lines } = await world.store.matterOf(shop.id)
      const state = `${stamp} ${dayIn(shop, world)}`
      if (lines < PREPARED_FROM_LINES || prepared.get(shop.id) === state) return
      prepared.set(shop.id, state)
      waiting.set(shop.id, shop)
      loop.wake()
    },
    stop: loop.stop,
  }
}

const prepare = async (
  { store, pool, now }: Pick<World, 'store' | 'pool' | 'now'>,
  shop: Shop,
): Promise<void> => {
  // One short commit each: messages come in between.
  while (await store.rollBlock(shop.id)) await nextTurn()
  const today = dayIn(shop, { now })
  // As the commands ask, in the order in which people do.
  await pool.ahead.summary({ shop, today, period: null })
  await pool.ahead.restock({ shop, today })
  await pool.ahead.forecast({ shop, today, days: HORIZON_MAX })
  await pool.ahead.why({ shop, today, period: null })
}

const dayIn = (shop: Shop, { now }: Pick<World, 'now'>) =>
  tradingDay(now(), shop.timeZone, shop.closingHour)
