import pg from 'pg'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { aPostgres } from '../support/a-postgres.ts'
import { aDraft, aShop, CHANNEL, OWNER_PHONE } from '../support/builders.ts'
import { aClock, someIds } from '../support/props.ts'

const MESSAGES = 60
const LEASE_MS = 60_000
const PAIR = { everyMs: 0, burst: 1 }

/** WhatsApp may report a message before we have noted its id, in another process and at the same moment. */
test('a report that meets our own note of its message is not lost, whichever is written first', {
  timeout: 60_000,
}, async () => {
  const database = await aPostgres()
  const clock = aClock()
  const open = () => openStore(database.url, { now: clock.now, newId: someIds() })
  const [web, work] = [await open(), await open()]
  await work.ensureShop(aShop(), [{ channel: CHANNEL, phone: OWNER_PHONE }])
  const ids = Array.from({ length: MESSAGES }, (_, i) => `in:${i}:0`)
  for (const id of ids) {
    await work.enqueue([aDraft({ id })])
    await work.claimOutbox(LEASE_MS, 1, PAIR)
    const wamid = `wamid.${id}`
    const at = clock.now()
    const status = { wamid, opaqueId: null, at, state: 'delivered' } as const
    await Promise.all([
      web.accept([{ arrivals: [], statuses: [status] }]),
      work.markSent(id, wamid),
    ])
  }
  clock.advance(2000)
  await work.sweepOutbox(LEASE_MS)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(`select id from outbox where state <> 'delivered'`)
  const left = await client.query('select wamid from early_status')
  await client.end()
  await Promise.all([web.close(), work.close()])
  await database.drop()
  expect(rows).toEqual([])
  expect(left.rows).toEqual([])
})
