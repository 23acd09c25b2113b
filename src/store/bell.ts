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
import { raiseAlert } from './watch.ts'

/** More than a year of alerts at one a day: what an owner said longer ago teaches nothing. */
const TOLD_MAX = 400

/** What rang on a day of ours, and the days it was about. */
export type Bell = {
  readonly day: Day
  readonly kind: 'alert' | 'reminder'
  readonly about: Span
  readonly label: string | null
}

/** Whether this shop has had its one unprompted bubble of the day. */
export function* readBell(shopId: string, day: Day): Fact<Bell | null> {
  const row = yield* first(
    build
      .selectFrom('bell')
      .select(['kind', 'first_day', 'last_day', 'label'])
      .where('shop_id', '=', shopId)
      .where('day', '=', dayNumber(day)),
  )
  if (row === undefined) return null
  return {
    day,
    kind: row.kind === 'reminder' ? 'reminder' : 'alert',
    about: { from: dayFromNumber(row.first_day), to: dayFromNumber(row.last_day) },
    label: row.label,
  }
}

/**
 * An alert, the day's one bubble and its messages become true together. False, and nothing changes, when
 * the alert was there or the shop has had its bubble today.
 */
export function* ringAlert(
  alert: { readonly shopId: string; readonly day: Day; readonly finding: string },
  ring: { readonly today: Day; readonly drafts: readonly Draft[] },
  now: number,
): Fact<boolean> {
  const { shopId, day } = alert
  if ((yield* readBell(shopId, ring.today)) !== null) return false
  if (!(yield* raiseAlert(alert, now))) return false
  yield* keepBell({ shopId, day: ring.today, kind: 'alert', about: { from: day, to: day } }, now)
  yield* enqueue(ring.drafts, now)
  return true
}

/** The question about a file that did not come, with its messages; false when today's bubble is gone. */
export function* ringReminder(
  reminder: { readonly shopId: string; readonly today: Day; readonly about: Span },
  drafts: readonly Draft[],
  now: number,
): Fact<boolean> {
  const { shopId, today, about } = reminder
  if ((yield* readBell(shopId, today)) !== null) return false
  yield* keepBell({ shopId, day: today, kind: 'reminder', about }, now)
  yield* enqueue(drafts, now)
  return true
}

function* keepBell(
  bell: Omit<Bell, 'label'> & { readonly shopId: string },
  now: number,
): Fact<void> {
  yield* run(
    build.insertInto('bell').values({
      shop_id: bell.shopId,
      day: dayNumber(bell.day),
      kind: bell.kind,
      first_day: dayNumber(bell.about.from),
      last_day: dayNumber(bell.about.to),
      label: null,
      labelled_by: null,
      created_at: now,
    }),
  )
}

/** Whether the owner has answered "do not remind me" since they last set how often the bell rings. */
export function* remindersMuted(shopId: string): Fact<boolean> {
  const { since } = yield* alertLevel(shopId)
  const row = yield* first(
    build
      .selectFrom('bell')
      .select('day')
      .where('shop_id', '=', shopId)
      .where('label', '=', 'mute')
      .where('created_at', '>=', since)
      .limit(1),
  )
  return row !== undefined
}

/** The owner's answer to a reminder. */
export function* labelReminder(
  reminder: { readonly shopId: string; readonly day: Day },
  said: { readonly label: string; readonly personId: string },
): Fact<void> {
  yield* run(
    build
      .updateTable('bell')
      .set({ label: said.label, labelled_by: said.personId })
      .where('shop_id', '=', reminder.shopId)
      .where('day', '=', dayNumber(reminder.day))
      .where('kind', '=', 'reminder'),
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
