import type { Reply } from '../replies/reply.ts'
import type { Language } from '../sales/shop.ts'
import { type Bill, countBilled } from './bills.ts'
import { all, build, type Fact, first, given, rowsOf, run, tell } from './engine.ts'
import { nextStep, type Refusal, SILENCES_MAX } from './refusal.ts'
import type { OutboxState } from './tables.ts'

/** A line a template can carry when the service window is closed. */
export type Fallback = {
  readonly template: 'alert' | 'digest' | 'low-stock' | 'reminder'
  readonly date: string
  readonly line: string
  /** What its quick replies bring back, in their order; each of our templates has two. */
  readonly taps: readonly [string, string]
  /** The language `date` and `line` are in, and so the template's. */
  readonly language: Language
}

/** A message to be sent; the same id twice is one message. */
export type Draft = {
  readonly id: string
  readonly shopId: string | null
  readonly personId: string
  readonly reply: Reply
  readonly quotedId: string | null
  /** What to send by template when the window is closed; null: hold until the person writes. */
  readonly fallback: Fallback | null
  /** Unix ms: nobody is woken before, unless they write first. Absent: at once. */
  readonly notBefore?: number | null
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
  /** Meta has said that the window is closed: by template, whatever our clock says. */
  readonly byTemplate: boolean
}

/** How quickly one person may be written to: Meta takes one message every `everyMs`, lending some. */
export type PairPace = {
  readonly everyMs: number
  /** Messages that may go at once before the pace sets in. */
  readonly burst: number
}

export type StatusReport = {
  readonly wamid: string
  readonly opaqueId: string | null
  readonly at: number
  /** Set when Meta says that this one is billed. */
  readonly bill?: Bill
} & News

type News =
  | { readonly state: 'sent' | 'delivered' | 'read' }
  | { readonly state: 'failed'; readonly refusal: Refusal }

