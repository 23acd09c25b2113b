import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** A copy that was opened and read from end to end. */
export type Copy = {
  readonly path: string
  readonly bytes: number
  /** The newest step of the tables' shape it has, such as `0012-asks`. */
  readonly shape: string
  readonly shops: number
  /** Files and typed sales that count. */
  readonly uploads: number
  readonly messages: number
}

/** A file that is no sound copy of a Shopbell database; the message says why. */
export class UnsoundCopy extends Error {
  override readonly name = 'UnsoundCopy'
}

/** Pages copied in one turn of the event loop: the service, in whatever process, goes on beside it. */
const PAGES_A_TURN = 200
const SUFFIXES = ['-wal', '-shm', '-journal']

/**
 * Copies the database at `from` to `to` while it is in use, reads the whole copy, and only then gives
 * it its name: what bears the name is sound. Throws `UnsoundCopy` when it is not, or when there is no
 * database.
 */
export const backUp = async (from: string, to: string): Promise<Copy> => {
  if (!existsSync(from)) throw new UnsoundCopy(`there is no database at ${from} yet`)
  mkdirSync(dirname(to), { recursive: true })
  const part = `${to}.part`
  discard(part)
  const db = new Database(from, { readonly: true })
  try {
    await db.backup(part, { progress: () => PAGES_A_TURN })
  } finally {
    db.close()
  }
  standAlone(part)
  const copy = checkCopy(part)
  renameDurably(part, to)
  return { ...copy, path: to }
}

/** Opens a copy and reads all of it. Throws `UnsoundCopy`. */
export const checkCopy = (path: string): Copy => {
  if (!existsSync(path)) throw new UnsoundCopy(`there is no file at ${path}`)
  const db = new Database(path, { readonly: true })
  try {
    const found = db.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new UnsoundCopy(`${path} is damaged: ${String(found)}`)
    const count = (sql: string): number => Number(db.prepare(sql).pluck().get())
    return {
      path,
      bytes: statSync(path).size,
      shape: String(db.prepare('select max(name) from kysely_migration').pluck().get()),
      shops: count('select count(*) from shop'),
      uploads: count(`select count(*) from upload where state = 'live'`),
      messages: count('select count(*) from inbox'),
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    throw new UnsoundCopy(`${path} is no database of Shopbell: ${error.message}`, { cause: error })
  } finally {
    db.close()
  }
}

/**
 * Puts a copy in the place of the database. What was there is set aside under `aside`, never deleted.
 * Throws `UnsoundCopy` when the copy is not sound or somebody has the database open; nothing has
 * changed then.
 */
export const restore = (
  copy: string,
  { path, aside }: { readonly path: string; readonly aside: string },
): Copy => {
  const facts = checkCopy(copy)
  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(path)) closeAlone(path)
  const part = `${path}.part`
  discard(part)
  copyFileSync(copy, part)
  if (existsSync(path)) renameSync(path, aside)
  for (const suffix of SUFFIXES) rmSync(`${path}${suffix}`, { force: true })
  renameDurably(part, path)
  return facts
}

/** Brings what is in the log into the file, and proves that nobody else has it open. */
const closeAlone = (path: string): void => {
  const db = new Database(path, { timeout: 0 })
  try {
    db.pragma('locking_mode=EXCLUSIVE')
    db.exec('begin exclusive; commit')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') throw error
    throw new UnsoundCopy(`${path} is in use: stop Shopbell first`, { cause: error })
  } finally {
    db.close()
  }
}

/** One file and nothing beside it, so that whoever moves it moves all of it. */
const standAlone = (path: string): void => {
  const db = new Database(path)
  db.pragma('journal_mode=DELETE')
  db.close()
}

const discard = (path: string): void => {
  for (const suffix of ['', ...SUFFIXES]) rmSync(`${path}${suffix}`, { force: true })
}

/** The bytes first, then the name, then the folder that holds the name. */
const renameDurably = (from: string, to: string): void => {
  flush(from)
  renameSync(from, to)
  flush(dirname(to))
}

const flush = (path: string): void => {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
