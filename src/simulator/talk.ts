import type { Bubble, Person } from './chat.ts'
import type { Fault } from './faults.ts'
import type { Written } from './written.ts'

/**
 * How reports of sent, delivered and read reach the bot: as they happen, late, never, or backwards
 * (Meta posts concurrently and repeats what was not taken, so any order can happen).
 */
export const REPORT_WAYS = ['prompt', 'late', 'lost', 'backwards'] as const

/** Lasting circumstances, until they are set otherwise. */
export type Weather = {
  readonly reports: (typeof REPORT_WAYS)[number]
  /** Every webhook is brought twice. */
  readonly repeats: boolean
}

/** Something done to the shop or around it, by a person or at the controls. */
export type Deed =
  | {
      readonly kind: 'did'
      readonly person: Person
      readonly written: Written
      /** The message it became. */
      readonly id: string
    }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'no more faults' }
  | { readonly kind: 'weather'; readonly weather: Weather }
  | { readonly kind: 'travelled' }

/** Something the shop said. */
type Saying = { readonly kind: 'answered'; readonly person: Person; readonly bubble: Bubble }

/** Anything that is part of a talk. */
export type Happened = Deed | Saying

/** With its time in Unix milliseconds by the simulator's clock. */
export type Moment = Happened & { readonly at: number }
