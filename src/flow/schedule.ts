import { foretellSome } from './foretell.ts'
import { type Loop, startLoop } from './loop.ts'
import { speakUnasked } from './unprompted.ts'
import { asError, type World } from './world.ts'

/** Looks at every shop once a minute, and at once after an import: is there something to say unasked? */
export const startSchedule = (world: World, onSaid: () => void): Loop => {
  let dueAt = world.now()
  return startLoop({
    now: world.now,
    onError: (error) => world.log.error('schedule round failed', { error }),
    work: async () => {
      const begunAt = world.now()
      const shops = await world.store.listShops()
      for (const shop of shops) {
        try {
          if (await speakUnasked(world, shop)) onSaid()
        } catch (error) {
          // One shop's trouble must not keep the others unwatched; the next round tries again.
          world.log.error('shop could not be judged', { shop: shop.id, error: asError(error) })
        }
      }
      await foretellSome(world, shops)
      world.metrics.scheduled(Math.max(0, begunAt - dueAt) / 1000, (world.now() - begunAt) / 1000)
      dueAt = world.now() + world.pace.scheduleMs
      return dueAt
    },
  })
}
