import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Dialect, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { bulkForPostgres, forPostgres, schemaForPostgres } from './dialect.ts'
import type { Engine, Fact, Statement } from './engine.ts'
import { migrate } from './migrate.ts'
import { callerOn, hearOn } from './postgres-call.ts'
import { beginOn, fence } from './postgres-fence.ts'

/** Facts of one process under way at once; more only wait for each other in the server. */
const CONNECTIONS_MAX = 10
/** An answer reads one thing after the other; the second is for a summary that reads two. */
const READER_CONNECTIONS_MAX = 2
/** One changes the tables, the other looks who else does. */
const MIGRATION_CONNECTIONS = 2
/** A server that does not answer so long is away: the caller hears of it instead of hanging. */
const CONNECT_MS_MAX = 5000
/** Nothing we ask takes longer than seconds; what does has gone wrong and must not hold its locks. */
const STATEMENT_MS_MAX = 30_000
/** A process that stops inside a fact (a debugger, a paused machine) lets go of its rows after this. */
const IDLE_IN_FACT_MS_MAX = 15_000
/** A silent network (a firewall, a machine switched off) is noticed within a minute. */
const KEEP_ALIVE_MS = 20_000
/** How often a fact is begun again when another one came in between. */
const REPEATS_MAX = 5
/** First pause before that, ms; random, so that two who met do not meet again. */
const REPEAT_PAUSE_MS = 8
/** Statements each connection keeps prepared; lists of many lengths stay unprepared beyond it. */
const PREPARED_MAX = 500

/** A newer program has changed a table under a statement this connection keeps prepared: a new one knows it. */
const STALE_STATEMENT = '0A000'
/** Could not be ordered with others; a deadlock; a key somebody else took between our look and our write. */
const REPEATABLE: ReadonlySet<unknown> = new Set(['40001', '40P01', '23505', STALE_STATEMENT])

/** As if nobody else were there; one snapshot, nothing written; each statement on what is true by then. */
const ALONE = 'begin isolation level serializable'
const SNAPSHOT = 'begin isolation level repeatable read read only'
const COMMITTED = 'begin isolation level read committed'

/** Whether `DATABASE_URL` names a PostgreSQL server. */
export const isPostgres = (databaseUrl: string): boolean => /^postgres(ql)?:\/\//.test(databaseUrl)

/** Connects, brings the tables up to date (one process does, the others wait for it) and serves facts. */
export const openPostgres = async (databaseUrl: string): Promise<Engine> => {
  await bringUpToDate(databaseUrl)
  const pool = poolOf(databaseUrl, { max: CONNECTIONS_MAX, ...LIMITS })
  const call = callerOn(pool)
  const hear = (onCall: () => void) => hearOn(databaseUrl, onCall)
  return { ...postgresEngine(pool), others: { call, hear } }
}

/** A change of the tables takes as long as it takes. */
const bringUpToDate = async (databaseUrl: string): Promise<void> => {
  const pool = poolOf(databaseUrl, { max: MIGRATION_CONNECTIONS })
  try {
    await reach(pool, databaseUrl)
    await migrate(new Kysely({ dialect: schemaDialect(pool) }))
    await fence(pool)
  } finally {
    await pool.end()
  }
}

/** Connections of a worker thread of its own, for reading. */
export const openPostgresReader = (databaseUrl: string): Engine =>
  postgresEngine(poolOf(databaseUrl, { max: READER_CONNECTIONS_MAX, ...LIMITS }))

const postgresEngine = (pool: pg.Pool): Engine => {
  const beginning = beginOn(pool)
  const within = async <T>(
    isolation: string,
    shop: string | null,
    make: () => Fact<T>,
  ): Promise<T> => {
    const begin = await beginning()
    return transact(pool, { begin: begin(isolation, shop), isRead: isolation === SNAPSHOT }, make)
  }
  return {
    run: (shop, make) => repeated(() => within(ALONE, shop, make)),
    claim: (shop, make) => repeated(() => within(COMMITTED, shop, make)),
    // Nobody else touches what is staged, and a step may keep what it has read: never begun again.
    stage: (shop, make) => within(COMMITTED, shop, make),
    read: (shop, make) => repeated(() => within(SNAPSHOT, shop, make)),
    others: null,
    close: () => pool.end(),
  }
}

/** Says where nobody answered, and never with which password. */
const reach = async (pool: pg.Pool, databaseUrl: string): Promise<void> => {
  try {
    await pool.query('select 1')
  } catch (error) {
    const { host, pathname } = new URL(databaseUrl)
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `PostgreSQL at ${host}${pathname} does not let us in (${reason}). Is the server running, and are address, ` +
        'user, password and database in DATABASE_URL right?',
      { cause: error },
    )
  }
}

const LIMITS: pg.PoolConfig = {
  statement_timeout: STATEMENT_MS_MAX,
  idle_in_transaction_session_timeout: IDLE_IN_FACT_MS_MAX,
}

