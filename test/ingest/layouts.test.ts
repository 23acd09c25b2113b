import { describe, expect, test } from 'vitest'
import { csv, linesIn, opened, revenueOf, rolesIn, salesIn, tallied } from './a-file.ts'

describe('reports made for the eye', () => {
  test.each([
    ['Tahun,Bulan,Tanggal,Produk,Total', '2026,1,15,Mawar,15000', '2026-01-15'],
    ['Year,Month,Item,Sales', '2026,March,Mawar,15000', '2026-03-01'],
    ['Ano,Mês,Dia,Produto,Valor Total', '2026,Fevereiro,9,Rosa,15000', '2026-02-09'],
  ])('a date over several columns (%s)', (heading, row, expected) => {
    expect(salesIn(csv(heading, row)).map((sale) => sale.day)).toEqual([expected])
  })

  test('an impossible date over several columns is a bad date', () => {
    const text = csv('Tahun,Bulan,Tanggal,Produk,Total', '2026,1,15,Mawar,1', '2026,2,31,Lily,1')
    expect(linesIn(text)[1]).toMatchObject({ problem: { reason: 'bad-date', value: '2026-2-31' } })
  })

  test('a date and receipt written once for several products hold for all of them', () => {
    const text = csv(
      'Tanggal,No Nota,Produk,Jumlah,Total',
      '2026-01-15,A1,Mawar,1,15000',
      ',,Lily,2,40000',
      '2026-01-16,A2,Mawar,1,15000',
      ',,Lily,1,20000',
      ',,TOTAL,5,90000',
    )
    expect(salesIn(text).map(({ day, invoice }) => `${day} ${invoice}`)).toEqual([
      '2026-01-15 A1',
      '2026-01-15 A1',
      '2026-01-16 A2',
      '2026-01-16 A2',
    ])
  })

  test('a date that is simply missing is not borrowed from the line above', () => {
    const text = csv(
      'Tanggal,No Nota,Produk,Total',
      '2026-01-15,A1,Mawar,15000',
      ',A2,Lily,2000',
      '2026-01-16,A3,Mawar,15000',
    )
    expect(linesIn(text)[1]).toMatchObject({ problem: { reason: 'no-date' } })
  })
})

describe('tables with a column for each month or day', () => {
  const wide = csv(
    'Produk,Jan 2026,Feb 2026,Mar 2026,Total',
    'Mawar,10,12,9,31',
    'Lily,3,,5,8',
    'TOTAL,13,12,14,39',
  )

  test('become a sale for each filled cell', () => {
    expect(
      salesIn(wide).map(({ row, day, product, quantity }) => [row, day, product, quantity]),
    ).toEqual([
      [2, '2026-01-01', 'Mawar', 10_000],
      [2, '2026-02-01', 'Mawar', 12_000],
      [2, '2026-03-01', 'Mawar', 9000],
      [3, '2026-01-01', 'Lily', 3000],
      [3, '2026-03-01', 'Lily', 5000],
    ])
  })

  test('large amounts are money, days in the heading are days', () => {
    const text = csv('Cabang,01/02/2026,02/02/2026,15/02/2026', 'Dago,1.500.000,900.000,1.200.000')
    const sales = salesIn(text)
    expect(sales.map((sale) => sale.day)).toEqual(['2026-02-01', '2026-02-02', '2026-02-15'])
    expect(sales[0]).toMatchObject({ revenue: 1_500_000_00, quantity: null })
  })

  test('months without a year are asked about, unless title or file name tell it', () => {
    const text = csv('Produk,Januari,Februari,Maret', 'Mawar,10,12,9')
    expect(opened(text)).toMatchObject({
      question: { kind: 'year', options: [{ id: '2026' }, { id: '2025' }] },
    })
    expect(salesIn(text, { answers: { year: '2025' } })[0]?.day).toBe('2025-01-01')
    expect(salesIn(text, { fileName: 'penjualan-2024.csv' })[0]?.day).toBe('2024-01-01')
    expect(salesIn(`Rekap 2023,,,\n${text}`)[0]?.day).toBe('2023-01-01')
  })
})

