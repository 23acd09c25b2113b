import { setTimeout as wait } from 'node:timers/promises'
import type { GenerateContentResponse, GoogleGenAI } from '@google/genai'
import { z } from 'zod'
import { type Breaker, hostBreaker } from '../whatsapp/breaker.ts'
import {
  again,
  billed,
  codeOf,
  type FailedAttempt,
  failedAttempt,
  final,
  UnusableReply,
} from './gemini-failure.ts'
import {
  bothUsages,
  type LanguageModel,
  type ModelFailure,
  type ModelPart,
  type ModelRequest,
  type ModelResult,
  type ModelTask,
  type ModelUsage,
  NO_USAGE,
} from './model.ts'

export type GeminiOptions = {
  readonly apiKey: string
  /** Such as `gemini-3.5-flash-lite`. */
  readonly model: string
  /** Other models for some kinds of work. */
  readonly modelFor?: Readonly<Partial<Record<ModelTask, string>>>
  /** Another address than Google's: a proxy, or a local server in tests. */
  readonly baseUrl?: string | undefined
  /** `v1`; names that end in `-latest` exist on `v1beta` only. */
  readonly apiVersion: string
  /** Longest wait for one attempt with words; recordings and pictures get MEDIA_TIMES as long. */
  readonly timeoutMs: number
  /** Left to the model unless the operator says so. */
  readonly thinkingLevel?: 'MINIMAL' | 'LOW' | 'MEDIUM' | 'HIGH' | undefined
}

/** Time and chance; tests hand in their own. */
export type GeminiWorld = {
  readonly now: () => number
  readonly wait: (ms: number) => Promise<unknown>
  /** Between 0 and 1. */
  readonly chance: () => number
}

/**
 * Gemini behind the port. The SDK is loaded at the first question. At most two attempts within the
 * request's deadline; the SDK's own retries stay off (they ignore RetryInfo and miss network errors).
 * After a refusal for quota nothing leaves for that model until the quota opens again, and after silence that
 * goes on nothing leaves for a while.
 */
export const geminiModel = (options: GeminiOptions, world: GeminiWorld = WORLD): LanguageModel => {
  const door: Door = { options, world, client: clientOnce(options), ...openFor(world) }
  return {
    nameFor: (task) => nameFor(options, task),
    generate: (request) => generate(door, request),
  }
}

const nameFor = ({ model, modelFor }: GeminiOptions, task: ModelTask): string =>
  modelFor?.[task] ?? model

const WORLD: GeminiWorld = { now: Date.now, wait: (ms) => wait(ms), chance: Math.random }

/** Nothing is known against any model yet. */
const openFor = ({ now }: GeminiWorld) => ({ quotas: new Map(), silence: hostBreaker(now) })

/** One key's state: its client, and which of its models may be asked; Google counts quotas by model. */
type Door = {
  readonly options: GeminiOptions
  readonly world: GeminiWorld
  readonly client: () => Promise<GoogleGenAI>
  readonly quotas: Map<string, { readonly opensAt: number; readonly failure: ModelFailure }>
  readonly silence: Breaker
}

/** Less time than this is not worth a request. */
const ATTEMPT_MS_MIN = 300
/** Up to doubled by chance, so that many shops do not come back at once. */
const BACK_OFF_MS = 250

const generate = async (door: Door, request: ModelRequest): Promise<ModelResult> => {
  const { options } = door
  if (options.apiKey.trim() === '') return final('config', 'GEMINI_API_KEY is empty').failure
  const name = nameFor(options, request.task)
  const closed = closedNow(door, name)
  if (closed !== null) return closed
  const result = await twice(door, request)
  if (isSilence(result)) door.silence.missed(name)
  else door.silence.reached(name)
  return result
}

/** Why this model is not asked now: they said wait, or nobody has answered for a while. */
const closedNow = ({ quotas, silence, world }: Door, name: string): ModelFailure | null => {
  const quota = quotas.get(name)
  const retryAfterMs = (quota?.opensAt ?? 0) - world.now()
  if (quota && retryAfterMs > 0) {
    const { reason, detail } = quota.failure
    return { ok: false, reason, retryAfterMs, detail: `not asked: ${detail}` }
  }
  return silence.allows(name) ? null : SILENT
}

