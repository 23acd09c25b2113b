import type { Alert } from '../analytics/alert-rules.ts'
import { addDays, type Day, tradingDay, wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Coverage } from '../store/sums.ts'
import { alertDrafts } from './alert.ts'
import { newestCompleteDay } from './complete.ts'
import { foretellSome } from './foretell.ts'
import { type Loop, startLoop } from './loop.ts'
import { remind } from './reminder.ts'
import { asError, type World } from './world.ts'

/** A past day is still news for so long when nobody uploads; an upload is judged whatever its age. */
const NEWS_DAYS = 2
/** Nobody is woken by a bell: minutes of the shop's own clock. */
const AWAKE = { from: 7 * 60, to: 21 * 60 }
/** Who has just sent a file is awake, whatever the hour. */
const JUST_SENT_MS = 30 * 60_000

/**
 * Looks at every shop once a minute, and at once after an import: is there a complete day that nobody
 * has judged since the shop's last file, or a file that should have come? Each (shop, day, file) is judged
 * once; one unprompted bubble a shop and day whatever restarts, none at night or for who turned them off.
 */
export const startSchedule = (world: World, onAlert: () => void): Loop =>
  startLoop({
    now: world.now,
    onError: (error) => world.log.error('schedule round failed', { error }),
    work: async () => {
      const shops = await world.store.listShops()
      for (const shop of shops) {
        try {
          if (await watch(world, shop)) onAlert()
        } catch (error) {
          // One shop's trouble must not keep the others unwatched; the next round tries again.
          world.log.error('shop could not be judged', { shop: shop.id, error: asError(error) })
        }
      }
      await foretellSome(world, shops)
      return world.now() + world.pace.scheduleMs
    },
  })

/** One shop's round; true when its bell rang. What the bell cannot say today it says tomorrow. */
const watch = async (world: World, shop: Shop): Promise<boolean> => {
  const coverage = await world.store.coverage(shop.id)
  if (coverage === null || !isAwake(world, shop, coverage)) return false
  const today = todayOf(world, shop)
  if ((await world.store.readBell(shop.id, today)) !== null) return false
  const { level } = await world.store.alertLevel(shop.id)
  if (level === 'off') return false
  return (await judge(world, shop, coverage)) || (await remind(world, { shop, coverage, today }))
}

const isAwake = (world: World, shop: Shop, coverage: Coverage): boolean => {
  const { minute } = wallClock(world.now(), shop.timeZone)
  const hasJustSent = world.now() - coverage.lastUploadAt < JUST_SENT_MS
  return hasJustSent || (minute >= AWAKE.from && minute < AWAKE.to)
}

const judge = async (world: World, shop: Shop, coverage: Coverage): Promise<boolean> => {
  const due = dayToJudge(world, shop, coverage)
  if (due === null || (await world.store.hasRun(due.job, due.slot))) return false
  const today = todayOf(world, shop)
  const news = await world.pool.news({ shop, day: due.day, today })
  world.passing('day judged')
  const raised = news !== null && (await ring(world, shop, { news, today, coverage }))
  world.passing('alert raised')
  await world.store.claimRun(due.job, due.slot)
  return raised
}

const ring = async (
  world: World,
  shop: Shop,
  found: { readonly news: Alert; readonly today: Day; readonly coverage: Coverage },
): Promise<boolean> => {
  const { news, today, coverage } = found
  const owners = await world.store.ownersOf(shop.id)
  const measure = coverage.hasMoney ? 'money' : 'units'
  return world.store.ringAlert(
    { shopId: shop.id, day: news.day, finding: JSON.stringify(news) },
    { today, drafts: alertDrafts(news, { shop, today, owners, measure }) },
  )
}

/** The newest complete day, while it is news. */
const dayToJudge = (
  world: World,
  shop: Shop,
  coverage: Coverage,
): { readonly day: Day; readonly job: string; readonly slot: string } | null => {
  const today = todayOf(world, shop)
  const sentOn = tradingDay(coverage.lastUploadAt, shop.timeZone, shop.closingHour)
  const day = newestCompleteDay(shop, coverage, today)
  const isNews = addDays(day, NEWS_DAYS) >= today || sentOn === today
  if (day < coverage.span.from || !isNews) return null
  return { day, job: 'judge', slot: `${shop.id}/${day}/${coverage.lastUpload}` }
}

const todayOf = (world: World, shop: Shop): Day =>
  tradingDay(world.now(), shop.timeZone, shop.closingHour)
