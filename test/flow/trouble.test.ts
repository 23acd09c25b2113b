import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { sign } from '../../src/whatsapp/signature.ts'
import { aStage, QUICK } from '../support/a-phone.ts'
import { CHANNEL } from '../support/builders.ts'
import { bytesOf, csv, steadyShop } from '../support/files.ts'

const ONE_SALE = csv('tanggal,produk,jumlah,harga', '31/03/2026,Lily,1,25.000')

const signed = (body: string): Record<string, string> => ({
  'x-hub-signature-256': sign(bytesOf(body), 'test_app_secret'),
})

describe('Meta’s side misbehaves', () => {
  test('the same webhook three times is one answer', async () => {
    await using stage = await aStage()
    await stage.phone.says('menu')
    await stage.phone.waitsFor(1)
    const [posting] = stage.simulator.postings()
    if (!posting) throw new Error('no posting')
    expect(await stage.simulator.again(posting)).toBe(200)
    expect(await stage.simulator.again(posting)).toBe(200)
    expect(await stage.phone.waitsForQuiet(400)).toHaveLength(1)
  })

  test('twenty messages sent at once are answered in their order', async () => {
    await using stage = await aStage()
    const words = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 'menu' : 'bantuan'))
    for (const word of words) await stage.phone.says(word)
    await stage.phone.waitsForQuiet(1500)
    const answers = stage.phone.bubbles().filter((bubble) => bubble.from === 'shop')
    expect(answers.map((bubble) => (bubble.text.includes('💡') ? 'bantuan' : 'menu'))).toEqual(
      words,
    )
  })

  test('a bad signature is turned away and nothing is kept', async () => {
    await using stage = await aStage()
    const body = '{"object":"whatsapp_business_account","entry":[]}'
    expect((await stage.post(body)).status).toBe(401)
    expect(
      (await stage.post(body, { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` })).status,
    ).toBe(401)
    expect((await stage.post(body, signed(body))).status).toBe(200)
    expect((await stage.app.store.inboxHealth()).pending).toBe(0)
  })

  test('over 4 MB is turned away', async () => {
    await using stage = await aStage()
    const body = `{"x":"${'a'.repeat(4 * 1024 * 1024)}"}`
    expect((await stage.post(body, signed(body))).status).toBe(413)
  })

  test('what cannot be stored is not acknowledged: Meta comes again', async () => {
    await using stage = await aStage()
    const body = textFrom('6281234567890', 'wamid.full', stage.clock.now())
    // The database is gone from under us, as when the disk is full.
    await stage.app.store.close()
    expect((await stage.post(body, signed(body))).status).toBe(503)
  })

  test('the address is verified by its word, and by nothing else', async () => {
    await using stage = await aStage()
    const ask = (token: string) =>
      stage.app.http.request(
        `/webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`,
      )
    const right = await ask('test_verify_token')
    expect([right.status, await right.text()]).toEqual([200, '1158201444'])
    expect((await ask('guess')).status).toBe(403)
  })

  test('a sticker, a poll and a view-once get one polite sentence; a reaction gets none', async () => {
    await using stage = await aStage()
    await stage.phone.does({ type: 'sticker', sticker: { id: '1', mime_type: 'image/webp' } }, '🙂')
    expect(await stage.phone.waitsFor(1)).toHaveLength(1)
    await stage.phone.does({ type: 'unsupported', errors: [{ code: 131051 }] }, '?')
    const [unsupported] = await stage.phone.waitsFor(1)
    await stage.phone.does({ type: 'hologram', hologram: {} }, '?')
    expect(await stage.phone.waitsFor(1)).toHaveLength(1)
    if (!unsupported) throw new Error('no answer')
    await stage.phone.reacts(unsupported, '👍')
    // Taken back, it comes without an emoji.
    await stage.phone.reacts(unsupported, null)
    await stage.phone.waitsForQuiet(500)
    const answers = stage.phone.bubbles().filter((bubble) => bubble.from === 'shop')
    expect(answers).toHaveLength(3)
  })

  test('a number change keeps the shop', async () => {
    await using stage = await aStage()
    await stage.phone.sends(ONE_SALE, { fileName: 'a.csv' })
    await stage.phone.waitsFor(1, 20_000)
    await stage.simulator.post({
      messages: [
        {
          from: '6281234567890',
          id: 'wamid.moved',
          timestamp: String(Math.floor(stage.clock.now() / 1000)),
          type: 'system',
          system: {
            type: 'user_changed_number',
            wa_id: '6281377776666',
            user_id: 'ID.6281377776666',
            previous_user_id: 'ID.6281234567890',
          },
        },
      ],
    })
    const moved = stage.stranger('6281377776666')
    await moved.says('omzet kemarin')
    const [reply] = await moved.waitsFor(1, 20_000)
    expect(reply?.text).toContain('25.000')
  })

  test('a message replayed two days later is not answered', async () => {
    await using stage = await aStage()
    const body = textFrom('6281234567890', 'wamid.old', stage.clock.now() - 2 * 86_400_000)
    expect((await stage.post(body, signed(body))).status).toBe(200)
    expect(await stage.phone.waitsForQuiet(500)).toEqual([])
  })
})

describe('sending', () => {
  test('throttled (131056): repeated after a pause, delivered once', async () => {
    await using stage = await aStage({ running: true })
    stage.simulator.failNext({ code: 131056, times: 2 })
    await stage.phone.says('menu')
    await stage.phone.waitsFor(1, 15_000)
    expect(await stage.phone.waitsForQuiet(800)).toHaveLength(1)
  })

  test('no answer to a request that was carried out: the status tells, nothing is sent twice', async () => {
    await using stage = await aStage({
      running: true,
      options: { pace: { ...QUICK, echoWaitMs: 1500 } },
    })
    stage.simulator.failNext({ reset: true, accepts: true })
    await stage.phone.says('menu')
    await stage.phone.waitsFor(1, 10_000)
    expect(await stage.phone.waitsForQuiet(3000)).toHaveLength(1)
    expect(await stage.app.store.outboxHealth()).toEqual({
      waiting: 0,
      held: 0,
      failed: 0,
      pauses: [],
    })
  })

  test('no answer and never carried out: sent once more after the wait', async () => {
    await using stage = await aStage({
      running: true,
      options: { pace: { ...QUICK, echoWaitMs: 1000 } },
    })
    stage.simulator.failNext({ reset: true })
    await stage.phone.says('menu')
    expect(await stage.phone.waitsFor(1, 10_000)).toHaveLength(1)
  })

  test('a message Meta will never take is given up, and the next one goes', async () => {
    await using stage = await aStage({ running: true })
    stage.simulator.failNext({ code: 131026 })
    await stage.phone.says('menu')
    await stage.phone.says('bantuan')
    const [answer] = await stage.phone.waitsFor(1, 10_000)
    expect(answer?.text).toContain('💡')
    expect((await stage.app.store.outboxHealth()).failed).toBe(1)
  })
})

describe('a message that fails', () => {
  test('media expired (404): asked for again, and the file goes in', async () => {
    await using stage = await aStage({ running: true })
    stage.simulator.failNext({ on: 'download', http: 404 })
    await stage.phone.sends(ONE_SALE, { fileName: 'a.csv' })
    const [receipt] = await stage.phone.waitsFor(1, 20_000)
    expect(receipt?.text).toContain('a.csv')
  })

  test('a damaged file is fetched again, a web page instead of a file too', async () => {
    await using stage = await aStage({ running: true })
    stage.simulator.failNext({ on: 'download', damaged: true })
    stage.simulator.failNext({ on: 'download', page: true })
    await stage.phone.sends(ONE_SALE, { fileName: 'a.csv' })
    const [receipt] = await stage.phone.waitsFor(1, 20_000)
    expect(receipt?.text).toContain('25.000')
  })

  test('five times: set aside with an honest word, and the next one is answered', async () => {
    await using stage = await aStage({
      running: true,
      options: { pace: { ...QUICK, echoWaitMs: 5000, backoffMs: 1 } },
    })
    stage.simulator.failNext({ on: 'download', http: 500, times: 50 })
    await stage.phone.sends(ONE_SALE, { fileName: 'a.csv' })
    await stage.phone.says('menu')
    const answers = await stage.phone.waitsFor(2, 30_000)
    expect(answers[0]?.text).toContain('5')
    expect(answers[0]?.text).toContain('+62 811-0000-1111')
    expect((await stage.app.store.inboxHealth()).setAside).toBe(1)
  })

  test.for([
    [9, 'is answered', 'Belum ada data penjualan'],
    [10, 'is set aside with an honest word', 'Satu pesan 10 kali gagal saya proses'],
  ] as const)(
    'a message whose work broke off without an end %i times %s',
    async ([times, , word]) => {
      let brokenOff = 0
      await using stage = await aStage({
        running: true,
        options: {
          pace: { ...QUICK, leaseMs: 60 },
          passing: (step) => {
            // As when the process is gone: nobody counts a failure, the lease runs out.
            if (step === 'attempt counted' && brokenOff++ < times) throw new Error('gone')
          },
        },
      })
      await stage.phone.says('ringkasan')
      const [told] = await stage.phone.waitsFor(1, 30_000)
      expect(told?.text).toContain(word)
    },
  )
})

describe('an alert to an owner who has not written for 24 hours', () => {
  const bad = steadyShop({ until: day('2026-03-31'), lastDayFactor: 0.2 })
  const APPROVED = {
    name: 'sales_alert',
    language: 'id',
    body: 'Ada perubahan penjualan di {{toko}} pada {{tanggal}}: {{inti_satu_baris}}. Tekan untuk melihat rincian.',
    buttons: ['Lihat rincian'],
  }

  test('goes by template, and the tap brings the whole story', async () => {
    await using stage = await aStage({ templates: [APPROVED], options: policyWith('sales_alert') })
    await partnerSends(stage, bad.bytes)
    const [template] = await stage.phone.waitsFor(1, 20_000)
    expect(template?.text).toMatch(/^Ada perubahan penjualan di Toko Mawar pada Sel 31 Mar: /)
    expect(template?.text).not.toContain('\n')
    await stage.phone.taps('Lihat rincian')
    const [story] = await stage.phone.waitsFor(1, 20_000)
    expect(story?.text).toMatch(/^⚠️/)
  })

  test('without a template it is held, and comes when the owner writes', async () => {
    await using stage = await aStage()
    await partnerSends(stage, bad.bytes)
    expect(await stage.phone.waitsForQuiet(1500)).toEqual([])
    expect((await stage.app.store.outboxHealth()).held).toBe(1)
    await stage.phone.says('menu')
    const answers = await stage.phone.waitsFor(2, 20_000)
    expect(answers.filter((bubble) => bubble.text.startsWith('⚠️'))).toHaveLength(1)
  })
})

const policyWith = (alertTemplate: string) => ({
  policy: {
    signup: 'closed' as const,
    defaults: { language: 'id' as const, timeZone: 'Asia/Jakarta', currency: 'IDR' },
    supportContact: null,
    alertTemplate,
    messageBudget: 1000,
    modelBudget: null,
    hasNarrative: true,
  },
})

/** A second owner sends the file; the first one has not written at all. */
const partnerSends = async (
  stage: Awaited<ReturnType<typeof aStage>>,
  bytes: Uint8Array,
): Promise<void> => {
  const partner = stage.stranger()
  const shop = await stage.app.store.readShop('default')
  if (!shop) throw new Error('no shop')
  await stage.app.store.ensureShop(shop, [{ channel: CHANNEL, phone: partner.person.phone ?? '' }])
  await partner.sends(bytes, { fileName: 'a.csv' })
  await partner.waitsFor(2, 20_000)
}

const textFrom = (phone: string, id: string, at: number): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '0',
        changes: [
          {
            field: 'messages',
            value: {
              metadata: { phone_number_id: CHANNEL },
              messages: [
                {
                  from: phone,
                  id,
                  timestamp: String(Math.floor(at / 1000)),
                  type: 'text',
                  text: { body: 'menu' },
                },
              ],
            },
          },
        ],
      },
    ],
  })
