import { type Day, dayFromNumber, dayNumber } from '../sales/day.ts'
import { all, build, type Fact, first, run } from './engine.ts'

/** An alert that was raised: at most one a shop and day. */
export type RaisedAlert = {
  readonly day: Day
  /** The finding as computed, JSON. */
  readonly finding: string
  readonly label: string | null
}

/** Keeps an alert; false when this day already has one. */
export function* raiseAlert(
  alert: { readonly shopId: string; readonly day: Day; readonly finding: string },
  now: number,
): Fact<boolean> {
  const row = yield* first(
    build
      .insertInto('alert')
      .values({
        shop_id: alert.shopId,
        day: dayNumber(alert.day),
        finding: alert.finding,
        label: null,
        created_at: now,
      })
      .onConflict((c) => c.doNothing())
      .returning('day'),
  )
  return row !== undefined
}

export function* readAlert(shopId: string, day: Day): Fact<RaisedAlert | null> {
  const row = yield* first(alertsOf(shopId).where('day', '=', dayNumber(day)))
  return row ? alertFrom(row) : null
}

/** The newest alert of the shop. */
export function* latestAlert(shopId: string): Fact<RaisedAlert | null> {
  const row = yield* first(alertsOf(shopId).orderBy('day', 'desc').limit(1))
  return row ? alertFrom(row) : null
}

const alertsOf = (shopId: string) =>
  build.selectFrom('alert').select(['day', 'finding', 'label']).where('shop_id', '=', shopId)

const alertFrom = (row: { day: number; finding: string; label: string | null }): RaisedAlert => ({
  day: dayFromNumber(row.day),
  finding: row.finding,
  label: row.label,
})

/** The owner's word on an alert: the shop was closed, it was normal, there was a promotion. */
export function* labelAlert(shopId: string, day: Day, label: string): Fact<void> {
  yield* run(
    build
      .updateTable('alert')
      .set({ label })
      .where('shop_id', '=', shopId)
      .where('day', '=', dayNumber(day)),
  )
}

/** Labels that take a day out of the shop's habit; a day called normal stays in it. */
const EXCEPTIONS = ['closed', 'promo']

/** Days the owner has explained; they say nothing about the shop's habit. */
export function* explainedDays(shopId: string): Fact<readonly Day[]> {
  const rows = yield* all(
    build
      .selectFrom('alert')
      .select('day')
      .where('shop_id', '=', shopId)
      .where('label', 'in', EXCEPTIONS)
      .orderBy('day'),
  )
  return rows.map((row) => dayFromNumber(row.day))
}

/** Whether this job has run for this slot. */
export function* hasRun(job: string, slot: string): Fact<boolean> {
  const row = yield* first(
    build.selectFrom('schedule_run').select('at').where('job', '=', job).where('slot', '=', slot),
  )
  return row !== undefined
}

/** Claims a scheduled run; false when somebody has run this job for this slot already. */
export function* claimRun(job: string, slot: string, now: number): Fact<boolean> {
  const row = yield* first(
    build
      .insertInto('schedule_run')
      .values({ job, slot, at: now })
      .onConflict((c) => c.doNothing())
      .returning('job'),
  )
  return row !== undefined
}
