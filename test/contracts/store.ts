import { describe, expect, test } from 'vitest'
import { type Day, day, dayNumber } from '../../src/sales/day.ts'
import type { Effect } from '../../src/store/effects.ts'
import type { Claim } from '../../src/store/inbox.ts'
import type { Draft, StatusReport } from '../../src/store/outbox.ts'
import type { LineBatch } from '../../src/store/pages.ts'
import type { Refusal, RefusalAction } from '../../src/store/refusal.ts'
import type { Store } from '../../src/store/store.ts'
import { tokenHash } from '../../src/store/tokens.ts'
import { SalesMoved } from '../../src/store/uploads.ts'
import { aDraft, anArrival, aReply, aShop, CHANNEL, OWNER_PHONE } from '../support/builders.ts'
import type { TestClock } from '../support/props.ts'

type OpenStore = () => Promise<
  Store & { clock: TestClock; [Symbol.asyncDispose]: () => Promise<void> }
>

const LEASE_MS = 30_000
const UNPACED = { everyMs: 0, burst: 1 }
const QUIET = { waiting: 0, held: 0, failed: 0, pauses: [] }
const DONE = { effects: [], drafts: [], error: null }
const MARCH: { from: Day; to: Day } = { from: day('2026-03-01'), to: day('2026-03-31') }

