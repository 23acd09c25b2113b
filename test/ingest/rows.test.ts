import { describe, expect, test } from 'vitest'
import { openFile } from '../../src/ingest/read.ts'
import { csv, hints, linesIn, opened, revenueOf, rolesIn, salesIn, tallied } from './a-file.ts'

describe('the file of the old service', () => {
  const file = csv(
    'tanggal,produk,jumlah,harga,cabang,warna',
    '2026-01-02,Mawar,2,15000,Dago,merah',
    '2026-01-02,Lily,1,30000,Setiabudi,putih',
    '2026-01-03,Mawar,3,15000,Dago,merah',
  )

  test('is understood column by column', () => {
    expect(rolesIn(file)).toEqual({
      date: 'tanggal',
      product: 'produk',
      quantity: 'jumlah',
      unitPrice: 'harga',
      branch: 'cabang',
      variant: 'warna',
    })
  })

  test('becomes sales whose money is quantity times price', () => {
    expect(salesIn(file)[2]).toEqual({
      row: 4,
      day: '2026-01-03',
      minute: null,
      product: 'Mawar',
      variant: 'merah',
      category: null,
      branch: 'Dago',
      invoice: null,
      quantity: 3000,
      revenue: 45_000_00,
      kind: 'sale',
    })
    expect(revenueOf(file)).toBe(105_000)
  })
})

describe('rows that are no sales', () => {
  test('titles above, totals below and repeated headings are told apart', () => {
    const lines = linesIn(
      csv(
        'Laporan Penjualan,,,',
        'Periode: Januari 2026,,,',
        ',,,',
        'Tanggal,Produk,Jumlah,Total',
        '2026-01-15,Mawar,2,30000',
        '2026-01-15,Lily,1,20000',
        'Subtotal 15 Januari,,3,50000',
        'Tanggal,Produk,Jumlah,Total',
        '2026-01-16,Mawar,1,15000',
        ',,,15000',
        ',GRAND TOTAL,4,65000',
      ),
    )
    expect(lines.map((line) => line.kind)).toEqual([
      'sale',
      'sale',
      'total',
      'total',
      'sale',
      'problem',
      'total',
    ])
  })

  test('a row without a label that equals the sum above it is a total', () => {
    const lines = linesIn(
      csv('Tanggal,Produk,Total', '2026-01-15,Mawar,30000', '2026-01-15,Lily,20000', ',,50000'),
    )
    expect(lines.at(-1)).toEqual({ kind: 'total', total: { row: 4, text: ',,50000' } })
  })

  test.each([
    'Total',
    'TOTAL:',
    'Jumlah',
    'Grand Total',
    'Sub-total',
    'Totale',
    'Gesamt',
    'Toplam',
    'Итого',
  ])('“%s” is a total even on a dated row', (label) => {
    const lines = linesIn(
      csv('Tanggal,Produk,Total', '2026-01-15,Mawar,30000', `2026-01-15,${label},1`),
    )
    expect(lines[1]?.kind).toBe('total')
  })

  test('a file that consists of daily totals is read as such', () => {
    const text = csv(
      'Tanggal,Keterangan,Nominal',
      '2026-01-15,Total,30000',
      '2026-01-16,Total,20000',
    )
    expect(revenueOf(text)).toBe(50_000)
  })

  test('Suma is a total where the sum agrees, and a product elsewhere', () => {
    const rows = ['Fecha,Producto,Total', '2026-01-15,Rosa,30000', '2026-01-15,Lirio,20000']
    expect(linesIn(csv(...rows, '2026-01-15,Suma,50000')).at(-1)?.kind).toBe('total')
    expect(linesIn(csv(...rows, '2026-01-15,Suma,7000')).at(-1)?.kind).toBe('sale')
  })

  test('Total Care Shampoo is a product', () => {
    const text = csv('Tanggal,Produk,Total', '2026-01-15,Total Care Shampoo,30000')
    expect(salesIn(text)).toHaveLength(1)
  })

  test.each([
    [',Mawar,1,15000', 'tanggal', '', 'no-date'],
    ['not_a_date,Mawar,1,15000', 'tanggal', 'not_a_date', 'bad-date'],
    ['2026-01-15,,1,15000', 'produk', '', 'no-product'],
    ['2026-01-15,NULL,1,15000', 'produk', 'NULL', 'no-product'],
    ['2026-01-15,Mawar,,15000', 'jumlah', '', 'no-amount'],
    ['2026-01-15,Mawar,1,ERROR', 'harga', 'ERROR', 'bad-number'],
    ['2026-01-15,Mawar,1,', 'harga', '', 'no-amount'],
    ['2062-01-15,Mawar,1,15000', 'tanggal', '2062-01-15', 'out-of-range'],
    ['2026-01-15,Mawar,1,15,000', null, '', 'broken-line'],
  ])('%s is a problem with a reason', (row, column, value, reason) => {
    const lines = linesIn(csv('tanggal,produk,jumlah,harga', '2026-01-14,Mawar,2,15000', row))
    expect(lines[1]).toEqual({
      kind: 'problem',
      problem: { row: 3, column, value, reason, text: row },
    })
  })

  test('equal rows are equal sales', () => {
    expect(revenueOf(csv('tanggal,produk,total', '2026-01-15,Mawar,1', '2026-01-15,Mawar,1'))).toBe(
      2,
    )
  })

  test('a free line is a sale of nothing, a negative one a refund', () => {
    const text = csv(
      'tanggal,produk,jumlah,harga',
      '2026-01-15,Mawar,1,0',
      '2026-01-15,Mawar,-2,15000',
    )
    expect(
      salesIn(text).map(({ kind, quantity, revenue }) => ({ kind, quantity, revenue })),
    ).toEqual([
      { kind: 'sale', quantity: 1000, revenue: 0 },
      { kind: 'refund', quantity: -2000, revenue: -30_000_00 },
    ])
  })

  test('a credit note by its number counts against, signed or not', () => {
    const text = csv(
      'InvoiceNo,Description,Quantity,InvoiceDate,UnitPrice',
      '536365,Lantern,6,2010-12-01 08:26:00,3.39',
      '536366,Lantern,2,2010-12-01 08:28:00,3.39',
      'C536379,Lantern,1,2010-12-01 09:41:00,3.39',
    )
    expect(tallied(text, { currency: 'GBP', language: 'en' }).totals).toMatchObject({
      quantity: 7000,
      refunds: 3_39,
      refundLines: 1,
    })
  })

  test('a cancelled or unpaid order never was a sale; a cancellation of one in the file takes it back', () => {
    const text = csv(
      'tanggal,no nota,produk,jumlah,harga,status',
      '2026-01-15,A1,Mawar,1,15000,Selesai',
      '2026-01-15,A2,Mawar,1,15000,Batal',
      '2026-01-15,A3,Mawar,1,15000,Belum dibayar',
      '2026-01-16,A1,Mawar,1,15000,Batal',
      '2026-01-16,A4,Mawar,2,15000,Retur',
    )
    expect(
      linesIn(text).map((line) => (line.kind === 'sale' ? line.sale.kind : line.kind)),
    ).toEqual(['sale', 'problem', 'problem', 'refund', 'refund'])
  })
})

