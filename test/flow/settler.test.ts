import { describe, expect, test } from 'vitest'
import { startSettling } from '../../src/flow/settler.ts'
import { day, dayNumber } from '../../src/sales/day.ts'
import type { LineBatch } from '../../src/store/pages.ts'
import type { Store } from '../../src/store/store.ts'
import { aStore } from '../support/a-store.ts'
import { aShop } from '../support/builders.ts'

const SHOP = 's'
const FIRST = dayNumber(day('2026-03-01'))
const MARCH = { from: day('2026-03-01'), to: day('2026-03-31') }

/** Lines of one day; a line's key is its row, so equal rows of two files are one sale. */
const linesOn = (
  at: number,
  rows: readonly number[],
): LineBatch & { readonly days: Int32Array } => {
  const all = (value: number) => rows.map(() => value)
  return {
    rows,
    days: Int32Array.from(rows, () => FIRST + at),
    minutes: all(-1),
    products: rows.map((row) => 1 + (row % 3)),
    variants: all(0),
    categories: all(0),
    branches: all(1),
    quantities: all(1000),
    revenues: all(100),
    refunds: all(0),
    invoices: rows.map((row) => 1 + (row % 2)),
    receipts: ['', 'A', 'B'],
    keys: rows.map((row) => at * 1_000_000 + row),
    occurrences: all(0),
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

const aFile = async (store: Store) => {
  await store.ensureShop(aShop({ id: SHOP }), [])
  const upload = await store.beginUpload({
    shopId: SHOP,
    source: 'test',
    fileName: 'penjualan.csv',
    sha256: String(Math.random()),
  })
  await store.addLabels(SHOP, [
    { kind: 'branch', index: 1, text: 'Dago' },
    ...[1, 2, 3].map((index) => ({ kind: 'product' as const, index, text: `Mawar ${index}` })),
  ])
  const target = { shopId: SHOP, upload }
  const settler = await startSettling({ store }, target)
  const stage = async (batch: ReturnType<typeof linesOn>, closedDays: readonly number[]) => {
    await store.stageLines(target, batch)
    await settler.staged({ days: batch.days, closedDays: closedDays.map((at) => FIRST + at) })
  }
  const publish = async () => {
    const { newLines, basis } = await settler.finish()
    await store.publish({
      ...target,
      span: MARCH,
      firstDay: FIRST,
      lastDay: FIRST + 30,
      lines: newLines,
      hasQuantity: true,
      hasMoney: true,
      currency: 'IDR',
      variantHeading: null,
      basis,
      receipt: '{}',
    })
    return newLines
  }
  return { stage, publish }
}

const countedBy = async (store: Store) =>
  (await store.branchDays(SHOP, MARCH)).map(({ lines, receipts }) => [lines, receipts])

describe('days are counted while the file is still read', () => {
  test('a day that goes on after it seemed over is counted in full', async () => {
    await using store = await aStore()
    const file = await aFile(store)
    await file.stage(linesOn(0, range(0, 300)), [0])
    await file.stage(linesOn(1, range(300, 310)), [])
    await file.stage(linesOn(0, range(310, 320)), [0])
    expect(await file.publish()).toBe(320)
    expect(await countedBy(store)).toEqual([
      [310, 2],
      [10, 2],
    ])
  })

  test('a file published meanwhile is counted with, though its days were settled before', async () => {
    await using store = await aStore()
    const slow = await aFile(store)
    await slow.stage(linesOn(0, range(0, 300)), [0])
    const quick = await aFile(store)
    await quick.stage(linesOn(0, range(100, 150)), [])
    await quick.publish()
    expect(await slow.publish()).toBe(250)
    // Receipts are told apart within a file: each of the two has two.
    expect(await countedBy(store)).toEqual([[300, 4]])
  })

  test('sales of a file that was undone meanwhile count in the one that stood back', async () => {
    await using store = await aStore()
    const first = await aFile(store)
    await first.stage(linesOn(0, range(0, 300)), [])
    await first.publish()
    const second = await aFile(store)
    await second.stage(linesOn(0, range(0, 400)), [0])
    await store.apply([{ kind: 'undo', shopId: SHOP, upload: 1 }])
    expect(await second.publish()).toBe(400)
    expect(await countedBy(store)).toEqual([[400, 2]])
  })

  test('a busy day of many pages, counted step by step, comes to the same', async () => {
    await using store = await aStore()
    const before = await aFile(store)
    await before.stage(linesOn(0, range(0, 5000)), [])
    await before.publish()
    const busy = await aFile(store)
    for (let from = 0; from < 30_000; from += 3000) {
      await busy.stage(linesOn(0, range(from, from + 3000)), [])
    }
    expect(await busy.publish()).toBe(25_000)
    expect(await countedBy(store)).toEqual([[30_000, 4]])
    expect((await store.productSums(SHOP, MARCH)).map(({ lines }) => lines)).toEqual([
      10_000, 10_000, 10_000,
    ])
  })
})
