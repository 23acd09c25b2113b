import { dirname, join, resolve } from 'node:path'
import { backUp, type Copy, checkCopy, restore, UnsoundCopy } from '../store/backup.ts'
import { isPostgres } from '../store/postgres.ts'
import { sqlitePath } from '../store/sqlite.ts'

export type BackupWorld = {
  readonly databaseUrl: string
  readonly now: () => number
  readonly print: (text: string) => void
}

const USAGE = 'usage: npm run backup [-- FILE | --check FILE] · npm run restore -- FILE'
/** Where PostgreSQL lies, its own tools are better than anything of ours. */
const POSTGRES =
  'This database is PostgreSQL, whose own tools back it up while it runs: ' +
  "PGOPTIONS='-c app.shop_id=*' pg_dump --enable-row-security --format=custom --file=shopbell.dump " +
  '"$DATABASE_URL" (the setting lets it see every shop), and pg_restore --clean --dbname="$DATABASE_URL" ' +
  'shopbell.dump with Shopbell stopped. For every second rather than every night, archive its log (README).'
const MIB = 1024 * 1024

/** `npm run backup`: copies the database while the service runs, and reads the copy. Exit code 0 or 1. */
export const backUpDatabase = async (
  args: readonly string[],
  world: BackupWorld,
): Promise<number> => {
  const [first, second] = args
  if (first === '--check') {
    return guarded(world, () =>
      second === undefined ? null : told(checkCopy(resolve(second)), 'is sound'),
    )
  }
  if (first?.startsWith('-') || second !== undefined) return refused(world, USAGE)
  if (isPostgres(world.databaseUrl)) return refused(world, POSTGRES)
  const from = sqlitePath(world.databaseUrl)
  const to = first === undefined ? usualPlace(from, world.now()) : resolve(first)
  return guarded(world, async () => told(await backUp(from, to), 'is made and sound'))
}

/** `npm run restore -- FILE`: puts a copy in the database's place; what was there is kept beside it. */
export const restoreDatabase = (args: readonly string[], world: BackupWorld): Promise<number> => {
  const [file, ...others] = args
  if (file === undefined || others.length > 0) return Promise.resolve(refused(world, USAGE))
  if (isPostgres(world.databaseUrl)) return Promise.resolve(refused(world, POSTGRES))
  const path = sqlitePath(world.databaseUrl)
  const aside = `${path}.before-restore-${stamp(world.now())}`
  return guarded(world, () => {
    const copy = restore(resolve(file), { path, aside })
    return `${told(copy, `is now the database ${path}`)}\nWhat was there lies in ${aside}. Start Shopbell again.`
  })
}

const usualPlace = (path: string, now: number): string =>
  join(dirname(path), 'backups', `shopbell-${stamp(now)}.db`)

/** `2026-11-22T21-05-09Z`: sorts by time and is a file name everywhere. */
const stamp = (now: number): string =>
  new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '-')

const told = ({ path, bytes, shape, shops, uploads, messages }: Copy, verdict: string): string =>
  `${path} ${verdict}: ${(bytes / MIB).toFixed(1)} MiB, ${shops} shops, ${uploads} uploads, ` +
  `${messages} messages, tables as of ${shape}.`

const guarded = async (
  world: BackupWorld,
  work: () => string | null | Promise<string>,
): Promise<number> => {
  try {
    const said = await work()
    if (said === null) return refused(world, USAGE)
    world.print(said)
    return 0
  } catch (error) {
    if (!(error instanceof UnsoundCopy)) throw error
    return refused(world, error.message)
  }
}

const refused = ({ print }: BackupWorld, why: string): number => {
  print(why)
  return 1
}
