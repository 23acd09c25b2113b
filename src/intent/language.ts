import type { Language } from '../sales/shop.ts'
import { english } from './vocabulary-en.ts'
import { indonesian } from './vocabulary-id.ts'
import { wordsOf } from './words.ts'

/**
 * The language of a message by a vote of its small words; null for a tie and for messages without
 * any (`restock`, a name, a number), where the chat's own language stays. On short mixed texts this
 * beats the language-detection libraries tried, which were right 6 to 13 times out of 18.
 */
export const languageOf = (text: string): Language | null => {
  const words = wordsOf(text, INDONESIAN_SPELLINGS)
  const votes = (marks: ReadonlySet<string>) => words.filter((word) => marks.has(word)).length
  const [id, en] = [votes(INDONESIAN), votes(ENGLISH)]
  if (id === en) return null
  return id > en ? 'id' : 'en'
}

/** `brp` and `yg` are as Indonesian as `berapa` and `yang`. */
const INDONESIAN_SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(indonesian.spellings).flatMap(([word, forms]) =>
    forms.split(/\s+/).map((form) => [form, word] as const),
  ),
)

const NONE: ReadonlyMap<string, string> = new Map()
const INDONESIAN: ReadonlySet<string> = new Set(wordsOf(indonesian.marks, NONE))
const ENGLISH: ReadonlySet<string> = new Set(wordsOf(english.marks, NONE))
