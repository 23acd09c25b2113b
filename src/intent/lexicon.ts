import type { Language } from '../sales/shop.ts'
import { monthNamed, numberOf, weekdayNamed } from './calendar-words.ts'
import { COMMAND_NAMES, isCommandName } from './command-names.ts'
import type { CommandName } from './intent.ts'
import { translator } from './translated-dates.ts'
import { meantBy } from './typo.ts'
import type { Vocabulary } from './vocabulary.ts'
import { english } from './vocabulary-en.ts'
import { spanish } from './vocabulary-es.ts'
import { indonesian } from './vocabulary-id.ts'
import { portuguese } from './vocabulary-pt.ts'
import { unaccented, type Words, wordsOf } from './words.ts'

/**
 * The vocabularies people mix in a sentence (`total sales kemarin brp`, `sales de ayer`) as one, so
 * nobody is asked which one they speak. Everybody borrows English; Spanish and Indonesian do not meet
 * in one sentence, and as one they would read each other's nouns as commands.
 */
export type Lexicon = ReturnType<typeof lexiconFrom>

/** What a message in this language is read with. */
export const lexiconOf = (language: Language): Lexicon => LEXICONS[language]

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
  /** What it was read with. */
  readonly lexicon: Lexicon
}

/**
 * A message as words, with chat spellings replaced, endings such as `-nya` taken off and days said in
 * the grammar's words. Indonesian and English are one lexicon.
 */
export const readWords = (
  text: string,
  names: ReadonlySet<string>,
  lexicon: Lexicon = MIXED,
): Words =>
  lexicon.translate(
    wordsOf(text, lexicon.spellings).map((word) =>
      names.has(word) ? word : correctedPeriod(stem(unaccented(word), lexicon), lexicon),
    ),
  )

/** Longest phrase first, left to right; a word that is no cue and no filler is unknown. */
export const scan = (words: Words, lexicon: Lexicon = MIXED): Scan => {
  const cues: Cue[] = []
  const piles: Readonly<Record<Pile, string[]>> = { number: [], hour: [], filler: [], unknown: [] }
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at, lexicon)
    const hasBegun = piles.unknown.length > 0 || cues.some(({ command }) => !TALK.has(command))
    const isSubject = hasBegun && isSmallTalk(phrase, lexicon)
    if (phrase && !isSubject) cues.push(phrase.cue)
    else piles[isSubject ? 'unknown' : pileOf(words, at, lexicon)].push(words[at] ?? '')
    at += 1 + (phrase?.rest.length ?? 0)
  }
  const numbers = piles.number.map((word) => numberOf(word) ?? 0)
  return { cues, numbers, unknown: piles.unknown, partsOfDay: piles.hour, lexicon }
}

/** `penjualan Mantap` asks about a thing called Mantap: small talk comes first, only thanks come last. */
const isSmallTalk = (phrase: Phrase | undefined, { courtesies }: Lexicon): boolean =>
  phrase !== undefined && TALK.has(phrase.cue.command) && !courtesies.has(phrase.first)

type Pile = 'number' | 'hour' | 'filler' | 'unknown'

const pileOf = (words: Words, at: number, lexicon: Lexicon): Pile => {
  const word = words[at] ?? ''
  if (numberOf(word) !== null) return 'number'
  if (lexicon.partsOfDay.has(word)) return isNarrowed(words, at) ? 'unknown' : 'hour'
  return isFiller(words, at, lexicon) ? 'filler' : 'unknown'
}

/** `yang pagi aja`, `only the morning` pick hours out of an answer; nobody greets so. */
const isNarrowed = (words: Words, at: number): boolean =>
  NARROWING.has(words[0] ?? '') || NARROWING.has(words[at - 1] ?? '') || words[at + 1] === 'saja'
const NARROWING: ReadonlySet<string> = new Set(
  'yang cuma hanya khusus kalau only just solo apenas somente so'.split(' '),
)

const phraseAt = (words: Words, at: number, { phrases }: Lexicon): Phrase | undefined =>
  phrases.get(words[at] ?? '')?.find(({ rest }) => follows(words, at + 1, rest))

/** The words that still count as unknown once the command is known. */
export const strangeTo = (command: CommandName, { unknown, lexicon }: Scan): Words =>
  unknown.filter((word) => !lexicon.besides.get(command)?.has(word))

/** The command a mistyped word was meant to be; null when none or more than one comes near. */
export const mistypedCue = (word: string, { mended, singleCues }: Lexicon): Cue | null => {
  const cues = meantBy(word, mended).map((meant) => singleCues.get(meant))
  const [first] = cues
  const agreed = cues.every((cue) => cue?.command === first?.command)
  return first && agreed ? first : null
}

/** `ga` at the end only asks (`rame ga ya`); anywhere else it denies, and we do not guess what. */
const isFiller = (words: Words, at: number, { fillers }: Lexicon): boolean => {
  const word = words[at] ?? ''
  if (word !== 'tidak') return fillers.has(word)
  return at > 0 && words.slice(at + 1).every((after) => fillers.has(after))
}

const follows = (words: Words, at: number, rest: Words): boolean =>
  rest.every((word, i) => words[at + i] === word)

type Phrase = { readonly rest: Words; readonly cue: Cue; readonly first: string }

