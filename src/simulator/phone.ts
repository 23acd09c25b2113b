import type { Bubble, BubbleAttachment, Person } from './chat.ts'
import type { Simulator } from './graph.ts'

/** A bubble as a person sees it. */
type Seen = {
  readonly from: 'person' | 'shop'
  readonly text: string
  /** Titles of buttons or list rows. */
  readonly choices: readonly string[]
  readonly attachment: { readonly kind: BubbleAttachment['kind']; readonly fileName: string } | null
}

export type Phone = {
  readonly person: Person
  readonly says: (text: string) => Promise<string>
  readonly sends: (
    bytes: Uint8Array,
    file: {
      readonly fileName: string | null
      readonly mimeType?: string
      readonly caption?: string
    },
  ) => Promise<string>
  readonly sendsPicture: (bytes: Uint8Array, caption?: string) => Promise<string>
  readonly speaks: (bytes: Uint8Array) => Promise<string>
  /** Taps the newest button or list row with this id or title. */
  readonly taps: (idOrTitle: string) => Promise<string>
  readonly replies: (to: Bubble, text: string) => Promise<string>
  readonly reacts: (to: Bubble, emoji: string | null) => Promise<string>
  /** Any other kind of message: Meta's `type` and its object, and what the bubble shows. */
  readonly does: (content: object, shown: string) => Promise<string>
  readonly screen: () => readonly Seen[]
  readonly bubbles: () => readonly Bubble[]
  /** The newest bubble of the shop. */
  readonly last: () => Bubble | null
  /** Waits until the shop has sent this many bubbles since the person's last one; gives them. */
  readonly waitsFor: (count?: number, patienceMs?: number) => Promise<readonly Bubble[]>
  /** Waits until nothing has changed on the screen for a while; gives what the shop sent. */
  readonly waitsForQuiet: (quietMs?: number) => Promise<readonly Bubble[]>
  readonly isTyping: () => boolean
  readonly pockets: () => void
  readonly looks: () => void
}

const PATIENCE_MS = 5000
const QUIET_MS = 150

/** A phone in the hand of this person, talking to the simulated number. */
export const phoneOf = (simulator: Simulator, person: Person): Phone => {
  const bubbles = () => simulator.chatWith(person).bubbles
  const answers = () => sinceOwn(bubbles())
  return {
    person,
    bubbles,
    says: (text) => simulator.receive(person, { kind: 'text', text }),
    sends: (bytes, { mimeType = 'text/csv', ...file }) =>
      simulator.receive(person, { kind: 'file', bytes, mimeType, ...file }),
    sendsPicture: (bytes, caption = '') =>
      simulator.receive(person, { kind: 'picture', bytes, mimeType: 'image/jpeg', caption }),
    speaks: (bytes) =>
      simulator.receive(person, { kind: 'voice', bytes, mimeType: 'audio/ogg; codecs=opus' }),
    taps: (idOrTitle) =>
      simulator.receive(person, { kind: 'tap', ...findChoice(bubbles(), idOrTitle) }),
    replies: (to, text) => simulator.receive(person, { kind: 'text', text, quotedId: to.id }),
    reacts: (to, emoji) => simulator.receive(person, { kind: 'reaction', bubbleId: to.id, emoji }),
    does: (content, shown) => simulator.receive(person, { kind: 'other', content, shown }),
    screen: () => bubbles().map(seen),
    last: () => bubbles().findLast((bubble) => bubble.from === 'shop') ?? null,
    waitsFor: async (count = 1, patienceMs = PATIENCE_MS) => {
      const isDone = await changes(simulator, () => answers().length >= count, patienceMs)
      if (!isDone)
        throw new Error(`${count} answers expected, the screen shows:\n${drawn(bubbles())}`)
      return answers()
    },
    waitsForQuiet: async (quietMs = QUIET_MS) => {
      await untilQuiet(simulator, quietMs)
      return answers()
    },
    isTyping: () => simulator.chatWith(person).typingUntil > simulator.now(),
    pockets: () => simulator.setReading(person, false),
    looks: () => simulator.setReading(person, true),
  }
}

const sinceOwn = (bubbles: readonly Bubble[]): readonly Bubble[] =>
  bubbles.slice(bubbles.findLastIndex((bubble) => bubble.from === 'person') + 1)

const findChoice = (bubbles: readonly Bubble[], idOrTitle: string) => {
  for (const bubble of bubbles.toReversed()) {
    const choice = bubble.choices.find(({ id, title }) => id === idOrTitle || title === idOrTitle)
    if (choice) return { bubble, choice }
  }
  throw new Error(`nothing called “${idOrTitle}” to tap on the screen:\n${drawn(bubbles)}`)
}

const seen = (bubble: Bubble): Seen => ({
  from: bubble.from,
  text: bubble.text,
  choices: bubble.choices.map(({ title }) => title),
  attachment: bubble.attachment && {
    kind: bubble.attachment.kind,
    fileName: bubble.attachment.fileName,
  },
})

/** The screen in words, for the message of a failed test. */
const drawn = (bubbles: readonly Bubble[]): string =>
  bubbles
    .map(({ from, text, choices, attachment }) => {
      const file = attachment ? `<${attachment.fileName || attachment.kind}> ` : ''
      const buttons = choices.map(({ title }) => ` [${title}]`).join('')
      return `${from === 'shop' ? '<' : '>'} ${file}${text}${buttons}`
    })
    .join('\n')

/** Looks again at every change until `isDone`, at most `patienceMs` long. */
export const changes = (
  simulator: Simulator,
  isDone: () => boolean,
  patienceMs: number,
): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const stop = simulator.onChange(() => {
    if (isDone()) resolve(true)
  })
  const timer = setTimeout(() => resolve(isDone()), patienceMs)
  if (isDone()) resolve(true)
  return promise.finally(() => {
    clearTimeout(timer)
    stop()
  })
}

/** Until nothing has changed on any screen for so long. */
export const untilQuiet = (simulator: Simulator, quietMs: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let timer = setTimeout(resolve, quietMs)
  const stop = simulator.onChange(() => {
    clearTimeout(timer)
    timer = setTimeout(resolve, quietMs)
  })
  return promise.finally(stop)
}
