import type { Reply } from '../replies/reply.ts'
import type { Effect } from '../store/effects.ts'

/** What a message comes to: usually one reply, sometimes none, and what else becomes true with it. */
export type Answer = {
  readonly replies: readonly Reply[]
  readonly effects: readonly Effect[]
  /** The shop whose sales changed, so that it is watched at once. */
  readonly salesChanged: string | null
}

export const NO_ANSWER: Answer = { replies: [], effects: [], salesChanged: null }

export const justReply = (reply: Reply, effects: readonly Effect[] = []): Answer => ({
  replies: [reply],
  effects,
  salesChanged: null,
})
