import { z } from 'zod'
import type { Log } from '../log.ts'
import {
  type LanguageModel,
  type ModelFailure,
  type ModelPart,
  type ModelTask,
  type ModelUsage,
  NO_USAGE,
} from './model.ts'

/** What one call needs: fixed words of ours, the shape of the answer, and what it is about. */
export type ModelCall<Value> = {
  readonly task: ModelTask
  /** What the model must do. Fixed text, nothing from a shop's file. */
  readonly system: string
  /** The answer's shape, sent to the model and held against what comes back. Flat, short enums. */
  readonly schema: z.ZodType<Value>
  readonly parts: readonly ModelPart[]
  /** Milliseconds after which nobody waits any more, the second attempt included. */
  readonly deadlineMs: number
  readonly maxOutputTokens: number
}

/** `no-key`, `off` (the shop's owner said so) and `budget` (today's tokens are spent): nothing was sent. */
export type CallFailure = Pick<ModelFailure, 'ok' | 'detail' | 'retryAfterMs'> & {
  readonly reason: ModelFailure['reason'] | 'no-key' | 'off' | 'budget'
}

export type Called<Value> =
  | { readonly ok: true; readonly value: Value; readonly usage: ModelUsage }
  | CallFailure

/** A shop's way to the model: who is asked, whether it may be, and who counts. */
export type ModelDesk = {
  readonly model: LanguageModel | null
  readonly now: () => number
  readonly log: Log
  /** Asked before every call. */
  readonly leave: () => Promise<'given' | 'off' | 'budget'>
  /** Told after every call that cost something. */
  readonly count: (task: ModelTask, usage: ModelUsage) => Promise<void>
}

/**
 * The one way to a model: asks leave, sends (at most two attempts within the deadline, a breaker for each
 * key: gemini.ts), counts the tokens, logs codes and numbers but never a word of it, and holds the answer
 * against its schema. Trouble outside is a value; only a bug throws.
 */
export const callModel = async <Value>(
  desk: ModelDesk,
  call: ModelCall<Value>,
): Promise<Called<Value>> => {
  const { model } = desk
  if (model === null) return NO_KEY
  const leave = await desk.leave()
  if (leave !== 'given') return { ok: false, reason: leave, detail: DETAILS[leave] }
  const begun = desk.now()
  const { schema, ...request } = call
  const result = await model.generate({ ...request, schema: jsonSchemaOf(schema) })
  const usage = result.usage ?? NO_USAGE
  if (usage.total > 0) await desk.count(call.task, usage)
  const called = result.ok ? held(schema, result.json, usage) : failureOf(result)
  note(desk, call.task, { called, usage, ms: desk.now() - begun })
  return called
}

const NO_KEY: CallFailure = { ok: false, reason: 'no-key', detail: 'GEMINI_API_KEY is not set' }
const DETAILS = {
  off: 'the shop has switched the model off',
  budget: 'GEMINI_DAILY_TOKEN_BUDGET is spent for today',
} as const

const failureOf = ({ usage: _, ...failure }: ModelFailure): CallFailure => failure

const held = <Value>(schema: z.ZodType<Value>, json: unknown, usage: ModelUsage): Called<Value> => {
  const parsed = schema.safeParse(json)
  if (parsed.success) return { ok: true, value: parsed.data, usage }
  const where = parsed.error.issues[0]?.path.map(String).join('.')
  // Only the place: the message of an issue may quote what the model said.
  const detail = `the answer does not follow the schema at ${where || 'its root'}`
  return { ok: false, reason: 'malformed', detail: detail.slice(0, DETAIL_CHARS_MAX) }
}

/** Keys of the answer are the model's own words where it invents some. */
const DETAIL_CHARS_MAX = 120

type Noted = {
  readonly called: Called<unknown>
  readonly usage: ModelUsage
  readonly ms: number
}

const note = ({ log, model }: ModelDesk, task: ModelTask, { called, usage, ms }: Noted): void => {
  const { prompt, output } = usage
  const fields = { task, model: model?.nameFor(task) ?? null, ms, prompt, output }
  if (called.ok) {
    log.info('model asked', fields)
    return
  }
  const { reason, detail } = called
  // What the operator must mend is an error; all else passes by itself.
  const level = reason === 'config' ? 'error' : 'warn'
  log[level]('model failed', { ...fields, reason, detail })
}

/** What Gemini's `responseJsonSchema` knows; a word beyond it may be refused as a bad request. */
const KNOWN_WORDS: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'properties',
  'required',
  'items',
  'minItems',
  'maxItems',
  'description',
  'anyOf',
  'additionalProperties',
])

const jsonSchemaOf = (schema: z.ZodType): Readonly<Record<string, unknown>> => {
  const whole = z.toJSONSchema(schema, {
    // As the model writes it: what has a default may be left out.
    io: 'input',
    override: ({ jsonSchema }) => {
      for (const word of Object.keys(jsonSchema)) {
        if (!KNOWN_WORDS.has(word)) Reflect.deleteProperty(jsonSchema, word)
      }
    },
  })
  const { $schema: _, ...known } = whole
  return known
}
