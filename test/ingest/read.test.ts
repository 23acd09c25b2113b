import { describe, expect, test } from 'vitest'
import { openFile } from '../../src/ingest/read.ts'
import { bytesOf, hints, linesIn, opened, revenueOf, rolesIn, salesIn, tallied } from './a-file.ts'

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`

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

describe('thousands and decimals', () => {
  const file = (...prices: string[]) =>
    csv('tanggal;produk;jumlah;total', ...prices.map((price) => `2026-01-15;Mawar;1;${price}`))

  test.each([
    ['15.000 is fifteen thousand rupiah', ['15.000', '20.000'], 35_000],
    ['so it is beside rows that lost the dot', ['6.432', '6432.0', '6432'], 19_296],
    ['so it is with a comma', ['15,000', '20,000'], 35_000],
    ['1.500.000 has two marks', ['1.500.000', '500'], 1_500_500],
    ['Rp and spaces are no part of it', ['Rp 15.000', 'Rp. 20.000', 'Rp15.000,00'], 50_000],
    ['cents after a comma', ['1.234,56', '10,50'], 1245.06],
    ['cents after a dot', ['1,234.56', '10.50'], 1245.06],
    ['Rp 15.000,- as on receipts', ['Rp 15.000,-', '20.000,-'], 35_000],
    ['three decimals of a database', ['12500.000', '500.000'], 13_000],
    ['thousands in short', ['15rb', '1,5jt'], 1_515_000],
  ])('%s', (_, prices, revenue) => {
    expect(revenueOf(file(...prices))).toBe(revenue)
  })

  test.each([
    ['brackets are minus', ['(33.62)', '$40.00'], 6.38],
    ['a trailing minus is minus', ['33.62-', '40.00'], 6.38],
    ['dollars with a space behind', ['$1,149.00 ', '$1.00'], 1150],
    ['Brazilian money with a no-break space', ['R$\u00a01.000,00', 'R$\u00a00,50'], 1000.5],
    ['Peruvian money with its own dot', ['S/.89.00', 'S/.1.50'], 90.5],
    ['Indian grouping', ['1,23,456.00', '10.00'], 123_466],
    ['a lone comma groups in English', ['1,234', '2,550'], 3784],
    ['a lone dot groups where small numbers stand beside it', ['1.234', '950'], 2184],
    ['Arabic digits', ['١٢٣٫٥٠', '١٠'], 133.5],
    ['Swiss grouping', ["1'234.50", '10.00'], 1244.5],
  ])('%s', (_, prices, revenue) => {
    const text = file(...prices)
    expect(revenueOf(text, { currency: 'USD', language: 'en' })).toBeCloseTo(revenue, 6)
  })

  test('the currency shown in the cells is told', () => {
    const result = opened(file('R$ 1.000,00', 'R$ 0,50'))
    expect(result.outcome === 'sales' && result.understanding.currency).toBe('BRL')
  })
})

describe('dates', () => {
  const file = (...dates: string[]) =>
    csv('tanggal;produk;jumlah;harga', ...dates.map((date) => `${date};Mawar;1;15000`))
  const days = (text: string, other = {}) => salesIn(text, other).map((sale) => sale.day)

  test.each([
    ['ISO', ['2026-01-05'], ['2026-01-05']],
    ['ISO with a time', ['2026-01-05T08:26:00Z'], ['2026-01-05']],
    [
      'day first where a day is above twelve',
      ['05/02/2026', '13/02/2026'],
      ['2026-02-05', '2026-02-13'],
    ],
    [
      'month first where a day is above twelve',
      ['02/05/2026', '02/13/2026'],
      ['2026-02-05', '2026-02-13'],
    ],
    ['dots and short years', ['13.02.26', '05.02.26'], ['2026-02-13', '2026-02-05']],
    ['named months', ['14-JUL-08', '3 Maret 2026'], ['2008-07-14', '2026-03-03']],
    ['weekday and month in Indonesian', ['Senin, 2 Maret 2026'], ['2026-03-02']],
    ['English long form', ['Mar 3, 2026', '19 June 2026 14:30'], ['2026-03-03', '2026-06-19']],
    ['Portuguese', ['5 de maio de 2026'], ['2026-05-05']],
    ['one number', ['20260105'], ['2026-01-05']],
    ['spreadsheet serials', ['46027', '46028'], ['2026-01-05', '2026-01-06']],
    ['Japanese', ['2026年1月5日'], ['2026-01-05']],
    ['Thai years', ['15/01/2569'], ['2026-01-15']],
    [
      'day after day tells the order',
      ['01/03/2026', '02/03/2026', '03/03/2026', '04/03/2026'],
      ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'],
    ],
    [
      'month first, day after day',
      ['03/02/2026', '03/03/2026', '03/04/2026', '03/05/2026'],
      ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'],
    ],
  ])('%s', (_, dates, expected) => {
    expect(days(file(...dates))).toEqual(expected)
  })

  test('a date that could be two days is asked about once', () => {
    const result = opened(file('03/04/2026', '04/03/2026'))
    expect(result).toMatchObject({
      outcome: 'question',
      question: {
        kind: 'date-order',
        example: '03/04/2026',
        options: [
          { id: 'day-first', day: '2026-04-03' },
          { id: 'month-first', day: '2026-03-04' },
        ],
      },
    })
  })

  test('the answer given before is used', () => {
    expect(days(file('03/04/2026'), { answers: { 'date-order': 'day-first' } })).toEqual([
      '2026-04-03',
    ])
    expect(days(file('03/04/2026'), { answers: { 'date-order': 'month-first' } })).toEqual([
      '2026-03-04',
    ])
  })

  test('nobody sells in the future', () => {
    expect(days(file('01/12/2026'))).toEqual(['2026-01-12'])
  })

  test('the month in the file name decides', () => {
    expect(days(file('03/04/2026'), { fileName: 'penjualan_april.csv' })).toEqual(['2026-04-03'])
    expect(days(file('03/04/2026'), { fileName: 'sales-2026-03.csv' })).toEqual(['2026-03-04'])
  })

  test('firsts of months are not taken for days in a row', () => {
    expect(opened(file('01/01/2026', '01/02/2026', '01/03/2026')).outcome).toBe('question')
  })

  test('a day the calendar does not have is a problem, never swapped', () => {
    const lines = linesIn(file('13/02/2026', '31/31/2026', '02/14/2026', '14/02/2026'))
    expect(lines.map((line) => line.kind)).toEqual(['sale', 'problem', 'problem', 'sale'])
    expect(lines[1]).toMatchObject({
      problem: { row: 3, column: 'tanggal', value: '31/31/2026', reason: 'bad-date' },
    })
  })

  test('times are kept', () => {
    const text = csv('Date,Time,Item,Total', '2026-01-05,2:30 PM,Tea,3', '2026-01-06 09:15,,Tea,3')
    expect(salesIn(text).map((sale) => sale.minute)).toEqual([870, 555])
  })
})

describe('which money is the sale', () => {
  test('quantity times price equals the total, whatever the headings say', () => {
    const text = csv(
      'tanggal,barang,qty,harga,jumlah',
      '2026-01-15,Mawar,2,15000,30000',
      '2026-01-15,Lily,3,10000,30000',
    )
    expect(rolesIn(text)).toMatchObject({ quantity: 'qty', unitPrice: 'harga', revenue: 'jumlah' })
    expect(revenueOf(text)).toBe(60_000)
  })

  test('a column called sales may hold units, a selling price the line total', () => {
    const text = csv(
      'date,item,sales,unit price,selling price',
      '2026-01-15,Tea,2,1.50,3.00',
      '2026-01-15,Pot,3,7.00,21.00',
    )
    expect(rolesIn(text)).toMatchObject({
      quantity: 'sales',
      unitPrice: 'unit price',
      revenue: 'selling price',
    })
  })

  test('Loyverse: net sales are gross less discounts, refunds count against them', () => {
    const text = csv(
      'Date,Receipt number,Receipt type,Category,SKU,Item,Variant,Modifiers applied,Quantity,Gross sales,Discounts,Net sales,Cost of goods,Gross profit,Taxes,POS,Store,Cashier name,Status',
      '1/15/26 9:00 AM,1-1001,Sale,Drinks,100,Tea,Large,,2,20.00,2.00,18.00,5,13,0,POS 1,Main,Ann,Closed',
      '1/15/26 9:05 AM,1-1002,Sale,Drinks,100,Tea,Small,,1,8.00,0.00,8.00,2,6,0,POS 1,Main,Ann,Closed',
      '1/16/26 9:10 AM,1-1003,Refund,Drinks,100,Tea,Small,,1,8.00,0.00,8.00,2,6,0,POS 1,Main,Ann,Closed',
    )
    expect(rolesIn(text)).toMatchObject({
      date: 'Date',
      invoice: 'Receipt number',
      product: 'Item',
      variant: 'Variant',
      category: 'Category',
      quantity: 'Quantity',
      revenue: 'Net sales',
    })
    const { totals } = tallied(text, { currency: 'USD', language: 'en' })
    expect(totals).toMatchObject({ revenue: 18_00, gross: 26_00, refunds: 8_00, quantity: 2000 })
  })

  test('a discount beside a total that does not know of it comes off', () => {
    const text = csv(
      'tanggal,produk,qty,harga,diskon,total',
      '2026-01-15,Mawar,2,15000,5000,30000',
      '2026-01-15,Lily,3,10000,0,30000',
    )
    expect(revenueOf(text)).toBe(55_000)
  })

  test('a total that has the discount off already is taken as it stands', () => {
    const text = csv(
      'tanggal,produk,qty,harga,subtotal,diskon,total',
      '2026-01-15,Mawar,2,15000,30000,5000,25000',
      '2026-01-15,Lily,3,10000,30000,0,30000',
    )
    expect(rolesIn(text)).toMatchObject({ revenue: 'total' })
    expect(revenueOf(text)).toBe(55_000)
  })

  test('cost, profit and tax are not sales', () => {
    const text = csv(
      'tanggal,produk,harga modal,laba,pajak,omzet',
      '2026-01-15,Mawar,9000,6000,1500,15000',
    )
    expect(rolesIn(text)).toMatchObject({ revenue: 'omzet' })
  })

  test('harga that grows with the quantity is the line total', () => {
    const text = csv(
      'tanggal,produk,jumlah,harga',
      '2026-01-15,Mawar,1,15000',
      '2026-01-15,Mawar,2,30000',
      '2026-01-16,Mawar,3,45000',
    )
    expect(revenueOf(text)).toBe(90_000)
  })

  test('two totals that disagree are asked about, and the answer is kept', () => {
    const text = csv(
      'tanggal,produk,total,omzet',
      '2026-01-15,Mawar,15000,14000',
      '2026-01-15,Lily,30000,21000',
    )
    expect(opened(text)).toMatchObject({
      outcome: 'question',
      question: { kind: 'money-column', options: [{ id: 'omzet' }, { id: 'total' }] },
    })
    expect(revenueOf(text, { answers: { 'money-column': 'total' } })).toBe(45_000)
  })

  test('an order total repeated on every line of the order is not added up', () => {
    const text = csv(
      'Created at,Name,Lineitem name,Lineitem quantity,Lineitem price,Total',
      '2026-01-15,#1,Mug,1,10,31',
      '2026-01-15,#1,Cup,1,20,31',
      '2026-01-15,#2,Mug,1,10,40',
      '2026-01-15,#2,Cup,1,20,40',
      '2026-01-15,#2,Pot,1,9,40',
    )
    expect(revenueOf(text, { currency: 'USD' })).toBe(69)
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
    'Suma',
    'Итого',
  ])('“%s” is a total even on a dated row', (label) => {
    const lines = linesIn(
      csv('Tanggal,Produk,Total', '2026-01-15,Mawar,30000', `2026-01-15,${label},1`),
    )
    expect(lines[1]?.kind).toBe('total')
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
    ['a stock list', csv('kode,nama barang,stok', 'A1,Mawar,5'), 'not-sales'],
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

describe('how a file is written', () => {
  const rows = [
    ['tanggal', 'produk', 'jumlah', 'harga'],
    ['2026-01-15', 'Mawar', '2', '15000'],
    ['2026-01-16', 'Lily', '1', '20000'],
  ]
  const written = (delimiter: string, end: string) =>
    rows.map((row) => row.join(delimiter)).join(end) + end

  test.each([',', ';', '\t', '|', ', '])('cells between %j', (delimiter) => {
    expect(revenueOf(written(delimiter, '\n'))).toBe(50_000)
  })

  test.each(['\n', '\r\n', '\r\r\n', '\r'])('lines ending in %j', (end) => {
    expect(revenueOf(written(',', end))).toBe(50_000)
  })

  test('decimal commas do not pass for delimiters', () => {
    const text = csv(
      'tanggal;produk;jumlah;total',
      '2026-01-15;Mawar;2;15,50',
      '2026-01-16;Lily;1;2,25',
    )
    expect(revenueOf(text, { currency: 'EUR' })).toBe(17.75)
  })

  test('Excel’s sep= line is obeyed and counted', () => {
    expect(salesIn(`sep=;\r\n${written(';', '\r\n')}`)[0]?.row).toBe(3)
  })

  test('a line break inside quotes moves the line numbers after it', () => {
    const text = csv(
      'tanggal,produk,jumlah,harga',
      '2026-01-15,"Buket',
      'besar, merah",2,15000',
      '2026-01-16,Lily,1,20000',
    )
    expect(salesIn(text).map(({ row, product }) => [row, product])).toEqual([
      [2, 'Buket besar, merah'],
      [4, 'Lily'],
    ])
  })

  test('a quote that never closes spoils no other line', () => {
    const text = csv(
      'tanggal,produk,jumlah,harga',
      '2026-01-15,"Mawar,2,15000',
      '2026-01-16,Lily 5" tinggi,1,20000',
      '2026-01-17,"Lily ""putih""",1,20000',
      '2026-01-18,Anggrek,1,10000',
    )
    expect(salesIn(text).map((sale) => sale.product)).toEqual([
      'Mawar',
      'Lily 5" tinggi',
      'Lily "putih"',
      'Anggrek',
    ])
  })

  test('empty columns and rows at the end are no data', () => {
    const text = csv('tanggal,produk,total,,,', '2026-01-15,Mawar,15000,,,', ',,,,,', '')
    expect(linesIn(text)).toHaveLength(1)
  })

  test.each(['utf-8', 'utf-8 bom', 'utf-16le', 'utf-16be', 'utf-16le bare', 'windows-1252'])(
    'letters in %s',
    (encoding) => {
      const text = csv('Fecha;Artículo;Cantidad;Precio', '2026-01-15;Piñata;2;15,50')
      const result = openFile(encoded(text, encoding), hints({ currency: 'EUR' }))
      expect(result).toMatchObject({
        outcome: 'sales',
        understanding: {
          encoding: encoding.split(' ')[0],
          columns: { product: 'Artículo' },
        },
      })
    },
  )
})

const encoded = (text: string, encoding: string): Uint8Array => {
  if (encoding === 'utf-8') return bytesOf(text)
  if (encoding === 'utf-8 bom') return bytesOf(`\ufeff${text}`)
  if (encoding === 'windows-1252') return Uint8Array.from(text, (char) => char.charCodeAt(0))
  const units = Uint16Array.from(encoding.endsWith('bare') ? text : `\ufeff${text}`, (char) =>
    char.charCodeAt(0),
  )
  const bytes = new Uint8Array(units.buffer)
  return encoding === 'utf-16be' ? bytes.map((_, i) => bytes[i ^ 1] ?? 0) : bytes
}

describe('code pages of other countries, told by their headings', () => {
  // Bytes of «Дата;Товар;Количество;Цена» in windows-1251 and of 日付,商品名,数量,金額 in Shift_JIS.
  const russian = [
    0xc4, 0xe0, 0xf2, 0xe0, 0x3b, 0xd2, 0xee, 0xe2, 0xe0, 0xf0, 0x3b, 0xca, 0xee, 0xeb, 0xe8, 0xf7,
    0xe5, 0xf1, 0xf2, 0xe2, 0xee, 0x3b, 0xd6, 0xe5, 0xed, 0xe0, 0x0a,
  ]
  const japanese = [
    0x93, 0xfa, 0x95, 0x74, 0x2c, 0x8f, 0xa4, 0x95, 0x69, 0x96, 0xbc, 0x2c, 0x90, 0x94, 0x97, 0xca,
    0x2c, 0x8b, 0xe0, 0x8a, 0x7a, 0x0a,
  ]

  test.each([
    ['windows-1251', russian, '2026-01-15;Rosa;2;15,50', 'Товар'],
    ['shift_jis', japanese, '2026-01-15,Rosa,2,300', '商品名'],
  ])('%s', (encoding, heading, row, product) => {
    const bytes = new Uint8Array([...heading, ...bytesOf(row)])
    expect(openFile(bytes, hints({ currency: 'EUR' }))).toMatchObject({
      outcome: 'sales',
      understanding: { encoding, columns: { product } },
    })
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

  test('a month alone stands for its first day', () => {
    expect(salesIn(csv('bulan,produk,total', '2026-01,Mawar,15000'))[0]?.day).toBe('2026-01-01')
  })
})

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

describe('where a column alone does not tell', () => {
  const usd = { currency: 'USD', language: 'en' } as const

  test('1.500 kilos beside prices with cents are one and a half', () => {
    const text = csv('date,item,qty,price', '2026-01-15,Rice,1.500,2.50', '2026-01-15,Oil,2,12.75')
    expect(salesIn(text, usd).map((sale) => sale.quantity)).toEqual([1500, 2000])
  })

  test('the line totals decide whether 1.500 is a weight or a count', () => {
    const text = csv(
      'date;item;qty;price;total',
      '2026-01-15;Beras;1.500;10000;15000',
      '2026-01-15;Minyak;2;20000;40000',
    )
    expect(salesIn(text).map((sale) => sale.quantity)).toEqual([1500, 2000])
  })

  test('a group’s sum with the group’s name is a total, even with date and product filled', () => {
    const text = csv(
      'Tanggal,Produk,Total',
      '2026-01-15,Mawar,30000',
      '2026-01-15,Lily,20000',
      '2026-01-15,Total Dago,50000',
      '2026-01-16,Total Care Shampoo,25000',
    )
    expect(linesIn(text).map((line) => line.kind)).toEqual(['sale', 'sale', 'total', 'sale'])
  })

  test('two-digit years in front', () => {
    expect(salesIn(csv('tanggal,produk,total', '26-01-15,Mawar,1'))[0]?.day).toBe('2026-01-15')
    expect(salesIn(csv('tanggal,produk,total', '15-01-26,Mawar,1'))[0]?.day).toBe('2026-01-15')
  })

  test('an order’s total on all its lines counts once where no line has money of its own', () => {
    const text = csv(
      'date,order id,item,total',
      '2026-01-15,A,Mug,31',
      '2026-01-15,A,Cup,31',
      '2026-01-15,B,Mug,40',
      '2026-01-15,B,Cup,40',
      '2026-01-15,B,Pot,40',
      '2026-01-15,C,Mug,10',
    )
    expect(revenueOf(text, usd)).toBe(81)
    expect(salesIn(text, usd)).toHaveLength(6)
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

describe('dates without a year', () => {
  const file = (...dates: string[]) =>
    csv('tanggal,produk,total', ...dates.map((date) => `${date},Mawar,15000`))
  const days = (text: string, other = {}) => salesIn(text, other).map((sale) => sale.day)

  test.each([
    [
      ['15/01', '16/01'],
      ['2026-01-15', '2026-01-16'],
    ],
    [
      ['15-Jan', '3 Feb'],
      ['2026-01-15', '2026-02-03'],
    ],
  ])('%j are asked about, then read', (dates, expected) => {
    expect(opened(file(...dates))).toMatchObject({
      outcome: 'question',
      question: { kind: 'year', example: dates[0], options: [{ id: '2026' }, { id: '2025' }] },
    })
    expect(days(file(...dates), { answers: { year: '2026' } })).toEqual(expected)
    expect(days(file(...dates), { fileName: 'jual 2026.csv' })).toEqual(expected)
  })

  test('Jan-26 is the first of the month, as spreadsheets mean it', () => {
    expect(days(file('Jan-26', 'Feb-26'))).toEqual(['2026-01-01', '2026-02-01'])
  })
})

describe('currencies', () => {
  const currencyIn = (text: string, other = {}) => {
    const result = opened(text, other)
    return result.outcome === 'sales' ? result.understanding.currency : result
  }
  const file = (price: string, heading = 'harga') =>
    csv(`tanggal;produk;jumlah;${heading}`, `2026-01-15;Mawar;1;${price}`)

  test.each([
    ['Rp 15.000', 'IDR'],
    ['IDR 15000', 'IDR'],
    ['$15.00', 'USD'],
    ['15,00 €', 'EUR'],
    ['RM 15.00', 'MYR'],
    ['15.00', null],
  ])('%s is %s', (price, currency) => {
    expect(currencyIn(file(price))).toBe(currency)
  })

  test('$ is the shop’s own peso or dollar where it has one', () => {
    expect(currencyIn(file('$15.00'), { currency: 'MXN' })).toBe('MXN')
  })

  test('the heading may name it', () => {
    expect(currencyIn(file('15.00', 'price (USD)'))).toBe('USD')
  })

  test('item codes like RM001 are no ringgit, and 15.000 stays fifteen thousand', () => {
    const text = csv('tanggal,item,barang,qty,harga', '2026-01-15,RM001,Mawar,1,15.000')
    expect(currencyIn(text)).toBe(null)
    expect(revenueOf(text)).toBe(15_000)
  })

  test('Rp - is nothing charged; 1.5E+06 is a million and a half', () => {
    expect(revenueOf(file('Rp -'))).toBe(0)
    expect(revenueOf(file('1.5E+06'))).toBe(1_500_000)
  })
})

describe('what a status or type says', () => {
  const kindsOf = (heading: string, said: string) =>
    linesIn(csv(`tanggal,produk,jumlah,harga,${heading}`, `2026-01-15,Mawar,1,15000,${said}`)).map(
      (line) => (line.kind === 'sale' ? line.sale.kind : line.kind),
    )

  test.each(['Selesai', 'Completed', 'paid', 'Lunas', 'Dikirim', 'Not refunded', ''])(
    'status %j is a sale',
    (said) => {
      expect(kindsOf('status', said)).toEqual(['sale'])
    },
  )

  test.each(['Refund', 'Retur', 'Return', 'Pengembalian', 'Credit note', 'Devolución'])(
    'status %j takes money back',
    (said) => {
      expect(kindsOf('status', said)).toEqual(['refund'])
    },
  )

  test.each(['Batal', 'Cancelled', 'Dibatalkan', 'Void', 'Pending', 'Unpaid', 'Belum bayar'])(
    'status %j of an order that the file does not sell elsewhere is no sale',
    (said) => {
      expect(kindsOf('status', said)).toEqual(['problem'])
    },
  )

  test.each(['Refund', 'Void', 'Batal', 'Retur', 'Cancellation'])(
    'type %j takes money back',
    (said) => {
      expect(kindsOf('jenis transaksi', said)).toEqual(['refund'])
    },
  )
})
