import { describe, expect, test } from 'vitest'
import { csv, linesIn, opened, revenueOf, rolesIn, tallied } from './a-file.ts'

const kinds = (...rows: string[]) =>
  linesIn(csv(...rows)).map((line) => (line.kind === 'sale' ? line.sale.kind : line.kind))

describe('what became of an order', () => {
  test.each([
    ['Estado', 'Entregado', 'Anulado'],
    ['Status', 'Voltooid', 'Geannuleerd'],
    ['Durum', 'Tamamlandı', 'İptal Edildi'],
    ['Trạng thái', 'Hoàn thành', 'Đã hủy'],
    ['สถานะ', 'สำเร็จ', 'ยกเลิก'],
    ['订单状态', '交易成功', '交易关闭'],
    ['状態', '完了', 'キャンセル'],
    ['주문상태', '완료', '취소'],
    ['الحالة', 'مكتمل', 'ملغي'],
    ['स्थिति', 'पूर्ण', 'रद्द'],
    ['Keadaan pesanan hari ini', 'Selesai', 'Batal'],
  ])('%s: “%s” is a sale, “%s” is none', (heading, done, cancelled) => {
    expect(
      kinds(
        `tanggal,produk,jumlah,total,${heading}`,
        `2026-03-01,Mawar,1,15000,${done}`,
        `2026-03-02,Lily,2,30000,${cancelled}`,
      ),
    ).toEqual(['sale', 'problem'])
  })

  test.each([
    ['Void?', 'false', 'true'],
    ['Cancelled', 'No', 'Yes'],
    ['Dibatalkan', 'tidak', 'ya'],
    ['Cancelled at', '', '2026-03-02 10:00'],
  ])('%s: a yes takes the line out of the sales', (heading, no, yes) => {
    expect(
      kinds(
        `tanggal,produk,jumlah,total,${heading}`,
        `2026-03-01,Mawar,1,15000,${no}`,
        `2026-03-02,Lily,2,30000,${yes}`,
        `2026-03-03,Lily,1,15000,${no}`,
      ),
    ).toEqual(['sale', 'problem', 'sale'])
  })

  test('written on the first line of an order only, it holds for the others', () => {
    expect(
      kinds(
        'tanggal,no order,produk,jumlah,total,status',
        '2026-03-01,A1,Mawar,1,15000,paid',
        '2026-03-01,A1,Lily,1,20000,',
        '2026-03-02,A2,Mawar,1,15000,voided',
        '2026-03-02,A2,Lily,1,20000,',
      ),
    ).toEqual(['sale', 'sale', 'problem', 'problem'])
  })

  test('a credit note among invoices takes money back', () => {
    expect(
      revenueOf(
        csv(
          'tanggal,invoice,produk,jumlah,total',
          '2026-03-01,INV-1,Mawar,1,15000',
          '2026-03-02,INV-2,Mawar,2,30000',
          '2026-03-03,CN-1,Mawar,1,15000',
          '2026-03-04,INV-3,Mawar,1,15000',
        ),
      ),
    ).toBe(45_000)
  })
})

describe('money that is nobody’s sale', () => {
  test('what was given back, in pieces or in money, comes off', () => {
    const pieces = tallied(
      csv(
        'date,item,qty sold,qty returned,unit price',
        '2026-03-01,Rose,5,2,1000',
        '2026-03-02,Rose,3,0,1000',
      ),
    ).totals
    expect([pieces.quantity, pieces.revenue]).toEqual([6000, 600_000])
    expect(
      revenueOf(
        csv('date,item,gross sales,refunds', '2026-03-01,Rose,5000,1000', '2026-03-02,Lily,3000,0'),
      ),
    ).toBe(7000)
  })

  test('already off in a net column, it does not come off twice', () => {
    expect(
      revenueOf(csv('date,item,gross sales,refunds,net sales', '2026-03-01,Rose,5000,1000,4000')),
    ).toBe(4000)
  })

  test('a marketplace’s commission is a cost, not a discount', () => {
    expect(
      revenueOf(
        csv(
          'waktu transaksi,harga kotor,komisi,pendapatan bersih',
          '2026-03-01,50000,10000,40000',
          '2026-03-02,30000,6000,24000',
        ),
      ),
    ).toBe(80_000)
  })

  test.each([
    [
      'a purchase list',
      'purchases',
      'tanggal,supplier,barang,qty,harga beli,total',
      '2026-03-01,PT A,Pita,2,5000,10000',
    ],
    [
      'two currencies',
      'mixed-currencies',
      'date,item,qty,currency,amount',
      '2026-03-01,Rose,1,USD,5\n2026-03-02,Rose,1,EUR,6',
    ],
    [
      'two currency marks',
      'mixed-currencies',
      'date,item,qty,amount',
      '2026-03-01,Rose,1,$5.00\n2026-03-02,Rose,1,€6.00',
    ],
    [
      'a bank statement',
      'not-sales',
      'date,description,amount,balance',
      '2026-03-01,Rent,-50.00,50.00\n2026-03-02,Card,20.00,70.00',
    ],
  ])('%s is refused', (_, reason, heading, rows) => {
    expect(opened(csv(heading, rows))).toMatchObject({ outcome: 'refused', reason })
  })
})

describe('headings that say more than their word', () => {
  test('(Rp) makes a “jumlah” money, (ribu) makes it thousands, cents make it hundredths', () => {
    expect(rolesIn(csv('tanggal,produk,jumlah (Rp)', '2026-03-01,Mawar,15.000'))).toMatchObject({
      revenue: 'jumlah (Rp)',
    })
    expect(revenueOf(csv('tanggal;produk;total (ribu)', '2026-03-01;Mawar;12,5'))).toBe(12_500)
    expect(revenueOf(csv('date,product,amount_cents', '2026-03-01,Rose,1250'))).toBe(12.5)
  })

  test('“sales” in pieces beside a price is how many were sold', () => {
    const { totals } = tallied(
      csv('date,item,sales,price', '2026-03-01,Rose,3,1000', '2026-03-02,Lily,2,2500'),
    )
    expect([totals.quantity, totals.revenue]).toEqual([5000, 800_000])
  })

  test('yuan keep their cents though yen have none', () => {
    const { totals } = tallied(csv('日期,商品,数量,金额', '2026-03-01,玫瑰,1,¥12.50'))
    expect(totals.revenue).toBe(1250)
  })
})

describe('prices beside a count that no heading explains', () => {
  const file = (...prices: number[]) =>
    csv(
      'tanggal,produk,zzz,harga',
      ...prices.map(
        (price, i) => `2026-03-${String(i + 1).padStart(2, '0')},Mawar,${(i % 3) + 1},${price}`,
      ),
    )

  test('goods that keep their price are counted by it', () => {
    expect(tallied(file(1000, 1000, 1000, 1000, 1000, 1000, 1000)).totals.quantity).toBe(13_000)
  })

  test('otherwise the owner says which money is meant', () => {
    expect(opened(file(1000, 2500, 1700, 900))).toMatchObject({
      outcome: 'question',
      question: { kind: 'money-column', options: [{ id: 'harga' }, { id: 'computed' }] },
    })
  })
})
