import { listOf, objectOf, parseJson, textOf } from '../whatsapp/json.ts'
import { type Bubble, type Person, WINDOW_MS } from './chat.ts'
import type { Simulator } from './graph.ts'
import type { GraphCall, Posting } from './journal.ts'
import type { Cast } from './people.ts'
import { nameOf } from './transcript.ts'

/** Older bubbles stay in the simulator; the browser draws these. */
const SHOWN_MAX = 300

/** A person's chat as the page draws it. */
export const chatView = (simulator: Simulator, person: Person) => {
  const chat = simulator.chatWith(person)
  const quoted = new Map(
    chat.bubbles.map((bubble) => [bubble.id, { from: bubble.from, text: nameOf(bubble) }]),
  )
  return {
    typingMs: Math.max(0, chat.typingUntil - simulator.now()),
    bubbles: chat.bubbles.slice(-SHOWN_MAX).map((bubble) => ({
      ...bubble,
      quoted: bubble.quotedId === null ? null : (quoted.get(bubble.quotedId) ?? null),
    })),
  }
}
export type ChatView = ReturnType<typeof chatView>

/** Everybody with a phone, and what was last said on it. */
export const peopleView = (simulator: Simulator, cast: Cast) =>
  cast.everybody().map((person) => {
    const { bubbles } = simulator.chatWith(person)
    const last = bubbles.at(-1)
    return {
      userId: person.userId,
      name: person.name,
      phone: person.phone,
      username: person.username ?? null,
      last: last === undefined ? null : { from: last.from, text: nameOf(last), at: last.at },
      answers: bubbles.filter(isAnswer).length,
    }
  })
export type PeopleView = ReturnType<typeof peopleView>

const isAnswer = ({ from }: Bubble): boolean => from === 'shop'

/** The circumstances as the controls show them; times are Unix milliseconds. */
export const stateView = (
  simulator: Simulator,
  { person, offsetMs, can }: { person: Person; offsetMs: number; can: Abilities },
) => {
  const { lastInboundAt } = simulator.chatWith(person)
  return {
    now: simulator.now(),
    offsetMs,
    can,
    windowClosesAt: lastInboundAt === null ? null : lastInboundAt + WINDOW_MS,
    weather: simulator.weather(),
    faults: simulator
      .faults()
      .map(({ fault, left }) => ({ fault, left: Number.isFinite(left) ? left : null })),
  }
}
export type StateView = ReturnType<typeof stateView>

/** What this simulator lets a person do; a button that could not work is not shown. */
type Abilities = { readonly travel: boolean; readonly reset: boolean }

/** One webhook or Graph call as the inspector shows it. */
export type TrafficView = {
  readonly order: number
  readonly at: number
  readonly ms: number
  readonly from: 'meta' | 'bot'
  readonly title: string
  readonly method: string
  readonly path: string
  readonly status: number
  /** More than one when the bot did not take a webhook at once. */
  readonly attempts: number
  readonly request: unknown
  readonly response: unknown
}

export const trafficView = (line: GraphCall | Posting): TrafficView =>
  'bytes' in line ? webhookView(line) : callView(line)

const webhookView = ({ order, at, ms, bytes, attempts }: Posting): TrafficView => {
  const request = parseJson(Buffer.from(bytes).toString())
  return {
    order,
    at,
    ms,
    from: 'meta',
    title: webhookTitle(request),
    method: 'POST',
    path: '/webhook',
    status: attempts.at(-1) ?? 0,
    attempts: attempts.length,
    request,
    response: null,
  }
}

const callView = ({ order, at, ms, ...call }: GraphCall): TrafficView => ({
  order,
  at,
  ms,
  from: 'bot',
  title: callTitle(call),
  method: call.method,
  path: call.path,
  status: call.status,
  attempts: 1,
  request: call.body,
  response: call.response,
})

const callTitle = ({ call, body }: Pick<GraphCall, 'call' | 'body'>): string => {
  const type = textOf(body['type'])
  return call === 'messages' && type !== null ? `${call} · ${type}` : call
}

/** `message · text`, `status · delivered`: what the webhook is about in two words. */
const webhookTitle = (json: unknown): string => {
  const change = objectOf(listOf(objectOf(listOf(objectOf(json)['entry'])[0])['changes'])[0])
  const value = objectOf(change['value'])
  const message = objectOf(listOf(value['messages'])[0])
  const status = objectOf(listOf(value['statuses'])[0])
  if (textOf(message['type']) !== null) return `message · ${textOf(message['type'])}`
  if (textOf(status['status']) !== null) return `status · ${textOf(status['status'])}`
  return textOf(change['field']) ?? 'webhook'
}
