import { tradingDay, wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { coverageOf } from './complete.ts'
import { type Due, dueDigest, tellDigest } from './digest.ts'
import { type Hearing, listenersNow } from './hearing.ts'
import { judge } from './judge.ts'
import { tellLowStock } from './low-stock.ts'
import { remind } from './reminder.ts'
import type { World } from './world.ts'

/**
 * The one place that decides whether we speak to a shop unasked, and about what: an alert, else the digest
 * whose time has come, else low stock, else the file that is missing. One bubble a shop and day, whatever
 * restarts (the bell's key in the store says so too), and a second one only for what cannot wait. Nothing in
 * quiet hours but a digest in the hour the owner picked. True when something was said; what has no room
 * today is said tomorrow, while it is still news.
 */
export const speakUnasked = async (world: World, shop: Shop): Promise<boolean> => {
  const hearing = await hearingOf(world, shop)
  if (hearing === null) return false
  const manner = await mannerOf(world, hearing)
  if ((await world.store.readBell(shop.id, hearing.today)) !== null) {
    return manner.mayBeUrgent && speakBeside(world, hearing)
  }
  const due = await dueDigest(world, hearing, manner.isAwake)
  if (await speakOfAlert(world, hearing, manner, due)) return true
  if (due !== null && (await tellDigest(world, hearing, due))) return true
  if (!manner.isAwake || !manner.hasAlerts) return false
  return (await tellLowStock(world, hearing)) || (await remind(world, hearing))
}

/** What may be said at this hour to this shop. */
type Manner = {
  /** Somebody is; the others get theirs when they are. */
  readonly isAwake: boolean
  /** The owner has not turned alerts off, and with them all that rings by itself. */
  readonly hasAlerts: boolean
  readonly mayBeUrgent: boolean
}

const mannerOf = async (world: World, { shop, listeners }: Hearing): Promise<Manner> => {
  const { level } = await world.store.alertLevel(shop.id)
  const isAwake = listeners.some(({ wakesAt }) => wakesAt === null)
  const hasAlerts = level !== 'off'
  const mayWake = listeners.some(({ quiet }) => quiet.urgentAnyway)
  return { isAwake, hasAlerts, mayBeUrgent: hasAlerts && (isAwake || mayWake) }
}

/** In the hour of a digest an alert takes its place; at night only what may wake an owner is told. */
const speakOfAlert = async (
  world: World,
  hearing: Hearing,
  { isAwake, hasAlerts, mayBeUrgent }: Manner,
  due: Due | null,
): Promise<boolean> => {
  if (hasAlerts && due !== null)
    return judge(world, hearing, { urgentOnly: false, mayWake: due.mayWake })
  if (hasAlerts && isAwake) return judge(world, hearing, { urgentOnly: false })
  return mayBeUrgent && judge(world, hearing, { urgentOnly: true })
}

/** Today's bubble is gone: only an alert that cannot wait comes beside it, once. */
const speakBeside = async (world: World, hearing: Hearing): Promise<boolean> =>
  (await world.store.readBell(hearing.shop.id, hearing.today, true)) === null &&
  judge(world, hearing, { urgentOnly: true, beside: true })

/** Null: there is nothing to speak about, or nobody who wants to hear it. */
const hearingOf = async (world: World, shop: Shop): Promise<Hearing | null> => {
  const coverage = await coverageOf(world.store, shop)
  if (coverage === null) return null
  const wall = wallClock(world.now(), shop.timeZone)
  const listeners = await listenersNow(world, shop, wall)
  if (listeners.length === 0) return null
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  return { shop, coverage, today, wall, listeners }
}
