import { randomInt } from 'node:crypto'
import type { Hono } from 'hono'
import type { Chat, Person } from './chat.ts'
import { type Fault, faultQueue } from './faults.ts'
import { receive } from './inward.ts'
import { type GraphCall, journalOf, type Posting } from './journal.ts'
import { pairLimit } from './pair-limit.ts'
import { postman } from './postman.ts'
import { graphRoutes } from './routes.ts'
import { mediaShelf, type Stored } from './shelf.ts'
import {
  chatWith,
  FAIR_WEATHER,
  forgetAll,
  remember,
  type SimulatorOptions,
  type State,
  settled,
} from './state.ts'
import type { Happened, Moment, Weather } from './talk.ts'
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
  readonly again: (posting: Pick<Posting, 'bytes'>) => Promise<number>
  readonly chatWith: (person: Person) => Chat
  readonly fileOf: (mediaId: string) => Stored | null
  readonly failNext: (fault: Fault) => void
  readonly faults: () => readonly { readonly fault: Fault; readonly left: number }[]
  readonly clearFaults: () => void
  readonly weather: () => Weather
  readonly setWeather: (weather: Weather) => void
  /** What happened so far, oldest first. */
  readonly talk: () => readonly Moment[]
  /** Something of which only the page knows, such as a journey in time. */
  readonly note: (happened: Happened) => void
  /** As if nobody had ever written. */
  readonly forget: () => void
  /** A phone in a pocket receives but does not read. */
  readonly setReading: (person: Person, isReading: boolean) => void
  readonly calls: () => readonly GraphCall[]
  readonly postings: () => readonly Posting[]
  /** Until every report under way has been posted. */
  readonly settled: () => Promise<void>
  /** Tells whenever a chat changed; gives the way to stop it. */
  readonly onChange: (listener: () => void) => () => void
  /** Tells of every webhook and Graph call once it is answered; gives the way to stop it. */
  readonly onLine: (listener: (line: GraphCall | Posting) => void) => () => void
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
    failNext: (fault) => {
      state.faults.order(fault)
      remember(state, { kind: 'fault', fault })
    },
    faults: state.faults.waiting,
    clearFaults: () => {
      state.faults.clear()
      remember(state, { kind: 'no more faults' })
    },
    weather: () => state.weather,
    setWeather: (weather) => {
      state.weather = weather
      remember(state, { kind: 'weather', weather })
    },
    talk: () => state.talk,
    note: (happened) => remember(state, happened),
    forget: () => forgetAll(state),
    setReading: (person, isReading) => {
      if (isReading) state.pocketed.delete(person.userId)
      else state.pocketed.add(person.userId)
    },
    calls: state.journal.calls,
    postings: state.journal.postings,
    onLine: state.journal.onLine,
    settled: () => settled(state),
    onChange: (listener) => {
      state.listeners.add(listener)
      return () => state.listeners.delete(listener)
    },
  }
}

const stateOf = (options: SimulatorOptions): State => {
  const journal = journalOf(options.now, () => performance.now())
  const state: State = {
    options,
    journal,
    chats: new Map(),
    userIdByPhone: new Map(),
    userIdByMessage: new Map(),
    pocketed: new Set(),
    listeners: new Set(),
    underWay: new Set(),
    talk: [],
    weather: FAIR_WEATHER,
    faults: faultQueue(),
    handedIn: [],
    automation: [],
    pairs: pairLimit(options.pairBurst ?? Number.POSITIVE_INFINITY),
    mail: postman({ ...options, journal, repeats: () => state.weather.repeats }),
    shelf: mediaShelf({
      publicUrl: options.publicUrl,
      secret: options.appSecret,
      newId: newMediaId,
      ...(options.filesMax === undefined ? {} : { filesMax: options.filesMax }),
    }),
  }
  return state
}

/** Fifteen or sixteen digits, like Meta's. */
const newMediaId = (): string => `1${randomInt(1e13, 9e13)}${randomInt(10, 99)}`
