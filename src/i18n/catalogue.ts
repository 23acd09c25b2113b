import type { Language } from '../sales/shop.ts'
import type { Messages } from './en.ts'
import { en } from './en.ts'
import { id } from './id.ts'

/** The order in which languages are offered. A new one is its file, its line here and its locale. */
export const LANGUAGES: readonly Language[] = ['id', 'en']

const CATALOGUES: Readonly<Record<Language, Messages>> = { en, id }

/** Everything we say in one language, as typed functions: a missing phrase does not compile. */
export const catalogue = (language: Language): Messages => CATALOGUES[language]
