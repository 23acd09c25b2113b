import { describe, expect, test } from 'vitest'
import {
  settleTold,
  type TillPlace,
  type ToldBody,
  type ToldLine,
} from '../../src/flow/sold-told.ts'
import type { SaidPrice } from '../../src/intent/sold-saying.ts'
import { day } from '../../src/sales/day.ts'
import { aShop } from '../support/builders.ts'

const rupiah = (amount: number): number => amount * 100

const place = (rest: Partial<TillPlace> = {}): TillPlace => ({
  shop: aShop(),
  till: {
    products: [
      {
        ref: 1,
        name: 'Mawar Merah',
        usualPrice: rupiah(15_000),
        pack: { size: 20_000, name: 'ikat' },
      },
      { ref: 2, name: 'Mawar Putih', usualPrice: null, pack: null },
      { ref: 3, name: 'Kopi Dago', usualPrice: rupiah(20_000), pack: null },
    ],
    branches: ['Dago', 'Setiabudi Atas'],
    hasMoney: true,
    hasReceipts: false,
    onDays: [],
  },
  foreign: [],
  usualBranch: 'Dago',
  ...rest,
})

const line = (rest: Partial<ToldLine>): ToldLine => ({
  names: ['mawar merah'],
  quantity: 3,
  pack: null,
  price: null,
  kind: 'sale',
  day: null,
  product: null,
  branch: null,
  ...rest,
})

const body = (...lines: readonly ToldLine[]): ToldBody => ({
  lines,
  unread: [],
  today: day('2026-04-01'),
  minute: null,
  branch: null,
  replaces: null,
  sales: [],
})

const priced = (value: number, rest: Partial<SaidPrice> = {}): SaidPrice => ({
  value,
  per: null,
  isBare: value < 1000,
  ...rest,
})

/** `Mawar Merah 45000 Dago`, or what is asked. */
const settled = (one: Partial<ToldLine>, where: Partial<TillPlace> = {}): string => {
  const found = settleTold(body(line(one)), place(where))
  if (found.kind === 'ask') return `asks ${found.problem.kind}`
  const [sale] = found.sales
  if (sale === undefined) return 'nothing'
  const { product, revenue, branch, quantity } = sale
  return [quantity / 1000, product, revenue === null ? '-' : revenue / 100, branch ?? '-'].join(' ')
}

describe('what a sale told by hand comes to', () => {
  test.each<[string, Partial<ToldLine>, string]>([
    ['no price: the usual one', {}, '3 Mawar Merah 45000 Dago'],
    ['near the usual price it is for each', { price: priced(14_000) }, '3 Mawar Merah 42000 Dago'],
    ['near three of them it is for all', { price: priced(45_000) }, '3 Mawar Merah 45000 Dago'],
    ['between the two it asks', { price: priced(25_000) }, 'asks per'],
    ['said for each', { price: priced(25_000, { per: 'each' }) }, '3 Mawar Merah 75000 Dago'],
    ['said for all', { price: priced(25_000, { per: 'total' }) }, '3 Mawar Merah 25000 Dago'],
    ['15 is fifteen thousand', { price: priced(15) }, '3 Mawar Merah 45000 Dago'],
    ['45 is all three', { price: priced(45) }, '3 Mawar Merah 45000 Dago'],
    ['a figure that may be either', { quantity: 1, price: priced(500) }, 'asks scale'],
    [
      '500 that was said so',
      { quantity: 1, price: priced(500, { isBare: false }) },
      '1 Mawar Merah 500 Dago',
    ],
    ['nobody knows a price', { names: ['mawar putih'] }, 'asks price'],
    ['two roses', { names: ['mawar'] }, 'asks which'],
    ['a new thing', { names: ['kartu ucapan'], price: priced(5000) }, 'asks which'],
    [
      'a branch of two words behind the name',
      { names: ['mawar merah setiabudi'] },
      '3 Mawar Merah 45000 Setiabudi Atas',
    ],
    [
      'a branch apart',
      { names: ['mawar merah', 'cabang setiabudi'] },
      '3 Mawar Merah 45000 Setiabudi Atas',
    ],
    [
      'a product that is called like a branch',
      { names: ['kopi dago'], quantity: 1 },
      '1 Kopi Dago 20000 Dago',
    ],
    ['two bunches', { quantity: 2, pack: 'ikat' }, '40 Mawar Merah 600000 Dago'],
    ['a carton of unknown size', { quantity: 2, pack: 'dus' }, 'asks pack'],
    ['far too many', { quantity: 5_000_000 }, 'asks too-much'],
  ])('%s', (_what, one, expected) => {
    expect(settled(one)).toBe(expected)
  })

  test('somebody of one branch does not book for another; where nobody knows the branch it is asked', () => {
    const own = { till: { ...place().till, branches: ['Dago'] }, foreign: ['Setiabudi Atas'] }
    expect(settled({ names: ['mawar merah', 'setiabudi'] }, own)).toBe('asks not-yours')
    expect(settled({ names: ['mawar merah'] }, own)).toBe('3 Mawar Merah 45000 Dago')
    expect(settled({}, { usualBranch: null })).toBe('asks branch')
    const alone = { till: { ...place().till, branches: [] }, usualBranch: null }
    expect(settled({}, alone)).toBe('3 Mawar Merah 45000 -')
  })

  test('said once, a branch is the branch of the whole list', () => {
    const found = settleTold(body(line({}), line({ names: ['mawar merah', 'setiabudi'] })), place())
    expect(found.kind === 'ready' && found.sales.map(({ branch }) => branch)).toEqual([
      'Setiabudi Atas',
      'Setiabudi Atas',
    ])
  })

  test('a shop that counts no money books pieces', () => {
    const till = { ...place().till, hasMoney: false }
    expect(settled({ names: ['mawar putih'] }, { till })).toBe('3 Mawar Putih - Dago')
  })
})
