import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsText } from '../../src/http/json-rows.ts'
import { linesOf, openFile, tallyLines } from '../../src/ingest/read.ts'
import { day } from '../../src/sales/day.ts'

const read = (rows: unknown, currency = 'IDR') => {
  const made = rowsText(rows)
  if (!made.ok) throw new Error(made.why)
  const opened = openFile(new TextEncoder().encode(made.text), {
    fileName: 'rows.json',
    language: currency === 'IDR' ? 'id' : 'en',
    currency,
    today: day('2026-04-01'),
    answers: {},
  })
  if (opened.outcome !== 'sales') throw new Error(JSON.stringify(opened))
  return tallyLines(linesOf(opened)).totals
}

describe('JSON rows', () => {
  test('a number is what it is: 1.125 kg is no thousand', () => {
    const row = { tanggal: '2026-03-31', produk: 'Gula', jumlah: 1.125, harga: 16_000 }
    expect(read([row, { ...row, jumlah: 2.5 }, { ...row, jumlah: 3 }])).toMatchObject({
      quantity: 1125 + 2500 + 3000,
      revenue: (18_000 + 40_000 + 48_000) * 100,
    })
    expect(read([row]).quantity).toBe(1125)
  })

  test('names with commas, quotes and line ends stay whole', () => {
    const made = rowsText([{ produk: 'Buket "Cinta", besar', catatan: 'a\nb', kosong: null }])
    expect(made).toEqual({
      ok: true,
      text: 'produk,catatan,kosong\n"Buket ""Cinta"", besar","a\nb",\n',
    })
  })

  test('a row may leave out what another has', () => {
    expect(rowsText([{ a: 1 }, { b: true }])).toEqual({ ok: true, text: 'a,b\n1,\n,true\n' })
  })

  test('more names than a file has columns are refused', () => {
    const row = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`n${i}`, 1]))
    expect(rowsText([row])).toMatchObject({ ok: false })
  })

  test('whatever the amounts, the sums are the sums of the numbers sent', () => {
    const sale = fc.record({
      quantity: fc.integer({ min: 1, max: 5000 }).map((n) => n / 1000),
      revenue: fc.integer({ min: 1, max: 9_999_999 }).map((n) => n / 100),
    })
    fc.assert(
      fc.property(
        fc.array(sale, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('IDR', 'USD'),
        (sales, currency) => {
          const rows = sales.map((each) => ({ date: '2026-03-31', product: 'Sugar', ...each }))
          const totals = read(rows, currency)
          const sum = (of: (each: (typeof sales)[number]) => number) =>
            sales.reduce((all, each) => all + Math.round(of(each)), 0)
          expect(totals.revenue).toBe(sum(({ revenue }) => revenue * 100))
          expect(totals.quantity).toBe(sum(({ quantity }) => quantity * 1000))
        },
      ),
    )
  })
})
