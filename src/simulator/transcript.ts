import type { SampleFile } from '../sales/sample-shop.ts'
import type { Bubble, Person } from './chat.ts'
import type { Fault } from './faults.ts'
import type { Deed, Moment, Weather } from './talk.ts'
import type { Written } from './written.ts'

/** A talk that can be read, kept and played again. */
export type Transcript = {
  readonly format: 'shopbell-transcript-1'
  readonly people: readonly Person[]
  readonly turns: readonly Turn[]
}

/** One thing that was done, and what the shop said before the next one. */
type Turn = {
  /** ISO, by the simulator's clock. */
  readonly at: string
  /** The user id of whoever did it; absent when nobody did, as in a journey through time. */
  readonly who?: string
  readonly does: Doing
  readonly answers: readonly Answer[]
}

export type Doing =
  | { readonly kind: 'says'; readonly text: string; readonly replyTo?: string }
  | { readonly kind: 'taps'; readonly title: string; readonly on: string }
  | { readonly kind: 'sends the sample' }
  | ({ readonly kind: 'sends a file'; readonly fileName: string | null } & Content)
  | ({ readonly kind: 'sends a picture' } & Content)
  | ({ readonly kind: 'speaks' } & Content)
  | { readonly kind: 'reacts'; readonly to: string; readonly emoji: string | null }
  | { readonly kind: 'does'; readonly content: object; readonly shown: string }
  | { readonly kind: 'travels' }
  | { readonly kind: 'meets trouble'; readonly fault: Fault }
  | { readonly kind: 'meets no more trouble' }
  | { readonly kind: 'has weather'; readonly weather: Weather }

/** A file's bytes, as words where they are words. */
type Content = {
  readonly mimeType: string
  readonly caption?: string
  readonly text?: string
  readonly base64?: string
}

type Answer = {
  readonly to: string
  readonly text: string
  readonly choices: readonly string[]
  readonly attachment: string | null
  /** The first words of the bubble it answers. */
  readonly quotes: string | null
}

/** `sampleAt` gives the sample file of a time, which a transcript names instead of copying it. */
export const transcriptOf = (
  moments: readonly Moment[],
  sampleAt: (at: number) => SampleFile,
): Transcript => {
  const told = firstWords(moments)
  const turns: { turn: Omit<Turn, 'answers'>; answers: Answer[] }[] = []
  for (const moment of moments) {
    if (moment.kind === 'answered') {
      turns.at(-1)?.answers.push(answerOf(moment.person, moment.bubble, told))
      continue
    }
    const at = new Date(moment.at).toISOString()
    turns.push({ turn: { at, ...doneIn(moment, told, sampleAt(moment.at)) }, answers: [] })
  }
  return {
    format: 'shopbell-transcript-1',
    people: peopleIn(moments),
    turns: turns.map(({ turn, answers }) => ({ ...turn, answers })),
  }
}

type Told = ReadonlyMap<string, string>

/** How a bubble is named in a transcript: ids differ from one run to the next, words do not. */
export const nameOf = (bubble: Pick<Bubble, 'text' | 'attachment'>): string =>
  bubble.text.split('\n')[0] || bubble.attachment?.fileName || ''

const firstWords = (moments: readonly Moment[]): Told =>
  new Map(
    moments.flatMap((moment): [string, string][] => {
      if (moment.kind === 'answered') return [[moment.bubble.id, nameOf(moment.bubble)]]
      if (moment.kind !== 'did') return []
      const { written } = moment
      const text = written.kind === 'text' ? written.text : ''
      return [[moment.id, text.split('\n')[0] ?? '']]
    }),
  )

const peopleIn = (moments: readonly Moment[]): readonly Person[] => [
  ...new Map(
    moments.flatMap((moment) =>
      'person' in moment ? [[moment.person.userId, moment.person] as const] : [],
    ),
  ).values(),
]

const answerOf = (person: Person, bubble: Bubble, told: Told): Answer => ({
  to: person.userId,
  text: bubble.text,
  choices: bubble.choices.map(({ title }) => title),
  attachment: bubble.attachment?.fileName ?? null,
  quotes: bubble.quotedId === null ? null : (told.get(bubble.quotedId) ?? ''),
})

const doneIn = (deed: Deed, told: Told, sample: SampleFile): Pick<Turn, 'who' | 'does'> => {
  switch (deed.kind) {
    case 'did':
      return {
        who: deed.person.userId,
        does: isSample(deed.written, sample)
          ? { kind: 'sends the sample' }
          : doingOf(deed.written, told),
      }
    case 'fault':
      return { does: { kind: 'meets trouble', fault: deed.fault } }
    case 'no more faults':
      return { does: { kind: 'meets no more trouble' } }
    case 'weather':
      return { does: { kind: 'has weather', weather: deed.weather } }
    case 'travelled':
      return { does: { kind: 'travels' } }
  }
}

const isSample = (written: Written, sample: SampleFile): boolean =>
  written.kind === 'file' &&
  written.fileName === sample.fileName &&
  Buffer.compare(written.bytes, sample.bytes) === 0

const doingOf = (written: Written, told: Told): Doing => {
  switch (written.kind) {
    case 'text': {
      const { text, quotedId } = written
      if (quotedId === undefined) return { kind: 'says', text }
      return { kind: 'says', text, replyTo: told.get(quotedId) ?? '' }
    }
    case 'tap':
      return { kind: 'taps', title: written.choice.title, on: nameOf(written.bubble) }
    case 'file':
      return { kind: 'sends a file', fileName: written.fileName, ...contentOf(written) }
    case 'picture':
      return { kind: 'sends a picture', ...contentOf(written) }
    case 'voice':
      return { kind: 'speaks', ...contentOf(written) }
    case 'reaction':
      return { kind: 'reacts', to: told.get(written.bubbleId) ?? '', emoji: written.emoji }
    case 'other':
      return { kind: 'does', content: written.content, shown: written.shown }
  }
}

const contentOf = ({
  bytes,
  mimeType,
  caption,
}: {
  readonly bytes: Uint8Array
  readonly mimeType: string
  readonly caption?: string
}): Content => ({
  mimeType,
  ...(caption ? { caption } : {}),
  ...(textIn(bytes) ?? { base64: Buffer.from(bytes).toString('base64') }),
})

/** Words only when they come back to the very same bytes. */
const textIn = (bytes: Uint8Array): { readonly text: string } | null => {
  const text = Buffer.from(bytes).toString('utf8')
  return Buffer.compare(Buffer.from(text), bytes) === 0 ? { text } : null
}
