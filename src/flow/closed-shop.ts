import { type Loop, startLoop } from './loop.ts'
import { DAY_MS } from './new-token.ts'
import type { World } from './world.ts'

/** So long a shop deleted on its owner's word can be brought back, exactly as it was. */
export const GRACE_MS = 7 * DAY_MS
/** Nobody waits for the end of the grace; an hour more or less is none. */
const LOOK_MS = 60 * 60_000

/** Takes shops whose grace is over away for good. */
export const sweepClosedShops = (world: World): Loop =>
  startLoop({
    now: world.now,
    lookAgainMs: LOOK_MS,
    onError: (error) => world.log.error('closed shops not swept', { error }),
    work: async () => {
      for (const shopId of await world.store.closedBefore(world.now() - GRACE_MS)) {
        await world.store.eraseShop(shopId)
        world.log.info('shop erased after its grace', { shop: shopId })
      }
      return world.now() + LOOK_MS
    },
  })
