import { isFileOverdue } from '../analytics/heartbeat.ts'
import { shortDay } from '../i18n/numbers.ts'
import { reminderLine, reminderReply } from '../replies/reminder.ts'
import { addDays, type Day, type Span, tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { type Hearing, reachable } from './hearing.ts'
import { SAMPLE_SOURCE } from './take-in.ts'
import { draftTo, type Unasked } from './unasked.ts'
import type { World } from './world.ts'

/** The rhythm of the last weeks' files. */
const UPLOADS_READ = 60
/** No file is overdue earlier than this, so most rounds end here without a look at the files. */
const WAIT_MS_MIN = 36 * 3_600_000
/** Whoever has been silent for a month knows that no file comes. */
const WAIT_MS_MAX = 30 * 86_400_000

/**
 * A file that should have come is asked about once, until the next one comes: a missing upload is no fall
 * in sales. True when the question went out.
 */
export const remind = async (world: World, hearing: Hearing): Promise<boolean> => {
  const { shop, coverage, today } = hearing
  const waited = world.now() - coverage.lastUploadAt
  const about = { from: addDays(coverage.span.to, 1), to: addDays(today, -1) }
  if (waited < WAIT_MS_MIN || waited > WAIT_MS_MAX || about.to < about.from) return false
  const slot = `${shop.id}/${coverage.lastUpload}`
  if (await world.store.hasRun(JOB, slot)) return false
  if (await world.store.isMuted(shop.id, 'reminder')) return false
  if (!(await isOverdue(world, hearing))) return false
  const hearers = await reachable(world, hearing, 'reminder')
  if (hearers.length === 0) return false
  const drafts = hearers.map((each) => draftTo(each, shop, messageOf(shop, today, about)))
  return world.store.ringBell(
    { shopId: shop.id, today, kind: 'reminder', about, job: JOB, slot },
    drafts,
  )
}

const JOB = 'remind'

const isOverdue = async (world: World, { shop, coverage }: Hearing): Promise<boolean> => {
  const uploads = await world.store.listFiles(shop.id, UPLOADS_READ)
  const samples = await world.store.liveFrom(shop.id, SAMPLE_SOURCE)
  const own = uploads.filter(({ no, state }) => state === 'live' && !samples.includes(no))
  const sentOn = tradingDay(coverage.lastUploadAt, shop.timeZone, shop.closingHour)
  const told = await world.store.explainedDays(shop.id)
  const closedDays = told.filter((day) => day > sentOn).length
  return isFileOverdue({ at: own.map(({ createdAt }) => createdAt), closedDays }, world.now())
}

const messageOf = (shop: Shop, today: Day, about: Span): Unasked => ({
  id: `remind:${shop.id}:${today}`,
  say: (theirs) => reminderReply({ askedOn: today, about }, theirs),
  line: (theirs) => ({
    template: 'reminder',
    date: shortDay(about.to, theirs.language),
    line: reminderLine(about, theirs),
    taps: [`reminder:${today}:closed`, `reminder:${today}:mute`],
  }),
})