const SILENT: ModelFailure = {
  ok: false,
  reason: 'unreachable',
  detail: 'not asked: it has not answered for a while',
}

const isSilence = (result: ModelResult): boolean =>
  !result.ok && (result.reason === 'timeout' || result.reason === 'unreachable')

/** A second attempt where one may help and there is time for it. */
const twice = async (door: Door, request: ModelRequest): Promise<ModelResult> => {
  const { options, world } = door
  const deadline = world.now() + request.deadlineMs
  const first = await attempt(door, request, options.thinkingLevel)
  if ('ok' in first) return first
  const waitMs = Math.max(first.waitMs, BACK_OFF_MS * (1 + world.chance()))
  const isLate = world.now() + waitMs + ATTEMPT_MS_MIN > deadline
  if (first.retry === 'no' || isLate) return first.failure
  await world.wait(waitMs)
  const rest = { ...request, deadlineMs: deadline - world.now() }
  const thinkingLevel = first.retry === 'without-thinking' ? undefined : options.thinkingLevel
  const second = await attempt(door, rest, thinkingLevel)
  return onOneBill(first.failure.usage ?? NO_USAGE, 'ok' in second ? second : second.failure)
}

/** The second attempt's result with the price of both. */
const onOneBill = (first: ModelUsage, result: ModelResult): ModelResult =>
  first.total === 0 ? result : { ...result, usage: bothUsages(first, result.usage ?? NO_USAGE) }

/** One request; a refusal that asks us to wait closes the model for everyone with this key. */
const attempt = async (
  door: Door,
  request: ModelRequest,
  thinkingLevel: GeminiOptions['thinkingLevel'],
): Promise<ModelResult | FailedAttempt> => {
  const outcome = await ask(door, request, thinkingLevel)
  if (!('ok' in outcome) && outcome.pauseMs > 0) {
    const opensAt = door.world.now() + outcome.pauseMs
    door.quotas.set(nameFor(door.options, request.task), { opensAt, failure: outcome.failure })
  }
  return outcome
}

const ask = async (
  door: Door,
  request: ModelRequest,
  thinkingLevel: GeminiOptions['thinkingLevel'],
): Promise<ModelResult | FailedAttempt> => {
  const { options, world } = door
  const client = await door.client()
  const { ThinkingLevel } = await sdk()
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), attemptMs(options, request))
  const model = nameFor(options, request.task)
  try {
    const response = await client.models.generateContent({
      model,
      contents: [{ role: 'user', parts: request.parts.map(partOf) }],
      config: {
        abortSignal: stop.signal,
        systemInstruction: request.system,
        responseMimeType: 'application/json',
        responseJsonSchema: request.schema,
        maxOutputTokens: request.maxOutputTokens,
        // No temperature: these models loop when it is low; the schema and our checks hold them.
        automaticContinuation: false,
        ...(thinkingLevel
          ? { thinkingConfig: { thinkingLevel: ThinkingLevel[thinkingLevel] } }
          : {}),
      },
    })
    return resultOf(response)
  } catch (error) {
    const failed = failedAttempt(error, {
      model,
      apiVersion: options.apiVersion,
      now: world.now(),
      hasThinking: thinkingLevel !== undefined,
      timedOut: stop.signal.aborted,
    })
    if (failed === null) throw error
    return failed
  } finally {
    clearTimeout(timer)
  }
}

/** A minute of speech or a page of writing is read longer than a sentence. */
const MEDIA_TIMES = 3

const attemptMs = ({ timeoutMs }: GeminiOptions, { parts, deadlineMs }: ModelRequest): number => {
  const hasMedia = parts.some((part) => 'bytes' in part)
  return Math.min(hasMedia ? MEDIA_TIMES * timeoutMs : timeoutMs, deadlineMs)
}

const partOf = (part: ModelPart) =>
  'text' in part
    ? { text: part.text }
    : {
        inlineData: {
          mimeType: part.mimeType,
          data: Buffer.from(part.bytes).toString('base64'),
        },
      }

const sdk = () => import('@google/genai')

