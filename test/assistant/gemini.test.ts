import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type GeminiOptions, type GeminiWorld, geminiModel } from '../../src/assistant/gemini.ts'
import type { ModelRequest, ModelResult } from '../../src/assistant/model.ts'
import {
  type Behaviour,
  FAKE_MODEL,
  type FakeGemini,
  startFakeGemini,
} from '../support/fake-gemini.ts'

const OK = { sentences: [] }
const OK_ANSWER: Behaviour = { kind: 'json', value: OK }
const SECRET_PROMPT = 'rahasia-toko-melati'

let gemini: FakeGemini
beforeEach(async () => {
  gemini = await startFakeGemini()
})
afterEach(async () => {
  await gemini[Symbol.asyncDispose]()
})

/** Time that passes only by waiting, and no luck. */
const aWorld = (): GeminiWorld & { readonly waits: number[]; passes: (ms: number) => void } => {
  let now = Date.UTC(2026, 10, 22, 20, 0)
  const waits: number[] = []
  return {
    waits,
    now: () => now,
    wait: async (ms) => {
      waits.push(ms)
      now += ms
    },
    chance: () => 0,
    passes: (ms) => {
      now += ms
    },
  }
}

const aModel = (options: Partial<GeminiOptions> = {}, world = aWorld()) =>
  geminiModel(
    {
      apiKey: gemini.key,
      model: FAKE_MODEL,
      baseUrl: gemini.baseUrl,
      apiVersion: 'v1',
      timeoutMs: 4_000,
      ...options,
    },
    world,
  )

const aRequest = (changes: Partial<ModelRequest> = {}): ModelRequest => ({
  task: 'plan',
  system: 'Answer in JSON.',
  parts: [{ text: SECRET_PROMPT }],
  schema: { type: 'object', properties: { sentences: { type: 'array' } }, required: ['sentences'] },
  deadlineMs: 8_000,
  maxOutputTokens: 500,
  ...changes,
})

const failure = (result: ModelResult) => {
  if (result.ok) throw new Error('expected a failure')
  expect(result.detail).not.toContain(SECRET_PROMPT)
  expect(result.detail).not.toContain(gemini.key)
  return result
}

describe('what leaves for Gemini', () => {
  test('is one POST with the key in a header, JSON asked for, no temperature', async () => {
    gemini.plays(OK_ANSWER)
    await aModel().generate(aRequest())
    const [request] = gemini.requests
    expect(request?.url).toBe(`/v1/models/${FAKE_MODEL}:generateContent`)
    expect(request?.url).not.toContain(gemini.key)
    expect(request?.headers['x-goog-api-key']).toBe(gemini.key)
    expect(request?.body).toEqual({
      contents: [{ role: 'user', parts: [{ text: SECRET_PROMPT }] }],
      systemInstruction: { role: 'user', parts: [{ text: 'Answer in JSON.' }] },
      generationConfig: {
        maxOutputTokens: 500,
        responseMimeType: 'application/json',
        responseJsonSchema: aRequest().schema,
      },
    })
  })

  test('goes to the address we said, whatever the environment says', async () => {
    vi.stubEnv('GOOGLE_GENAI_USE_VERTEXAI', 'true')
    vi.stubEnv('GOOGLE_API_KEY', 'another-key')
    vi.stubEnv('GOOGLE_GEMINI_BASE_URL', 'http://127.0.0.1:9')
    gemini.plays(OK_ANSWER)
    expect(await aModel().generate(aRequest())).toMatchObject({ ok: true })
    expect(gemini.requests[0]?.headers['x-goog-api-key']).toBe(gemini.key)
    vi.unstubAllEnvs()
  })

  test('nothing leaves without a key', async () => {
    const result = failure(await aModel({ apiKey: ' ' }).generate(aRequest()))
    expect(result).toEqual({ ok: false, reason: 'config', detail: 'GEMINI_API_KEY is empty' })
    expect(gemini.requests).toHaveLength(0)
  })

  test('the key does not follow a redirect', async () => {
    await using other = await startFakeGemini(OK_ANSWER)
    gemini.plays({ kind: 'redirect', to: `${other.baseUrl}/v1/models/x:generateContent` })
    const result = failure(await aModel().generate(aRequest()))
    expect(result.reason).toBe('config')
    expect(result.detail).toContain('GEMINI_BASE_URL')
    expect(other.requests).toHaveLength(0)
  })
})

describe('an answer', () => {
  test.each<Behaviour>([
    OK_ANSWER,
    { kind: 'fenced', value: OK },
    { kind: 'thought-then-json', value: OK },
    { kind: 'slow', ms: 60, next: OK_ANSWER },
  ])('$kind is read', async (behaviour) => {
    gemini.plays(behaviour)
    expect(await aModel().generate(aRequest())).toEqual({
      ok: true,
      json: OK,
      usage: { prompt: 120, output: 50, total: 170 },
    })
  })
})

