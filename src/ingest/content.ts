import { isXmlSpreadsheet } from './xml-spreadsheet.ts'
import { zipDirectory } from './zip-directory.ts'

/** What bytes turn out to be, whatever the file is called. */
export type ContentKind =
  | 'text'
  | 'empty'
  | 'pdf'
  | 'image'
  | 'spreadsheet'
  | 'archive'
  | 'html-page'
  | 'binary'

/**
 * Tells the kind of a file by its first bytes, never by its name: owners send PDF files called
 * `.csv` and web pages called `.xls`.
 */
export const contentKind = (bytes: Uint8Array): ContentKind => {
  if (bytes.length === 0) return 'empty'
  const signed = SIGNATURES.find(({ at, magic }) => startsWith(bytes, magic, at))
  if (signed) return signed.kind
  if (startsWith(bytes, 'PK')) return zipKind(bytes)
  const head = latin(bytes.subarray(0, SNIFF_BYTES))
  const letters = head.replaceAll('\0', '')
  if (isXmlSpreadsheet(letters)) return 'spreadsheet'
  if (HTML_START.test(letters)) return 'html-page'
  return isBinary(bytes.subarray(0, SNIFF_BYTES)) ? 'binary' : 'text'
}

/** Enough to see a declaration behind comments and a first stretch of cells. */
const SNIFF_BYTES = 8192

const SIGNATURES: readonly { readonly magic: string; readonly at: number; kind: ContentKind }[] = [
  { magic: '%PDF', at: 0, kind: 'pdf' },
  { magic: '\x89PNG', at: 0, kind: 'image' },
  { magic: '\xff\xd8\xff', at: 0, kind: 'image' },
  { magic: 'GIF8', at: 0, kind: 'image' },
  { magic: 'WEBP', at: 8, kind: 'image' },
  { magic: 'ftyp', at: 4, kind: 'image' },
  { magic: 'II*\0', at: 0, kind: 'image' },
  { magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', at: 0, kind: 'spreadsheet' },
  { magic: '\x1f\x8b', at: 0, kind: 'archive' },
  { magic: 'Rar!', at: 0, kind: 'archive' },
  { magic: "7z\xbc\xaf'\x1c", at: 0, kind: 'archive' },
]

const HTML_START =
  /^[^<\w]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta|div)\b/i

const startsWith = (bytes: Uint8Array, magic: string, at = 0): boolean => {
  for (let i = 0; i < magic.length; i++) {
    if (bytes[at + i] !== magic.charCodeAt(i)) return false
  }
  return true
}

/** Latin-1 keeps one character a byte, which is all a signature needs. */
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Excel and OpenDocument files are zips; what they are stands in the list of their parts. */
const zipKind = (bytes: Uint8Array): ContentKind => {
  const directory = zipDirectory(bytes)
  if (directory.kind !== 'entries') return brokenZipKind(bytes)
  const has = (pattern: RegExp) => directory.entries.some(({ name }) => pattern.test(name))
  if (has(/^xl\//) || (has(/^mimetype$/) && has(/^content\.xml$/))) return 'spreadsheet'
  // Word's and PowerPoint's files; nobody means those to be unpacked.
  return has(/^\[Content_Types\]\.xml$/) ? 'binary' : 'archive'
}

/** A zip that was cut or tampered with still shows its parts' names here and there. */
const brokenZipKind = (bytes: Uint8Array): ContentKind => {
  const ends = latin(bytes.subarray(0, SNIFF_BYTES)) + latin(bytes.subarray(-SNIFF_BYTES))
  return /xl\/|\[Content_Types\]|opendocument\.spreadsheet/.test(ends) ? 'spreadsheet' : 'archive'
}

/** UTF-16 text has NULs in every other place only; other files with control bytes are not text. */
const isBinary = (head: Uint8Array): boolean => {
  const nuls: [number, number] = [0, 0]
  let controls = 0
  head.forEach((byte, i) => {
    if (byte === 0) nuls[i % 2 === 0 ? 0 : 1]++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++
  })
  const [even, odd] = nuls
  // A few control bytes slip into real exports; a tenth of the text does not.
  if (controls > head.length / 10) return true
  return even > 0 && odd > 0 && Math.min(even, odd) > Math.max(even, odd) / 10
}
