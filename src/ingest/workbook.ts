import { fromHtml, readXls, readXlsx, streamOdsRows, streamXlsxRows } from 'hucre'
import { type SheetCell, sheetCell } from './cell-text.ts'
import { decode } from './decode.ts'
import { innermostTables } from './html-tables.ts'
import { formatMarks, sheetPath } from './number-formats.ts'
import { isOdsBearable, type OdsSheet, odsSheets } from './ods-sheets.ts'
import { oleContent } from './ole-directory.ts'
import type { Opened, ReadHints, RefusalReason, Understanding } from './reading.ts'
import { chooseSheet, type LookedAt, underLayout } from './sheet-choice.ts'
import { COLUMNS_MAX, sheetTable, type Table } from './table.ts'
import { understand } from './understand.ts'
import { isIntact, unzipped, unzippedStart } from './unzip.ts'
import { isXmlSpreadsheet, xmlSheets } from './xml-spreadsheet.ts'
import { type ZipEntry, zipDirectory } from './zip-directory.ts'

// The door to hucre, and with it the one file of the pure rooms that waits: hucre inflates and reads
// large sheets in steps. It still touches nothing but the bytes it is given.

/** A workbook with its visible sheets, read when asked. `rowsMax` null: all of them. */
type Book = {
  readonly kind: Understanding['kind']
  readonly encoding: string
  readonly names: readonly string[]
  readonly tableOf: (name: string, rowsMax: number | null) => Promise<Table | null>
}

type Refusal = Extract<Opened, { outcome: 'refused' }>

/**
 * Opens .xlsx, legacy .xls (binary and XML), .ods and tables in HTML pages, told apart by content.
 * The sheet with the sales is found by looking at the first rows of each visible one; it then goes
 * the same way as a text file. What cannot be read ends in a refusal with its reason, whatever the
 * file holds.
 */
export const openWorkbook = async (bytes: Uint8Array, hints: ReadHints): Promise<Opened> => {
  try {
    const book = await bookOf(bytes)
    return 'outcome' in book ? book : await openBook(book, hints)
  } catch (error) {
    if (error instanceof Unreadable) return refused('spreadsheet', error.message)
    throw error
  }
}

/** hucre could not make sense of the file; what our own code throws is a bug and stays one. */
class Unreadable extends Error {}

const unreadable = (cause: unknown): never => {
  throw new Unreadable(cause instanceof Error ? cause.message : String(cause), { cause })
}

/** The rows of a streaming reader, whose complaints are about the file. */
async function* readable<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  try {
    yield* rows
  } catch (error) {
    unreadable(error)
  }
}

const refused = (reason: RefusalReason, detail: string): Refusal => ({
  outcome: 'refused',
  reason,
  detail,
})

const bookOf = (bytes: Uint8Array): Promise<Book | Refusal> => {
  if (startsWith(bytes, OLE)) return legacyBook(bytes)
  return startsWith(bytes, ZIP) ? zippedBook(bytes) : Promise.resolve(markupBook(bytes))
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte)

/** Rows of each sheet looked at to find the one with the sales: titles, heading and some weeks. */
const SAMPLE_ROWS = 300
/** A sheet a day for half a year. Leaving some out unseen could leave out the right one. */
const SHEETS_MAX = 200

const openBook = async (book: Book, hints: ReadHints): Promise<Opened> => {
  const [only, second] = book.names
  if (only === undefined) return refused('empty', 'no visible sheet')
  if (second === undefined) return readSheet(book, only, { hints, rowsMax: null })
  if (book.names.length > SHEETS_MAX) return refused('too-big', `${book.names.length} sheets`)
  const looked: LookedAt[] = []
  for (const name of book.names) {
    looked.push({ name, opened: await readSheet(book, name, { hints, rowsMax: SAMPLE_ROWS }) })
  }
  const choice = chooseSheet(looked, hints.answers['sheet'])
  if (choice === null) return refused('empty', 'no sheet with cells')
  if (choice.kind === 'ask') return choice.opened
  const opened = await readSheet(book, choice.name, { hints, rowsMax: null })
  return underLayout(opened, choice.layout)
}