describe('what a file lacks', () => {
  test('no quantity: money alone counts', () => {
    expect(tallied(csv('tanggal,produk,total', '2026-01-15,Mawar,15000')).totals).toMatchObject({
      quantity: null,
      revenue: 15_000_00,
    })
  })

  test('no money: quantities alone count', () => {
    expect(tallied(csv('tanggal,produk,terjual', '2026-01-15,Mawar,2')).totals).toMatchObject({
      quantity: 2000,
      revenue: null,
      gross: null,
      topByRevenue: null,
    })
  })

  test('no product: days and money still count', () => {
    expect(tallied(csv('tanggal,total', '2026-01-15,15000')).totals).toMatchObject({
      products: 0,
      revenue: 15_000_00,
    })
  })

  test.each([
    ['nothing', '', 'empty'],
    ['blank lines', '\n\n \n', 'empty'],
    ['a count without names', csv('stok,minimum', '5,2', '7,3'), 'not-sales'],
    [
      'dates without amounts',
      csv('tanggal,produk,kasir', '2026-01-15,Mawar,Ani'),
      'no-sales-column',
    ],
    ['no dates', csv('produk,jumlah,harga', 'Mawar,2,15000'), 'no-date-column'],
    ['no heading', csv('2026-01-15,Mawar,2,15000', '2026-01-16,Lily,1,15000'), 'no-header'],
    ['a web page', '<!DOCTYPE html><html><body>Login</body></html>', 'html-page'],
    [
      'a table saved as .xls by a web shop',
      '<table><tr><td>tanggal</td></tr></table>',
      'html-page',
    ],
  ])('%s is refused as such', (_, text, reason) => {
    expect(opened(text)).toMatchObject({ outcome: 'refused', reason })
  })

  test.each([
    ['%PDF-1.7 …', 'pdf'],
    ['\x89PNG\r\n\x1a\n', 'image'],
    ['\xff\xd8\xff\xe0', 'image'],
    ['PK\x03\x04…[Content_Types].xml…xl/workbook.xml', 'spreadsheet'],
    ['PK\x03\x04…photo.jpg', 'archive'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'spreadsheet'],
    ['\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\x03\0', 'binary'],
  ])('%j called .csv is refused by its content', (start, reason) => {
    const bytes = Uint8Array.from(start, (char) => char.charCodeAt(0) & 0xff)
    expect(openFile(bytes, hints())).toMatchObject({ outcome: 'refused', reason })
  })
})

