import type { Json } from '../whatsapp/json.ts'
import { type Chat, emptyChat, type Person } from './chat.ts'
import type { Faults } from './faults.ts'
import type { Journal } from './journal.ts'
import type { PairLimit } from './pair-limit.ts'
import type { Postman, Webhook } from './postman.ts'
import type { Shelf } from './shelf.ts'
import type { Happened, Moment, Weather } from './talk.ts'
import type { ApprovedTemplate } from './validate.ts'
import type { BusinessNumber } from './webhooks.ts'

export type SimulatorOptions = {
  readonly number: BusinessNumber
  readonly token: string
  readonly appSecret: string
  /** Where the app is reachable, without a slash at the end: media addresses begin with it. */
  readonly publicUrl: () => string
  readonly webhook: Webhook
  /** Unix milliseconds. */
  readonly now: () => number
  readonly templates?: readonly ApprovedTemplate[]
  /** Real milliseconds before each report: a phone on a desk, or none at all in tests. */
  readonly paceMs?: Pace
  /** Messages to one person before 131056 sets in, 45 at Meta; unlimited unless given. */
  readonly pairBurst?: number
  /** Waits before a webhook that was not taken is brought again. */
  readonly retryMs?: readonly number[]
  /** Files that are kept, the newest. */
  readonly filesMax?: number
}

type Pace = { readonly sent: number; readonly delivered: number; readonly read: number }

export const FAIR_WEATHER: Weather = { reports: 'prompt', repeats: false }

/** Everything the pretend Meta remembers. */
export type State = {
  readonly options: SimulatorOptions
  /** By user id. */
  readonly chats: Map<string, Chat>
  readonly userIdByPhone: Map<string, string>
  /** Who wrote a message, by its id. */
  readonly userIdByMessage: Map<string, string>
  /** User ids of people whose phone is in a pocket. */
  readonly pocketed: Set<string>
  readonly listeners: Set<() => void>
  readonly underWay: Set<Promise<void>>
  readonly journal: Journal
  /** What happened, oldest first: the transcript is made of it. */
  talk: readonly Moment[]
  weather: Weather
  readonly faults: Faults
  /** Templates handed in for approval. */
  readonly handedIn: Json[]
  /** The slash menu as last set; empty before. */
  readonly automation: Json[]
  readonly pairs: PairLimit
  readonly mail: Postman
  readonly shelf: Shelf
}

/** By user id; somebody we wrote to first is known by number only. */
export const chatWith = (state: State, person: Person): Chat =>
  state.chats.get(person.userId) ?? chatOfPhone(state, person.phone) ?? emptyChat(person)

export const chatOfPhone = (state: State, phone: string | null): Chat | null =>
  state.chats.get(state.userIdByPhone.get(phone ?? '') ?? '') ?? null

/** The chat in which this message of a person stands. */
export const chatOfMessage = (state: State, messageId: string): Chat | null =>
  state.chats.get(state.userIdByMessage.get(messageId) ?? '') ?? null

export const keepChat = (state: State, chat: Chat): void => {
  const { phone, userId } = chat.person
  const earlier = phone === null ? undefined : state.userIdByPhone.get(phone)
  if (earlier !== undefined && earlier !== userId) state.chats.delete(earlier)
  if (phone !== null) state.userIdByPhone.set(phone, userId)
  state.chats.set(userId, chat)
  for (const listener of state.listeners) listener()
}

/** Older messages can no longer be marked as read; nobody does that to the last but this many. */
const MESSAGES_MAX = 100_000

export const rememberMessage = (state: State, messageId: string, person: Person): void => {
  const { userIdByMessage } = state
  userIdByMessage.set(messageId, person.userId)
  const oldest =
    userIdByMessage.size > MESSAGES_MAX ? userIdByMessage.keys().next().value : undefined
  if (oldest !== undefined) userIdByMessage.delete(oldest)
}

/** A talk of more than so many moments is nobody's test any more. */
const MOMENTS_MAX = 2000

export const remember = (state: State, happened: Happened): void => {
  state.talk = [...state.talk, { ...happened, at: state.options.now() }].slice(-MOMENTS_MAX)
}

/** As if nobody had ever written. Templates handed in for approval stay, as at Meta. */
export const forgetAll = (state: State): void => {
  state.chats.clear()
  state.userIdByPhone.clear()
  state.userIdByMessage.clear()
  state.pocketed.clear()
  state.journal.clear()
  state.faults.clear()
  state.talk = []
  state.weather = FAIR_WEATHER
  for (const listener of state.listeners) listener()
}

/** Work that goes on after its call was answered; `settled` waits for it. */
export const track = (state: State, work: Promise<void>): void => {
  state.underWay.add(work)
  const forget = () => {
    state.underWay.delete(work)
  }
  work.then(forget, forget)
}

export const settled = async (state: State): Promise<void> => {
  while (state.underWay.size > 0) await Promise.all(state.underWay)
}
