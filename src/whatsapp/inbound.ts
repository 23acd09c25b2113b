import type { Arrival, Content, MediaRef, Sender } from '../intent/arrival.ts'
import { isObject, type Json, listOf, numberOf, objectOf, textOf } from './json.ts'
import { timeOf } from './status.ts'

/** What surrounds a message in its webhook value. */
type Surroundings = {
  readonly channel: string
  readonly contacts: readonly Json[]
  readonly receivedAt: number
}

/** WhatsApp could not hand over a file, nearly always because it is over 100 MB. */
const MEDIA_NOT_DELIVERED = 131052

/**
 * Signals about a message rather than messages: a withdrawn one has nothing left to answer, and
 * Meta says request_welcome does not work as described.
 */
const SIGNALS = new Set(['revoke', 'request_welcome'])

/** One of Meta's `messages[]`, in our words; or why it is not an arrival. */
export const readMessage = (
  message: Json,
  around: Surroundings,
): Arrival | { readonly ignored: string } => {
  const id = textOf(message['id'])
  const type = textOf(message['type']) ?? 'missing'
  const sender = readSender(message, around.contacts)
  if (id === null) return { ignored: 'message without id' }
  if (textOf(message['group_id']) !== null) return { ignored: 'group message' }
  if (SIGNALS.has(type)) return { ignored: type }
  if (sender.phone === null && sender.userId === null) return { ignored: 'message without sender' }
  return {
    channel: around.channel,
    id,
    sender,
    sentAt: timeOf(message['timestamp'], around.receivedAt),
    quotedId: quotedIdOf(message),
    content: readContent(message, type),
  }
}

/**
 * Who wrote. Since usernames exist `from` may be missing and the business-scoped id is the key.
 * Contacts are matched by id: Meta promises no order, and system messages have none.
 */
const readSender = (message: Json, contacts: readonly Json[]): Sender => {
  const system = objectOf(message['system'])
  const phone = textOf(message['from'])
  const userId = textOf(message['from_user_id']) ?? textOf(system['previous_user_id'])
  const contact = contactFor(contacts, phone, userId)
  return {
    phone: phone ?? textOf(contact['wa_id']),
    userId: userId ?? textOf(contact['user_id']),
    name: textOf(objectOf(contact['profile'])['name']),
  }
}

const contactFor = (
  contacts: readonly Json[],
  phone: string | null,
  userId: string | null,
): Json => {
  // A message without any id can only be from the one person named beside it.
  if (phone === null && userId === null) return contacts.length === 1 ? objectOf(contacts[0]) : {}
  const same = contacts.find(
    (contact) =>
      (userId !== null && textOf(contact['user_id']) === userId) ||
      (phone !== null && textOf(contact['wa_id']) === phone),
  )
  return same ?? {}
}

const quotedIdOf = (message: Json): string | null =>
  textOf(objectOf(message['reaction'])['message_id']) ?? textOf(objectOf(message['context'])['id'])

type ContentReader = (body: Json, message: Json) => Content | null

const MEDIA_READERS = {
  document: (body) => {
    const media = readMedia(body)
    const fileName = textOf(body['filename'])
    return media && { kind: 'file', media, fileName, caption: textOf(body['caption']) }
  },
  image: (body) => {
    const media = readMedia(body)
    return media && { kind: 'picture', media, caption: textOf(body['caption']) }
  },
  audio: (body) => {
    const media = readMedia(body)
    return media && { kind: 'voice', media }
  },
} satisfies Record<string, ContentReader>

/** The types we can use; each reader gives null when the message lacks what its type promises. */
const READERS: ReadonlyMap<string, ContentReader> = new Map<string, ContentReader>([
  ...Object.entries(MEDIA_READERS),
  [
    'text',
    (body) => {
      const text = textOf(body['body'])
      return text === null ? null : { kind: 'text', text }
    },
  ],
  ['interactive', (body) => readTap(objectOf(body['button_reply'] ?? body['list_reply']))],
  // The quick reply of a template: a different type from interactive, and the same thing to us.
  ['button', (body) => readTap({ id: body['payload'] ?? body['text'], title: body['text'] })],
  ['reaction', (body) => ({ kind: 'reaction', emoji: textOf(body['emoji']) })],
  ['system', (body, message) => readIdentity(body, message)],
  ['edit', (body) => readEdit(objectOf(body['message']))],
])

const readContent = (message: Json, type: string): Content => {
  const isUndelivered = listOf(message['errors']).some(
    (error) => numberOf(objectOf(error)['code']) === MEDIA_NOT_DELIVERED,
  )
  if (isUndelivered) return { kind: 'too-big' }
  const body = message[type]
  const content = isObject(body) ? (READERS.get(type)?.(body, message) ?? null) : null
  return content ?? { kind: 'unknown', type: typeInFull(type, objectOf(body)) }
}

/** `unsupported:edit`, `interactive:nfm_reply`, `system:customer_identity_changed`, `sticker`. */
const typeInFull = (type: string, body: Json): string => {
  const detail = textOf(body['type'])
  return detail === null ? type : `${type}:${detail}`
}

const readMedia = (body: Json): MediaRef | null => {
  const id = textOf(body['id'])
  if (id === null) return null
  return {
    id,
    mimeType: textOf(body['mime_type']) ?? 'application/octet-stream',
    sha256: textOf(body['sha256']),
    url: textOf(body['url']),
  }
}

const readTap = (tap: Json): Content | null => {
  const id = textOf(tap['id'])
  return id === null ? null : { kind: 'tap', id, title: textOf(tap['title']) ?? id }
}

/** A changed number or id. Without both an old and a new name there is nothing to move. */
const readIdentity = (body: Json, message: Json): Content | null => {
  const previous: Sender = {
    phone: textOf(message['from']),
    userId: textOf(body['previous_user_id']) ?? textOf(message['from_user_id']),
    name: null,
  }
  const current: Sender = {
    phone: textOf(body['wa_id']) ?? textOf(body['new_wa_id']),
    userId: textOf(body['user_id']),
    name: null,
  }
  const isNamed = (who: Sender) => who.phone !== null || who.userId !== null
  return isNamed(previous) && isNamed(current) ? { kind: 'identity', previous, current } : null
}

/** An edited message means what it says now; it carries an id of its own and is answered once. */
const readEdit = (edited: Json): Content | null => {
  const type = textOf(edited['type'])
  if (type === null || type === 'edit') return null
  const content = readContent(edited, type)
  return content.kind === 'unknown' ? null : content
}
