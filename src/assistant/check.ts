import { LANGUAGES } from '../i18n/catalogue.ts'
import type { Language } from '../sales/shop.ts'
import { FUNCTION_WORDS } from './claim-words.ts'
import { bareText, folded, PLACEHOLDER, type Sentence, sentenceFault } from './claims.ts'
import type { Fact } from './facts.ts'

/** `reason` names every fault, in words that may go back to the model. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** How long a telling may be. */
export type NarrativeLength = {
  readonly sentencesMin: number
  readonly sentencesMax: number
  readonly charsMax: number
}

/** The report's part in words; more is no word from a friend any more, and WhatsApp folds longer texts. */
export const STORY: NarrativeLength = { sentencesMin: 3, sentencesMax: 8, charsMax: 900 }
/** What a figure means, beside the figures themselves. */
export const REMARK: NarrativeLength = { sentencesMin: 1, sentencesMax: 2, charsMax: 300 }

/** In which language, and how long. */
export type Telling = { readonly language: Language; readonly length: NarrativeLength }

/**
 * Whether every claim is borne out by a fact. Mechanical and strict: a true sentence refused costs a
 * retry, a false one sent costs the owner's trust.
 */
export const checkNarrative = (
  sentences: readonly Sentence[],
  facts: readonly Fact[],
  telling: Telling,
): Verdict => {
  const faults = [
    ...sentences.flatMap((sentence, index) => {
      const isEdge = index === 0 || index === sentences.length - 1
      const fault = sentenceFault(sentence, facts, isEdge)
      return fault === null ? [] : [`sentence ${index + 1}: ${fault}`]
    }),
    ...wholeFaults(sentences, facts, telling),
  ]
  return faults.length === 0 ? { ok: true } : { ok: false, reason: faults.join('; ') }
}

const wholeFaults = (
  sentences: readonly Sentence[],
  facts: readonly Fact[],
  { language, length }: Telling,
): string[] => {
  const { sentencesMin, sentencesMax, charsMax } = length
  const isCounted = sentences.length >= sentencesMin && sentences.length <= sentencesMax
  const words = sentences.map(({ text }) => bareText(text)).join(' ')
  const isShort = renderSentences(sentences, facts).length <= charsMax
  return [
    isCounted ? null : `write ${sentencesMin} to ${sentencesMax} sentences`,
    speaks(words, language) ? null : `write in ${LANGUAGE_NAMES[language]} only`,
    isShort ? null : 'too long, write shorter sentences',
  ].filter((fault) => fault !== null)
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
  es: 'Spanish',
  pt: 'Brazilian Portuguese',
}

/** Fewer small words than this and the language is a guess. */
const FUNCTION_WORDS_MIN = 3

const speaks = (text: string, language: Language): boolean => {
  const words = folded(text)
  const votes = (of: Language) => [...words.matchAll(FUNCTION_WORDS[of])].length
  const others = LANGUAGES.filter((each) => each !== language)
  return (
    votes(language) >= FUNCTION_WORDS_MIN &&
    others.every((other) => votes(language) > 2 * votes(other))
  )
}
