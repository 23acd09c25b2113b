import { describe, expect, test } from 'vitest'
import { type Batch, packLines } from '../../src/ingest/pack.ts'
import type { ReadHints } from '../../src/ingest/reading.ts'
import { linesIn } from './a-file.ts'

const packed = (text: string, batchRows = 100, other: Partial<ReadHints> = {}): Batch[] => [
  ...packLines(linesIn(text, other), batchRows),
]

const keysIn = (text: string, other: Partial<ReadHints> = {}): number[] =>
  packed(text, 100, other).flatMap((batch) => [...batch.keys])

const FILE = [
  'tanggal,jam,no nota,produk,kategori,jumlah,total,cabang,warna',
  '2026-01-15,09:30,A1,Mawar,Bunga,2,30000,Dago,merah',
  '2026-01-15,,A2,MAWAR,Bunga,1,15000,Dago,',
  ',,A3,Lily,Bunga,1,20000,Dago,',
  '2026-01-16,,A4,Lily,,-1,-20000,Setiabudi,',
  'TOTAL,,,,,2,25000,,',
].join('\n')

describe('packing a reading for bulk load', () => {
  test('puts each sale into columns, with names numbered from one', () => {
    const [batch] = packed(FILE)
    expect(batch).toMatchObject({
      rows: Uint32Array.of(2, 3, 5),
      days: Int32Array.of(20468, 20468, 20469),
      minutes: Int16Array.of(570, -1, -1),
      products: Uint32Array.of(1, 1, 2),
      variants: Uint32Array.of(1, 0, 0),
      categories: Uint32Array.of(1, 1, 0),
      branches: Uint32Array.of(1, 1, 2),
      quantities: Float64Array.of(2000, 1000, -1000),
      revenues: Float64Array.of(3_000_000, 1_500_000, -2_000_000),
      refunds: Uint8Array.of(0, 0, 1),
      invoices: Uint32Array.of(1, 2, 3),
      receipts: ['', 'A1', 'A2', 'A4'],
      occurrences: Uint32Array.of(0, 0, 0),
      labels: [
        { kind: 'product', index: 1, text: 'Mawar' },
        { kind: 'variant', index: 1, text: 'merah' },
        { kind: 'category', index: 1, text: 'Bunga' },
        { kind: 'branch', index: 1, text: 'Dago' },
        { kind: 'product', index: 2, text: 'Lily' },
        { kind: 'branch', index: 2, text: 'Setiabudi' },
      ],
    })
    expect(batch?.problems.map(({ row, reason }) => [row, reason])).toEqual([[4, 'no-date']])
    expect(batch?.totals.map(({ row }) => row)).toEqual([6])
  })

  test('batches keep the numbering going and name only what is new', () => {
    const batches = packed(FILE, 2)
    expect(batches.map((batch) => [...batch.products])).toEqual([[1, 1], [], [2]])
    expect(batches.map((batch) => batch.labels.length)).toEqual([4, 2, 0])
  })

  test('a missing quantity or amount is NaN, never zero', () => {
    const [batch] = packed('tanggal,produk,total\n2026-01-15,Mawar,15000')
    expect(batch?.quantities).toEqual(Float64Array.of(Number.NaN))
  })

  test('twins share a key and are counted', () => {
    const row = '2026-01-15,Mawar,15000'
    const [batch] = packed(['tanggal,produk,total', row, row, '2026-01-15,Lily,1', row].join('\n'))
    expect(batch?.occurrences).toEqual(Uint32Array.of(0, 1, 0, 2))
    expect(new Set(batch?.keys).size).toBe(2)
  })

  test('the same sale written another way has the same key', () => {
    const plain = keysIn('tanggal,produk,jumlah,total,cabang\n2026-01-15,Mawar,2,30000,Dago')
    const other = keysIn('Branch;Item;Qty;Total;Date\nDAGO;mawar;2;"Rp 30.000,00";15 Januari 2026')
    expect(other).toEqual(plain)
  })

  test.each([
    '2026-01-16,Mawar,2,30000,Dago',
    '2026-01-15,Lily,2,30000,Dago',
    '2026-01-15,Mawar,1,30000,Dago',
    '2026-01-15,Mawar,2,30001,Dago',
    '2026-01-15,Mawar,2,30000,Setiabudi',
  ])('another sale (%s) has another key', (row) => {
    const heading = 'tanggal,produk,jumlah,total,cabang\n'
    expect(keysIn(heading + row)).not.toEqual(keysIn(`${heading}2026-01-15,Mawar,2,30000,Dago`))
  })
})
