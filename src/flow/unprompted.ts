import { tradingDay, wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { isQuiet } from '../sales/speaking.ts'
import { coverageOf } from './complete.ts'
import { dueDigest, tellDigest } from './digest.ts'
import type { Hearing } from './hearing.ts'
import { judge } from './judge.ts'
import { tellLowStock } from './low-stock.ts'
import { remind } from './reminder.ts'
import type { World } from './world.ts'

/** Who has just written to us is awake, whatever the hour; a till that sends its files at night wakes nobody. */
const JUST_WRITTEN_MS = 30 * 60_000

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
  if (await speakOfAlert(world, hearing, { ...manner, isAwake: manner.isAwake || due !== null }))
    return true
  if (due !== null && (await tellDigest(world, hearing, due))) return true
  if (!manner.isAwake || !manner.hasAlerts) return false
  return (await tellLowStock(world, hearing)) || (await remind(world, hearing))
}

/** What may be said at this hour to this shop. */
type Manner = {
  readonly isAwake: boolean
  /** The owner has not turned alerts off, and with them all that rings by itself. */
  readonly hasAlerts: boolean
  readonly mayBeUrgent: boolean
}

const mannerOf = async (world: World, hearing: Hearing): Promise<Manner> => {
  const { shop, wall } = hearing
  const { level } = await world.store.alertLevel(shop.id)
  const quiet = await world.store.quietHours(shop.id)
  const isAwake = hasJustWritten(world, hearing) || !isQuiet(quiet, wall.minute)
  const hasAlerts = level !== 'off'
  return { isAwake, hasAlerts, mayBeUrgent: hasAlerts && (isAwake || quiet.urgentAnyway) }
}

/** In the hour of a digest an alert takes its place; at night only what may wake the owner is told. */
const speakOfAlert = async (
  world: World,
  hearing: Hearing,
  { isAwake, hasAlerts, mayBeUrgent }: Manner,
): Promise<boolean> => {
  if (isAwake && hasAlerts) return judge(world, hearing, { urgentOnly: false })
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
  const listeners = await world.store.listenersOf(shop.id)
  if (listeners.length === 0) return null
  return {
    shop,
    coverage,
    today: tradingDay(world.now(), shop.timeZone, shop.closingHour),
    wall: wallClock(world.now(), shop.timeZone),
    listeners,
  }
}

const hasJustWritten = (world: World, { listeners }: Hearing): boolean =>
  listeners.some(
    ({ lastInboundAt }) => lastInboundAt !== null && world.now() - lastInboundAt < JUST_WRITTEN_MS,
  )
