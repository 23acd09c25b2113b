import type { Reply } from '../replies/reply.ts'
import { all, build, type Fact, first, rowsOf, run } from './engine.ts'
import type { OutboxState } from './tables.ts'

/** A line a template can carry when the service window is closed. */
type Fallback = { readonly date: string; readonly line: string; readonly tapId: string }

/** A message to be sent; the same id twice is one message. */
export type Draft = {
  readonly id: string
  readonly shopId: string | null
  readonly personId: string
  readonly reply: Reply
  readonly quotedId: string | null
  /** What to send by template when the window is closed; null: hold until the person writes. */
  readonly fallback: Fallback | null
}

/** A message claimed for sending, with whom it goes to. */
export type Parcel = {
  readonly id: string
  readonly channel: string
  readonly phone: string | null
  readonly userId: string | null
  readonly lastInboundAt: number | null
  readonly language: string
  readonly shopName: string
  readonly reply: Reply
  readonly quotedId: string | null
  readonly fallback: Fallback | null
  readonly attempts: number
}

export type StatusReport = {
  readonly wamid: string
  readonly opaqueId: string | null
  readonly state: 'sent' | 'delivered' | 'read' | 'failed'
  readonly at: number
  readonly error: string | null
}

/** Read implies delivered implies sent; a failure counts only before delivery. */
const RANK = { sent: 1, failed: 2, delivered: 3, read: 4 } as const
const rankOf = (state: OutboxState): number =>
  state in RANK ? RANK[state as keyof typeof RANK] : 0
/** A held message older than this is stale news and is dropped when the window opens again. */
const HELD_MS_MAX = 3 * 86_400_000

export function* enqueue(drafts: readonly Draft[], now: number): Fact<void> {
  for (const draft of drafts) {
    const { attachment, ...words } = draft.reply
    yield* run(
      build
        .insertInto('outbox')
        .values({
          id: draft.id,
          shop_id: draft.shopId,
          person_id: draft.personId,
          body: JSON.stringify({
            reply: { ...words, attachment: attachment && { ...attachment, bytes: undefined } },
            quotedId: draft.quotedId,
            fallback: draft.fallback,
          }),
          bytes: attachment ? Buffer.from(attachment.bytes) : null,
          state: 'ready',
          next_at: now,
          created_at: now,
        })
        .onConflict((c) => c.column('id').doNothing()),
    )
  }
}

const CLAIM_SQL = `
  update outbox set state = 'sending', attempts = attempts + 1, next_at = ?
  where seq in (
    select o.seq from outbox o
    where o.state = 'ready' and o.next_at <= ?
      and not exists (
        select 1 from outbox e
        where e.person_id = o.person_id and e.seq < o.seq and e.state in ('ready', 'sending'))
    order by o.seq limit ?)
  returning seq`

/**
 * Takes the oldest ready message of each person, in order. A claimed message that is not settled by
 * `leaseUntil` counts as unknown: it may have been sent.
 */
export function* claimOutbox(
  now: number,
  leaseUntil: number,
  limit: number,
): Fact<readonly Parcel[]> {
  const claimed = yield* rowsOf<{ seq: number }>(CLAIM_SQL, [leaseUntil, now, limit])
  if (claimed.length === 0) return []
  const rows = yield* all(
    build
      .selectFrom('outbox')
      .innerJoin('person', 'person.id', 'outbox.person_id')
      .leftJoin('shop', 'shop.id', 'outbox.shop_id')
      .select(['outbox.id', 'outbox.body', 'outbox.bytes', 'outbox.attempts'])
      .select(['person.channel', 'person.phone', 'person.user_id', 'person.last_inbound_at'])
      .select(['shop.language', 'shop.name as shop_name'])
      .where(
        'outbox.seq',
        'in',
        claimed.map((row) => row.seq),
      )
      .orderBy('outbox.seq'),
  )
  return rows.map(parcelFrom)
}

/** The channel took the message; statuses that overtook our own answer are applied now. */
export function* markSent(id: string, wamid: string): Fact<void> {
  yield* run(
    build.updateTable('outbox').set({ wamid }).where('id', '=', id).where('wamid', 'is', null),
  )
  yield* raise(id, 'sent', null)
  const early = yield* all(build.selectFrom('early_status').selectAll().where('wamid', '=', wamid))
  for (const status of early) yield* raise(id, status.state as StatusReport['state'], status.error)
  yield* run(build.deleteFrom('early_status').where('wamid', '=', wamid))
}

/** Where a claimed message goes when it was not taken. */
export function* settle(
  id: string,
  outcome: {
    readonly state: 'ready' | 'held' | 'unknown' | 'failed'
    readonly nextAt: number
    readonly error: string
  },
): Fact<void> {
  yield* run(
    build
      .updateTable('outbox')
      .set({ state: outcome.state, next_at: outcome.nextAt, error: outcome.error })
      .where('id', '=', id)
      .where('state', '=', 'sending'),
  )
}

