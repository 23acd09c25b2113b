import type { Weekday } from '../sales/day.ts'
import { type Digest, QUIET_USUALLY, type QuietHours } from '../sales/speaking.ts'
import { all, build, type Fact, first, run } from './engine.ts'
import { type Owner, ownersOf } from './people.ts'

/** A digest the shop gets, and when it was asked for (Unix ms): no slot before that is owed. */
export type KeptDigest = Digest & { readonly since: number }

export function* digestsOf(shopId: string): Fact<readonly KeptDigest[]> {
  const rows = yield* all(
    build.selectFrom('digest').selectAll().where('shop_id', '=', shopId).orderBy('kind'),
  )
  return rows.map(({ kind, minute, weekday, since }) =>
    kind === 'weekly'
      ? { kind, minute, since, weekday: weekdayFrom(weekday) }
      : { kind: 'daily', minute, since },
  )
}

/** A digest of that kind comes at that hour from now on, whatever was asked for before. */
export function* setDigest(shopId: string, digest: Digest, now: number): Fact<void> {
  const kept = {
    minute: digest.minute,
    weekday: digest.kind === 'weekly' ? digest.weekday : 0,
    since: now,
  }
  yield* run(
    build
      .insertInto('digest')
      .values({ shop_id: shopId, kind: digest.kind, ...kept })
      .onConflict((c) => c.columns(['shop_id', 'kind']).doUpdateSet(kept)),
  )
}

/** Null ends both digests. */
export function* endDigest(shopId: string, kind: Digest['kind'] | null): Fact<void> {
  const those = build.deleteFrom('digest').where('shop_id', '=', shopId)
  yield* run(kind === null ? those : those.where('kind', '=', kind))
}

export function* quietHours(shopId: string): Fact<QuietHours> {
  const row = yield* first(
    build.selectFrom('quiet_hours').selectAll().where('shop_id', '=', shopId),
  )
  if (row === undefined) return QUIET_USUALLY
  return { from: row.from_minute, to: row.to_minute, urgentAnyway: row.urgent_anyway === 1 }
}

export function* setQuietHours(shopId: string, quiet: QuietHours): Fact<void> {
  const kept = {
    from_minute: quiet.from,
    to_minute: quiet.to,
    urgent_anyway: quiet.urgentAnyway ? 1 : 0,
  }
  yield* run(
    build
      .insertInto('quiet_hours')
      .values({ shop_id: shopId, ...kept })
      .onConflict((c) => c.column('shop_id').doUpdateSet(kept)),
  )
}

/** The owners who hear from us unasked: all but those who said `stop`. */
export function* listenersOf(shopId: string): Fact<readonly Owner[]> {
  const owners = yield* ownersOf(shopId)
  const hushed = yield* all(
    build
      .selectFrom('member')
      .innerJoin('person', 'person.id', 'member.person_id')
      .select('person.id')
      .where('member.shop_id', '=', shopId)
      .where('person.hushed_at', 'is not', null),
  )
  const silent = new Set(hushed.map(({ id }) => id))
  return owners.filter(({ id }) => !silent.has(id))
}

export function* isHushed(personId: string): Fact<boolean> {
  const row = yield* first(
    build.selectFrom('person').select('hushed_at').where('id', '=', personId),
  )
  return row?.hushed_at != null
}

/** Nothing unasked reaches this person any more, and nothing that waits to be sent does. */
export function* hush(personId: string, now: number): Fact<void> {
  yield* run(build.updateTable('person').set({ hushed_at: now }).where('id', '=', personId))
  yield* run(
    build
      .updateTable('outbox')
      .set({ state: 'failed', error: 'the person said stop' })
      .where('person_id', '=', personId)
      .where('state', 'in', ['ready', 'held'])
      // Answers to a message are named after it (see flow/worker.ts); the rest nobody asked for.
      .where('id', 'not like', 'in:%'),
  )
}

export function* unhush(personId: string): Fact<void> {
  yield* run(build.updateTable('person').set({ hushed_at: null }).where('id', '=', personId))
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const weekdayFrom = (kept: number): Weekday => {
  const weekday = WEEKDAYS.find((each) => each === kept)
  if (weekday === undefined) throw new Error(`a weekly digest is kept for weekday ${kept}`)
  return weekday
}
