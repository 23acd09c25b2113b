import { describe, expect, test, vi } from 'vitest'
import type { Delivery } from '../../src/whatsapp/payload.ts'
import { sign } from '../../src/whatsapp/signature.ts'
import { type WebhookOptions, webhookApp } from '../../src/whatsapp/webhook.ts'
import { served } from '../support/phone.ts'

const SECRET = 'test_app_secret'
const CHANNEL = '106540352242922'

const aBot = (options: Partial<WebhookOptions> = {}) => {
  const accepted: Delivery[] = []
  const turnedAway: number[] = []
  const app = webhookApp({
    appSecrets: [SECRET],
    verifyToken: 'mawar merah',
    channels: new Set([CHANNEL]),
    accept: async (delivery) => {
      accepted.push(delivery)
    },
    turnedAway: (status) => turnedAway.push(status),
    now: () => 1_793_430_000_000,
    ...options,
  })
  return { app, accepted, turnedAway }
}

const bodyWith = (text: string, channel = CHANNEL) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        changes: [
          {
            field: 'messages',
            value: {
              metadata: { phone_number_id: channel },
              messages: [
                {
                  from: '62811',
                  id: 'wamid.1',
                  timestamp: '1793430000',
                  type: 'text',
                  text: { body: text },
                },
              ],
            },
          },
        ],
      },
    ],
  })

const signed = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body,
  headers: {
    'x-hub-signature-256': sign(typeof body === 'string' ? Buffer.from(body) : body, SECRET),
    ...headers,
  },
})

describe('Meta checks that the address is ours', () => {
  const ask = (query: Record<string, string>) =>
    aBot().app.request(`/webhook?${new URLSearchParams(query)}`)
  const QUESTION = {
    'hub.mode': 'subscribe',
    'hub.challenge': '1158201444',
    'hub.verify_token': 'mawar merah',
  }

  test('the right token gets its challenge back as plain text, and nothing else', async () => {
    const answer = await ask(QUESTION)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('1158201444')
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  })

  test.each([
    ['a wrong token', { ...QUESTION, 'hub.verify_token': 'mawar putih' }],
    ['an empty token', { ...QUESTION, 'hub.verify_token': '' }],
    ['another mode', { ...QUESTION, 'hub.mode': 'unsubscribe' }],
    ['a challenge that is markup', { ...QUESTION, 'hub.challenge': '<script>alert(1)</script>' }],
    ['a challenge of 65 digits', { ...QUESTION, 'hub.challenge': '1'.repeat(65) }],
    ['no question', {}],
  ])('%s is refused without an echo', async (_, query) => {
    const answer = await ask(query)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('1158201444')
  })
})

describe('a message is taken', () => {
  test('when it is signed, and 200 comes only after it was stored', async () => {
    const stored = Promise.withResolvers<void>()
    const { app } = aBot({ accept: () => stored.promise })
    const answered = vi.fn()
    const answer = Promise.resolve(app.request('/webhook', signed(bodyWith('ringkasan'))))
    answer.then(answered, answered)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(answered).not.toHaveBeenCalled()
    stored.resolve()
    expect((await answer).status).toBe(200)
  })

  test("with emoji and slash in Meta's own escapes", async () => {
    const { app, accepted } = aBot()
    const body = bodyWith('café 🌹 a/b')
      .replaceAll('/', '\\/')
      .replace('é', '\\u00e9')
      .replace('🌹', '\\ud83c\\udf39')
    expect((await app.request('/webhook', signed(body))).status).toBe(200)
    expect(accepted[0]?.arrivals[0]?.content).toEqual({ kind: 'text', text: 'café 🌹 a/b' })
  })

  test('exactly the signed bytes are handed on for safekeeping', async () => {
    const accept = vi.fn(async () => {})
    const body = bodyWith('halo')
    await aBot({ accept }).app.request('/webhook', signed(body))
    expect(accept).toHaveBeenCalledWith(expect.anything(), new Uint8Array(Buffer.from(body)))
  })

  test("to somebody else's number: 200, nothing kept but the count", async () => {
    const { app, accepted } = aBot()
    expect((await app.request('/webhook', signed(bodyWith('halo', '999')))).status).toBe(200)
    expect(accepted[0]).toMatchObject({ arrivals: [], ignored: [{ reason: 'not our number' }] })
  })

  test('although it is not JSON: 200, because a refusal would bring it back for days', async () => {
    const { app, accepted } = aBot()
    for (const body of ['', '{"object":', '\u0000', 'null', '[]', '"x"']) {
      expect((await app.request('/webhook', signed(body))).status).toBe(200)
    }
    expect(accepted).toHaveLength(6)
    expect(accepted.every(({ arrivals }) => arrivals.length === 0)).toBe(true)
    expect(accepted[0]?.ignored).toEqual([{ field: '', reason: 'not JSON' }])
  })

  test('of 3 MB', async () => {
    const { app, accepted } = aBot()
    const body = bodyWith('x'.repeat(3 * 1024 * 1024))
    expect((await app.request('/webhook', signed(body))).status).toBe(200)
    expect(accepted).toHaveLength(1)
  })
})

describe('a message is turned away', () => {
  test.each([
    ['without signature', {}],
    ['with a wrong signature', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }],
    [
      'with the right signature in capitals',
      { 'x-hub-signature-256': sign(Buffer.from('{}'), SECRET).toUpperCase() },
    ],
  ])('%s: 401, and nobody parses it', async (_, headers) => {
    const { app, accepted, turnedAway } = aBot()
    const answer = await app.request('/webhook', { method: 'POST', body: '{}', headers })
    expect(answer.status).toBe(401)
    expect(accepted).toEqual([])
    expect(turnedAway).toEqual([401])
  })

  test('when it could not be stored: 503 and please repeat', async () => {
    const trouble = new Error('disk full')
    const turnedAway = vi.fn()
    const { app } = aBot({ accept: () => Promise.reject(trouble), turnedAway })
    const answer = await app.request('/webhook', signed(bodyWith('halo')))
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(await answer.text()).not.toContain('disk')
    expect(turnedAway).toHaveBeenCalledWith(503, trouble)
  })

  test('over 4 MB, whether it says so or comes in pieces: 413', async () => {
    const { app, accepted } = aBot()
    await using server = await served(app)
    const large = new Uint8Array(4 * 1024 * 1024 + 1)
    const pieces = new ReadableStream({
      start: (controller) => {
        for (let sent = 0; sent < large.length; sent += 65_536) {
          controller.enqueue(large.subarray(sent, sent + 65_536))
        }
        controller.close()
      },
    })
    const whole = await fetch(`${server.url}/webhook`, signed(large))
    const chunked = await fetch(`${server.url}/webhook`, {
      ...signed(large),
      body: pieces,
      duplex: 'half',
    })
    expect([whole.status, chunked.status]).toEqual([413, 413])
    expect(accepted).toEqual([])
  })

  test('compressed: 415, a small body could unfold to anything', async () => {
    const { app } = aBot()
    const answer = await app.request('/webhook', signed('{}', { 'content-encoding': 'gzip' }))
    expect(answer.status).toBe(415)
  })
})

test.each([
  [{ appSecrets: [] }, /WA_APP_SECRET/],
  [{ appSecrets: [SECRET, ''] }, /WA_APP_SECRET/],
  [{ verifyToken: '' }, /WA_VERIFY_TOKEN/],
])('without secrets there is no webhook: %j', (options, reason) => {
  expect(() => aBot(options)).toThrow(reason)
})
