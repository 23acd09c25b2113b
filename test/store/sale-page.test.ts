import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPage, type PageCells, type PageColumn, packPage } from '../../src/store/sale-page.ts'

const NAMES: readonly PageColumn[] = [
  'row',
  'minute',
  'product',
  'variant',
  'category',
  'branch',
  'quantity',
  'revenue',
  'refund',
  'key',
  'occurrence',
  'invoice',
]

const cellsOf = (columns: readonly (readonly number[])[]): PageCells =>
  // One column for each of the names.
  Object.fromEntries(NAMES.map((name, i) => [name, columns[i] ?? []])) as Record<
    PageColumn,
    readonly number[]
  >

/** A column as files have them: all alike, small, large, negative, with gaps, or content keys. */
const column = (lines: number) =>
  fc.oneof(
    ...[
      fc.constant(7),
      fc.constant(Number.NaN),
      fc.integer({ min: 0, max: 255 }),
      fc.integer({ min: -300, max: 70_000 }),
      fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
      fc.maxSafeInteger(),
      fc.oneof(fc.constant(Number.NaN), fc.integer()),
      fc.double({ noNaN: true }),
    ].map((cell) =>
      fc.oneof(
        fc.array(cell, { minLength: lines, maxLength: lines }),
        cell.map((same) => Array.from({ length: lines }, () => same)),
      ),
    ),
  )

const page = fc.integer({ min: 1, max: 40 }).chain((lines) =>
  fc.record({
    columns: fc.tuple(...NAMES.map(() => column(lines))),
    receipts: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
  }),
)

describe('a page of sales', () => {
  test('gives back every number and receipt exactly, wherever its bytes lie', () => {
    fc.assert(
      fc.property(page, fc.integer({ min: 0, max: 9 }), ({ columns, receipts }, offset) => {
        const packed = packPage(cellsOf(columns), receipts)
        const moved = new Uint8Array(packed.length + offset)
        moved.set(packed, offset)
        const opened = openPage(moved.subarray(offset))
        expect(opened.lines).toBe(columns[0]?.length)
        expect(opened.receipts()).toEqual(receipts)
        for (const [i, name] of NAMES.entries()) {
          expect([...opened.column(name)].map((value) => value + 0)).toEqual(
            columns[i]?.map((value) => value + 0),
          )
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a day of a flower shop takes 30 bytes a line', () => {
    const lines = 2000
    const each = (value: (i: number) => number) => Array.from({ length: lines }, (_, i) => value(i))
    const packed = packPage(
      {
        row: each((i) => 50_000 + i),
        minute: each(() => -1),
        product: each((i) => i % 400),
        variant: each((i) => i % 6),
        category: each(() => 0),
        branch: each((i) => 1 + (i % 3)),
        quantity: each((i) => 1000 * (1 + (i % 12))),
        revenue: each((i) => 50_000 * (1 + (i % 4000))),
        refund: each(() => 0),
        key: each((i) => 2 ** 52 + i * 7919),
        occurrence: each(() => 0),
        invoice: each((i) => 1 + Math.floor(i / 3)),
      },
      ['', ...Array.from({ length: Math.ceil(lines / 3) }, (_, i) => `T${100_000 + i}`)],
    )
    expect(packed.length / lines).toBeLessThan(30)
  })

  test('bytes in another format are refused by name, never misread', () => {
    const packed = packPage(cellsOf(NAMES.map(() => [1])), [])
    const text = Buffer.from(packed).toString('latin1').replace('"format":1', '"format":9')
    expect(() => openPage(Buffer.from(text, 'latin1'))).toThrow('unknown format 9')
  })
})