const readSheet = async (
  { kind, encoding, tableOf }: Book,
  sheet: string,
  { hints, rowsMax }: { readonly hints: ReadHints; readonly rowsMax: number | null },
): Promise<Opened> => {
  const table = await tableOf(sheet, rowsMax)
  if (table === null) return refused('too-big', `sheet ${sheet}`)
  if (table.rows === 0) return refused('empty', `sheet ${sheet}`)
  return understand(table, { kind, encoding, delimiter: null, sheet, hints })
}

const zippedBook = async (bytes: Uint8Array): Promise<Book | Refusal> => {
  const directory = zipDirectory(bytes)
  if (directory.kind !== 'entries') {
    return refused(directory.kind === 'too-big' ? 'too-big' : 'spreadsheet', directory.detail)
  }
  const { entries } = directory
  const find = (pattern: RegExp) => entries.find(({ name }) => pattern.test(name))
  // hucre reads this one wrongly without saying so.
  if (find(/^xl\/workbook\.bin$/)) return refused('spreadsheet', 'a binary workbook (.xlsb)')
  const content = find(/^content\.xml$/)
  if (content) return odsBook(bytes, content)
  const whole = entries.find(({ name, size }) => !SHEET.test(name) && size > WHOLE_PART_BYTES_MAX)
  if (whole) return refused('too-big', `${whole.name}: ${whole.size} bytes`)
  // hucre checks no sums on a sheet it streams: one flipped bit would be a wrong price.
  for (const entry of entries.filter(({ name }) => SHEET.test(name))) {
    if (!(await isIntact(bytes, entry))) return refused('spreadsheet', `${entry.name} is damaged`)
  }
  return xlsxBook(bytes, entries)
}

const SHEET = /^xl\/worksheets\//
/** Parts that are held as one text while they are read; V8 holds no text twice as long. */
const WHOLE_PART_BYTES_MAX = 256 * 1024 * 1024

const xlsxBook = async (bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Book> => {
  const names: string[] = []
  // Asking for no sheet at all lists them without reading any.
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) names.push(name)
      return false
    },
  }).catch(unreadable)
  const parts = {
    workbook: await textAt(bytes, entries, 'xl/workbook.xml'),
    relations: await textAt(bytes, entries, 'xl/_rels/workbook.xml.rels'),
    styles: await textAt(bytes, entries, 'xl/styles.xml'),
  }
  return {
    kind: 'xlsx',
    encoding: 'utf-8',
    names: names.filter((name) => !WITHOUT_CELLS.test(sheetPath(parts, name) ?? '')),
    tableOf: async (name, rowsMax) => {
      const start = await textAt(bytes, entries, sheetPath(parts, name) ?? '')
      return xlsxTable(bytes, { sheet: name, rowsMax, marks: formatMarks(parts, start) })
    },
  }
}

/** A chart on a page of its own, and what macros and dialogues of the nineties were kept in. */
const WITHOUT_CELLS = /(?:chart|dialog|macro)sheets\//

/** The text of a part that says how things look, or the first stretch of a sheet. */
const textAt = async (
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  path: string,
): Promise<string> => {
  const entry = entries.find(({ name }) => name === path)
  if (entry === undefined) return ''
  const bytesMax = SHEET.test(path) ? SHEET_START_BYTES : FORMAT_BYTES_MAX
  return new TextDecoder().decode(await unzippedStart(bytes, entry, bytesMax))
}

/** Some hundred rows of cells: a column wears one format. */
const SHEET_START_BYTES = 128 * 1024
/** Styles of a workbook that was passed around for years; more are clutter that says nothing new. */
const FORMAT_BYTES_MAX = 8 * 1024 * 1024

type XlsxSheet = {
  readonly sheet: string
  readonly rowsMax: number | null
  readonly marks: ReadonlyMap<number, string>
}

/** Places beyond the columns we read: a stray cell at the far right of a row costs 16,000 of them. */
const STRAY_PLACES_MAX = 4_000_000

const xlsxTable = async (
  bytes: Uint8Array,
  { sheet, rowsMax, marks }: XlsxSheet,
): Promise<Table | null> => {
  const table = sheetTable(marks)
  let stray = 0
  const rows = streamXlsxRows(bytes, { sheet, maxRows: rowsMax ?? ROWS_MAX })
  for await (const row of readable(rows)) {
    stray += Math.max(0, row.values.length - COLUMNS_MAX)
    const cells = row.values.slice(0, COLUMNS_MAX).map(sheetCell)
    if (stray > STRAY_PLACES_MAX || !table.add(cells, row.index + 1)) return null
  }
  return table.result()
}

