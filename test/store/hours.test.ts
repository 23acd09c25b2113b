import { describe, expect, test } from 'vitest'
import { addDays, day, dayNumber } from '../../src/sales/day.ts'
import type { Store } from '../../src/store/store.ts'
import { aStore } from '../support/a-store.ts'
import { aShop } from '../support/builders.ts'

/** `minute` since midnight, -1 for none. */
type Line = { readonly day: string; readonly minute: number; readonly revenue: number }

const MARCH = { from: day('2026-03-01'), to: day('2026-03-31') }

/** A published upload of one product; a negative amount is a refund. */
const published = async (store: Store, name: string, lines: readonly Line[]): Promise<void> => {
  const upload = { shopId: 's', source: 'test', fileName: name, sha256: name }
  const target = { shopId: 's', upload: await store.beginUpload(upload) }
  await store.addLabels('s', [{ kind: 'product', index: 1, text: 'Mawar' }])
  const days = lines.map((line) => dayNumber(day(line.day)))
  const none = lines.map(() => 0)
  await store.stageLines(target, {
    rows: lines.map((_, i) => i + 2),
    days,
    minutes: lines.map(({ minute }) => minute),
    products: lines.map(() => 1),
    variants: none,
    categories: none,
    branches: none,
    quantities: lines.map(({ revenue }) => Math.sign(revenue) * 1000),
    revenues: lines.map(({ revenue }) => revenue),
    refunds: lines.map(({ revenue }) => (revenue < 0 ? 1 : 0)),
    invoices: none,
    receipts: [''],
    keys: lines.map(({ minute, revenue }) => minute * 1_000_000 + revenue),
    occurrences: none,
  })
  const bounds = { from: Math.min(...days), to: Math.max(...days) }
  const basis = await store.salesVersion('s')
  await store.settleDays(target, bounds)
  await store.publish({
    ...target,
    span: MARCH,
    firstDay: bounds.from,
    lastDay: bounds.to,
    lines: lines.length,
    hasQuantity: true,
    hasMoney: true,
    currency: 'IDR',
    variantHeading: null,
    basis,
    receipt: '{}',
  })
}

const FIRST: readonly Line[] = [
  { day: '2026-03-02', minute: 9 * 60 + 59, revenue: 500 },
  { day: '2026-03-02', minute: 10 * 60, revenue: 700 },
  { day: '2026-03-02', minute: 10 * 60 + 30, revenue: -200 },
  { day: '2026-03-02', minute: -1, revenue: 9000 },
  { day: '2026-03-20', minute: 0, revenue: 40 },
]

describe('what each hour of each day brought', () => {
  test('net of refunds, an hour from its first minute to its last, lines without a time in none', async () => {
    await using store = await aStore()
    await store.ensureShop(aShop({ id: 's' }), [])
    await published(store, 'a', FIRST)
    expect(await store.hourSums('s', MARCH)).toEqual([
      { day: '2026-03-02', hour: 9, lines: 1, quantity: 1000, revenue: 500 },
      { day: '2026-03-02', hour: 10, lines: 1, quantity: 0, revenue: 500 },
      { day: '2026-03-20', hour: 0, lines: 1, quantity: 1000, revenue: 40 },
    ])
    const narrow = { from: day('2026-03-03'), to: day('2026-03-19') }
    expect(await store.hourSums('s', narrow)).toEqual([])
    expect(await store.hourSums('another shop', MARCH)).toEqual([])
  })

  test('a sale that two files hold counts once', async () => {
    await using store = await aStore()
    await store.ensureShop(aShop({ id: 's' }), [])
    await published(store, 'a', FIRST)
    const again = [...FIRST, { day: '2026-03-02', minute: 11 * 60, revenue: 80 }]
    await published(store, 'b', again)
    const total = (await store.hourSums('s', MARCH)).reduce((sum, row) => sum + row.revenue, 0)
    expect(total).toBe(500 + 700 - 200 + 40 + 80)
  })

  test('all hours together are the totals of the days', async () => {
    await using store = await aStore()
    await store.ensureShop(aShop({ id: 's' }), [])
    const lines = Array.from({ length: 400 }, (_, i) => ({
      day: addDays(MARCH.from, i % 31),
      minute: (i * 37) % 1440,
      revenue: 100 + i,
    }))
    await published(store, 'a', lines)
    const hours = (await store.hourSums('s', MARCH)).reduce((sum, row) => sum + row.revenue, 0)
    const days = (await store.branchDays('s', MARCH)).reduce((sum, row) => sum + row.revenue, 0)
    expect(hours).toBe(days)
  })
})
