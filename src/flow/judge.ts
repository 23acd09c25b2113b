import type { Alert } from '../analytics/alert-rules.ts'
import { addDays, type Day, tradingDay } from '../sales/day.ts'
import { alertMessage } from './alert.ts'
import { newestCompleteDay } from './complete.ts'
import type { Hearing } from './hearing.ts'
import { draftTo, type Unasked } from './unasked.ts'
import type { World } from './world.ts'

/** A past day is still news for so long when nobody uploads; an upload is judged whatever its age. */
export const NEWS_DAYS = 2

/**
 * Judges the newest complete day once a file and tells what is unusual; true when the bell rang. `beside`: the
 * day's one bubble is gone. `urgentOnly`: what can wait is left unjudged, for later. `mayWake`: who asked to
 * hear from us at this very hour.
 */
export const judge = async (
  world: World,
  hearing: Hearing,
  { urgentOnly, beside = false, mayWake }: Judging,
): Promise<boolean> => {
  const due = dayToJudge(hearing)
  if (due === null || (await world.store.hasRun('judge', due.slot))) return false
  const job = urgentOnly ? 'judge-urgent' : 'judge'
  if (urgentOnly && (await world.store.hasRun(job, due.slot))) return false
  const { shop, today } = hearing
  const news = await world.pool.news({ shop, day: due.day, today })
  world.passing('day judged')
  const isTold = news !== null && (!urgentOnly || isUrgent(news))
  const raised = isTold && (await ring(world, hearing, { news, beside, mayWake }))
  world.passing('alert raised')
  await world.store.claimRun(job, due.slot)
  return raised
}

type Judging = {
  readonly urgentOnly: boolean
  readonly beside?: boolean
  readonly mayWake?: Unasked['mayWake']
}

/** Nothing sold at all where something usually does: the shop or a branch may be shut, or robbed. */
const isUrgent = ({ zeroDay, scope }: Alert): boolean => zeroDay && scope.kind !== 'product'

const ring = (
  world: World,
  { shop, today, coverage, listeners }: Hearing,
  { news, beside, mayWake }: Pick<Judging, 'mayWake'> & { news: Alert; beside: boolean },
): Promise<boolean> => {
  const measure = coverage.hasMoney ? 'money' : 'units'
  const message: Unasked = {
    ...alertMessage(news, { shop, today, measure }),
    mayWake: (listener) => mayWake?.(listener) || (isUrgent(news) && listener.quiet.urgentAnyway),
  }
  return world.store.ringAlert(
    { shopId: shop.id, day: news.day, finding: JSON.stringify(news) },
    { today, urgent: beside, drafts: listeners.map((each) => draftTo(each, shop, message)) },
  )
}

/** The newest complete day, while it is news. */
const dayToJudge = ({
  shop,
  coverage,
  today,
}: Hearing): { readonly day: Day; readonly slot: string } | null => {
  const sentOn = tradingDay(coverage.lastUploadAt, shop.timeZone, shop.closingHour)
  const day = newestCompleteDay(shop, coverage, today)
  const isNews = addDays(day, NEWS_DAYS) >= today || sentOn === today
  if (day < coverage.span.from || !isNews) return null
  return { day, slot: `${shop.id}/${day}/${coverage.lastUpload}` }
}
