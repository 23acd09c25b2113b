import type { Bubble, BubbleChoice } from './chat.ts'
import { sha256 } from './shelf.ts'

/** Something a person does on the phone. */
export type Written =
  | { readonly kind: 'text'; readonly text: string; readonly quotedId?: string }
  | ({ readonly kind: 'file'; readonly fileName: string | null } & Sent)
  | ({ readonly kind: 'picture' } & Sent)
  | ({ readonly kind: 'voice' } & Sent)
  | { readonly kind: 'tap'; readonly bubble: Bubble; readonly choice: BubbleChoice }
  | { readonly kind: 'reaction'; readonly bubbleId: string; readonly emoji: string | null }
  /** Any other message: `content` holds Meta's `type` and the object of that name. */
  | { readonly kind: 'other'; readonly content: object; readonly shown: string }

type Sent = {
  readonly bytes: Uint8Array
  readonly mimeType: string
  readonly caption?: string
}

/** Where a sent file was put. */
export type Placed = { readonly mediaId: string; readonly url: string }

/** Meta's `type` and object for it. */
export const contentOf = (written: Written, placed: Placed | null): object => {
  switch (written.kind) {
    case 'text':
      return { type: 'text', text: { body: written.text }, ...contextOf(written.quotedId) }
    case 'file':
      return {
        type: 'document',
        document: {
          ...mediaOf(written, placed),
          ...(written.fileName === null ? {} : { filename: written.fileName }),
        },
      }
    case 'picture':
      return { type: 'image', image: mediaOf(written, placed) }
    case 'voice':
      return { type: 'audio', audio: { ...mediaOf(written, placed), voice: true } }
    case 'tap':
      return tapOf(written.bubble, written.choice)
    case 'reaction':
      return {
        type: 'reaction',
        reaction: {
          message_id: written.bubbleId,
          ...(written.emoji === null ? {} : { emoji: written.emoji }),
        },
      }
    case 'other':
      return written.content
  }
}

/** What the person's own bubble says. */
export const shownText = (written: Written): string => {
  switch (written.kind) {
    case 'text':
      return written.text
    case 'file':
    case 'picture':
      return written.caption ?? ''
    case 'voice':
      return ''
    case 'tap':
      return written.choice.title
    case 'reaction':
      return written.emoji ?? ''
    case 'other':
      return written.shown
  }
}

const mediaOf = (sent: Sent, placed: Placed | null): object => ({
  ...(sent.caption ? { caption: sent.caption } : {}),
  mime_type: sent.mimeType,
  sha256: sha256(sent.bytes, 'base64'),
  id: placed?.mediaId ?? '',
  url: placed?.url ?? '',
})

/** A template's quick reply comes back as `button`, everything else as `interactive`. */
const tapOf = (bubble: Bubble, choice: BubbleChoice): object => {
  const context = contextOf(bubble.id)
  if (bubble.isTemplate) {
    return { type: 'button', button: { payload: choice.id, text: choice.title }, ...context }
  }
  const type = bubble.listLabel === null ? 'button_reply' : 'list_reply'
  const reply = {
    id: choice.id,
    title: choice.title,
    ...(choice.description === null ? {} : { description: choice.description }),
  }
  return { type: 'interactive', interactive: { type, [type]: reply }, ...context }
}

const contextOf = (id: string | undefined): object => (id === undefined ? {} : { context: { id } })
