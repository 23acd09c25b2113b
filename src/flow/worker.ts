import { createHash } from 'node:crypto'
import type { Effect } from '../store/effects.ts'
import type { Claim, Pending, Retry } from '../store/inbox.ts'
import type { Draft } from '../store/outbox.ts'
import { ATTEMPTS_MAX, DEATHS_MAX } from '../store/refusal.ts'
import type { Answer } from './answer.ts'
import { nextTurn, type Turn } from './burst.ts'
import { type Aside, startCrew } from './crew.ts'
import { type Gate, gateFor } from './gate.ts'
import type { Loop } from './loop.ts'
import { unlessOvertaken } from './overtaken.ts'
import { giveUp, respond } from './respond.ts'
import { showTyping } from './typing.ts'
import { asError, backoff, type World } from './world.ts'

/** Conversations worked on at the same time; each is one person, so nobody waits for a long import. */
const CONVERSATIONS_MAX = 8
/** Those included that wait for their file's turn: they take nobody's place. */
const HELD_MAX = 40
/** One file is read while the next one is fetched; more would only fill the memory, and overtake each other. */
const FILES_MAX = 2

/** What the worker tells the rest of the house. */
export type WorkerEvents = {
  /** Replies were queued. */
  readonly onReplies: () => void
  /** A shop's sales, or what its owner wants to hear of them, changed: it may have something to be told. */
  readonly onNews: (shopId: string) => void
}

/**
 * Drains conversations: each person's messages in order, one at a time, several people at once. This
 * is the one place that catches: a message that fails is repeated with growing pauses, then set aside
 * with its error and an honest reply, and the next one goes on.
 */
export const startWorker = (world: World, events: WorkerEvents): Loop => {
  let stopping = false
  const files = gateFor(FILES_MAX)
  const crew = startCrew<Claim>({
    name: 'worker',
    jobsMax: CONVERSATIONS_MAX,
    heldMax: HELD_MAX,
    now: world.now,
    lookAgainMs: world.lookAgainMs,
    log: world.log,
    claim: async () => {
      const claim = await world.store.claimMailbox(world.pace.leaseMs)
      if (!claim) return []
      world.passing('claimed')
      return [claim]
    },
    work: (claim, aside) =>
      converse(world, claim, { ...events, files, aside, isStopping: () => stopping }),
    nextAt: world.store.nextMailboxAt,
  })
  return {
    wake: crew.wake,
    stop: () => {
      stopping = true
      return crew.stop()
    },
  }
}

type Talk = WorkerEvents & {
  readonly isStopping: () => boolean
  /** Files are taken in a few at a time. */
  readonly files: Gate
  readonly aside: Aside
}

const converse = async (world: World, claim: Claim, talk: Talk): Promise<void> => {
  const renewal = setInterval(() => {
    void world.store
      .renewLease(claim, world.pace.leaseMs)
      .catch((error: unknown) => world.log.warn('lease not renewed', { error: asError(error) }))
  }, world.pace.leaseMs / 3)
  try {
    let left = claim.messages
    let end: End = {}
    while (isAny(left) && !end.lost && !end.retry && !talk.isStopping()) {
      const turn = await nextTurn(world, claim, left)
      end = await take(world, claim, turn, talk)
      if (end.finished) talk.onReplies()
      if (end.toLookAt) talk.onNews(end.toLookAt)
      left = left.filter(({ seq }) => !end.finished?.includes(seq))
    }
    if (end.lost) return
    await world.store.releaseMailbox(claim, end.retry ?? null)
    world.passing('released')
  } finally {
    clearInterval(renewal)
  }
}

const isAny = (messages: readonly Pending[]): messages is readonly [Pending, ...Pending[]] =>
  messages.length > 0

type End = {
  /** Somebody else has the conversation. */
  readonly lost?: boolean
  readonly retry?: Retry
  readonly finished?: readonly number[]
  readonly toLookAt?: string | null
}

type TurnNow = Extract<Turn, { kind: 'now' }>