describe('one trouble, then an answer: asked twice, answered once', () => {
  test.each<Behaviour>([
    { kind: 'error', status: 500 },
    { kind: 'error', status: 503 },
    { kind: 'error', status: 504 },
    { kind: 'error', status: 408 },
    { kind: 'too-many', retryDelay: '1.5s' },
    { kind: 'bad-gateway-html' },
    { kind: 'broken-json' },
    { kind: 'broken-error-json' },
    { kind: 'raw', status: 200, body: '' },
    { kind: 'reset' },
    { kind: 'empty' },
    { kind: 'no-candidates' },
    { kind: 'text', text: 'Halo Bu Rina.' },
  ])('%j', async (behaviour) => {
    gemini.plays(behaviour, OK_ANSWER)
    expect(await aModel().generate(aRequest())).toMatchObject({ ok: true })
    expect(gemini.requests).toHaveLength(2)
  })
})

describe('a trouble that stays is named after at most two requests', () => {
  test.each<[Behaviour, string, number]>([
    [{ kind: 'error', status: 400 }, 'config', 1],
    [{ kind: 'error', status: 401 }, 'config', 1],
    [{ kind: 'error', status: 403 }, 'config', 1],
    [{ kind: 'error', status: 404 }, 'config', 1],
    [{ kind: 'error', status: 418 }, 'config', 1],
    [{ kind: 'prompt-blocked' }, 'blocked', 1],
    [{ kind: 'finished', reason: 'SAFETY' }, 'blocked', 1],
    [{ kind: 'finished', reason: 'RECITATION' }, 'blocked', 1],
    [{ kind: 'truncated' }, 'malformed', 1],
    [{ kind: 'finished', reason: 'MALFORMED_FUNCTION_CALL' }, 'empty', 2],
    [{ kind: 'empty' }, 'empty', 2],
    [{ kind: 'broken-json' }, 'malformed', 2],
    [{ kind: 'text', text: '{"sentences":' }, 'malformed', 2],
    [{ kind: 'error', status: 503 }, 'unreachable', 2],
    [{ kind: 'bad-gateway-html' }, 'unreachable', 2],
    [{ kind: 'reset' }, 'unreachable', 2],
    [{ kind: 'too-many' }, 'quota', 2],
    [{ kind: 'too-many', perDay: true }, 'quota', 1],
  ])('%j', async (behaviour, reason, requests) => {
    gemini.plays(behaviour)
    const result = failure(await aModel().generate(aRequest()))
    expect(result.reason).toBe(reason)
    expect(gemini.requests).toHaveLength(requests)
  })

  test('a runaway answer is not read to its end', async () => {
    gemini.plays({ kind: 'raw', status: 200, body: '['.repeat(2_000_000) })
    const result = failure(await aModel().generate(aRequest()))
    expect(result).toMatchObject({ reason: 'malformed' })
    expect(gemini.requests).toHaveLength(1)
  })

  test('their words never reach our log', async () => {
    gemini.plays({ kind: 'error', status: 400, message: `cannot read "${SECRET_PROMPT}"` })
    expect(failure(await aModel().generate(aRequest())).detail).toBe(
      'HTTP 400 INVALID_ARGUMENT: the request was refused. Check GEMINI_API_KEY and GEMINI_MODEL',
    )
  })

  test('a wrong key is named as such', async () => {
    const result = failure(await aModel({ apiKey: 'wrong' }).generate(aRequest()))
    expect(result).toMatchObject({ reason: 'config' })
    expect(result.detail).toContain('API_KEY_INVALID')
  })

  test('a retired model is named with its API version', async () => {
    const result = failure(await aModel({ model: 'gemini-1.0-pro' }).generate(aRequest()))
    expect(result.detail).toContain('model gemini-1.0-pro is not available on API version v1')
  })

  test('nobody at the address', async () => {
    const { baseUrl } = gemini
    await gemini[Symbol.asyncDispose]()
    const result = failure(await aModel({ baseUrl }).generate(aRequest()))
    expect(result.reason).toBe('unreachable')
    expect(result.detail).toBe('the network failed (ECONNREFUSED)')
  })
})

describe('time', () => {
  test.each<Behaviour>([{ kind: 'hang' }, { kind: 'hang-mid-body' }])(
    '$kind ends at the deadline',
    async (behaviour) => {
      gemini.plays(behaviour)
      const started = Date.now()
      const result = failure(
        await aModel({ timeoutMs: 150 }).generate(aRequest({ deadlineMs: 400 })),
      )
      expect(result.reason).toBe('timeout')
      expect(Date.now() - started).toBeLessThan(1_500)
    },
  )

  test('a slow first attempt leaves room for a second', async () => {
    gemini.plays({ kind: 'hang' }, OK_ANSWER)
    const result = await aModel({ timeoutMs: 100 }).generate(aRequest())
    expect(result).toMatchObject({ ok: true })
  })

  test('they are waited for as long as they ask', async () => {
    const world = aWorld()
    gemini.plays({ kind: 'too-many', retryDelay: '2.5s' }, OK_ANSWER)
    await aModel({}, world).generate(aRequest())
    expect(world.waits).toEqual([2500])
  })

  test('who asks us to wait past the deadline is not waited for', async () => {
    const world = aWorld()
    gemini.plays({ kind: 'too-many', retryDelay: '55.846891726s' }, OK_ANSWER)
    const result = failure(await aModel({}, world).generate(aRequest()))
    expect(result).toMatchObject({ reason: 'quota', retryAfterMs: 55_847 })
    expect(world.waits).toEqual([])
  })
})

