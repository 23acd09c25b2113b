import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

const DIR = join(import.meta.dirname, '../../migrations')

/** A database as a version of Shopbell left it that ended before this step, such as `0009`; open, to be filled. */
export const aDatabaseBefore = async (step: string, path: string): Promise<Database.Database> => {
  const db = new Database(path)
  const names = readdirSync(DIR).filter((name) => name.endsWith('.ts') && name < step)
  const migrations: Record<string, Migration> = {}
  for (const name of names) migrations[name.replace(/\.ts$/, '')] = await import(join(DIR, name))
  const kysely = new Kysely<unknown>({ dialect: new SqliteDialect({ database: db }) })
  const provider = { getMigrations: () => Promise.resolve(migrations) }
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest()
  if (error !== undefined) throw error
  return db
}
