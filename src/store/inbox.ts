import type { Arrival } from '../intent/arrival.ts'
import { isStop } from '../intent/speaking-words.ts'
import { applyEffect, type Effect } from './effects.ts'
import { addEach, all, build, type Fact, first, given, rowsOf, run, tell } from './engine.ts'
import { knownPeople, movePerson, personOf } from './identity.ts'
import { keepMarketingWish, type MarketingWish } from './marketing.ts'
import { applyStatus, type Draft, enqueue, releaseHeld, type StatusReport } from './outbox.ts'
import { type Membership, membershipOf, type Person, readPerson } from './people.ts'
import { type Heard, peopleIn, type SenderPace, type Stored, withinPace } from './sender-pace.ts'
import { keepTemplateNews, type TemplateNews } from './templates.ts'

/** What one webhook brought. */
export type Intake = {
  readonly arrivals: readonly Arrival[]
  readonly statuses: readonly StatusReport[]
  readonly templates?: readonly TemplateNews[]
  readonly preferences?: readonly MarketingWish[]
}

/** A conversation taken for work: nobody else works on it until the lease ends. */
export type Claim = {
  readonly mailbox: string
  /** Grows with every claim; an old worker's finish changes nothing. */
  readonly fence: number
  readonly person: Person
  readonly membership: Membership | null
  readonly messages: readonly Pending[]
}

export type Pending = {
  readonly seq: number
  readonly arrival: Arrival
  /** Unix ms by our clock; `arrival.sentAt` is the sender's. */
  readonly receivedAt: number
  /** How often its answer was begun. */
  readonly attempts: number
  /** Those of them that failed by themselves; the rest ended with their process. */
  readonly failures: number
}

/** When a conversation is due again, and what failed, if anything did. */
export type Retry = {
  readonly at: number
  readonly failure: { readonly seq: number; readonly error: string } | null
}

/** Messages taken at one claim; the rest follows at the next, so that no person can hold a worker. */
const MESSAGES_MAX = 20

const ARRIVAL_COLUMNS = {
  channel: 'text',
  message_id: 'text',
  mailbox: 'text',
  sent_at: 'bigint',
  received_at: 'bigint',
  arrival: 'text',
  state: 'text',
} as const
// A mailbox that waits after a failure keeps waiting: a new message must not burn its attempts.
const READY_SQL = `
  insert into mailbox (id, ready_at)
  select given.id, ? from json_to_recordset(?) as given (id text) where true
  on conflict (id) do update set ready_at = excluded.ready_at where mailbox.ready_at is null`
const SEEN_SQL = `
  update person set last_inbound_at = greatest(coalesce(last_inbound_at, 0), given.at),
    heard_until = coalesce(given.heard, heard_until)
  from json_to_recordset(?) as given (id text, at bigint, heard bigint) where person.id = given.id`
const CLAIM_SQL = `
  update mailbox set lease_until = ?, fence = fence + 1
  where id = (
    select id from mailbox
    where ready_at is not null and ready_at <= ? and lease_until <= ?
    order by ready_at limit 1 for update skip locked)
  returning id, fence`

/**
 * Keeps everything a batch of webhooks brought. A message id seen before changes nothing. Returns how
 * many arrivals were new. `pace` absent: whoever writes is answered, however quickly they do.
 */
export function* accept(
  intakes: readonly Intake[],
  now: number,
  newId: () => string,
  pace: SenderPace | null = null,
): Fact<number> {
  const arrivals = inTurn(intakes.flatMap((intake) => intake.arrivals))
  const fresh = yield* store(arrivals, yield* peopleOf(arrivals, now, newId), now)
  if (fresh.length > 0) yield* awake(fresh, yield* withinPace(fresh, pace, now), now)
  for (const intake of intakes) {
    for (const status of intake.statuses) yield* applyStatus(status, now)
    for (const news of intake.templates ?? []) yield* keepTemplateNews(news, now)
    for (const wish of intake.preferences ?? []) yield* keepMarketingWish(wish)
  }
  return fresh.length
}

/**
 * One person's messages as they came, the people in one order whoever keeps them: two processes that keep
 * messages of the same two people must not wait for each other in a circle.
 */
