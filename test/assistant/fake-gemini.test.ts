import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Behaviour,
  FAKE_MODEL,
  type FakeGemini,
  startFakeGemini,
} from '../support/fake-gemini.ts'

/** A fake that takes everything proves nothing: this one says no where Google says no. */

const HELLO = { contents: [{ role: 'user', parts: [{ text: 'halo' }] }] }

const ask = async (
  gemini: FakeGemini,
  body: unknown,
  to: { readonly model?: string; readonly version?: string; readonly key?: string | null } = {},
) => {
  const { model = FAKE_MODEL, version = 'v1', key = gemini.key } = to
  const reply = await fetch(`${gemini.baseUrl}/${version}/models/${model}:generateContent`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { 'x-goog-api-key': key }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return reply.status
}

test('a plain question with a key is answered', async () => {
  await using gemini = await startFakeGemini({ kind: 'text', text: 'Halo.' })
  expect(await ask(gemini, HELLO)).toBe(200)
})

test.each<[string, unknown, Parameters<typeof ask>[2], number]>([
  ['no key', HELLO, { key: null }, 403],
  ['a wrong key', HELLO, { key: 'other' }, 400],
  ['an unknown model', HELLO, { model: 'gemini-1.0-pro' }, 404],
  ['a -latest name on v1', HELLO, { model: 'gemini-flash-latest' }, 404],
  ['no contents', {}, {}, 400],
  ['a body that is not JSON', '{"contents":', {}, 400],
  ['an unknown name', { ...HELLO, temprature: 0 }, {}, 400],
  ['an unknown setting', { ...HELLO, generationConfig: { automaticContinuation: false } }, {}, 400],
  ['a schema without JSON', { ...HELLO, generationConfig: { responseJsonSchema: {} } }, {}, 400],
  [
    'MINIMAL thinking on 3.8-flash',
    { ...HELLO, generationConfig: { thinkingConfig: { thinkingLevel: 'MINIMAL' } } },
    { model: 'gemini-3.8-flash' },
    400,
  ],
])('%s is refused', async (_, body, to, status) => {
  await using gemini = await startFakeGemini({ kind: 'text', text: 'Halo.' })
  expect(await ask(gemini, body, to)).toBe(status)
})

test('a -latest name is known on v1beta', async () => {
  await using gemini = await startFakeGemini({ kind: 'text', text: 'Halo.' })
  expect(await ask(gemini, HELLO, { model: 'gemini-flash-latest', version: 'v1beta' })).toBe(200)
})

const CALLS = {
  role: 'model',
  parts: [
    { functionCall: { id: 'call_1', name: 'query', args: {} }, thoughtSignature: 'c2ln' },
    { functionCall: { id: 'call_2', name: 'query', args: {} } },
  ],
}
const answer = (id: string) => ({ functionResponse: { id, name: 'query', response: {} } })
const turns = (...parts: readonly unknown[]) => ({ contents: parts })
const audio = (data: string) =>
  turns({ role: 'user', parts: [{ inlineData: { mimeType: 'audio/ogg', data } }] })
const withSchema = (responseJsonSchema: unknown) => ({
  ...HELLO,
  generationConfig: { responseMimeType: 'application/json', responseJsonSchema },
})

test.each<[string, unknown, number]>([
  ['a recording', audio('T2dnUw=='), 200],
  ['a recording that is no base64', audio('Ogg S!'), 400],
  ['a recording over 20 MB', audio('A'.repeat(28_000_000)), 400],
  ['a turn without parts', turns({ role: 'user', parts: [] }), 400],
  [
    'a schema of known words',
    withSchema({ type: 'object', properties: { a: { type: 'string' } } }),
    200,
  ],
  [
    'a schema with another word',
    withSchema({ type: 'object', properties: { a: { pattern: 'x' } } }),
    400,
  ],
  ['a schema that says $schema', withSchema({ $schema: 'https://json-schema.org' }), 400],
  [
    'answers to all calls',
    turns(...HELLO.contents, CALLS, { role: 'user', parts: [answer('call_1'), answer('call_2')] }),
    200,
  ],
  [
    'an answer to one call of two',
    turns(...HELLO.contents, CALLS, { role: 'user', parts: [answer('call_1')] }),
    400,
  ],
  [
    'calls whose thoughts were lost',
    turns(
      ...HELLO.contents,
      { role: 'model', parts: CALLS.parts.slice(1) },
      { role: 'user', parts: [answer('call_2')] },
    ),
    400,
  ],
])('%s', async (_, body, status) => {
  await using gemini = await startFakeGemini({ kind: 'text', text: 'Halo.' })
  expect(await ask(gemini, body)).toBe(status)
})

test('it knows its models and counts tokens', async () => {
  await using gemini = await startFakeGemini()
  const get = async (path: string, init: RequestInit = {}) => {
    const headers = { 'x-goog-api-key': gemini.key }
    const reply = await fetch(`${gemini.baseUrl}${path}`, { headers, ...init })
    return { status: reply.status, body: await reply.json() }
  }
  expect(await get(`/v1/models/${FAKE_MODEL}`)).toMatchObject({
    status: 200,
    body: { name: `models/${FAKE_MODEL}` },
  })
  expect((await get('/v1/models/gemini-1.0-pro')).status).toBe(404)
  expect(await get('/v1/models')).toMatchObject({ body: { models: [{}, {}] } })
  const counting = { method: 'POST', body: JSON.stringify(HELLO) }
  expect(await get(`/v1/models/${FAKE_MODEL}:countTokens`, counting)).toMatchObject({
    status: 200,
    body: { totalTokens: 42 },
  })
})

/** Requests and answers as they were recorded between the SDK in use and a server. */
const RECORDING: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/gemini-wire.json'), 'utf8'),
)
const recorded = (title: string): unknown => (RECORDING as Record<string, unknown>)[title]

