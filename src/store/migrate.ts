import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

const MIGRATIONS_DIR = join(import.meta.dirname, '../../migrations')
const MIGRATION_FILE = /^\d{4}-[a-z0-9-]+\.ts$/

/** Brings the tables to this version's shape. Throws with the failing migration's name. */
export const migrate = async (db: Kysely<unknown>): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')
    throw new Error(
      `The database could not be brought up to date (${failed?.migrationName ?? 'before the first step'}). ` +
        'Nothing was changed. Was it written by a newer version?',
      { cause: error },
    )
  }
}

const readMigrations = async (): Promise<Record<string, Migration>> => {
  const files = (await readdir(MIGRATIONS_DIR)).filter((name) => MIGRATION_FILE.test(name)).sort()
  const entries = await Promise.all(
    files.map(async (file): Promise<[string, Migration]> => {
      const module: Migration = await import(pathToFileURL(join(MIGRATIONS_DIR, file)).href)
      return [file.replace(/\.ts$/, ''), module]
    }),
  )
  return Object.fromEntries(entries)
}