/** What every store must keep, whatever engine lies under it. */
export const storeContract = (open: OpenStore): void => {
  describe('the inbox', () => {
    test('the same message id twice is one message', async () => {
      await using store = await open()
      expect(await store.accept([{ arrivals: [anArrival(), anArrival()], statuses: [] }])).toBe(1)
      expect(await store.accept([{ arrivals: [anArrival()], statuses: [] }])).toBe(0)
      const claim = await claimed(store)
      expect(claim.messages).toHaveLength(1)
    })

    test('one person’s messages come in order and to one worker at a time', async () => {
      await using store = await open()
      await says(store, 'a', 'b', 'c')
      const claim = await claimed(store)
      expect(claim.messages.map((m) => m.arrival.id)).toEqual(['a', 'b', 'c'])
      expect(await store.claimMailbox(LEASE_MS)).toBeNull()
      await store.releaseMailbox(claim, null)
      expect((await claimed(store)).mailbox).toBe(claim.mailbox)
    })

    test('two people are served side by side', async () => {
      await using store = await open()
      const other = { phone: '6281299998888', userId: null, name: null }
      await store.accept([
        { arrivals: [anArrival(), anArrival({ id: 'b', sender: other })], statuses: [] },
      ])
      const [one, two] = [await claimed(store), await claimed(store)]
      expect(one.mailbox).not.toBe(two.mailbox)
    })

    test('a phone number and a business-scoped id seen together are one person ever after', async () => {
      await using store = await open()
      const both = { phone: OWNER_PHONE, userId: 'ID.1', name: 'Rina' }
      await store.accept([
        { arrivals: [anArrival({ id: 'a' })], statuses: [] },
        { arrivals: [anArrival({ id: 'b', sender: both })], statuses: [] },
        { arrivals: [anArrival({ id: 'c', sender: { ...both, phone: null } })], statuses: [] },
      ])
      const claim = await claimed(store)
      expect(claim.messages.map((m) => m.arrival.id)).toEqual(['a', 'b', 'c'])
      expect(claim.person).toMatchObject({ phone: OWNER_PHONE, userId: 'ID.1' })
    })

    test('a changed number keeps its shop', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [{ channel: CHANNEL, phone: OWNER_PHONE }])
      const current = { phone: '6281299998888', userId: null, name: null }
      const previous = { phone: OWNER_PHONE, userId: null, name: null }
      await store.accept([
        {
          arrivals: [
            anArrival({
              id: 'a',
              sender: previous,
              content: { kind: 'identity', previous, current },
            }),
            anArrival({ id: 'b', sender: current }),
          ],
          statuses: [],
        },
      ])
      const claim = await claimed(store)
      expect(claim.messages).toHaveLength(2)
      expect(claim.membership?.shop.name).toBe('Toko Mawar')
    })

    test('a worker that lost its lease changes nothing', async () => {
      await using store = await open()
      await says(store, 'a')
      const slow = await claimed(store)
      store.clock.advance(LEASE_MS + 1)
      const next = await claimed(store)
      expect(await store.beginAttempt(slow, seqOf(slow), LEASE_MS)).toBe(false)
      expect(await store.finishMessage(slow, only(slow), { ...DONE, drafts: [aDraft()] })).toBe(
        false,
      )
      expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toEqual([])
      expect(await store.finishMessage(next, only(next), DONE)).toBe(true)
      expect(await store.finishMessage(next, only(next), DONE)).toBe(false)
    })

    test('attempts are counted before the work, so that a crash counts', async () => {
      await using store = await open()
      await says(store, 'a')
      for (let crash = 0; crash < 3; crash++) {
        const claim = await claimed(store)
        expect(claim.messages[0]?.attempts).toBe(crash)
        await store.beginAttempt(claim, seqOf(claim), LEASE_MS)
        store.clock.advance(LEASE_MS + 1)
      }
    })

    test('a failed message waits for its time, a new one does not hurry it', async () => {
      await using store = await open()
      await says(store, 'a')
      const claim = await claimed(store)
      const at = store.clock.now() + 8000
      await store.releaseMailbox(claim, {
        at,
        failure: { seq: seqOf(claim), error: 'no network' },
      })
      await says(store, 'b')
      expect(await store.claimMailbox(LEASE_MS)).toBeNull()
      expect(await store.nextMailboxAt()).toBe(at)
      store.clock.advance(8000)
      const { messages } = await claimed(store)
      expect(messages.map((m) => m.arrival.id)).toEqual(['a', 'b'])
      expect(messages.map(({ failures }) => failures)).toEqual([1, 0])
    })

    test('a message set aside is counted and does not block the next one', async () => {
      await using store = await open()
      await says(store, 'a', 'b')
      const claim = await claimed(store)
      await store.finishMessage(claim, only(claim), { ...DONE, error: 'five times' })
      await store.releaseMailbox(claim, null)
      expect((await claimed(store)).messages.map((m) => m.arrival.id)).toEqual(['b'])
      expect(await store.inboxHealth()).toMatchObject({ pending: 1, setAside: 1 })
    })
  })

  describe('the outbox', () => {
    test('finishing a message and queueing its replies is one fact, once', async () => {
      await using store = await open()
      const claim = await working(store)
      await store.finishMessage(claim, only(claim), { ...DONE, drafts: [draftFor(claim)] })
      const [parcel] = await store.claimOutbox(LEASE_MS, 9, UNPACED)
      expect(parcel).toMatchObject({ id: 'in:1:0', phone: OWNER_PHONE, reply: aReply() })
      expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toEqual([])
    })

    test('a person’s messages leave one after the other', async () => {
      await using store = await open()
      const claim = await working(store)
      await store.enqueue([draftFor(claim), draftFor(claim, 'in:1:1')])
      expect((await store.claimOutbox(LEASE_MS, 9, UNPACED)).map((p) => p.id)).toEqual(['in:1:0'])
      expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toEqual([])
      await store.markSent('in:1:0', 'wamid.out')
      expect((await store.claimOutbox(LEASE_MS, 9, UNPACED)).map((p) => p.id)).toEqual(['in:1:1'])
    })

    test('a picture comes out as it went in', async () => {
      await using store = await open()
      const claim = await working(store)
      const attachment = {
        kind: 'image' as const,
        mimeType: 'image/png',
        fileName: 'grafik.png',
        bytes: new Uint8Array([1, 2, 255]),
      }
      await store.enqueue([{ ...draftFor(claim), reply: { ...aReply(), attachment } }])
      const [parcel] = await store.claimOutbox(LEASE_MS, 9, UNPACED)
      expect([...(parcel?.reply.attachment?.bytes ?? [])]).toEqual([1, 2, 255])
    })

    test('a sender that died leaves an unknown outcome: it waits for a status, then is sent once more', async () => {
      await using store = await open()
      const claim = await working(store)
      await store.enqueue([draftFor(claim)])
      await store.claimOutbox(LEASE_MS, 9, UNPACED)
      store.clock.advance(LEASE_MS + 1)
      await store.sweepOutbox(90_000)
      expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toEqual([])
      store.clock.advance(90_001)
      expect(await store.sweepOutbox(90_000)).toEqual({ resent: 1, failed: 0, expired: 0 })
      expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toHaveLength(1)
    })

    test('a status that names the message settles an unknown outcome: nothing is sent again', async () => {
      await using store = await open()
      const claim = await working(store)
      await store.enqueue([draftFor(claim)])
      await store.claimOutbox(LEASE_MS, 9, UNPACED)
      store.clock.advance(LEASE_MS + 1)
      await store.sweepOutbox(90_000)
      await store.accept([{ arrivals: [], statuses: [status('delivered', 'in:1:0')] }])
      store.clock.advance(200_000)
      expect(await store.sweepOutbox(90_000)).toEqual({ resent: 0, failed: 0, expired: 0 })
      expect(await store.outboxHealth()).toEqual(QUIET)
    })

    test('a status that overtakes our own answer is not lost, and a late one never lowers it', async () => {
      await using store = await open()
      const claim = await working(store)
      await store.enqueue([draftFor(claim)])
      await store.claimOutbox(LEASE_MS, 9, UNPACED)
      await store.accept([{ arrivals: [], statuses: [status('failed', null)] }])
      await store.markSent('in:1:0', 'wamid.out')
      expect((await store.outboxHealth()).failed).toBe(1)
      await store.accept([{ arrivals: [], statuses: [status('read', null)] }])
      await store.accept([
        { arrivals: [], statuses: [status('failed', null), status('sent', null)] },
      ])
      expect((await store.outboxHealth()).failed).toBe(0)
    })

    test('a message held for a closed window goes out when the person writes again', async () => {
      await using store = await open()
      const claim = await working(store)
      await store.enqueue([draftFor(claim)])
      await store.claimOutbox(LEASE_MS, 9, UNPACED)
      await store.settle('in:1:0', { state: 'held', nextAt: store.clock.now(), error: 'window' })
      expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toEqual([])
      await says(store, 'later')
      expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toHaveLength(1)
    })

    test('what was held for three days is stale news and is dropped', async () => {
      await using store = await open()
      await queued(store)
      await store.refuse('in:1:0', refusal('hold'))
      store.clock.advance(3 * 86_400_000 + 1)
      expect(await store.sweepOutbox(90_000)).toEqual({ resent: 0, failed: 0, expired: 1 })
    })

    test('one person is written to at their pace, another one at once', async () => {
      await using store = await open()
      const claim = await working(store)
      const pace = { everyMs: 6000, burst: 2 }
      const next = async () => {
        const parcels = await store.claimOutbox(LEASE_MS, 9, pace)
        for (const { id } of parcels) await store.markSent(id, `wamid.${id}`)
        return parcels.map(({ id }) => id)
      }
      await store.enqueue(['a', 'b', 'c', 'd'].map((id) => draftFor(claim, id)))
      expect([await next(), await next(), await next()]).toEqual([['a'], ['b'], []])
      expect(await store.nextOutboxAt(pace)).toBe(store.clock.now() + 6000)
      const sender = { phone: '6281299998888', userId: null, name: null }
      await store.accept([{ arrivals: [anArrival({ id: 'z', sender })], statuses: [] }])
      const other = await claimed(store)
      await store.enqueue([draftFor(other, 'e')])
      expect(await next()).toEqual(['e'])
      store.clock.advance(6000)
      expect([await next(), await next()]).toEqual([['c'], []])
    })

    test('a number that the operator must mend sends nothing until then, and loses nothing', async () => {
      await using store = await open()
      const claim = await queued(store)
      await store.enqueue([draftFor(claim, 'next')])
      await store.refuse('in:1:0', { ...refusal('config'), reason: '190 token expired' })
      expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toEqual([])
      const { waiting, pauses } = await store.outboxHealth()
      expect(waiting).toBe(2)
      expect(pauses).toMatchObject([{ reason: '190 token expired', needsOperator: true }])
      const until = pauses[0]?.until ?? 0
      expect(await store.nextOutboxAt(UNPACED)).toBe(until)
      store.clock.advance(until - store.clock.now())
      expect((await store.claimOutbox(LEASE_MS, 9, UNPACED)).map(({ id }) => id)).toEqual([
        'in:1:0',
      ])
    })

    test('131047 after it was taken: the template goes, and old reports of the first try change nothing', async () => {
      await using store = await open()
      const claim = await working(store)
      const fallback: Draft['fallback'] = {
        template: 'alert',
        date: '31 Mar',
        line: 'turun',
        taps: ['alert:x', 'alerts'],
        language: 'id',
      }
      await store.enqueue([{ ...draftFor(claim), fallback }])
      await store.claimOutbox(LEASE_MS, 9, UNPACED)
      await store.markSent('in:1:0', 'wamid.one')
      const failed = {
        wamid: 'wamid.one',
        opaqueId: 'in:1:0',
        state: 'failed' as const,
        at: store.clock.now(),
        refusal: refusal('window'),
      }
      await store.accept([{ arrivals: [], statuses: [failed] }])
      const [parcel] = await store.claimOutbox(LEASE_MS, 9, UNPACED)
      expect(parcel).toMatchObject({ id: 'in:1:0', byTemplate: true })
      await store.accept([{ arrivals: [], statuses: [failed] }])
      await store.markSent('in:1:0', 'wamid.two')
      await store.accept([{ arrivals: [], statuses: [failed] }])
      expect(await store.outboxHealth()).toEqual(QUIET)
      expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toEqual([])
    })

    test('131047 for an answer without a template: held, and free-form again when the person writes', async () => {
      await using store = await open()
      await queued(store)
      await store.markSent('in:1:0', 'wamid.one')
      const report = { wamid: 'wamid.one', opaqueId: 'in:1:0', at: 0, state: 'failed' as const }
      await store.accept([{ arrivals: [], statuses: [{ ...report, refusal: refusal('window') }] }])
      expect((await store.outboxHealth()).held).toBe(1)
      await says(store, 'later')
      const [parcel] = await store.claimOutbox(LEASE_MS, 9, UNPACED)
      expect(parcel).toMatchObject({ byTemplate: false, attempts: 1 })
    })

    test('a picture that is not taken is left out, and its words go', async () => {
      await using store = await open()
      const claim = await working(store)
      const attachment = {
        kind: 'image' as const,
        mimeType: 'image/png',
        fileName: 'grafik.png',
        bytes: new Uint8Array([1]),
      }
      await store.enqueue([{ ...draftFor(claim), reply: { ...aReply(), attachment } }])
      await store.claimOutbox(LEASE_MS, 9, UNPACED)
      await store.refuse('in:1:0', refusal('attachment'))
      const [parcel] = await store.claimOutbox(LEASE_MS, 9, UNPACED)
      expect(parcel?.reply).toEqual(aReply())
      await store.refuse('in:1:0', refusal('attachment'))
      expect((await store.outboxHealth()).failed).toBe(1)
    })

    test('their trouble after it was taken: sent again a few times, then given up', async () => {
      await using store = await open()
      const claim = await working(store)
      await store.enqueue([draftFor(claim)])
      for (const attempt of [1, 2, 3, 4, 5]) {
        expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toMatchObject([{ attempts: attempt }])
        await store.markSent('in:1:0', `wamid.${attempt}`)
        const wamid = `wamid.${attempt}`
        const report = { wamid, opaqueId: null, at: 0, state: 'failed' as const }
        await store.accept([{ arrivals: [], statuses: [{ ...report, refusal: refusal('again') }] }])
        store.clock.advance(100_000)
      }
      expect((await store.outboxHealth()).failed).toBe(1)
    })
  })

  describe('sales', () => {
    test('a staged file is invisible until it is published', async () => {
      await using store = await open()
      const staged = await stage(store, [line('2026-03-02', 'Mawar', 2, 50_000)])
      expect(await store.coverage('toko-mawar')).toBeNull()
      expect(await store.branchDays('toko-mawar', MARCH)).toEqual([])
      await store.publish(staged.publication)
      expect(await store.branchDays('toko-mawar', MARCH)).toEqual([
        {
          day: '2026-03-02',
          branch: 'Dago',
          receipts: null,
          lines: 1,
          quantity: 2000,
          revenue: 5_000_000,
          refundLines: 0,
          refunds: 0,
        },
      ])
    })

    test('equal lines in a file are equal sales', async () => {
      await using store = await open()
      const twin = line('2026-03-02', 'Mawar', 2, 50_000)
      await publish(store, [twin, twin, twin])
      expect((await store.productSums('toko-mawar', MARCH))[0]).toMatchObject({
        lines: 3,
        quantity: 6000,
      })
    })

    test('several sales on one line of a wide file are several sales', async () => {
      await using store = await open()
      const sales = [
        { ...line('2026-03-02', 'Mawar', 2, 50_000), row: 2 },
        { ...line('2026-03-02', 'Lily', 1, 30_000), row: 2 },
      ]
      const staged = await stage(store, sales)
      await store.publish(staged.publication)
      expect(await revenueOf(store)).toBe(8_000_000)
    })

    test('refunds are kept apart and taken off', async () => {
      await using store = await open()
      await publish(store, [
        line('2026-03-02', 'Mawar', 2, 50_000),
        { ...line('2026-03-02', 'Mawar', -1, -25_000), refund: true },
      ])
      expect((await store.branchDays('toko-mawar', MARCH))[0]).toMatchObject({
        lines: 1,
        refundLines: 1,
        revenue: 2_500_000,
        refunds: 2_500_000,
      })
    })

    test('an overlapping file adds only what is new', async () => {
      await using store = await open()
      const [a, b, c] = [
        line('2026-03-02', 'Mawar', 2, 50_000),
        line('2026-03-02', 'Mawar', 2, 50_000),
        line('2026-03-03', 'Lily', 1, 30_000),
      ]
      expect((await publish(store, [a, b])).newLines).toBe(2)
      expect((await publish(store, [a, b, b, c])).newLines).toBe(2)
      expect(await revenueOf(store)).toBe(18_000_000)
    })

    test('undoing A after A and B leaves exactly B, and undoing B leaves exactly A', async () => {
      const a = [line('2026-03-02', 'Mawar', 2, 50_000), line('2026-03-03', 'Lily', 1, 30_000)]
      const b = [
        line('2026-03-02', 'Mawar', 2, 50_000),
        line('2026-03-02', 'Mawar', 2, 50_000),
        line('2026-03-04', 'Lily', 1, 30_000),
      ]
      for (const [undone, left] of [
        [1, b],
        [2, a],
      ] as const) {
        await using both = await open()
        await publish(both, a)
        await publish(both, b)
        await undo(both, undone)
        await using alone = await open()
        await publish(alone, left)
        expect(await both.branchDays('toko-mawar', MARCH)).toEqual(
          await alone.branchDays('toko-mawar', MARCH),
        )
        expect(await both.productSums('toko-mawar', MARCH)).toEqual(
          await alone.productSums('toko-mawar', MARCH),
        )
      }
    })

    test('a corrected file takes the place of what its days had, and undoing it brings that back', async () => {
      await using store = await open()
      await publish(store, [
        line('2026-03-02', 'Mawar', 2, 50_000),
        line('2026-03-02', 'Lily', 1, 30_000),
        line('2026-03-03', 'Lily', 1, 30_000),
      ])
      await publish(store, [
        line('2026-03-02', 'Mawar', 3, 75_000),
        line('2026-03-02', 'Lily', 1, 30_000),
      ])
      expect(await revenueOf(store)).toBe(18_500_000)
      await apply(store, { kind: 'replace', shopId: 'toko-mawar', upload: 2 })
      expect(await revenueOf(store)).toBe(13_500_000)
      await apply(store, { kind: 'replace', shopId: 'toko-mawar', upload: 2 })
      expect(await revenueOf(store)).toBe(13_500_000)
      await undo(store, 2)
      expect(await revenueOf(store)).toBe(11_000_000)
    })

    test('an overlap is told: how many days had other sales, and when the known lines came', async () => {
      await using store = await open()
      const first = store.clock.now()
      await publish(store, [
        line('2026-03-02', 'Mawar', 2, 50_000),
        line('2026-03-03', 'Lily', 1, 30_000),
      ])
      store.clock.advance(60_000)
      const staged = await stage(store, [
        line('2026-03-02', 'Mawar', 2, 50_000),
        line('2026-03-03', 'Kaktus', 1, 20_000),
        line('2026-03-04', 'Kaktus', 1, 20_000),
      ])
      const { upload, firstDay, lastDay } = staged.publication
      expect(
        await store.overlapOf({ shopId: 'toko-mawar', upload }, { from: firstDay, to: lastDay }),
      ).toEqual({ sharedDays: 1, earlierAt: first })
    })

    test('spellings that differ in case only are one product', async () => {
      await using store = await open()
      await publish(store, [
        line('2026-03-02', 'Mawar Merah', 1, 10_000),
        line('2026-03-02', 'MAWAR  merah', 1, 10_000),
      ])
      expect((await store.productSums('toko-mawar', MARCH)).map((p) => p.product)).toEqual([
        'Mawar Merah',
      ])
    })

    test('one shop never sees another shop’s sales', async () => {
      await using store = await open()
      await publish(store, [line('2026-03-02', 'Mawar', 2, 50_000)])
      await publish(store, [line('2026-03-02', 'Kaktus', 9, 90_000)], 'toko-lain')
      expect(await revenueOf(store)).toBe(5_000_000)
      expect((await store.productSums('toko-mawar', MARCH)).map((p) => p.product)).toEqual([
        'Mawar',
      ])
    })

    test('what a crash left of an import is swept away day by day, and nothing else', async () => {
      await using store = await open()
      await publish(store, [line('2026-03-02', 'Mawar', 2, 50_000)])
      await stage(store, [line('2026-03-02', 'Lily', 1, 1000), line('2026-03-04', 'Lily', 1, 1000)])
      store.clock.advance(3_600_000)
      let rounds = 0
      while (await store.sweepStaging(store.clock.now())) rounds++
      expect(rounds).toBe(4)
      expect(await revenueOf(store)).toBe(5_000_000)
    })
  })

  describe('two files at the same time', () => {
    test('a name cut in the middle of an emoji has its number like any other', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      const cut = { kind: 'product' as const, index: 1, text: 'Mawar \ud83c' }
      const [first] = await store.addLabels(aShop().id, [cut])
      expect(await store.addLabels(aShop().id, [cut])).toEqual([first])
    })

    test('a file settled before another was published is not published on top of it', async () => {
      await using store = await open()
      const shared = line('2026-03-02', 'Mawar', 2, 50_000)
      const early = await stage(store, [shared, line('2026-03-03', 'Lily', 1, 30_000)])
      await publish(store, [shared, line('2026-03-04', 'Lily', 1, 30_000)])
      await expect(store.publish(early.publication)).rejects.toBeInstanceOf(SalesMoved)
      expect(await revenueOf(store)).toBe(8_000_000)
      await publish(store, [shared, line('2026-03-03', 'Lily', 1, 30_000)])
      expect(await revenueOf(store)).toBe(11_000_000)
    })

    test('nor after an undo, whose sales it had stood back for', async () => {
      await using store = await open()
      const shared = line('2026-03-02', 'Mawar', 2, 50_000)
      await publish(store, [shared])
      const late = await stage(store, [shared, line('2026-03-03', 'Lily', 1, 30_000)])
      expect(late.newLines).toBe(1)
      await undo(store, 1)
      await expect(store.publish(late.publication)).rejects.toBeInstanceOf(SalesMoved)
      expect(await revenueOf(store)).toBe(0)
    })

    test('what the owner deletes while it is read does not come back', async () => {
      await using store = await open()
      const staged = await stage(store, [line('2026-03-02', 'Mawar', 2, 50_000)])
      await store.eraseShop('toko-mawar')
      const basis = await store.salesVersion('toko-mawar')
      await expect(store.publish({ ...staged.publication, basis })).rejects.toBeInstanceOf(
        SalesMoved,
      )
      expect(await store.coverage('toko-mawar')).toBeNull()
    })

    test('another shop’s files are no reason to wait', async () => {
      await using store = await open()
      const staged = await stage(store, [line('2026-03-02', 'Mawar', 2, 50_000)])
      await publish(store, [line('2026-03-02', 'Kaktus', 9, 90_000)], 'toko-lain')
      await store.publish(staged.publication)
      expect(await revenueOf(store)).toBe(5_000_000)
    })
  })

  describe('tokens', () => {
    const token = { id: 't1', shopId: 'toko-mawar', name: 'kasir', hash: tokenHash('secret') }

    test('a token opens its shop until it is revoked, and revoking happens once', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      await store.addToken(token)
      expect((await store.shopOfToken(tokenHash('secret')))?.name).toBe('Toko Mawar')
      expect(await store.shopOfToken(tokenHash('Secret'))).toBeNull()
      expect(await store.revokeToken('t2')).toBe(false)
      expect(await store.revokeToken('t1')).toBe(true)
      expect(await store.revokeToken('t1')).toBe(false)
      expect(await store.shopOfToken(tokenHash('secret'))).toBeNull()
    })

    test('a list tells what each is for and when it was used, to the minute, and no secret', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      await store.addToken(token)
      const made = store.clock.now()
      store.clock.advance(5000)
      await store.shopOfToken(token.hash)
      store.clock.advance(5000)
      await store.shopOfToken(token.hash)
      expect(await store.listTokens()).toEqual([
        {
          id: 't1',
          shopId: 'toko-mawar',
          name: 'kasir',
          createdAt: made,
          lastUsedAt: made + 5000,
          revokedAt: null,
          expiresAt: null,
        },
      ])
      store.clock.advance(60_000)
      await store.shopOfToken(token.hash)
      expect((await store.listTokens())[0]?.lastUsedAt).toBe(made + 70_000)
    })

    test('past its time it opens nothing and leaves the shop’s list', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      await store.addToken({ ...token, expiresAt: store.clock.now() + 60_000 })
      expect(await store.shopOfToken(token.hash)).not.toBeNull()
      expect(await store.tokensOf('toko-mawar')).toHaveLength(1)
      store.clock.advance(60_000)
      expect(await store.shopOfToken(token.hash)).toBeNull()
      expect(await store.tokensOf('toko-mawar')).toEqual([])
    })
  })

  describe('files through the API', () => {
    const fresh = { shopId: 'toko-mawar', id: 'a', key: 'k', sha256: 'f' }
    const target = { shopId: 'toko-mawar', id: 'a' }
    const answer = { status: 201, body: '{}' }

    test('sales and their answer become true together, once', async () => {
      await using store = await open()
      const staged = await stage(store, [line('2026-03-02', 'Mawar', 2, 50_000)])
      const effects = [{ kind: 'publish' as const, publication: staged.publication }]
      await store.beginApiImport(fresh, LEASE_MS)
      expect(await store.finishApiImport(target, { answer, lines: 1, effects })).toBe(true)
      expect(await store.finishApiImport(target, { answer, lines: 1, effects })).toBe(false)
      expect(await revenueOf(store)).toBe(5_000_000)
      expect(await store.readApiImport(target)).toMatchObject({ lines: 1, answer })
    })

    test('where the sales may not be published there is no answer either', async () => {
      await using store = await open()
      const staged = await stage(store, [line('2026-03-02', 'Mawar', 2, 50_000)])
      const publication = { ...staged.publication, basis: 99 }
      await store.beginApiImport(fresh, LEASE_MS)
      await expect(
        store.finishApiImport(target, {
          answer,
          lines: 1,
          effects: [{ kind: 'publish', publication }],
        }),
      ).rejects.toBeInstanceOf(SalesMoved)
      expect((await store.readApiImport(target))?.answer).toBeNull()
      expect(await revenueOf(store)).toBe(0)
    })

    test('a key is one file’s: running, answered, open again, or another’s', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      const begin = (changes: Partial<typeof fresh> = {}) =>
        store.beginApiImport({ ...fresh, id: 'b', ...changes }, LEASE_MS)
      expect(await begin({ id: 'a' })).toEqual({ kind: 'begun', id: 'a' })
      expect(await begin()).toMatchObject({ kind: 'running', known: { id: 'a' } })
      expect(await begin({ sha256: 'g' })).toEqual({ kind: 'other-file' })
      expect(await begin({ shopId: 'toko-lain' })).toEqual({ kind: 'begun', id: 'b' })
      const question = { status: 409, body: '{}' }
      await store.finishApiImport(target, { answer: question, lines: 0, effects: [] })
      expect(await begin()).toEqual({ kind: 'begun', id: 'a' })
      await store.finishApiImport(target, { answer, lines: 1, effects: [] })
      expect(await begin()).toMatchObject({ kind: 'answered', known: { id: 'a', answer } })
    })

    test('without a key every file is its own import', async () => {
      await using store = await open()
      for (const id of ['a', 'b']) {
        const begun = await store.beginApiImport({ ...fresh, id, key: null }, LEASE_MS)
        expect(begun).toEqual({ kind: 'begun', id })
      }
    })

    test('a reader that is alive keeps its import; one that died leaves it to the next', async () => {
      await using store = await open()
      await store.beginApiImport(fresh, LEASE_MS)
      store.clock.advance(LEASE_MS - 1)
      await store.renewApiImport(target, 500, LEASE_MS)
      store.clock.advance(LEASE_MS - 1)
      const asked = await store.beginApiImport(fresh, LEASE_MS)
      expect(asked).toMatchObject({ kind: 'running', known: { lines: 500 } })
      store.clock.advance(2)
      expect(await store.beginApiImport(fresh, LEASE_MS)).toEqual({ kind: 'begun', id: 'a' })
      expect(await store.readApiImport(target)).toMatchObject({ lines: 0 })
    })

    test('old answers are swept, young ones stay; deleting the shop’s data takes all', async () => {
      await using store = await open()
      await store.ensureShop(aShop(), [])
      await store.beginApiImport(fresh, LEASE_MS)
      store.clock.advance(1000)
      await store.beginApiImport({ ...fresh, id: 'b', key: 'l' }, LEASE_MS)
      expect(await store.sweepApiImports(store.clock.now())).toBe(false)
      expect(await store.readApiImport(target)).toBeNull()
      expect(await store.readApiImport({ ...target, id: 'b' })).not.toBeNull()
      await store.eraseShop('toko-mawar')
      expect(await store.readApiImport({ ...target, id: 'b' })).toBeNull()
    })
  })

  describe('watching', () => {
    test('a day raises one alert, whatever restarts', async () => {
      await using store = await open()
      const claim = await working(store)
      const alert = { shopId: 'toko-mawar', day: day('2026-03-31'), finding: '{}' }
      const ring = (today: string, id: string) =>
        store.ringAlert(alert, { today: day(today), drafts: [draftFor(claim, id)] })
      expect(await ring('2026-04-01', 'alert:1')).toBe(true)
      expect(await ring('2026-04-01', 'alert:2')).toBe(false)
      expect(await ring('2026-04-02', 'alert:3')).toBe(false)
      expect(await store.readBell('toko-mawar', day('2026-04-02'))).toBeNull()
      expect((await store.claimOutbox(LEASE_MS, 9, UNPACED)).map((p) => p.id)).toEqual(['alert:1'])
    })

    test('an alert and a reminder on one day are one bubble too many: the second waits', async () => {
      await using store = await open()
      const claim = await working(store)
      const today = day('2026-04-01')
      const shopId = 'toko-mawar'
      const about = { from: day('2026-03-30'), to: day('2026-03-31') }
      const reminder = {
        shopId,
        today,
        about,
        kind: 'reminder',
        job: 'remind',
        slot: 's/1',
      } as const
      expect(await store.ringBell(reminder, [draftFor(claim, 'remind:1')])).toBe(true)
      expect(await store.hasRun('remind', 's/1')).toBe(true)
      const alert = { shopId, day: day('2026-03-29'), finding: '{}' }
      expect(await store.ringAlert(alert, { today, drafts: [draftFor(claim, 'alert:1')] })).toBe(
        false,
      )
      expect(await store.toldAlerts(shopId)).toEqual([])
      const tomorrow = { today: day('2026-04-02'), drafts: [draftFor(claim, 'alert:2')] }
      expect(await store.ringAlert(alert, tomorrow)).toBe(true)
    })

    test('an urgent alert comes beside the day’s one bubble, once', async () => {
      await using store = await open()
      const claim = await working(store)
      const [shopId, today] = ['toko-mawar', day('2026-04-01')]
      const ring = (on: string, urgent: boolean) =>
        store.ringAlert(
          { shopId, day: day(on), finding: '{}' },
          { today, urgent, drafts: [draftFor(claim, `alert:${on}`)] },
        )
      expect(await ring('2026-03-30', false)).toBe(true)
      expect(await ring('2026-03-29', false)).toBe(false)
      expect(await ring('2026-03-31', true)).toBe(true)
      expect(await ring('2026-03-28', true)).toBe(false)
      expect((await store.readBell(shopId, today))?.about.to).toBe('2026-03-30')
      expect((await store.readBell(shopId, today, true))?.about.to).toBe('2026-03-31')
    })

    test('a run that is done rings no bell, and a bell that rang leaves the run to do', async () => {
      await using store = await open()
      const claim = await working(store)
      const [shopId, today] = ['toko-mawar', day('2026-04-01')]
      const about = { from: day('2026-03-25'), to: day('2026-03-31') }
      const ring = (on: Day, slot: string) =>
        store.ringBell({ shopId, today: on, about, kind: 'digest', job: 'digest', slot }, [
          draftFor(claim, `digest:${on}/${slot}`),
        ])
      expect(await ring(today, 'a')).toBe(true)
      expect(await ring(today, 'b')).toBe(false)
      expect(await store.hasRun('digest', 'b')).toBe(false)
      expect(await ring(day('2026-04-02'), 'a')).toBe(false)
      expect(await store.readBell(shopId, day('2026-04-02'))).toBeNull()
      expect(await ring(day('2026-04-03'), 'b')).toBe(true)
      const days = { from: today, to: day('2026-04-30') }
      expect((await store.bellsOf(shopId, 'digest', days)).map((bell) => bell.day)).toEqual([
        '2026-04-03',
        '2026-04-01',
      ])
      expect(await store.bellsOf(shopId, 'reminder', days)).toEqual([])
    })

    test('what comes by itself and when is kept, changed and taken back', async () => {
      await using store = await open()
      const personId = (await working(store)).mailbox
      const shopId = 'toko-mawar'
      expect(await store.digestsOf(shopId)).toEqual([])
      expect(await store.quietHours(shopId, personId)).toEqual({
        from: 1260,
        to: 420,
        urgentAnyway: false,
      })
      const quiet = { from: 1320, to: 360, urgentAnyway: true }
      await store.apply([
        { kind: 'digest', shopId, digest: { kind: 'daily', minute: 480 }, personId: null },
        {
          kind: 'digest',
          shopId,
          digest: { kind: 'weekly', minute: 420, weekday: 7 },
          personId: null,
        },
        { kind: 'digest', shopId, digest: { kind: 'daily', minute: 540 }, personId },
        { kind: 'quiet-hours', personId, quiet },
      ])
      expect(await store.digestsOf(shopId)).toMatchObject([
        { kind: 'daily', minute: 540, askedBy: personId },
        { kind: 'weekly', minute: 420, weekday: 7 },
      ])
      expect(await store.quietHours(shopId, personId)).toEqual(quiet)
      await store.apply([{ kind: 'end-digest', shopId, which: 'daily' }])
      expect(await store.digestsOf(shopId)).toMatchObject([{ kind: 'weekly' }])
      await store.apply([{ kind: 'end-digest', shopId, which: null }])
      expect(await store.digestsOf(shopId)).toEqual([])
    })

    test('a secret goes out whole until the channel has it, and is nowhere after that', async () => {
      await using store = await open()
      const claim = await working(store)
      const shown = 'the key is abc123'
      const reply = { ...aReply(shown), keptAs: 'the key is not kept' }
      await store.enqueue([{ ...draftFor(claim), reply }])
      const next = async () => (await store.claimOutbox(LEASE_MS, 9, UNPACED))[0]?.reply.text
      expect(await next()).toBe(shown)
      await store.refuse('in:1:0', refusal('again'))
      store.clock.advance(3_600_000)
      expect(await next()).toBe(shown)
      await store.markSent('in:1:0', 'wamid.key')
      // Taken and then failed: it may go again, without the secret.
      const failed = {
        wamid: 'wamid.key',
        opaqueId: 'in:1:0',
        state: 'failed' as const,
        at: store.clock.now(),
        refusal: refusal('again'),
      }
      await store.accept([{ arrivals: [], statuses: [failed] }])
      store.clock.advance(3_600_000)
      expect(await next()).toBe('the key is not kept')
    })

    test('who told WhatsApp to stop marketing is counted until they resume; an old word undoes nothing', async () => {
      await using store = await open()
      const { person } = await working(store)
      const told = (wantsMarketing: boolean, at: number) =>
        store.accept([
          {
            arrivals: [],
            statuses: [],
            preferences: [
              { channel: person.channel, phone: person.phone, userId: null, wantsMarketing, at },
              { channel: person.channel, phone: '000', userId: null, wantsMarketing, at },
            ],
          },
        ])
      await told(false, 2000)
      await told(true, 1000)
      expect(await store.countMarketingStopped()).toBe(1)
      // What they asked for comes all the same.
      expect(await store.listenersOf('toko-mawar')).toHaveLength(1)
      await told(true, 3000)
      expect(await store.countMarketingStopped()).toBe(0)
    })

    test('what waits for somebody’s morning goes then, or when they write, and not in between', async () => {
      await using store = await open()
      const claim = await working(store)
      const morning = store.clock.now() + 8 * 3_600_000
      await store.enqueue([{ ...draftFor(claim, 'alert:1'), notBefore: morning }])
      expect(await store.claimOutbox(LEASE_MS, 9, UNPACED)).toEqual([])
      expect(await store.nextOutboxAt(UNPACED)).toBe(morning)
      // An answer is not held up by it.
      await store.enqueue([draftFor(claim, 'in:7:0')])
      expect((await store.claimOutbox(LEASE_MS, 9, UNPACED)).map((p) => p.id)).toEqual(['in:7:0'])
      store.clock.advance(8 * 3_600_000)
      await store.sweepOutbox(90_000)
      await store.markSent('in:7:0', 'wamid.7')
      expect((await store.claimOutbox(LEASE_MS, 9, UNPACED)).map((p) => p.id)).toEqual(['alert:1'])
    })

    test('who says stop is no listener, and what waits for them goes; answers stay', async () => {
      await using store = await open()
      const claim = await working(store)
      const personId = claim.mailbox
      await store.enqueue([draftFor(claim, 'alert:1'), draftFor(claim, 'in:7:0')])
      expect(await store.listenersOf('toko-mawar')).toMatchObject([{ id: personId }])
      await store.apply([{ kind: 'hush', personId }])
      expect(await store.isHushed(personId)).toBe(true)
      expect(await store.listenersOf('toko-mawar')).toEqual([])
      expect(await store.ownersOf('toko-mawar')).toHaveLength(1)
      expect((await store.claimOutbox(LEASE_MS, 9, UNPACED)).map((p) => p.id)).toEqual(['in:7:0'])
      await store.apply([{ kind: 'unhush', personId }])
      expect(await store.listenersOf('toko-mawar')).toHaveLength(1)
    })

    test('what the owner says about alerts and reminders is kept', async () => {
      await using store = await open()
      const claim = await working(store)
      const shopId = 'toko-mawar'
      const [asked, about] = [day('2026-03-31'), day('2026-03-30')]
      const days = { from: about, to: about }
      await store.ringBell(
        { shopId, today: asked, about: days, kind: 'reminder', job: 'remind', slot: 's/1' },
        [draftFor(claim, 'remind:1')],
      )
      const on = day('2026-04-01')
      await store.ringAlert({ shopId, day: on, finding: '{}' }, { today: on, drafts: [] })
      const said = { shopId, personId: claim.mailbox }
      await store.apply([
        { kind: 'reminder-label', ...said, day: asked, label: 'closed' },
        { kind: 'label', ...said, day: on, label: 'promo' },
        { kind: 'alert-level', shopId, level: 'less' },
      ])
      expect(await store.toldAlerts(shopId)).toMatchObject([{ day: on, label: 'promo' }])
      expect(await store.explainedDays(shopId)).toEqual([about, on])
      expect(await store.alertLevel(shopId)).toEqual({ level: 'less', since: store.clock.now() })
      expect(await store.alertLevel('another')).toEqual({ level: 'usual', since: 0 })
      await store.eraseShop(shopId)
      expect(await store.explainedDays(shopId)).toEqual([])
      expect(await store.readBell(shopId, asked)).toBeNull()
    })

    test('a scheduled run is claimed once', async () => {
      await using store = await open()
      expect(await store.hasRun('judge', 'a')).toBe(false)
      expect(await store.claimRun('judge', 'a')).toBe(true)
      expect(await store.claimRun('judge', 'a')).toBe(false)
      expect(await store.hasRun('judge', 'a')).toBe(true)
    })
  })
}

