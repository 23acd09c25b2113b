import { describe, expect, test } from 'vitest'
import type { Question } from '../../src/ingest/reading.ts'
import { csv, opened, revenueOf, salesIn, tallied } from './a-file.ts'

const questionIn = (text: string): Question => {
  const result = opened(text)
  if (result.outcome !== 'question') throw new Error(`no question: ${result.outcome}`)
  return result.question
}

/** The same file once the owner has pressed the button that says this. */
const answered = (text: string, says: 'count' | 'leave-out' | 'once') => {
  const { kind, options } = questionIn(text)
  const option = options.find((one) => one.says === says)
  if (option === undefined) throw new Error(`no button for ${says}`)
  return { answers: { [kind]: option.id } }
}

const DAYS = ['01', '02', '03', '04', '05', '06', '07', '08']

describe('a total that the lines do not come to', () => {
  const page = (total: string) =>
    csv(
      'Tanggal,Produk,Qty,Total',
      '2026-03-01,Kopi,2,36.000',
      '2026-03-02,Teh,3,18.000',
      '2026-03-03,Roti,1,12.500',
      `TOTAL,,,${total}`,
    )

  test('is silent while it agrees', () => {
    expect(revenueOf(page('66.500'))).toBe(66_500)
  })

  test('shows both numbers while nothing is counted', () => {
    expect(questionIn(page('96.500'))).toMatchObject({
      kind: 'stated-total',
      example: '96.500 ≠ 66.500',
    })
  })

  test('counts the lines when the owner says so, and asks again about another total', () => {
    const answer = answered(page('96.500'), 'count')
    expect(revenueOf(page('96.500'), answer)).toBe(66_500)
    expect(opened(page('88.000'), answer).outcome).toBe('question')
  })

  test.each([
    ['tax rows below the sub-total are no contradiction', 'Subtotal,,,66.500', 'Pajak,,,7.315'],
    ['the number of pieces may stand under the money', 'TOTAL,,,66.500', 'Jumlah item,,,6'],
  ])('%s', (_, first, second) => {
    const text = page('66.500').replace('TOTAL,,,66.500', `${first}\n${second}`)
    expect(opened(text).outcome).toBe('sales')
  })
})

describe('a group that adds up the lines below it', () => {
  const text = csv(
    'Bulan,Kategori,Produk,Qty,Omzet',
    '2026-03,Makanan,(semua),9,225.000',
    '2026-03,Makanan,Nasi Goreng,5,137.500',
    '2026-03,Makanan,Roti Bakar,4,87.500',
    '2026-03,Minuman,(semua),7,90.000',
    '2026-03,Minuman,Kopi,4,72.000',
    '2026-03,Minuman,Teh,3,18.000',
  )

  test('counts once', () => {
    expect(tallied(text).totals).toMatchObject({
      revenue: 31_500_000,
      rows: { read: 6, accepted: 4, skipped: 0, totals: 2 },
    })
  })

  test('two equal lines in a row are twins and no group', () => {
    const twins = csv(
      'Tanggal,Produk,Qty,Total',
      ...DAYS.flatMap((day) => Array(2).fill(`2026-03-${day},Kopi,1,18.000`)),
    )
    expect(salesIn(twins)).toHaveLength(16)
  })
})

describe('one receipt paid in two ways', () => {
  const text = csv(
    'Tanggal,No Nota,Produk,Qty,Total,Metode Bayar',
    '2026-03-01,N1,Kopi,2,36.000,Tunai',
    '2026-03-01,N2,Teh,3,18.000,Tunai',
    '2026-03-01,N2,Teh,3,18.000,QRIS',
  )

  test('is asked about', () => {
    expect(questionIn(text)).toMatchObject({ kind: 'repeated-sales', example: 'N2' })
  })

  test('counts once or twice, as the owner says', () => {
    expect(revenueOf(text, answered(text, 'once'))).toBe(54_000)
    expect(revenueOf(text, answered(text, 'count'))).toBe(72_000)
  })

  test('the line left out is told with its reason', () => {
    expect(tallied(text, answered(text, 'once')).skippedByReason).toEqual({ 'left-out': 1 })
  })

  test('the same goods twice on one receipt, equal in every cell, are two sales', () => {
    const twins = text.replace('QRIS', 'Tunai')
    expect(revenueOf(twins)).toBe(72_000)
  })

  test('a file pasted behind itself is asked about', () => {
    const lines = DAYS.map((day, i) => `2026-03-${day},Kopi,${i + 1},${(i + 1) * 18}.000`)
    const pasted = csv('Tanggal,Produk,Qty,Total', ...lines, ...lines)
    expect(revenueOf(pasted, answered(pasted, 'once'))).toBe(36 * 18_000)
  })
})

describe('amounts that only grow', () => {
  const meter = (amounts: readonly number[]) =>
    csv('Tanggal,Omzet', ...amounts.map((amount, i) => `2026-03-${DAYS[i]},${amount}000`))

  test('are a running total until the owner says otherwise', () => {
    const text = meter([300, 710, 1150, 1490, 2010, 2333, 2900, 3100])
    expect(questionIn(text)).toMatchObject({ kind: 'running-total', example: 'Omzet' })
    expect(revenueOf(text, answered(text, 'count'))).toBe(13_993_000)
  })

  test('one step back and they are days', () => {
    expect(opened(meter([300, 710, 650, 1490, 2010, 2333, 2900, 3100])).outcome).toBe('sales')
  })
})

describe('lines unlike the others', () => {
  const page = (line: string) =>
    csv(
      'Tanggal,Produk,Qty,Harga,Total',
      '2026-03-01,Kopi,2,18.000,36.000',
      '2026-03-01,Teh,3,6.000,18.000',
      '2026-03-02,Kopi,1,18.000,18.000',
      '2026-03-02,Roti,2,12.500,25.000',
      line,
    )

  test.each([
    ['a debt paid', '2026-03-02,Bayar hutang Bu Sri,,,75.000', 'Bayar hutang Bu Sri'],
    ['a discount without a minus', '2026-03-02,Diskon struk,,,5.000', 'Diskon struk'],
    ['a voided line of known goods', '2026-03-02,VOID - Kopi,1,18.000,18.000', 'VOID - Kopi'],
    ['a name that never has a quantity', '2026-03-02,Setor ke bank,,,50.000', 'Setor ke bank'],
  ])('%s: %s', (_, line, example) => {
    const text = page(line)
    expect(questionIn(text)).toMatchObject({ kind: 'odd-lines', example })
    expect(revenueOf(text, answered(text, 'leave-out'))).toBe(97_000)
  })

  test('goods sold once without a quantity are sold', () => {
    expect(revenueOf(page('2026-03-02,Kopi,,,18.000'))).toBe(115_000)
  })
})

test('a ledger with what was earned as minus is no list of sales', () => {
  const lines = DAYS.map((day) => `2026-03-${day},Kopi,-18.000`)
  expect(opened(csv('Tanggal,Produk,Total', ...lines))).toMatchObject({
    outcome: 'refused',
    reason: 'not-sales',
  })
})

test('what came back, listed in a section of its own, comes off', () => {
  const head = 'Tanggal,Produk,Qty,Total'
  const text = csv(
    head,
    '2026-03-01,Kopi,2,36.000',
    '2026-03-02,Teh,3,18.000',
    'RETUR PENJUALAN,,,',
    head,
    '2026-03-02,Teh,1,6.000',
  )
  expect(revenueOf(text)).toBe(48_000)
})
