import { expect, test } from 'vitest'
import { type Aside, startCrew } from '../../src/flow/crew.ts'
import { makeLog } from '../../src/log.ts'

type Job = { readonly no: number; readonly stepsAside: boolean }

/** A crew of two, four with those who wait aside, and jobs that end when they are told to. */
const aCrew = (queue: Job[]) => {
  const begun: number[] = []
  const ends = new Map<number, () => void>()
  const work = async ({ no, stepsAside }: Job, aside: Aside): Promise<void> => {
    begun.push(no)
    const end = new Promise<void>((resolve) => ends.set(no, resolve))
    await (stepsAside ? aside(end) : end)
  }
  const crew = startCrew<Job>({
    name: 'test',
    jobsMax: 2,
    heldMax: 4,
    claim: async (room) => queue.splice(0, room),
    work,
    nextAt: async () => null,
    now: Date.now,
    log: makeLog('silent'),
  })
  return { crew, begun, end: (no: number) => ends.get(no)?.() }
}
const jobs = (...stepsAside: boolean[]): Job[] =>
  stepsAside.map((each, i) => ({ no: i + 1, stepsAside: each }))

test('as many are under way as there is room for', async () => {
  const { crew, begun, end } = aCrew(jobs(false, false, false))
  await expect.poll(() => begun).toEqual([1, 2])
  end(1)
  await expect.poll(() => begun).toEqual([1, 2, 3])
  end(2)
  end(3)
  await crew.stop()
})

test('who waits aside takes nobody’s place, up to a bound', async () => {
  const { crew, begun, end } = aCrew(jobs(true, true, true, true, false, false))
  await expect.poll(() => begun).toEqual([1, 2, 3, 4])
  end(1)
  await expect.poll(() => begun).toEqual([1, 2, 3, 4, 5])
  end(2)
  await expect.poll(() => begun).toEqual([1, 2, 3, 4, 5, 6])
  for (const no of [3, 4, 5, 6]) end(no)
  await crew.stop()
})

test('stopping waits for those aside too, and begins nothing more', async () => {
  const { crew, begun, end } = aCrew(jobs(true, false))
  await expect.poll(() => begun).toEqual([1, 2])
  let isStopped = false
  const stopped = crew.stop().then(() => {
    isStopped = true
  })
  end(2)
  await new Promise((resolve) => setImmediate(resolve))
  expect(isStopped).toBe(false)
  end(1)
  await stopped
  expect(isStopped).toBe(true)
})
