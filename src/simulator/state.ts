import type { Json } from '../whatsapp/json.ts'
import { type Chat, emptyChat, type Person } from './chat.ts'
import type { Call, Faults } from './faults.ts'
import type { Postman, Webhook } from './postman.ts'
import type { Shelf } from './shelf.ts'
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
  /** Waits before a webhook that was not taken is brought again. */
  readonly retryMs?: readonly number[]
}

export type Pace = { readonly sent: number; readonly delivered: number; readonly read: number }

/** A call to the pretend Graph API, for tests that ask what was sent. */
export type GraphCall = {
  readonly call: Call
  readonly at: number
  readonly body: Json
  /** HTTP status given; 0 when the answer was withheld. */
  readonly status: number
}

/** Everything the pretend Meta remembers. */
export type State = {
  readonly options: SimulatorOptions
  /** By user id. */
  readonly chats: Map<string, Chat>
  /** User ids of people whose phone is in a pocket. */
  readonly pocketed: Set<string>
  readonly listeners: Set<() => void>
  readonly underWay: Set<Promise<void>>
  readonly calls: GraphCall[]
  readonly faults: Faults
  readonly mail: Postman
  readonly shelf: Shelf
}

const CALLS_MAX = 2000

/** By user id; somebody we wrote to first is known by number only. */
export const chatWith = (state: State, person: Person): Chat => {
  const known = state.chats.get(person.userId)
  if (known) return known
  const sameNumber = [...state.chats.values()].find((chat) => isSameNumber(chat.person, person))
  return sameNumber ?? emptyChat(person)
}

export const keepChat = (state: State, chat: Chat): void => {
  for (const [userId, { person }] of state.chats) {
    if (userId !== chat.person.userId && isSameNumber(person, chat.person)) {
      state.chats.delete(userId)
    }
  }
  state.chats.set(chat.person.userId, chat)
  for (const listener of state.listeners) listener()
}

const isSameNumber = (one: Person, other: Person): boolean =>
  one.phone !== null && one.phone === other.phone

export const logCall = (state: State, call: GraphCall): void => {
  state.calls.push(call)
  if (state.calls.length > CALLS_MAX) state.calls.shift()
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
