import type { Weekday } from '../sales/day.ts'
import { type Digest, QUIET_USUALLY, type QuietHours } from '../sales/speaking.ts'
import { all, build, type Fact, first, run } from './engine.ts'
import { type Owner, ownersOf } from './people.ts'

/**
 * A digest the shop gets, when it was asked for (Unix ms; no slot before that is owed) and by whom (null: not
 * known).
 */
export type KeptDigest = Digest & { readonly since: number; readonly askedBy: string | null }

export function* digestsOf(shopId: string): Fact<readonly KeptDigest[]> {
  const rows = yield* all(
    build.selectFrom('digest').selectAll().where('shop_id', '=', shopId).orderBy('kind'),
  )
  return rows.map(({ kind, minute, weekday, since, asked_by: askedBy }) =>
    kind === 'weekly'
      ? { kind, minute, since, askedBy, weekday: weekdayFrom(weekday) }
      : { kind: 'daily', minute, since, askedBy },
  )
}

/** A digest of that kind comes at that hour from now on, whatever was asked for before. */
export function* setDigest(
  wish: { readonly shopId: string; readonly digest: Digest; readonly personId: string | null },
  now: number,
): Fact<void> {
  const { digest } = wish
  const kept = {
    minute: digest.minute,
    weekday: digest.kind === 'weekly' ? digest.weekday : 0,
    since: now,
    asked_by: wish.personId,
  }
  yield* run(
    build
      .insertInto('digest')
      .values({ shop_id: wish.shopId, kind: digest.kind, ...kept })
      .onConflict((c) => c.columns(['shop_id', 'kind']).doUpdateSet(kept)),
  )
}

/** Null ends both digests. */
export function* endDigest(shopId: string, kind: Digest['kind'] | null): Fact<void> {
  const those = build.deleteFrom('digest').where('shop_id', '=', shopId)
  yield* run(kind === null ? those : those.where('kind', '=', kind))
}

/** This person's own quiet hours, else the shop's. */
export function* quietHours(shopId: string, personId: string): Fact<QuietHours> {
  const row = yield* first(build.selectFrom('person').select(OWN_QUIET).where('id', '=', personId))
  return ownQuiet(row) ?? (yield* quietOfShop(shopId))
}

function* quietOfShop(shopId: string): Fact<QuietHours> {
  const row = yield* first(
    build.selectFrom('quiet_hours').selectAll().where('shop_id', '=', shopId),
  )
  if (row === undefined) return QUIET_USUALLY
  return { from: row.from_minute, to: row.to_minute, urgentAnyway: row.urgent_anyway === 1 }
}

const OWN_QUIET = ['quiet_from', 'quiet_to', 'quiet_urgent'] as const
type OwnQuiet = Readonly<Record<(typeof OWN_QUIET)[number], number | null>>

const ownQuiet = (row: OwnQuiet | undefined): QuietHours | null =>
  row === undefined || row.quiet_from === null || row.quiet_to === null
    ? null
    : { from: row.quiet_from, to: row.quiet_to, urgentAnyway: row.quiet_urgent === 1 }

/** Whatever their shops do, this person is not disturbed in these hours. */
export function* setQuietHours(personId: string, quiet: QuietHours): Fact<void> {
  const kept = {
    quiet_from: quiet.from,
    quiet_to: quiet.to,
    quiet_urgent: quiet.urgentAnyway ? 1 : 0,
  }
  yield* run(build.updateTable('person').set(kept).where('id', '=', personId))
}

/** An owner who hears from us unasked, and when they are not to be disturbed. */
export type Listener = Owner & { readonly quiet: QuietHours }

/** The owners who hear from us unasked: all but those who said `stop`. */
export function* listenersOf(shopId: string): Fact<readonly Listener[]> {
  const owners = yield* ownersOf(shopId)
  const ofShop = yield* quietOfShop(shopId)
  const rows = yield* all(
    build
      .selectFrom('member')
      .innerJoin('person', 'person.id', 'member.person_id')
      .select(['person.id', 'person.quiet_from', 'person.quiet_to', 'person.quiet_urgent'])
      .where('member.shop_id', '=', shopId)
      .where('person.hushed_at', 'is', null),
  )
  const listening = new Map(rows.map((row) => [row.id, ownQuiet(row) ?? ofShop]))
  return owners.flatMap((owner) => {
    const quiet = listening.get(owner.id)
    return quiet === undefined ? [] : [{ ...owner, quiet }]
  })
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
      .where('state', 'in', ['ready', 'held', 'asleep'])
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
