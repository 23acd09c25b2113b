import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { type ToldDays, toldDaysOf, toldOf } from '../../src/sales/told-day.ts'
import type { Store } from '../../src/store/store.ts'
import { aShop } from '../support/builders.ts'

type OpenStore = () => Promise<Store & { [Symbol.asyncDispose]: () => Promise<void> }>

const SHOP = 'toko-mawar'
const word = (no: number, rest: Partial<ToldDays> = {}): ToldDays => ({
  no,
  span: { from: day('2026-04-10'), to: day('2026-04-12') },
  branch: null,
  kind: 'closed',
  note: null,
  ...rest,
})
const tell = (store: Store, told: ToldDays) =>
  store.apply([{ kind: 'tell-days', shopId: SHOP, told }])
const holds = async (store: Store, text: string, branch: string | null = null) =>
  toldOf(toldDaysOf(await store.toldDays(SHOP)), day(text), branch)?.kind ?? null

/** What every store must keep about days: the owner's words, and what we said before they came. */
export const daysContract = (open: OpenStore): void => {
  describe('words about days', () => {
    test('the newest word about a day holds, and taking it back revives the one before', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      await tell(store, word(5))
      await tell(
        store,
        word(8, { span: { from: day('2026-04-11'), to: day('2026-04-11') }, kind: 'open' }),
      )
      expect(await holds(store, '2026-04-10')).toBe('closed')
      expect(await holds(store, '2026-04-11')).toBe('open')
      await store.apply([{ kind: 'forget-days', shopId: SHOP, no: 8 }])
      expect(await holds(store, '2026-04-11')).toBe('closed')
      expect(await holds(store, '2026-04-13')).toBeNull()
    })

    test('said twice, or brought twice, it is one word', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      await tell(store, word(5))
      await tell(store, word(5))
      await tell(store, word(6))
      expect((await store.toldDays(SHOP)).map(({ no }) => no)).toEqual([6])
    })

    test('a branch’s own word goes before the shop’s', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      await tell(store, word(5))
      await tell(store, word(6, { branch: 'Dago', kind: 'event', note: 'wisuda' }))
      expect(await holds(store, '2026-04-10', 'Dago')).toBe('event')
      expect(await holds(store, '2026-04-10', 'Braga')).toBe('closed')
      expect((await store.toldDays(SHOP))[0]).toMatchObject({ branch: 'Dago', note: 'wisuda' })
    })

    test('days said closed are explained: nobody asks for their file; an event is no closing', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      await tell(store, word(5))
      await tell(
        store,
        word(6, { span: { from: day('2026-04-11'), to: day('2026-04-11') }, kind: 'event' }),
      )
      expect(await store.explainedDays(SHOP)).toEqual(['2026-04-10', '2026-04-12'])
    })

    test('other shops’ words are theirs, and erasing takes ours', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      await tell(store, word(5))
      expect(await store.toldDays('toko-lain')).toEqual([])
      await store.eraseShop(SHOP)
      expect(await store.toldDays(SHOP)).toEqual([])
    })
  })

  describe('what was foretold', () => {
    const on = day('2026-04-02')
    const said = (middle: number, asked: boolean) => ({
      day: on,
      parts: [{ product: '', likely: middle, low: middle - 10, high: middle + 10 }],
      asked,
    })
    const foretell = (store: Store, middle: number, asked: boolean) =>
      store.apply([{ kind: 'foretell', shopId: SHOP, said: said(middle, asked) }])
    const likely = async (store: Store) =>
      (await store.foretold(SHOP, { from: on, to: on }))[0]?.parts[0]?.likely ?? null

    test('once a day: the record of the morning never replaces what the owner was told', async () => {
      await using store = await open()
      await foretell(store, 60, true)
      await foretell(store, 70, false)
      expect(await likely(store)).toBe(60)
      await foretell(store, 65, true)
      expect(await likely(store)).toBe(65)
      expect(await store.foretold(SHOP, { from: on, to: on })).toHaveLength(1)
    })

    test('nothing said, nothing kept; erasing takes it', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      expect(await likely(store)).toBeNull()
      await foretell(store, 60, false)
      await store.eraseShop(SHOP)
      expect(await likely(store)).toBeNull()
    })
  })
}
