import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aStage } from '../support/a-phone.ts'
import { csv } from '../support/files.ts'

/**
 * What a WhatsApp bot must survive, and the conversations by which this one was agreed: each with the test that holds
 * it. A test that is renamed or lost is missed here.
 */
const TROUBLE = 'flow/trouble.test.ts'
const DELIVERY = 'flow/delivery.test.ts'
const ODD = 'flow/odd-arrivals.test.ts'
const STORE = 'contracts/store.ts'
const TALK = 'flow/conversation.test.ts'

const SURVIVES: readonly (readonly [what: string, file: string, title: string])[] = [
  ['a bad or missing signature', TROUBLE, 'a bad signature is turned away and nothing is kept'],
  [
    'a body with emoji and slashes',
    'whatsapp/webhook.test.ts',
    "with emoji and slash in Meta's own escapes",
  ],
  [
    'three messages and two statuses in two entries',
    'whatsapp/payload.test.ts',
    'three messages and two reports in two entries all arrive, in order',
  ],
  ['the same message id again', TROUBLE, 'the same webhook three times is one answer'],
  [
    'a status before our own send response is stored',
    STORE,
    'a status that overtakes our own answer is not lost, and a late one never lowers it',
  ],
  ['read before delivered', DELIVERY, 'reports in the wrong order end with the message read'],
  [
    'failed without contacts',
    'whatsapp/payload.test.ts',
    'a failed one says why, without contacts',
  ],
  [
    'a text without a number',
    'flow/identity.test.ts',
    'an owner who takes a username and hides the number is still the owner',
  ],
  [
    'an id changed by the system',
    'flow/identity.test.ts',
    'a changed user id without a number moves too',
  ],
  [
    'a reaction and its removal',
    TROUBLE,
    'a sticker, a poll and a view-once get one polite sentence; a reaction gets none',
  ],
  [
    'interactive without interactive',
    ODD,
    'a message Meta could not render gets one polite sentence, and so does a Flow nobody sent',
  ],
  [
    'a document without name and caption, of type octet-stream',
    ODD,
    'a file without name, without caption and of an unknown type is read by what is in it',
  ],
  [
    'hashes in base64 and in hex',
    'whatsapp/client.test.ts',
    'checked against its hash in base64 and in hex',
  ],
  [
    'an address that expired',
    TROUBLE,
    'media expired (404): asked for again, and the file goes in',
  ],
  [
    'a web page in place of the file',
    TROUBLE,
    'a damaged file is fetched again, a web page instead of a file too',
  ],
  [
    'a file of 101 MB',
    ODD,
    'a file over WhatsApp’s own limit arrives as an error and is answered as too big',
  ],
  [
    '131047 at once',
    'flow/must-have.test.ts',
    '131047 at once: held, and it goes when the owner writes',
  ],
  [
    '131047 later',
    DELIVERY,
    '131047, the window was closed after all: held until the owner writes',
  ],
  [
    '131047 later, with a template',
    STORE,
    '131047 after it was taken: the template goes, and old reports of the first try change nothing',
  ],
  ['131056', TROUBLE, 'throttled (131056): repeated after a pause, delivered once'],
  [
    'a template parameter with a line end',
    'whatsapp/window.test.ts',
    'are always something Meta takes',
  ],
  [
    'no answer is an unknown outcome',
    TROUBLE,
    'no answer to a request that was carried out: the status tells, nothing is sent twice',
  ],
  ['a webhook of 3 MB', 'whatsapp/webhook.test.ts', 'of 3 MB'],
  [
    'an unknown field',
    'whatsapp/payload.test.ts',
    'of a field newer than us only its name is kept, not what it holds',
  ],
  ['an old message replayed', TROUBLE, 'a message replayed two days later is not answered'],
  [
    'everything doubled, shuffled and batched',
    'flow/storm.test.ts',
    'replayed, doubled, shuffled and batched bring exactly the answers of the clean run',
  ],
  [
    'a username without a number, answered',
    'flow/identity.test.ts',
    'an answer to a person without a number goes to the user id',
  ],
  [
    'an old payload without a user id',
    'flow/identity.test.ts',
    'old payloads without a user id are known by the number',
  ],
  [
    'a number given to somebody else',
    'flow/identity.test.ts',
    'a number that was given to another person opens nothing',
  ],
  [
    'a move of nobody we know',
    'flow/identity.test.ts',
    'a move of somebody nobody knows makes nobody an owner',
  ],
]

