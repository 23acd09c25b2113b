import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { wholePlan } from '../../src/analytics/shown.ts'
import { proof } from '../../src/flow/proof.ts'
import { addDays, type Day, day, dayNumber } from '../../src/sales/day.ts'
import type { SoldLine } from '../../src/store/sold-lines.ts'
import type { Reader } from '../../src/store/store.ts'
import { aStore } from '../support/a-store.ts'
import { aShop } from '../support/builders.ts'

const FROM = day('2026-03-01')
const SPAN = { from: FROM, to: addDays(FROM, 1) }
const asked = {
  shop: aShop(),
  today: day('2026-04-01'),
  shown: { kind: 'figures' as const, plans: [wholePlan(SPAN)] },
  files: [],
}

/** A shop whose totals say so many lines on each of two days, of one rupiah each. */
const aReader = async (linesADay: number, lines: readonly SoldLine[] = []) => {
  const store = await aStore()
  const sums = (key: number | null, count: number) => ({
    key,
    lines: count,
    quantity: count * 1000,
    revenue: count * 100,
    refundLines: 0,
    refunds: 0,
    receipts: 0,
    products: 1,
  })
  const reader: Reader = {
    ...store,
    coverage: async () => ({
      span: SPAN,
      hasQuantity: true,
      hasMoney: true,
      uploads: 1,
      variantHeading: null,
      lastUpload: 1,
      filedTo: SPAN.to,
      lastUploadAt: 0,
    }),
    planRows: async (_shopId, { by }) =>
      by === 'day'
        ? [0, 1].map((i) => sums(dayNumber(addDays(FROM, i)), linesADay))
        : [sums(null, 2 * linesADay)],
    soldLines: async () => lines,
  }
  return { reader, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() }
}

const aLine = (on: Day): SoldLine => ({
  upload: 1,
  row: 2,
  day: on,
  minute: null,
  product: 'Mawar',
  variant: null,
  category: null,
  branch: null,
  invoice: null,
  quantity: 1000,
  revenue: 100,
  kind: 'sale',
})

describe('the rows behind a figure', () => {
  test('more than a file holds come as totals of each day, which add up to the same', async () => {
    await using shop = await aReader(60_000)
    const proved = await proof(shop.reader, asked)
    if (proved.kind !== 'file') throw new Error('no file')
    expect(proved).toMatchObject({ isDaily: true, lines: 120_000, files: [] })
    const { sheets } = await readXlsx(proved.bytes)
    const [days] = sheets
    expect(days?.rows.map((row) => row.slice(1))).toEqual([
      ['Baris', 'Jumlah', 'Penjualan bersih'],
      [60_000, 60_000, 60_000],
      [60_000, 60_000, 60_000],
      [120_000, 120_000, 120_000],
    ])
  })

  test('lines that do not come to the figure are a fault that is said, never a file', async () => {
    await using shop = await aReader(2, [aLine(FROM), aLine(FROM), aLine(FROM)])
    await expect(proof(shop.reader, asked)).rejects.toThrow(
      /the lines of 2026-03-01\.\.2026-03-02 come to 300 and 3000, their totals to 400 and 4000/,
    )
  })

  test('as many lines as the totals say are written one by one', async () => {
    await using shop = await aReader(1, [aLine(FROM), aLine(addDays(FROM, 1))])
    const proved = await proof(shop.reader, asked)
    if (proved.kind !== 'file') throw new Error('no file')
    const { sheets } = await readXlsx(proved.bytes)
    expect(sheets[0]?.rows).toHaveLength(4)
    expect(sheets[0]?.rows.at(-1)?.[0]).toBe('Total')
  })
})
