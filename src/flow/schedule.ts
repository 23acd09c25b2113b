import { addDays, type Day, tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { alertDrafts } from './alert.ts'
import { newestCompleteDay } from './complete.ts'
import { foretellSome } from './foretell.ts'
import { type Loop, startLoop } from './loop.ts'
import { asError, type World } from './world.ts'

/** A past day is still news for so long when nobody uploads; an upload is judged whatever its age. */
const NEWS_DAYS = 2

/**
 * Looks at every shop once a minute, and at once after an import: is there a complete day that nobody
 * has judged since the shop's last file? Each (shop, day, file) is judged once; an alert is one a shop
 * and day whatever restarts.
 */
export const startSchedule = (world: World, onAlert: () => void): Loop =>
  startLoop({
    now: world.now,
    onError: (error) => world.log.error('schedule round failed', { error }),
    work: async () => {
      const shops = await world.store.listShops()
      for (const shop of shops) {
        try {
          if (await judge(world, shop)) onAlert()
        } catch (error) {
          // One shop's trouble must not keep the others unwatched; the next round tries again.
          world.log.error('shop could not be judged', { shop: shop.id, error: asError(error) })
        }
      }
      await foretellSome(world, shops)
      return world.now() + world.pace.scheduleMs
    },
  })

const judge = async (world: World, shop: Shop): Promise<boolean> => {
  const due = await dayToJudge(world, shop)
  if (due === null || (await world.store.hasRun(due.job, due.slot))) return false
  const drafts = await findAndWord(world, shop, due.day)
  world.passing('day judged')
  const raised = drafts !== null && (await world.store.raiseAlert(drafts.alert, drafts.drafts))
  world.passing('alert raised')
  await world.store.claimRun(due.job, due.slot)
  return raised
}

const findAndWord = async (world: World, shop: Shop, day: Day) => {
  const today = todayOf(world, shop)
  const anomalies = await world.pool.anomalies({ shop, day, today })
  const first = anomalies[0]
  if (first === undefined) return null
  const owners = await world.store.ownersOf(shop.id)
  return {
    alert: { shopId: shop.id, day, finding: JSON.stringify(first) },
    drafts: alertDrafts(first, { shop, today, owners }),
  }
}

/** The newest complete day, while it is news. */
const dayToJudge = async (
  world: World,
  shop: Shop,
): Promise<{ readonly day: Day; readonly job: string; readonly slot: string } | null> => {
  const coverage = await world.store.coverage(shop.id)
  if (!coverage?.hasMoney) return null
  const today = todayOf(world, shop)
  const sentOn = tradingDay(coverage.lastUploadAt, shop.timeZone, shop.closingHour)
  const day = newestCompleteDay(shop, coverage, today)
  const isNews = addDays(day, NEWS_DAYS) >= today || sentOn === today
  if (day < coverage.span.from || !isNews) return null
  return { day, job: 'judge', slot: `${shop.id}/${day}/${coverage.lastUpload}` }
}

const todayOf = (world: World, shop: Shop): Day =>
  tradingDay(world.now(), shop.timeZone, shop.closingHour)
