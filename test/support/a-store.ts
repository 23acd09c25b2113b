import { join } from 'node:path'
import { openStore, type Store } from '../../src/store/store.ts'
import { aPostgres, type TestDatabase } from './a-postgres.ts'
import { aClock, aFolder, someIds, type TestClock } from './props.ts'

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