describe('headings and wrappings', () => {
  test('a heading of two rows', () => {
    const text = csv(
      'Tanggal,Produk,Penjualan,,Stok,',
      ',,Qty,Total,Awal,Akhir',
      '2026-01-15,Mawar,2,30000,10,8',
    )
    expect(rolesIn(text)).toMatchObject({ date: 'Tanggal', quantity: 'Qty', revenue: 'Total' })
    expect(tallied(text).totals.rows).toEqual({ read: 1, accepted: 1, skipped: 0, totals: 0 })
  })

  test('a whole line in quotes is the line', () => {
    const text = csv(
      '"tanggal,produk,jumlah,harga"',
      '"2026-01-15,Mawar,2,15000"',
      '"2026-01-16,""Lily, putih"",1,20000"',
    )
    expect(salesIn(text).map(({ row, product }) => [row, product])).toEqual([
      [2, 'Mawar'],
      [3, 'Lily, putih'],
    ])
  })

  test('the order of dates is told by another date column of the file', () => {
    const text = csv(
      'Order Date,Ship Date,Item,Sales',
      '6/12/2016,6/16/2016,Label,14.62',
      '11/8/2016,11/11/2016,Chair,731.94',
    )
    expect(salesIn(text).map((sale) => sale.day)).toEqual(['2016-06-12', '2016-11-08'])
  })
})

describe('headings beyond the usual', () => {
  test('a column for each product, beside weather and a total', () => {
    const text = csv(
      'Tanggal,Mawar,Lily,Suhu,Total',
      '2026-01-15,10,3,27,13',
      '2026-01-16,12,0,28,12',
    )
    expect(salesIn(text).map(({ day, product, quantity }) => [day, product, quantity])).toEqual([
      ['2026-01-15', 'Mawar', 10_000],
      ['2026-01-15', 'Lily', 3000],
      ['2026-01-16', 'Mawar', 12_000],
    ])
  })

  test.each([
    ['التاريخ,المنتج,الكمية,السعر', 'Arabic'],
    ['दिनांक,उत्पाद,मात्रा,कीमत', 'Hindi'],
    ['날짜,상품명,수량,단가', 'Korean'],
    ['วันที่,สินค้า,จำนวน,ราคา', 'Thai'],
    ['日期,商品名称,数量,单价', 'Chinese'],
    ['日付,商品名,数量,単価', 'Japanese'],
    ['Дата,Товар,Количество,Цена', 'Russian'],
    ['Data,Prodotto,Quantità,Prezzo unitario', 'Italian'],
    ['Datum,Artikel,Menge,Einzelpreis', 'German'],
  ])('%s (%s)', (heading) => {
    expect(revenueOf(csv(heading, '2026-01-15,Rosa,2,15000'))).toBe(30_000)
  })

  test('headings in no language we know, where the sums tell', () => {
    const text = csv(
      'aika,nimike,xq,xp,xs',
      '2026-01-15,Rosa,2,15.5,31',
      '2026-01-16,Lily,3,20.5,61.5',
    )
    expect(rolesIn(text)).toMatchObject({
      product: 'nimike',
      quantity: 'xq',
      unitPrice: 'xp',
      revenue: 'xs',
    })
  })
})

describe('daily reports without a date column', () => {
  const table = ['Nama Produk,Terjual,Total', 'Mawar,2,30000', 'Lily,1,20000']
  const days = (text: string, other = {}) => salesIn(text, other).map((sale) => sale.day)

  test('the day in the title holds for every line', () => {
    const text = csv(
      'Laporan Harian,,',
      'Tanggal: 15/01/2026,,',
      'Dicetak 16/01/2026 08:00,,',
      ...table,
    )
    expect(days(text)).toEqual(['2026-01-15', '2026-01-15'])
  })

  test('the day in the file name does', () => {
    expect(days(csv(...table), { fileName: 'laporan 15 Januari 2026.csv' })).toEqual([
      '2026-01-15',
      '2026-01-15',
    ])
    expect(days(csv(...table), { fileName: 'sales_2026-01-15.csv' })[0]).toBe('2026-01-15')
  })

  test('a period in the title is no day', () => {
    const text = csv('Periode: 01/01/2026 - 31/01/2026,,', ...table)
    expect(opened(text)).toMatchObject({ outcome: 'refused', reason: 'no-date-column' })
  })

  test('a date on a row of its own holds for the rows under it', () => {
    const text = csv(
      'Nama Produk,Terjual,Total',
      'Tanggal: 15/01/2026,,',
      'Mawar,2,30000',
      'Sub Total,2,30000',
      'Tanggal: 16/01/2026,,',
      'Lily,1,20000',
    )
    expect(days(text)).toEqual(['2026-01-15', '2026-01-16'])
    expect(linesIn(text).map((line) => line.kind)).toEqual([
      'total',
      'sale',
      'total',
      'total',
      'sale',
    ])
  })
})
