import { describe, expect, test } from 'vitest'
import { inspection } from '../../src/ingest/inspection.ts'
import { bytesOf, hints } from './a-file.ts'

const inspected = (text: string) => inspection(bytesOf(text), hints())

describe('inspecting a file', () => {
  test('shows what was understood and what it adds up to, in whole rupiah', async () => {
    const text = [
      'tanggal;produk;jumlah;harga;cabang',
      '15/01/2026;Mawar;2;Rp 15.000;Dago',
      '16/01/2026;Lily;1,5;Rp 20.000;Dago',
      ';Lily;1;Rp 20.000;Dago',
      'TOTAL;;3,5;;',
    ].join('\n')
    await expect(inspected(text)).resolves.toEqual({
      kind: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      sheet: null,
      headerRow: 1,
      columns: {
        date: 'tanggal',
        product: 'produk',
        quantity: 'jumlah',
        unitPrice: 'harga',
        revenue: null,
        branch: 'cabang',
        variant: null,
        category: null,
        stock: null,
        invoice: null,
      },
      rows: { read: 4, accepted: 2, skipped: 1, totals: 1 },
      problems: [{ row: 4, column: 'tanggal', value: '', reason: 'no-date' }],
      quantity: 3.5,
      revenue: 60_000,
      currency: 'IDR',
      firstDate: '2026-01-15',
      lastDate: '2026-01-16',
      topProductByRevenue: { name: 'Mawar', revenue: 30_000 },
      topProductByQuantity: { name: 'Mawar', quantity: 2 },
      question: null,
      refusal: null,
    })
  })

  test('shows the question where one must be asked', async () => {
    await expect(inspected('tanggal,produk,total\n03/04/2026,Mawar,15000')).resolves.toMatchObject({
      headerRow: 1,
      columns: { date: 'tanggal' },
      revenue: null,
      question: {
        kind: 'date-order',
        text: expect.stringContaining('03/04/2026'),
        options: [
          { id: 'day-first', label: '2026-04-03' },
          { id: 'month-first', label: '2026-03-04' },
        ],
      },
    })
  })

  test('shows why a file is refused', async () => {
    await expect(inspected('%PDF-1.7')).resolves.toMatchObject({
      kind: null,
      refusal: { reason: 'pdf' },
    })
  })
})
