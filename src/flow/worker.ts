import type { Claim, Pending } from '../store/inbox.ts'
import type { Draft } from '../store/outbox.ts'
import type { Answer } from './answer.ts'
import { startCrew } from './crew.ts'
import type { Loop } from './loop.ts'
import { giveUp, respond } from './respond.ts'
import { ATTEMPTS_MAX, asError, backoff, type World } from './world.ts'

/** Conversations worked on at the same time; each is one person, so nobody waits for a long import. */
const CONVERSATIONS_MAX = 8

/** What the worker tells the rest of the house. */
export type WorkerEvents = {
  /** Replies were queued. */
  readonly onReplies: () => void
  /** A shop's sales changed. */
  readonly onSales: (shopId: string) => void
}

/**
 * Drains conversations: each person's messages in order, one at a time, several people at once. This
 * is the one place that catches: a message that fails is repeated with growing pauses, then set aside
 * with its error and an honest reply, and the next one goes on.
 */
export const startWorker = (world: World, events: WorkerEvents): Loop => {
  let stopping = false
  const crew = startCrew<Claim>({
    name: 'worker',
    jobsMax: CONVERSATIONS_MAX,
    now: world.now,
    log: world.log,
    claim: async () => {
      const claim = await world.store.claimMailbox(world.pace.leaseMs)
      if (!claim) return []
      world.passing('claimed')
      return [claim]
    },
    work: (claim) => converse(world, claim, { ...events, isStopping: () => stopping }),
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

type Talk = WorkerEvents & { readonly isStopping: () => boolean }

const converse = async (world: World, claim: Claim, talk: Talk): Promise<void> => {
  const renewal = setInterval(() => {
    void world.store
      .renewLease(claim, world.pace.leaseMs)
      .catch((error: unknown) => world.log.warn('lease not renewed', { error: asError(error) }))
  }, world.pace.leaseMs / 3)
  try {
    for (const message of claim.messages) {
      if (talk.isStopping()) break
      const end = await answer(world, claim, message)
      if (end.lost) return
      if (end.retry) return await world.store.releaseMailbox(claim, end.retry)
      talk.onReplies()
      if (end.salesChanged) talk.onSales(end.salesChanged)
    }
    await world.store.releaseMailbox(claim, null)
    world.passing('released')
  } finally {
    clearInterval(renewal)
  }
}

type End = {
  readonly lost?: boolean
  readonly retry?: { readonly seq: number; readonly at: number; readonly error: string }
  readonly salesChanged?: string | null
}

const answer = async (world: World, claim: Claim, message: Pending): Promise<End> => {
  // A crash counts as an attempt too: a message that kills the process five times is not tried again.
  if (message.attempts >= ATTEMPTS_MAX) {
    const given = await giveUp(world, claim)
    return finish(world, claim, message, { given, error: 'five attempts never ended' })
  }
  if (!(await world.store.beginAttempt(claim, message.seq, world.pace.leaseMs)))
    return { lost: true }
  world.passing('attempt counted')
  try {
    const given = await respond(world, claim, message)
    world.passing('answer ready')
    return await finish(world, claim, message, { given, error: null })
  } catch (error) {
    return fail(world, claim, message, asError(error))
  }
}

const fail = async (world: World, claim: Claim, message: Pending, error: Error): Promise<End> => {
  const attempt = message.attempts + 1
  world.log.error('message failed', {
    error,
    attempt,
    seq: message.seq,
    kind: message.arrival.content.kind,
  })
  if (attempt >= ATTEMPTS_MAX) {
    return finish(world, claim, message, {
      given: await giveUp(world, claim),
      error: error.message,
    })
  }
  const at = world.now() + backoff(world.pace, attempt)
  return { retry: { seq: message.seq, at, error: error.message } }
}

const finish = async (
  world: World,
  claim: Claim,
  message: Pending,
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
  const done = await world.store.finishMessage(claim, message.seq, {
    effects: given.effects,
    drafts,
    error,
  })
  world.passing('finished')
  if (!done) return { lost: true }
  return { salesChanged: given.salesChanged }
}