/** Read implies delivered implies sent; a failure counts only before delivery, see `refuse`. */
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
          state: (draft.notBefore ?? now) > now ? 'asleep' : 'ready',
          next_at: draft.notBefore ?? now,
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
    join person p on p.id = o.person_id
    where o.state = 'ready' and o.next_at <= ?
      and (p.paced_until <= ? or p.paced_until > ?)
      and not exists (
        select 1 from channel_pause c where c.channel = p.channel and c.until > ?)
      and not exists (
        select 1 from outbox e
        where e.person_id = o.person_id and e.seq < o.seq and e.state in ('ready', 'sending'))
    order by o.seq limit ? for update of o, p skip locked)
  returning seq, person_id`
// Each message moves the moment at which the next one is free (the generic cell rate algorithm). A moment
// further ahead than any debt reaches is left from a clock that was set back since: it holds nobody.
const PACE_SQL = `
  update person
  set paced_until = (case when paced_until between ? and ? then paced_until else ? end) + ?
  where id = ?`

// Whoever is being written to elsewhere is left for the next round: nobody waits, so nobody waits in a circle.
/**
 * Takes the oldest ready message of each person, in order, as fast as `pace` lets each person be
 * written to and never from a number that pauses. A claimed message that is not settled by `leaseUntil`
 * counts as unknown: it may have been sent.
 */
export function* claimOutbox(
  { now, leaseUntil }: { readonly now: number; readonly leaseUntil: number },
  limit: number,
  pace: PairPace,
): Fact<readonly Parcel[]> {
  const debtMax = now + aheadOf(pace) + pace.everyMs
  const claimed = yield* rowsOf<{ seq: number; person_id: string }>(CLAIM_SQL, [
    leaseUntil,
    now,
    now + aheadOf(pace),
    debtMax,
    now,
    limit,
  ])
  if (claimed.length === 0) return []
  for (const { person_id } of claimed) {
    yield* tell(PACE_SQL, [now, debtMax, now, pace.everyMs, person_id])
  }
  const rows = yield* all(
    build
      .selectFrom('outbox')
      .innerJoin('person', 'person.id', 'outbox.person_id')
      .leftJoin('shop', 'shop.id', 'outbox.shop_id')
      .select(['outbox.id', 'outbox.body', 'outbox.bytes', 'outbox.attempts', 'outbox.by_template'])
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

/** How far the next free moment may lie ahead while messages still go at once. */
const aheadOf = ({ everyMs, burst }: PairPace): number => (burst - 1) * everyMs

/** The channel took the message; statuses that overtook our own answer are applied now. */
export function* markSent(id: string, wamid: string): Fact<void> {
  // A report that it failed may have come first, and has sent the message on its next way.
  const row = yield* first(
    build.selectFrom('outbox').select('past_wamids').where('id', '=', id).forUpdate(),
  )
  if (row === undefined || isPast(row, wamid)) return
  yield* run(
    build.updateTable('outbox').set({ wamid }).where('id', '=', id).where('wamid', 'is', null),
  )
  yield* raise(id, 'sent')
  // Taken in one statement: one that came between a look and a deletion would be gone unseen.
  const early = yield* all(
    build.deleteFrom('early_status').where('wamid', '=', wamid).returning(['news', 'at']),
  )
  // Written by keepEarly below, in this shape.
  for (const { news, at } of early) yield* report(id, JSON.parse(news) as News, at)
}

/** Where a claimed message goes when nobody knows what became of it, or when it may not go at all. */
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

/** They said no, at once or in a later report: the message goes where `nextStep` says. */
export function* refuse(id: string, refusal: Refusal, now: number): Fact<void> {
  const row = yield* first(
    build
      .selectFrom('outbox')
      .innerJoin('person', 'person.id', 'outbox.person_id')
      .select(['outbox.body', 'outbox.attempts', 'outbox.wamid', 'outbox.past_wamids'])
      .select(['outbox.by_template', 'person.channel'])
      .select((e) => e('outbox.bytes', 'is not', null).as('has_bytes'))
      .where('outbox.id', '=', id)
      // Delivered cannot fail any more; waiting ones have been refused already.
      .where('outbox.state', 'in', ['sending', 'unknown', 'sent'])
      .forUpdate('outbox'),
  )
  if (!row) return
  const content = contentOf(row.body)
  const step = nextStep(refusal, {
    attempts: row.attempts,
    hasAttachment: Boolean(row.has_bytes),
    hasFallback: content.fallback !== null,
    byTemplate: row.by_template === 1,
  })
  yield* run(
    build
      .updateTable('outbox')
      .set({
        state: step.state,
        next_at: now + step.waitMs,
        error: refusal.reason,
        wamid: step.state === 'failed' ? row.wamid : null,
        past_wamids: row.wamid === null ? row.past_wamids : `${row.past_wamids} ${row.wamid}`,
        ...(step.byTemplate ? { by_template: 1 } : {}),
        ...(step.bare ? { bytes: null, body: JSON.stringify(withoutAttachment(content)) } : {}),
      })
      .where('id', '=', id),
  )
  if (step.pause) yield* pauseChannel(row.channel, { ...step.pause, reason: refusal.reason, now })
}

/** The number stops for a while; a longer pause that runs already stays. */
function* pauseChannel(
  channel: string,
  pause: {
    readonly ms: number
    readonly needsOperator: boolean
    readonly reason: string
    readonly now: number
  },
): Fact<void> {
  const until = pause.now + pause.ms
  const told = { needs_operator: pause.needsOperator ? 1 : 0, reason: pause.reason }
  yield* run(
    build
      .insertInto('channel_pause')
      .values({ channel, until, since: pause.now, ...told })
      .onConflict((c) =>
        c
          .column('channel')
          .doUpdateSet({ until, ...told })
          .where('channel_pause.until', '<', until),
      ),
  )
}

/** A delivery report; unknown ones are kept until our own request has learnt its wamid. */
export function* applyStatus(status: StatusReport, now: number): Fact<void> {
  const row = yield* first(
    build
      .selectFrom('outbox')
      .select(['id', 'wamid', 'past_wamids'])
      .where((e) =>
        e.or([
          e('wamid', '=', status.wamid),
          ...(status.opaqueId ? [e('id', '=', status.opaqueId)] : []),
        ]),
      )
      .forUpdate(),
  )
  if (!row) return yield* keepEarly(status)
  // An earlier try of a message that has gone again: only that it arrived after all is news.
  const past = isPast(row, status.wamid)
  if (past && (status.state === 'failed' || status.state === 'sent')) return
  if (row.wamid === null && !past) {
    yield* run(build.updateTable('outbox').set({ wamid: status.wamid }).where('id', '=', row.id))
  }
  yield* report(row.id, status, now)
  if (status.bill) yield* countBilled(row.id, status.bill)
}

const isPast = (row: { readonly past_wamids: string }, wamid: string): boolean =>
  row.past_wamids.split(' ').includes(wamid)

function* keepEarly(status: StatusReport): Fact<void> {
  const { wamid, at, state } = status
  const news: News = state === 'failed' ? { state, refusal: status.refusal } : { state }
  yield* run(
    build
      .insertInto('early_status')
      .values({ wamid, state, news: JSON.stringify(news), at })
      .onConflict((c) => c.doNothing()),
  )
}

function* report(id: string, news: News, now: number): Fact<void> {
  if (news.state === 'failed') yield* refuse(id, news.refusal, now)
  else yield* raise(id, news.state)
}

/**
 * Messages whose sender died or whose outcome stayed unknown. A lease that ran out becomes unknown
 * and waits for a status; after the wait it is sent once more, and after the last attempt it fails. What
 * was held for too long is stale news.
 */
export function* sweepOutbox(
  now: number,
  echoWaitMs: number,
): Fact<{ readonly resent: number; readonly failed: number; readonly expired: number }> {
  yield* applyEarly(now)
  const [due] = yield* rowsOf<{ seq: number }>(LAPSED_SQL, [now])
  if (due === undefined) return { resent: 0, failed: 0, expired: 0 }
  const lapsed = build.updateTable('outbox').where('next_at', '<=', now)
  yield* run(
    lapsed.set({ state: 'unknown', next_at: now + echoWaitMs }).where('state', '=', 'sending'),
  )
  const failed = yield* all(
    lapsed
      .set({ state: 'failed', error: 'no answer and no status after the last attempt' })
      .where('state', '=', 'unknown')
      .where('attempts', '>=', SILENCES_MAX)
      .returning('id'),
  )
  const resent = yield* all(
    lapsed.set({ state: 'ready' }).where('state', '=', 'unknown').returning('id'),
  )
  yield* run(lapsed.set({ state: 'ready' }).where('state', '=', 'asleep'))
  const expired = yield* all(
    build
      .updateTable('outbox')
      .set({ state: 'failed', error: 'held until it was stale' })
      .where('state', '=', 'held')
      .where('next_at', '<=', now - HELD_MS_MAX)
      .returning('id'),
  )
  return { resent: resent.length, failed: failed.length, expired: expired.length }
}

// A report and our own note of the same wamid that are written at the same moment, by two processes, do not see each
// other: the report is kept as early after the note has looked for it.
const EARLY_SQL = `
  delete from early_status where wamid in (
    select e.wamid from early_status e join outbox o on o.wamid = e.wamid
    where e.at > ? limit ?)
  returning wamid, news`
/** They met just now; Meta's clock and ours may differ by minutes. Reports of strangers' messages stay for weeks. */
const EARLY_MS_MAX = 15 * 60_000
/** Applied in one commit; the rest a second later. */
const EARLY_MAX = 100

function* applyEarly(now: number): Fact<void> {
  const early = yield* rowsOf<{ wamid: string; news: string }>(EARLY_SQL, [
    now - EARLY_MS_MAX,
    EARLY_MAX,
  ])
  for (const { wamid, news } of early) {
    const row = yield* first(build.selectFrom('outbox').select('id').where('wamid', '=', wamid))
    // Written by keepEarly above, in this shape.
    if (row) yield* report(row.id, JSON.parse(news) as News, now)
  }
}

// Nearly every look finds nothing; five statements that change nothing were a tenth of all statements.
const LAPSED_SQL = `
  select seq from outbox
  where state in ('sending', 'unknown', 'asleep', 'held') and next_at <= ? limit 1`

/** The person wrote: what was held for a closed window or for their morning may go now, unless it is stale. */
export function* releaseHeld(personIds: readonly string[], now: number): Fact<void> {
  if (personIds.length === 0) return
  const people = given(personIds.map((id) => ({ id })))
  yield* tell(RELEASE_SQL, [now - HELD_MS_MAX, now, people])
}

/** A template has been approved: what was held for want of it may go now. */
export function* releaseAllHeld(now: number): Fact<void> {
  yield* run(
    build.updateTable('outbox').set({ state: 'ready', next_at: now }).where('state', '=', 'held'),
  )
}

// Runs for every message that comes in, though there is hardly ever something held.
const RELEASE_SQL = `
  update outbox set
    state = case when created_at < ? then 'failed' else 'ready' end,
    by_template = 0, attempts = 0, next_at = ?
  where person_id in (select given.id from json_to_recordset(?) as given (id text))
    and state in ('held', 'asleep')`

// What is ready may still have to wait for its person's pace or its number's pause.
const NEXT_SQL = `
  select min(at) as at from (
    select min(next_at) as at from outbox where state = 'sending'
    union all
    select min(next_at) from outbox where state = 'unknown'
    union all
    select min(next_at) from outbox where state = 'asleep'
    union all
    select min(greatest(o.next_at, p.paced_until - ?, coalesce(c.until, 0)))
    from outbox o
    join person p on p.id = o.person_id
    left join channel_pause c on c.channel = p.channel
    where o.state = 'ready') as due`

/** When the next message is due, whatever its state; null when nothing waits. */
export function* nextOutboxAt(pace: PairPace): Fact<number | null> {
  const rows = yield* rowsOf<{ at: number | null }>(NEXT_SQL, [aheadOf(pace)])
  return rows[0]?.at ?? null
}

function* raise(id: string, state: Exclude<News['state'], 'failed'>): Fact<void> {
  const row = yield* first(
    build.selectFrom('outbox').select(['state', 'body']).where('id', '=', id).forUpdate(),
  )
  if (!row || rankOf(row.state) >= RANK[state]) return
  const body = withoutSecret(row.body)
  const kept = body === row.body ? { state } : { state, body }
  yield* run(build.updateTable('outbox').set(kept).where('id', '=', id))
}

/** The channel has it: from now on only what may be kept of it is. */
const withoutSecret = (body: string): string => {
  const { reply, ...rest } = contentOf(body)
  if (reply.keptAs === undefined) return body
  const { keptAs, ...kept } = reply
  return JSON.stringify({ ...rest, reply: { ...kept, text: keptAs } })
}

type Content = Pick<Parcel, 'reply' | 'quotedId' | 'fallback'>

/** Written by enqueue above, in this shape. */
const contentOf = (body: string): Content => JSON.parse(body) as Content

const withoutAttachment = (content: Content): Content => ({
  ...content,
  reply: { ...content.reply, attachment: null },
})

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
  by_template: number
}): Parcel => {
  const body = contentOf(row.body)
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
    language: body.fallback?.language ?? row.language ?? 'id',
    shopName: row.shop_name ?? '',
    attempts: row.attempts,
    byTemplate: row.by_template === 1,
  }
}

/** What waits to be sent and what never will be, for health and readiness. */
export function* outboxHealth(now: number): Fact<{
  readonly waiting: number
  readonly held: number
  readonly failed: number
  /** Numbers that have stopped sending, and why. */
  readonly pauses: readonly ChannelPause[]
}> {
  const rows = yield* all(
    build
      .selectFrom('outbox')
      .select((e) => ['state', e.fn.countAll<number>().as('n')])
      .where('state', 'in', ['ready', 'sending', 'unknown', 'held', 'asleep', 'failed'])
      .groupBy('state'),
  )
  const count = (...states: OutboxState[]) =>
    rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.n, 0)
  return {
    waiting: count('ready', 'sending', 'unknown'),
    held: count('held', 'asleep'),
    failed: count('failed'),
    pauses: yield* pausesAt(now),
  }
}

export type ChannelPause = {
  readonly channel: string
  readonly reason: string
  readonly needsOperator: boolean
  /** Unix ms. */
  readonly until: number
}

function* pausesAt(now: number): Fact<readonly ChannelPause[]> {
  const rows = yield* all(build.selectFrom('channel_pause').selectAll().where('until', '>', now))
  return rows.map((row) => ({
    channel: row.channel,
    reason: row.reason,
    needsOperator: row.needs_operator === 1,
    until: row.until,
  }))
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
      // Nobody means a button that they have not seen.
      .where('state', 'not in', ['held', 'asleep'])
      .orderBy('seq', 'desc')
      .limit(1),
  )
  return row ? choicesIn(row.body) : []
}

/** The choices of the message with this wamid; null when it is none of ours to this person. */
export function* choicesOf(
  personId: string,
  wamid: string,
): Fact<readonly { readonly id: string; readonly title: string }[] | null> {
  const row = yield* first(
    build
      .selectFrom('outbox')
      .select('body')
      .where('wamid', '=', wamid)
      .where('person_id', '=', personId),
  )
  return row ? choicesIn(row.body) : null
}

/** The buttons or rows of a queued reply. */
export const choicesIn = (body: string): Content['reply']['choices'] =>
  contentOf(body).reply.choices

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

/**
 * The id of the newest message of this shop that came to this person by itself, or of the one Meta names `wamid`; null when there
 * is none, or when it was an answer.
 */
export function* unaskedBubble(
  { shopId, personId }: { readonly shopId: string; readonly personId: string },
  wamid?: string,
): Fact<string | null> {
  const row = yield* first(
    build
      .selectFrom('outbox')
      .select('id')
      .where('person_id', '=', personId)
      .where('shop_id', '=', shopId)
      .where('id', 'not like', 'in:%')
      .where('id', 'not like', 'watch:%')
      .where('state', 'in', ['sent', 'delivered', 'read'])
      .$if(wamid !== undefined, (q) => q.where('wamid', '=', wamid ?? ''))
      .orderBy('seq', 'desc')
      .limit(1),
  )
  return row?.id ?? null
}
