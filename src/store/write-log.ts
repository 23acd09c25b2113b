import { closeSync, fdatasync, openSync, realpathSync } from 'node:fs'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import { type SharedFlush, sharedFlush } from './shared-flush.ts'

// What SQLite commits lies in its log (the file that ends in -wal) before it is copied into the database. Both the
// flush of the log and the copying take milliseconds, on a busy disk hundreds: neither happens in the event loop.

/** Brings an open file to the disk. */
export type Sync = (file: number) => Promise<void>

export type WriteLog = SharedFlush & {
  /** Rows were added that nobody is promised yet. */
  readonly grew: () => void
  /** Lets what is under way end. */
  readonly close: () => Promise<void>
}

/** How often a log that grows is copied; seldom enough that a page written again and again is copied once. */
const COPY_MS = 1000
/** Pages after which a log is copied in the event loop after all: a load without a pause never lets the thread catch up. */
const LOG_PAGES_MAX = 16_384
/** The thread keeps pages of the log on their way, nothing else. */
const COPIER_HEAP_MB = 16

const COPIER = new URL('./log-copier.ts', import.meta.url)

/** For who only reads, or works in memory. */
export const NO_LOG: WriteLog = {
  grew: () => undefined,
  written: () => undefined,
  done: async () => undefined,
  close: async () => undefined,
}

/**
 * Flushes and copies the log of an open database from now on. All that is committed lies in the log in order, so a
 * flush makes everything safe that was committed before it, what is only staged as well. SQLite's own way
 * (synchronous=FULL) does the same inside the commit, while the event loop stands still.
 */
export const writeLog = (db: Database.Database, sync: Sync = promisify(fdatasync)): WriteLog => {
  if (db.memory) return NO_LOG
  db.pragma('synchronous=NORMAL')
  db.pragma(`wal_autocheckpoint=${LOG_PAGES_MAX}`)
  const path = realpathSync(db.name)
  const file = flushedFile(db, { path: `${path}-wal`, sync })
  const flush = sharedFlush(file.flush)
  const copier = logCopier(path)
  return {
    grew: copier.grew,
    written: () => {
      copier.grew()
      flush.written()
    },
    done: flush.done,
    close: async () => {
      // What fails here is told to whoever waits for it.
      await flush.done().catch(() => undefined)
      await copier.close()
      file.close()
    },
  }
}

const flushedFile = (
  db: Database.Database,
  { path, sync }: { readonly path: string; readonly sync: Sync },
) => {
  let file: number | null = null
  let isDoubtful = false
  return {
    flush: async (): Promise<void> => {
      if (isDoubtful) copyNow(db)
      else {
        file ??= openSync(path, 'r+')
        isDoubtful = true
        await sync(file)
      }
      isDoubtful = false
    },
    close: (): void => {
      if (file !== null) closeSync(file)
    },
  }
}

/**
 * After a flush that failed the system may take for written what is not; only writing it once more helps. SQLite
 * copies the log into the database itself and flushes that.
 */
const copyNow = (db: Database.Database): void => {
  const [result] = db.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[]
  if (result === undefined || result.checkpointed < result.log) {
    throw new Error(
      `${db.name}: a flush to disk failed, and the log cannot be copied while it is being read`,
    )
  }
}

/** A thread with a connection of its own that copies the log while it grows; who writes never waits for it. */
const logCopier = (path: string) => {
  let thread: Worker | null = null
  let timer: NodeJS.Timeout | null = null
  const start = (): Worker => {
    const made = new Worker(COPIER, {
      workerData: path,
      resourceLimits: { maxOldGenerationSizeMb: COPIER_HEAP_MB },
    })
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
    grew: (): void => {
      timer ??= setTimeout(copy, COPY_MS).unref()
    },
    close: async (): Promise<void> => {
      if (timer !== null) clearTimeout(timer)
      await thread?.terminate()
    },
  }
}
