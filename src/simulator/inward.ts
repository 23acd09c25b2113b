import type { Bubble, BubbleAttachment, Person } from './chat.ts'
import { withBubble, withState } from './chat.ts'
import { newWamid } from './outbound.ts'
import { INBOUND_LIFE_MS } from './shelf.ts'
import { chatWith, keepChat, remember, rememberMessage, type State } from './state.ts'
import { envelope, messageValue } from './webhooks.ts'
import { contentOf, type Placed, shownText, type Written } from './written.ts'

/**
 * A person does something on the phone: it shows at once and reaches the bot as a signed webhook.
 * Resolves with the message's id once the bot has taken it; throws when it never did.
 */
export const receive = async (state: State, person: Person, written: Written): Promise<string> => {
  const { now, number } = state.options
  const id = newWamid()
  const at = now()
  const placed = place(state, written)
  rememberMessage(state, id, person)
  remember(state, { kind: 'did', person, written, id })
  // A reaction sits on another bubble and makes none of its own.
  if (written.kind !== 'reaction') {
    const chat = { ...chatWith(state, person), person }
    keepChat(state, withBubble(chat, ownBubble(written, { id, at, placed })))
  }
  const value = messageValue(person, { id, at, content: contentOf(written, placed) })
  const status = await state.mail.post(envelope(number, value))
  // One tick becomes two, unless the bot was quicker and has read it already.
  const tick = status === 200 ? 'delivered' : 'failed'
  keepChat(state, withState(chatWith(state, person), id, tick))
  if (status !== 200) {
    throw new Error(`the bot did not take the message: its webhook said ${status}`)
  }
  return id
}

const place = (state: State, written: Written): Placed | null => {
  if (!('bytes' in written)) return null
  const { now } = state.options
  const mediaId = state.shelf.put({
    bytes: written.bytes,
    mimeType: written.mimeType,
    fileName: written.kind === 'file' ? (written.fileName ?? '') : written.kind,
    forgottenAt: now() + INBOUND_LIFE_MS,
  })
  return { mediaId, url: state.shelf.addressOf(mediaId, now()) }
}

const ownBubble = (
  written: Written,
  { id, at, placed }: { id: string; at: number; placed: Placed | null },
): Bubble => ({
  id,
  from: 'person',
  at,
  text: shownText(written),
  choices: [],
  listLabel: null,
  isTemplate: false,
  attachment: ownAttachment(written, placed),
  quotedId: quotedIdOf(written),
  state: 'sent',
})

const quotedIdOf = (written: Written): string | null => {
  if (written.kind === 'tap') return written.bubble.id
  return written.kind === 'text' ? (written.quotedId ?? null) : null
}

const ATTACHMENT_KINDS = { file: 'document', picture: 'image', voice: 'audio' } as const

const ownAttachment = (written: Written, placed: Placed | null): BubbleAttachment | null => {
  if (!('bytes' in written) || placed === null) return null
  return {
    kind: ATTACHMENT_KINDS[written.kind],
    mediaId: placed.mediaId,
    fileName: written.kind === 'file' ? (written.fileName ?? '') : '',
    mimeType: written.mimeType,
    sizeBytes: written.bytes.length,
  }
}
