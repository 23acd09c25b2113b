/**
 * An answer before any channel shapes it: one answer is one message. `text` uses WhatsApp marks only
 * (*bold*, _italic_, `- item`). The channel shortens what is too long; nobody else counts characters.
 */
export type Reply = {
  readonly text: string
  /** Up to three become buttons, more become a list. */
  readonly choices: readonly Choice[]
  readonly attachment: Attachment | null
  /** What is kept of `text` once the channel has taken it: a secret is shown and not stored. */
  readonly keptAs?: string
}

export type Choice = {
  /** Comes back as the tap's id: a command line such as `forecast` or `undo:UPLOAD_ID`. */
  readonly id: string
  readonly title: string
  /** Shown in lists only. */
  readonly description?: string
}

/** Bytes to send along; the text becomes its caption. `alt` says in words what the picture shows. */
export type Attachment = {
  readonly kind: 'image' | 'document'
  readonly mimeType: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** A reply that is words alone. */
export const textReply = (text: string, choices: readonly Choice[] = []): Reply => ({
  text,
  choices,
  attachment: null,
})
