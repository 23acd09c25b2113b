import { type CellValue, type WriteSheet, writeXlsx } from 'hucre'
import type { Day } from '../sales/day.ts'

/** A workbook before it is bytes: real numbers and dates with their formats, in the owner's language. */
export type Book = { readonly title: string; readonly sheets: readonly Sheet[] }

export type Sheet = {
  readonly name: string
  readonly columns: readonly { readonly width: number }[]
  /** The first row holds the headings and stays in sight. */
  readonly rows: readonly (readonly Cell[])[]
  /** The last row is a sum and stands out. */
  readonly hasTotal?: boolean
  /** One under another beside the rows. */
  readonly pictures?: readonly BookPicture[]
}

/** `format` is Excel's own, such as `#,##0`; separators follow the reader's computer. */
export type Cell =
  | string
  | null
  | { readonly number: number; readonly format: string }
  | { readonly day: Day }

/** A PNG with what it shows in words; pixels as drawn, shown at half of them. */
export type BookPicture = {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** The workbook as .xlsx bytes. Text that a spreadsheet would run as a formula is made harmless. */
export const writeBook = (book: Book): Promise<Uint8Array> =>
  writeXlsx({
    properties: { title: book.title, creator: 'Shopbell' },
    sheets: uniquelyNamed(book.sheets).map(written),
  })

const written = (sheet: Sheet): WriteSheet => {
  const formats = columnFormats(sheet)
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }, at) => {
      const numFmt = formats[at] ?? null
      return numFmt === null ? { width } : { width, numFmt }
    }),
    freezePane: { rows: 1 },
    rows: sheet.rows.map((row) => row.map(cellValue)),
    cells: stylesOf(sheet, formats),
    images: placed(sheet),
  }
}

/**
 * The format that all figures of a column share, null where they differ: said once, 100,000 rows of ten
 * columns take 7 s and 600 MB instead of 14 s and 1 GB.
 */
const columnFormats = ({ rows, columns }: Sheet): readonly (string | null)[] => {
  const formats = columns.map(() => new Set<string>())
  for (const row of rows) {
    for (const [at, cell] of row.entries()) {
      const format = formatOf(cell)
      if (format !== null) formats[at]?.add(format)
    }
  }
  return formats.map(([only, ...others]) => (others.length > 0 ? null : (only ?? null)))
}

const cellValue = (cell: Cell): CellValue => {
  if (cell === null) return null
  if (typeof cell === 'string') return harmless(cell)
  return 'day' in cell ? new Date(`${cell.day}T00:00:00Z`) : cell.number
}

const DAY_FORMAT = 'yyyy-mm-dd'
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE3F1EF' } } as const

/** Styles of single cells: headings, the sum, and figures that are not written as the rest of their column. */
const stylesOf = (
  { rows, hasTotal }: Sheet,
  formats: readonly (string | null)[],
): NonNullable<WriteSheet['cells']> => {
  const last = rows.length - 1
  const styles: NonNullable<WriteSheet['cells']> = new Map()
  for (const [at, row] of rows.entries()) {
    const isStrong = at === 0 || (hasTotal === true && at === last)
    for (const [column, cell] of row.entries()) {
      const format = formatOf(cell)
      if (!isStrong && (format === null || format === formats[column])) continue
      const style = {
        ...(isStrong && { font: { bold: true } }),
        ...(at === 0 && { fill: HEAD_FILL }),
        ...(format !== null && { numFmt: format }),
      }
      styles.set(`${at},${column}`, { style })
    }
  }
  return styles
}

const formatOf = (cell: Cell): string | null => {
  if (cell === null || typeof cell === 'string') return null
  return 'day' in cell ? DAY_FORMAT : cell.format
}

/** Screens show a picture drawn for phones at half its pixels. */
const PICTURE_SCALE = 0.5
const ROW_HEIGHT_PX = 20

const placed = ({ pictures = [], columns }: Sheet): NonNullable<WriteSheet['images']> => {
  let row = 1
  return pictures.map(({ bytes, width, height, alt }) => {
    const image = {
      data: bytes,
      type: 'png' as const,
      anchor: { from: { row, col: columns.length + 1 } },
      width: width * PICTURE_SCALE,
      height: height * PICTURE_SCALE,
      altText: alt,
    }
    row += Math.ceil((height * PICTURE_SCALE) / ROW_HEIGHT_PX) + 1
    return image
  })
}

/** Excel takes no longer name, some characters in none, and no name twice. */
const SHEET_NAME_CHARS_MAX = 31

export const sheetName = (name: string): string =>
  name.replace(/[\\/?*[\]:]/g, ' ').slice(0, SHEET_NAME_CHARS_MAX)

const uniquelyNamed = (sheets: readonly Sheet[]): Sheet[] => {
  const taken = new Set<string>()
  return sheets.map((sheet, index) => {
    const name = sheetName(sheet.name)
    const own = taken.has(name.toLowerCase()) ? sheetName(`${index + 1} ${name}`) : name
    taken.add(own.toLowerCase())
    return { ...sheet, name: own }
  })
}

/** What a spreadsheet would take for a formula, now or after it is saved as CSV (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r]/
/** `-5`, `-1.500,25`: a refund is no formula and must stay a number. */
const SIGNED_NUMBER = /^[-+]\d[\d.,]*$/

export const harmless = (text: string): string =>
  FORMULA_START.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text
