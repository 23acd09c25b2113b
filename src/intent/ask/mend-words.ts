import { meantBy, slipCost } from '../typo.ts'

/** What a word may be: known as it stands, and what it may have been meant to be. */
export type Lexicon = {
  readonly isKnown: (word: string) => boolean
  /** A name of the shop is near enough to be what was meant. */
  readonly isNearName: (word: string) => boolean
}

/**
 * Words as their writer meant them, where only their form is strange: an ending (`totalnya`), a small
 * word glued on (`perhari`, `dikemang`), two words in one (`bulanini`), vowels left out (`trlaris`), a slip
 * of the finger (`transksi`), a letter held too long (`yaa`). A word that may be a name of the shop is left to the names.
 */
export const mendWords = (
  words: readonly string[],
  vocabulary: Vocabulary,
  lexicon: Lexicon,
): readonly string[] => {
  const known = { ...lexicon, isKnown: (word: string) => isFigure(word) || lexicon.isKnown(word) }
  return words.flatMap((word, i) => {
    if (known.isKnown(word)) return [word]
    if (word.length < SHORTEST) return vocabulary.spellings.get(word)?.split(' ') ?? [word]
    const isNoun = OF.test(words[i - 1] ?? '')
    return mended(word, isNoun ? { ...vocabulary, byInitial: NO_SLIPS } : vocabulary, known)
  })
}

/** After these a thing is named (`ventas de harina`), and no slip of `harian`. */
const OF = /^(de|of|do|da|del|dos|das)$/
const NO_SLIPS: Vocabulary['byInitial'] = new Map()

/** Words of questions a strange one is compared with; made once. */
export type Vocabulary = {
  /** By first letter: a slip keeps it. */
  readonly byInitial: ReadonlyMap<string, readonly string[]>
  /** By first letter too, the word written most often first: people leave its vowels out. */
  readonly shortened: ReadonlyMap<string, readonly string[]>
  /** Forms of chats and dialects, with the words they stand for. */
  readonly spellings: ReadonlyMap<string, string>
}

/** `common`: words people shorten, most common first; `long`: words worth mending; `forms`: as in `DIALECTS`. */
export const vocabularyOf = ({
  common,
  long,
  forms,
}: {
  readonly common: readonly string[]
  readonly long: readonly string[]
  readonly forms: readonly (readonly [words: string, forms: string])[]
}): Vocabulary => ({
  byInitial: Map.groupBy(
    new Set(long.filter((word) => word.length >= MENDED_FROM)),
    (word) => word[0] ?? '',
  ),
  shortened: Map.groupBy(new Set(common), (word) => word[0] ?? ''),
  // What is first in the list goes before what comes after it.
  spellings: new Map(
    forms
      .toReversed()
      .flatMap(([words, said]) => said.split(' ').map((form) => [form, words] as const)),
  ),
})

/** Two letters are no name and no word that could be mended. */
const SHORTEST = 3
/** A slip in a shorter word makes another word. */
const MENDED_FROM = 6

const isFigure = (word: string): boolean => !/\p{L}/u.test(word)

const mended = (word: string, vocabulary: Vocabulary, lexicon: Lexicon): readonly string[] => {
  const said = vocabulary.spellings.get(word)
  if (said !== undefined) return said.split(' ')
  const drawn = word.replace(/(\p{L})\1+/gu, '$1')
  if (drawn !== word && lexicon.isKnown(drawn)) return [drawn]
  const bare = withoutEnding(word, lexicon)
  if (bare !== null) return [bare]
  const apart = takenApart(word, lexicon)
  if (apart !== null) return apart
  if (lexicon.isNearName(word)) return [word]
  const shortened = vocabulary.shortened.get(word[0] ?? '')?.find((each) => isShort(word, each))
  if (shortened !== undefined) return [shortened]
  return [slipOf(word, vocabulary) ?? word]
}

