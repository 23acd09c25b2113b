const NAME_CHARS_MAX = 120
// Control, bidirectional and zero-width characters: invisible in a bubble, harmful in a file name.
const INVISIBLE = /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu
// Joiners stay where they shape what is seen: a farmer is 👩 and 🌾 joined, Hindi and Persian need them.
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Lo}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{Extended_Pictographic}\p{Lo}])/gu
const JOINERS = /[\u200c\u200d]/gu

/** A product, branch or colour name as shown: one line, single spaces, bounded. */
export const cleanName = (text: string): string => {
  const visible = text.replace(INVISIBLE, ' ').replace(STRAY_JOINER, ' ')
  return bounded(visible.replace(/\s+/gu, ' ').trim())
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Cut between what a reader sees as characters: half a family would be another emoji. */
const bounded = (text: string): string => {
  if (text.length <= NAME_CHARS_MAX) return text
  let kept = ''
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length > NAME_CHARS_MAX) break
    kept += segment
  }
  return kept === '' ? text.slice(0, NAME_CHARS_MAX).toWellFormed() : kept.trimEnd()
}

/** Two spellings with one key are the same thing: case, accents' form, spaces and joiners do not count. */
export const nameKey = (text: string): string =>
  cleanName(cleanName(text).replace(JOINERS, ' ')).normalize('NFKC').toLowerCase()
