import type { RestockItem } from '../analytics/findings.ts'
import { lowStock } from '../analytics/low-stock.ts'
import { shortDay } from '../i18n/numbers.ts'
import { lowStockHeadline, lowStockReply } from '../replies/low-stock.ts'
import { addDays, tradingDay } from '../sales/day.ts'
import { type Hearing, reachable } from './hearing.ts'
import { NEWS_DAYS } from './judge.ts'
import { draftTo, type Unasked } from './unasked.ts'
import type { World } from './world.ts'

/** A stock that nobody refills is no news after the second time; it stays in `restock`. */
const BUBBLES_A_WEEK = 2
const WEEK_DAYS = 7
const JOB = 'low-stock'

/**
 * Looks once a day at what runs out before the next order and says so, at most twice a week; true when it did.
 * A shop with a daily digest reads it there instead.
 */
export const tellLowStock = async (world: World, hearing: Hearing): Promise<boolean> => {
  const { shop, today } = hearing
  const slot = `${shop.id}/${today}`
  if (!(await isAsked(world, hearing)) || (await world.store.hasRun(JOB, slot))) return false
  const hearers = await reachable(world, hearing, 'low-stock')
  if (hearers.length === 0) return false
  const [first, ...others] = await findLowStock(world, hearing)
  if (first === undefined) {
    await world.store.claimRun(JOB, slot)
    return false
  }
  const message: Unasked = {
    id: `low-stock:${slot}`,
    say: (theirs) => lowStockReply([first, ...others], theirs),
    line: (theirs) => ({
      template: 'low-stock',
      date: shortDay(today, theirs.language),
      line: lowStockHeadline(first, theirs),
      taps: ['restock', 'alerts'],
    }),
  }
  return world.store.ringBell(
    {
      shopId: shop.id,
      today,
      kind: 'low-stock',
      about: { from: today, to: today },
      job: JOB,
      slot,
    },
    hearers.map((each) => draftTo(each, shop, message)),
  )
}

/** Whether a bubble about stock may come at all today; who counted today has just looked. */
const isAsked = async (world: World, { shop, today }: Hearing): Promise<boolean> => {
  const told = await world.store.lastTold(shop.id)
  if (told === null || tradingDay(told.at, shop.timeZone, shop.closingHour) === today) return false
  if (await world.store.isMuted(shop.id, 'low-stock')) return false
  const digests = await world.store.digestsOf(shop.id)
  if (digests.some(({ kind }) => kind === 'daily')) return false
  const week = { from: addDays(today, 1 - WEEK_DAYS), to: today }
  return (await world.store.bellsOf(shop.id, 'low-stock', week)).length < BUBBLES_A_WEEK
}

/** What runs low, the most urgent first; nothing where the stock or the last days' sales are not known. */
export const findLowStock = async (
  world: World,
  { shop, coverage, today }: Hearing,
): Promise<readonly RestockItem[]> => {
  const isKnown = (await world.store.lastTold(shop.id)) !== null
  if (!isKnown || coverage.span.to < addDays(today, -1 - NEWS_DAYS)) return []
  const found = await world.pool.restock({ shop, today })
  return found?.restock ? lowStock(found.restock) : []
}
