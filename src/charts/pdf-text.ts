/**
 * Words that nobody sees, over the picture of the same words: so a PDF can be searched and copied from. Each font has
 * glyphs without a stroke and a table of what they mean (ISO 32000-1, 9.6.5 and 9.10.3), so any script fits and no
 * font file is needed.
 */

/** Codes of one byte; 0 stays free, some readers take it for the end of a string. */
const CODES_A_FONT = 255
/** Every glyph is half an em wide; a line is stretched to the width of its words in the picture. */
const GLYPH_WIDTH = 500
const EM = 1000

/** Every character of a document, numbered: its font and its code follow from its place. */
export type Alphabet = ReadonlyMap<string, number>

export const alphabetOf = (texts: readonly string[]): Alphabet =>
  new Map(
    [...new Set(texts.flatMap((text) => [...seenOrder(text)]))].map((letter, i) => [letter, i]),
  )

/** One line, its baseline at x and y, stretched to the width; all in points. */
export type TextLine = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** The operators that lay the line down, unseen (text rendering mode 3). */
export const lineOperators = (line: TextLine, alphabet: Alphabet): string => {
  const letters = [...seenOrder(line.text)]
  if (letters.length === 0) return ''
  const natural = (letters.length * GLYPH_WIDTH * line.size) / EM
  const stretch = (100 * line.width) / natural
  const shown = runsOf(letters.map((letter) => alphabet.get(letter) ?? 0)).map(
    ({ font, codes }) => `/T${font} ${line.size.toFixed(2)} Tf <${codes.map(hexByte).join('')}> Tj`,
  )
  const place = `${line.x.toFixed(2)} ${line.y.toFixed(2)} Td`
  return `BT 3 Tr ${stretch.toFixed(2)} Tz ${place} ${shown.join(' ')} ET`
}

/** Neighbours in one font are one run. */
const runsOf = (places: readonly number[]) => {
  const runs: { readonly font: number; readonly codes: number[] }[] = []
  for (const place of places) {
    const font = Math.floor(place / CODES_A_FONT)
    const last = runs.at(-1)
    const run = last?.font === font ? last : { font, codes: [] }
    if (run !== last) runs.push(run)
    run.codes.push((place % CODES_A_FONT) + 1)
  }
  return runs
}

const hexByte = (code: number): string => code.toString(16).padStart(2, '0')

export type UnseenFont = {
  readonly dict: Readonly<Record<string, string>>
  /** What each code means, as the stream behind `ToUnicode`. */
  readonly meanings: string
}

/** What draws every glyph: its width, and nothing. */
export const UNSEEN_GLYPH = `${GLYPH_WIDTH} 0 d0`

/** Fonts `T0`, `T1` … of a document, without the references to `glyph` and `ToUnicode`. */
export const unseenFonts = (alphabet: Alphabet): readonly UnseenFont[] => {
  const letters = [...alphabet.keys()]
  const count = Math.ceil(letters.length / CODES_A_FONT)
  return Array.from({ length: count }, (_, font) =>
    unseenFont(letters.slice(font * CODES_A_FONT, (font + 1) * CODES_A_FONT)),
  )
}

const unseenFont = (letters: readonly string[]): UnseenFont => ({
  dict: {
    Type: '/Font',
    Subtype: '/Type3',
    FontBBox: `[0 -250 ${GLYPH_WIDTH} 750]`,
    FontMatrix: '[0.001 0 0 0.001 0 0]',
    Encoding: `<< /Type /Encoding /Differences [1 ${letters.map(() => '/g').join(' ')}] >>`,
    FirstChar: '1',
    LastChar: String(letters.length),
    Widths: `[${letters.map(() => GLYPH_WIDTH).join(' ')}]`,
    Resources: '<< >>',
  },
  meanings: meaningsOf(letters),
})

/** A block of this table holds no more rows. */
const ROWS_A_BLOCK = 100

const meaningsOf = (letters: readonly string[]): string => {
  const rows = letters.map((letter, index) => `<${hexByte(index + 1)}> <${utf16Hex(letter)}>`)
  const blocks = Array.from({ length: Math.ceil(rows.length / ROWS_A_BLOCK) }, (_, block) => {
    const some = rows.slice(block * ROWS_A_BLOCK, (block + 1) * ROWS_A_BLOCK)
    return `${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`
  })
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Shopbell def /CMapType 2 def',
    '1 begincodespacerange <01> <ff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

/** Big-endian UTF-16 in hexadecimal. */
export const utf16Hex = (text: string): string =>
  Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  ).join('')

/** Marks of direction: they order what is drawn and are no letters. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const ISOLATE = /\u2068([^\u2069]*)\u2069?/gu
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

/**
 * The characters in the order of the eye, from left to right: readers of PDF put right-to-left words back
 * into the order of speech themselves.
 */
const seenOrder = (text: string): string =>
  text
    .toWellFormed()
    .replace(ISOLATE, (_, name: string) => (RIGHT_TO_LEFT.test(name) ? fromTheRight(name) : name))
    .replace(DIRECTION_MARKS, '')
    .replace(/\p{Cc}/gu, ' ')

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Latin words and figures inside keep their own order; a bracket opens towards the other side. */
const fromTheRight = (name: string): string => {
  const runs: string[] = []
  for (const { segment } of segmenter.segment(name)) {
    const last = runs.at(-1)
    const goesOn = last !== undefined && LEFT_TO_RIGHT.test(last) && LEFT_TO_RIGHT.test(segment)
    if (goesOn) runs[runs.length - 1] = `${last}${segment}`
    else runs.push(MIRRORED.get(segment) ?? segment)
  }
  return runs.toReversed().join('')
}

const LEFT_TO_RIGHT = /^[\p{Script=Latin}\p{N}.,:%+/-]/u
const MIRRORED: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  [')', '('],
  ['[', ']'],
  [']', '['],
])
