import { expect, test } from 'vitest'
import type { ImportWorld } from '../../src/flow/import.ts'
import { OVERTAKEN_MAX } from '../../src/flow/overtaken.ts'
import { createPool } from '../../src/flow/pool.ts'
import { takeIn } from '../../src/flow/take-in.ts'
import { createMetrics } from '../../src/metrics.ts'
import { day } from '../../src/sales/day.ts'
import { aStore } from '../support/a-store.ts'
import { aShop } from '../support/builders.ts'
import { csv } from '../support/files.ts'
import { someIds } from '../support/props.ts'

const EVER = { from: day('2020-01-01'), to: day('2030-01-01') }
const HEAD = 'tanggal,produk,jumlah,harga'
const SHARED = '2026-03-30,Mawar,2,25000'

const aWorld = async () => {
  const store = await aStore()
  const pool = createPool({ databaseUrl: store.url, fontDir: null })
  await store.ensureShop(aShop(), [])
  const world: ImportWorld = {
    store,
    pool,
    now: store.clock.now,
    newId: someIds('word'),
    passing: () => undefined,
    metrics: createMetrics(),
  }
  return {
    world,
    [Symbol.asyncDispose]: async () => {
      await pool.close()
      await store[Symbol.asyncDispose]()
    },
  }
}

const aFile = (...lines: string[]) => ({
  shop: aShop(),
  source: 'test',
  fileName: 'a.csv',
  bytes: csv(HEAD, ...lines),
  answers: {},
})

test('a file that another one overtook is settled anew: what they share counts once', async () => {
  await using stage = await aWorld()
  const { world } = stage
  const counts: number[] = []
  await takeIn(world, aFile(SHARED, '2026-03-31,Lily,1,30000'), async (imported, effects) => {
    counts.push(imported.kind === 'ready' ? imported.receipt.newLines : -1)
    if (counts.length === 1) {
      const faster = aFile(SHARED, '2026-03-31,Kaktus,1,10000')
      await takeIn(world, faster, (_, theirs) => world.store.apply(theirs))
    }
    await world.store.apply(effects)
  })
  expect(counts).toEqual([2, 1])
  const days = await world.store.branchDays('toko-mawar', EVER)
  expect(days.reduce((sum, row) => sum + row.revenue, 0)).toBe((50_000 + 30_000 + 10_000) * 100)
})

test('a file that is overtaken for ever gives up loudly and leaves nothing', async () => {
  await using stage = await aWorld()
  const { world } = stage
  let tries = 0
  const overtaken = takeIn(world, aFile(SHARED), async (_, effects) => {
    const faster = aFile(`2026-03-31,Kaktus ${++tries},1,10000`)
    await takeIn(world, faster, (_imported, theirs) => world.store.apply(theirs))
    await world.store.apply(effects)
  })
  await expect(overtaken).rejects.toThrow('settled against sales that have changed')
  expect(tries).toBe(OVERTAKEN_MAX)
  const sold = await world.store.productSums('toko-mawar', EVER)
  expect(sold.map(({ product }) => product)).not.toContain('Mawar')
})
