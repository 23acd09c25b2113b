import { type Fields, fieldsOf } from './byte-fields.ts'
import { joinedBytes } from './unzip.ts'

/** What an OLE container (the old Office's file system in a file) holds. */
export type OleContent =
  /** A legacy workbook: names of the sheets that are hidden or are no worksheets. */
  | { readonly kind: 'xls'; readonly hidden: ReadonlySet<string> }
  /** A workbook behind a password, old or new. */
  | { readonly kind: 'protected' }
  | { readonly kind: 'other'; readonly detail: string }

/**
 * Looks into an OLE container ([MS-CFB]) as far as needed to tell a readable legacy workbook
 * ([MS-XLS] 2.4.28 BoundSheet8, 2.4.117 FilePass) from a protected one and from other Office files.
 */
export const oleContent = (bytes: Uint8Array): OleContent => {
  const fields = fieldsOf(bytes)
  const entries = directoryEntries(fields)
  if (entries === null) return { kind: 'other', detail: 'the file is damaged' }
  const named = (name: string) => entries.find((entry) => entry.name === name)
  if (named('EncryptedPackage')) return { kind: 'protected' }
  const book = named('Workbook') ?? named('Book')
  if (book === undefined) {
    return {
      kind: 'other',
      detail: named('WordDocument') ? 'a Word document' : 'no workbook inside',
    }
  }
  return sheetsOf(streamStart(bytes, fields, { book, root: entries[0] }))
}

const END_OF_CHAIN = 0xfffffffe
const HEADER_BYTES = 512
const DIRECTORY_ENTRY_BYTES = 128
/** Legacy workbooks have a handful of streams; a macro project some dozens. */
const DIRECTORY_ENTRIES_MAX = 2000
/** The list of sheets stands in front of all texts and cells; fonts and formats come before it. */
const STREAM_START_BYTES = 512 * 1024
const SECTOR_IDS_IN_HEADER = 109

type OleEntry = { readonly name: string; readonly start: number; readonly size: number }

const sectorBytes = (fields: Fields): number => 2 ** Math.min(fields.u16(30), 16)
const sectorAt = (fields: Fields, sector: number): number =>
  HEADER_BYTES + sector * sectorBytes(fields)

/** The sector after this one in its file. */
const nextSector = (fields: Fields, sector: number): number => {
  const perSector = sectorBytes(fields) / 4
  const table = tableSector(fields, Math.floor(sector / perSector))
  return table === null
    ? END_OF_CHAIN
    : fields.u32(sectorAt(fields, table) + (sector % perSector) * 4)
}

/** Where the n-th part of the table of sectors lies: the first 109 in the header, then a chain. */
const tableSector = (fields: Fields, part: number): number | null => {
  if (part < SECTOR_IDS_IN_HEADER) return fields.u32(76 + part * 4)
  const perSector = sectorBytes(fields) / 4 - 1
  let sector = fields.u32(68)
  for (let skip = Math.floor((part - SECTOR_IDS_IN_HEADER) / perSector); skip > 0; skip--) {
    if (sector >= END_OF_CHAIN) return null
    sector = fields.u32(sectorAt(fields, sector) + perSector * 4)
  }
  const at = (part - SECTOR_IDS_IN_HEADER) % perSector
  return sector >= END_OF_CHAIN ? null : fields.u32(sectorAt(fields, sector) + at * 4)
}

/** The sectors of a file from its first one, as many as `bytesMax` bytes need. */
const chain = (fields: Fields, start: number, bytesMax: number): number[] => {
  const sectors: number[] = []
  const most = Math.ceil(bytesMax / sectorBytes(fields))
  for (let sector = start; sector < END_OF_CHAIN && sectors.length < most; ) {
    if (sectorAt(fields, sector) >= fields.length) break
    sectors.push(sector)
    sector = nextSector(fields, sector)
  }
  return sectors
}

