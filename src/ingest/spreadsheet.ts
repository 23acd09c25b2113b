import { writeXlsx } from 'hucre'

/** A cell of ours: a number stays one, null is empty. */
export type Cell = string | number | null

/** One page of a workbook; the first row is its heading. */
export type Sheet = {
  readonly name: string
  /** Of the columns, in characters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Excel takes no longer name. */
const SHEET_NAME_CHARS_MAX = 31

/** The one way out for spreadsheets: an .xlsx whose texts can never become formulas. */
export const writeSheets = (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, widths, rows }) => ({
      name: sheetName(name),
      columns: widths.map((width) => ({ width })),
      freezePane: { rows: 1 },
      rows: rows.map((cells) => cells.map((cell) => harmless(cell ?? ''))),
    })),
  })

/** Characters that Excel allows in no sheet's name. */
const sheetName = (name: string): string =>
  name.replace(/[\\/?*[\]:]/g, ' ').slice(0, SHEET_NAME_CHARS_MAX)

/** What a spreadsheet would take for a formula, now or after it is saved as CSV (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r]/
/** `-5`, `-1.500,25`: a refund is no formula and must stay a number. */
const SIGNED_NUMBER = /^[-+]\d[\d.,]*$/

const harmless = (cell: string | number): string | number =>
  typeof cell === 'string' && FORMULA_START.test(cell) && !SIGNED_NUMBER.test(cell)
    ? `'${cell}`
    : cell
