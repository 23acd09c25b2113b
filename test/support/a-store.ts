import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '../../src/store/store.ts'
import { aPostgres, type TestDatabase } from './a-postgres.ts'

/** A clock that only moves when told. */
export type TestClock = { now: () => number; advance: (ms: number) => void }

export const aClock = (start = Date.parse('2026-04-01T05:00:00Z')): TestClock => {
  let at = start
  return {
    now: () => at,
    advance: (ms) => {
      at += ms
    },
  }
}

/** A clock that runs from `start` on and can be moved ahead. */
export const aRunningClock = (start: number): TestClock => {
  const begun = performance.now()
  let ahead = 0
  return {
    now: () => Math.floor(start + ahead + performance.now() - begun),
    advance: (ms) => {
      ahead += ms
    },
  }
}

/** Ids that are the same in every run. */
export const someIds = (prefix = 'id'): (() => string) => {
  let n = 0
  return () => `${prefix}-${++n}`
}

/** A folder that goes away with the test. */
export const aFolder = (): { path: string; [Symbol.dispose]: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'shopbell-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** A database of a test's own: a SQLite file, or with `TEST_ENGINE=postgres` one on a real server. */
export const aDatabase = async (folder: string): Promise<TestDatabase> =>
  process.env['TEST_ENGINE'] === 'postgres'
    ? await aPostgres()
    : { url: `file:${join(folder, 'shop.db')}`, drop: async () => undefined }

/** A real store in a database of its own. */
export const aStore = async (
  clock: TestClock = aClock(),
): Promise<
  Store & { clock: TestClock; url: string; [Symbol.asyncDispose]: () => Promise<void> }
> => {
  const folder = aFolder()
  const { url, drop } = await aDatabase(folder.path)
  const store = await openStore(url, { now: clock.now, newId: someIds() })
  return {
    ...store,
    clock,
    url,
    [Symbol.asyncDispose]: async () => {
      await store.close()
      await drop()
      folder[Symbol.dispose]()
    },
  }
}
