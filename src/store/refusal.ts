/**
 * What becomes of a message that was refused, whether at once or in a report after it was taken.
 * `throttled`: too many to this person; `crowded`: too many from this number, or nobody at home: not
 * sent, the number waits and repeats until it goes through. `again`: their trouble, repeat a few times. `never`: repeating cannot help.
 * `attachment`: the picture or file is not taken, the words go alone. `window`: outside 24 hours, a
 * template is needed. `hold`: kept until the person writes. `config`: the number stops sending until
 * the operator has acted.
 */
export type RefusalAction =
  | 'throttled'
  | 'crowded'
  | 'again'
  | 'never'
  | 'attachment'
  | 'window'
  | 'hold'
  | 'config'

export type Refusal = {
  readonly action: RefusalAction
  /** For the operator: the code and what it means. */
  readonly reason: string
  /** First pause, ms; the n-th is four times the one before. */
  readonly backoffMs: number
}

/** Failed attempts after which a message is set aside, or given up for sending. */
export const ATTEMPTS_MAX = 5
/**
 * Attempts that ended with the process after which a message is taken for what ended it. More than failures, as a
 * process that dies takes the messages of up to eight conversations with it, and at most one of them is to blame.
 */
export const DEATHS_MAX = 10
/**
 * Sendings without an answer or a report after which nobody waits any more: with growing pauses more
 * than an hour, longer than Meta is ever away.
 */
export const SILENCES_MAX = 8
const BACKOFF_FACTOR = 4
const BACKOFF_MS_MAX = 10 * 60_000
/** After a refusal that only the operator can cure the number waits, so that nothing is lost. */
const CONFIG_PAUSE_MS = 5 * 60_000

/** Pause before attempt `attempt + 1`, ms: `firstMs`, then four times as long each time, bounded. */
export const backoffAfter = (firstMs: number, attempt: number): number =>
  Math.min(BACKOFF_MS_MAX, firstMs * BACKOFF_FACTOR ** Math.max(0, attempt - 1))

/** Where a refused message goes, and whether its number stops for a while. */
export type NextStep = {
  readonly state: 'ready' | 'held' | 'failed'
  /** Pause before it is due again, ms. */
  readonly waitMs: number
  /** From now on only by template. */
  readonly byTemplate?: true
  /** From now on without its picture or file. */
  readonly bare?: true
  readonly pause?: { readonly ms: number; readonly needsOperator: boolean }
}

/** Decides on a refusal: pure, the same for an answer to our call and for a later report. */
export const nextStep = (
  { action, backoffMs }: Refusal,
  message: {
    readonly attempts: number
    readonly hasAttachment: boolean
    readonly hasFallback: boolean
    readonly byTemplate: boolean
  },
): NextStep => {
  const waitMs = backoffAfter(backoffMs, message.attempts)
  switch (action) {
    case 'throttled':
      return { state: 'ready', waitMs }
    case 'crowded':
      return { state: 'ready', waitMs, pause: { ms: waitMs, needsOperator: false } }
    case 'again':
      return { state: message.attempts >= ATTEMPTS_MAX ? 'failed' : 'ready', waitMs }
    case 'never':
      return { state: 'failed', waitMs: 0 }
    case 'attachment':
      return message.hasAttachment
        ? { state: 'ready', waitMs: 0, bare: true }
        : { state: 'failed', waitMs: 0 }
    case 'window':
      return message.hasFallback && !message.byTemplate
        ? { state: 'ready', waitMs: 0, byTemplate: true }
        : { state: 'held', waitMs: 0 }
    case 'hold':
      return { state: 'held', waitMs: 0 }
    case 'config':
      return { state: 'ready', waitMs: 0, pause: { ms: CONFIG_PAUSE_MS, needsOperator: true } }
  }
}
