import { indonesian } from '../vocabulary-id.ts'
import { byNeighbours, numberAside } from './by-neighbours.ts'
import { readClocks } from './clock.ts'
import { type Cue, cueOf } from './cue.ts'
import { CUE_WORDS } from './cue-words.ts'
import { DIALECTS } from './dialect-words.ts'
import { withEves } from './eve-words.ts'
import { type Lexicon, mendWords, vocabularyOf } from './mend-words.ts'
import { indexNames, isNameWord, mendedName, type NameIndex, namesIn } from './names-in.ts'
import { numberAt } from './number-words.ts'
import type { Part } from './part.ts'
import type { AskContext } from './plan.ts'
import { withSiblings } from './siblings.ts'
import { COMMON_WORDS, spokenWords } from './spoken.ts'
import { TIME_VOCABULARY } from './time-words.ts'
import { isTimeWord, readTimes } from './times.ts'

export type ScannedQuestion = {
  readonly words: readonly string[]
  readonly parts: readonly Part[]
  readonly index: NameIndex
}

type Phrase = { readonly words: readonly string[]; readonly cue: Cue }

const PHRASES: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  CUE_WORDS.flatMap(([name, phrases]) =>
    phrases
      .split('|')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '')
      .map((phrase): Phrase => ({ words: phrase.split(/\s+/), cue: cueOf(name) })),
  ).toSorted((a, b) => b.words.length - a.words.length),
  ({ words }) => words[0] ?? '',
)

/** A word of questions in general: it is a name only inside a longer one. */
const isCommon = (word: string): boolean =>
  (PHRASES.get(word) ?? []).some(({ words }) => words.length === 1) || isTimeWord(word)

/** Names first, because a name may hold any word; then days, then what asks, then slips of the finger. */
export const scanQuestion = (text: string, context: AskContext): ScannedQuestion => {
  const index = indexNames(context.catalogue)
  const spoken = spokenWords(
    text,
    new Set([...index.byWord.keys()].filter((word) => word.length > 2)),
  )
  const words = withEves(mendWords(spoken, VOCABULARY, lexiconOf(index, context)))
  const names = withSiblings(namesIn(words, index, isCommon), words, context.catalogue)
  // `mayor a 13 a las 5`: a bound's figure is no hour.
  const fixed = fixedIn(hidden(words, names))
  const clocks = readClocks(hidden(words, [...names, ...fixed]), context.hours)
  const mornings = morningsIn(hidden(words, [...names, ...clocks, ...fixed]))
  const open = hidden(words, [...names, ...clocks, ...fixed, ...mornings])
  const ahead = open.some((_, at) => phraseAt(open, at)?.cue.kind === 'forecast')
  const times = readTimes(open, { ...context, ahead })
  const parts: Part[] = [
    ...names.map((mention): Part => ({ kind: 'name', mention, ...place(mention) })),
    ...clocks.map((found): Part => ({ kind: 'hours', ...found })),
    ...times.map((found): Part => ({ kind: 'time', ...found })),
  ]
  const rest = readRest(hidden(open, times), index)
  const ordered = [...parts, ...fixed, ...mornings, ...rest].toSorted((a, b) => a.at - b.at)
  return { words, parts: byNeighbours(ordered.map(ofEveryBranch(context))), index }
}

/** `at the 3 branches` of a shop that has three is all of them; `top 3 branches` ranks. */
const ofEveryBranch =
  ({ catalogue }: AskContext) =>
  (part: Part, i: number, parts: readonly Part[]): Part => {
    const [before, after] = [parts[i - 1], parts[i + 1]]
    const isAll = part.kind === 'number' && part.value === catalogue.branches.length
    const isOfBranches =
      after?.kind === 'cue' && after.cue.kind === 'dimension' && after.cue.dimension === 'branch'
    const isRanked = before?.kind === 'cue' && 'aggregation' in before.cue
    return isAll && isOfBranches && !isRanked ? numberAside(part) : part
  }

const CUED_WORDS: ReadonlySet<string> = new Set(
  [...PHRASES.values()].flatMap((phrases) => phrases.flatMap(({ words }) => words)),
)

/** What asks for something; a word that asks for nothing would swallow other people's nouns. */
const ASKING_WORDS = [...PHRASES.values()].flatMap((phrases) =>
  phrases.flatMap(({ words, cue }) => (words.length === 1 && cue.kind !== 'filler' ? words : [])),
)
const VOCABULARY = vocabularyOf({
  common: COMMON_WORDS,
  long: [...ASKING_WORDS, ...TIME_VOCABULARY],
  forms: [...Object.entries(DIALECTS), ...Object.entries(indonesian.spellings)],
})

