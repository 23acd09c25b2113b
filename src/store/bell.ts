import {
  ALERT_LABELS,
  ALERT_LEVELS,
  type Alert,
  type AlertLevel,
  type ToldAlert,
} from '../analytics/alert-rules.ts'
import { type Day, dayFromNumber, dayNumber, type Span } from '../sales/day.ts'
import { all, build, type Fact, first, run } from './engine.ts'
import { type Draft, enqueue } from './outbox.ts'
import type { Tables } from './tables.ts'
import { claimRun, raiseAlert } from './watch.ts'

/** More than a year of alerts at one a day: what an owner said longer ago teaches nothing. */
const TOLD_MAX = 400

/** What rang on a day of ours, and the days it was about. */
export type Bell = {
  readonly day: Day
  readonly kind: Tables['bell']['kind']
  readonly about: Span
  readonly label: string | null
}

/** This shop's one unprompted bubble of the day, or the urgent one that may come beside it. */
export function* readBell(shopId: string, day: Day, urgent = false): Fact<Bell | null> {
  const row = yield* first(
    build
      .selectFrom('bell')
      .select(['kind', 'first_day', 'last_day', 'label'])
      .where('shop_id', '=', shopId)
      .where('day', '=', dayNumber(day))
      .where('urgent', '=', urgent ? 1 : 0),
  )
  if (row === undefined) return null
  return {
    day,
    kind: row.kind,
    about: { from: dayFromNumber(row.first_day), to: dayFromNumber(row.last_day) },
    label: row.label,
  }
}

/** Bubbles of one kind on these days of ours, newest first, with the days they were about. */
export function* bellsOf(
  shopId: string,
  kind: Bell['kind'],
  days: Span,
): Fact<readonly { readonly day: Day; readonly about: Span }[]> {
  const rows = yield* all(
    build
      .selectFrom('bell')
      .select(['day', 'first_day', 'last_day'])
      .where('shop_id', '=', shopId)
      .where('day', '>=', dayNumber(days.from))
      .where('day', '<=', dayNumber(days.to))
      .where('kind', '=', kind)
      .orderBy('day', 'desc'),
  )
  return rows.map((row) => ({
    day: dayFromNumber(row.day),
    about: { from: dayFromNumber(row.first_day), to: dayFromNumber(row.last_day) },
  }))
}

/**
 * An alert, the day's one bubble and its messages become true together. False, and nothing changes, when
 * the alert was there or the shop has had its bubble today. `urgent` takes the place beside it.
 */
export function* ringAlert(
  alert: { readonly shopId: string; readonly day: Day; readonly finding: string },
  ring: { readonly today: Day; readonly drafts: readonly Draft[]; readonly urgent?: boolean },
  now: number,
): Fact<boolean> {
  const { shopId, day } = alert
  const urgent = ring.urgent ?? false
  if ((yield* readBell(shopId, ring.today, urgent)) !== null) return false
  if (!(yield* raiseAlert(alert, now))) return false
  const about = { from: day, to: day }
  yield* keepBell({ shopId, day: ring.today, kind: 'alert', about, urgent }, now)
  yield* enqueue(ring.drafts, now)
  return true
}

/** A bubble that is no alert: what it is about, and the run that is done with it. */
export type Ring = {
  readonly shopId: string
  readonly today: Day
  readonly kind: Exclude<Bell['kind'], 'alert'>
  readonly about: Span
  readonly job: string
  readonly slot: string
}

/**
 * The day's one bubble, its messages and the end of its run become true together: a crash before leaves all
 * of it to do, a crash after nothing. False when today's bubble is gone or the run was done.
 */
export function* ringBell(ring: Ring, drafts: readonly Draft[], now: number): Fact<boolean> {
  const { shopId, today, kind, about, job, slot } = ring
  if ((yield* readBell(shopId, today)) !== null) return false
  if (!(yield* claimRun(job, slot, now))) return false
  yield* keepBell({ shopId, day: today, kind, about, urgent: false }, now)
  yield* enqueue(drafts, now)
  return true
}

function* keepBell(
  bell: Omit<Bell, 'label'> & { readonly shopId: string; readonly urgent: boolean },
  now: number,
): Fact<void> {
  yield* run(
    build.insertInto('bell').values({
      shop_id: bell.shopId,
      day: dayNumber(bell.day),
      urgent: bell.urgent ? 1 : 0,
      kind: bell.kind,
      first_day: dayNumber(bell.about.from),
      last_day: dayNumber(bell.about.to),
      label: null,
      labelled_by: null,
      created_at: now,
    }),
  )
}

/** Bubbles an owner can have no more of, one kind at a time. */
type Mutable = Extract<Bell['kind'], 'reminder' | 'low-stock'>

/** Whether the owner has answered "do not remind me" since they last set how often the bell rings. */
export function* isMuted(shopId: string, kind: Mutable): Fact<boolean> {
  const { since } = yield* alertLevel(shopId)
  const row = yield* first(
    build
      .selectFrom('bell')
      .select('day')
      .where('shop_id', '=', shopId)
      .where('kind', '=', kind)
      .where('label', '=', 'mute')
      .where('created_at', '>=', since)
      .limit(1),
  )
  return row !== undefined
}

/** The owner's answer to such a bubble. */
export function* labelBell(
  kind: Mutable,
  said: {
    readonly shopId: string
    readonly day: Day
    readonly label: string
    readonly personId: string
  },
): Fact<void> {
  yield* run(
    build
      .updateTable('bell')
      .set({ label: said.label, labelled_by: said.personId })
      .where('shop_id', '=', said.shopId)
      .where('day', '=', dayNumber(said.day))
      .where('kind', '=', kind),
  )
}

/** The shop's alerts with the owner's word on them, newest first. */
export function* toldAlerts(shopId: string): Fact<readonly ToldAlert[]> {
  const rows = yield* all(
    build
      .selectFrom('alert')
      .select(['day', 'finding', 'label', 'created_at'])
      .where('shop_id', '=', shopId)
      .orderBy('day', 'desc')
      .limit(TOLD_MAX),
  )
  return rows.map((row) => ({
    day: dayFromNumber(row.day),
    // Written by flow/schedule.ts, in this shape.
    alert: JSON.parse(row.finding) as Alert,
    label: ALERT_LABELS.find((label) => label === row.label) ?? null,
    at: row.created_at,
  }))
}

/** How often the owner wants to hear from us, and since when (Unix ms; 0: they never said). */
export function* alertLevel(
  shopId: string,
): Fact<{ readonly level: AlertLevel; readonly since: number }> {
  const row = yield* first(
    build.selectFrom('alert_level').select(['level', 'since']).where('shop_id', '=', shopId),
  )
  const level = ALERT_LEVELS.find((each) => each === row?.level) ?? 'usual'
  return { level, since: row?.since ?? 0 }
}

export function* setAlertLevel(shopId: string, level: AlertLevel, now: number): Fact<void> {
  const said = { level, since: now }
  yield* run(
    build
      .insertInto('alert_level')
      .values({ shop_id: shopId, ...said })
      .onConflict((c) => c.column('shop_id').doUpdateSet(said)),
  )
}