type TestLine = {
  /** Line of the file, where it is not the next one. */
  readonly row?: number
  readonly day: string
  readonly product: string
  readonly quantity: number
  readonly money: number
  readonly refund?: boolean
}

const line = (day_: string, product: string, quantity: number, money: number): TestLine => ({
  day: day_,
  product,
  quantity,
  money,
})

const says = (store: Store, ...ids: string[]) =>
  store.accept([{ arrivals: ids.map((id) => anArrival({ id })), statuses: [] }])

const claimed = async (store: Store): Promise<Claim> => {
  const claim = await store.claimMailbox(LEASE_MS)
  if (!claim) throw new Error('nothing to claim')
  return claim
}

/** A shop whose owner has just written, and the claim on that message. */
const working = async (store: Store): Promise<Claim> => {
  await store.ensureShop(aShop(), [{ channel: CHANNEL, phone: OWNER_PHONE }])
  await says(store, 'a')
  return claimed(store)
}

/** The same with an answer that has just been taken for sending. */
const queued = async (store: Store): Promise<Claim> => {
  const claim = await working(store)
  await store.enqueue([draftFor(claim)])
  await store.claimOutbox(LEASE_MS, 9, UNPACED)
  return claim
}

const refusal = (action: RefusalAction): Refusal => ({ action, reason: 'no', backoffMs: 10 })
const seqOf = (claim: Claim): number => claim.messages[0]?.seq ?? -1
/** The first message of the claim, and nothing with it. */
const only = (claim: Claim) => ({ seq: seqOf(claim), absorbed: [] })
const draftFor = (claim: Claim, id = 'in:1:0') => aDraft({ id, personId: claim.person.id })