const lexiconOf = (index: NameIndex, { feasts }: AskContext): Lexicon => {
  const feastWords = new Set([...feasts.keys()].flatMap((name) => name.split(' ')))
  return {
    isKnown: (word) =>
      CUED_WORDS.has(word) ||
      TIME_VOCABULARY.has(word) ||
      feastWords.has(word) ||
      numberAt([word], 0) !== null ||
      isNameWord(word, index),
    isNearName: (word) => mendedName(word, 0, index) !== null,
  }
}

/**
 * Phrases that begin like a period and are none: `kurang dari 10`, `same day last week`. They are found
 * before days are read.
 */
const fixedIn = (words: readonly string[]): readonly Part[] =>
  words.flatMap((_, at): Part[] => {
    const phrase = phraseAt(words, at)
    if (phrase === undefined) return []
    const length = phrase.words.length
    const said = phrase.words.join(' ')
    if (FIXED.has(phrase.cue.kind) && SAME.test(said)) {
      return [{ kind: 'cue', cue: phrase.cue, said, at, length }]
    }
    const number = phrase.cue.kind === 'bound' ? numberAt(words, at + length) : null
    if (number === null || HOUR_SIGN.test(words.slice(at + length + number.length).join(' ')))
      return []
    return [
      { kind: 'cue', cue: phrase.cue, said, at, length },
      { kind: 'number', value: number.value, at: at + length, length: number.length },
    ]
  })
/** `por la manana` is a part of the day and no tomorrow. */
const morningsIn = (words: readonly string[]): readonly Part[] =>
  words.flatMap((_, at): Part[] => {
    const phrase = phraseAt(words, at)
    const said = phrase?.words.join(' ') ?? ''
    // `malam hari minggu ini` is of this week; `malam hari ini` of today.
    const isDay = said.endsWith(' hari') && words[at + 2] === 'ini'
    if (phrase?.cue.kind !== 'hours' || isDay || !/ (manana|manha|hari)$/.test(said)) return []
    return [{ kind: 'cue', cue: phrase.cue, said, at, length: phrase.words.length }]
  })

/** `above 5 pm` is an hour. */
const HOUR_SIGN =
  /^(am|pm|pagi|siang|sore|malam|wib|h|hs|hrs|oclock|de la (tarde|noche|manana)|da (tarde|noite|manha))( |$)/
const FIXED: ReadonlySet<string> = new Set(['last_year', 'week_ago', 'month_ago'])
const SAME = /\b(same|sama|mismo|misma|mesmo|mesma|this time)\b/

const place = ({ at, length }: { readonly at: number; readonly length: number }) => ({ at, length })

/** The words with those already understood taken out, so that no phrase reaches across them. */
const hidden = (
  words: readonly string[],
  taken: readonly { readonly at: number; readonly length: number }[],
): readonly string[] =>
  words.map((word, i) =>
    taken.some(({ at, length }) => i >= at && i < at + length) ? TAKEN : word,
  )
const TAKEN = '\u0000'

const readRest = (words: readonly string[], index: NameIndex): readonly Part[] => {
  const parts: Part[] = []
  for (let at = 0; at < words.length; ) {
    const part = words[at] === TAKEN ? null : restAt(words, at, index)
    if (part) parts.push(part)
    at += part?.length ?? 1
  }
  return parts
}

const restAt = (words: readonly string[], at: number, index: NameIndex): Part => {
  const word = words[at] ?? ''
  const phrase = phraseAt(words, at)
  if (phrase) {
    const said = phrase.words.join(' ')
    return { kind: 'cue', cue: phrase.cue, said, at, length: phrase.words.length }
  }
  const number = numberAt(words, at)
  if (number) return { kind: 'number', value: number.value, at, length: number.length }
  const mention = mendedName(word, at, index)
  if (mention) return { kind: 'name', mention, at, length: 1 }
  // Two letters or a foreign sign name nothing.
  if (word.length < NOUN_LETTERS_MIN) {
    return { kind: 'cue', cue: { kind: 'filler' }, said: word, at, length: 1 }
  }
  return { kind: 'unknown', word, at, length: 1 }
}

const NOUN_LETTERS_MIN = 2

const phraseAt = (words: readonly string[], at: number): Phrase | undefined =>
  PHRASES.get(words[at] ?? '')?.find((phrase) =>
    phrase.words.every((word, i) => words[at + i] === word),
  )
