import { detect } from 'jschardet'
import { headerSense } from './header-words.ts'

/** A file's text and how it was written. */
type Decoded = { readonly text: string; readonly encoding: string }

/**
 * Bytes to text: byte-order mark, then the NUL pattern of UTF-16, then strict UTF-8, then the old
 * code page under which the headings are words we know, then the one whose letters follow each other
 * as in a language written in it; Western Windows when nothing tells. Never throws: every byte means
 * something in that last one.
 */
export const decode = (bytes: Uint8Array): Decoded => {
  const known = markedEncoding(bytes) ?? nulPattern(bytes)
  if (known !== null) return decodedAs(bytes, known)
  const text = strictUtf8(bytes)
  if (text !== null) return { text, encoding: 'utf-8' }
  return decodedAs(bytes, isDamagedUtf8(bytes) ? 'utf-8' : codePage(bytes))
}

const decodedAs = (bytes: Uint8Array, encoding: string): Decoded => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
})

const markedEncoding = (bytes: Uint8Array): string | null => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** Where Latin text has its NULs tells which half of each UTF-16 unit comes first. */
const nulPattern = (bytes: Uint8Array): string | null => {
  const head = bytes.subarray(0, NUL_SAMPLE_BYTES)
  const share = (parity: number) =>
    head.filter((byte, i) => byte === 0 && i % 2 === parity).length / (head.length / 2)
  if (share(1) > NUL_SHARE && share(0) < NUL_SHARE / 2) return 'utf-16le'
  return share(0) > NUL_SHARE && share(1) < NUL_SHARE / 2 ? 'utf-16be' : null
}

const NUL_SAMPLE_BYTES = 4096
/** Digits and separators keep a third of any sales table in the Latin range, whatever its script. */
const NUL_SHARE = 0.3

const strictUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** A cut or glued UTF-8 file has a stray byte or two among many good sequences: keep it UTF-8. */
const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let good = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === REPLACEMENT) broken++
    else if (unit > LAST_ASCII) good++
  }
  return good > broken * DAMAGE_RATIO
}

const REPLACEMENT = 0xfffd
const LAST_ASCII = 0x7f
/** In cp1252 text nearly every accented letter breaks UTF-8; in damaged UTF-8 nearly none does. */
const DAMAGE_RATIO = 10

/** Old Windows code pages; of equals the earlier wins. */
const CODE_PAGES = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'shift_jis',
  'gbk',
  'euc-kr',
  'windows-1256',
  'windows-874',
  'big5',
  'euc-jp',
  'windows-1253',
  'windows-1255',
  'koi8-r',
] as const

const codePage = (bytes: Uint8Array): string => {
  const head = bytes.subarray(0, HEADING_SAMPLE_BYTES)
  const scored = CODE_PAGES.map((name) => ({
    name,
    score: knownForeignWords(new TextDecoder(name).decode(head)),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.name : guessedPage(bytes)
}

/** Statistics of letter pairs, for headings in words nobody told us. */
const guessedPage = (bytes: Uint8Array): string => {
  const { encoding, confidence } = detect(bytes.subarray(0, GUESS_SAMPLE_BYTES))
  const label = PAGE_LABELS.get(encoding?.toLowerCase().replace(/^iso8859-/, 'iso-8859-') ?? '')
  return label !== undefined && confidence >= CONFIDENCE_MIN ? label : 'windows-1252'
}

/** 20 ms a sample this long; more letters tell no more. */
const GUESS_SAMPLE_BYTES = 65_536
/**
 * Measured on sales files of 13 code pages: right answers come with 0.04 to 0.5, other scripts than
 * Latin never under 0.1; below, a few accents in Western text pass for Czech or Hungarian.
 */
const CONFIDENCE_MIN = 0.04

/** jschardet's names, as TextDecoder knows them. */
const PAGE_LABELS = new Map([
  ['cp932', 'shift_jis'],
  ['shift_jis', 'shift_jis'],
  ['euc-jp', 'euc-jp'],
  ['iso-2022-jp', 'iso-2022-jp'],
  ['gb2312', 'gbk'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
  ['cp949', 'euc-kr'],
  ['euc-kr', 'euc-kr'],
  ['cp874', 'windows-874'],
  ['tis-620', 'windows-874'],
  ['koi8-r', 'koi8-r'],
  ['koi8-u', 'koi8-u'],
  ['ibm866', 'ibm866'],
  ['iso-8859-2', 'iso-8859-2'],
  ['iso-8859-5', 'iso-8859-5'],
  ['iso-8859-7', 'iso-8859-7'],
  ['iso-8859-9', 'windows-1254'],
  ...[1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258].map(
    (page) => [`windows-${page}`, `windows-${page}`] as const,
  ),
])

/** Headings and the titles above them. */
const HEADING_SAMPLE_BYTES = 4096

/** Headings with letters beyond ASCII; the others look the same in every code page. */
const knownForeignWords = (text: string): number =>
  text
    .split(/[,;\t|\r\n"]/)
    .map((cell) => cell.trim())
    .filter((cell) => /[^\0-\x7f]/.test(cell) && headerSense(cell)?.exact).length
