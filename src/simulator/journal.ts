import type { Json } from '../whatsapp/json.ts'
import type { Call } from './faults.ts'

/** What every line of the journal has. */
type Line = {
  /** Counts the beginnings, from 1: the order in which things were asked. */
  readonly order: number
  /** Unix milliseconds by the simulator's clock. */
  readonly at: number
  /** Real milliseconds until the answer. */
  readonly ms: number
}

/** A call of the bot to the pretend Graph API. */
export type GraphCall = Line & {
  readonly call: Call
  readonly method: string
  readonly path: string
  readonly body: Json
  /** HTTP status given; 0 when the answer was withheld. */
  readonly status: number
  readonly response: Json | null
}

/** What happened to one webhook: the status of every attempt, 0 when nobody answered. */
export type Posting = Line & { readonly bytes: Uint8Array; readonly attempts: readonly number[] }

/** Where a line begins: kept by whoever asks until the answer is there. */
type Begun = Pick<Line, 'order' | 'at'> & { readonly ms: () => number }

/** Everything said between Meta and the bot, newest last. */
export type Journal = {
  readonly begin: () => Begun
  readonly called: (call: GraphCall) => void
  readonly posted: (posting: Posting) => void
  readonly calls: () => readonly GraphCall[]
  readonly postings: () => readonly Posting[]
  readonly clear: () => void
  /** Tells of every new line; gives the way to stop it. */
  readonly onLine: (listener: (line: GraphCall | Posting) => void) => () => void
}

/** Of each kind; a demo left open for weeks keeps its newest lines only. */
const LINES_MAX = 2000

/** `now` is the simulator's clock, `stopwatch` real milliseconds. */
export const journalOf = (now: () => number, stopwatch: () => number): Journal => {
  let [calls, postings]: [GraphCall[], Posting[]] = [[], []]
  let order = 0
  const listeners = new Set<(line: GraphCall | Posting) => void>()
  const tell = (line: GraphCall | Posting): void => {
    for (const listener of listeners) listener(line)
  }
  return {
    begin: () => {
      const begunAt = stopwatch()
      order += 1
      return { order, at: now(), ms: () => Math.round(stopwatch() - begunAt) }
    },
    called: (call) => {
      calls = kept(calls, call)
      tell(call)
    },
    posted: (posting) => {
      postings = kept(postings, posting)
      tell(posting)
    },
    calls: () => calls,
    postings: () => postings,
    clear: () => {
      calls = []
      postings = []
    },
    onLine: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const kept = <T>(lines: readonly T[], line: T): T[] => [...lines, line].slice(-LINES_MAX)