describe('a second table in the file', () => {
  const main = [
    'Tanggal,Produk,Jumlah,Total',
    '2026-01-15,Mawar,2,30000',
    '2026-01-15,Lily,1,20000',
  ]
  const kinds = (text: string) => linesIn(text).map((line) => line.kind)

  test('a summary is recognised and not counted', () => {
    const text = csv(...main, ',,,', 'Cabang,Jumlah,Total', 'Dago,3,50000')
    expect(kinds(text)).toEqual(['sale', 'sale', 'total', 'total'])
    expect(revenueOf(text)).toBe(50_000)
  })

  test('another list with other columns is shown as unread, never added in', () => {
    const text = csv(...main, 'Tanggal,Supplier,Stok,Biaya', '2026-01-15,Ani,5,99000')
    expect(kinds(text)).toEqual(['sale', 'sale', 'total', 'problem'])
  })

  test('the first heading again goes on with the first table', () => {
    const text = csv(...main, 'Cabang,Jumlah,Total', 'Dago,3,50000', ...main)
    expect(kinds(text)).toEqual(['sale', 'sale', 'total', 'total', 'total', 'sale', 'sale'])
  })

  test('thousands commas without quotes on every line are never read as prices', () => {
    const text = csv(
      'tanggal,produk,jumlah,total',
      '2026-01-15,Mawar,2,30,000',
      '2026-01-16,Lily,1,15,000',
    )
    expect(linesIn(text).map((line) => line.kind)).toEqual(['problem', 'problem'])
  })
})

describe('more of what real exports do', () => {
  test('a date with midnight in every row is a day without a time', () => {
    const text = csv('tanggal,produk,total', '2026-01-15 00:00:00,Mawar,15000')
    expect(salesIn(text)[0]).toMatchObject({ day: '2026-01-15', minute: null })
  })

  test('a line that lost a cell is never completed by guessing', () => {
    const text = csv(
      'tanggal,produk,jumlah,harga,total',
      '2026-01-15,Mawar,2,15000,30000',
      '2026-01-15,Lily,20000,40000',
    )
    expect(linesIn(text)[1]).toMatchObject({ problem: { row: 3, reason: 'broken-line' } })
  })

  test('a total kept empty is worked out from quantity and price', () => {
    const text = csv(
      'tanggal,produk,jumlah,harga,total',
      '2026-01-15,Mawar,2,15000,30000',
      '2026-01-15,Lily,2,20000,',
    )
    expect(revenueOf(text)).toBe(70_000)
  })

  test('row names without a heading of their own move the headings by one', () => {
    const text = csv('"tanggal","produk","total"', '"1","2026-01-15","Mawar",15000')
    expect(salesIn(text)[0]).toMatchObject({ product: 'Mawar', revenue: 15_000_00 })
  })

  test('an order total on the first line of the order only is not the line’s money', () => {
    const text = csv(
      'date,order id,item,qty,price,total',
      '2026-01-15,A,Mug,1,10,31',
      '2026-01-15,A,Cup,1,21,',
      '2026-01-15,B,Mug,1,10,40',
      '2026-01-15,B,Cup,1,21,',
      '2026-01-15,B,Pot,1,9,',
    )
    expect(revenueOf(text, { currency: 'USD' })).toBe(71)
  })

  test('a marketplace’s price after discount is not reduced again', () => {
    const text = csv(
      'Waktu Pesanan Dibuat,Nama Produk,Harga Awal,Harga Setelah Diskon,Jumlah,Total Harga Produk,Total Diskon',
      '2026-01-15 09:00,Mawar,20.000,15.000,2,30.000,5.000',
      '2026-01-15 09:10,Lily,20.000,18.000,3,54.000,2.000',
    )
    expect(revenueOf(text)).toBe(84_000)
  })

  test('a total that is less the discount is no contradiction', () => {
    const text = csv(
      'date,item,qty,price,discount,total',
      '2026-01-15,Mug,2,10,1,19',
      '2026-01-15,Cup,3,20,5,55',
      '2026-01-15,Pot,1,9,2,7',
    )
    expect(revenueOf(text, { currency: 'USD' })).toBe(81)
  })

  test('a total that quantity and price contradict is asked about', () => {
    const text = csv(
      'date,item,qty,price,total',
      '2026-01-15,Mug,2,10,33',
      '2026-01-15,Cup,3,20,18',
      '2026-01-15,Pot,2,9,50',
    )
    expect(opened(text)).toMatchObject({
      question: { kind: 'money-column', options: [{ id: 'total' }, { id: 'computed' }] },
    })
    expect(revenueOf(text, { answers: { 'money-column': 'computed' }, currency: 'USD' })).toBe(98)
  })

  test('No counts rows, unless it holds receipt numbers', () => {
    const file = (first: string, second: string) =>
      csv('No,tanggal,produk,total', `${first},2026-01-15,Mawar,1`, `${second},2026-01-15,Lily,1`)
    expect(rolesIn(file('1', '2')).invoice).toBe(undefined)
    expect(rolesIn(file('TRX-01', 'TRX-02')).invoice).toBe('No')
  })

  test('a month alone stands for its first day', () => {
    expect(salesIn(csv('bulan,produk,total', '2026-01,Mawar,15000'))[0]?.day).toBe('2026-01-01')
  })
})
