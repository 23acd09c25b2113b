import { describe, expect, test } from 'vitest'
import { csv, linesIn, opened, revenueOf, rolesIn, tallied } from './a-file.ts'

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

  test.each([
    ['10%', '20%'],
    ['10', '20'],
    ['0.1', '0.2'],
  ])('a discount of %s of the line', (first, second) => {
    const rows = (left: string, right: string) => [
      'tanggal,produk,qty,harga,diskon,total',
      `2026-01-15,Mawar,2,15000,${first},${left}`,
      `2026-01-15,Lily,3,10000,${second},${right}`,
    ]
    expect(revenueOf(csv(...rows('27000', '24000')))).toBe(51_000)
    expect(revenueOf(csv(...rows('30000', '30000')))).toBe(51_000)
  })

  test('a discount on unit prices alone comes off', () => {
    const text = csv('tanggal,produk,qty,harga,diskon', '2026-01-15,Mawar,2,15000,5000')
    expect(revenueOf(text)).toBe(25_000)
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
