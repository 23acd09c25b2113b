import { describe, expect, test } from 'vitest'
import { textReply } from '../../src/replies/reply.ts'
import { day } from '../../src/sales/day.ts'
import { sampleFile } from '../../src/sales/sample-shop.ts'
import { travelClock } from '../../src/simulator/clock.ts'
import { phonePage } from '../../src/simulator/page.ts'
import { phoneOf } from '../../src/simulator/phone.ts'
import type { Transcript } from '../../src/simulator/transcript.ts'
import { aRehearsal, HIDDEN, NUMBER, OWNER } from '../support/phone.ts'

const HOUR = 3_600_000
const NOON = Date.parse('2026-04-01T05:00:00Z')
const SAMPLE = sampleFile(day('2026-04-01'), 'id')

/** A page whose clock stands still until somebody travels. */
const aPage = async (given: { readonly canTravel?: boolean; readonly reset?: () => void } = {}) => {
  const clock = travelClock(() => NOON)
  const rehearsal = await aRehearsal({ now: clock.now })
  const { simulator } = rehearsal
  const page = phonePage({
    simulator,
    person: OWNER,
    title: 'Shopbell',
    sampleAt: () => SAMPLE,
    ...(given.canTravel === false ? {} : { journey: clock }),
    ...(given.reset ? { reset: async () => given.reset?.() } : {}),
  })
  const control = async (path: string, body: object = {}, headers: Record<string, string> = {}) => {
    const answer = await page.request(`/controls/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return { status: answer.status, ...JSON.parse(await answer.text()) }
  }
  const answers = (text: string) =>
    rehearsal.channel.send({
      channel: NUMBER.channel,
      to: OWNER,
      opaqueId: '1',
      body: { kind: 'reply', quotedId: null, reply: textReply(text, [{ id: 'y', title: 'Ya' }]) },
    })
  return {
    ...rehearsal,
    page,
    control,
    answers,
    phone: phoneOf(simulator, OWNER),
    [Symbol.asyncDispose]: rehearsal[Symbol.asyncDispose],
  }
}

describe('time', () => {
  test('goes ahead, to a day, and back', async () => {
    await using demo = await aPage()
    expect(await demo.control('clock', { by: HOUR })).toEqual({ status: 200, now: NOON + HOUR })
    const to = '2026-04-03T01:00:00.000Z'
    expect(await demo.control('clock', { to })).toEqual({ status: 200, now: Date.parse(to) })
    expect(await demo.control('clock', { back: true })).toEqual({ status: 200, now: NOON })
  })

  test.each([
    ['no time', {}, /say “to”/],
    ['no day', { to: 'soon' }, /say “to”/],
    ['a century', { by: 100 * 366 * 24 * HOUR }, /two years/],
  ])('%s is a plain complaint and moves nothing', async (_, body, words) => {
    await using demo = await aPage()
    expect(await demo.control('clock', body)).toMatchObject({
      status: 400,
      error: expect.stringMatching(words),
    })
    expect(demo.simulator.now()).toBe(NOON)
  })

  test('the window closes 24 hours after the last message, not before', async () => {
    await using demo = await aPage()
    expect((await demo.control('window')).error).toMatch(/has not written yet/)
    await demo.phone.says('halo')
    await demo.answers('ya?')
    expect((await demo.control('window')).now).toBe(NOON + 24 * HOUR + 60_000)
    await expect(demo.answers('terlambat')).rejects.toThrow(/131047/)
  })

  test('that belongs to somebody else is not moved', async () => {
    await using demo = await aPage({ canTravel: false })
    expect((await demo.control('clock', { by: 1 })).error).toBe('this clock cannot be moved')
  })
})

describe('trouble', () => {
  test('hits the next ones, every second one, or all until it is ended', async () => {
    await using demo = await aPage()
    await demo.phone.says('halo')
    const fate = async () => {
      const sent = await Promise.allSettled([demo.answers('a')])
      return sent[0]?.status === 'fulfilled' ? '✓' : '✗'
    }
    const fates = async (count: number) => {
      const seen: string[] = []
      for (let i = 0; i < count; i += 1) seen.push(await fate())
      return seen.join('')
    }
    await demo.control('faults', { code: 131026, times: 2 })
    expect(await fates(4)).toBe('✗✗✓✓')
    await demo.control('faults', { code: 131026, times: 'always', every: 2 })
    expect(await fates(4)).toBe('✓✗✓✗')
    await demo.control('faults/clear')
    await demo.control('faults', { code: 131026, times: 'always' })
    expect(await fates(3)).toBe('✗✗✗')
    await demo.control('faults/clear')
    expect(await fates(2)).toBe('✓✓')
    expect(demo.simulator.faults()).toEqual([])
  })

  test.each([
    [{ on: 'nothing', code: 1 }, /^on: one of/],
    [{ code: 1, times: 0 }, /^times:/],
    [{ code: 1, every: 1.5 }, /^every:/],
    [{}, /^name the trouble/],
  ])('%j makes no sense and says so', async (body, words) => {
    await using demo = await aPage()
    expect(await demo.control('faults', body)).toMatchObject({
      status: 400,
      error: expect.stringMatching(words),
    })
    expect(demo.simulator.faults()).toEqual([])
  })

  test('lost reports leave the phone as it is and the bot in the dark', async () => {
    await using demo = await aPage()
    await demo.phone.says('halo')
    await demo.control('weather', { reports: 'lost' })
    const before = demo.simulator.postings().length
    await demo.answers('a')
    await demo.simulator.settled()
    expect(demo.phone.last()?.state).toBe('read')
    expect(demo.simulator.postings()).toHaveLength(before)
    expect((await demo.control('weather', { reports: 'sunny' })).error).toMatch(/^reports: one of/)
  })

  test('a webhook comes twice when it is ordered, and once more on request', async () => {
    await using demo = await aPage()
    expect((await demo.control('again')).error).toMatch(/no such webhook/)
    await demo.control('weather', { repeats: true })
    await demo.phone.says('halo')
    expect(demo.simulator.postings()).toHaveLength(2)
    const [first, second] = demo.simulator.postings()
    expect(first?.bytes).toEqual(second?.bytes)
    await demo.control('weather', { repeats: false })
    expect(await demo.control('again', { order: first?.order })).toEqual({ status: 200 })
    expect(demo.simulator.postings()).toHaveLength(3)
  })
})

describe('people', () => {
  test('are added with a number or without, and speak for themselves', async () => {
    await using demo = await aPage()
    const sari = await demo.control('people', { name: ' Sari ' })
    const bayu = await demo.control('people', { name: 'Bayu', hidden: true })
    expect(sari).toMatchObject({ name: 'Sari', phone: expect.stringMatching(/^62\d+$/) })
    expect(bayu).toMatchObject({ phone: null, username: 'bayu3' })
    const says = { method: 'POST', body: JSON.stringify({ text: 'halo' }) }
    await demo.page.request(`/say?as=${bayu.userId}`, says)
    const webhook = Buffer.from(demo.simulator.postings()[0]?.bytes ?? []).toString()
    expect(webhook).toContain('"username":"bayu3"')
    expect(webhook).not.toContain('"from":')
    expect(demo.phone.bubbles()).toEqual([])
    expect((await demo.control('people', { name: ' ' })).error).toMatch(/needs a name/)
  })

  test('are twenty at most', async () => {
    await using demo = await aPage()
    for (let i = 0; i < 19; i += 1) await demo.control('people', { name: `P${i}` })
    expect((await demo.control('people', { name: 'P' })).error).toBe('there are people enough')
  })
})

test('beginning anew is for a database of our own only', async () => {
  await using kept = await aPage()
  expect((await kept.control('reset')).error).toMatch(/DATABASE_URL/)
  let begun = 0
  await using own = await aPage({
    reset: () => {
      begun += 1
    },
  })
  await own.control('people', { name: 'Sari' })
  await own.control('clock', { by: HOUR })
  expect(await own.control('reset')).toEqual({ status: 200 })
  expect([begun, own.simulator.now()]).toEqual([1, NOON])
})

test.each([
  [{ origin: 'https://evil.tld' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, 200],
  [{}, 200],
])('only the page itself moves things: %j is answered %i', async (headers, status) => {
  await using demo = await aPage()
  const sent = Object.fromEntries(Object.entries(headers))
  expect((await demo.control('clock', { by: HOUR }, sent)).status).toBe(status)
})

test('the journal has every call and webhook in order, with answers and times', async () => {
  await using demo = await aPage()
  await demo.phone.says('halo')
  await demo.answers('ya?')
  await demo.simulator.settled()
  const lines = [...demo.simulator.calls(), ...demo.simulator.postings()]
    .toSorted((a, b) => a.order - b.order)
    .map((line) => ('call' in line ? `${line.method} ${line.call} ${line.status}` : 'webhook'))
  expect(lines).toEqual(['webhook', 'POST messages 200', 'webhook', 'webhook', 'webhook'])
  expect(demo.simulator.calls()[0]?.response).toMatchObject({ messaging_product: 'whatsapp' })
  demo.simulator.forget()
  expect([demo.simulator.calls(), demo.simulator.postings(), demo.phone.bubbles()]).toEqual([
    [],
    [],
    [],
  ])
})

test('a transcript tells the whole talk in words and no ids', async () => {
  await using demo = await aPage()
  await demo.phone.says('halo')
  await demo.answers('*Pilih*\nya?')
  await demo.phone.taps('Ya')
  const answer = demo.phone.last()
  if (!answer) throw new Error('an answer was expected')
  await demo.phone.replies(answer, 'kenapa')
  await demo.phone.reacts(answer, '👍')
  await demo.phone.sends(SAMPLE.bytes, { fileName: SAMPLE.fileName })
  await demo.phone.sends(new Uint8Array([0xff, 0]), { fileName: 'a.bin', caption: 'ini' })
  await demo.control('faults', { code: 131026, times: 'always' })
  await demo.control('clock', { by: HOUR })
  await phoneOf(demo.simulator, HIDDEN).says('saya')
  const answered = await demo.page.request('/transcript')
  expect(answered.headers.get('content-disposition')).toContain('transcript.json')
  const text = await answered.text()
  const transcript: Transcript = JSON.parse(text)
  expect(text).not.toContain('wamid')
  expect(transcript.people).toEqual([OWNER, HIDDEN])
  expect(transcript.turns.map(({ does }) => does)).toEqual([
    { kind: 'says', text: 'halo' },
    { kind: 'taps', title: 'Ya', on: '*Pilih*' },
    { kind: 'says', text: 'kenapa', replyTo: '*Pilih*' },
    { kind: 'reacts', to: '*Pilih*', emoji: '👍' },
    { kind: 'sends the sample' },
    {
      kind: 'sends a file',
      fileName: 'a.bin',
      mimeType: 'text/csv',
      caption: 'ini',
      base64: '/wA=',
    },
    { kind: 'meets trouble', fault: { on: 'messages', times: 'always', code: 131026 } },
    { kind: 'travels' },
    { kind: 'says', text: 'saya' },
  ])
  expect(transcript.turns[0]?.answers).toEqual([
    { to: OWNER.userId, text: '*Pilih*\nya?', choices: ['Ya'], attachment: null, quotes: null },
  ])
  expect(transcript.turns.at(-1)).toMatchObject({
    at: new Date(NOON + HOUR).toISOString(),
    who: HIDDEN.userId,
  })
})
