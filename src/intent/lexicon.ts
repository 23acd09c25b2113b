import { monthNamed, numberOf, weekdayNamed } from './calendar-words.ts'
import { COMMAND_NAMES, isCommandName } from './command-names.ts'
import type { CommandName } from './intent.ts'
import { meantBy } from './typo.ts'
import type { Vocabulary } from './vocabulary.ts'
import { english } from './vocabulary-en.ts'
import { indonesian } from './vocabulary-id.ts'
import { type Words, wordsOf } from './words.ts'

/**
 * The vocabularies of all languages as one: people mix them in a sentence (`total sales kemarin
 * brp`), so nobody is asked which one they speak.
 */
const VOCABULARIES: readonly Vocabulary[] = [indonesian, english]

/** Said to us, not asked. */
export const TALK: ReadonlySet<CommandName> = new Set(['greeting', 'thanks'])

export type Cue = { readonly command: CommandName; readonly argument: string | null }

/** Words of a message sorted by what they do. */
export type Scan = {
  readonly cues: readonly Cue[]
  readonly numbers: readonly number[]
  /** Nobody's words: names, other subjects, questions we have no answer to. */
  readonly unknown: Words
  /** `pagi`, `evening`: an hour, or a greeting when nothing else is said. */
  readonly partsOfDay: Words
}

/** A message as words, with chat spellings replaced and endings such as `-nya` taken off. */
export const readWords = (text: string, names: ReadonlySet<string>): Words =>
  wordsOf(text, SPELLINGS).map((word) => (names.has(word) ? word : correctedPeriod(stem(word))))

/** Longest phrase first, left to right; a word that is no cue and no filler is unknown. */
export const scan = (words: Words): Scan => {
  const cues: Cue[] = []
  const piles: Readonly<Record<Pile, string[]>> = { number: [], hour: [], filler: [], unknown: [] }
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at)
    const hasBegun = piles.unknown.length > 0 || cues.some(({ command }) => !TALK.has(command))
    const isSubject = hasBegun && isSmallTalk(phrase)
    if (phrase && !isSubject) cues.push(phrase.cue)
    else piles[isSubject ? 'unknown' : pileOf(words, at)].push(words[at] ?? '')
    at += 1 + (phrase?.rest.length ?? 0)
  }
  const numbers = piles.number.map((word) => numberOf(word) ?? 0)
  return { cues, numbers, unknown: piles.unknown, partsOfDay: piles.hour }
}

/** `penjualan Mantap` asks about a thing called Mantap: small talk comes first, only thanks come last. */
const isSmallTalk = (phrase: Phrase | undefined): boolean =>
  phrase !== undefined && TALK.has(phrase.cue.command) && !COURTESIES.has(phrase.first)

type Pile = 'number' | 'hour' | 'filler' | 'unknown'

const pileOf = (words: Words, at: number): Pile => {
  const word = words[at] ?? ''
  if (numberOf(word) !== null) return 'number'
  if (PARTS_OF_DAY.has(word)) return 'hour'
  return isFiller(words, at) ? 'filler' : 'unknown'
}

const phraseAt = (words: Words, at: number): Phrase | undefined =>
  PHRASES.get(words[at] ?? '')?.find(({ rest }) => follows(words, at + 1, rest))

/** The words that still count as unknown once the command is known. */
export const strangeTo = (command: CommandName, unknown: Words): Words =>
  unknown.filter((word) => !BESIDES.get(command)?.has(word))

/** The command a mistyped word was meant to be; null when none or more than one comes near. */
export const mistypedCue = (word: string): Cue | null => {
  const cues = meantBy(word, MENDED).map((meant) => SINGLE_CUES.get(meant))
  const [first] = cues
  const agreed = cues.every((cue) => cue?.command === first?.command)
  return first && agreed ? first : null
}

/** `ga` at the end only asks (`rame ga ya`); anywhere else it denies, and we do not guess what. */
const isFiller = (words: Words, at: number): boolean => {
  const word = words[at] ?? ''
  if (word !== 'tidak') return FILLERS.has(word)
  return at > 0 && words.slice(at + 1).every((after) => FILLERS.has(after))
}

