/**
 * One thing that reached us, in our own words: nobody past the channel's door sees Meta's shape.
 * Anything we cannot read is still an arrival (`unknown`), so that it is kept and answered once.
 */
export type Arrival = {
  /** The business number it came to (Meta's phone_number_id). */
  readonly channel: string
  /** The channel's own message id (wamid): the key that makes twice-delivered once-answered. */
  readonly id: string
  readonly sender: Sender
  /** When the person sent it, Unix milliseconds. */
  readonly sentAt: number
  /** The message of ours they replied to or tapped, if any. */
  readonly quotedId: string | null
  readonly content: Content
}

/** Either id may be missing since usernames exist; never both. */
export type Sender = {
  /** Digits as WhatsApp sent them. */
  readonly phone: string | null
  /** Business-scoped user id. */
  readonly userId: string | null
  /** Profile name, for greeting only. */
  readonly name: string | null
}

export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'file'
      readonly media: MediaRef
      readonly fileName: string | null
      readonly caption: string | null
    }
  | { readonly kind: 'picture'; readonly media: MediaRef; readonly caption: string | null }
  | { readonly kind: 'voice'; readonly media: MediaRef }
  /** A button or list row: `id` is the one we gave it, `title` what the person saw. */
  | { readonly kind: 'tap'; readonly id: string; readonly title: string }
  | { readonly kind: 'reaction'; readonly emoji: string | null }
  /** A file over WhatsApp's own limit: it arrives as an error, without media. */
  | { readonly kind: 'too-big' }
  /** A number or id change; the old and new identities, as far as told. */
  | { readonly kind: 'identity'; readonly previous: Sender; readonly current: Sender }
  /** Sticker, location, poll, anything newer than us. `type` is the channel's word. */
  | { readonly kind: 'unknown'; readonly type: string }

/** Where a file lies at Meta. */
export type MediaRef = {
  readonly id: string
  readonly mimeType: string
  /** Base64 as webhooks give it, hex as GET gives it; null when absent. */
  readonly sha256: string | null
  /** Direct address, alive for five minutes; null when the webhook has none. */
  readonly url: string | null
}
