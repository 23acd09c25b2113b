import type { FontWeight, TextBox } from './scene.ts'
import { scriptWidth } from './script-widths.ts'

/**
 * How wide a line of text will be, in pixels, to about 2 %: layouts must reserve room before any
 * renderer sees the text. Advance widths of Inter 4 in thousandths of an em, space to tilde.
 */
export const textWidth = (text: string, size: number, weight: FontWeight): number =>
  (glyphsOf(text, weight).reduce((sum, glyph) => sum + glyph.width, 0) * size) / EM

/** True when every letter is one of Inter's in the table of widths: what a browser without Inter would stretch. */
export const hasKnownWidth = (text: string): boolean =>
  graphemes(text).every((glyph) => knownWidth(glyph, 400) !== null)

/** The text, or its beginning and an ellipsis, so that it fits the width. */
export const fitText = (
  text: string,
  width: number,
  font: { readonly size: number; readonly weight: FontWeight },
): string => {
  if (textWidth(text, font.size, font.weight) <= width) return text
  const room = (width * EM) / font.size - glyphWidth('…', '', font.weight)
  let used = 0
  const kept = glyphsOf(text, font.weight).filter((glyph) => {
    used += glyph.width
    return used <= room
  })
  const beginning = kept.map(({ glyph }) => glyph).join('')
  return `${beginning.trimEnd()}…`
}

/** Breaks at spaces into at most `linesMax` lines; what is left over ends the last line with an ellipsis. */
export const wrapText = (
  text: string,
  width: number,
  font: { readonly size: number; readonly weight: FontWeight; readonly linesMax: number },
): string[] => {
  const lines: string[] = []
  for (const word of text.split(BREAKS).filter((part) => part !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    const fits = textWidth(longer, font.size, font.weight) <= width
    if (last !== undefined && (fits || lines.length === font.linesMax)) {
      lines[lines.length - 1] = longer
    } else {
      lines.push(word)
    }
  }
  return lines.map((line) => fitWords(line, width, font))
}

// Not at no-break spaces: "Rp 1,6 jt" stays in one piece.
const BREAKS = /[ \t\n]+/

/** As fitText, but never half a word when a whole one fits. */
const fitWords = (
  line: string,
  width: number,
  font: { readonly size: number; readonly weight: FontWeight },
): string => {
  const cut = fitText(line, width, font)
  const words = cut === line ? 0 : cut.lastIndexOf(' ')
  return words > 0 ? `${cut.slice(0, words).replace(/[ ,;:.]+$/, '')}…` : cut
}

/** As wrapText, with lines of like length: no last line of a single word. */
export const balancedText = (
  text: string,
  width: number,
  font: { readonly size: number; readonly weight: FontWeight; readonly linesMax: number },
): string[] => {
  const lines = wrapText(text, width, font)
  const narrower = BALANCE_PARTS.map((part) => wrapText(text, width * part, font))
  const words = lines.join(' ')
  return (
    narrower.find((other) => other.length === lines.length && other.join(' ') === words) ?? lines
  )
}

/** Parts of the full width to try, narrowest first. */
const BALANCE_PARTS = [0.55, 0.65, 0.75, 0.85]

/** One text box a line, under one another. */
export const textLines = (
  lines: readonly string[],
  lineHeight: number,
  box: Omit<TextBox, 'text' | 'height'>,
): TextBox[] =>
  lines.map((text, index) => ({
    ...box,
    text,
    y: box.y + index * lineHeight,
    height: lineHeight,
  }))

const EM = 1000
/** Emoji, Chinese and the like fill a whole square and a little more in the fonts we carry. */
const WIDE_WIDTH = 1000
/** Letters beyond ASCII: the mean of Inter's accented, Greek and Cyrillic letters, rounded up. */
const OTHER_WIDTH: Readonly<Record<FontWeight, number>> = { 400: 620, 700: 660 }
const FIRST_CODE = 32

const ASCII_WIDTHS: Readonly<Record<FontWeight, readonly number[]>> = {
  400: numbers(`281 288 466 633 642 982 644 300 365 365 501 662 288 460 288 360 631 407 610 618 646 593
    620 584 619 620 288 302 662 662 662 511 966 704 654 730 722 601 590 746 743 269 571 672 565 903 753
    765 639 765 644 642 646 744 704 1009 682 679 629 365 314 365 471 456 323 562 612 571 612 583 333 613
    591 242 242 549 242 876 591 600 612 612 391 528 327 591 562 818 546 562 552 426 333 426 662`),
  700: numbers(`237 338 552 649 655 1016 672 339 377 377 559 679 334 468 334 388 674 431 630 646 676 622
    649 600 651 649 334 343 679 679 679 560 1016 760 662 740 722 607 587 750 747 281 584 719 565 932 762
    771 648 777 657 655 667 732 760 1058 738 731 664 377 342 377 487 476 365 581 630 588 630 596 359 632
    623 271 271 580 271 913 623 613 630 630 414 560 356 623 600 850 580 602 573 469 372 469 679`),
}

const MARKS = [...'…·–—‘’“”•×±−']
const MARK_WIDTHS: Readonly<Record<FontWeight, ReadonlyMap<string, number>>> = {
  400: widthsOf(`864 288 500 1000 261 261 440 440 563 662 662 662`),
  700: widthsOf(`1002 334 500 1000 311 311 540 532 474 679 679 679`),
}

const WIDE =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u1100-\u11ff\u2e80-\ud7ff\uff00-\uff60]/u

function numbers(text: string): number[] {
  return text.trim().split(/\s+/).map(Number)
}

function widthsOf(text: string): Map<string, number> {
  const widths = numbers(text)
  return new Map(MARKS.map((mark, index) => [mark, widths[index] ?? 0]))
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

const graphemes = (text: string): string[] =>
  [...segmenter.segment(text)].map((piece) => piece.segment)

type Glyph = { readonly glyph: string; readonly width: number }

const glyphsOf = (text: string, weight: FontWeight): Glyph[] => {
  const all = graphemes(text)
  return all.map((glyph, index) => ({
    glyph,
    width: glyphWidth(glyph, all[index + 1] ?? '', weight),
  }))
}

const glyphWidth = (glyph: string, next: string, weight: FontWeight): number => {
  const known = knownWidth(glyph, weight) ?? scriptWidth(glyph, next, weight)
  if (known !== null) return known
  if (UNSEEN.test(glyph)) return 0
  return WIDE.test(glyph) ? WIDE_WIDTH : OTHER_WIDTH[weight]
}

/** Marks of direction around a name take no room. */
const UNSEEN = /^[\p{Cf}\p{Cc}]+$/u

const knownWidth = (glyph: string, weight: FontWeight): number | null => {
  const code = glyph.codePointAt(0) ?? FIRST_CODE
  if (glyph.length > 1) return null
  // The no-break space that Intl puts after "Rp" is as wide as a space.
  const ascii = ASCII_WIDTHS[weight][(code === 0xa0 ? FIRST_CODE : code) - FIRST_CODE]
  return ascii ?? MARK_WIDTHS[weight].get(glyph) ?? null
}
