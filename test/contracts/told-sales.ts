import { describe, expect, test } from 'vitest'
import { wholePlan } from '../../src/analytics/shown.ts'
import { day } from '../../src/sales/day.ts'
import type { Effect } from '../../src/store/effects.ts'
import type { Store } from '../../src/store/store.ts'
import type { Telling } from '../../src/store/told-sales.ts'
import { aDraft, aReply, aShop } from '../support/builders.ts'

type OpenStore = () => Promise<Store & { [Symbol.asyncDispose]: () => Promise<void> }>

const SHOP = aShop()
const telling = (no: number, rest: Partial<Telling> = {}): Effect => ({
  kind: 'told-sale',
  telling: {
    shopId: SHOP.id,
    no,
    personId: 'ratna',
    kind: 'typed',
    state: 'open',
    body: '{}',
    upload: null,
    picture: null,
    ...rest,
  },
})
const shown = (seq: number, metric: 'revenue' | 'units' = 'revenue'): Effect => ({
  kind: 'shown',
  shown: {
    shopId: SHOP.id,
    personId: 'ratna',
    seq,
    shown: { kind: 'figures', plans: [wholePlan({ from: DAY, to: DAY }, metric)] },
  },
})
const DAY = day('2026-04-01')

/** What every store must keep of sales told by hand, and of what answers showed. */
export const toldSalesContract = (open: OpenStore): void => {
  describe('sales told by hand', () => {
    test('a telling is kept once under its message, in its newest state, for the person who told it', async () => {
      await using store = await open()
      await store.ensureShop(SHOP, [])
      await store.apply([telling(7, { body: '{"a":1}' }), telling(9, { personId: 'budi' })])
      await store.apply([telling(7, { state: 'booked', body: '{"a":2}', upload: 3 })])
      expect(await store.readTelling(SHOP.id, 7)).toMatchObject({
        state: 'booked',
        body: '{"a":2}',
        upload: 3,
        // Upload 3 is nobody's yet, so nothing counts.
        counts: false,
      })
      const own = await store.tellingsBy(SHOP.id, 'ratna', 9)
      expect(own.map(({ no }) => no)).toEqual([7])
      expect(await store.tellingOfUpload(SHOP.id, 3)).toMatchObject({ no: 7 })
      expect(await store.readTelling('another', 7)).toBeNull()
    })

    test('a photo is known by its bytes, in its own shop alone; the newest telling speaks for it', async () => {
      await using store = await open()
      await store.ensureShop(SHOP, [])
      await store.apply([
        telling(1, { kind: 'photo', picture: 'abc' }),
        telling(2, { kind: 'photo', picture: 'abc', state: 'dropped' }),
      ])
      expect(await store.tellingOfPicture(SHOP.id, 'abc')).toMatchObject({ no: 2 })
      expect(await store.tellingOfPicture('another', 'abc')).toBeNull()
      expect(await store.tellingOfPicture(SHOP.id, 'abd')).toBeNull()
    })
  })

  describe('what answers showed', () => {
    test('the newest message with figures is proved, or the one that is quoted', async () => {
      await using store = await open()
      await store.ensureShop(SHOP, [])
      const bubble = (id: string) =>
        aDraft({ id, personId: 'ratna', shopId: SHOP.id, reply: aReply() })
      await store.apply([shown(1), shown(2, 'units')])
      await store.enqueue([bubble('in:1:0'), bubble('in:2:0'), bubble('in:3:0')])
      expect(await store.lastShown(SHOP.id, 'ratna', null)).toMatchObject({
        kind: 'shown',
        hasChanged: false,
        shown: { plans: [{ metric: 'units' }] },
      })
      await store.markSent('in:1:0', 'wamid.1')
      expect(await store.lastShown(SHOP.id, 'ratna', 'wamid.1')).toMatchObject({
        shown: { plans: [{ metric: 'revenue' }] },
      })
      expect(await store.lastShown(SHOP.id, 'ratna', 'wamid.none')).toBeNull()
      expect(await store.lastShown(SHOP.id, 'budi', null)).toBeNull()
      await store.enqueue([bubble(`alert:${SHOP.id}:2026-03-31:ratna`)])
      expect(await store.lastShown(SHOP.id, 'ratna', null)).toEqual({
        kind: 'alert',
        day: '2026-03-31',
      })
    })
  })
}
