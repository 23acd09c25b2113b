import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inspection } from '../../src/ingest/inspection.ts'
import type { ReadHints } from '../../src/ingest/reading.ts'
import { hints } from './a-file.ts'

const inspected = (name: string, other: Partial<ReadHints> = {}) =>
  inspection(
    readFileSync(new URL(`../fixtures/csv/${name}`, import.meta.url)),
    hints({ fileName: name, ...other }),
  )

describe('files as shops send them', () => {
  test('a till report with titles, sub-totals and a footer', async () => {
    await expect(inspected('kasir-report.csv')).resolves.toMatchObject({
      delimiter: ';',
      headerRow: 5,
      columns: { unitPrice: 'Harga Satuan (Rp)', revenue: 'Total (Rp)' },
      rows: { read: 8, accepted: 4, skipped: 1, totals: 3 },
      quantity: 18,
      revenue: 535_000,
      currency: 'IDR',
      firstDate: '2026-03-01',
      lastDate: '2026-03-03',
      topProductByRevenue: { name: 'Buket Wisuda', revenue: 250_000 },
      topProductByQuantity: { name: 'Mawar Merah', quantity: 15 },
    })
  })

  test('Loyverse: net sales, a refund by its receipt type', async () => {
    await expect(inspected('loyverse.csv')).resolves.toMatchObject({
      columns: {
        revenue: 'Net sales',
        branch: 'Store',
        variant: 'Variant',
        invoice: 'Receipt number',
      },
      quantity: 5,
      revenue: 97_000,
      firstDate: '2026-03-13',
    })
  })

  test('a marketplace: cancelled and unpaid orders were never sold, the price is after discount', async () => {
    await expect(inspected('marketplace.csv')).resolves.toMatchObject({
      rows: { read: 4, accepted: 2, skipped: 2, totals: 0 },
      revenue: 60_000,
      problems: [
        { row: 3, column: 'Status Pesanan', value: 'Batal', reason: 'not-sold' },
        { row: 5, column: 'Status Pesanan', value: 'Belum Bayar', reason: 'not-sold' },
      ],
    })
  })

  test('Square: dollars in brackets, refunds negative already', async () => {
    await expect(inspected('square.csv', { language: 'en' })).resolves.toMatchObject({
      currency: 'USD',
      quantity: 1,
      revenue: 4.25,
      firstDate: '2026-03-15',
    })
  })

  test('Russian in windows-1251, thousands with spaces', async () => {
    await expect(inspected('russian-cp1251.csv')).resolves.toMatchObject({
      encoding: 'windows-1251',
      rows: { accepted: 2, totals: 1 },
      revenue: 3901,
    })
  })

  test('Spanish in windows-1252, euros behind the number', async () => {
    await expect(inspected('spanish-cp1252.csv')).resolves.toMatchObject({
      encoding: 'windows-1252',
      currency: 'EUR',
      revenue: 1237.5,
      topProductByRevenue: { name: 'Piñata' },
    })
  })

  test('months across the page, the year in the title', async () => {
    await expect(inspected('months-across.csv')).resolves.toMatchObject({
      quantity: 39,
      revenue: null,
      firstDate: '2026-01-01',
      lastDate: '2026-03-01',
    })
  })

  test('a dirty file: what can be worked out is, the rest is named line by line', async () => {
    await expect(inspected('dirty.csv')).resolves.toMatchObject({
      rows: { read: 8, accepted: 4, skipped: 4, totals: 0 },
      quantity: 8,
      revenue: 365_000,
      problems: [
        { row: 5, column: 'Tanggal', value: 'not_a_date', reason: 'bad-date' },
        { row: 6, column: 'Produk', value: 'UNKNOWN', reason: 'no-product' },
        { row: 7, column: 'Total', value: '', reason: 'no-amount' },
        { row: 9, column: 'Total', value: 'ERROR', reason: 'bad-number' },
      ],
    })
  })

  test('the old service’s columns, saved by Excel as Unicode text', async () => {
    await expect(inspected('old-service-utf16.csv')).resolves.toMatchObject({
      encoding: 'utf-16le',
      delimiter: '\t',
      rows: { accepted: 3, skipped: 0 },
      revenue: 1_560_000,
      firstDate: '2026-02-05',
    })
  })

  test('a gift wholesaler’s till: stock code is no product name, country stands for the branch', async () => {
    await expect(
      inspected('online-retail-sample.csv', { currency: 'GBP', language: 'en' }),
    ).resolves.toMatchObject({
      columns: {
        date: 'InvoiceDate',
        product: 'Description',
        quantity: 'Quantity',
        unitPrice: 'UnitPrice',
        revenue: null,
        branch: 'Country',
        invoice: 'InvoiceNo',
      },
      rows: { totals: 0 },
      firstDate: '2010-12-01',
    })
  })
})
