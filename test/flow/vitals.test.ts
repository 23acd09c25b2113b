import { expect, test } from 'vitest'
import { startVitals, type VitalsWorld } from '../../src/flow/vitals.ts'
import { makeLog } from '../../src/log.ts'
import { aStore } from '../support/a-store.ts'
import { anArrival } from '../support/builders.ts'

const QUARTER_HOUR_MS = 15 * 60_000

test('messages that nobody answers close the door of the process that should, not of one that only keeps them', async () => {
  await using store = await aStore()
  await store.accept([{ arrivals: [anArrival()], statuses: [] }])
  store.clock.advance(QUARTER_HOUR_MS)
  const reasonWhere = async (answers: boolean): Promise<string | null> => {
    const world = { store, log: makeLog('silent'), now: store.clock.now, policy: POLICY }
    const vitals = startVitals({ ...world, answers, databaseDir: null, isDraining: () => false })
    return (await vitals()).reason
  }
  expect(await reasonWhere(true)).toBe('messages-wait')
  expect(await reasonWhere(false)).toBeNull()
})

const POLICY: VitalsWorld['policy'] = {
  signup: 'closed',
  defaults: { language: 'id', timeZone: 'Asia/Jakarta', currency: 'IDR' },
  supportContact: null,
  alertTemplate: null,
  messageBudget: 1000,
  modelBudget: null,
  hasNarrative: true,
}
