import { setImmediate as turn } from 'node:timers/promises'

/**
 * Time that passes only when told. While it is in force the program's own timers (setTimeout,
 * setInterval) hang on it, so that an hour of waiting costs nothing and the same seed gives the same
 * history.
 */
export type VirtualTime = {
  readonly now: () => number
  /** The clock on the wall is set; timers do not notice. */
  readonly jump: (ms: number) => void
  /** Milliseconds that have passed since the start. */
  readonly elapsed: () => number
  /** Something outside the program happens so much later. */
  readonly later: (ms: number, happens: () => void) => void
  readonly wait: (ms: number) => Promise<void>
  /** The program is gone, and its timers with it. */
  readonly dropTimers: () => void
  /** Goes on to the next thing that is due; false when nothing is. */
  readonly step: () => boolean
  /** Gives the program's own timers back. */
  readonly restore: () => void
}

type Entry = {
  readonly id: number
  readonly at: number
  readonly run: () => void
  readonly everyMs: number | null
  /** The world outside goes on when the program ends. */
  readonly isWorlds: boolean
}

export const virtualTime = (start: number): VirtualTime => {
  const entries = new Map<number, Entry>()
  let [elapsed, skew, lastId] = [0, 0, 0]
  const own = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
  }
  const add = (entry: Omit<Entry, 'id'>): number => {
    const id = ++lastId
    entries.set(id, { ...entry, id })
    return id
  }
  const timer =
    (isRepeated: boolean) =>
    (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): unknown => {
      const wait = Math.max(1, Math.ceil(ms))
      const everyMs = isRepeated ? wait : null
      return add({ at: elapsed + wait, run: () => run(...args), everyMs, isWorlds: false })
    }
  const clear = (id: unknown): void => {
    if (typeof id === 'number') entries.delete(id)
  }
  // Node's timer objects have more to them; the program uses none of it.
  Object.assign(globalThis, {
    setTimeout: timer(false),
    clearTimeout: clear,
    setInterval: timer(true),
    clearInterval: clear,
  })
  const next = (): Entry | null => {
    let first: Entry | null = null
    for (const entry of entries.values()) {
      if (first === null || entry.at < first.at) first = entry
    }
    return first
  }
  return {
    now: () => start + elapsed + skew,
    jump: (ms) => {
      skew += ms
    },
    elapsed: () => elapsed,
    later: (ms, run) =>
      void add({ at: elapsed + Math.ceil(ms), run, everyMs: null, isWorlds: true }),
    wait: (ms) =>
      new Promise((resolve) => {
        add({ at: elapsed + ms, run: resolve, everyMs: null, isWorlds: true })
      }),
    dropTimers: () => {
      for (const [id, { isWorlds }] of entries) if (!isWorlds) entries.delete(id)
    },
    step: () => {
      const due = next()
      if (due === null) return false
      entries.delete(due.id)
      elapsed = Math.max(elapsed, due.at)
      if (due.everyMs !== null) entries.set(due.id, { ...due, at: elapsed + due.everyMs })
      due.run()
      return true
    },
    restore: () => Object.assign(globalThis, own),
  }
}

/** Turns without a move after which nothing moves without time. */
const STILL_TURNS = 4

/** Lets everything happen that needs no time. `moves` grows whenever something did. */
export const settle = async (moves: () => number): Promise<void> => {
  let seen = moves()
  for (let still = 0; still < STILL_TURNS; still++) {
    await turn()
    if (moves() === seen) continue
    seen = moves()
    still = 0
  }
}
