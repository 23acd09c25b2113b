import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A palette holds so many colours; a page's screen has few that matter. */
const COLOURS_MAX = 256
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const RGB = 2
const RGBA = 6
const PALETTE = 3

/**
 * The same picture in 256 colours: each pixel takes the nearest of the most frequent ones. Reads what
 * Chromium writes, 8 bits a channel and not interlaced (PNG 1.2, chapters 6, 9 and 10).
 */
export const smallPng = (png: Buffer): Buffer => {
  const image = pixelsOf(png)
  const palette = frequentColours(image.pixels)
  const indices = nearestOf(image.pixels, palette)
  const rows = Buffer.alloc(image.height * (image.width + 1))
  for (let y = 0; y < image.height; y += 1) {
    rows.set(indices.subarray(y * image.width, (y + 1) * image.width), y * (image.width + 1) + 1)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(image.width, 0)
  header.writeUInt32BE(image.height, 4)
  header.set([8, PALETTE], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => channelsOf(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

type Image = { readonly width: number; readonly height: number; readonly pixels: Uint32Array }

const channelsOf = (colour: number): [number, number, number] => [
  (colour >> 16) & 255,
  (colour >> 8) & 255,
  colour & 255,
]

/** Each pixel as 0xRRGGBB. */
const pixelsOf = (png: Buffer): Image => {
  const chunks = chunksOf(png)
  const header = chunks.find(({ name }) => name === 'IHDR')?.data ?? Buffer.alloc(13)
  const [width, height, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]]
  if (header[8] !== 8 || (kind !== RGB && kind !== RGBA) || header[12] !== 0) {
    throw new Error('small-png reads 8-bit RGB or RGBA without interlacing, as Chromium writes it')
  }
  const bytes = kind === RGB ? 3 : 4
  const data = chunks.filter(({ name }) => name === 'IDAT').map((one) => one.data)
  const raw = unfiltered(inflateSync(Buffer.concat(data)), { stride: width * bytes, bytes })
  const pixels = new Uint32Array(width * height)
  for (let i = 0; i < pixels.length; i += 1) {
    const at = i * bytes
    pixels[i] = ((raw[at] ?? 0) << 16) | ((raw[at + 1] ?? 0) << 8) | (raw[at + 2] ?? 0)
  }
  return { width, height, pixels }
}

const chunksOf = (png: Buffer): readonly { readonly name: string; readonly data: Buffer }[] => {
  const chunks: { name: string; data: Buffer }[] = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const size = png.readUInt32BE(at)
    const name = png.toString('latin1', at + 4, at + 8)
    chunks.push({ name, data: png.subarray(at + 8, at + 8 + size) })
    at += size + 12
  }
  return chunks
}

/** Takes the filter off every row: none, left, up, average or Paeth. */
const unfiltered = (
  rows: Buffer,
  { stride, bytes }: { readonly stride: number; readonly bytes: number },
): Buffer => {
  const height = rows.length / (stride + 1)
  const out = Buffer.alloc(height * stride)
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x >= bytes ? (out[at - bytes] ?? 0) : 0
      const up = y > 0 ? (out[at - stride] ?? 0) : 0
      const corner = x >= bytes && y > 0 ? (out[at - stride - bytes] ?? 0) : 0
      const guess = GUESSES[filter]?.(left, up, corner) ?? 0
      out[at] = ((rows[y * (stride + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  return out
}

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

const GUESSES: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
]

/** Colours nobody can tell apart need not both be in the palette: the room goes to rarer ones. */
const ALIKE = 40

const frequentColours = (pixels: Uint32Array): readonly number[] => {
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette: number[] = []
  for (const [colour] of [...counts].toSorted((a, b) => b[1] - a[1])) {
    if (palette.length === COLOURS_MAX) break
    if (palette.every((taken) => distanceOf(taken, colour) > ALIKE)) palette.push(colour)
  }
  return palette
}

/** Squared, over the three channels. */
const distanceOf = (one: number, other: number): number => {
  const [r, g, b] = channelsOf(one)
  const [otherR, otherG, otherB] = channelsOf(other)
  return (r - otherR) ** 2 + (g - otherG) ** 2 + (b - otherB) ** 2
}

const nearestOf = (pixels: Uint32Array, palette: readonly number[]): Uint8Array => {
  const known = new Map(palette.map((colour, index) => [colour, index]))
  const indices = new Uint8Array(pixels.length)
  for (const [i, colour] of pixels.entries()) {
    const index = known.get(colour) ?? nearest(colour, palette)
    known.set(colour, index)
    indices[i] = index
  }
  return indices
}

const nearest = (colour: number, palette: readonly number[]): number => {
  const distances = palette.map((candidate) => distanceOf(colour, candidate))
  return distances.indexOf(Math.min(...distances))
}

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
