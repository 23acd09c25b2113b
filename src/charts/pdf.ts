/** Pictures on A4 pages. A PNG's own pixels are what PDF calls a Flate image, so nothing is packed twice. */

import {
  type Alphabet,
  alphabetOf,
  lineOperators,
  UNSEEN_GLYPH,
  unseenFonts,
  utf16Hex,
} from './pdf-text.ts'
import type { TextBox } from './scene.ts'
import { textWidth } from './text-width.ts'

/** A picture as renderPng made it: 8-bit RGB, its pixels in IDAT chunks; `texts` are the words in it. */
type PdfPicture = {
  readonly png: Uint8Array
  readonly alt: string
  readonly texts: readonly TextBox[]
}

export type PdfInput = {
  readonly title: string
  /** BCP 47, for readers that speak. */
  readonly language: string
  readonly pictures: readonly PdfPicture[]
  /** The line at the foot of each page, in Latin letters. */
  readonly footer: (page: number, pages: number) => string
}

/** A4 in points. */
const PAGE = { width: 595, height: 842, margin: 28, footer: 24 }
const GAP = 10
const FOOTER_SIZE = 9

/**
 * The pictures one under another, as many a page as fit, as PDF 1.7 bytes (ISO 32000-1). Names in any
 * script look right, because words are drawn in the pictures; the same words lie over them unseen, to be searched
 * and copied.
 */
export const pdfOf = (input: PdfInput): Uint8Array => {
  const images = input.pictures.map(imageOf)
  const pages = pagesOf(images)
  const file = pdfFile()
  const alphabet = alphabetOf(images.flatMap(({ texts }) => texts.map(({ text }) => text)))
  const [catalog, tree, font, info] = [
    file.reserve(),
    file.reserve(),
    file.reserve(),
    file.reserve(),
  ]
  const unseen = addUnseenFonts(file, alphabet)
  const fonts = [`/F1 ${font} 0 R`, ...unseen.map((number, i) => `/T${i} ${number} 0 R`)].join(' ')
  const names = images.map((image) => file.add(imageDict(image), image.pixels))
  const kids = pages.map((placed, index) => {
    const footer = input.footer(index + 1, pages.length)
    const words = placed.flatMap((each) => wordsOver(each, images[each.at], alphabet))
    const content = file.add({}, latin([contentOf(placed, footer), ...words].join('\n')))
    const used = placed.map(({ at }) => `/I${at} ${names[at]} 0 R`).join(' ')
    return file.add({
      Type: '/Page',
      Parent: `${tree} 0 R`,
      MediaBox: `[0 0 ${PAGE.width} ${PAGE.height}]`,
      Resources: `<< /XObject << ${used} >> /Font << ${fonts} >> >>`,
      Contents: `${content} 0 R`,
    })
  })
  file.set(catalog, {
    Type: '/Catalog',
    Pages: `${tree} 0 R`,
    Lang: `(${input.language})`,
    ViewerPreferences: '<< /DisplayDocTitle true >>',
  })
  file.set(tree, {
    Type: '/Pages',
    Kids: `[${kids.map((kid) => `${kid} 0 R`).join(' ')}]`,
    Count: String(kids.length),
  })
  file.set(font, {
    Type: '/Font',
    Subtype: '/Type1',
    BaseFont: '/Helvetica',
    Encoding: '/WinAnsiEncoding',
  })
  file.set(info, { Title: utf16(input.title), Producer: '(Shopbell)' })
  return file.bytes({ Root: `${catalog} 0 R`, Info: `${info} 0 R` })
}