const AGREED: typeof SURVIVES = [
  ['first contact', TALK, 'first contact, {language}: value before questions'],
  [
    'file received',
    TALK,
    'file received, {language}: rows, money to the last rupiah, dates, skipped rows',
  ],
  [
    'truly ambiguous',
    TALK,
    'a date with two readings is asked once and remembered for files like it',
  ],
  [
    'same file again',
    TALK,
    'same file again, {language}: nothing doubles, three new sales are added',
  ],
  ['summary', TALK, 'summary, {language}: the money, against the same weekday, with its basis'],
  [
    'alert, window open',
    TALK,
    'alert, {language}: rings by itself once, names the branch, takes one tap',
  ],
  ['alert, window closed', TROUBLE, 'goes by template, and the tap brings the whole story'],
  ['forecast', TALK, 'forecast, {language}: a range for tomorrow, per product, with its score'],
  ['restock', TALK, 'restock, {language}: what to have ready, and the sum behind it'],
  ['no data for the question', 'replies/dialogues.test.ts', 'profit is not made up from revenue'],
  [
    'two readings',
    'flow/must-have.test.ts',
    'two readings: while the week has no sales “this week” is asked about, and each answer is a tap',
  ],
  [
    'one bubble a day',
    'flow/speaking.test.ts',
    'an alert, a digest, low stock and a missing file all due at once: the alert, and the rest day by day',
  ],
  [
    'a label leaves the baseline',
    'flow/speaking.test.ts',
    'both taps of an alert lead on, and its label takes the day out of what is usual',
  ],
]

describe('each has a test that holds it', () => {
  test.each([...SURVIVES, ...AGREED])('%s', (_, file, named) => {
    // Conversations held in two languages carry the language in their title.
    const title = named.replace('{language}', '$' + '{language}')
    const source = readFileSync(join(import.meta.dirname, '..', file), 'utf8')
    const written = ["'", '"', '`'].map((quote) => `test(${quote}${title}${quote},`)
    expect(
      written.some((text) => source.includes(text)),
      `${file}: ${title}`,
    ).toBe(true)
  })

  test('the unknown kinds of messages are tables of their own', () => {
    const source = readFileSync(join(import.meta.dirname, '../whatsapp/payload.test.ts'), 'utf8')
    for (const kind of ['sticker', 'reaction', 'system', 'button', 'nfm_reply', 'request_welcome'])
      expect(source).toContain(kind)
  })
})

test('131047 at once: held, and it goes when the owner writes', async () => {
  await using stage = await aStage({ running: true })
  stage.simulator.failNext({ code: 131047 })
  await stage.phone.says('menu')
  await stage.phone.waitsForQuiet(500)
  expect(stage.phone.last()).toBeNull()
  expect((await stage.app.store.outboxHealth()).held).toBe(1)
  await stage.phone.says('bantuan')
  expect(await stage.phone.waitsFor(2, 20_000)).toHaveLength(2)
  expect((await stage.app.store.outboxHealth()).held).toBe(0)
})

test('two readings: while the week has no sales “this week” is asked about, and each answer is a tap', async () => {
  // Monday 30 March 2026, eleven in the morning in Jakarta.
  await using stage = await aStage({ now: '2026-03-30T04:00:00Z' })
  const sales = csv(
    'tanggal,produk,jumlah,harga',
    '2026-03-24,Mawar,2,10000',
    '2026-03-29,Mawar,3,10000',
  )
  const answer = async (): Promise<string> => {
    await stage.phone.waitsFor(1, 20_000)
    await stage.phone.waitsForQuiet(300)
    const bubble = stage.phone.last()
    const buttons = bubble?.choices.map(({ title }) => `[${title}]`).join(' ')
    return `${bubble?.text}\n${buttons}`.replaceAll('\u00a0', ' ')
  }
  await stage.phone.sends(sales, { fileName: 'a.csv' })
  await answer()
  await stage.phone.says('penjualan minggu ini')
  expect(await answer()).toBe('“Penjualan minggu ini” yang mana?\n[Sen-hari ini] [7 hari terakhir]')
  await stage.phone.taps('7 hari terakhir')
  expect(await answer()).toContain('Rp 50.000')
  await stage.phone.says('minggu ini')
  await answer()
  await stage.phone.taps('Sen-hari ini')
  expect(await answer()).toContain('Yang ada: 24-29 Mar 2026')
  // With a sale on Monday there is nothing to ask.
  await stage.phone.sends(csv('tanggal,produk,jumlah,harga', '2026-03-30,Mawar,5,10000'), {
    fileName: 'b.csv',
  })
  await answer()
  await stage.phone.says('penjualan minggu ini')
  expect(await answer()).toContain('Rp 50.000')
})
