import { crc32, deflateRawSync } from 'node:zlib'

/** A file for a zip, with whatever a hostile hand would change about it. */
export type ZipPart = {
  readonly name: string
  readonly data: Uint8Array | string
  readonly flags?: number
  readonly method?: number
  /** What the directory claims instead of the truth. */
  readonly size?: number
  readonly packed?: number
  /** High half: the Unix mode. */
  readonly attributes?: number
}

/** A zip from nothing, with a central directory as PKWARE describes it. */
export const aZip = (parts: readonly ZipPart[], { count = parts.length } = {}): Uint8Array => {
  const bodies: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const { local, central } = aPart(part, offset)
    bodies.push(local)
    directory.push(central)
    offset += local.length
  }
  const directoryBytes = directory.reduce((sum, entry) => sum + entry.length, 0)
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true)
    view.setUint16(8, count, true)
    view.setUint16(10, count, true)
    view.setUint32(12, directoryBytes, true)
    view.setUint32(16, offset, true)
  })
  return new Uint8Array(Buffer.concat([...bodies, ...directory, end]))
}

const aPart = (part: ZipPart, offset: number) => {
  const name = new TextEncoder().encode(part.name)
  const data = typeof part.data === 'string' ? new TextEncoder().encode(part.data) : part.data
  const method = part.method ?? 8
  const body = method === 8 ? deflateRawSync(data) : data
  const shared = (view: DataView, at: number) => {
    view.setUint16(at, part.flags ?? 0, true)
    view.setUint16(at + 2, method, true)
    view.setUint32(at + 8, crc32(data), true)
    view.setUint32(at + 12, part.packed ?? body.length, true)
    view.setUint32(at + 16, part.size ?? data.length, true)
    view.setUint16(at + 20, name.length, true)
  }
  const local = record(30, (view) => {
    view.setUint32(0, 0x04034b50, true)
    shared(view, 6)
  })
  const central = record(46, (view) => {
    view.setUint32(0, 0x02014b50, true)
    view.setUint16(4, 3 << 8, true)
    shared(view, 8)
    view.setUint32(38, part.attributes ?? 0, true)
    view.setUint32(42, offset, true)
  })
  return {
    local: Buffer.concat([local, name, body]),
    central: Buffer.concat([central, name]),
  }
}

const record = (bytes: number, fill: (view: DataView) => void): Uint8Array => {
  const written = new Uint8Array(bytes)
  fill(new DataView(written.buffer))
  return written
}