type Image = Pick<PdfPicture, 'alt' | 'texts'> & {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const PNG_HEAD_BYTES = 8
/** Length, type and checksum around every chunk's data. */
const CHUNK_FRAME_BYTES = 12

const imageOf = ({ png, alt, texts }: PdfPicture): Image => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const parts: Uint8Array[] = []
  for (let at = PNG_HEAD_BYTES; at < png.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    if (type === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + CHUNK_FRAME_BYTES
  }
  const header = PNG_HEAD_BYTES + 8
  const [width, height] = [view.getUint32(header), view.getUint32(header + 4)]
  if (parts.length === 0) throw new Error('a picture for the PDF has no pixels: not a PNG')
  return { width, height, pixels: joined(parts), alt, texts }
}

type Placed = { readonly at: number; readonly x: number; readonly y: number } & Size
type Size = { readonly width: number; readonly height: number }

const ROOM: Size = {
  width: PAGE.width - 2 * PAGE.margin,
  height: PAGE.height - 2 * PAGE.margin - PAGE.footer,
}

/** A picture may shrink to this part of its size rather than leave half a page white. */
const SHRUNK_MIN = 0.6

/** Pictures keep their order; one that is taller than what is left of a page goes on the next. */
const pagesOf = (images: readonly Image[]): Placed[][] => {
  const pages: Placed[][] = []
  let left = 0
  images.forEach((image, at) => {
    const whole = Math.min(ROOM.width / image.width, ROOM.height / image.height)
    const tight = Math.min(whole, left / image.height)
    const isNew = pages.length === 0 || tight < whole * SHRUNK_MIN
    if (isNew) {
      pages.push([])
      left = ROOM.height
    }
    const scale = isNew ? whole : tight
    const size = { width: image.width * scale, height: image.height * scale }
    const y = PAGE.margin + PAGE.footer + left - size.height
    pages.at(-1)?.push({ at, x: PAGE.margin + (ROOM.width - size.width) / 2, y, ...size })
    left -= size.height + GAP
  })
  return pages
}

const contentOf = (placed: readonly Placed[], footer: string): string =>
  [
    ...placed.map(
      ({ at, x, y, width, height }) =>
        `q ${point(width)} 0 0 ${point(height)} ${point(x)} ${point(y)} cm /I${at} Do Q`,
    ),
    `BT /F1 ${FOOTER_SIZE} Tf 0.4 g ${PAGE.margin} ${PAGE.margin - FOOTER_SIZE} Td (${escaped(footer)}) Tj ET`,
  ].join('\n')

/** Half of Inter's capitals, as in svg.ts: where the baseline lies below the middle of a box. */
const BASELINE_SHIFT = 0.364

/** The picture's words where they stand in it, in points of the page. */
const wordsOver = (placed: Placed, image: Image | undefined, alphabet: Alphabet): string[] => {
  if (image === undefined) throw new Error(`page names picture ${placed.at}, which is not there`)
  const scale = placed.width / image.width
  return image.texts.flatMap((box) => {
    const width = Math.min(box.width, textWidth(box.text, box.size, box.weight))
    const free = box.width - width
    const left = { left: 0, center: free / 2, right: free }[box.align]
    const baseline = box.y + box.height / 2 + box.size * BASELINE_SHIFT
    const line = {
      text: box.text,
      x: placed.x + (box.x + left) * scale,
      y: placed.y + placed.height - baseline * scale,
      width: width * scale,
      size: box.size * scale,
    }
    return lineOperators(line, alphabet) || []
  })
}

/** The numbers of the fonts whose letters nobody sees. */
const addUnseenFonts = (file: ReturnType<typeof pdfFile>, alphabet: Alphabet): number[] => {
  const fonts = unseenFonts(alphabet)
  if (fonts.length === 0) return []
  const glyph = file.add({}, latin(UNSEEN_GLYPH))
  return fonts.map(({ dict, meanings }) =>
    file.add({
      ...dict,
      CharProcs: `<< /g ${glyph} 0 R >>`,
      ToUnicode: `${file.add({}, latin(meanings))} 0 R`,
    }),
  )
}

const point = (value: number): string => value.toFixed(2)
const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

const imageDict = ({ width, height }: Image): Dict => ({
  Type: '/XObject',
  Subtype: '/Image',
  Width: String(width),
  Height: String(height),
  ColorSpace: '/DeviceRGB',
  BitsPerComponent: '8',
  Filter: '/FlateDecode',
  // 15: each row says its own filter, as in a PNG.
  DecodeParms: `<< /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns ${width} >>`,
})

type Dict = Readonly<Record<string, string>>

/** Numbered objects and the table that says where each begins. */
const pdfFile = () => {
  const objects: (Uint8Array | null)[] = []
  const reserve = (): number => objects.push(null)
  const set = (number: number, dict: Dict, stream: Uint8Array | null = null): number => {
    objects[number - 1] = objectOf(number, dict, stream)
    return number
  }
  return {
    reserve,
    set,
    add: (dict: Dict, stream: Uint8Array | null = null) => set(reserve(), dict, stream),
    bytes: (trailer: Dict): Uint8Array => fileOf(objects, trailer),
  }
}

const objectOf = (number: number, dict: Dict, stream: Uint8Array | null): Uint8Array => {
  const all = stream === null ? dict : { ...dict, Length: String(stream.length) }
  const head = `${number} 0 obj\n${dictText(all)}\n`
  if (stream === null) return latin(`${head}endobj\n`)
  return joined([latin(`${head}stream\n`), stream, latin('\nendstream\nendobj\n')])
}

const dictText = (dict: Dict): string =>
  `<< ${Object.entries(dict)
    .map(([key, value]) => `/${key} ${value}`)
    .join(' ')} >>`

/** The four bytes above 127 tell every tool on the way that this is no text. */
const HEAD = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'

const fileOf = (objects: readonly (Uint8Array | null)[], trailer: Dict): Uint8Array => {
  let at = HEAD.length
  const rows = objects.map((object, index) => {
    if (object === null) throw new Error(`object ${index + 1} of the PDF was never written`)
    const row = `${String(at).padStart(10, '0')} 00000 n \n`
    at += object.length
    return row
  })
  const table = `xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  const size = { Size: String(rows.length + 1), ...trailer }
  const tail = `${table}trailer\n${dictText(size)}\nstartxref\n${at}\n%%EOF\n`
  return joined([latin(HEAD), ...objects.flatMap((object) => object ?? []), latin(tail)])
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** One byte a letter; what Latin-1 does not have becomes a question mark. */
const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code > 255 ? 63 : code
  })

const utf16 = (text: string): string => `<FEFF${utf16Hex(text)}>`
