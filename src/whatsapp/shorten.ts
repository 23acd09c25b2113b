const ELLIPSIS = '…'
/** A closing line longer than this share of the room is not worth saving at the body's expense. */
const LAST_LINE_SHARE_MAX = 0.5

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The text in at most `charsMax` UTF-16 units, ending in `…` when something was cut. Never cuts
 * inside what a reader sees as one character (an emoji family, a letter with its accent), nor inside a
 * number where anything stands before it: `Rp 1.64…` would be another amount.
 */
export const shorten = (text: string, charsMax: number): string => {
  if (text.length <= charsMax) return text
  let kept = ''
  for (const { segment } of segmenter.segment(text.slice(0, charsMax + 1))) {
    if (kept.length + segment.length > charsMax - ELLIPSIS.length) break
    kept += segment
  }
  return `${withoutHalfNumber(kept, text.slice(kept.length)).trimEnd()}${ELLIPSIS}`
}

/** A currency's mark, a number, and the word that says how many of it: `Rp 4,8 jt`, `$1.2 M`. */
const AMOUNT =
  /(?:(?<![^\s])[^\s\d]{1,3}\s)?[^\s\d]{0,3}\d[\d.,]*(?:\s?(?:rb|ribu|jt|juta|mil|mi|bi|K|M|B)(?!\p{L}))?/gu

/** What is kept without the amount that the cut would go through. */
const withoutHalfNumber = (kept: string, rest: string): string => {
  const cut = kept.trimEnd().length
  const through = [...(kept + rest.slice(0, AMOUNT_CHARS_MAX)).matchAll(AMOUNT)].find(
    ({ index, 0: amount }) => index < cut && index + amount.trimEnd().length > cut,
  )
  const whole = through === undefined ? kept : kept.slice(0, through.index)
  return whole.trim() === '' ? kept : whole
}

/** Longer than any amount of money there is. */
const AMOUNT_CHARS_MAX = 40

/**
 * Shortens an answer by whole lines from its middle: the number comes first and the basis last, so
 * both stay, and no mark is left open. A single line that is too long is cut inside.
 */
export const shortenLines = (text: string, charsMax: number): string => {
  if (text.length <= charsMax) return text
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  const isLastKept = lines.length > 1 && last.length <= charsMax * LAST_LINE_SHARE_MAX
  const tail = isLastKept ? `\n${ELLIPSIS}\n${last}` : `\n${ELLIPSIS}`
  const head = headOf(lines, charsMax - tail.length)
  if (head !== '') return head + tail
  return isLastKept
    ? `${shorten(text, charsMax - last.length - 1)}\n${last}`
    : shorten(text, charsMax)
}

/** As many whole lines from the start as fit. */
const headOf = (lines: readonly string[], charsMax: number): string => {
  let head = ''
  for (const line of lines) {
    const longer = head === '' ? line : `${head}\n${line}`
    if (longer.length > charsMax) break
    head = longer
  }
  return head.trimEnd()
}
