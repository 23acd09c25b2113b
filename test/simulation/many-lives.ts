import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Share, Witness } from './live-share.ts'

const SHARE = join(import.meta.dirname, 'live-share.ts')

/** Lives histories `first` to `last`, a share of them on each processor, and tells what was seen. */
export const manyLives = async (first: number, last: number): Promise<Witness> => {
  const step = availableParallelism()
  const shares = Array.from({ length: step }, (_, i) => ({ first: first + i, last, step }))
  const seen = await Promise.all(shares.map(liveShare))
  return {
    lived: seen.reduce((sum, { lived }) => sum + lived, 0),
    crashes: seen.reduce((sum, { crashes }) => sum + crashes, 0),
    broken: seen.flatMap(({ broken }) => broken),
  }
}

const liveShare = async (share: Share): Promise<Witness> => {
  const { stdout } = await promisify(execFile)(process.execPath, [SHARE, JSON.stringify(share)])
  return JSON.parse(stdout) as Witness
}
