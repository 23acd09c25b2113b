import { randomInt } from 'node:crypto'
import type { Hono } from 'hono'
import type { Chat, Person } from './chat.ts'
import { type Fault, faultQueue } from './faults.ts'
import { receive } from './inward.ts'
import { pairLimit } from './pair-limit.ts'
import { type Posting, postman } from './postman.ts'
import { graphRoutes } from './routes.ts'
import { mediaShelf, type Stored } from './shelf.ts'
import { chatWith, type GraphCall, type SimulatorOptions, type State, settled } from './state.ts'
import { envelope } from './webhooks.ts'
import type { Written } from './written.ts'

export type Simulator = {
  /** Speaks the Graph API; serve it, and point `WA_GRAPH_URL` and `WA_MEDIA_HOSTS` at it. */
  readonly app: Hono
  /** Unix milliseconds by the simulator's clock. */
  readonly now: () => number
  /** A person does something; the message id, once the bot has taken the webhook. */
  readonly receive: (person: Person, written: Written) => Promise<string>
  /** Any webhook value as it stands, for payloads no phone would send; the bot's HTTP status. */
  readonly post: (value: object, field?: string) => Promise<number>
  /** The same webhook bytes once more, as Meta does after a lost answer. */
  readonly again: (posting: Posting) => Promise<number>
  readonly chatWith: (person: Person) => Chat
  readonly fileOf: (mediaId: string) => Stored | null
  readonly failNext: (fault: Fault) => void
  /** A phone in a pocket receives but does not read. */
  readonly setReading: (person: Person, isReading: boolean) => void
  readonly calls: () => readonly GraphCall[]
  readonly postings: () => readonly Posting[]
  /** Until every report under way has been posted. */
  readonly settled: () => Promise<void>
  /** Tells whenever a chat changed; gives the way to stop it. */
  readonly onChange: (listener: () => void) => () => void
}

/** A pretend WhatsApp Cloud API: refuses what Meta refuses and reports back as Meta reports. */
export const simulatedGraph = (options: SimulatorOptions): Simulator => {
  const state = stateOf(options)
  return {
    app: graphRoutes(state),
    now: options.now,
    receive: (person, written) => receive(state, person, written),
    post: (value, field) => state.mail.post(envelope(options.number, value, field)),
    again: state.mail.again,
    chatWith: (person) => chatWith(state, person),
    fileOf: (mediaId) => state.shelf.get(mediaId, options.now()),
    failNext: state.faults.order,
    setReading: (person, isReading) => {
      if (isReading) state.pocketed.delete(person.userId)
      else state.pocketed.add(person.userId)
    },
    calls: () => state.calls,
    postings: state.mail.postings,
    settled: () => settled(state),
    onChange: (listener) => {
      state.listeners.add(listener)
      return () => state.listeners.delete(listener)
    },
  }
}

const stateOf = (options: SimulatorOptions): State => ({
  options,
  chats: new Map(),
  userIdByPhone: new Map(),
  userIdByMessage: new Map(),
  pocketed: new Set(),
  listeners: new Set(),
  underWay: new Set(),
  calls: [],
  faults: faultQueue(),
  handedIn: [],
  automation: [],
  pairs: pairLimit(options.pairBurst ?? Number.POSITIVE_INFINITY),
  mail: postman(options),
  shelf: mediaShelf({ publicUrl: options.publicUrl, secret: options.appSecret, newId: newMediaId }),
})

/** Fifteen or sixteen digits, like Meta's. */
const newMediaId = (): string => `1${randomInt(1e13, 9e13)}${randomInt(10, 99)}`