const directoryEntries = (fields: Fields): OleEntry[] | null => {
  const bytesMax = DIRECTORY_ENTRIES_MAX * DIRECTORY_ENTRY_BYTES
  const sectors = chain(fields, fields.u32(48), bytesMax)
  const entries = sectors.flatMap((sector) => {
    const count = sectorBytes(fields) / DIRECTORY_ENTRY_BYTES
    return Array.from({ length: count }, (_, i) =>
      oleEntry(fields, sectorAt(fields, sector) + i * DIRECTORY_ENTRY_BYTES),
    )
  })
  return entries.length === 0 ? null : entries
}

const oleEntry = (fields: Fields, at: number): OleEntry => ({
  name: utf16(fields, at, Math.max(0, Math.min(fields.u16(at + 64), 64) / 2 - 1)),
  start: fields.u32(at + 116),
  size: fields.u32(at + 120),
})

const utf16 = (fields: Fields, at: number, chars: number): string =>
  String.fromCharCode(...Array.from({ length: chars }, (_, i) => fields.u16(at + i * 2)))

/** The first bytes of the workbook's stream; small ones live in the mini stream of the root entry. */
const streamStart = (
  bytes: Uint8Array,
  fields: Fields,
  { book, root }: { readonly book: OleEntry; readonly root: OleEntry | undefined },
): Fields => {
  const wanted = Math.min(book.size, STREAM_START_BYTES)
  if (book.size >= fields.u32(56) || root === undefined) {
    return joined(
      chain(fields, book.start, wanted).map((sector) =>
        bytes.subarray(sectorAt(fields, sector), sectorAt(fields, sector + 1)),
      ),
    )
  }
  const mini = joinedBytes(
    chain(fields, root.start, root.size).map((sector) =>
      bytes.subarray(sectorAt(fields, sector), sectorAt(fields, sector + 1)),
    ),
  )
  return joined(
    miniChain(fields, book.start, wanted).map((at) =>
      mini.subarray(at * MINI_BYTES, (at + 1) * MINI_BYTES),
    ),
  )
}

const MINI_BYTES = 64

const miniChain = (fields: Fields, start: number, bytesMax: number): number[] => {
  const table = chain(fields, fields.u32(60), fields.length)
  const perSector = sectorBytes(fields) / 4
  const parts: number[] = []
  for (let part = start; part < END_OF_CHAIN && parts.length < Math.ceil(bytesMax / MINI_BYTES); ) {
    parts.push(part)
    const sector = table[Math.floor(part / perSector)]
    if (sector === undefined) break
    part = fields.u32(sectorAt(fields, sector) + (part % perSector) * 4)
  }
  return parts
}

const joined = (parts: readonly Uint8Array[]): Fields => fieldsOf(joinedBytes(parts))

const FILE_PASS = 0x2f
const BOUND_SHEET = 0x85
const SHARED_TEXTS = 0xfc
const END_OF_PART = 0x0a

/** Walks the records up to the shared texts; the sheets are named before them. */
const sheetsOf = (stream: Fields): OleContent => {
  const hidden = new Set<string>()
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.u16(at + 2)) {
    const record = stream.u16(at)
    if (record === FILE_PASS) return { kind: 'protected' }
    if (record === SHARED_TEXTS || record === END_OF_PART) break
    if (record !== BOUND_SHEET) continue
    const isVisibleSheet = (stream.u8(at + 8) & 3) === 0 && stream.u8(at + 9) === 0
    if (!isVisibleSheet) hidden.add(sheetName(stream, at + 10))
  }
  return { kind: 'xls', hidden }
}

const sheetName = (stream: Fields, at: number): string => {
  const chars = stream.u8(at)
  if ((stream.u8(at + 1) & 1) === 1) return utf16(stream, at + 2, chars)
  return String.fromCharCode(...Array.from({ length: chars }, (_, i) => stream.u8(at + 2 + i)))
}
