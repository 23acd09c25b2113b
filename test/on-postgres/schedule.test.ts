import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startApp } from '../../src/app.ts'
import { createPool } from '../../src/flow/pool.ts'
import { takeIn } from '../../src/flow/take-in.ts'
import { makeLog } from '../../src/log.ts'
import { createMetrics } from '../../src/metrics.ts'
import { openStore } from '../../src/store/store.ts'
import { graphChannel } from '../../src/whatsapp/client.ts'
import { QUICK } from '../support/a-phone.ts'
import { aPostgres } from '../support/a-postgres.ts'
import { aShop, CHANNEL, POLICY } from '../support/builders.ts'
import { csv } from '../support/files.ts'
import { aRunningClock, someIds } from '../support/props.ts'

const SHOPS = 45
const NOW = '2026-04-01T03:00:00Z'
/** Three days, the last of them yesterday: a day to be judged, and nothing to be said about it. */
const FILE = csv(
  'tanggal,produk,jumlah,harga',
  ...['29', '30', '31'].map((day) => `2026-03-${day},Mawar,5,10000`),
)

test('two processes share the shops: each is judged once, by one of them', {
  timeout: 120_000,
}, async () => {
  const database = await aPostgres()
  const clock = aRunningClock(Date.parse(NOW))
  await openShops(database.url, clock.now)
  const judged = [0, 0]
  const process = (i: number) =>
    startApp({
      databaseUrl: database.url,
      phoneIds: [CHANNEL],
      appSecrets: ['test_app_secret'],
      verifyToken: 'verify',
      channel: graphChannel({
        token: 'EAATESTTOKEN',
        graphUrl: 'http://127.0.0.1:9',
        apiVersion: 'v25.0',
        mediaHosts: [],
      }),
      model: null,
      shop: aShop({ id: 'default' }),
      owner: null,
      policy: POLICY,
      pace: { ...QUICK, scheduleMs: 5000 },
      fontDir: null,
      watchDir: null,
      role: 'work',
      metricsToken: null,
      log: makeLog('silent'),
      now: clock.now,
      newId: someIds(`p${i}`),
      passing: (step) => {
        if (step === 'day judged') judged[i] = (judged[i] ?? 0) + 1
      },
    })
  const both = await Promise.all([process(0), process(1)])
  const all = () => judged.reduce((sum, n) => sum + n, 0)
  await expect.poll(all, { timeout: 90_000 }).toBeGreaterThanOrEqual(SHOPS)
  // A round more of each: nobody judges again what the other one has.
  await sleep(5500)
  await Promise.all(both.map((app) => app.stop()))
  await database.drop()
  expect(all()).toBe(SHOPS)
  expect(Math.min(...judged)).toBeGreaterThan(0)
})

const openShops = async (url: string, now: () => number): Promise<void> => {
  const store = await openStore(url, { now, newId: someIds() })
  const pool = createPool({ databaseUrl: url, fontDir: null })
  const world = {
    store,
    pool,
    now,
    newId: someIds('m'),
    metrics: createMetrics(),
    passing: () => {},
  }
  for (let i = 0; i < SHOPS; i++) {
    const shop = aShop({ id: `shop-${i}` })
    await store.ensureShop(shop, [{ channel: CHANNEL, phone: `62812${i}` }])
    const file = { shop, source: 'test', fileName: 'a.csv', answers: {}, bytes: FILE }
    await takeIn(world, file, (_, effects) => store.apply(effects))
  }
  await pool.close()
  await store.close()
}