describe('beside the recorded wire', () => {
  test.each(['minimal request on wire', 'full config on wire'])('%s is taken', async (title) => {
    await using gemini = await startFakeGemini({ kind: 'text', text: 'Halo.' })
    expect(await ask(gemini, recorded(title))).toBe(200)
  })

  test.each(['fc request', 'fc 2nd request', 'multimodal wire'])('%s is taken', async (title) => {
    await using gemini = await startFakeGemini({ kind: 'text', text: 'Halo.' })
    expect(await ask(gemini, recorded(title))).toBe(200)
  })

  test('an answer has the fields of the recorded one', async () => {
    await using gemini = await startFakeGemini({ kind: 'text', text: 'Halo Bu Rina.' })
    const reply = await fetch(`${gemini.baseUrl}/v1/models/${FAKE_MODEL}:generateContent`, {
      method: 'POST',
      headers: { 'x-goog-api-key': gemini.key },
      body: JSON.stringify(HELLO),
    })
    const wanted = recorded('minimal response') as object
    expect(await reply.json()).toEqual({ ...wanted, modelVersion: FAKE_MODEL })
  })

  test.each<[string, Behaviour]>([
    ['e403', { kind: 'error', status: 403, message: 'denied' }],
    ['e500', { kind: 'error', status: 500, message: 'internal' }],
    [
      'e503',
      { kind: 'error', status: 503, message: 'The model is overloaded. Please try again later.' },
    ],
    ['e429', { kind: 'too-many', perDay: true, retryDelay: '7s' }],
  ])('the refusal %s is the recorded one', async (title, behaviour) => {
    await using gemini = await startFakeGemini(behaviour)
    const reply = await fetch(`${gemini.baseUrl}/v1/models/${FAKE_MODEL}:generateContent`, {
      method: 'POST',
      headers: { 'x-goog-api-key': gemini.key },
      body: JSON.stringify(HELLO),
    })
    const { status, body } = recorded(title) as { status: number; body: unknown }
    expect(reply.status).toBe(status)
    expect(await reply.json()).toEqual(body)
  })
})