describe('quota', () => {
  test('while it is closed nothing leaves, then it opens', async () => {
    const world = aWorld()
    const model = aModel({}, world)
    gemini.plays({ kind: 'too-many', retryDelay: '30s' }, OK_ANSWER)
    await model.generate(aRequest())
    world.passes(29_000)
    expect(failure(await model.generate(aRequest()))).toMatchObject({
      reason: 'quota',
      retryAfterMs: 1000,
    })
    expect(gemini.requests).toHaveLength(1)
    world.passes(1_001)
    expect(await model.generate(aRequest())).toMatchObject({ ok: true })
  })

  test('of a day opens at midnight in California', async () => {
    gemini.plays({ kind: 'too-many', perDay: true, retryDelay: '7s' })
    // 20:00 UTC is noon there in November.
    const result = failure(await aModel().generate(aRequest()))
    expect(result.retryAfterMs).toBe(12 * 3_600_000)
  })
})

describe('a model nobody answers for', () => {
  test('after five calls in silence people no longer wait for it, then it is tried again', async () => {
    const world = aWorld()
    const model = aModel({}, world)
    gemini.plays({ kind: 'error', status: 503 })
    for (let i = 0; i < 5; i += 1) failure(await model.generate(aRequest()))
    const before = gemini.requests.length
    expect(failure(await model.generate(aRequest()))).toEqual({
      ok: false,
      reason: 'unreachable',
      detail: 'not asked: it has not answered for a while',
    })
    expect(gemini.requests).toHaveLength(before)
    gemini.plays(OK_ANSWER)
    world.passes(15_000)
    expect(await model.generate(aRequest())).toMatchObject({ ok: true })
  })

  test('an answer in between, even an unusable one, is no silence', async () => {
    const model = aModel()
    for (let i = 0; i < 6; i += 1) {
      gemini.plays({ kind: 'error', status: 500 })
      failure(await model.generate(aRequest()))
      gemini.plays({ kind: 'truncated' })
      expect(failure(await model.generate(aRequest())).reason).toBe('malformed')
    }
  })

  test('a quota is used up for its own model alone', async () => {
    const model = aModel({ modelFor: { transcript: 'gemini-3.8-flash' } })
    gemini.plays({ kind: 'too-many', perDay: true }, OK_ANSWER)
    failure(await model.generate(aRequest({ task: 'transcript' })))
    expect(await model.generate(aRequest())).toMatchObject({ ok: true })
    expect(failure(await model.generate(aRequest({ task: 'transcript' }))).reason).toBe('quota')
    expect(gemini.requests).toHaveLength(2)
  })
})

describe('thinking', () => {
  test('a level the model does not know is left out at the second attempt', async () => {
    gemini.plays(OK_ANSWER)
    const model = aModel({ model: 'gemini-3.8-flash', thinkingLevel: 'MINIMAL' })
    expect(await model.generate(aRequest())).toMatchObject({ ok: true })
    expect(gemini.requests.map(({ rawBody }) => rawBody.includes('MINIMAL'))).toEqual([true, false])
  })

  test('a level the model knows is sent', async () => {
    gemini.plays(OK_ANSWER)
    await aModel({ thinkingLevel: 'LOW' }).generate(aRequest())
    expect(gemini.requests[0]?.body).toMatchObject({
      generationConfig: { thinkingConfig: { thinkingLevel: 'LOW' } },
    })
  })
})

/** JSON that looks like theirs and is wrong somewhere. */
const almostReply = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, 5, -1, 'STOP', 'SAFETY', 'text', '{"sentences":[]}'),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(
      fc.constantFrom('candidates', 'content', 'parts', 'text', 'thought', 'finishReason', 'error'),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
})).value

test('whatever bytes come back, the result is a result', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    almostReply.map((value) => Buffer.from(JSON.stringify(value))),
  )
  const status = fc.constantFrom(200, 200, 200, 204, 300, 400, 429, 500)
  await fc.assert(
    fc.asyncProperty(bytes, status, async (body, code) => {
      gemini.plays({ kind: 'raw', status: code, body })
      // A fresh door each time: a 429 would keep the next request inside.
      const result = await aModel({ timeoutMs: 2_000 }).generate(aRequest())
      if (!result.ok) failure(result)
      expect(typeof result.ok).toBe('boolean')
    }),
    { numRuns: 150 },
  )
})

test('two hundred questions at once are all answered', async () => {
  gemini.plays(OK_ANSWER)
  const model = aModel()
  const results = await Promise.all(Array.from({ length: 200 }, () => model.generate(aRequest())))
  expect(results.every(({ ok }) => ok)).toBe(true)
})
