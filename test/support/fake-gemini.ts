import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A Gemini that speaks the wire format of `generateContent` on a random local port, refuses what
 * Google refuses, misbehaves on request, and keeps everything it was sent.
 */
export type FakeGemini = {
  readonly baseUrl: string
  readonly key: string
  /** Every request in order, refused ones included. */
  readonly requests: readonly RecordedRequest[]
  /** What to do with the next requests; the last behaviour stays. */
  readonly plays: (...script: readonly Behaviour[]) => void
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

type RecordedRequest = {
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly rawBody: string
  readonly body: unknown
}

export type Behaviour =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'fenced'; readonly value: unknown }
  | { readonly kind: 'thought-then-json'; readonly value: unknown }
  /** Half an answer, stopped by MAX_TOKENS. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'prompt-blocked' }
  | { readonly kind: 'finished'; readonly reason: string }
  /** `content: {role}` with no parts and STOP: seen from the lite models. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-candidates' }
  | { readonly kind: 'error'; readonly status: number; readonly message?: string }
  | { readonly kind: 'too-many'; readonly retryDelay?: string; readonly perDay?: boolean }
  | { readonly kind: 'bad-gateway-html' }
  | { readonly kind: 'broken-json' }
  | { readonly kind: 'broken-error-json' }
  | { readonly kind: 'raw'; readonly status: number; readonly body: string | Uint8Array }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'hang' }
  | { readonly kind: 'hang-mid-body' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'slow'; readonly ms: number; readonly next: Behaviour }
  /** Decided by what was asked. */
  | { readonly kind: 'by-request'; readonly choose: (body: unknown) => Behaviour }

export const FAKE_MODEL = 'gemini-3.5-flash-lite'
const MODELS = [FAKE_MODEL, 'gemini-3.8-flash']
const LATEST = /-latest$/

export const startFakeGemini = (...script: Behaviour[]): Promise<FakeGemini> =>
  fakeGeminiAt(0, ...script)

