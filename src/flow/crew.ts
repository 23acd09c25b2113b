import type { Log } from '../log.ts'
import { type Loop, startLoop } from './loop.ts'
import { asError } from './world.ts'

/** What is due and could not be had is at this moment in another process's hands. */
const CONTESTED_MS = 25

/** Waits without taking up a place: meanwhile another job is begun. */
export type Aside = (wait: Promise<void>) => Promise<void>

export type CrewOptions<Job> = {
  readonly name: string
  /** Jobs under way at once. */
  readonly jobsMax: number
  /** The same with those that wait aside; none may unless given. */
  readonly heldMax?: number
  /** Takes up to `room` jobs that are due; none ends the round. */
  readonly claim: (room: number) => Promise<readonly Job[]>
  readonly work: (job: Job, aside: Aside) => Promise<void>
  /** When the next job is due, Unix ms; null when none is. */
  readonly nextAt: () => Promise<number | null>
  /** Done at the start of every round. */
  readonly before?: () => Promise<void>
  readonly now: () => number
  readonly lookAgainMs?: number | undefined
  readonly log: Log
}

/** Several jobs side by side, as many as there is room for; stopping lets those under way end. */
export const startCrew = <Job>(options: CrewOptions<Job>): Loop => {
  const { name, log } = options
  const running = new Set<Promise<void>>()
  const heldMax = options.heldMax ?? options.jobsMax
  let stopping = false
  let waiting = 0

  const aside: Aside = async (wait) => {
    waiting += 1
    loop.wake()
    try {
      await wait
    } finally {
      waiting -= 1
    }
  }

  const room = (): number =>
    Math.min(options.jobsMax - (running.size - waiting), heldMax - running.size)

  const start = (job: Job): void => {
    const done = options
      .work(job, aside)
      .catch((error: unknown) => log.error(`${name} broke off`, { error: asError(error) }))
      .finally(() => {
        running.delete(done)
        loop.wake()
      })
    running.add(done)
  }

  const fill = async (): Promise<void> => {
    while (!stopping && room() > 0) {
      const jobs = await options.claim(room())
      if (jobs.length === 0) return
      for (const job of jobs) start(job)
    }
  }

  const loop = startLoop({
    now: options.now,
    lookAgainMs: options.lookAgainMs,
    onError: (error) => log.error(`${name} round failed`, { error }),
    work: async () => {
      await options.before?.()
      await fill()
      const dueAt = await options.nextAt()
      const now = options.now()
      // What is due already waits for one that is under way; the end of that one wakes us.
      if (dueAt === null || dueAt > now) return dueAt
      return running.size > 0 ? null : now + CONTESTED_MS
    },
  })

  return {
    wake: loop.wake,
    stop: async () => {
      stopping = true
      await loop.stop()
      await Promise.all(running)
    },
  }
}
