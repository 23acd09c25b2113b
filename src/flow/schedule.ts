import type { Shop } from '../sales/shop.ts'
import { foretellSome } from './foretell.ts'
import { startLoop } from './loop.ts'
import { speakUnasked } from './unprompted.ts'
import { asError, type World } from './world.ts'

/** The clock of what is said unasked. */
export type Schedule = {
  /** This shop's sales have changed: it is looked at without waiting for its turn. */
  readonly wake: (shopId: string) => void
  /** The clock was moved: looks whether anything is due. */
  readonly lookNow: () => void
  readonly stop: () => Promise<void>
}

/** Told when something was said, and of each shop that was looked at. */
type ScheduleHeard = {
  readonly onSaid: () => void
  readonly onLooked: (shop: Shop) => Promise<void>
}

/**
 * Looks at every shop once a minute, and at a shop at once after an import: is there something to say
 * unasked? Processes on one database share the shops: each takes some that nobody has looked at.
 */
export const startSchedule = (world: World, { onSaid, onLooked }: ScheduleHeard): Schedule => {
  const moved = new Set<string>()
  let dueAt = world.now()
  let isClockMoved = false

  const look = async (shop: Shop): Promise<void> => {
    try {
      if (await speakUnasked(world, shop)) onSaid()
      await onLooked(shop)
    } catch (error) {
      // One shop's trouble must not keep the others unwatched; the next round tries again.
      world.log.error('shop could not be judged', { shop: shop.id, error: asError(error) })
    }
  }
  const lookAtMoved = async (): Promise<void> => {
    for (const id of moved) {
      moved.delete(id)
      const shop = await world.store.readShop(id)
      if (shop) await look(shop)
    }
  }
  const claimDue = () => world.store.claimLooks(world.pace.scheduleMs)
  const lookAtAll = async (): Promise<void> => {
    const begunAt = world.now()
    const looked: Shop[] = []
    await world.store.expectShops()
    let due = await claimDue()
    while (due.length > 0) {
      for (const shop of due) {
        await look(shop)
        await lookAtMoved()
      }
      looked.push(...due)
      // A round that has taken as long as the next one is away ends; the next one goes on where it did.
      due = world.now() - begunAt < world.pace.scheduleMs ? await claimDue() : []
    }
    await foretellSome(world, looked)
    world.metrics.scheduled(Math.max(0, begunAt - dueAt) / 1000, (world.now() - begunAt) / 1000)
    dueAt = world.now() + world.pace.scheduleMs
  }

  const loop = startLoop({
    now: world.now,
    lookAgainMs: world.pace.scheduleMs,
    onError: (error) => world.log.error('schedule round failed', { error }),
    work: async () => {
      await lookAtMoved()
      // A clock that was set back must not keep the shops unwatched.
      const isDue = world.now() >= dueAt || dueAt - world.now() > world.pace.scheduleMs
      const mustLook = isDue || isClockMoved
      isClockMoved = false
      if (mustLook) await lookAtAll()
      return dueAt
    },
  })
  return {
    wake: (shopId) => {
      moved.add(shopId)
      loop.wake()
    },
    lookNow: () => {
      isClockMoved = true
      loop.wake()
    },
    stop: loop.stop,
  }
}
