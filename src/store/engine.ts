import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Tables } from './tables.ts'

/** One statement with its bound values. Kysely's compiled queries are statements too. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }

/**
 * A whole fact: a generator that yields statements and receives their rows. The engine runs it to the
 * end inside one transaction. On SQLite that happens without a turn of the event loop, so nothing can
 * slip in between; an async transaction on the one connection would swallow other requests' rows.
 */
export type Fact<T> = Generator<Statement, T, readonly unknown[]>

export type Engine = {
  /** Runs the fact as one transaction; a throw inside rolls everything back. */
  readonly run: <T>(fact: Fact<T>) => Promise<T>
  /**
   * The same for rows that nobody sees before a later `run`: a power cut may take them until that
   * one's commit, which makes everything written before it durable too.
   */
  readonly stage: <T>(fact: Fact<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Builds statements; never executes them. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

type Query<Row> = { readonly compile: () => CompiledQuery<Row> }

/** All rows of a query. */
export function* all<Row>(query: Query<Row>): Fact<readonly Row[]> {
  // The rows' shape is what Kysely says it is: this is the door where that is believed.
  return (yield query.compile()) as readonly Row[]
}

/** The first row, or undefined. */
export function* first<Row>(query: Query<Row>): Fact<Row | undefined> {
  const rows = yield* all(query)
  return rows[0]
}

/** Rows of a hand-written statement; `Row` is the caller's word for its columns. */
export function* rowsOf<Row>(sql: string, parameters: readonly unknown[]): Fact<readonly Row[]> {
  return (yield { sql, parameters }) as readonly Row[]
}

/** A query whose rows nobody needs. */
export function* run(query: Query<unknown>): Fact<void> {
  yield query.compile()
}