const status = (
  state: 'sent' | 'delivered' | 'read' | 'failed',
  opaqueId: string | null,
): StatusReport => {
  const of = { wamid: 'wamid.out', opaqueId, at: 0 }
  return state === 'failed' ? { ...of, state, refusal: refusal('never') } : { ...of, state }
}

const stage = async (store: Store, lines: readonly TestLine[], shopId = 'toko-mawar') => {
  await store.ensureShop(aShop({ id: shopId }), [])
  const upload = await store.beginUpload({
    shopId,
    source: 'test',
    fileName: 'penjualan.csv',
    sha256: JSON.stringify(lines),
  })
  const products = [...new Set(lines.map((l) => l.product))]
  const ids = await store.addLabels(shopId, [
    ...products.map((text, i) => ({ kind: 'product' as const, index: i + 1, text })),
    { kind: 'branch' as const, index: 1, text: 'Dago' },
  ])
  const idOf = new Map(
    products.map((text, i) => [
      text,
      ids.find((id) => id.kind === 'product' && id.index === i + 1)?.id ?? 0,
    ]),
  )
  const seen = new Map<string, number>()
  const twins = lines.map((l) => {
    const content = JSON.stringify(l)
    const n = seen.get(content) ?? 0
    seen.set(content, n + 1)
    return n
  })
  const batch: LineBatch = {
    rows: lines.map((l, i) => l.row ?? i + 2),
    days: lines.map((l) => dayNumber(day(l.day))),
    minutes: lines.map(() => -1),
    products: lines.map((l) => idOf.get(l.product) ?? 0),
    variants: lines.map(() => 0),
    categories: lines.map(() => 0),
    branches: lines.map(() => 1),
    quantities: lines.map((l) => l.quantity * 1000),
    revenues: lines.map((l) => l.money * 100),
    refunds: lines.map((l) => (l.refund ? 1 : 0)),
    invoices: lines.map(() => 0),
    receipts: [''],
    keys: lines.map((l) => contentKey(JSON.stringify(l))),
    occurrences: twins,
  }
  const target = { shopId, upload }
  await store.stageLines(target, batch)
  const days = lines.map((l) => l.day).sort()
  const span = { from: day(days[0] ?? ''), to: day(days.at(-1) ?? '') }
  const bounds = { from: dayNumber(span.from), to: dayNumber(span.to) }
  const basis = await store.salesVersion(shopId)
  const newLines = await store.settleDays(target, bounds)
  return {
    newLines,
    publication: {
      ...target,
      span,
      firstDay: bounds.from,
      lastDay: bounds.to,
      lines: lines.length,
      hasQuantity: true,
      hasMoney: true,
      currency: 'IDR',
      variantHeading: 'warna',
      basis,
      receipt: '{}',
    },
  }
}

const publish = async (store: Store, lines: readonly TestLine[], shopId = 'toko-mawar') => {
  const staged = await stage(store, lines, shopId)
  await store.publish(staged.publication)
  return staged
}

/** Undo the way the chat does it: as the effect of a finished message. */
const undo = async (store: Store, upload: number) => {
  await apply(store, { kind: 'undo', shopId: 'toko-mawar', upload })
}

let applied = 0

/** An effect the way the chat brings it about: with a finished message. */
const apply = async (store: Store, effect: Effect) => {
  await says(store, `effect-${++applied}`)
  const claim = await claimed(store)
  expect(await store.finishMessage(claim, only(claim), { ...DONE, effects: [effect] })).toBe(true)
  await store.releaseMailbox(claim, null)
}

const revenueOf = async (store: Store): Promise<number> =>
  (await store.branchDays('toko-mawar', MARCH)).reduce((sum, row) => sum + row.revenue, 0)

const contentKey = (text: string): number =>
  [...text].reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) % 1_099_511_627_689, 7)