const follows = (words: Words, at: number, rest: Words): boolean =>
  rest.every((word, i) => words[at + i] === word)

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  VOCABULARIES.flatMap(({ spellings }) =>
    Object.entries(spellings).flatMap(([word, forms]) =>
      forms.split(/\s+/).map((form) => [form, word] as const),
    ),
  ),
)

type Phrase = { readonly rest: Words; readonly cue: Cue; readonly first: string }

/** `bahasa inggris=en`: the phrase, and the argument it stands for. */
const phraseOf = (entry: string, command: CommandName): Phrase[] => {
  const [text = '', argument = null] = entry.split('=')
  const [first, ...rest] = wordsOf(text, SPELLINGS)
  return first === undefined ? [] : [{ first, rest, cue: { command, argument } }]
}

const ALL_PHRASES: readonly Phrase[] = VOCABULARIES.flatMap(({ commands }) =>
  Object.entries(commands).flatMap(([name, phrases]) =>
    isCommandName(name)
      ? phrases.split('|').flatMap((entry) => phraseOf(entry.replace(/\s+/g, ' ').trim(), name))
      : [],
  ),
)

const PHRASES: ReadonlyMap<string, readonly Phrase[]> = new Map(
  [...Map.groupBy(ALL_PHRASES, ({ first }) => first)].map(([first, phrases]) => [
    first,
    phrases.toSorted((a, b) => b.rest.length - a.rest.length),
  ]),
)

const SINGLE_CUES: ReadonlyMap<string, Cue> = new Map(
  ALL_PHRASES.filter(({ rest }) => rest.length === 0).map(({ first, cue }) => [first, cue]),
)

const wordSet = (pick: (vocabulary: Vocabulary) => string): ReadonlySet<string> =>
  new Set(VOCABULARIES.flatMap((vocabulary) => wordsOf(pick(vocabulary), SPELLINGS)))

const BESIDES: ReadonlyMap<CommandName, ReadonlySet<string>> = new Map(
  COMMAND_NAMES.map((name) => [name, wordSet(({ besides }) => besides[name] ?? '')]),
)

const FILLERS = wordSet(({ fillers }) => fillers)
const COURTESIES = wordSet(({ courtesies }) => courtesies)
const MENDED = wordSet(({ mended }) => mended)
const PARTS_OF_DAY = wordSet(({ partsOfDay }) => partsOfDay)

/** Long period words only: a slip in a short one is another word (`selada` is no `selasa`). */
const PERIOD_WORDS = ['kemarin', 'yesterday', 'tomorrow']

const isFamiliar = (word: string): boolean =>
  PHRASES.has(word) ||
  FILLERS.has(word) ||
  PARTS_OF_DAY.has(word) ||
  PHRASE_WORDS.has(word) ||
  weekdayNamed(word) !== null ||
  monthNamed(word) !== null ||
  numberOf(word) !== null

const PHRASE_WORDS: ReadonlySet<string> = new Set(ALL_PHRASES.flatMap(({ rest }) => rest))

/** After at least four letters: `ikan` is a fish and no `i` with an ending, `buku` a book. */
const ENDING = /(?<=\p{L}{4})(?:nya|lah|kah|ku|kan)$/u
const stem = (stretched: string): string => {
  const word = single(stretched)
  if (isFamiliar(word) || !ENDING.test(word)) return word
  const bare = word.replace(ENDING, '')
  const [spelled = bare] = wordsOf(bare, SPELLINGS)
  return isFamiliar(spelled) || PERIOD_STEMS.has(spelled) ? spelled : word
}
const PERIOD_STEMS = new Set([...PERIOD_WORDS, 'besok', 'minggu', 'bulan', 'tahun', 'hari'])

/** `siapp`, `okee`: a letter held too long, when the word without it is one we know. */
const single = (word: string): string => {
  if (isFamiliar(word)) return word
  const [spelled = word] = wordsOf(word.replace(/(.)\1+/gu, '$1'), SPELLINGS)
  return isFamiliar(spelled) ? spelled : word
}

const correctedPeriod = (word: string): string =>
  isFamiliar(word) ? word : (meantBy(word, PERIOD_WORDS)[0] ?? word)
