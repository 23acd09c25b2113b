import { asError } from './world.ts'

/** A room's own pace: works when woken or when something is due, stops cleanly. */
export type Loop = {
  /** Something new may be there; several calls before the next round are one. */
  readonly wake: () => void
  /** Lets the current round end, then stops. */
  readonly stop: () => Promise<void>
}

export type Round = {
  /** Does what is there to do; returns when the next thing is due (Unix ms), null for "when woken". */
  readonly work: () => Promise<number | null>
  readonly now: () => number
  /** Even with nothing due it looks again after this: another process may have left something. */
  readonly lookAgainMs?: number | undefined
  /** Told about a round that threw; the loop goes on after `pauseMs`. */
  readonly onError: (error: Error) => void
}

/** Even with nothing due and nobody else there we look again: a clock may have been set. */
const SLEEP_MS_MAX = 30_000
/** A round that failed (disk full, database busy) is not repeated in a tight circle. */
const PAUSE_AFTER_ERROR_MS = 1000

export const startLoop = (round: Round): Loop => {
  const sleepMsMax = round.lookAgainMs ?? SLEEP_MS_MAX
  let stopping = false
  let woken = false
  let nudge: () => void = () => undefined

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      nudge = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const turn = async (): Promise<number> => {
    try {
      const dueAt = await round.work()
      return dueAt === null ? sleepMsMax : Math.min(sleepMsMax, Math.max(0, dueAt - round.now()))
    } catch (error) {
      round.onError(asError(error))
      return PAUSE_AFTER_ERROR_MS
    }
  }

  const running = (async () => {
    while (!stopping) {
      woken = false
      const sleepMs = await turn()
      if (!woken && !stopping) await sleep(sleepMs)
    }
  })()

  const wake = (): void => {
    woken = true
    nudge()
  }
  return {
    wake,
    stop: async () => {
      stopping = true
      wake()
      await running
    },
  }
}
