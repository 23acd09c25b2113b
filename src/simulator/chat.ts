/** Who holds the pretend phone. A person with a username may have no visible number. */
export type Person = {
  /** Digits; null for somebody who hides the number behind a username. */
  readonly phone: string | null
  readonly userId: string
  readonly name: string
  /** Without the `@`; only somebody who took one has it. */
  readonly username?: string
}

/** One bubble, as both the phone in tests and the phone in the browser show it. */
export type Bubble = {
  readonly id: string
  readonly from: 'person' | 'shop'
  /** Unix milliseconds. */
  readonly at: number
  readonly text: string
  readonly choices: readonly BubbleChoice[]
  /** The label that opens a list; null when the choices are buttons. */
  readonly listLabel: string | null
  readonly isTemplate: boolean
  readonly attachment: BubbleAttachment | null
  readonly quotedId: string | null
  /** `accepted` and `failed` are for the shop's messages; a person's message is sent or read. */
  readonly state: 'accepted' | 'sent' | 'delivered' | 'read' | 'failed'
}

export type BubbleChoice = {
  readonly id: string
  readonly title: string
  readonly description: string | null
}

export type BubbleAttachment = {
  readonly kind: 'image' | 'document' | 'audio'
  readonly mediaId: string
  readonly fileName: string
  readonly mimeType: string
  readonly sizeBytes: number
}

/** One person's conversation with the shop's number. */
export type Chat = {
  readonly person: Person
  readonly bubbles: readonly Bubble[]
  /** When the person last wrote: opens the 24-hour window. */
  readonly lastInboundAt: number | null
  /** Until when "typing…" shows; 0 when it does not. */
  readonly typingUntil: number
}

/** WhatsApp takes the indicator away by itself after this long. */
const TYPING_MS = 25_000
/** A demo left open for weeks keeps its newest bubbles only. */
const BUBBLES_MAX = 2000

export const emptyChat = (person: Person): Chat => ({
  person,
  bubbles: [],
  lastInboundAt: null,
  typingUntil: 0,
})

export const withBubble = (chat: Chat, bubble: Bubble): Chat => ({
  ...chat,
  bubbles: [...chat.bubbles, bubble].slice(-BUBBLES_MAX),
  lastInboundAt: bubble.from === 'person' ? bubble.at : chat.lastInboundAt,
  // An answer takes the typing indicator away, and so does nothing else but time.
  typingUntil: bubble.from === 'shop' ? 0 : chat.typingUntil,
})

/** Further along only: a late report takes nothing back. */
const RANKS = { accepted: 0, sent: 1, delivered: 2, read: 3, failed: 4 } as const

export const withState = (chat: Chat, id: string, state: Bubble['state']): Chat => ({
  ...chat,
  bubbles: chat.bubbles.map((bubble) =>
    bubble.id === id && RANKS[state] > RANKS[bubble.state] ? { ...bubble, state } : bubble,
  ),
})

/** Reading one message reads everything before it. */
export const withRead = (
  chat: Chat,
  id: string,
  { now, isTyping }: { readonly now: number; readonly isTyping: boolean },
): Chat => {
  const position = chat.bubbles.findIndex((bubble) => bubble.id === id)
  return {
    ...chat,
    typingUntil: isTyping ? now + TYPING_MS : chat.typingUntil,
    bubbles: chat.bubbles.map((bubble, index) =>
      bubble.from === 'person' && index <= position ? { ...bubble, state: 'read' } : bubble,
    ),
  }
}

/** How long a person's message lets the shop write freely. */
export const WINDOW_MS = 24 * 3_600_000

/** Meta's own rule, without our margin. */
export const isOpen = (chat: Chat, now: number): boolean =>
  chat.lastInboundAt !== null && now - chat.lastInboundAt < WINDOW_MS