/** A delivery report; unknown ones are kept until our own request has learnt its wamid. */
export function* applyStatus(status: StatusReport): Fact<void> {
  const row = yield* first(
    build
      .selectFrom('outbox')
      .select(['id', 'wamid'])
      .where((e) =>
        e.or([
          e('wamid', '=', status.wamid),
          ...(status.opaqueId ? [e('id', '=', status.opaqueId)] : []),
        ]),
      ),
  )
  if (!row) {
    yield* run(
      build
        .insertInto('early_status')
        .values({ wamid: status.wamid, state: status.state, error: status.error, at: status.at })
        .onConflict((c) => c.doNothing()),
    )
    return
  }
  if (row.wamid === null) {
    yield* run(build.updateTable('outbox').set({ wamid: status.wamid }).where('id', '=', row.id))
  }
  yield* raise(row.id, status.state, status.error)
}

/**
 * Messages whose sender died or whose outcome stayed unknown. A lease that ran out becomes unknown
 * and waits for a status; after the wait it is sent once more, and after `attemptsMax` it fails.
 */
export function* sweepOutbox(
  now: number,
  echoWaitMs: number,
  attemptsMax: number,
): Fact<{ readonly resent: number; readonly failed: number }> {
  const lapsed = build.updateTable('outbox').where('next_at', '<=', now)
  yield* run(
    lapsed.set({ state: 'unknown', next_at: now + echoWaitMs }).where('state', '=', 'sending'),
  )
  const failed = yield* all(
    lapsed
      .set({ state: 'failed', error: 'no answer and no status after the last attempt' })
      .where('state', '=', 'unknown')
      .where('attempts', '>=', attemptsMax)
      .returning('id'),
  )
  const resent = yield* all(
    lapsed.set({ state: 'ready' }).where('state', '=', 'unknown').returning('id'),
  )
  return { resent: resent.length, failed: failed.length }
}

/** The person wrote: what was held for a closed window may go now, unless it is stale. */
export function* releaseHeld(personId: string, now: number): Fact<void> {
  yield* rowsOf(RELEASE_SQL, [now - HELD_MS_MAX, now, personId])
}

// Runs for every message that comes in, though there is hardly ever something held.
const RELEASE_SQL = `
  update outbox set
    state = case when created_at < ? then 'failed' else 'ready' end,
    next_at = ?
  where person_id = ? and state = 'held'`

/** When the next message is due, whatever its state; null when nothing waits. */
export function* nextOutboxAt(): Fact<number | null> {
  const row = yield* first(
    build
      .selectFrom('outbox')
      .select((e) => e.fn.min('next_at').as('at'))
      .where('state', 'in', ['ready', 'sending', 'unknown']),
  )
  return row?.at ?? null
}

function* raise(id: string, state: StatusReport['state'], error: string | null): Fact<void> {
  const row = yield* first(build.selectFrom('outbox').select('state').where('id', '=', id))
  if (!row || rankOf(row.state) >= RANK[state]) return
  yield* run(
    build
      .updateTable('outbox')
      .set({ state, ...(error === null ? {} : { error }) })
      .where('id', '=', id),
  )
}

const parcelFrom = (row: {
  id: string
  body: string
  bytes: Uint8Array | null
  attempts: number
  channel: string
  phone: string | null
  user_id: string | null
  last_inbound_at: number | null
  language: string | null
  shop_name: string | null
}): Parcel => {
  // Written by enqueue above, in this shape.
  const body = JSON.parse(row.body) as Pick<Parcel, 'reply' | 'quotedId' | 'fallback'>
  const { attachment } = body.reply
  return {
    ...body,
    reply: {
      ...body.reply,
      attachment: attachment && { ...attachment, bytes: row.bytes ?? new Uint8Array() },
    },
    id: row.id,
    channel: row.channel,
    phone: row.phone,
    userId: row.user_id,
    lastInboundAt: row.last_inbound_at,
    language: row.language ?? 'id',
    shopName: row.shop_name ?? '',
    attempts: row.attempts,
  }
}

/** What waits to be sent and what never will be, for health and readiness. */
export function* outboxHealth(): Fact<{
  readonly waiting: number
  readonly held: number
  readonly failed: number
}> {
  const rows = yield* all(
    build
      .selectFrom('outbox')
      .select((e) => ['state', e.fn.countAll<number>().as('n')])
      .where('state', 'in', ['ready', 'sending', 'unknown', 'held', 'failed'])
      .groupBy('state'),
  )
  const count = (...states: OutboxState[]) =>
    rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.n, 0)
  return {
    waiting: count('ready', 'sending', 'unknown'),
    held: count('held'),
    failed: count('failed'),
  }
}

/** The choices of the newest message to this person: a typed title or number may mean one of them. */
export function* lastChoices(
  personId: string,
): Fact<readonly { readonly id: string; readonly title: string }[]> {
  const row = yield* first(
    build
      .selectFrom('outbox')
      .select('body')
      .where('person_id', '=', personId)
      .orderBy('seq', 'desc')
      .limit(1),
  )
  // Written by enqueue above, in this shape.
  return row ? (JSON.parse(row.body) as Pick<Parcel, 'reply'>).reply.choices : []
}

/** When this person was last answered, Unix ms; null: never. */
export function* lastAnswerAt(personId: string): Fact<number | null> {
  const row = yield* first(
    build
      .selectFrom('outbox')
      .select((e) => e.fn.max('created_at').as('at'))
      .where('person_id', '=', personId),
  )
  return row?.at ?? null
}
