import type { LanguageModel } from '../assistant/model.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { PairPace } from '../store/outbox.ts'
import { backoffAfter } from '../store/refusal.ts'
import type { Store } from '../store/store.ts'
import type { Channel } from '../whatsapp/channel.ts'
import type { DashboardDoor } from './dashboard-link.ts'
import type { Pool } from './pool.ts'

/** Everything the imperative room works with. Time, chance and the outside are handed in. */
export type World = {
  readonly store: Store
  readonly channel: Channel
  readonly pool: Pool
  /** null: no key, words are written in code. */
  readonly model: LanguageModel | null
  readonly now: () => number
  readonly newId: () => string
  readonly log: Log
  readonly metrics: Metrics
  readonly policy: Policy
  readonly pace: Pace
  /** null: nobody has said under which address browsers reach us. */
  readonly dashboard: DashboardDoor | null
  /** A named no-op between two steps; the crash tests end the process here. */
  readonly passing: (step: Step) => void
  /** How often the loops look for what another process has left; absent when there is none. */
  readonly lookAgainMs?: number | undefined
}

/** The way of a message, of an alert and of a digest, step by step; the crash tests end the process at each. */
export const STEPS = [
  'webhook read',
  'webhook stored',
  'claimed',
  'attempt counted',
  'upload begun',
  'batch staged',
  'upload settled',
  'answer ready',
  'finished',
  'released',
  'parcel claimed',
  'sent, not noted',
  'noted as sent',
  'day judged',
  'alert raised',
  'digest written',
  'digest rung',
] as const
export type Step = (typeof STEPS)[number]

/** What the operator decided. */
export type Policy = {
  readonly signup: 'closed' | 'invite' | 'open'
  readonly defaults: Config['defaults']
  readonly supportContact: string | null
  /** The approved template for alerts; others have the names they were created with. */
  readonly alertTemplate: string | null
  /** Billed messages a month and number at which the operator is told. */
  readonly messageBudget: number
  /** Tokens of the language model a day, all shops together; null: no limit of ours. */
  readonly modelBudget: number | null
  /** Whether a report may be told in the model's words. */
  readonly hasNarrative: boolean
}

/** How long things may take; the crash tests shorten them. */
export type Pace = {
  /** A conversation or parcel whose worker died is free again after this. */
  readonly leaseMs: number
  /** How long an unknown outcome waits for a status before it is sent once more. */
  readonly echoWaitMs: number
  /** First pause after a failed attempt; the n-th is four times the one before. */
  readonly backoffMs: number
  /** How often the schedule looks at every shop. */
  readonly scheduleMs: number
  /** How quickly one person may be written to. */
  readonly pair: PairPace
  /** How quickly one person may write to us. */
  readonly sender: PairPace
  /** How long half a thought waits for its other half before it is answered. */
  readonly burstMs: number
  /** An answer that takes longer than this shows that it is coming. */
  readonly typingMs: number
}

/** Status echoes take seconds in life; 90 s is well inside the 60-120 s that crash runs found safe. */
export const PACE: Pace = {
  leaseMs: 30_000,
  echoWaitMs: 90_000,
  backoffMs: 2000,
  scheduleMs: 60_000,
  // Meta's own pair limit, with a fifth of what it lends: a chat never runs into a debt of minutes.
  pair: { everyMs: 6000, burst: 8 },
  // Twenty a minute, forty at once: more than anybody types, less than a program would send.
  sender: { everyMs: 3000, burst: 40 },
  burstMs: 1500,
  typingMs: 700,
}

/** Pause before attempt `attempt + 1`: 2 s, 8 s, 32 s, … bounded. */
export const backoff = (pace: Pace, attempt: number): number =>
  backoffAfter(pace.backoffMs, attempt)

/** Whatever was thrown, as an Error. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown))
