import { spokenWords } from './spoken.ts'

/** `lupakan tulpen`: the word that shall mean nothing of ours any more, as questions say it; else null. */
export const wordToForget = (text: string): string | null => {
  const [verb = '', ...words] = spokenWords(text, NO_NAMES)
  return FORGET.test(verb) && words.length > 0 && words.length <= WORDS_MAX ? words.join(' ') : null
}

const FORGET = /^(lupakan|lupain|forget|olvida|olvide|olvidar|esquece|esqueca|esquecer)$/
const NO_NAMES: ReadonlySet<string> = new Set()
/** More words are a sentence about something else. */
const WORDS_MAX = 4
