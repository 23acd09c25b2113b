import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { headerSense, normalHeader } from '../../src/ingest/header-words.ts'

const HEADINGS = new URL('../../../shared/data/sales/headers.tsv', import.meta.url)

const SENSES: Record<string, string[]> = {
  date: ['date'],
  product: ['product', 'productCode'],
  quantity: ['quantity'],
  unit_price: ['unitPrice', 'price'],
  revenue: ['revenue', 'netRevenue', 'grossRevenue', 'orderTotal'],
  branch: ['branch', 'place'],
  category: ['category'],
  invoice: ['invoice'],
  variant_or_colour: ['variant'],
  stock: ['stock'],
}

describe('headings', () => {
  test.each([
    ['Unit_Price (Rp)', 'unit price'],
    ['InvoiceNo', 'invoice no'],
    ['TotalPenjualan', 'total penjualan'],
    ['Descrição Produto', 'descricao produto'],
    ['  NO.TRANS ', 'no trans'],
  ])('%j is read as %j', (written, normal) => {
    expect(normalHeader(written)).toBe(normal)
  })

  test.each(['Total Profit', 'Harga Beli', 'Tax amount', 'Target Penjualan', 'Ongkir (Rp)', 'HPP'])(
    '%s is money, but no sale',
    (heading) => {
      expect(headerSense(heading)?.sense).toBe('leftAlone')
    },
  )

  test.skipIf(!existsSync(HEADINGS))(
    '97 of 100 headings of real exports are known (skipped when the list is absent)',
    () => {
      const rows = readFileSync(HEADINGS, 'utf8').trim().split('\n').slice(1)
      const unknown = rows.filter((row) => {
        const [meaning = '', heading = ''] = row.split('\t')
        return !SENSES[meaning]?.includes(headerSense(heading)?.sense ?? '')
      })
      expect(rows.length).toBeGreaterThan(250)
      expect(unknown.length / rows.length).toBeLessThan(0.03)
    },
  )
})
