import type { Content } from '../intent/arrival.ts'
import { isStop } from '../intent/speaking-words.ts'
import type { Reply } from '../replies/reply.ts'
import type { Language } from '../sales/shop.ts'
import { build, type Fact, first, given, rowsOf, run, tell } from './engine.ts'
import { enqueue } from './outbox.ts'
import { membershipOf } from './people.ts'

/** How quickly one person may write to us, and what they are told when it is too quick. */
export type SenderPace = {
  /** One message may come every so many ms, for good; 0: as they like. */
  readonly everyMs: number
  /** Messages that may come at once before that sets in. */
  readonly burst: number
  readonly notice: (language: Language) => Reply
}

/**
 * A file costs a download and a reading. WhatsApp lets somebody pick 30 at once: with a burst of 40 messages these
 * still go through.
 */
const FILE_COST = 4 / 3
/** Whoever goes on writing too quickly is told once an hour: each notice costs money, and says nothing new. */
const NOTICE_PAUSE_MS = 3_600_000

// Conversations are taken before their writers, as whoever ends a message does: nobody waits in a circle.
const HOLD_SQL = `
  select id from mailbox
  where id in (select given.id from json_to_recordset(?) as given (id text)) order by id for update`
const PACED_SQL = `
  select id, heard_until, slowed_at from person
  where id in (select given.id from json_to_recordset(?) as given (id text)) order by id for update`
// Somebody who floods us must cost little: one statement for all of it.
const TOO_QUICK_SQL = `
  update inbox set state = 'done', error = 'more than its sender may write in so short a time'
  where seq in (select given.seq from json_to_recordset(?) as given (seq bigint))`

/** A message that is stored already. */
export type Stored = {
  readonly seq: number
  readonly personId: string
  /** Unix ms, the sender's own. */
  readonly sentAt: number
  readonly content: Content
}

/** Which messages are to be answered, and until when their writers' pace is used up by them (Unix ms). */
export type Heard = {
  readonly heard: readonly Stored[]
  readonly heardUntil: ReadonlyMap<string, number>
}

type Paced = {
  readonly id: string
  readonly heard_until: number
  readonly slowed_at: number | null
}

/** Everybody whose messages these are, once each. */
export const peopleIn = (messages: readonly Stored[]): readonly string[] => [
  ...new Set(messages.map(({ personId }) => personId)),
]

/**
 * Which of these messages are within their sender's pace (the generic cell rate algorithm, as for sending). One that
 * is not stays stored, done and unanswered; a member is told so, once. `stop` and a changed number are always heard.
 * `pace` absent: all of them. The new `heardUntil` is the caller's to write.
 */
export function* withinPace(
  messages: readonly Stored[],
  pace: SenderPace | null,
  now: number,
): Fact<Heard> {
  if (pace === null || pace.everyMs === 0) return { heard: messages, heardUntil: new Map() }
  const people = given(peopleIn(messages).map((id) => ({ id })))
  yield* tell(HOLD_SQL, [people])
  const paced = yield* rowsOf<Paced>(PACED_SQL, [people])
  const { heard, heardUntil, slow } = judged(messages, { paced, pace, now })
  const slowedAt = new Map(paced.map(({ id, slowed_at }) => [id, slowed_at ?? 0]))
  if (slow.length > 0) yield* tell(TOO_QUICK_SQL, [given(slow.map(({ seq }) => ({ seq })))])
  for (const message of slow) {
    if (now - (slowedAt.get(message.personId) ?? 0) < NOTICE_PAUSE_MS) continue
    slowedAt.set(message.personId, now)
    yield* notify(message, pace, now)
  }
  return { heard, heardUntil }
}

const judged = (
  messages: readonly Stored[],
  {
    paced,
    pace,
    now,
  }: { readonly paced: readonly Paced[]; readonly pace: SenderPace; readonly now: number },
): Heard & { readonly slow: readonly Stored[] } => {
  const heardUntilMax = now + pace.burst * pace.everyMs
  const before = new Map(
    // Further ahead than anybody can be: left from a clock that was set back since.
    paced.map(({ id, heard_until: at }) => [id, at > heardUntilMax ? now : Math.max(at, now)]),
  )
  const heardUntil = new Map<string, number>()
  const isWithin = ({ personId, content }: Stored): boolean => {
    const cost = Math.round(costOf(content) * pace.everyMs)
    if (cost === 0) return true
    const until = heardUntil.get(personId) ?? before.get(personId)
    if (until === undefined) throw new Error(`person ${personId} is not known`)
    if (until + cost > heardUntilMax) return false
    heardUntil.set(personId, until + cost)
    return true
  }
  const { heard = [], slow = [] } = Object.groupBy(messages, (message) =>
    isWithin(message) ? 'heard' : 'slow',
  )
  return { heard, slow, heardUntil }
}

const costOf = (content: Content): number => {
  if (content.kind === 'identity') return 0
  if (content.kind === 'text' && isStop(content.text)) return 0
  return 'media' in content ? FILE_COST : 1
}

/** Strangers have their one sentence a day already. */
function* notify(
  { seq, personId }: Pick<Stored, 'seq' | 'personId'>,
  { notice }: SenderPace,
  now: number,
): Fact<void> {
  yield* run(build.updateTable('person').set({ slowed_at: now }).where('id', '=', personId))
  const membership = yield* membershipOf(personId)
  if (membership === null) return
  const person = yield* first(
    build.selectFrom('person').select('language').where('id', '=', personId),
  )
  // Written by ourselves, when they chose it.
  const language = (person?.language as Language | null) ?? membership.shop.language
  yield* enqueue(
    [
      {
        id: `in:${seq}:slow`,
        shopId: membership.shop.id,
        personId,
        reply: notice(language),
        quotedId: null,
        fallback: null,
      },
    ],
    now,
  )
}
