// node test/simulation/live-share.ts '{"first":1,"last":1000,"step":2}': lives these histories one after the
// other and prints what it saw. A process of its own, as virtual time takes the place of a process's timers.
import { aFullDisk, live } from './history.ts'

/** Every `step`th history from `first` up to `last`. */
export type Share = { readonly first: number; readonly last: number; readonly step: number }

export type Witness = {
  readonly lived: number
  readonly crashes: number
  /** What happened that must never happen, with the seed that shows it again. */
  readonly broken: readonly string[]
}

/** Whoever broke so often has told enough. */
const BROKEN_MAX = 5

const liveAll = async ({ first, last, step }: Share): Promise<Witness> => {
  const disk = await aFullDisk()
  const broken: string[] = []
  let [lived, crashes] = [0, 0]
  for (let seed = first; seed <= last && broken.length < BROKEN_MAX; seed += step) {
    const history = await live({ seed, disk })
    lived++
    crashes += history.crashes
    broken.push(...history.broken.map((what) => `FIRST_SEED=${seed}: ${what}`))
  }
  await disk.remove()
  return { lived, crashes, broken }
}

console.log(JSON.stringify(await liveAll(JSON.parse(process.argv[2] ?? '{}'))))
