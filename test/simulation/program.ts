import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LanguageModel } from '../../src/assistant/model.ts'
import { createInbox } from '../../src/flow/inbox.ts'
import * as insight from '../../src/flow/insight.ts'
import { startOutbox } from '../../src/flow/outbox.ts'
import * as planInsight from '../../src/flow/plan-insight.ts'
import type { Pool } from '../../src/flow/pool.ts'
import { startSchedule } from '../../src/flow/schedule.ts'
import * as goods from '../../src/flow/stock-insight.ts'
import { sweepUnfinished } from '../../src/flow/sweep.ts'
import { startWorker } from '../../src/flow/worker.ts'
import type { Pace, Step, World } from '../../src/flow/world.ts'
import { packLines } from '../../src/ingest/pack.ts'
import { linesOf, openAny } from '../../src/ingest/read.ts'
import { lineTally } from '../../src/ingest/tally.ts'
import { makeLog } from '../../src/log.ts'
import { createMetrics } from '../../src/metrics.ts'
import type { Claim, Intake } from '../../src/store/inbox.ts'
import type { Reader, Store } from '../../src/store/store.ts'
import type { Channel } from '../../src/whatsapp/channel.ts'
import { POLICY } from '../support/builders.ts'
import { type Power, PowerCut } from './power.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A mistake built in on purpose, to see that it is noticed. */
export type Planted =
  | 'acknowledged before stored'
  | 'not deduplicated'
  | 'finished in two commits'
  | 'lease not renewed'

export type ProgramOptions = {
  readonly time: VirtualTime
  readonly power: Power
  readonly store: Store
  readonly channel: Channel
  readonly random: () => number
  readonly planted: Planted | null
  readonly newId: () => string
  readonly record: Record
  /** Told at every step; the power may be cut there. */
  readonly passing: (step: Step) => void
}

const PACE: Pace = {
  leaseMs: 20_000,
  echoWaitMs: 90_000,
  backoffMs: 1000,
  // Within the calm at the end of a history: a shop that was taken by a program that died is looked at again.
  scheduleMs: 3 * 60_000,
  pair: { everyMs: 0, burst: 1 },
  sender: { everyMs: 0, burst: 1 },
  burstMs: 1500,
  typingMs: 700,
}
/** Longer than a lease: only who renews it keeps the conversation. */
const LONG_READ_MS = 45_000

/** One for all runs: each would open its own way out. */
const LOG = makeLog('silent')

/** The rooms that move things, as they meet in app.ts, on a virtual clock and in one thread. */
export const startProgram = (
  options: ProgramOptions,
): { readonly keep: (intake: Intake) => Promise<void> } => {
  const { time, power, random, planted } = options
  const slowDisk = () => (random() < 0.01 ? Math.ceil(random() * 2000) : 0)
  const store = plantedIn(power.behind(watched(options.store, options.record), slowDisk), options)
  const world: World = {
    store,
    channel: power.behind(options.channel),
    pool: power.behind(oneThread(store, { time, random })),
    model: brokenModel,
    now: time.now,
    newId: options.newId,
    log: LOG,
    metrics: createMetrics(),
    policy: POLICY,
    dashboard: null,
    pace: PACE,
    passing: options.passing,
  }
  const sending = startOutbox(world)
  const schedule = startSchedule(world, { onSaid: sending.wake, onLooked: async () => undefined })
  const worker = startWorker(world, { onReplies: sending.wake, onNews: schedule.wake })
  sweepUnfinished(world)
  const inbox = createInbox(world, () => {
    worker.wake()
    sending.wake()
  })
  const kept = (intake: Intake): Promise<void> => {
    const stored = inbox.keep(intake)
    return planted === 'acknowledged before stored' ? Promise.resolve() : stored
  }
  return {
    keep: async (intake) => {
      options.passing('webhook read')
      await kept(intake)
      // The power fails when Meta has its answer already.
      time.later(0, () => tripping(() => options.passing('webhook stored')))
    },
  }
}

/** A power cut throws, which nobody here is left to hear. */
const tripping = (step: () => void): void => {
  try {
    step()
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
  }
}

/** What an onlooker notes about the work. */
export type Record = {
  /** Messages being sent. */
  readonly underWay: Set<string>
  /**
   * Those whose outcome nobody knew at some time. They wait for a report before they go again, and do
   * not hold up what the person asks meanwhile: the one exception to the order of answers.
   */
  readonly unknown: Set<string>
  /** Messages being answered, by their number in the inbox. */
  readonly atWork: Set<number>
  /** Messages two workers answered at the same time. */
  readonly atWorkTwice: Set<number>
  /** How often each message was begun, by its wamid. */
  readonly attempts: Map<string, number>
  /** Messages set aside, which is right after five failures or ten crashes only; their sender is told. */
  readonly givenUp: Set<string>
}