/** The same on a port of one's choice, for a program of its own. */
export const fakeGeminiAt = async (
  wantedPort: number,
  ...script: Behaviour[]
): Promise<FakeGemini> => {
  const key = 'fake-key-4242'
  const requests: RecordedRequest[] = []
  let queue: Behaviour[] = script
  const server = createServer(async (request, response) => {
    const rawBody = await readBody(request)
    const body = parsed(rawBody)
    requests.push({ url: request.url ?? '', headers: request.headers, rawBody, body })
    const refusal = refusalOf(request, body, key)
    if (refusal) return sendError(response, refusal.status, refusal.message, refusal.details)
    if (request.method === 'GET') return sendModels(response, request.url ?? '')
    if (request.url?.endsWith(':countTokens')) return send(response, 200, { totalTokens: 42 })
    const [next, ...rest] = queue
    if (rest.length > 0) queue = rest
    if (next === undefined) return sendError(response, 500, 'the script is empty')
    await play(next.kind === 'by-request' ? next.choose(body) : next, response)
  })
  await new Promise<void>((resolve) => server.listen(wantedPort, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    key,
    requests,
    plays: (...next) => {
      queue = [...next]
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Refusal = { readonly status: number; readonly message: string; readonly details?: unknown[] }

/** What the real service says no to, before any model is asked. */
const refusalOf = (request: IncomingMessage, body: unknown, key: string): Refusal | null => {
  const sentKey = request.headers['x-goog-api-key']
  if (!sentKey) return { status: 403, message: 'Method doesn’t allow unregistered callers' }
  if (sentKey !== key) {
    const reason = {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'API_KEY_INVALID',
    }
    return { status: 400, message: 'API key not valid.', details: [reason] }
  }
  const path = PATH.exec(request.url ?? '')
  const [, version = '', model = '', deed] = path ?? []
  const isKnown = MODELS.includes(model) || (version === 'v1beta' && LATEST.test(model))
  const isList = request.method === 'GET' && /^\/v1(beta)?\/models$/.test(request.url ?? '')
  if (isList) return null
  if (!path || !isKnown || (request.method === 'POST') !== (deed !== undefined)) {
    return { status: 404, message: `models/${model} is not found for API version ${version}` }
  }
  return deed === 'generateContent' ? badRequest(body, model) : null
}

const PATH = /^\/(v1|v1beta)\/models\/([^/:]+)(?::(generateContent|countTokens))?$/

const sendModels = (response: ServerResponse, url: string): void => {
  const models = MODELS.map((name) => ({
    name: `models/${name}`,
    supportedGenerationMethods: ['generateContent', 'countTokens'],
  }))
  const [, , , wanted] = url.split('/')
  send(response, 200, models.find(({ name }) => name === `models/${wanted}`) ?? { models })
}

/** Inline recordings and pictures together; larger ones go through the Files API. */
const INLINE_BYTES_MAX = 20 * 1024 * 1024

const TOP_LEVEL = [
  'contents',
  'systemInstruction',
  'safetySettings',
  'tools',
  'toolConfig',
  'generationConfig',
  'labels',
  'store',
  'cachedContent',
  'serviceTier',
]
const GENERATION = [
  'temperature',
  'topP',
  'topK',
  'maxOutputTokens',
  'candidateCount',
  'stopSequences',
  'seed',
  'responseMimeType',
  'responseSchema',
  'responseJsonSchema',
  'thinkingConfig',
  'mediaResolution',
  'audioTranscriptionConfig',
]

const badRequest = (body: unknown, model: string): Refusal | null => {
  const no = (message: string): Refusal => ({ status: 400, message })
  if (!isRecord(body)) return no('Invalid JSON payload received.')
  const config = isRecord(body['generationConfig']) ? body['generationConfig'] : {}
  const stray = [
    ...Object.keys(body).filter((name) => !TOP_LEVEL.includes(name)),
    ...Object.keys(config).filter((name) => !GENERATION.includes(name)),
  ][0]
  if (stray) return no(`Invalid JSON payload received. Unknown name "${stray}"`)
  if (!Array.isArray(body['contents']) || body['contents'].length === 0) {
    return no('* GenerateContentRequest.contents: contents is not specified')
  }
  if ('responseJsonSchema' in config && config['responseMimeType'] !== 'application/json') {
    return no('Function calling or JSON schema needs responseMimeType application/json')
  }
  const strange = strangeWord(config['responseJsonSchema'])
  if (strange) return no(`responseJsonSchema: unknown keyword "${strange}"`)
  const broken = brokenContents(body['contents'])
  if (broken) return no(broken)
  const thinking = isRecord(config['thinkingConfig']) ? config['thinkingConfig'] : {}
  if (thinking['thinkingLevel'] === 'MINIMAL' && model === 'gemini-3.8-flash') {
    return no('Thinking level MINIMAL is not supported for this model.')
  }
  return null
}

/** What Gemini documents for schemas; on other words it has answered 400 as well as nothing at all. */
const SCHEMA_WORDS = [
  ...['$id', '$defs', '$ref', '$anchor', 'type', 'format', 'title', 'description', 'enum'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'minimum', 'maximum', 'anyOf', 'oneOf'],
  ...['properties', 'additionalProperties', 'required'],
]

const strangeWord = (schema: unknown): string | null => {
  if (!isRecord(schema)) return null
  const here = Object.keys(schema).find((word) => !SCHEMA_WORDS.includes(word))
  if (here) return here
  const below = [
    ...Object.values(isRecord(schema['properties']) ? schema['properties'] : {}),
    ...(Array.isArray(schema['anyOf']) ? schema['anyOf'] : []),
    schema['items'],
  ]
  return below.map(strangeWord).find((word) => word !== null) ?? null
}

type Part = Readonly<Record<string, unknown>>

const partsOf = (content: unknown): readonly Part[] =>
  isRecord(content) && Array.isArray(content['parts']) ? content['parts'].filter(isRecord) : []

/** Parts without content, media that is none, and answers to functions that do not fit their calls. */
const brokenContents = (contents: readonly unknown[]): string | null => {
  const turns = contents.map(partsOf)
  if (turns.some((parts) => parts.length === 0)) return 'contents.parts must not be empty.'
  const media = turns.flat().flatMap((part) => part['inlineData'] ?? [])
  const bytes = media.map((each) => (isRecord(each) ? String(each['data'] ?? '') : ''))
  if (bytes.some((data) => !/^[A-Za-z0-9+/]+={0,2}$/.test(data))) {
    return 'inlineData.data: Base64 decoding failed'
  }
  if (bytes.join('').length * (3 / 4) > INLINE_BYTES_MAX)
    return 'Request payload size exceeds the limit'
  return (
    turns.map((parts, i) => brokenCalls(parts, turns[i + 1])).find((each) => each !== null) ?? null
  )
}

const brokenCalls = (parts: readonly Part[], next: readonly Part[] | undefined): string | null => {
  const calls = parts.filter((part) => 'functionCall' in part)
  if (calls.length === 0) return null
  // The first of several calls carries the signature of the thoughts behind all of them.
  if (!('thoughtSignature' in (calls[0] ?? {}))) {
    return 'Function call is missing a thought_signature in functionCall parts.'
  }
  const answers = (next ?? []).filter((part) => 'functionResponse' in part)
  return answers.length === calls.length
    ? null
    : 'the number of function response parts must equal the number of function call parts'
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const STATUS_NAMES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' })
  response.end(JSON.stringify(body))
}

const sendError = (
  response: ServerResponse,
  status: number,
  message: string,
  details?: unknown[],
): void => {
  const error = { code: status, message, status: STATUS_NAMES[status] ?? 'UNKNOWN' }
  send(response, status, { error: details ? { ...error, details } : error })
}

const USAGE = {
  promptTokenCount: 120,
  candidatesTokenCount: 14,
  thoughtsTokenCount: 36,
  totalTokenCount: 170,
  promptTokensDetails: [{ modality: 'TEXT', tokenCount: 120 }],
  serviceTier: 'standard',
}

const answer = (parts: readonly unknown[] | null, finishReason = 'STOP'): unknown => ({
  candidates: [
    {
      content: parts === null ? { role: 'model' } : { parts, role: 'model' },
      finishReason,
      index: 0,
    },
  ],
  modelVersion: FAKE_MODEL,
  responseId: 'r-1',
  usageMetadata: USAGE,
})

const play = async (behaviour: Behaviour, response: ServerResponse): Promise<void> => {
  switch (behaviour.kind) {
    case 'text':
      return send(response, 200, answer([{ text: behaviour.text }]))
    case 'json':
      return send(response, 200, answer([{ text: JSON.stringify(behaviour.value) }]))
    case 'fenced': {
      const text = `\`\`\`json\n${JSON.stringify(behaviour.value, null, 1)}\n\`\`\``
      return send(response, 200, answer([{ text }]))
    }
    case 'thought-then-json':
      return send(
        response,
        200,
        answer([
          { text: 'Let me think about 3 things.', thought: true },
          { text: JSON.stringify(behaviour.value), thoughtSignature: 'c2ln' },
        ]),
      )
    case 'truncated':
      return send(response, 200, answer([{ text: '{"sentences":[{"text":"Penju' }], 'MAX_TOKENS'))
    case 'prompt-blocked':
      return send(response, 200, {
        promptFeedback: { blockReason: 'PROHIBITED_CONTENT' },
        usageMetadata: USAGE,
      })
    case 'finished':
      return send(response, 200, answer(null, behaviour.reason))
    case 'empty':
      return send(response, 200, answer(null))
    case 'no-candidates':
      return send(response, 200, { usageMetadata: USAGE })
    case 'error':
      return sendError(response, behaviour.status, behaviour.message ?? 'something went wrong')
    case 'too-many':
      return sendError(response, 429, 'You exceeded your current quota', quotaDetails(behaviour))
    case 'bad-gateway-html':
      response.writeHead(502, { 'content-type': 'text/html' })
      response.end('<html>Bad gateway</html>')
      return
    case 'broken-json':
      return raw(response, 200, '{"candidates":[{"content"')
    case 'broken-error-json':
      return raw(response, 500, '{"error":')
    case 'raw':
      return raw(response, behaviour.status, behaviour.body)
    case 'redirect':
      response.writeHead(302, { location: behaviour.to })
      response.end()
      return
    case 'hang':
      return
    case 'hang-mid-body':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"candidates":[')
      return
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'by-request':
      return sendError(response, 500, 'a choice within a choice')
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, behaviour.ms))
      return play(behaviour.next, response)
  }
}

const raw = (response: ServerResponse, status: number, body: string | Uint8Array): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body)
}

const quotaDetails = (behaviour: { retryDelay?: string; perDay?: boolean }): unknown[] => [
  {
    '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
    violations: [
      {
        quotaMetric: 'generativelanguage.googleapis.com/generate_content_free_tier_requests',
        quotaId: behaviour.perDay
          ? 'GenerateRequestsPerDayPerProjectPerModel-FreeTier'
          : 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier',
        quotaValue: '20',
      },
    ],
  },
  ...(behaviour.retryDelay
    ? [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: behaviour.retryDelay }]
    : []),
]
