import { expect, test } from 'vitest'
import { lowStock } from '../../src/analytics/low-stock.ts'
import { aRestockItem } from '../support/restock.ts'

const top = { abc: 'A', xyz: 'X', pattern: 'smooth' } as const
const short = (product: string, onHand: number) =>
  aRestockItem({ product, toHave: 30_000, perDay: 10_000, onHand, class: top })
const named = (...restock: Parameters<typeof lowStock>[0]['restock']) =>
  lowStock({ restock }).map(({ product }) => product)

test('what runs out first leads', () => {
  expect(named(short('Mawar', 20_000), short('Lily', 0), short('Tulip', 10_000))).toEqual([
    'Lily',
    'Tulip',
    'Mawar',
  ])
})

test('what lasts until the delivery after this one is not low', () => {
  expect(named({ ...short('Mawar', 20_000), coverDays: 3 })).toEqual([])
  expect(named({ ...short('Mawar', 20_000), coverDays: 2 })).toEqual(['Mawar'])
})

test.for([
  ['a product that brings little money', { class: { ...top, abc: 'B' } }],
  ['a product nobody has counted', { coverDays: null }],
  ['what is already on its way', { needed: 0 }],
  ['a stock that sold below nothing and must be counted', { needsCount: true }],
] as const)('%s rings no bell', ([, change]) => {
  expect(named({ ...short('Mawar', 0), ...change })).toEqual([])
})
