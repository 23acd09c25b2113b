/** The port to a language model: it turns words into words; every number is computed and written by us. */
export type LanguageModel = {
  /** Never throws for trouble outside: what went wrong is the result. A bug still throws. */
  readonly generate: (request: ModelRequest) => Promise<ModelResult>
}

export type ModelRequest = {
  /** What the model must do. Fixed text, nothing from a shop's file. */
  readonly system: string
  readonly prompt: string
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
  /** For the operator's log: codes and advice of our own, never the key, the prompt or their words. */
  readonly detail: string
}
