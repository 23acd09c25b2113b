import { fieldsOf } from './byte-fields.ts'
import type { ZipEntry } from './zip-directory.ts'

/**
 * Unpacks one entry, stopping where it grows beyond the size its directory gives: that size was
 * checked, the data behind it was not. Null when the entry is damaged or larger than it says.
 */
export const unzipped = (zip: Uint8Array, entry: ZipEntry): Promise<Uint8Array | null> => {
  const packed = packedBytes(zip, entry)
  if (packed === null) return Promise.resolve(null)
  if (!entry.isDeflated) return Promise.resolve(packed)
  const stream = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .pipeThrough(limitedTo(entry.size))
  return new Response(stream).arrayBuffer().then(
    (unpacked) => (unpacked.byteLength === entry.size ? new Uint8Array(unpacked) : null),
    // Only the data itself can fail here: not deflated at all, cut short, or beyond the limit.
    () => null,
  )
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

const limitedTo = (bytesMax: number): TransformStream<Uint8Array, Uint8Array<ArrayBuffer>> => {
  let seen = 0
  return new TransformStream({
    transform: (chunk: Uint8Array, controller) => {
      seen += chunk.length
      if (seen > bytesMax) controller.error(new RangeError(`more than ${bytesMax} bytes`))
      else controller.enqueue(new Uint8Array(chunk))
    },
  })
}
