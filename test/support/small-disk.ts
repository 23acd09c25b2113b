import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, in memory; only an administrator may mount one. */
export type SmallDisk = {
  readonly path: string
  readonly makeReadOnly: () => void
  readonly [Symbol.dispose]: () => void
}

export const aSmallDisk = (mebibytes: number): SmallDisk | null => {
  const path = mkdtempSync(join(tmpdir(), 'shopbell-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', path])
  const remove = (): void => rmSync(path, { recursive: true, force: true })
  if (mounted.status !== 0) {
    remove()
    return null
  }
  return {
    path,
    makeReadOnly: () => void spawnSync('mount', ['-o', 'remount,ro', path]),
    [Symbol.dispose]: () => {
      spawnSync('umount', ['--lazy', path])
      remove()
    },
  }
}

/** Whether this machine lets us mount a disk at all. */
export const canMount = (): boolean => {
  const disk = aSmallDisk(1)
  disk?.[Symbol.dispose]()
  return disk !== null
}
