import { afterAll } from 'vitest'
import { openPostgres } from '../../src/store/postgres.ts'
import { embeddedServer, onServer, type Server } from './postgres-server.ts'

/** A database of its own on a real server; gone with the test. */
export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

const TEMPLATE = 'shopbell_template'

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
  const server = given === undefined ? await embeddedServer({ durable: false }) : givenServer(given)
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
