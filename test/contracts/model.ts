import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../src/sales/day.ts'
import type { Store } from '../../src/store/store.ts'
import { aShop } from '../support/builders.ts'

type OpenStore = () => Promise<Store & { [Symbol.asyncDispose]: () => Promise<void> }>

const TODAY = day('2026-04-01')
const cost = (shopId: string, tokens: number, task = 'plan', on = TODAY) => ({
  day: on,
  shopId,
  task,
  tokens,
})

/** What every store must keep about the language model: what it cost, what it may do, what it said. */
export const modelContract = (open: OpenStore): void => {
  describe('the language model', () => {
    test('a day’s tokens are those of all shops and all kinds of work', async () => {
      await using store = await open()
      expect(await store.modelTokens(TODAY)).toBe(0)
      await store.countModelUse(cost('a', 170))
      await store.countModelUse(cost('a', 30))
      await store.countModelUse(cost('b', 100, 'transcript'))
      await store.countModelUse(cost('a', 999, 'plan', addDays(TODAY, -1)))
      expect(await store.modelTokens(TODAY)).toBe(300)
      expect(await store.modelTokens(addDays(TODAY, -1))).toBe(999)
    })

    test('counts of long ago go, those of last month stay', async () => {
      await using store = await open()
      const [lastMonth, longAgo] = [addDays(TODAY, -40), addDays(TODAY, -90)]
      await store.countModelUse(cost('a', 7, 'plan', longAgo))
      await store.countModelUse(cost('a', 5, 'plan', lastMonth))
      await store.countModelUse(cost('a', 1))
      expect(await store.modelTokens(longAgo)).toBe(0)
      expect(await store.modelTokens(lastMonth)).toBe(5)
    })

    test('a shop’s questions may go out until its owner says no; its names only when told to', async () => {
      await using store = await open()
      const shop = aShop()
      await store.ensureShop(shop, [])
      const say = (said: { mayAsk?: boolean; mayName?: boolean }) =>
        store.apply([{ kind: 'model-leave', shopId: shop.id, said }])
      expect(await store.modelLeave(shop.id)).toEqual({ mayAsk: true, mayName: false })
      await say({ mayName: true })
      await say({ mayAsk: false })
      expect(await store.modelLeave(shop.id)).toEqual({ mayAsk: false, mayName: true })
      await say({ mayAsk: true })
      expect(await store.modelLeave(shop.id)).toEqual({ mayAsk: true, mayName: true })
      expect(await store.modelLeave('another')).toEqual({ mayAsk: true, mayName: false })
    })

    test('what it said is kept by shop and question, and goes with the shop', async () => {
      await using store = await open()
      const shop = aShop()
      await store.ensureShop(shop, [])
      const key = 'plan:abc'
      expect(await store.modelAnswer(shop.id, key)).toBeNull()
      await store.keepModelAnswer({ shopId: shop.id, key, answer: '{}' })
      await store.keepModelAnswer({ shopId: shop.id, key, answer: '{"kind":"query"}' })
      expect(await store.modelAnswer(shop.id, key)).toBe('{"kind":"query"}')
      expect(await store.modelAnswer('another', key)).toBeNull()
      await store.apply([{ kind: 'model-leave', shopId: shop.id, said: { mayAsk: false } }])
      await store.eraseShop(shop.id)
      expect(await store.modelAnswer(shop.id, key)).toBeNull()
      expect(await store.modelLeave(shop.id)).toEqual({ mayAsk: true, mayName: false })
    })
  })
}
