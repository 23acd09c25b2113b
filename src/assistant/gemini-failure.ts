import { z } from 'zod'
import { wallClock } from '../sales/day.ts'
import type { ModelFailure, ModelUsage } from './model.ts'

/** A failed attempt, and whether another one can help. */
export type FailedAttempt = {
  readonly failure: ModelFailure
  readonly retry: 'no' | 'again' | 'without-thinking'
  /** How long they asked us to wait; 0 when they did not say. */
  readonly waitMs: number
  /** No request should leave before this long from now; 0 when only this one failed. */
  readonly pauseMs: number
}

export type AttemptContext = {
  readonly model: string
  readonly apiVersion: string
  readonly now: number
  /** True when the request named a thinking level. */
  readonly hasThinking: boolean
  /** True when our own timer stopped the attempt. */
  readonly timedOut: boolean
}

/** A reply that our door did not let in: too big, misshapen, or a redirect. */
export class UnusableReply extends Error {
  readonly attempt: FailedAttempt
  constructor(attempt: FailedAttempt) {
    super(attempt.failure.detail)
    this.name = 'UnusableReply'
    this.attempt = attempt
  }
}

/**
 * What a thrown error of the SDK means for us, or null when it is none of theirs (then it is a bug).
 * Their free text is read but never passed on: it can quote the prompt.
 */
export const failedAttempt = (error: unknown, context: AttemptContext): FailedAttempt | null => {
  if (context.timedOut) return again('timeout', 'no answer in time')
  if (!(error instanceof Error)) return null
  if (error.name === 'ApiError') return refusal(error, context)
  if (error instanceof UnusableReply) return error.attempt
  if (error instanceof SyntaxError) return again('malformed', 'the reply was not JSON')
  if (error.name === 'AbortError') return again('unreachable', 'the connection was cut')
  // undici reports every network trouble as a TypeError; its cause carries the code.
  if (error instanceof TypeError && NETWORK_TROUBLE.test(error.message)) {
    return again('unreachable', `the network failed${networkCode(error.cause)}`)
  }
  return null
}

export const again = (
  reason: ModelFailure['reason'],
  detail: string,
  waitMs = 0,
): FailedAttempt => ({
  failure: { ok: false, reason, detail },
  retry: 'again',
  waitMs,
  pauseMs: 0,
})

/** The same attempt with its price: they answered, we could not use it. */
export const billed = (attempt: FailedAttempt, usage: ModelUsage): FailedAttempt => ({
  ...attempt,
  failure: { ...attempt.failure, usage },
})

export const final = (reason: ModelFailure['reason'], detail: string): FailedAttempt => ({
  failure: { ok: false, reason, detail },
  retry: 'no',
  waitMs: 0,
  pauseMs: 0,
})

const NETWORK_TROUBLE = /fetch failed|terminated|network/i

/** A code of theirs for our log; anything else than a code is not repeated. */
export const codeOf = (value: unknown): string =>
  typeof value === 'string' && CODE.test(value) ? value : 'no code'

const networkCode = (cause: unknown): string => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return typeof code === 'string' && CODE.test(code) ? ` (${code})` : ''
}

/** Codes of theirs that may enter a log: capitals only, so no sentence slips through. */
const CODE = /^[A-Z][A-Z0-9_]{0,60}$/

const GOOGLE_ERROR = z.object({
  error: z.object({
    status: z.string().optional(),
    message: z.string().optional(),
    details: z
      .array(
        z.looseObject({
          reason: z.string().optional(),
          retryDelay: z.string().optional(),
          violations: z.array(z.looseObject({ quotaId: z.string().optional() })).optional(),
        }),
      )
      .optional(),
  }),
})

type GoogleError = z.infer<typeof GOOGLE_ERROR>['error']

/** The SDK puts Google's whole JSON body into the message. */
const googleError = (message: string): GoogleError => {
  try {
    const parsed = GOOGLE_ERROR.safeParse(JSON.parse(message))
    return parsed.success ? parsed.data.error : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

const TRANSIENT = new Set([408, 500, 502, 503, 504])

const refusal = (error: Error, context: AttemptContext): FailedAttempt => {
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 0
  const body = googleError(error.message)
  const codes = [body.status, ...(body.details ?? []).map(({ reason }) => reason)]
    .filter((code) => code !== undefined && CODE.test(code))
    .join(' ')
  const what = `HTTP ${status}${codes === '' ? '' : ` ${codes}`}`
  if (status === 429) return quota(body, what, context.now)
  if (TRANSIENT.has(status)) {
    const waitMs = retryDelayMs(body)
    return { ...again('unreachable', what, waitMs), pauseMs: waitMs }
  }
  if (status === 400 && context.hasThinking && /thinking/i.test(body.message ?? '')) {
    return {
      ...final('config', `${what}: GEMINI_THINKING_LEVEL does not suit ${context.model}`),
      retry: 'without-thinking',
    }
  }
  return final('config', `${what}: ${adviceFor(status, context)}`)
}

const adviceFor = (status: number, { model, apiVersion }: AttemptContext): string => {
  if (status === 404) {
    return `model ${model} is not available on API version ${apiVersion}. Check GEMINI_MODEL`
  }
  if (status === 400) return 'the request was refused. Check GEMINI_API_KEY and GEMINI_MODEL'
  if (status === 401 || status === 403) return 'the key was refused. Check GEMINI_API_KEY'
  return 'an answer we do not know. Check GEMINI_BASE_URL and GEMINI_MODEL'
}

/** 429 without a hint: wait this long before anyone asks again. */
const QUOTA_PAUSE_MS = 5_000

const quota = (body: GoogleError, what: string, now: number): FailedAttempt => {
  const perDay = (body.details ?? [])
    .flatMap(({ violations }) => violations ?? [])
    .some(({ quotaId }) => quotaId?.includes('PerDay'))
  const waitMs = perDay ? untilPacificMidnightMs(now) : retryDelayMs(body) || QUOTA_PAUSE_MS
  const which = perDay ? 'the quota of the day is used up' : 'asked too often'
  return {
    failure: { ok: false, reason: 'quota', retryAfterMs: waitMs, detail: `${what}: ${which}` },
    retry: perDay ? 'no' : 'again',
    waitMs,
    pauseMs: waitMs,
  }
}

/** Google writes seconds, also fractional: `7s`, `55.846891726s`. */
const retryDelayMs = (body: GoogleError): number => {
  const delays = (body.details ?? []).map(({ retryDelay }) =>
    Number(/^(\d{1,6}(?:\.\d+)?)s$/.exec(retryDelay ?? '')?.[1] ?? 0),
  )
  return Math.ceil(Math.max(0, ...delays) * 1000)
}

const MINUTES_PER_DAY = 1440

/** Quotas of a day start again at midnight in California; an hour off twice a year does no harm. */
const untilPacificMidnightMs = (now: number): number =>
  (MINUTES_PER_DAY - wallClock(now, 'America/Los_Angeles').minute) * 60_000
