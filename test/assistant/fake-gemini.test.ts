import { expect, test } from 'vitest'
import { FAKE_MODEL, type FakeGemini, startFakeGemini } from '../support/fake-gemini.ts'

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
