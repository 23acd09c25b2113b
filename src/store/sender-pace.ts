import type { Content } from '../intent/arrival.ts'
import { isStop } from '../intent/speaking-words.ts'
import type { Reply } from '../replies/reply.ts'
import type { Language } from '../sales/shop.ts'
import { build, type Fact, first, run, tell } from './engine.ts'
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

const HEARD_SQL = 'update person set heard_until = ? where id = ?'

/** A message that is stored already. */
type Stored = { readonly seq: number; readonly personId: string; readonly content: Content }

/**
 * Whether this message is within its sender's pace (the generic cell rate algorithm, as for sending). One that is not
 * stays stored, done and unanswered; a member is told so, once. `stop` and a changed number are always heard.
 */
export function* isWithinPace(
  { seq, personId, content }: Stored,
  pace: SenderPace,
  now: number,
): Fact<boolean> {
  const cost = Math.round(costOf(content) * pace.everyMs)
  if (cost === 0) return true
  const person = yield* first(
    build.selectFrom('person').select(['heard_until', 'slowed_at']).where('id', '=', personId),
  )
  if (person === undefined) throw new Error(`person ${personId} is not known`)
  const heardUntilMax = now + pace.burst * pace.everyMs
  // Further ahead than anybody can be: left from a clock that was set back since.
  const heardUntil = person.heard_until > heardUntilMax ? now : Math.max(person.heard_until, now)
  if (heardUntil + cost <= heardUntilMax) {
    yield* tell(HEARD_SQL, [heardUntil + cost, personId])
    return true
  }
  yield* run(
    build
      .updateTable('inbox')
      .set({ state: 'done', error: 'more than its sender may write in so short a time' })
      .where('seq', '=', seq),
  )
  if (now - (person.slowed_at ?? 0) >= NOTICE_PAUSE_MS) yield* notify({ seq, personId }, pace, now)
  return false
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
