import type { HoursFound } from './clock.ts'
import type { Cue } from './cue.ts'
import type { Mention } from './names-in.ts'
import type { TimeFound } from './times.ts'

/** One thing a question says, and where. */
export type Part = { readonly at: number; readonly length: number } & (
  | { readonly kind: 'cue'; readonly cue: Cue; readonly said: string }
  | { readonly kind: 'name'; readonly mention: Mention }
  | ({ readonly kind: 'time' } & TimeFound)
  | ({ readonly kind: 'hours' } & HoursFound)
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'unknown'; readonly word: string }
)

/** A cue of one of these kinds. */
export const isCue = (part: Part | undefined, ...kinds: readonly string[]): boolean =>
  part?.kind === 'cue' && kinds.includes(part.cue.kind)
