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
export type Statement = {
  readonly sql: string
  readonly parameters: readonly unknown[]
  /** Nobody reads its rows: what follows need not wait for them. */
  readonly blind?: true
  /** The rows this statement adds, where there are many: a server takes them as columns, in one statement. */
  readonly bulk?: Bulk
}

/** Rows for one table. */
export type Bulk = {
  readonly table: string
  /** Name and kind of each column, in the order of the cells. */
  readonly columns: Readonly<Record<string, 'text' | 'bigint' | 'bytea'>>
  readonly rows: readonly (readonly unknown[])[]
  /** What follows the rows (`on conflict … returning …`); then the statement's `sql` adds one row, and runs for each. */
  readonly ending?: string
}

/**
 * A whole fact: a generator that yields statements and receives their rows (of several at once, a list of
 * rows for each). The engine runs it to the
 * end inside one transaction. On SQLite that happens without a turn of the event loop, so nothing can
 * slip in between; an async transaction on the one connection would swallow other requests' rows.
 */
export type Fact<T> = Generator<Statement | readonly Statement[], T, readonly unknown[]>

/**
 * Runs whole facts. `shop` is the one shop a fact is about, null when it is about several or none: where
 * the engine can, it shows the fact no other shop's rows. `make` makes the fact anew when it has to be begun
 * again, because another process came in between; so it must change nothing but the database.
 */
export type Engine = {
  /** One transaction, as if nobody else were there; a throw inside rolls everything back. */
  readonly run: <T>(shop: string | null, make: () => Fact<T>) => Promise<T>
  /**
   * The same for what every message needs: short facts that lock (`for update`) each row they decide by, or
   * decide and write in one statement, so that they need no check of all they have read.
   */
  readonly claim: <T>(shop: string | null, make: () => Fact<T>) => Promise<T>
  /** Nothing is written, and all is read as of one moment; begun again like `run`. */
  readonly read: <T>(shop: string | null, make: () => Fact<T>) => Promise<T>
  /**
   * For rows that nobody sees before a later `run`: a power cut may take them until that one's commit,
   * which makes everything written before it durable too. Never begun again.
   */
  readonly stage: <T>(shop: string | null, make: () => Fact<T>) => Promise<T>
  /** Other processes on the same database, which find what we leave them; null where there can be none. */
  readonly others: Others | null
  readonly close: () => Promise<void>
}

type Others = {
  /** There is something to do: a hint, which may be missed. */
  readonly call: () => void
  /** Told of calls until the returned function is called. */
  readonly hear: (onCall: () => void) => () => Promise<void>
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

/** Adds many rows; `sql` and `parameters` say the same where rows are cheap one by one. */
export function* addRows(statement: Statement & { readonly bulk: Bulk }): Fact<void> {
  yield { ...statement, blind: true }
}

/** A hand-written statement whose rows nobody needs. */
export function* tell(sql: string, parameters: readonly unknown[]): Fact<void> {
  yield { sql, parameters, blind: true }
}

/** Adds rows in their order, and returns what `ending` asks of those that were added. */
export function* addEach<Row>(bulk: Bulk & { readonly ending: string }): Fact<readonly Row[]> {
  const names = Object.keys(bulk.columns)
  const sql = `insert into ${bulk.table} (${names.join(', ')})
    values (${names.map(() => '?').join(', ')}) ${bulk.ending}`
  return (yield { sql, parameters: [], bulk }) as readonly Row[]
}

/** The rows that `json_to_recordset(?) as given (…)` of a statement stands for: one value, so one statement for any number. */
export const given = (rows: readonly Readonly<Record<string, string | number | null>>[]): string =>
  // Half an emoji, left where a name was cut, is no text for a server.
  JSON.stringify(rows, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value))

/** A query whose rows nobody needs. */
export function* run(query: Query<unknown>): Fact<void> {
  const { sql, parameters } = query.compile()
  yield { sql, parameters, blind: true }
}
