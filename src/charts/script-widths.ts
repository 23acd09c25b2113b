import type { FontWeight } from './scene.ts'

/**
 * Advance of one grapheme of Devanagari or Arabic, in thousandths of an em, measured on the Noto fonts that
 * draw them; null for any other script. An Arabic letter is narrow where it joins the `next` one and wide
 * where a word or its part ends, so the letter behind it decides.
 */
export const scriptWidth = (glyph: string, next: string, weight: FontWeight): number | null => {
  const width = devanagari(glyph) ?? arabic(glyph, next)
  return width === null ? null : width * HEAVIER[weight]
}

/** Bold letters of both fonts are so much wider in the mean. */
const HEAVIER: Readonly<Record<FontWeight, number>> = { 400: 1, 700: 1.1 }

const DEVANAGARI_FIRST = 0x900
/** U+0900 to U+097F; vowel signs and dots that stand above or below take no room. */
const DEVANAGARI_WIDTHS =
  numbers(`0 0 0 202 764 764 1022 491 491 548 785 853 699 553 553 553 553 1023
  1023 1023 1023 768 818 563 591 637 635 701 742 756 742 504 581 535 563 723 570 639 531 615 555 555
  568 771 571 703 598 580 409 409 678 760 760 556 680 578 676 531 0 259 0 467 259 259 259 0 0 0 0 0 0
  0 0 259 259 259 259 0 273 259 912 0 0 0 0 0 0 0 768 818 563 742 535 563 771 580 853 699 0 0 379 599
  520 520 520 520 520 520 520 520 520 520 426 317 764 764 1023 1023 764 764 555 743 581 564 743 469
  541 571`)
/** Takes a consonant's vowel away; what follows is joined to it. */
const VIRAMA = '\u094d'
/** A consonant without its vowel is written in half. */
const HALF_FORM = 0.65

const devanagari = (glyph: string): number | null => {
  const letters = [...glyph]
  const widths = letters.map((letter) => widthFrom(DEVANAGARI_WIDTHS, DEVANAGARI_FIRST, letter))
  if (widths[0] === undefined) return null
  const isHalf = (index: number) =>
    letters[index + 1] === VIRAMA && letters[index + 2] !== undefined
  return widths.reduce<number>(
    (sum, width, index) => sum + (width ?? 0) * (isHalf(index) ? HALF_FORM : 1),
    0,
  )
}

const ARABIC_FIRST = 0x620
/** U+0620 to U+064A, at the end of a word and alone. */
const ARABIC_ENDING =
  numbers(`760 411 235 235 447 235 760 238 993 405 993 993 639 639 639 477 477 367
  367 1209 1209 1306 1306 788 788 507 507 877 877 760 760 760 270 983 774 882 695 484 685 672 447 760
  760`)
/** The same letters inside a word; those that never join the next are as wide as at its end. */
const ARABIC_JOINED =
  numbers(`343 411 235 235 447 235 343 238 343 405 373 373 637 637 637 477 477 367
  367 850 850 949 949 710 710 521 521 508 508 373 373 373 270 495 495 508 300 578 343 507 447 343 373`)
/** Letters of Persian and Urdu: at the end, joined. */
const MORE_ARABIC: Readonly<Record<string, readonly [number, number]>> = {
  ٱ: [235, 235],
  ٹ: [993, 373],
  پ: [993, 373],
  چ: [659, 637],
  ڈ: [477, 477],
  ڑ: [367, 367],
  ژ: [367, 367],
  ک: [877, 508],
  گ: [877, 508],
  ں: [685, 343],
  ھ: [672, 507],
  ہ: [405, 438],
  ۃ: [405, 405],
  ی: [760, 373],
  ے: [942, 942],
  ۀ: [405, 405],
}
const ARABIC_DIGIT = /^[٠-٩۰-۹]/
const ARABIC_DIGIT_WIDTH = 572
const ARABIC_POINT = /^[،؛؟٪٫٬]/
const ARABIC_POINT_WIDTH = 369
const ARABIC_LETTER = /^\p{Script=Arabic}/u
/** Rarer letters of the script: the mean of the others. */
const ARABIC_OTHER = [650, 420] as const
/** Stands alone on both sides. */
const HAMZA = 'ء'

const arabic = (glyph: string, next: string): number | null => {
  const letter = glyph.charAt(0)
  if (ARABIC_DIGIT.test(letter)) return ARABIC_DIGIT_WIDTH
  if (ARABIC_POINT.test(letter)) return ARABIC_POINT_WIDTH
  const [ending, joined] = formsOf(letter)
  if (ending === undefined || joined === undefined) return null
  const joins = /^\p{L}/u.test(next) && ARABIC_LETTER.test(next) && !next.startsWith(HAMZA)
  return joins ? joined : ending
}

const formsOf = (letter: string): readonly (number | undefined)[] => {
  const known = MORE_ARABIC[letter]
  if (known !== undefined) return known
  const ending = widthFrom(ARABIC_ENDING, ARABIC_FIRST, letter)
  if (ending !== undefined) return [ending, widthFrom(ARABIC_JOINED, ARABIC_FIRST, letter)]
  return ARABIC_LETTER.test(letter) ? ARABIC_OTHER : []
}

const widthFrom = (widths: readonly number[], first: number, letter: string): number | undefined =>
  widths[(letter.codePointAt(0) ?? 0) - first]

function numbers(text: string): number[] {
  return text.trim().split(/\s+/).map(Number)
}
