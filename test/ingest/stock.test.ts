import { describe, expect, test } from 'vitest'
import { csv, opened } from './a-file.ts'

const stockIn = (text: string) => {
  const found = opened(text)
  if (found.outcome !== 'stock') throw new Error(`read as ${found.outcome}`)
  return found
}

describe('a stock list', () => {
  test('gives what is on hand by product, and no sale', () => {
    const { levels, problems } = stockIn(
      csv('Kode,Nama Barang,Stok', 'A1,Mawar,120', 'A2,Lily,1.500', 'A3,Krisan,0'),
    )
    expect(levels).toEqual([
      { product: 'Mawar', quantity: 120_000, terms: [] },
      { product: 'Lily', quantity: 1_500_000, terms: [] },
      { product: 'Krisan', quantity: 0, terms: [] },
    ])
    expect(problems).toEqual([])
  })

  test('tells how the goods are supplied, where it has such columns', () => {
    const { levels } = stockIn(
      csv(
        'Produk;Stok;Harga Beli;Isi per ikat;Min Order;Masa Simpan (hari);Lead Time',
        'Mawar;120;Rp 8.000;20;40;5;2',
        'Lily;30;12.500;;;;',
      ),
    )
    expect(levels[0]?.terms.map(({ kind, value, unit }) => [kind, value, unit])).toEqual([
      ['cost', 8000, null],
      ['pack', 20, 'ikat'],
      ['minimum', 40, null],
      ['shelf', 5, null],
      ['lead', 2, null],
    ])
    expect(levels[1]?.terms).toEqual([{ kind: 'cost', value: 12_500, unit: null }])
  })

  test('adds up the colours of a product and leaves totals out', () => {
    const { levels } = stockIn(
      csv('produk;warna;stok', 'Mawar;merah;5', 'mawar;putih;7', 'Lily;putih;2', 'TOTAL;;14'),
    )
    expect(levels).toEqual([
      { product: 'Mawar', quantity: 12_000, terms: [] },
      { product: 'Lily', quantity: 2000, terms: [] },
    ])
  })

  test('says which rows have no product or no number', () => {
    const { levels, problems } = stockIn(
      csv('produk,stok', 'Mawar,5', ',7', 'Lily,habis', 'Krisan,3'),
    )
    expect(levels).toHaveLength(2)
    expect(problems.map(({ row, reason, value }) => [row, reason, value])).toEqual([
      [3, 'no-product', ''],
      [4, 'bad-number', 'habis'],
    ])
  })

  test('with the day it was counted is a list still', () => {
    const { levels } = stockIn(
      csv('produk,stok,tanggal', 'Mawar,5,2026-01-10', 'Lily,7,2026-01-11'),
    )
    expect(levels).toHaveLength(2)
  })

  test('that counts the same product on several days is a history and refused', () => {
    expect(
      opened(csv('produk,stok,tanggal', 'Mawar,5,2026-01-10', 'Mawar,7,2026-01-11')),
    ).toMatchObject({ outcome: 'refused', reason: 'not-sales' })
  })

  test('beside sales is only a column', () => {
    expect(
      opened(csv('tanggal,produk,jumlah,harga,stok', '2026-01-10,Mawar,2,15000,40')).outcome,
    ).toBe('sales')
  })
})
