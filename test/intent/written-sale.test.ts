import { describe, expect, test } from 'vitest'
import { amountWritten, readWritten, type WrittenLine } from '../../src/intent/written-sale.ts'
import { day } from '../../src/sales/day.ts'

const context = { today: day('2026-04-01'), language: 'id' } as const
const line = (change: Partial<WrittenLine> = {}): WrittenLine => ({
  date: '',
  product: 'Mawar Merah',
  quantity: '3',
  price: '15.000',
  total: '45.000',
  isReturn: false,
  doubtful: [],
  ...change,
})
const read = (change: Partial<WrittenLine> = {}) => readWritten(line(change), context)

describe('a line of a ledger', () => {
  test('is read as it stands when its figures agree', () => {
    expect(read()).toEqual({
      saying: {
        names: ['Mawar Merah'],
        quantity: 3,
        pack: null,
        price: { value: 15_000, per: 'each', isBare: true },
        kind: 'sale',
        day: null,
      },
      isDoubtful: false,
      otherTotal: null,
    })
  })

  test('whose sum is another one says so', () => {
    expect(read({ total: '54.000' })?.otherTotal).toBe(54_000)
  })

  test('may be rounded when it is written down', () => {
    expect(read({ price: '3.333', total: '10.000' })?.otherTotal).toBeNull()
  })

  test.for([
    ['Rp 45.000', 45_000],
    ['45rb', 45_000],
    ['IDR 45.000', 45_000],
    ['Total Rp 350.000', 350_000],
    ['R$ 45', 45],
    ['lunas', null],
  ] as const)('“%s” is the amount %s', ([text, expected]) => {
    expect(amountWritten(text)).toBe(expected)
  })

  test('with a total alone counts once, at that total', () => {
    expect(read({ quantity: '', price: '' })?.saying).toMatchObject({
      quantity: 1,
      price: { value: 45_000, per: 'total' },
    })
  })

  test('without a price is booked without money', () => {
    expect(read({ price: '', total: '' })?.saying.price).toBeNull()
  })

  test('that was given back is a refund', () => {
    expect(read({ isReturn: true })?.saying.kind).toBe('refund')
  })

  test.for([
    ['no product', { product: '  ' }],
    ['no figure at all', { quantity: '', price: '', total: '' }],
    ['only figures nobody can read', { quantity: '?', price: '-', total: 'xx' }],
  ] as const)('with %s is no sale', ([, change]) => {
    expect(read(change)).toBeNull()
  })

  test.for([
    ['a figure nobody can read', { quantity: '??' }],
    ['a cell the reader was unsure of', { doubtful: ['price'] }],
    ['no pieces', { quantity: '0' }],
    ['a day that has not come', { date: '5 april 2026' }],
    ['a day that is several', { date: 'maret' }],
  ] as const)('with %s is to be looked at', ([, change]) => {
    expect(read(change)?.isDoubtful).toBe(true)
  })

  test('keeps the day it names', () => {
    const found = read({ date: '28 maret 2026' })
    expect(found?.saying.day).toBe('2026-03-28')
    expect(found?.isDoubtful).toBe(false)
  })
})