/** Excel has no more; a file that claims to is not one. */
const ROWS_MAX = 1_048_576

const odsBook = async (bytes: Uint8Array, content: ZipEntry): Promise<Book | Refusal> => {
  if (content.size > WHOLE_PART_BYTES_MAX)
    return refused('too-big', `${content.size} bytes of cells`)
  const unpacked = await unzipped(bytes, content)
  if (unpacked === null) return refused('spreadsheet', 'the file is damaged')
  const xml = new TextDecoder().decode(unpacked)
  const sheets = odsSheets(xml)
  if (sheets === null) return refused('spreadsheet', 'its cells are encrypted or damaged')
  if (!isOdsBearable(xml)) return refused('too-big', 'rows repeated without end')
  const rows = new Map<number, SheetRow[]>()
  for await (const { sheetIndex = 0, index, values } of readable(streamOdsRows(bytes))) {
    const own = rows.get(sheetIndex) ?? []
    own.push({ line: index + 1, cells: values.map(sheetCell) })
    rows.set(sheetIndex, own)
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden)
  return bookInMemory(
    'ods',
    'utf-8',
    visible.map((sheet: OdsSheet) => ({ name: sheet.name, rows: rows.get(sheet.index) ?? [] })),
  )
}

const legacyBook = async (bytes: Uint8Array): Promise<Book | Refusal> => {
  const content = oleContent(bytes)
  if (content.kind === 'protected') return refused('spreadsheet', 'protected with a password')
  if (content.kind === 'other') return refused('spreadsheet', content.detail)
  const { sheets } = await readXls(bytes).catch(unreadable)
  const visible = sheets.filter(({ name }) => !content.hidden.has(name))
  // The old format keeps its texts in UTF-16, whatever the shop's code page was.
  return bookInMemory(
    'xls',
    'utf-16le',
    visible.map(({ name, rows }) => ({ name, rows: numbered(rows) })),
  )
}

const markupBook = (bytes: Uint8Array): Book | Refusal => {
  const { text, encoding } = decode(bytes)
  if (!isXmlSpreadsheet(text.slice(0, XML_START_CHARS))) return htmlBook(text, encoding)
  const visible = xmlSheets(text).filter(({ isHidden }) => !isHidden)
  return bookInMemory('xls', encoding, visible)
}

/** The declaration with its name spaces, behind a comment or two. */
const XML_START_CHARS = 8192

const htmlBook = (text: string, encoding: string): Book | Refusal => {
  const tables = innermostTables(text).map((html, i) => ({
    name: `table ${i + 1}`,
    rows: numbered(htmlRows(html)),
  }))
  const filled = tables.filter(({ rows }) => rows.length > 1)
  return filled.length === 0 ? refused('html-page', '') : bookInMemory('html', encoding, filled)
}

/** Cells are texts as in a CSV; guessing at `15.000` one by one is what the columns are for. */
const htmlRows = (html: string) => {
  try {
    return fromHtml(html, { typeInference: false, classes: false }).rows
  } catch (error) {
    return unreadable(error)
  }
}

type SheetRow = { readonly line: number; readonly cells: readonly SheetCell[] }

const numbered = (rows: readonly Parameters<typeof sheetCell>[0][][]): SheetRow[] =>
  // A legacy sheet leaves holes where rows are empty.
  Array.from(rows, (cells, i) => ({ line: i + 1, cells: (cells ?? []).map(sheetCell) }))

const bookInMemory = (
  kind: Book['kind'],
  encoding: string,
  sheets: readonly { readonly name: string; readonly rows: readonly SheetRow[] }[],
): Book => ({
  kind,
  encoding,
  names: sheets.filter(({ rows }) => rows.length > 0).map(({ name }) => name),
  tableOf: (name, rowsMax) => {
    const table = sheetTable()
    const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? []
    const fits = rows
      .slice(0, rowsMax ?? ROWS_MAX)
      .every(({ cells, line }) => table.add(cells, line))
    return Promise.resolve(fits ? table.result() : null)
  },
})