const watched = (
  store: Store,
  { underWay, unknown, atWork, atWorkTwice, attempts, givenUp }: Record,
): Store => ({
  ...store,
  beginAttempt: async (claim, seq, leaseMs) => {
    const isBegun = await store.beginAttempt(claim, seq, leaseMs)
    if (isBegun && atWork.has(seq)) atWorkTwice.add(seq)
    if (isBegun) atWork.add(seq)
    const id = wamidOf(claim, seq)
    if (isBegun) attempts.set(id, (attempts.get(id) ?? 0) + 1)
    return isBegun
  },
  finishMessage: async (claim, which, outcome) => {
    atWork.delete(which.seq)
    const isDone = await store.finishMessage(claim, which, outcome)
    if (isDone && outcome.error !== null) givenUp.add(wamidOf(claim, which.seq))
    return isDone
  },
  releaseMailbox: (claim, retry) => {
    if (retry?.failure) atWork.delete(retry.failure.seq)
    return store.releaseMailbox(claim, retry)
  },
  claimOutbox: async (leaseMs, limit, pair) => {
    const parcels = await store.claimOutbox(leaseMs, limit, pair)
    for (const { id } of parcels) underWay.add(id)
    return parcels
  },
  markSent: (id, wamid) => {
    underWay.delete(id)
    return store.markSent(id, wamid)
  },
  settle: (id, outcome) => {
    underWay.delete(id)
    if (outcome.state === 'unknown') unknown.add(id)
    return store.settle(id, outcome)
  },
  refuse: (id, refused) => {
    underWay.delete(id)
    return store.refuse(id, refused)
  },
})

const wamidOf = ({ messages }: Claim, seq: number): string =>
  messages.find((message) => message.seq === seq)?.arrival.id ?? ''

/** A language model that is down. */
const brokenModel: LanguageModel = {
  nameFor: () => 'down',
  generate: () => Promise.resolve({ ok: false, reason: 'unreachable', detail: 'down' }),
}

/** The pool's work in this thread, now and then slower than a lease. */
export const oneThread = (
  reader: Reader,
  { time, random }: { readonly time: Pick<VirtualTime, 'wait'>; readonly random: () => number },
): Pool => {
  const pool: Partial<Pool> = {
    summary: (asked) => insight.summary(reader, asked),
    anomalies: (asked) => insight.anomalies(reader, asked),
    news: (asked) => insight.news(reader, asked),
    why: (asked) => insight.why(reader, asked),
    forecast: (asked) => insight.forecast(reader, asked),
    restock: (asked) => insight.restock(reader, asked),
    stockroom: (asked) => goods.stockroom(reader, asked),
    plan: (asked) => planInsight.plan(reader, asked),
    readFile: async (bytes, hints, { onBatch }) => {
      await time.wait(random() < 0.3 ? LONG_READ_MS : 50)
      const opened = await openAny(bytes, hints)
      if (opened.outcome !== 'sales') return opened
      const tally = lineTally()
      const lines = [...linesOf(opened)]
      for (const line of lines) tally.add(line)
      for (const batch of packLines(lines, 4000)) {
        await onBatch(batch)
        await nextTurn()
      }
      const { understanding, plan } = opened
      return { outcome: 'sales', understanding, currency: plan.currency, tally: tally.result() }
    },
  }
  // Nothing in a history asks for pictures or documents.
  return pool as Pool
}

const plantedIn = (store: Store, { planted, time, passing }: ProgramOptions): Store => {
  if (planted === 'acknowledged before stored') {
    return { ...store, accept: async (intakes) => time.wait(500).then(() => store.accept(intakes)) }
  }
  if (planted === 'not deduplicated') {
    let n = 0
    return {
      ...store,
      accept: (intakes) =>
        store.accept(
          intakes.map((intake) => ({
            ...intake,
            arrivals: intake.arrivals.map((each) => ({ ...each, id: `${each.id}#${++n}` })),
          })),
        ),
    }
  }
  if (planted === 'finished in two commits') {
    return {
      ...store,
      finishMessage: async (claim, which, outcome) => {
        const done = await store.finishMessage(claim, which, { ...outcome, drafts: [] })
        passing('finished')
        if (done) await store.enqueue(outcome.drafts)
        return done
      },
    }
  }
  return planted === null ? store : { ...store, renewLease: () => Promise.resolve(true) }
}
