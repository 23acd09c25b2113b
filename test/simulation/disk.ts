import type { Engine, Fact } from '../../src/store/engine.ts'
import { rowsOf, tell } from '../../src/store/engine.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

/**
 * The one database of all histories of a process, in memory. Opening a file, migrating it and preparing every
 * statement anew took half of a history's time; what a real file survives is tested with real processes and
 * real kills (flow/crash, `npm run kills`).
 */
export type Disk = {
  /** What each run of the program works on. Its end leaves everything as it is, like a power cut. */
  readonly engine: Engine
  /** Makes everything as `fill` had left it. */
  readonly reset: () => Promise<void>
  readonly remove: () => Promise<void>
}

export const aDisk = async (fill: (engine: Engine) => Promise<void>): Promise<Disk> => {
  const database = await openSqlite(':memory:')
  const engine: Engine = { ...database, close: async () => undefined }
  await fill(engine)
  const tables = await engine.run(null, remember)
  return {
    engine,
    reset: () => engine.run(null, () => putBack(tables)),
    remove: database.close,
  }
}

function* remember(): Fact<readonly string[]> {
  const rows = yield* rowsOf<{ name: string }>(
    // Where SQLite counts on from is a table too, and a history must begin with the same numbers.
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_stat%'",
    [],
  )
  const tables = rows.map(({ name }) => name)
  for (const table of tables) {
    yield* tell(`create temp table first_${table} as select * from main.${table}`, [])
  }
  return tables
}

function* putBack(tables: readonly string[]): Fact<void> {
  for (const table of tables) {
    yield* tell(`delete from main.${table}`, [])
    yield* tell(`insert into main.${table} select * from temp.first_${table}`, [])
  }
}
