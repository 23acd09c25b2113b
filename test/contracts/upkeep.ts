import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { tokenHash } from '../../src/store/tokens.ts'
import { aDraft, anArrival, aReply, aShop, CHANNEL, OWNER_PHONE } from '../support/builders.ts'
import type { TestClock } from '../support/props.ts'

type OpenStore = () => Promise<
  Store & { clock: TestClock; [Symbol.asyncDispose]: () => Promise<void> }
>

const DAY_MS = 86_400_000
const SECOND_MS = 1000
const LEASE_MS = 30_000
const CHOICE = { id: 'menu', title: 'Menu' }

/** What every store must do so that many processes share it and nothing lies in it for ever. */
export const upkeepContract = (open: OpenStore): void => {
  describe('looking at shops', () => {
    test('each open shop is given out once a round, whoever asks, and again in the next', async () => {
      await using store = await open()
      const ids = Array.from({ length: 45 }, (_, i) => `shop-${String(i).padStart(2, '0')}`)
      for (const id of ids) await store.ensureShop(aShop({ id }), [])
      const round = async (): Promise<readonly string[]> => {
        await store.expectShops()
        const given: string[] = []
        // Two ask in turn and at the same time.
        for (;;) {
          const both = await Promise.all([store.claimLooks(60_000), store.claimLooks(60_000)])
          const shops = both.flat()
          if (shops.length === 0) return given.sort()
          given.push(...shops.map(({ id }) => id))
        }
      }
      expect(await round()).toEqual(ids)
      expect(await round()).toEqual([])
      store.clock.advance(61_000)
      expect(await round()).toEqual(ids)
    })

    test('a clock set back by a day keeps no shop unwatched, one set back by a second judges none twice', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      await store.expectShops()
      expect(await store.claimLooks(60_000)).toHaveLength(1)
      store.clock.advance(-SECOND_MS)
      expect(await store.claimLooks(60_000)).toEqual([])
      store.clock.advance(-DAY_MS)
      expect(await store.claimLooks(60_000)).toHaveLength(1)
    })
  })

  describe('how quickly a token brings files', () => {
    const pace = { everyMs: 2000, burst: 3 }
    const hash = tokenHash('shopbell_x')

    test('some at once, then one every two seconds, each token for itself', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      for (const [id, secret] of [
        ['a', 'shopbell_x'],
        ['b', 'shopbell_y'],
      ] as const) {
        await store.addToken({ id, shopId: 'toko-mawar', name: id, hash: tokenHash(secret) })
      }
      const turns = await Promise.all([1, 2, 3, 4].map(() => store.takeTurn(hash, pace)))
      expect(turns.sort()).toEqual([0, 0, 0, 2000])
      expect(await store.takeTurn(tokenHash('shopbell_y'), pace)).toBe(0)
      store.clock.advance(1500)
      expect(await store.takeTurn(hash, pace)).toBe(500)
      store.clock.advance(500)
      expect(await store.takeTurn(hash, pace)).toBe(0)
      expect(await store.takeTurn(hash, pace)).toBe(2000)
    })
  })

  describe('words of messages', () => {
    test('go after their time, both ways, and what is delivered again is still known', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [{ channel: CHANNEL, phone: OWNER_PHONE }])
      const says = (id: string, text: string) =>
        store.accept([
          { arrivals: [anArrival({ id, content: { kind: 'text', text } })], statuses: [] },
        ])
      const answers = async (id: string, text: string): Promise<void> => {
        const claim = await store.claimMailbox(LEASE_MS)
        const message = claim?.messages[0]
        if (!claim || !message) throw new Error('nothing to answer')
        const draft = {
          ...aDraft({ id, personId: claim.person.id }),
          reply: { ...aReply(text), choices: [CHOICE] },
        }
        const which = { seq: message.seq, absorbed: [] }
        await store.finishMessage(claim, which, { effects: [], drafts: [draft], error: null })
        await store.releaseMailbox(claim, null)
      }
      await says('wamid.old', 'rahasia lama')
      await answers('in:1:0', 'jawaban lama')
      await store.claimOutbox(LEASE_MS, 1, { everyMs: 0, burst: 1 })
      await store.markSent('in:1:0', 'wamid.out')
      expect(await store.choicesOf('id-1', 'wamid.out')).toEqual([CHOICE])
      store.clock.advance(31 * DAY_MS)
      await says('wamid.new', 'baru')
      await answers('in:2:0', 'jawaban baru')

      expect(await store.clearOldTexts(store.clock.now() - 30 * DAY_MS)).toBe(false)
      expect(
        await store.accept([{ arrivals: [anArrival({ id: 'wamid.old' })], statuses: [] }]),
      ).toBe(0)
      const [waiting] = await store.claimOutbox(LEASE_MS, 5, { everyMs: 0, burst: 1 })
      expect(waiting?.reply.text).toBe('jawaban baru')
      expect(await store.choicesOf('id-1', 'wamid.out')).toEqual([])
      // Nothing is looked at twice.
      expect(await store.clearOldTexts(store.clock.now() - 30 * DAY_MS)).toBe(false)
    })

    test('what waits for its sender keeps them, however old', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [{ channel: CHANNEL, phone: OWNER_PHONE }])
      await store.accept([{ arrivals: [anArrival()], statuses: [] }])
      store.clock.advance(90 * DAY_MS)
      await store.clearOldTexts(store.clock.now())
      const claim = await store.claimMailbox(LEASE_MS)
      expect(claim?.messages[0]?.arrival.content).toEqual({ kind: 'text', text: 'ringkasan' })
    })

    test('runs of the schedule are forgotten when nobody can ask for them any more', async () => {
      await using store = await open()
      await store.claimRun('judge', 'old')
      store.clock.advance(DAY_MS)
      await store.claimRun('judge', 'new')
      expect(await store.dropOldNotes(store.clock.now())).toBe(false)
      expect(await store.hasRun('judge', 'old')).toBe(false)
      expect(await store.hasRun('judge', 'new')).toBe(true)
    })
  })
}
