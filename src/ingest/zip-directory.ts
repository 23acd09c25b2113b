import { type Fields, fieldsOf } from './byte-fields.ts'

/** One file inside a zip, as the directory at the zip's end describes it. */
export type ZipEntry = {
  readonly name: string
  readonly isDeflated: boolean
  /** Bytes in the zip, and bytes unpacked by the zip's own word. */
  readonly packed: number
  readonly size: number
  /** Where the entry's local header lies. */
  readonly offset: number
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number
}

/** What the directory of a zip says, before anything is unpacked. */
export type ZipDirectory =
  | { readonly kind: 'entries'; readonly entries: readonly ZipEntry[] }
  /** `too-big` stands for bombs as well: nothing that size is worth unpacking. */
  | { readonly kind: 'broken' | 'protected' | 'too-big'; readonly detail: string }

/** A year's workbook with a photo of every product stays far below; ten thousand entries are an attack. */
const ENTRIES_MAX = 2000
/** A workbook of 50 MB unpacks to 300-600 MB of XML, and its sheets are read as a stream. */
const UNPACKED_BYTES_MAX = 1024 * 1024 * 1024
/** XML of a real sheet packs 5 to 40 times; deflate reaches 1,030 with nothing but zeros. */
const RATIO_MAX = 200
/** Small parts may pack well and hurt nobody. */
const RATIO_FREE_BYTES = 10 * 1024 * 1024

/**
 * Reads the directory of a zip (PKWARE APPNOTE 4.3.12-16, zip64 included) and refuses what must not be
 * unpacked: encrypted entries, links, paths that lead elsewhere, more entries or bytes than a
 * workbook has, and sizes that cannot be true. Whoever unpacks stops at the size given here.
 */
export const zipDirectory = (bytes: Uint8Array): ZipDirectory => {
  const fields = fieldsOf(bytes)
  const end = directoryEnd(fields)
  if (end === null) return { kind: 'broken', detail: 'the file ends before it is complete' }
  if (end.count > ENTRIES_MAX) return { kind: 'too-big', detail: `${end.count} files inside` }
  const entries: ZipEntry[] = []
  let at = end.start
  for (let i = 0; i < end.count; i++) {
    const raw = rawEntry(fields, at)
    if (raw === null) return { kind: 'broken', detail: 'its list of contents is damaged' }
    const trouble = troubleOf(raw)
    if (trouble !== null) return trouble
    entries.push(raw.entry)
    at = raw.next
  }
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (size > UNPACKED_BYTES_MAX) return { kind: 'too-big', detail: `${size} bytes unpacked` }
  return { kind: 'entries', entries }
}

const END_SIGNATURE = 0x06054b50
const END_BYTES = 22
/** The end record carries a comment of up to 65,535 bytes. */
const COMMENT_BYTES_MAX = 0xffff
const END_64_SIGNATURE = 0x06064b50
const LOCATOR_64_SIGNATURE = 0x07064b50
const LOCATOR_64_BYTES = 20

type DirectoryEnd = { readonly start: number; readonly count: number }

const directoryEnd = (fields: Fields): DirectoryEnd | null => {
  const last = fields.length - END_BYTES
  for (let at = last; at >= Math.max(0, last - COMMENT_BYTES_MAX); at--) {
    if (fields.u32(at) !== END_SIGNATURE) continue
    const [count, start] = [fields.u16(at + 10), fields.u32(at + 16)]
    if (count !== SENTINEL_16 && start !== SENTINEL_32) return { start, count }
    return directoryEnd64(fields, at)
  }
  return null
}

const SENTINEL_16 = 0xffff
const SENTINEL_32 = 0xffffffff

const directoryEnd64 = (fields: Fields, end: number): DirectoryEnd | null => {
  const locator = end - LOCATOR_64_BYTES
  if (fields.u32(locator) !== LOCATOR_64_SIGNATURE) return null
  const at = fields.u64(locator + 8)
  if (fields.u32(at) !== END_64_SIGNATURE) return null
  return { count: fields.u64(at + 32), start: fields.u64(at + 48) }
}

