/** The port to a language model: it turns words into words; every number is computed and written by us. */
export type LanguageModel = {
  /** The model's name for this kind of work, for the log. */
  readonly nameFor: (task: ModelTask) => string
  /** Never throws for trouble outside: what went wrong is the result. A bug still throws. */
  readonly generate: (request: ModelRequest) => Promise<ModelResult>
}

/** What a model is asked to do; the operator may choose a model for some. */
export type ModelTask = 'plan' | 'narrative' | 'transcript' | 'photo' | 'examine'

/** Words, or a recording or picture with its type as the channel says it (`audio/ogg`). */
export type ModelPart =
  | { readonly text: string }
  | { readonly mimeType: string; readonly bytes: Uint8Array }

export type ModelRequest = {
  readonly task: ModelTask
  /** What the model must do. Fixed text, nothing from a shop's file. */
  readonly system: string
  readonly parts: readonly ModelPart[]
  /** JSON Schema of the answer, flat and small. */
  readonly schema: Readonly<Record<string, unknown>>
  /** Milliseconds from now after which nobody waits any more, retries included. */
  readonly deadlineMs: number
  readonly maxOutputTokens: number
}

/** Tokens as billed. `output` includes what the model thought. */
export type ModelUsage = {
  readonly prompt: number
  readonly output: number
  readonly total: number
}

export const NO_USAGE: ModelUsage = { prompt: 0, output: 0, total: 0 }

/** Several requests on one bill. */
export const bothUsages = (a: ModelUsage, b: ModelUsage): ModelUsage => ({
  prompt: a.prompt + b.prompt,
  output: a.output + b.output,
  total: a.total + b.total,
})

export type ModelResult =
  | {
      readonly ok: true
      /** Parsed JSON, not yet checked against the schema. */
      readonly json: unknown
      readonly usage: ModelUsage
    }
  | ModelFailure

/**
 * `blocked`: refused for what was said. `empty`: an answer without words. `malformed`: words that are
 * not JSON. `quota`: too much asked of it. `unreachable`: nobody answered, or their trouble.
 * `timeout`: too slow. `config`: the operator must act.
 */
export type ModelFailure = {
  readonly ok: false
  readonly reason:
    | 'blocked'
    | 'empty'
    | 'malformed'
    | 'quota'
    | 'unreachable'
    | 'config'
    | 'timeout'
  /** When asking again makes sense; absent when nobody knows. */
  readonly retryAfterMs?: number
  /** What was billed all the same: an answer we could not use costs as much as a good one. */
  readonly usage?: ModelUsage
  /** For the operator's log: codes and advice of our own, never the key, the prompt or their words. */
  readonly detail: string
}