const take = async (
  world: World,
  claim: Claim,
  turn: Turn,
  { files, aside, isStopping }: Talk,
): Promise<End> => {
  if (turn.kind === 'later') return { retry: { at: turn.at, failure: null } }
  const stopTyping = showTyping(world, turn.message.arrival)
  const isFile = turn.message.arrival.content.kind === 'file'
  if (isFile) await aside(files.enter())
  try {
    // Somebody else takes up what waited for its turn.
    if (isFile && isStopping()) return { retry: { at: world.now(), failure: null } }
    return await answer(world, claim, turn)
  } finally {
    if (isFile) files.leave()
    stopTyping()
  }
}

const answer = async (world: World, taken: Claim, turn: TurnNow): Promise<End> => {
  // An earlier message of this very conversation may have changed the shop, the language or the team.
  const claim = { ...taken, ...(await world.store.whoIs(taken.person.id)) }
  const { message } = turn
  if (message.attempts - message.failures >= DEATHS_MAX) {
    const given = await giveUp(world, claim, message.attempts)
    return finish(world, claim, turn, { given, error: `${DEATHS_MAX} attempts never ended` })
  }
  if (!(await world.store.beginAttempt(claim, message.seq, world.pace.leaseMs)))
    return { lost: true }
  world.passing('attempt counted')
  try {
    return await unlessOvertaken(async () => {
      const given = await respond(world, claim, message)
      world.passing('answer ready')
      return finish(world, claim, turn, { given, error: null })
    })
  } catch (error) {
    return fail(world, claim, turn, asError(error))
  }
}

const fail = async (world: World, claim: Claim, turn: TurnNow, error: Error): Promise<End> => {
  const { message } = turn
  const attempt = message.failures + 1
  const { kind } = message.arrival.content
  world.log.error('message failed', { error, attempt, ...traceOf(message), kind })
  world.metrics.attempted(kind, 'failed', 0)
  if (attempt >= ATTEMPTS_MAX) {
    return finish(world, claim, turn, {
      given: await giveUp(world, claim, attempt),
      error: error.message,
    })
  }
  const at = world.now() + backoff(world.pace, attempt)
  return { retry: { at, failure: { seq: message.seq, error: error.message } } }
}

const finish = async (
  world: World,
  claim: Claim,
  { message, absorbed }: TurnNow,
  { given, error }: { readonly given: Answer; readonly error: string | null },
): Promise<End> => {
  const drafts = given.replies.map(
    (reply, index): Draft => ({
      // The same message answered again has the same reply ids: a repetition adds nothing.
      id: `in:${message.seq}:${index}`,
      shopId: claim.membership?.shop.id ?? null,
      personId: claim.person.id,
      reply,
      quotedId: null,
      fallback: null,
    }),
  )
  const done = await world.store.finishMessage(
    claim,
    { seq: message.seq, absorbed },
    { effects: given.effects, drafts, error },
  )
  world.passing('finished')
  if (!done) return { lost: true }
  const { kind } = message.arrival.content
  const waited = (world.now() - message.receivedAt) / 1000
  world.metrics.attempted(kind, error === null ? 'answered' : 'set-aside', waited)
  world.log.info('message answered', {
    ...traceOf(message),
    kind,
    replies: drafts.length,
    seconds: waited,
    ...(error === null ? {} : { error }),
  })
  return { finished: [message.seq, ...absorbed], toLookAt: shopToLookAt(given, claim) }
}

/**
 * What ties the log lines of one message together: the wamid as a short hash (the id itself holds the
 * sender's number) and the beginning of its replies' ids, which every line about sending carries.
 */
const traceOf = ({ seq, arrival }: Pending) => ({
  trace: createHash('sha256').update(arrival.id).digest('hex').slice(0, TRACE_DIGITS),
  id: `in:${seq}`,
})
const TRACE_DIGITS = 12

/** Who has just asked to be told wants to be told now, not at the next round. */
const TUNING: ReadonlySet<Effect['kind']> = new Set<Effect['kind']>([
  'alert-level',
  'quiet-hours',
  'digest',
  'unhush',
])

const shopToLookAt = ({ salesChanged, effects }: Answer, { membership }: Claim): string | null =>
  salesChanged ??
  (effects.some(({ kind }) => TUNING.has(kind)) ? (membership?.shop.id ?? null) : null)
