/** Without accents: `mañana` and `manana` are one word, whichever keyboard it came from. */
export const unaccented = (text: string): string =>
  text.normalize('NFD').replace(LATIN_ACCENTS, '').normalize('NFC')

/** Latin accents only: in Devanagari and Arabic such marks are the vowels. */
const LATIN_ACCENTS = /[\u0300-\u036f]/g
