import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { sweepUnfinished } from '../../src/flow/sweep.ts'
import { makeLog } from '../../src/log.ts'
import { day, dayNumber } from '../../src/sales/day.ts'
import type { Store } from '../../src/store/store.ts'
import { aStore } from '../support/a-store.ts'
import { aShop } from '../support/builders.ts'

const MINUTE = 60_000
const SHOP = 's'
const TUESDAY = dayNumber(day('2026-03-31'))

/** An import of one line on each of so many days, as a crash would leave it. */
const brokenOff = async (store: Store, days: number): Promise<void> => {
  await store.ensureShop(aShop({ id: SHOP }), [])
  const upload = await store.beginUpload({
    shopId: SHOP,
    source: 'test',
    fileName: 'penjualan.csv',
    sha256: 'x',
  })
  await store.addLabels(SHOP, [{ kind: 'product', index: 1, text: 'Mawar' }])
  const rows = Array.from({ length: days }, (_, i) => i)
  const all = (value: number) => rows.map(() => value)
  await store.stageLines(
    { shopId: SHOP, upload },
    {
      rows,
      days: Int32Array.from(rows, (i) => TUESDAY - i),
      minutes: all(-1),
      products: all(1),
      variants: all(0),
      categories: all(0),
      branches: all(0),
      quantities: all(1000),
      revenues: all(100),
      refunds: all(0),
      invoices: all(0),
      receipts: [''],
      keys: rows,
      occurrences: all(0),
    },
  )
}

const until = async (isDone: () => boolean): Promise<void> => {
  for (let waited = 0; !isDone(); waited += 20) {
    if (waited > 10_000) throw new Error('waited in vain')
    await sleep(20)
  }
}

const log = makeLog('silent')

/** The store, and what each look of the sweep found: true while there was something to take away. */
const watched = (store: Store) => {
  const looks: boolean[] = []
  const sweepStaging = async (before: number): Promise<boolean> => {
    const more = await store.sweepStaging(before)
    looks.push(more)
    return more
  }
  return { looks, store: { ...store, sweepStaging } }
}

describe('the sweep', () => {
  test('takes a broken-off import away after half an hour, day by day, and not a minute before', async () => {
    await using real = await aStore()
    await brokenOff(real, 5)
    const { looks, store } = watched(real)
    real.clock.advance(29 * MINUTE)
    const loop = sweepUnfinished({ store, log, now: real.clock.now })
    await until(() => looks.length === 1)
    real.clock.advance(2 * MINUTE)
    loop.wake()
    // One wake is enough: it goes on until nothing is left.
    await until(() => looks.length > 1 && looks.at(-1) === false)
    await loop.stop()
    // Nothing too early; then five days, the upload itself, and a last look.
    expect(looks).toEqual([false, true, true, true, true, true, true, false])
  })

  test('goes on after a round that failed, and tells the log', async () => {
    await using real = await aStore()
    await brokenOff(real, 1)
    real.clock.advance(31 * MINUTE)
    const { looks, store } = watched(real)
    const told: string[] = []
    let failures = 1
    const loop = sweepUnfinished({
      now: real.clock.now,
      log: { ...log, error: (message: string) => void told.push(message) },
      store: {
        ...store,
        sweepStaging: async (before: number) => {
          if (failures-- > 0) throw new Error('the disk is full')
          return store.sweepStaging(before)
        },
      },
    })
    await until(() => looks.at(-1) === false)
    await loop.stop()
    expect(looks).toEqual([true, true, false])
    expect(told).toEqual(['sweep failed'])
  })
})
