import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { callModel, type ModelCall } from '../../src/assistant/call.ts'
import { geminiModel } from '../../src/assistant/gemini.ts'
import { aDesk } from '../support/a-desk.ts'
import { FAKE_MODEL, type FakeGemini, startFakeGemini } from '../support/fake-gemini.ts'

const SAID = 'rahasia toko melati'
const ANSWER = z.object({
  topic: z.enum(['sales', 'stock']),
  count: z.int().min(1).max(20).nullable(),
  said: z.string().max(40),
})
const GOOD = { topic: 'sales', count: 3, said: 'ya' }

let gemini: FakeGemini
beforeEach(async () => {
  gemini = await startFakeGemini({ kind: 'json', value: GOOD })
})
afterEach(async () => {
  await gemini[Symbol.asyncDispose]()
})

const aModel = (apiKey = gemini.key) =>
  geminiModel({
    apiKey,
    model: FAKE_MODEL,
    modelFor: { transcript: 'gemini-3.8-flash' },
    baseUrl: gemini.baseUrl,
    apiVersion: 'v1',
    timeoutMs: 2_000,
  })

const aCall = (
  changes: Partial<ModelCall<z.infer<typeof ANSWER>>> = {},
): ModelCall<z.infer<typeof ANSWER>> => ({
  task: 'plan',
  system: 'Answer in JSON.',
  schema: ANSWER,
  parts: [{ text: SAID }],
  deadlineMs: 4_000,
  maxOutputTokens: 200,
  ...changes,
})

describe('a call that is answered', () => {
  test('gives the value in its shape, its tokens are counted, and the log holds no word of it', async () => {
    const desk = aDesk(aModel())
    expect(await callModel(desk, aCall())).toEqual({
      ok: true,
      value: GOOD,
      usage: { prompt: 120, output: 50, total: 170 },
    })
    expect(desk.counted).toEqual([170])
    expect(desk.lines.join()).toMatch(/^info model asked .*"task":"plan","model":"gemini-3.5/)
    expect(desk.lines.join()).not.toMatch(/rahasia|fake-key/)
  })

  test('asks with a schema of the few words that Gemini knows', async () => {
    await callModel(aDesk(aModel()), aCall())
    expect(gemini.requests[0]?.body).toMatchObject({
      generationConfig: {
        responseJsonSchema: {
          type: 'object',
          properties: {
            topic: { type: 'string', enum: ['sales', 'stock'] },
            count: { type: ['integer', 'null'] },
            said: { type: 'string' },
          },
          required: ['topic', 'count', 'said'],
        },
      },
    })
    expect(gemini.requests[0]?.rawBody).not.toMatch(/\$schema|maximum|maxLength/)
  })

  test('a recording goes along as bytes, to the model for recordings', async () => {
    const recording = { mimeType: 'audio/ogg', bytes: Buffer.from('OggS') }
    await callModel(aDesk(aModel()), aCall({ task: 'transcript', parts: [recording] }))
    expect(gemini.requests[0]?.url).toContain('gemini-3.8-flash')
    expect(gemini.requests[0]?.body).toMatchObject({
      contents: [{ parts: [{ inlineData: { mimeType: 'audio/ogg', data: 'T2dnUw==' } }] }],
    })
  })
})

describe('nothing leaves', () => {
  test('without a key', async () => {
    expect(await callModel(aDesk(null), aCall())).toMatchObject({ ok: false, reason: 'no-key' })
  })

  test.each(['off', 'budget'] as const)('when leave is not given: %s', async (leave) => {
    const desk = aDesk(aModel(), { leave: async () => leave })
    expect(await callModel(desk, aCall())).toMatchObject({ ok: false, reason: leave })
    expect(gemini.requests).toHaveLength(0)
    expect(desk.counted).toEqual([])
  })
})

describe('a call that fails', () => {
  test.each<[string, unknown]>([
    ['an enum nobody knows', { ...GOOD, topic: 'weather' }],
    ['a number out of range', { ...GOOD, count: 1000 }],
    ['a number as text', { ...GOOD, count: '3' }],
    ['no object', [GOOD]],
    ['a field left out', { topic: 'sales', count: 3 }],
  ])('%s is malformed, costs its tokens, and is not repeated in the log', async (_, value) => {
    gemini.plays({ kind: 'json', value })
    const desk = aDesk(aModel())
    expect(await callModel(desk, aCall())).toMatchObject({ ok: false, reason: 'malformed' })
    expect(desk.counted).toEqual([170])
    expect(desk.lines.join()).not.toMatch(/weather|1000/)
  })

  test('both attempts are on the bill', async () => {
    gemini.plays({ kind: 'empty' }, { kind: 'json', value: GOOD })
    const desk = aDesk(aModel())
    expect((await callModel(desk, aCall())).ok).toBe(true)
    expect(desk.counted).toEqual([340])
  })

  test('an answer that was blocked or cut off is on the bill too', async () => {
    for (const behaviour of [{ kind: 'prompt-blocked' }, { kind: 'truncated' }] as const) {
      gemini.plays(behaviour)
      const desk = aDesk(aModel())
      await callModel(desk, aCall())
      expect(desk.counted).toEqual([170])
    }
  })

  test('what only the operator can mend is an error in the log, with advice', async () => {
    const desk = aDesk(aModel('wrong-key'))
    expect(await callModel(desk, aCall())).toMatchObject({ ok: false, reason: 'config' })
    expect(desk.lines.join()).toMatch(/^error model failed .*Check GEMINI_API_KEY/)
    expect(desk.counted).toEqual([])
  })

  test('anything else passes by itself and is a warning', async () => {
    gemini.plays({ kind: 'error', status: 503 })
    const desk = aDesk(aModel())
    expect(await callModel(desk, aCall())).toMatchObject({ ok: false, reason: 'unreachable' })
    expect(desk.lines.join()).toMatch(/^warn model failed .*HTTP 503/)
  })
})
