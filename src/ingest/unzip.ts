import { fieldsOf } from './byte-fields.ts'
import { crc32 } from './crc32.ts'
import type { ZipEntry } from './zip-directory.ts'

/**
 * Unpacks one entry, stopping where it grows beyond the size its directory gives: that size was
 * checked, the data behind it was not. Null when the entry is damaged or is not what it says.
 */
export const unzipped = (zip: Uint8Array, entry: ZipEntry): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = []
  return unpackedInto(zip, entry, (part) => parts.push(part)).then((isWhole) =>
    isWhole ? joinedBytes(parts) : null,
  )
}

/** True when the entry unpacks to just the bytes it was made of. Keeps none of them in memory. */
export const isIntact = (zip: Uint8Array, entry: ZipEntry): Promise<boolean> =>
  unpackedInto(zip, entry, () => undefined)

/** The first bytes of an entry, for a look at it; nothing is checked but the limit. */
export const unzippedStart = (
  zip: Uint8Array,
  entry: ZipEntry,
  bytesMax: number,
): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let size = 0
  const enough = new AbortController()
  const sink = new WritableStream<Uint8Array>({
    write: (part) => {
      parts.push(part)
      size += part.length
      if (size >= bytesMax) enough.abort()
    },
  })
  const start = () => joinedBytes(parts).subarray(0, bytesMax)
  const stream = unpacking(zip, entry)
  if (stream === null) return Promise.resolve(start())
  return stream.pipeTo(sink, { signal: enough.signal }).then(start, start)
}

export const joinedBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const unpackedInto = (
  zip: Uint8Array,
  entry: ZipEntry,
  take: (part: Uint8Array) => void,
): Promise<boolean> => {
  const stream = unpacking(zip, entry)
  if (stream === null) return Promise.resolve(false)
  let size = 0
  let checksum = 0
  const sink = new WritableStream<Uint8Array>({
    write: (part) => {
      size += part.length
      if (size > entry.size) throw new RangeError(`more than ${entry.size} bytes`)
      checksum = crc32(part, checksum)
      take(part)
    },
  })
  return stream.pipeTo(sink).then(
    () => size === entry.size && checksum === entry.checksum,
    // Only the data itself can fail here: not deflated at all, cut short, or beyond its size.
    () => false,
  )
}

const unpacking = (zip: Uint8Array, entry: ZipEntry): ReadableStream<Uint8Array> | null => {
  const packed = packedBytes(zip, entry)
  if (packed === null) return null
  const stored = new Blob([packed]).stream()
  return entry.isDeflated ? stored.pipeThrough(new DecompressionStream('deflate-raw')) : stored
}

const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_BYTES = 30

const packedBytes = (
  zip: Uint8Array,
  { offset, packed }: ZipEntry,
): Uint8Array<ArrayBuffer> | null => {
  const fields = fieldsOf(zip)
  if (fields.u32(offset) !== LOCAL_SIGNATURE) return null
  const start = offset + LOCAL_BYTES + fields.u16(offset + 26) + fields.u16(offset + 28)
  return start + packed > zip.length ? null : zip.slice(start, start + packed)
}