const poolOf = (databaseUrl: string, config: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    ...config,
    application_name: 'shopbell',
    connectionTimeoutMillis: CONNECT_MS_MAX,
    pipeline: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: { getTypeParser: parserOf },
  })
  // An idle connection that breaks (the server restarts) is thrown away; the next fact makes a new one.
  pool.on('error', () => undefined)
  return pool
}

const OID = { bool: 16, bytea: 17, int8: 20, int2: 21, int4: 23, numeric: 1700, float8: 701 }

/** Values come out as SQLite gives them: numbers, texts, bytes, null, and 1 or 0 for yes or no. */
const parserOf = (oid: number): ((text: string) => unknown) => {
  switch (oid) {
    case OID.bool:
      return (text) => (text === 't' ? 1 : 0)
    case OID.bytea:
      // What a text-format bytea looks like is the server's word: `\x` and hexadecimal digits.
      return (text) => Buffer.from(text.slice(2), 'hex')
    case OID.int8:
    case OID.int2:
    case OID.int4:
    case OID.numeric:
    case OID.float8:
      return exactNumber
    default:
      return (text) => text
  }
}

const exactNumber = (text: string): number => {
  const value = Number(text)
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new Error(`the database holds ${text}, which is more than can be counted exactly`)
  }
  return value
}

const repeated = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt > REPEATS_MAX || !REPEATABLE.has(codeOf(error))) throw error
      await sleep(Math.random() * REPEAT_PAUSE_MS * 2 ** attempt)
    }
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

const transact = async <T>(
  pool: pg.Pool,
  { begin, isRead }: { readonly begin: string; readonly isRead: boolean },
  make: () => Fact<T>,
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  const onBroken = (error: Error): void => {
    broken = error
  }
  client.on('error', onBroken)
  const sent = sending()
  try {
    sent.add(client.query(begin))
    const result = await drive(client, make(), sent.add)
    sent.add(client.query('commit'))
    // Nothing can go wrong at the end of a reading: whoever has the connection next waits for it.
    if (!isRead) await sent.done()
    return result
  } catch (error) {
    // What failed first is what is told; everything after it failed for that reason.
    const first = await sent.done().then(
      () => error,
      (early: unknown) => early,
    )
    await client.query('rollback').catch(onBroken)
    if (codeOf(first) === STALE_STATEMENT && first instanceof Error) broken = first
    throw first
  } finally {
    client.off('error', onBroken)
    // A connection that could not even go back is not used again.
    client.release(broken)
  }
}

/** What has been sent and not been waited for: the server does it in order, and stops at the first failure. */
const sending = () => {
  const answers: Promise<unknown>[] = []
  return {
    add: (answer: Promise<unknown>): void => {
      answers.push(answer)
      // Looked at by done(); until then a failure is no unhandled one.
      answer.catch(() => undefined)
    },
    /** Throws the first failure; a commit after one is none. */
    done: () => Promise.all(answers),
  }
}

const drive = async <T>(
  client: pg.PoolClient,
  fact: Fact<T>,
  unawaited: (answer: Promise<unknown>) => void,
): Promise<T> => {
  let turn = fact.next([])
  while (!turn.done) {
    const asked = turn.value
    if ('sql' in asked) {
      const answer = execute(client, asked)
      if (asked.blind) unawaited(answer)
      turn = fact.next(asked.blind ? [] : (await answer).rows)
    } else {
      const answers = await Promise.all(asked.map((statement) => execute(client, statement)))
      turn = fact.next(answers.map(({ rows }) => rows))
    }
  }
  return turn.value
}

const execute = (client: pg.PoolClient, statement: Statement): Promise<pg.QueryResult> => {
  const { sql, parameters } = statement.bulk ? bulkForPostgres(statement.bulk) : statement
  const { text, name } = translated(sql)
  return client.query({ text, values: [...parameters], ...(name === null ? {} : { name }) })
}

type Translated = { readonly text: string; readonly name: string | null }

const known = new Map<string, Translated>()

/** Each text is translated once, and prepared once a connection under a name of its own. */
const translated = (sql: string): Translated => {
  const before = known.get(sql)
  if (before) return before
  const text = forPostgres(sql)
  if (known.size >= PREPARED_MAX) return { text, name: null }
  const made = { text, name: createHash('sha256').update(text).digest('hex').slice(0, 32) }
  known.set(sql, made)
  return made
}

/** Kysely's dialect for migrations, their statements put into PostgreSQL's words. */
const schemaDialect = (pool: pg.Pool): Dialect => {
  const postgres = new PostgresDialect({ pool })
  const compiler = postgres.createQueryCompiler()
  return {
    createAdapter: () => postgres.createAdapter(),
    createDriver: () => postgres.createDriver(),
    createIntrospector: (db) => postgres.createIntrospector(db),
    createQueryCompiler: () => ({
      compileQuery: (node, queryId) => {
        const query = compiler.compileQuery(node, queryId)
        return { ...query, sql: schemaForPostgres(query.sql) }
      },
    }),
  }
}
