import type { Language } from '../sales/shop.ts'

/**
 * Spanish and Portuguese are written alike from country to country; their figures are not: `1,234.50`
 * in Mexico and Peru, `1.234,50` in Spain, Colombia and Argentina. A shop tells its country by its
 * currency, so an amount and a count in one sentence always follow the same habit.
 */
export type Spoken = Language | keyof typeof COUNTRIES

const COUNTRIES = {
  'es-AR': true,
  'es-BO': true,
  'es-CL': true,
  'es-CO': true,
  'es-CR': true,
  'es-ES': true,
  'es-PE': true,
  'es-PY': true,
  'es-UY': true,
  'es-VE': true,
  'pt-PT': true,
} as const

/** Currencies whose country does not write figures as Mexico (Spanish) or Brazil (Portuguese) does. */
const BY_CURRENCY: Readonly<Record<'es' | 'pt', Readonly<Record<string, Spoken>>>> = {
  es: {
    ARS: 'es-AR',
    BOB: 'es-BO',
    CLP: 'es-CL',
    COP: 'es-CO',
    CRC: 'es-CR',
    EUR: 'es-ES',
    PEN: 'es-PE',
    PYG: 'es-PY',
    UYU: 'es-UY',
    VES: 'es-VE',
  },
  pt: { EUR: 'pt-PT' },
}

/** How a shop's figures are written. */
export const spokenBy = (shop: {
  readonly language: Language
  readonly currency: string
}): Spoken => {
  const { language, currency } = shop
  if (language !== 'es' && language !== 'pt') return language
  return BY_CURRENCY[language][currency] ?? language
}

/** The language of it, without the country. */
export const languageSpoken = (spoken: Spoken): Language => {
  if (spoken === 'pt' || spoken === 'pt-PT') return 'pt'
  return spoken === 'id' || spoken === 'en' ? spoken : 'es'
}

/** The locale Intl knows it by. */
export const localeOf = (spoken: Spoken): string => LOCALES[spoken] ?? spoken

const LOCALES: Readonly<Partial<Record<Spoken, string>>> = {
  en: 'en-US',
  id: 'id-ID',
  es: 'es-MX',
  pt: 'pt-BR',
}
