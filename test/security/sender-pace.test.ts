import { describe, expect, test } from 'vitest'
import { PACE } from '../../src/flow/world.ts'
import type { Content } from '../../src/intent/arrival.ts'
import { tooFastReply } from '../../src/replies/trouble.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { aStage, QUICK } from '../support/a-phone.ts'
import { aStore } from '../support/a-store.ts'
import { anArrival, aShop, CHANNEL, OWNER_PHONE } from '../support/builders.ts'
import { someIds, type TestClock } from '../support/props.ts'
import { lookInto } from './tables.ts'

const SLOW = { ...PACE.sender, notice: tooFastReply }
const said = (words: string): Content => ({ kind: 'text', text: words })
const media = { id: 'm', mimeType: 'text/csv', sha256: null, url: null }
const file: Content = { kind: 'file', media, fileName: 'a.csv', caption: null }

let sent = 0
const writes = async (store: Store, content: Content, phone = OWNER_PHONE): Promise<void> => {
  const sender = { phone, userId: null, name: 'Rina' }
  const arrival = anArrival({ id: `wamid.${++sent}`, sender, content })
  await store.accept([{ arrivals: [arrival], statuses: [] }], SLOW)
}

/** Two processes on one database, and what came of the messages. */
const twoProcesses = async () => {
  const one = await aStore()
  const other = await openStore(one.url, { now: one.clock.now, newId: someIds('other') })
  await one.ensureShop(aShop(), [{ channel: CHANNEL, phone: OWNER_PHONE }])
  const db = lookInto(one.url)
  const count = (sql: string): number => db.prepare<[], { n: number }>(sql).get()?.n ?? -1
  return {
    one,
    other,
    clock: one.clock satisfies TestClock,
    heard: () => count(`select count(*) as n from inbox where state = 'pending'`),
    stored: () => count('select count(*) as n from inbox'),
    notices: () => count(`select count(*) as n from outbox where id like 'in:%:slow'`),
    [Symbol.asyncDispose]: async () => {
      db.close()
      await other.close()
      await one[Symbol.asyncDispose]()
    },
  }
}

describe('who writes quicker than anybody types', () => {
  test('is heard forty times, told once, then not heard, whichever process takes it; everything is stored', async () => {
    await using two = await twoProcesses()
    for (let i = 0; i < 100; i++) await writes(i % 2 === 0 ? two.one : two.other, said('menu'))
    expect([two.heard(), two.stored(), two.notices()]).toEqual([40, 100, 1])
    // Another person is heard all the same.
    await writes(two.one, said('menu'), '6281399990000')
    expect(two.heard()).toBe(41)
    // Stop is always heard.
    await writes(two.other, said('stop'))
    expect(two.heard()).toBe(42)
  })

  test('is heard twenty times a minute for good, and told again after an hour at the earliest', async () => {
    await using two = await twoProcesses()
    for (let i = 0; i < 41; i++) await writes(two.one, said('menu'))
    const before = two.heard()
    for (let minute = 0; minute < 3; minute++) {
      two.clock.advance(60_000)
      for (let i = 0; i < 30; i++) await writes(two.one, said('menu'))
    }
    expect([two.heard() - before, two.notices()]).toEqual([60, 1])
    two.clock.advance(3_600_000)
    for (let i = 0; i < 41; i++) await writes(two.one, said('menu'))
    expect(two.notices()).toBe(2)
  })

  test('files count more, and thirty picked at once still go through', async () => {
    await using two = await twoProcesses()
    for (let i = 0; i < 30; i++) await writes(two.one, file)
    expect([two.heard(), two.notices()]).toEqual([30, 0])
    await writes(two.one, file)
    expect([two.heard(), two.notices()]).toEqual([30, 1])
  })

  test('a stranger who floods is told nothing', async () => {
    await using two = await twoProcesses()
    for (let i = 0; i < 60; i++) await writes(two.one, said('halo'), '6281399990000')
    expect([two.heard(), two.notices()]).toEqual([40, 0])
  })

  test('an owner’s busiest day never meets it: a message every three seconds, files in between', async () => {
    await using two = await twoProcesses()
    for (let i = 0; i < 400; i++) {
      await writes(two.one, i % 20 === 0 ? file : said('omzet'))
      two.clock.advance(3100)
    }
    expect([two.heard(), two.notices()]).toEqual([400, 0])
  })
})

test('in the chat: the first are answered, then one sentence, then silence; a minute later all is well', {
  timeout: 60_000,
}, async () => {
  const pace = { ...QUICK, sender: { everyMs: 3000, burst: 3 } }
  await using stage = await aStage({ options: { pace } })
  const { phone, clock } = stage
  for (const words of ['halo', 'menu', 'bantuan', 'menu', 'menu', 'menu']) {
    await phone.says(words)
    await phone.waitsForQuiet(300)
  }
  const texts = () =>
    phone.screen().flatMap((bubble) => (bubble.from === 'shop' ? [bubble.text] : []))
  expect(texts()).toHaveLength(4)
  expect(texts().at(-1)).toContain('kirim lagi *satu menit* lagi')
  clock.advance(60_000)
  await phone.says('menu')
  await phone.waitsFor(1, 20_000)
  expect(phone.last()?.text).not.toContain('satu menit')
})
