import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration'

const MIGRATIONS_DIR = join(import.meta.dirname, '../../migrations')
const MIGRATION_FILE = /^\d{4}-[a-z0-9-]+\.ts$/

/**
 * Brings the tables to this version's shape. `before` is told the first step that is to come in a database that
 * somebody has used already; what it throws stops everything. Throws with the failing migration's name.
 */
export const migrate = async (
  db: Kysely<unknown>,
  before: (step: string) => Promise<void> = async () => undefined,
): Promise<void> => {
  const migrations = await readMigrations()
  await refuseNewer(db, Object.keys(migrations))
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const step = await nextStep(migrator)
  if (step !== null) await before(step)
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')
    throw new Error(
      `The database could not be brought up to date (${failed?.migrationName ?? 'before the first step'}). ` +
        'Nothing was changed.',
      { cause: error },
    )
  }
}

/** The first step a used database has not taken; null when it has taken all or none. */
const nextStep = async (migrator: Migrator): Promise<string | null> => {
  const steps = await migrator.getMigrations()
  const next = steps.findIndex(({ executedAt }) => executedAt === undefined)
  return next > 0 ? (steps[next]?.name ?? null) : null
}

/** What a newer program has done to the tables an older one does not understand. */
const refuseNewer = async (db: Kysely<unknown>, ours: readonly string[]): Promise<void> => {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db)
  const newer = rows.map(({ name }) => name).filter((name) => !ours.includes(name))
  if (newer.length === 0) return
  throw new Error(
    `The database was brought up to date by a newer version of Shopbell (${newer.join(', ')}); this one ends ` +
      `with ${ours.at(-1)}. Start the newer version, or restore a backup from before the update. ` +
      'Nothing was changed.',
  )
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