const lexiconFrom = (vocabularies: readonly Vocabulary[]) => {
  const spellings = spellingsOf(vocabularies)
  const translators = vocabularies.flatMap(({ dates }) =>
    dates === null ? [] : [translator(dates)],
  )
  const translate = (words: Words): Words =>
    translators.reduce((said, translated) => translated(said), words)
  const read = (text: string): Words => translate(wordsOf(text, spellings).map(unaccented))
  const wordSet = (pick: (vocabulary: Vocabulary) => string): ReadonlySet<string> =>
    new Set(vocabularies.flatMap((vocabulary) => read(pick(vocabulary))))
  const all = vocabularies.flatMap(({ commands }) => phrasesOf(commands, read))
  const endings = vocabularies.map((each) => each.endings).filter((each) => each !== '')
  return {
    spellings,
    translate,
    ours: new Set(
      vocabularies.flatMap(({ dates }) =>
        Object.keys(dates?.phrases ?? {}).flatMap((meant) => meant.split(' ')),
      ),
    ),
    phrases: byFirstWord(all),
    phraseWords: new Set(all.flatMap(({ rest }) => rest)),
    singleCues: new Map(
      all.filter(({ rest }) => rest.length === 0).map(({ first, cue }) => [first, cue] as const),
    ),
    besides: new Map(
      COMMAND_NAMES.map((name) => [name, wordSet(({ besides }) => besides[name] ?? '')] as const),
    ),
    fillers: wordSet(({ fillers }) => fillers),
    courtesies: wordSet(({ courtesies }) => courtesies),
    mended: wordSet(({ mended }) => mended),
    partsOfDay: wordSet(({ partsOfDay }) => partsOfDay),
    periodWords: vocabularies.flatMap(({ periodWords }) => periodWords.split(' ')),
    // After at least four letters: `ikan` is a fish and no `i` with an ending, `buku` a book.
    ending:
      endings.length === 0 ? null : new RegExp(`(?<=\\p{L}{4})(?:${endings.join('|')})$`, 'u'),
  }
}

const spellingsOf = (vocabularies: readonly Vocabulary[]): ReadonlyMap<string, string> =>
  new Map(
    // A language reads its own words first: `sale` is no English sale to a Mexican.
    vocabularies
      .toReversed()
      .flatMap(({ spellings }) =>
        Object.entries(spellings).flatMap(([word, forms]) =>
          forms.split(/\s+/).map((form) => [form, word] as const),
        ),
      ),
  )

const phrasesOf = (commands: Vocabulary['commands'], read: (text: string) => Words): Phrase[] =>
  Object.entries(commands).flatMap(([name, phrases]) =>
    isCommandName(name)
      ? phrases
          .split('|')
          .flatMap((entry) => phraseOf(entry.replace(/\s+/g, ' ').trim(), name, read))
      : [],
  )

/** `bahasa inggris=en`: the phrase, and the argument it stands for. */
const phraseOf = (
  entry: string,
  command: CommandName,
  read: (text: string) => Words,
): readonly Phrase[] => {
  const [text = '', argument = null] = entry.split('=')
  const [first, ...rest] = read(text)
  return first === undefined ? [] : [{ first, rest, cue: { command, argument } }]
}

const byFirstWord = (all: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> =>
  new Map(
    [...Map.groupBy(all, ({ first }) => first)].map(([first, phrases]) => [
      first,
      phrases.toSorted((a, b) => b.rest.length - a.rest.length),
    ]),
  )

const isFamiliar = (word: string, lexicon: Lexicon): boolean =>
  lexicon.phrases.has(word) ||
  lexicon.fillers.has(word) ||
  lexicon.partsOfDay.has(word) ||
  lexicon.phraseWords.has(word) ||
  weekdayNamed(word) !== null ||
  monthNamed(word) !== null ||
  numberOf(word) !== null

const stem = (stretched: string, lexicon: Lexicon): string => {
  const word = single(stretched, lexicon)
  const { ending, spellings, periodWords } = lexicon
  if (ending === null || isFamiliar(word, lexicon) || !ending.test(word)) return word
  const bare = word.replace(ending, '')
  const [spelled = bare] = wordsOf(bare, spellings)
  const isPeriod = PERIOD_STEMS.has(spelled) || periodWords.includes(spelled)
  return isPeriod || isFamiliar(spelled, lexicon) ? spelled : word
}
const PERIOD_STEMS = new Set(['besok', 'minggu', 'bulan', 'tahun', 'hari'])

/** `siapp`, `okee`: a letter held too long, when the word without it is one we know. */
const single = (word: string, lexicon: Lexicon): string => {
  if (isFamiliar(word, lexicon)) return word
  const [spelled = word] = wordsOf(word.replace(/(.)\1+/gu, '$1'), lexicon.spellings)
  return isFamiliar(spelled, lexicon) ? spelled : word
}

const correctedPeriod = (word: string, lexicon: Lexicon): string =>
  isFamiliar(word, lexicon) ? word : (meantBy(word, lexicon.periodWords)[0] ?? word)

const MIXED = lexiconFrom([indonesian, english])
const LEXICONS: Readonly<Record<Language, Lexicon>> = {
  id: MIXED,
  en: MIXED,
  es: lexiconFrom([spanish, english]),
  pt: lexiconFrom([portuguese, english]),
}
