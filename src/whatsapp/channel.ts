import type { MediaRef } from '../intent/arrival.ts'
import type { Reply } from '../replies/reply.ts'

/** Whom to reach: the phone when known, else the business-scoped user id. Never both null. */
export type Recipient = { readonly phone: string | null; readonly userId: string | null }

/** A message the outbox wants delivered; `opaqueId` is echoed in statuses (biz_opaque_callback_data). */
export type Outgoing = {
  readonly channel: string
  readonly to: Recipient
  readonly opaqueId: string
  readonly body:
    | { readonly kind: 'reply'; readonly reply: Reply; readonly quotedId: string | null }
    | { readonly kind: 'template'; readonly template: Template }
}

/** An approved template with named single-line parameters and the payloads of its quick replies. */
export type Template = {
  readonly name: string
  readonly language: string
  readonly parameters: Readonly<Record<string, string>>
  readonly payloads: readonly string[]
}

/**
 * The way out. Throws `Refused` when Meta said no and `Unreachable` when the outcome is unknown or
 * nothing was reached; see errors.ts.
 */
export type Channel = {
  readonly send: (message: Outgoing) => Promise<{ readonly wamid: string }>
  /** Downloads a file, checks size and hash; see media.ts for what it refuses. */
  readonly download: (channel: string, media: MediaRef, bytesMax: number) => Promise<Uint8Array>
  /** Marks as read and, with `typing`, shows that an answer is coming. */
  readonly seen: (channel: string, messageId: string, typing: boolean) => Promise<void>
}

/** A delivery report. */
export type Status = {
  readonly channel: string
  readonly wamid: string
  readonly at: number
  /** Our outbox id when Meta echoed it. */
  readonly opaqueId: string | null
  /** Whether Meta bills it and as what, when told. */
  readonly billed: string | null
} & (
  | { readonly state: 'sent' | 'delivered' | 'read'; readonly error: null }
  | { readonly state: 'failed'; readonly error: Failure }
)

/** Why a message that was taken did not arrive. */
export type Failure = {
  readonly code: number
  readonly title: string
  readonly details: string
}
