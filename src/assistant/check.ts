import type { Language } from '../sales/shop.ts'
import { FUNCTION_WORDS } from './claim-words.ts'
import { bareText, folded, PLACEHOLDER, type Sentence, sentenceFault } from './claims.ts'
import type { Fact } from './facts.ts'

/** Why a sentence is not true enough to send; `reason` may go back to the model. */
export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly sentence: number | null; readonly reason: string }

const SENTENCES_MIN = 3
const SENTENCES_MAX = 8
/** More than this is a report, not a word from a friend; WhatsApp folds longer texts. */
export const NARRATIVE_CHARS_MAX = 900

/**
 * Whether every claim is borne out by a fact. Mechanical and strict: a true sentence refused costs a
 * retry, a false one sent costs the owner's trust.
 */
export const checkNarrative = (
  sentences: readonly Sentence[],
  facts: readonly Fact[],
  language: Language,
): Verdict => {
  if (sentences.length < SENTENCES_MIN || sentences.length > SENTENCES_MAX) {
    return refused(null, `write ${SENTENCES_MIN} to ${SENTENCES_MAX} sentences`)
  }
  for (const [index, sentence] of sentences.entries()) {
    const isEdge = index === 0 || index === sentences.length - 1
    const reason = sentenceFault(sentence, facts, isEdge)
    if (reason !== null) return refused(index, reason)
  }
  const whole = sentences.map(({ text }) => bareText(text)).join(' ')
  if (!speaks(whole, language)) return refused(null, `write in ${LANGUAGE_NAMES[language]} only`)
  if (renderSentences(sentences, facts).length > NARRATIVE_CHARS_MAX) {
    return refused(null, 'too long, write shorter sentences')
  }
  return { ok: true }
}

/** The sentences as people read them. Placeholders are replaced once; a name that looks like one stays a name. */
export const renderSentences = (sentences: readonly Sentence[], facts: readonly Fact[]): string => {
  const rendered = new Map(facts.map((fact) => [fact.id, fact.rendered]))
  return sentences
    .map(({ text }) => text.trim().replace(PLACEHOLDER, (whole, id) => rendered.get(id) ?? whole))
    .join(' ')
}

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  id: 'Indonesian',
}

const refused = (sentence: number | null, reason: string): Verdict => ({
  ok: false,
  sentence,
  reason,
})

/** Fewer small words than this and the language is a guess. */
const FUNCTION_WORDS_MIN = 3

const speaks = (text: string, language: Language): boolean => {
  const words = folded(text)
  const votes = (of: Language) => [...words.matchAll(FUNCTION_WORDS[of])].length
  const other: Language = language === 'id' ? 'en' : 'id'
  return votes(language) >= FUNCTION_WORDS_MIN && votes(language) > 2 * votes(other)
}
