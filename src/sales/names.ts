const NAME_CHARS_MAX = 120
// Control, bidirectional and zero-width characters: invisible in a bubble, harmful in a file name.
const INVISIBLE = /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu

/** A product, branch or colour name as shown: one line, single spaces, bounded. */
export const cleanName = (text: string): string => {
  const oneLine = text.replace(INVISIBLE, ' ').replace(/\s+/gu, ' ').trim()
  return [...oneLine].slice(0, NAME_CHARS_MAX).join('')
}

/** Two spellings with one key are the same thing: case, accents' form and spaces do not count. */
export const nameKey = (text: string): string => cleanName(text).normalize('NFKC').toLowerCase()
