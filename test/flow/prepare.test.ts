import { afterAll, beforeAll, expect, test } from 'vitest'
import { HORIZON_MAX } from '../../src/analytics/forecast-question.ts'
import { keptFindings } from '../../src/flow/kept.ts'
import { createPool, type Pool } from '../../src/flow/pool.ts'
import { startPreparing } from '../../src/flow/prepare.ts'
import { takeIn } from '../../src/flow/take-in.ts'
import { makeLog } from '../../src/log.ts'
import { createMetrics } from '../../src/metrics.ts'
import { addDays, type Day, tradingDay } from '../../src/sales/day.ts'
import { lookInto } from '../security/tables.ts'
import { aStore } from '../support/a-store.ts'
import { aShop } from '../support/builders.ts'
import { csv } from '../support/files.ts'
import { someIds } from '../support/props.ts'

const SHOP = aShop({ id: 's' })
const DAYS = 60
const LINES_A_DAY = 400

let home: Awaited<ReturnType<typeof aStore>>
let threads: Pool
let yesterday: Day

/** A chain's two months: more lines than a small shop has. */
beforeAll(async () => {
  home = await aStore()
  threads = createPool({ databaseUrl: home.url, fontDir: null })
  yesterday = addDays(tradingDay(home.clock.now(), SHOP.timeZone, SHOP.closingHour), -1)
  await home.ensureShop(SHOP, [])
  const rows = Array.from({ length: DAYS * LINES_A_DAY }, (_, i) => {
    const date = addDays(yesterday, -Math.floor(i / LINES_A_DAY))
    return `${date},Produk ${i % 37},Cabang ${i % 3},${1 + (i % 4)},15000`
  })
  const file = {
    ...{ shop: SHOP, source: 'test', fileName: 'a.csv', answers: {} },
    bytes: csv('tanggal,produk,cabang,jumlah,harga', ...rows),
  }
  const world = {
    ...{ store: home, pool: threads, now: home.clock.now, newId: someIds('word') },
    ...{ passing: () => undefined, metrics: createMetrics() },
  }
  await takeIn(world, file, (_, effects) => home.apply(effects))
}, 60_000)
afterAll(async () => {
  await threads.close()
  await home[Symbol.asyncDispose]()
})

test('after its file a big shop’s answers are there before anybody asks, and say the same as ever', {
  timeout: 60_000,
}, async () => {
  const today = addDays(yesterday, 1)
  const span = { from: addDays(yesterday, 1 - DAYS), to: yesterday }
  const answersOf = (from: Pool) =>
    Promise.all([
      from.summary({ shop: SHOP, today, period: null }),
      from.restock({ shop: SHOP, today }),
      from.forecast({ shop: SHOP, today, days: HORIZON_MAX }),
      from.why({ shop: SHOP, today, period: null }),
      from.report({ shop: SHOP, span }),
    ])
  const before = await answersOf(threads)

  // Everything is dear here, so that what is kept does not hang on this machine's speed.
  let ticks = 0
  const keeping = keptFindings(home.matterOf, () => (ticks += 1000))
  let made = 0
  const ended = Promise.withResolvers<void>()
  const counted = {
    ...threads.ahead,
    why: async (...request: Parameters<Pool['why']>) => {
      const found = await threads.ahead.why(...request)
      ended.resolve()
      return found
    },
    restock: (...request: Parameters<Pool['restock']>) => {
      made += 1
      return threads.ahead.restock(...request)
    },
  }
  const pool = { ...keeping(threads), ahead: keeping(counted) }
  const metrics = createMetrics()
  const preparing = startPreparing({
    ...{ store: home, pool, now: home.clock.now, log: makeLog('silent'), metrics },
  })
  await preparing.offer(SHOP)
  await preparing.offer(SHOP)
  await ended.promise
  await preparing.stop()
  expect(made).toBe(1)
  using tables = lookInto(home.url)
  const blocks = tables.prepare('select block from rolled_block').all()
  expect(blocks.length).toBeGreaterThanOrEqual(Math.floor(DAYS / 16) - 1)

  const after = await answersOf(pool)
  expect(after).toEqual(before)
  expect(made).toBe(1)
})
