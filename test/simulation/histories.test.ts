import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFullDisk, live } from './history.ts'
import { manyLives } from './many-lives.ts'

/** `HISTORIES=100000 npm run simulate` for a night; `FIRST_SEED=…` to go on or to see one again. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 1000)
const FIRST_SEED = Number(process.env['FIRST_SEED'] ?? 1)
/** A mistake that shows in one history of ten is found among so many, but for once in 10,000 times. */
const PLANTED_HISTORIES = 90

let disk: Awaited<ReturnType<typeof aFullDisk>>
beforeAll(async () => {
  disk = await aFullDisk()
})
afterAll(() => disk.remove())

describe('whatever goes wrong', () => {
  test(`in ${HISTORIES} histories nothing is lost, nothing comes twice, nothing goes to the wrong hands`, async () => {
    const seen = await manyLives(FIRST_SEED, FIRST_SEED + HISTORIES - 1)
    expect(seen.broken).toEqual([])
    expect(seen.lived).toBe(HISTORIES)
    // Histories in which nothing goes wrong would prove nothing.
    expect(seen.crashes).toBeGreaterThan(2 * HISTORIES)
  }, 86_400_000)

  test('the same seed is the same history, word for word', async () => {
    const once = await live({ seed: 7, disk })
    const again = await live({ seed: 7, disk })
    expect(once.transcript.length).toBeGreaterThan(8)
    expect(again).toEqual(once)
  })
})

describe('a mistake built in on purpose is noticed', () => {
  test.for([
    'acknowledged before stored',
    'not deduplicated',
    'finished in two commits',
    'lease not renewed',
  ] as const)('%s', { timeout: 600_000 }, async (planted) => {
    for (let seed = 1; seed <= PLANTED_HISTORIES; seed++) {
      const { broken } = await live({ seed, disk, planted })
      if (broken.length > 0) return
    }
    expect.fail(`${PLANTED_HISTORIES} histories did not notice it`)
  })
})