const slipOf = (word: string, { byInitial }: Vocabulary): string | undefined => {
  if (word.length < MENDED_FROM) return undefined
  const [meant] = meantBy(word, byInitial.get(word[0] ?? '') ?? [])
  const cost = meant === undefined ? null : slipCost(word, meant)
  const isSure = cost !== null && (word.length >= LONG_FROM || cost <= ONE_SLIP)
  return isSure ? meant : undefined
}
/** A letter too many, too few or swapped, in the costs of `typo.ts`: `selada` is no `selasa`. */
const ONE_SLIP = 2
const LONG_FROM = 8

/**
 * `dpt` is `dapat`, `mggu` is `minggu`, `trlaris` is `terlaris`: letters of the word in their order, from
 * its first to its last. All its consonants must stand, or half of them where no vowel was written.
 */
const isShort = (word: string, whole: string): boolean => {
  const [said, own] = [withoutVowels(word), withoutVowels(whole)]
  if (said.length < CONSONANTS_MIN || word.length >= whole.length) return false
  if (!isWithin(word, whole)) return false
  const isBare = /^[^aeiouy]+[iu]?$/.test(word)
  return said === own || (isBare && whole.at(-1) === word.at(-1) && said.length * 2 >= own.length)
}
/** `stbudi` is `setiabudi`, `kmng` is `kemang`: vowels were left out and nothing else. */
export const isWithoutVowelsOf = (word: string, whole: string): boolean =>
  word.length < whole.length &&
  withoutVowels(word).length >= CONSONANTS_MIN &&
  withoutVowels(word) === withoutVowels(whole) &&
  word[0] === whole[0] &&
  isWithin(word, whole)

/** Its letters stand in the other word in this order. */
const isWithin = (word: string, whole: string): boolean => {
  let at = 0
  for (const letter of whole) if (letter === word[at]) at += 1
  return at === word.length
}

const withoutVowels = (word: string): string => word.replace(/[aeiouy]/g, '')
const CONSONANTS_MIN = 3

const ENDINGS = ['nya', 'kah', 'lah', 'pun', 'ku', 'mu', 'ne', 'e', 's']
const STEM_FROM = 3

const withoutEnding = (word: string, { isKnown }: Lexicon): string | null => {
  const ending = ENDINGS.find(
    (each) =>
      word.endsWith(each) &&
      word.length - each.length >= Math.max(STEM_FROM, MIN_STEM[each] ?? 0) &&
      isKnown(word.slice(0, -each.length)),
  )
  return ending === undefined ? null : word.slice(0, -ending.length)
}
/** Short endings make other words of short stems: `kamus` is no `kamu`. */
const MIN_STEM: Readonly<Record<string, number>> = { ku: 5, mu: 5, ne: 5, e: 5, s: 5 }

/** And how many letters must follow: `kemeja` is no way to a table. */
const PREFIXES: readonly (readonly [prefix: string, stem: number])[] = [
  ['per', 4],
  ['di', 4],
  ['ke', 6],
]

const takenApart = (word: string, { isKnown }: Lexicon): readonly string[] | null => {
  const glued = PREFIXES.find(
    ([prefix, stem]) =>
      word.startsWith(prefix) &&
      word.length - prefix.length >= stem &&
      isKnown(word.slice(prefix.length)),
  )
  if (glued) return [glued[0], word.slice(glued[0].length)]
  if (word.length < JOINED_FROM) return null
  for (let cut = HALF_FROM; cut <= word.length - STEM_FROM; cut += 1) {
    const [a, b] = [word.slice(0, cut), word.slice(cut)]
    const isWhole = b.length >= HALF_FROM && word.length > JOINED_FROM
    if ((isWhole || b === 'ini') && isKnown(a) && isKnown(b)) return [a, b]
  }
  return null
}
/** Shorter words fall into two known ones by chance. */
const JOINED_FROM = 8
const HALF_FROM = 4
