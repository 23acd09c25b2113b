import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { backUp } from './backup.ts'
import { freeBytes } from './disk.ts'

/** The copy is one database; a step that writes a table anew needs the room of another. */
const DATABASES_OF_ROOM = 2
/** Room for what comes in meanwhile, and for the operator to make more. */
const SPARE_BYTES = 64 * 1024 * 1024
const MIB = 1024 * 1024

export type BeforeMigrating = {
  readonly path: string
  /** The first step that is to come, such as `0020-rests`. */
  readonly step: string
  /** Room left on the disk of the database. */
  readonly free?: (folder: string) => Promise<number>
}

/**
 * Copies a database with data in it before its tables change shape: `backups/before-0020-rests.db` beside it, read
 * from end to end. Throws, with nothing changed, when there is no room or no sound copy can be made.
 */
export const copyBeforeMigrating = async ({
  path,
  step,
  free = freeBytes,
}: BeforeMigrating): Promise<void> => {
  const copy = join(dirname(path), 'backups', `before-${step}.db`)
  try {
    await needRoom(path, await free(dirname(path)))
    await backUp(path, copy)
  } catch (error) {
    throw new Error(
      `${path} was not brought up to date, because it could not be copied to ${copy} first. Nothing was changed: ` +
        'mend what is said below and start again.',
      { cause: error },
    )
  }
}

const needRoom = async (path: string, free: number): Promise<void> => {
  const needed = statSync(path).size * DATABASES_OF_ROOM + SPARE_BYTES
  if (free >= needed) return
  throw new Error(
    `a copy of ${basename(path)} and its new tables need ${mib(needed)} MiB on the disk of ${dirname(path)}, ` +
      `${mib(free)} MiB are free: delete old copies in ${join(dirname(path), 'backups')} or give it a larger disk`,
  )
}

const mib = (bytes: number): number => Math.ceil(bytes / MIB)