type RawEntry = {
  readonly entry: ZipEntry
  readonly next: number
  readonly isEncrypted: boolean
  readonly isLink: boolean
  readonly method: number
  /** True when the sizes stand behind the data: then the directory must know them all the same. */
  readonly hasDescriptor: boolean
}

const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_BYTES = 46
const METHOD_STORED = 0
const METHOD_DEFLATED = 8
/** Unix keeps the kind of a file in the high half of the attributes. */
const UNIX = 3
const KIND_MASK = 0xf000
const KIND_LINK = 0xa000

const rawEntry = (fields: Fields, at: number): RawEntry | null => {
  if (fields.u32(at) !== ENTRY_SIGNATURE) return null
  const [nameBytes, extraBytes] = [fields.u16(at + 28), fields.u16(at + 30)]
  const nameAt = at + ENTRY_BYTES
  const next = nameAt + nameBytes + extraBytes + fields.u16(at + 32)
  if (next > fields.length) return null
  const [flags, method] = [fields.u16(at + 8), fields.u16(at + 10)]
  const sizes = zip64Sizes(
    fields,
    { size: fields.u32(at + 24), packed: fields.u32(at + 20), offset: fields.u32(at + 42) },
    { at: nameAt + nameBytes, bytes: extraBytes },
  )
  return {
    entry: {
      name: fields.text(nameAt, nameBytes),
      isDeflated: method !== METHOD_STORED,
      checksum: fields.u32(at + 16),
      ...sizes,
    },
    next,
    method,
    isEncrypted: (flags & 1) !== 0,
    hasDescriptor: (flags & 8) !== 0,
    isLink: fields.u16(at + 4) >> 8 === UNIX && (fields.u16(at + 40) & KIND_MASK) === KIND_LINK,
  }
}

type Sizes = Pick<ZipEntry, 'size' | 'packed' | 'offset'>

const EXTRA_64 = 1

/** Sizes past four gigabytes, or not known when the entry was begun, stand in an extra field. */
const zip64Sizes = (
  fields: Fields,
  sizes: Sizes,
  extra: { readonly at: number; readonly bytes: number },
): Sizes => {
  const end = extra.at + extra.bytes
  for (let at = extra.at; at + 4 <= end; at += 4 + fields.u16(at + 2)) {
    if (fields.u16(at) !== EXTRA_64) continue
    let next = at + 4
    const own = (value: number): number => {
      if (value !== SENTINEL_32) return value
      next += 8
      return fields.u64(next - 8)
    }
    return { size: own(sizes.size), packed: own(sizes.packed), offset: own(sizes.offset) }
  }
  return sizes
}

const troubleOf = (raw: RawEntry): Exclude<ZipDirectory, { kind: 'entries' }> | null => {
  const { name, size, packed } = raw.entry
  const shown = name.slice(0, NAME_CHARS_SHOWN)
  if (raw.isEncrypted) return { kind: 'protected', detail: `${shown} is encrypted` }
  if (raw.isLink || leadsElsewhere(name)) {
    return { kind: 'broken', detail: `${shown} points outside the file` }
  }
  if (raw.method !== METHOD_STORED && raw.method !== METHOD_DEFLATED) {
    return { kind: 'broken', detail: `${shown} is packed in an unknown way (${raw.method})` }
  }
  if (hasFalseSizes(raw)) return { kind: 'broken', detail: `${shown} gives a false size` }
  if (size > RATIO_FREE_BYTES && size > packed * RATIO_MAX) {
    return { kind: 'too-big', detail: `${shown} unpacks ${Math.round(size / packed)} times` }
  }
  return null
}

const NAME_CHARS_SHOWN = 60

const leadsElsewhere = (name: string): boolean =>
  /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..')

/** Deflate writes two bytes for nothing at all. */
const EMPTY_DEFLATED_BYTES = 2

/** Sizes that an unpacker would have to look for elsewhere, which is where bombs hide them. */
const hasFalseSizes = ({ entry, hasDescriptor, method }: RawEntry): boolean => {
  const { name, size, packed } = entry
  if (method === METHOD_STORED && size !== packed) return true
  if (hasDescriptor && packed === 0 && !name.endsWith('/')) return true
  return size === 0 && packed > EMPTY_DEFLATED_BYTES
}
