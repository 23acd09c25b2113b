import type { Language } from '../sales/shop.ts'
import type { Messages } from './en.ts'
import { en } from './en.ts'
import { spanish } from './es.ts'
import { id } from './id.ts'
import { languageSpoken, type Spoken } from './locale.ts'
import { portuguese } from './pt.ts'

/** The order in which languages are offered. A new one is its file, its line here and its locale. */
export const LANGUAGES: readonly Language[] = ['id', 'en', 'es', 'pt']

/** By country where figures inside sentences are written differently from one to the other. */
const CATALOGUES: Readonly<Record<Language, (spoken: Spoken) => Messages>> = {
  en: () => en,
  id: () => id,
  es: spanish,
  pt: portuguese,
}

const made = new Map<Spoken, Messages>()

/** Everything we say in one language, as typed functions: a missing phrase does not compile. */
export const catalogue = (spoken: Spoken): Messages => {
  const messages = made.get(spoken) ?? CATALOGUES[languageSpoken(spoken)](spoken)
  made.set(spoken, messages)
  return messages
}
