import { type Day, dayFromNumber, dayNumber } from '../sales/day.ts'
import { toldDaysOf } from '../sales/told-day.ts'
import { all, build, type Fact, first, run } from './engine.ts'
import { toldDays } from './told-days.ts'

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

/** The owner's word on an alert: the shop was closed, it was normal, there was a promotion. */
export function* labelAlert(
  { shopId, day }: { readonly shopId: string; readonly day: Day },
  said: { readonly label: string; readonly personId: string },
): Fact<void> {
  yield* run(
    build
      .updateTable('alert')
      .set({ label: said.label, labelled_by: said.personId })
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
  const days = [
    ...rows.map((row) => dayFromNumber(row.day)),
    ...(yield* daysToldClosed(shopId)),
    ...(yield* daysSaidClosed(shopId)),
  ]
  return [...new Set(days)].sort()
}

/** Days on which the shop was closed, by the owner's answers to reminders (see bell.ts). */
function* daysToldClosed(shopId: string): Fact<readonly Day[]> {
  const rows = yield* all(
    build
      .selectFrom('bell')
      .select(['first_day', 'last_day'])
      .where('shop_id', '=', shopId)
      .where('label', '=', 'closed')
      .orderBy('day'),
  )
  return rows.flatMap(({ first_day, last_day }) =>
    Array.from({ length: last_day - first_day + 1 }, (_, i) => dayFromNumber(first_day + i)),
  )
}

/** Days of which the owner said beforehand or afterwards that the whole shop is closed (see told-days.ts). */
function* daysSaidClosed(shopId: string): Fact<readonly Day[]> {
  const told = toldDaysOf(yield* toldDays(shopId))
  return told.flatMap(({ day, branch, kind }) =>
    branch === null && kind === 'closed' ? [day] : [],
  )
}

/** Whether this job has run for this slot. */
export function* hasRun(job: string, slot: string): Fact<boolean> {
  const row = yield* first(
    build.selectFrom('schedule_run').select('at').where('job', '=', job).where('slot', '=', slot),
  )
  return row !== undefined
}

/** One durable write that changes nothing but its own row. Throws when the database takes none. */
export function* proveWrite(now: number): Fact<void> {
  yield* run(
    build
      .insertInto('schedule_run')
      .values({ job: 'proof-of-writing', slot: '', at: now })
      .onConflict((c) => c.columns(['job', 'slot']).doUpdateSet({ at: now })),
  )
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
