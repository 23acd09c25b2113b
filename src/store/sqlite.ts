import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { copyBeforeMigrating } from './before-migrating.ts'
import { asDamage, type DamagedDatabase } from './damaged.ts'
import { forSqlite } from './dialect.ts'
import type { Engine, Fact, Statement } from './engine.ts'
import { copiedLog, type Log, NO_LOG } from './log-copying.ts'
import { migrate } from './migrate.ts'

/** Prepared statements kept; our own statements are some hundred, so this is never reached in peace. */
const STATEMENTS_MAX = 500
const FULL = 2
/** The writer adds at the end of a few tables; what it reads, the operating system keeps as well. */
const CACHE_KIB = 16_384
/**
 * Pages after which the log is copied into the database by whoever commits. A thread beside does so all the time,
 * see log-copying.ts; under a load without a pause it never quite catches up.
 */
const LOG_PAGES_MAX = 16_384
/** Answers read months of totals again and again. */
const READER_CACHE_KIB = 65_536

const PRAGMAS = [
  'journal_mode=WAL',
  'synchronous=FULL',
  'foreign_keys=ON',
  'busy_timeout=5000',
  'cell_size_check=ON',
  'trusted_schema=OFF',
  'temp_store=MEMORY',
  // What an owner had deleted shall not stay in the file’s free pages.
  'secure_delete=ON',
  `cache_size=-${CACHE_KIB}`,
  `wal_autocheckpoint=${LOG_PAGES_MAX}`,
  'journal_size_limit=67108864',
]

/** Where `file:./data/shopbell.db` lies. */
export const sqlitePath = (databaseUrl: string): string =>
  resolve(databaseUrl.replace(/^file:(\/\/)?/, ''))

/** Opens the one writing connection, brings the tables up to date and proves that commits are durable. */
export const openSqlite = async (path: string): Promise<Engine> => {
  mkdirSync(dirname(path), { recursive: true })
  let db: Database.Database | null = null
  try {
    db = new Database(path)
    for (const pragma of PRAGMAS) db.pragma(pragma)
    // A reopened WAL file silently runs NORMAL and would lose acknowledged messages in a power cut.
    if (db.pragma('synchronous', { simple: true }) !== FULL) {
      throw new Error(`${path}: SQLite did not accept synchronous=FULL`)
    }
    // Kysely's own connection handling serves migrations only, before anything else runs.
    await migrate(new Kysely({ dialect: new SqliteDialect({ database: db }) }), (step) =>
      copyBeforeMigrating({ path, step }),
    )
    return sqliteEngine(db, 'begin immediate', db.memory ? NO_LOG : copiedLog(path))
  } catch (error) {
    db?.close()
    throw asDamage(error, path) ?? asShut(error, path) ?? error
  }
}

const SHUT = /^SQLITE_(CANTOPEN|READONLY|PERM|BUSY)/

/** A file that may be sound, but that we may not write. */
const asShut = (thrown: unknown, path: string): Error | null =>
  thrown instanceof Database.SqliteError && SHUT.test(thrown.code)
    ? new Error(
        `${path} cannot be written (${thrown.message}): its folder and its disk must be writable for the user that ` +
          'runs Shopbell, not read-only, and no other program may have the database open for long.',
        { cause: thrown },
      )
    : null

/** A second, read-only connection for heavy reads in a worker thread. */
export const openSqliteReader = (path: string): Engine => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  db.pragma(`cache_size=-${READER_CACHE_KIB}`)
  db.pragma('temp_store=MEMORY')
  return sqliteEngine(db, 'begin', NO_LOG)
}

const sqliteEngine = (db: Database.Database, begin: string, log: Log): Engine => {
  const execute = executor(db)
  const transact = unlessDamaged(db.name, transactor(db, begin))
  // One connection writes, and all of a fact happens in one turn: each is alone, whatever it asks for.
  const act = <T>(make: () => Fact<T>): T => transact(() => drive(make(), execute))
  const run: Engine['run'] = async (_shop, make) => {
    log.grew()
    return act(make)
  }
  return {
    run,
    claim: run,
    read: async (_shop, make) => act(make),
    stage: async (_shop, make) => {
      log.grew()
      return withoutSync(db, () => act(make))
    },
    others: null,
    close: async () => {
      if (!db.open) return
      await log.close()
      if (!db.readonly) checkpoint(db)
      db.close()
    },
  }
}

/** A file that cannot take its log now (full, damaged) keeps it beside itself; the next start goes on from there. */
const checkpoint = (db: Database.Database): void => {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
}

type Transact = <T>(work: () => T) => T

/** After the first sign of damage nothing more is asked of the file: what is written there may make it worse. */
const unlessDamaged = (path: string, transact: Transact): Transact => {
  let damage: DamagedDatabase | null = null
  return (work) => {
    if (damage !== null) throw damage
    try {
      return transact(work)
    } catch (error) {
      damage = asDamage(error, path)
      throw damage ?? error
    }
  }
}

/** Begins, works and commits, each statement of it prepared once: short facts are most of what happens. */
const transactor = (db: Database.Database, beginning: string): Transact => {
  const begin = db.prepare(beginning)
  const [commit, rollback] = [db.prepare('commit'), db.prepare('rollback')]
  return (work) => {
    begin.run()
    try {
      const result = work()
      commit.run()
      return result
    } catch (error) {
      if (db.inTransaction) rollback.run()
      throw error
    }
  }
}

/**
 * Leaves the flush to disk to the next commit that is one: the log is written in order, so that one
 * carries these rows too. A flush for each 500 lines took half of the time of an import. Nothing can
 * come between the two settings: all of it happens in one turn of the event loop.
 */
const withoutSync = <T>(db: Database.Database, work: () => T): T => {
  db.pragma('synchronous=NORMAL')
  try {
    return work()
  } finally {
    db.pragma('synchronous=FULL')
  }
}

const drive = <T>(fact: Fact<T>, execute: (statement: Statement) => readonly unknown[]): T => {
  let turn = fact.next([])
  while (!turn.done) {
    const asked = turn.value
    turn = fact.next('sql' in asked ? execute(asked) : asked.map(execute))
  }
  return turn.value
}

const executor = (db: Database.Database) => {
  const prepared = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const known = prepared.get(sql)
    if (known) return known
    if (prepared.size >= STATEMENTS_MAX) prepared.clear()
    const made = db.prepare(forSqlite(sql))
    prepared.set(sql, made)
    return made
  }
  return ({ sql, parameters, bulk }: Statement): readonly unknown[] => {
    const statement = prepare(sql)
    const runWith = (values: readonly unknown[]): readonly unknown[] => {
      if (statement.reader) return statement.all(...values)
      statement.run(...values)
      return []
    }
    return bulk?.ending === undefined ? runWith(parameters) : bulk.rows.flatMap(runWith)
  }
}
