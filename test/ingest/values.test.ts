import { describe, expect, test } from 'vitest'
import { csv, linesIn, opened, revenueOf, salesIn } from './a-file.ts'

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

  test.each([
    ['2026-01-05T08:26:00.000+07:00', 506],
    ['5/13/2026, 8:26 PM', 1226],
    ['13/5/2026, 08.26.31', 506],
    ['05-Jan-2026 08:26 AM', 506],
    ['Jan 5, 2026, 12:05 am', 5],
    ['Mon Jan 05 2026 20:26:00 GMT+0700 (Western Indonesia Time)', 1226],
    ['20260105083000', 510],
    ['46027.5', 720],
  ])('the time in %s', (written, minute) => {
    expect(salesIn(`tanggal;produk;total\n${written};Mawar;15000`)[0]?.minute).toBe(minute)
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
