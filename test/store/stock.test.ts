import { describe, expect, test } from 'vitest'
import { day, dayNumber } from '../../src/sales/day.ts'
import type { Effect } from '../../src/store/effects.ts'
import type { NewEntry } from '../../src/store/stock.ts'
import { aStore } from '../support/a-store.ts'
import { aShop } from '../support/builders.ts'

const shopId = aShop().id
const TODAY = dayNumber(day('2026-04-01'))
const told = (token: string, on: number, ...entries: readonly Partial<NewEntry>[]): Effect => ({
  kind: 'stock',
  shopId,
  token,
  day: on,
  moment: on * 1440 + 600,
  entries: entries.map((entry) => ({
    kind: 'count',
    scope: 'product',
    name: 'Mawar',
    value: 1000,
    unit: null,
    ...entry,
  })),
})

describe('the diary of goods', () => {
  test('keeps every word; one product has one number whatever its spelling', async () => {
    await using store = await aStore()
    await store.ensureShop(aShop(), [])
    await store.apply([
      told('a', TODAY, { name: 'Mawar', value: 120_000 }, { name: 'Lily', value: 30_000 }),
      told('b', TODAY, { name: 'MAWAR ', kind: 'receive', value: 50_000 }),
      told('c', TODAY, { kind: 'lead', scope: 'shop', name: '', value: 3 }),
    ])
    const { entries } = await store.stockDiary(shopId)
    expect(entries.map(({ kind, ref, value, token }) => [kind, ref, value, token]).sort()).toEqual([
      ['count', 1, 120_000, 'a'],
      ['count', 2, 30_000, 'a'],
      ['lead', 0, 3, 'c'],
      ['receive', 1, 50_000, 'b'],
    ])
  })

  test('takes back what was told together, and nothing else', async () => {
    await using store = await aStore()
    await store.ensureShop(aShop(), [])
    await store.apply([
      told('a', TODAY, { value: 1 }),
      told('b', TODAY, { value: 2 }, { name: 'Lily' }),
    ])
    await store.apply([{ kind: 'stock-undo', shopId, token: 'b' }])
    expect((await store.stockDiary(shopId)).entries.map(({ value }) => value)).toEqual([1])
  })

  test('stays small however often one counts', async () => {
    await using store = await aStore()
    await store.ensureShop(aShop(), [])
    for (let n = 0; n < 20; n += 1) {
      await store.apply([
        told(`c${n}`, TODAY + n, { value: n }),
        told(`r${n}`, TODAY + n, { kind: 'receive', value: n }),
        told(`l${n}`, TODAY + n, { kind: 'lead', value: n }),
      ])
    }
    const { entries } = await store.stockDiary(shopId)
    expect(entries.length).toBeLessThanOrEqual(9)
    const counts = entries.filter(({ kind }) => kind === 'count').map(({ value }) => value)
    expect(counts.toSorted((a, b) => a - b)).toEqual([17, 18, 19])
    expect(entries.some(({ kind, value }) => kind === 'lead' && value === 19)).toBe(true)
  })

  test('goes with everything else when the owner deletes the shop’s data', async () => {
    await using store = await aStore()
    await store.ensureShop(aShop(), [])
    await store.apply([told('a', TODAY, {})])
    await store.eraseShop(shopId)
    expect((await store.stockDiary(shopId)).entries).toEqual([])
    expect(await store.lastTold(shopId)).toBeNull()
  })

  test('one shop never sees another’s', async () => {
    await using store = await aStore()
    await store.ensureShop(aShop(), [])
    await store.ensureShop(aShop({ id: 'other' }), [])
    await store.apply([told('a', TODAY, {})])
    expect((await store.stockDiary('other')).entries).toEqual([])
    await store.apply([{ kind: 'stock-undo', shopId: 'other', token: 'a' }])
    expect((await store.stockDiary(shopId)).entries).toHaveLength(1)
  })
})