const inTurn = (arrivals: readonly Arrival[]): readonly Arrival[] =>
  [...Map.groupBy(arrivals, ({ channel, sender }) => `${channel} ${sender.phone ?? sender.userId}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => own)

/** Who wrote each of these. Nearly all are known by all they show: those are looked up in one go. */
function* peopleOf(
  arrivals: readonly Arrival[],
  now: number,
  newId: () => string,
): Fact<readonly string[]> {
  const known = yield* knownPeople(arrivals.map(({ channel, sender }) => ({ channel, ...sender })))
  const people: string[] = []
  let areKnownStill = true
  for (const [i, { channel, sender, content }] of arrivals.entries()) {
    const before = known[i] ?? null
    if (areKnownStill && before !== null && content.kind !== 'identity') {
      people.push(before)
      continue
    }
    // Somebody new or somebody moved: what was looked up before may not hold for those who follow.
    areKnownStill = false
    const moved =
      content.kind === 'identity'
        ? yield* movePerson(channel, content.previous, content.current)
        : null
    people.push(moved ?? (yield* personOf({ channel, ...sender }, { id: newId(), now })))
  }
  return people
}

/** Keeps the arrivals, and returns those that were not there before, in their order. */
function* store(
  arrivals: readonly Arrival[],
  people: readonly string[],
  now: number,
): Fact<readonly Stored[]> {
  if (arrivals.length === 0) return []
  const added = yield* addEach<{ seq: number; channel: string; message_id: string }>({
    table: 'inbox',
    columns: ARRIVAL_COLUMNS,
    rows: arrivals.map((arrival, i) => [
      ...[arrival.channel, arrival.id, people[i], arrival.sentAt, now],
      ...[JSON.stringify(arrival), 'pending'],
    ]),
    ending: 'on conflict (channel, message_id) do nothing returning seq, channel, message_id',
  })
  const seqs = new Map(added.map((row) => [`${row.channel} ${row.message_id}`, row.seq]))
  return arrivals.flatMap((arrival, i): Stored[] => {
    const key = `${arrival.channel} ${arrival.id}`
    const [seq, personId] = [seqs.get(key), people[i]]
    // The same message twice in one group was added once.
    seqs.delete(key)
    if (seq === undefined || personId === undefined) return []
    return [{ seq, personId, sentAt: arrival.sentAt, content: arrival.content }]
  })
}

/** New messages: whose conversations are heard are due, their writers were here, and what waited for that may go. */
function* awake(fresh: readonly Stored[], { heard, heardUntil }: Heard, now: number): Fact<void> {
  const due = peopleIn(heard).map((id) => ({ id }))
  if (due.length > 0) yield* tell(READY_SQL, [now, given(due)])
  const seen = [...Map.groupBy(fresh, ({ personId }) => personId)].map(([id, own]) => ({
    id,
    at: Math.max(...own.map(({ sentAt }) => sentAt)),
    heard: heardUntil.get(id) ?? null,
  }))
  yield* tell(SEEN_SQL, [given(seen)])
  // Who says stop does not want what was held for them either; it goes with the answer.
  const staying = fresh.filter(({ content }) => content.kind !== 'text' || !isStop(content.text))
  yield* releaseHeld(peopleIn(staying), now)
}

/** Takes one conversation that has work to do; null when there is none. */
export function* claimMailbox(now: number, leaseUntil: number): Fact<Claim | null> {
  const claimed = yield* rowsOf<{ id: string; fence: number }>(CLAIM_SQL, [leaseUntil, now, now])
  const mailbox = claimed[0]
  if (!mailbox) return null
  const person = yield* readPerson(mailbox.id)
  if (!person) throw new Error(`mailbox ${mailbox.id} belongs to nobody`)
  const rows = yield* all(
    build
      .selectFrom('inbox')
      .select(['seq', 'arrival', 'received_at', 'attempts', 'failures'])
      .where('mailbox', '=', mailbox.id)
      .where('state', '=', 'pending')
      .orderBy('seq')
      .limit(MESSAGES_MAX),
  )
  return {
    mailbox: mailbox.id,
    fence: mailbox.fence,
    person,
    membership: yield* membershipOf(mailbox.id),
    messages: rows.map((row) => ({
      seq: row.seq,
      // Written by acceptArrival above, in this shape.
      arrival: JSON.parse(row.arrival) as Arrival,
      receivedAt: row.received_at,
      attempts: row.attempts,
      failures: row.failures,
    })),
  }
}

/** Counts the attempt before the work, so that a crash counts too. False: the claim was lost. */
export function* beginAttempt(claim: Claim, seq: number, leaseUntil: number): Fact<boolean> {
  if (!(yield* renewLease(claim, leaseUntil))) return false
  yield* run(
    build
      .updateTable('inbox')
      .set((e) => ({ attempts: e('attempts', '+', 1) }))
      .where('seq', '=', seq),
  )
  return true
}

/** Keeps the conversation during long work. False: the lease had run out and somebody else has it. */
export function* renewLease(claim: Claim, leaseUntil: number): Fact<boolean> {
  const held = yield* first(
    build
      .updateTable('mailbox')
      .set({ lease_until: leaseUntil })
      .where('id', '=', claim.mailbox)
      .where('fence', '=', claim.fence)
      // A renewal that was on its way while the conversation was handed back takes nothing.
      .where('lease_until', '>', 0)
      .returning('id'),
  )
  return held !== undefined
}

/**
 * Ends a message and those it absorbed: its effects and its queued replies become true together, or not
 * at all. False when the claim was lost or the message is finished already; then nothing happened.
 */
export function* finishMessage(
  claim: Claim,
  { seq, absorbed }: { readonly seq: number; readonly absorbed: readonly number[] },
  outcome: {
    readonly effects: readonly Effect[]
    readonly drafts: readonly Draft[]
    /** Set when the message is given up: why. */
    readonly error: string | null
  },
  now: number,
): Fact<boolean> {
  if (!(yield* isHeld(claim))) return false
  const ended = yield* first(
    build
      .updateTable('inbox')
      .set({ state: outcome.error === null ? 'done' : 'set-aside', error: outcome.error })
      .where('seq', '=', seq)
      .where('state', '=', 'pending')
      .returning('seq'),
  )
  if (!ended) return false
  if (absorbed.length > 0) {
    yield* run(build.updateTable('inbox').set({ state: 'done' }).where('seq', 'in', absorbed))
  }
  for (const effect of outcome.effects) yield* applyEffect(effect, now)
  yield* enqueue(outcome.drafts, now)
  return true
}

/** Hands the conversation back; it is due again at `retryAt`, or at once when more is pending. */
export function* releaseMailbox(claim: Claim, now: number, retry: Retry | null): Fact<void> {
  // Held while we look, so that a message that comes in now is either seen here or wakes it afterwards.
  if (!(yield* isHeld(claim))) return
  if (retry?.failure) {
    const { seq, error } = retry.failure
    yield* run(
      build
        .updateTable('inbox')
        .set((e) => ({ error, failures: e('failures', '+', 1) }))
        .where('seq', '=', seq),
    )
  }
  const pending = yield* first(
    build
      .selectFrom('inbox')
      .select('seq')
      .where('mailbox', '=', claim.mailbox)
      .where('state', '=', 'pending')
      .limit(1),
  )
  yield* run(
    build
      .updateTable('mailbox')
      .set({ lease_until: 0, ready_at: pending ? (retry?.at ?? now) : null })
      .where('id', '=', claim.mailbox)
      .where('fence', '=', claim.fence),
  )
}

/** Whether the conversation is still this worker's; if so it stays so until the fact ends. */
function* isHeld(claim: Claim): Fact<boolean> {
  const mine = yield* first(
    build
      .selectFrom('mailbox')
      .select('id')
      .where('id', '=', claim.mailbox)
      .where('fence', '=', claim.fence)
      .forUpdate(),
  )
  return mine !== undefined
}

/** When the next conversation is due; null when none is. A lease counts until it ends. */
export function* nextMailboxAt(): Fact<number | null> {
  const rows = yield* rowsOf<{ at: number | null }>(
    'select min(greatest(ready_at, lease_until)) as at from mailbox where ready_at is not null',
    [],
  )
  return rows[0]?.at ?? null
}

/** How much waits and since when, for health and readiness. */
export function* inboxHealth(): Fact<{
  readonly pending: number
  readonly oldestAt: number | null
  readonly setAside: number
}> {
  const row = yield* first(
    build
      .selectFrom('inbox')
      .select((e) => [e.fn.countAll<number>().as('pending'), e.fn.min('received_at').as('oldest')])
      .where('state', '=', 'pending'),
  )
  const aside = yield* first(
    build
      .selectFrom('inbox')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('state', '=', 'set-aside'),
  )
  return { pending: row?.pending ?? 0, oldestAt: row?.oldest ?? null, setAside: aside?.n ?? 0 }
}
