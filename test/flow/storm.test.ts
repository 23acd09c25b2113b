import { describe, expect, test } from 'vitest'
import { sign } from '../../src/whatsapp/signature.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { CHANNEL } from '../support/builders.ts'
import { bytesOf, csv } from '../support/files.ts'
import { seededRandom } from '../support/random.ts'

const POSTS = 10_000
const PEOPLE = 40
const MESSAGES_EACH = 15
/** Webhooks under way at once, as Meta sends them. */
const SIDE_BY_SIDE = 25
const BATCH_MAX = 8
/** Further apart than one breath, so that each message is a thought of its own. */
const APART_S = 60

const WORDS = ['menu', 'bantuan', 'omzet kemarin', 'help', 'privasi', 'file', 'cara ekspor']
const SALES = csv(
  'tanggal,produk,jumlah,harga',
  '30/03/2026,Mawar,2,15.000',
  '31/03/2026,Lily,1,25.000',
)

type Message = { readonly phone: string; readonly id: string }

/** Everything forty owners write; the same for the clean run and for the storm. */
const written = (): readonly Message[] => {
  const random = seededRandom(7)
  return Array.from({ length: PEOPLE * MESSAGES_EACH }, (_, i) => {
    const [person, turn] = [i % PEOPLE, Math.floor(i / PEOPLE)]
    const phone = `62812345${String(person).padStart(5, '0')}`
    const at = Math.floor(Date.parse('2026-03-31T23:00:00Z') / 1000) + turn * APART_S
    const id = `wamid.${person}.${turn}`
    return { phone, id, ...contentOf(random), from: phone, timestamp: String(at) }
  })
}

const contentOf = (random: () => number) => {
  if (random() < 0.08) return { type: 'sticker', sticker: { id: '1', mime_type: 'image/webp' } }
  if (random() < 0.08) {
    return { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }
  }
  const body = WORDS[Math.floor(random() * WORDS.length)] ?? 'menu'
  return { type: 'text', text: { body } }
}

describe('ten thousand webhooks', () => {
  test('replayed, doubled, shuffled and batched bring exactly the answers of the clean run', async () => {
    const messages = written()
    const clean = await answersAfter(messages.map((message) => [message]))
    const stormy = await answersAfter(storm(messages))
    expect([...clean.values()].flat().length).toBeGreaterThan(PEOPLE * 10)
    expect(stormy).toEqual(clean)
  }, 600_000)
})

/** Each message at least once, the rest of the posts at random, everything out of order. */
const storm = (messages: readonly Message[]): readonly (readonly Message[])[] => {
  const random = seededRandom(11)
  const any = (): Message => {
    const message = messages[Math.floor(random() * messages.length)]
    if (!message) throw new Error('no message')
    return message
  }
  const first = shuffled(messages, random).map((message) => [message])
  const more = Array.from({ length: POSTS - first.length }, () =>
    Array.from({ length: 1 + Math.floor(random() * BATCH_MAX) }, any),
  )
  return shuffled([...first, ...more], random)
}

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

/** What each owner has got in the end, in no order: the order of a storm is the storm's. */
const answersAfter = async (
  posts: readonly (readonly Message[])[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  await using stage = await aStage({ now: '2026-04-01T03:00:00Z' })
  const phones = [...new Set(posts.flat().map(({ phone }) => phone))].sort()
  const shop = await stage.app.store.readShop('default')
  if (!shop) throw new Error('no shop')
  await stage.app.store.ensureShop(
    shop,
    phones.map((phone) => ({ channel: CHANNEL, phone })),
  )
  await stage.phone.sends(SALES, { fileName: 'a.csv' })
  await stage.phone.waitsFor(1, 20_000)
  // Whoever has not written cannot be answered: each opens the window first.
  for (const phone of phones) await stage.stranger(phone).says('menu')
  await inTurns(posts, async (post) => {
    expect(await deliver(stage, post)).toBe(200)
    // Now and then Meta repeats one of its own reports too.
    const report = stage.simulator.postings().at(-1)
    if (report && post.length === BATCH_MAX) await stage.simulator.again(report)
  })
  await quiet(stage)
  return new Map(phones.map((phone) => [phone, answersOf(stage, phone)]))
}

const deliver = async (stage: Stage, messages: readonly Message[]): Promise<number> => {
  const value = { metadata: { phone_number_id: CHANNEL }, messages }
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '0', changes: [{ field: 'messages', value }] }],
  })
  const signature = sign(bytesOf(body), 'test_app_secret')
  return (await stage.post(body, { 'x-hub-signature-256': signature })).status
}

const inTurns = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const left = [...items].reverse()
  const run = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, run))
}

/** Until nothing waits any more, neither to be answered nor to be sent. */
const quiet = async (stage: Stage): Promise<void> => {
  await expect
    .poll(
      async () => [
        (await stage.app.store.inboxHealth()).pending,
        (await stage.app.store.outboxHealth()).waiting,
      ],
      { timeout: 120_000, interval: 100 },
    )
    .toEqual([0, 0])
  await stage.simulator.settled()
}

const answersOf = (stage: Stage, phone: string): readonly string[] =>
  stage
    .stranger(phone)
    .bubbles()
    .filter(({ from }) => from === 'shop')
    .map(({ text, choices }) => JSON.stringify([text, choices.map(({ id }) => id)]))
    .sort()