const clientOnce = ({
  apiKey,
  apiVersion,
  baseUrl,
}: GeminiOptions): (() => Promise<GoogleGenAI>) => {
  let client: GoogleGenAI | null = null
  return async () => {
    const { GoogleGenAI: Client } = await sdk()
    client ??= new Client({
      apiKey,
      apiVersion,
      // Said aloud: an environment variable would otherwise send key and data to another service.
      enterprise: false,
      httpOptions: { fetch: boundedFetch, ...(baseUrl ? { baseUrl } : {}) },
    })
    return client
  }
}

/** Far above any answer we ask for; a runaway or hostile address cannot fill the memory. */
const REPLY_BYTES_MAX = 512 * 1024

/**
 * The network as the SDK sees it: no redirects (one would carry the key to another host), bounded
 * bodies, and a 2xx only when it has the shape the SDK's own readers take for granted.
 */
const boundedFetch: typeof fetch = async (url, init) => {
  const reply = await fetch(url, { ...init, redirect: 'manual' })
  if (reply.status >= 300 && reply.status < 400) {
    const advice = 'the address answers with a redirect. Check GEMINI_BASE_URL'
    throw new UnusableReply(final('config', `HTTP ${reply.status}: ${advice}`))
  }
  const text = await boundedText(reply)
  if (reply.ok && !GEMINI_REPLY.safeParse(parsedJson(text)).success) {
    throw new UnusableReply(again('malformed', `HTTP ${reply.status}: not a reply of Gemini`))
  }
  return new Response(text, { status: reply.status, headers: reply.headers })
}

const boundedText = async (reply: Response): Promise<string> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of reply.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > REPLY_BYTES_MAX) {
      throw new UnusableReply(final('malformed', `the reply exceeds ${REPLY_BYTES_MAX} bytes`))
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const count = z.number().optional()
const GEMINI_REPLY = z.looseObject({
  candidates: z
    .array(
      z.looseObject({
        finishReason: z.string().optional(),
        content: z
          .looseObject({
            parts: z
              .array(
                z.looseObject({ text: z.string().optional(), thought: z.boolean().optional() }),
              )
              .optional(),
          })
          .optional(),
      }),
    )
    .optional(),
  promptFeedback: z.looseObject({ blockReason: z.string().optional() }).optional(),
  usageMetadata: z
    .looseObject({
      promptTokenCount: count,
      candidatesTokenCount: count,
      thoughtsTokenCount: count,
      totalTokenCount: count,
    })
    .optional(),
})

/** Finish reasons that mean: what was said is not allowed. Asking again gives the same. */
const BLOCKED = new Set(['SAFETY', 'RECITATION', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII'])

const resultOf = (response: GenerateContentResponse): ModelResult | FailedAttempt => {
  const usage = usageOf(response)
  const wordsOrFailure = answerOf(response)
  return 'failure' in wordsOrFailure
    ? billed(wordsOrFailure, usage)
    : { ok: true, json: wordsOrFailure.json, usage }
}

const answerOf = (
  response: GenerateContentResponse,
): { readonly json: unknown } | FailedAttempt => {
  const blockReason = response.promptFeedback?.blockReason
  if (blockReason) return final('blocked', `the prompt was blocked: ${codeOf(blockReason)}`)
  const candidate = response.candidates?.[0]
  const finish = codeOf(candidate?.finishReason)
  if (BLOCKED.has(finish)) return final('blocked', `the answer was blocked: ${finish}`)
  // Read part by part: the SDK's own getter mixes thoughts in and prints warnings.
  const text = (candidate?.content?.parts ?? [])
    .filter((part) => part.thought !== true)
    .map((part) => part.text ?? '')
    .join('')
  if (finish === 'MAX_TOKENS') return final('malformed', 'the answer was cut off: MAX_TOKENS')
  if (text.trim() === '') return again('empty', `an answer without words: ${finish}`)
  const json = parsedJson(text)
  if (json === undefined) return again('malformed', `the answer is not JSON: ${finish}`)
  return { json }
}

const FENCE = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/i

/** Undefined when it is no JSON; JSON itself has no undefined. */
const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(FENCE.exec(text)?.[1] ?? text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const usageOf = ({ usageMetadata: usage }: GenerateContentResponse): ModelUsage => ({
  prompt: usage?.promptTokenCount ?? 0,
  output: (usage?.candidatesTokenCount ?? 0) + (usage?.thoughtsTokenCount ?? 0),
  total: usage?.totalTokenCount ?? 0,
})
