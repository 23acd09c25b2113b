/**
 * A typed message as plain words: what the vocabulary and the period grammar read. Capitals, emoji,
 * punctuation, stretched letters (`halooo`) and chat spellings (`kmrn`, `yg`) are settled here once.
 */
export type Words = readonly string[]

/** Longer messages are no questions to a shop, and a pasted book must cost nothing to read. */
const TEXT_CHARS_MAX = 500

/** Without accents: `mañana` and `manana` are one word, whichever keyboard it came from. */
export const unaccented = (word: string): string =>
  word.normalize('NFD').replace(ACCENTS, '').normalize('NFC')

/** Latin accents only: in Devanagari and Arabic such marks are the vowels. */
const ACCENTS = /[\u0300-\u036f]/g

/** Words as the person typed them, accents and all: for saying them back. */
export const asTyped = (words: Words, text: string): Words => {
  const typed = new Map(wordsOf(text, new Map()).map((word) => [unaccented(word), word] as const))
  return words.map((word) => typed.get(word) ?? word)
}

export const isTooLong = (text: string): boolean => text.length > TEXT_CHARS_MAX

export const wordsOf = (text: string, spellings: ReadonlyMap<string, string>): Words =>
  (plainText(text).replace(LIST_NUMBER, '').match(TOKEN) ?? []).flatMap((word) =>
    spelled(word, spellings),
  )

/** The same text always gives the same key: case, emoji, spaces and closing marks do not count. */
export const titleKey = (text: string): string =>
  plainText(text)
    .replace(LIST_NUMBER, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Emoji alone still say something: thumbs and hands thank, a waving hand greets. */
export const emojiOf = (text: string): readonly string[] => text.match(EMOJI) ?? []

const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(EMOJI, ' ')
    .replace(EMOJI_PARTS, '')
    .replace(/[\u2018\u2019`´]/g, "'")
    .replace(/\bs\s?\/\s?d\b/g, ' sampai ')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(BETWEEN_DATES, '$1 sampai ')
    .replace(/(\p{L})\1{2,}/gu, '$1')

/** `1/3 - 7/3` and `1 - 7 maret`: the dash means until. */
const BETWEEN_DATES = /(\d\/\d{1,2}|\d(?=\s))\s*[-–]\s*(?=\d{1,2}(?:\/|\s))/g

const EMOJI = /\p{Extended_Pictographic}/gu
/** Skin tones, joiners and presentation marks left behind when the picture itself is taken out. */
const EMOJI_PARTS = /[\u{1f3fb}-\u{1f3ff}]|\u200d|\ufe0f/gu
/** `1. Ringkasan`, as the menu shows it. */
const LIST_NUMBER = /^\s*\d{1,2}[.)]\s*(?=\p{L})/u

/** ISO days, `31/3[/26]`, `1-7`, words with an apostrophe, words doubled by a 2 (`laku2`), numbers. */
const TOKEN =
  /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\p{L}+(?:'\p{L}+)*2?|\d+/gu

const spelled = (token: string, spellings: ReadonlyMap<string, string>): readonly string[] => {
  const word = /^\p{L}/u.test(token) ? token.replace(/2$/, '').replace(/'s$/, '') : token
  return (spellings.get(word) ?? spellings.get(unaccented(word)) ?? word).split(' ')
}
