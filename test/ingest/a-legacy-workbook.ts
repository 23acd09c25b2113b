/** A sheet of an Excel 97 workbook; a number in a `date` object is the day count of a real date. */
export type LegacySheet = {
  readonly name: string
  readonly state?: 'visible' | 'hidden'
  readonly rows: readonly (readonly (string | number | { readonly date: number } | null)[])[]
}

type Extra = {
  readonly isProtected?: boolean
  readonly isSmall?: boolean
  readonly stream?: string
}

/** An .xls from nothing: BIFF8 records ([MS-XLS]) in an OLE container ([MS-CFB]). */
export const aLegacyWorkbook = (sheets: readonly LegacySheet[], extra: Extra = {}): Uint8Array => {
  const book = biff(sheets, extra)
  return container(extra.stream ?? 'Workbook', book, extra.isSmall ?? false)
}

const record = (id: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const data = Buffer.concat(parts)
  return Buffer.concat([u16(id), u16(data.length), data])
}

const u8 = (value: number) => Uint8Array.of(value)
const u16 = (value: number) => new Uint8Array(Uint16Array.of(value).buffer)
const u32 = (value: number) => new Uint8Array(Uint32Array.of(value).buffer)
const f64 = (value: number) => new Uint8Array(Float64Array.of(value).buffer)
const wide = (text: string) => Buffer.from(text, 'utf16le')

const BOF = 0x809
const EOF = record(0x0a)
const bof = (kind: number) => record(BOF, u16(0x600), u16(kind), u32(0), u32(0), u32(0))
const PLAIN = 0
const DATE = 1
const format = (id: number) => record(0xe0, u16(0), u16(id), new Uint8Array(16))

const biff = (sheets: readonly LegacySheet[], { isProtected }: Extra): Uint8Array => {
  const bodies = sheets.map(({ rows }) =>
    Buffer.concat([bof(0x10), ...rows.flatMap((cells, row) => rowRecords(cells, row)), EOF]),
  )
  const head = [
    bof(0x05),
    ...(isProtected ? [record(0x2f, u16(1), new Uint8Array(52))] : []),
    format(0),
    format(14),
  ]
  const named = (place: number, { name, state }: LegacySheet) =>
    record(
      0x85,
      u32(place),
      u8(state === 'hidden' ? 1 : 0),
      u8(0),
      u8(name.length),
      u8(1),
      wide(name),
    )
  const headBytes =
    Buffer.concat(head).length +
    sheets.reduce((sum, sheet) => sum + named(0, sheet).length, 0) +
    EOF.length
  let at = headBytes
  const names = sheets.map((sheet, i) => {
    const entry = named(at, sheet)
    at += bodies[i]!.length
    return entry
  })
  return Buffer.concat([...head, ...names, EOF, ...bodies])
}

const rowRecords = (cells: LegacySheet['rows'][number], row: number): Uint8Array[] =>
  cells.flatMap((cell, column) => {
    const at = [u16(row), u16(column)]
    if (cell === null) return []
    if (typeof cell === 'number') return [record(0x203, ...at, u16(PLAIN), f64(cell))]
    if (typeof cell === 'object') return [record(0x203, ...at, u16(DATE), f64(cell.date))]
    return [record(0x204, ...at, u16(PLAIN), u16(cell.length), u8(1), wide(cell))]
  })

const SECTOR = 512
const MINI = 64
const FREE = 0xffffffff
const END = 0xfffffffe
const FAT = 0xfffffffd
/** Streams below this size live in the mini stream, unless padded to it as Excel does. */
const MINI_LIMIT = 4096

const padded = (bytes: Uint8Array, to: number): Uint8Array =>
  Buffer.concat([bytes, new Uint8Array((to - (bytes.length % to)) % to)])

/** Sectors: table, directory, table of mini sectors (where there are any), then the stream. */
const container = (name: string, book: Uint8Array, isSmall: boolean): Uint8Array => {
  const full = isSmall ? book : padded(book, MINI_LIMIT)
  const data = padded(padded(full, MINI), SECTOR)
  const first = isSmall ? 3 : 2
  const sectors = data.length / SECTOR
  const table = [FAT, END, ...(isSmall ? [END] : []), ...chain(first, sectors)]
  if (table.length > SECTOR / 4) throw new Error('one sector of table is enough for a test')
  const miniTable = isSmall ? [ids(chain(0, Math.ceil(full.length / MINI)))] : []
  const directory = Buffer.concat([
    entry('Root Entry', 5, isSmall ? [first, data.length] : [END, 0]),
    entry(name, 2, isSmall ? [0, full.length] : [first, full.length]),
    new Uint8Array(256),
  ])
  return new Uint8Array(Buffer.concat([header(isSmall), ids(table), directory, ...miniTable, data]))
}

const chain = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => (i === count - 1 ? END : first + i + 1))

const ids = (values: readonly number[]): Uint8Array =>
  Buffer.concat([
    ...values.map(u32),
    ...Array.from({ length: 128 - values.length }, () => u32(FREE)),
  ])

const entry = (name: string, kind: number, [start = 0, size = 0]: readonly number[]): Uint8Array =>
  Buffer.concat([
    wide(name.padEnd(32, '\0')),
    u16((name.length + 1) * 2),
    u8(kind),
    u8(1),
    u32(FREE),
    u32(FREE),
    u32(kind === 5 ? 1 : FREE),
    new Uint8Array(36),
    u32(start),
    u32(size),
    u32(0),
  ])

const header = (isSmall: boolean): Uint8Array =>
  Buffer.concat([
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    new Uint8Array(16),
    u16(0x3e),
    u16(3),
    u16(0xfffe),
    u16(9),
    u16(6),
    new Uint8Array(10),
    u32(1),
    u32(1),
    u32(0),
    u32(MINI_LIMIT),
    u32(isSmall ? 2 : END),
    u32(isSmall ? 1 : 0),
    u32(END),
    u32(0),
    u32(0),
    ...Array.from({ length: 108 }, () => u32(FREE)),
  ])
