import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import type { NewLink } from '../../src/store/dashboard.ts'
import type { Store } from '../../src/store/store.ts'
import { aDraft, aShop } from '../support/builders.ts'
import type { TestClock } from '../support/props.ts'

type Opened = Store & { clock: TestClock; [Symbol.asyncDispose]: () => Promise<void> }

const TEN_MINUTES_MS = 600_000
const FOR_GOOD = 9e12

const TODAY = day('2026-04-01')

const owned = async (store: Store, id: string, phone = '628111'): Promise<string> => {
  await store.ensureShop(aShop({ id, name: id }), [{ channel: '100', phone }])
  const [owner] = await store.membersOf(id)
  if (owner === undefined) throw new Error('the shop has no owner')
  return owner.personId
}

/** What every store must keep of the dashboard: links that open once, browsers that are in, secrets. */
export const dashboardContract = (open: () => Promise<Opened>): void => {
  describe('the dashboard', () => {
    const link = (personId: string, hash: string, expiresAt = FOR_GOOD): NewLink => ({
      hash,
      personId,
      shopId: 'mawar',
      expiresAt,
    })
    const gives = (store: Store, made: NewLink) =>
      store.apply([{ kind: 'dashboard-link', link: made }])

    test('a link lets one browser in, even when two press its button at once', async () => {
      await using store = await open()
      const person = await owned(store, 'mawar')
      await gives(store, link(person, 'l1'))
      expect(await store.readLink('l1')).toEqual({ language: null })
      const both = await Promise.all(
        ['s1', 's2'].map((session) =>
          store.openSession({ link: 'l1', session, expiresAt: FOR_GOOD }),
        ),
      )
      expect(both.toSorted()).toEqual([false, true])
      expect(await store.readLink('l1')).toBeNull()
      const seen = await Promise.all(['s1', 's2'].map((session) => store.readSession(session)))
      expect(seen.filter((session) => session !== null)).toMatchObject([
        {
          person: { id: person },
          shop: { id: 'mawar' },
          role: 'owner',
          shops: 1,
          isOperator: true,
        },
      ])
    })

    test('a newer link ends the earlier one; time ends links and sessions', async () => {
      await using store = await open()
      const person = await owned(store, 'mawar')
      const soon = store.clock.now() + TEN_MINUTES_MS
      await gives(store, link(person, 'old', soon))
      await gives(store, link(person, 'new', soon))
      expect(await store.readLink('old')).toBeNull()
      await store.openSession({ link: 'new', session: 's', expiresAt: soon })
      await gives(store, link(person, 'third', soon))
      expect(await store.readSession('s')).not.toBeNull()
      store.clock.advance(TEN_MINUTES_MS)
      expect(await store.readSession('s')).toBeNull()
      expect(await store.readLink('third')).toBeNull()
      expect(await store.openSession({ link: 'third', session: 't', expiresAt: FOR_GOOD })).toBe(
        false,
      )
      expect(await store.readSession('t')).toBeNull()
    })

    test('who leaves, and whose shop closes, is out; a session turns to open shops of its own', async () => {
      await using store = await open()
      const person = await owned(store, 'mawar')
      await owned(store, 'kopi')
      await owned(store, 'asing', '628999')
      await gives(store, link(person, 'l'))
      await store.openSession({ link: 'l', session: 's', expiresAt: FOR_GOOD })
      await store.turnSession('s', 'asing')
      expect((await store.readSession('s'))?.shop.id).toBe('mawar')
      await store.turnSession('s', 'kopi')
      expect((await store.readSession('s'))?.shop.id).toBe('kopi')
      await store.apply([{ kind: 'people', deed: { deed: 'close-shop', shopId: 'mawar' } }])
      await store.turnSession('s', 'mawar')
      expect((await store.readSession('s'))?.shop.id).toBe('kopi')
      await store.apply([{ kind: 'people', deed: { deed: 'close-shop', shopId: 'kopi' } }])
      await store.apply([{ kind: 'people', deed: { deed: 'reopen-shop', shopId: 'kopi' } }])
      expect(await store.readSession('s')).toBeNull()
    })

    test('the service’s secret is made once, whoever asks first', async () => {
      await using store = await open()
      const said = await Promise.all(['a', 'b', 'c'].map((each) => store.serviceSecret('x', each)))
      expect(new Set(said).size).toBe(1)
      expect(await store.serviceSecret('x', 'd')).toBe(said[0])
      expect(await store.serviceSecret('y', 'd')).toBe('d')
    })

    test('what was sent lately is counted by what it cost, shop by shop', async () => {
      await using store = await open()
      const personId = await owned(store, 'mawar')
      const since = store.clock.now()
      await store.enqueue([
        aDraft({ id: 'a', shopId: 'mawar', personId }),
        aDraft({ id: 'b', shopId: 'mawar', personId }),
      ])
      await store.markSent('a', 'wamid.a')
      const from = TODAY
      expect(await store.usageOf('mawar', { since, from })).toEqual({
        messages: [{ category: null, count: 1 }],
        model: [],
      })
      await store.countModelUse({ day: from, shopId: 'mawar', task: 'plan', tokens: 7 })
      await store.countModelUse({ day: from, shopId: 'mawar', task: 'plan', tokens: 5 })
      await store.countModelUse({ day: from, shopId: 'kopi', task: 'plan', tokens: 99 })
      const { model } = await store.usageOf('mawar', { since: since + 1, from })
      expect(model).toEqual([{ task: 'plan', calls: 2, tokens: 12 }])
      expect(await store.shopStates(since)).toEqual([
        { id: 'mawar', name: 'mawar', people: 1, lastFileAt: null, messages: 2, setAside: 0 },
      ])
    })
  })
}
