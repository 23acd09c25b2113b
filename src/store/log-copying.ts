import { Worker } from 'node:worker_threads'

// What SQLite commits lies in its log (the file that ends in -wal) until it is copied into the database. That is
// megabytes at a time and two flushes: on a busy disk the commit that happened to do it took up to 700 ms, and
// every acknowledgement behind it as well.

/** The log of an open database. */
export type Log = {
  /** Something may have been added to it. */
  readonly grew: () => void
  /** Lets a copying that is under way end. */
  readonly close: () => Promise<void>
}

/** How often a log that grows is copied; seldom enough that a page written again and again is copied once. */
const COPY_MS = 1000
/** The thread hands pages on and keeps nothing. */
const COPIER_HEAP_MB = 16

const COPIER = new URL('./log-copier.ts', import.meta.url)

/** Of a database that is only read, or in memory. */
export const NO_LOG: Log = { grew: () => undefined, close: async () => undefined }

/** Copies the log while it grows, in a thread with a connection of its own: who writes never waits for it. */
export const copiedLog = (path: string): Log => {
  let thread: Worker | null = null
  let timer: NodeJS.Timeout | null = null
  const start = (): Worker => {
    const resourceLimits = { maxOldGenerationSizeMb: COPIER_HEAP_MB }
    const made = new Worker(COPIER, { workerData: path, resourceLimits })
    // One that ended in trouble is begun anew; until then the log grows up to its bound.
    made.once('error', () => undefined)
    made.once('exit', () => {
      if (thread === made) thread = null
    })
    made.unref()
    return made
  }
  const copy = (): void => {
    timer = null
    thread ??= start()
    thread.postMessage('copy')
  }
  return {
    grew: () => {
      timer ??= setTimeout(copy, COPY_MS).unref()
    },
    close: async () => {
      if (timer !== null) clearTimeout(timer)
      await thread?.terminate()
    },
  }
}
