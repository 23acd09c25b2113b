import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Json, textOf } from '../whatsapp/json.ts'
import { bubbleOf } from './bubbles.ts'
import { type Bubble, isOpen, type Person, withBubble, withRead, withState } from './chat.ts'
import type { Fault } from './faults.ts'
import { type GraphError, graphError } from './graph-error.ts'
import {
  chatOfMessage,
  chatOfPhone,
  chatWith,
  keepChat,
  remember,
  type State,
  track,
} from './state.ts'
import { checkMessage } from './validate.ts'
import { envelope, type Report, statusValue } from './webhooks.ts'

/** What a call comes to: the JSON for 200, or Meta's no. */
export type Outcome = { readonly json: object } | { readonly refused: GraphError }

const refuse = (code: number, details: string): Outcome => ({ refused: graphError(code, details) })

/** `POST /{phone}/messages`: checked, shown on the phone, and reported on afterwards. */
export const acceptMessage = (state: State, message: Json, fault: Fault | null): Outcome => {
  const { now, templates = [] } = state.options
  const fileOf = (id: string) => state.shelf.get(id, now())
  const wrong = checkMessage(message, {
    templates,
    mediaType: (id) => fileOf(id)?.mimeType ?? null,
  })
  if (wrong) return { refused: wrong }
  const person = recipientOf(state, message)
  if (!person) return refuse(131026, 'Message undeliverable.')
  const chat = chatWith(state, person)
  if (message['type'] !== 'template' && !isOpen(chat, now())) {
    return refuse(131047, 'More than 24 hours have passed since the customer last replied.')
  }
  if (!state.pairs.allows(person.userId, now())) {
    return refuse(131056, 'Too many messages to the same person in a short time.')
  }
  const bubble = bubbleOf(message, { id: newWamid(), at: now(), templates, fileOf })
  keepChat(state, withBubble(chat, bubble))
  remember(state, { kind: 'answered', person, bubble })
  track(state, reportAll(state, { person, bubble, message, fault }))
  return { json: acceptedBody(message, person, bubble) }
}

/** Marks a person's message and all before it as read; with the indicator, shows typing. */
export const markSeen = (state: State, message: Json): Outcome => {
  const id = textOf(message['message_id']) ?? ''
  const chat = chatOfMessage(state, id)
  if (!chat) return refuse(131009, `Message ${id} does not exist.`)
  const isTyping = message['typing_indicator'] !== undefined
  keepChat(state, withRead(chat, id, { now: state.options.now(), isTyping }))
  return { json: { success: true } }
}

/** Meta's message ids are opaque; ours differ from one run to the next as well. */
export const newWamid = (): string => `wamid.${randomBytes(24).toString('base64')}`

const acceptedBody = (message: Json, person: Person, bubble: Bubble): object => ({
  messaging_product: 'whatsapp',
  contacts: [
    textOf(message['to']) === null
      ? { input: message['recipient'], user_id: person.userId }
      : { input: message['to'], wa_id: person.phone },
  ],
  messages: [{ id: bubble.id, ...(bubble.isTemplate ? { message_status: 'accepted' } : {}) }],
})

/** `to` wins over `recipient`. A number nobody has written from yet may still get a template. */
const recipientOf = (state: State, message: Json): Person | null => {
  const to = textOf(message['to'])
  if (to === null) return state.chats.get(textOf(message['recipient']) ?? '')?.person ?? null
  const phone = dialled(to, state.options.number.displayNumber)
  const known = chatOfPhone(state, phone)
  return known?.person ?? { phone, userId: `ID.${phone}`, name: `+${phone}` }
}

/** A country code has one to three digits; ours is the first two, as in Indonesia's 62. */
const COUNTRY_CODE_DIGITS = 2

/** Meta repairs a number without `+` by putting the business's own country code before it. */
const dialled = (to: string, ownNumber: string): string => {
  const digits = to.replace(/\D/g, '')
  const country = ownNumber.slice(0, COUNTRY_CODE_DIGITS)
  if (to.startsWith('+') || digits.startsWith(country)) return digits
  return country + digits.replace(/^0/, '')
}

type Sent = {
  readonly person: Person
  readonly bubble: Bubble
  readonly message: Json
  readonly fault: Fault | null
}

const NO_PACE = { sent: 0, delivered: 0, read: 0 }

const IN_ORDER = ['sent', 'delivered', 'read'] as const
/** Meta posts concurrently and repeats what was not taken, so any order can happen. */
const OUT_OF_ORDER = ['read', 'delivered', 'sent'] as const
/** Long enough to be seen as one grey tick, short enough to wait for. */
const LATE_MS = 15_000

/** The reports of one message; a phone in a pocket stops at delivered. */
const reportAll = async (state: State, sent: Sent): Promise<void> => {
  const pace = state.options.paceMs ?? NO_PACE
  const code = sent.fault?.failsLater
  if (code !== undefined) {
    return report(state, sent, { is: 'failed', failure: { code, details: 'ordered by the test' } })
  }
  const { reports } = state.weather
  const isBackwards = sent.fault?.reportsBackwards === true || reports === 'backwards'
  for (const is of isBackwards ? OUT_OF_ORDER : IN_ORDER) {
    await sleep(reports === 'late' ? LATE_MS : pace[is])
    if (is === 'read' && state.pocketed.has(sent.person.userId)) continue
    await report(state, sent, { is, failure: null })
  }
}

const report = async (
  state: State,
  { person, bubble, message }: Sent,
  { is, failure }: { is: Report['state']; failure: Report['failure'] },
): Promise<void> => {
  keepChat(state, withState(chatWith(state, person), bubble.id, is))
  // The phone has it all the same; only the bot is not told.
  if (state.weather.reports === 'lost') return
  const value = statusValue({
    id: bubble.id,
    state: is,
    at: state.options.now(),
    person,
    opaqueId: textOf(message['biz_opaque_callback_data']),
    category: bubble.isTemplate ? 'utility' : 'service',
    failure,
  })
  await state.mail.post(envelope(state.options.number, value))
}
