import { type SheetCell, sheetCell } from './cell-text.ts'
import { COLUMNS_MAX } from './table.ts'
import { attribute, plainText } from './xml-text.ts'

/** A sheet of an XML Spreadsheet 2003, with the numbers of its rows. */
export type XmlSheet = {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: readonly { readonly line: number; readonly cells: readonly SheetCell[] }[]
}

/** True for what older tills and reporting servers call .xls: one XML text, no zip. */
export const isXmlSpreadsheet = (start: string): boolean =>
  /<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(start)

/** Reads the sheets of an XML Spreadsheet 2003 ("XML Spreadsheet Reference", Office XP and later). */
export const xmlSheets = (xml: string): XmlSheet[] =>
  xml
    .split(/<(?:\w+:)?Worksheet\s/)
    .slice(1)
    .map((sheet, i) => ({
      name: plainText(attribute(sheet.slice(0, sheet.indexOf('>')), '\\w+:Name') ?? `${i + 1}`),
      isHidden: /<(?:\w+:)?Visible>SheetHidden|<(?:\w+:)?Visible>SheetVeryHidden/.test(sheet),
      rows: rowsOf(sheet),
    }))

const TAG = /<(?:\w+:)?(Row|Cell|Data)\b([^<>]*)>([^<]*)/g

const rowsOf = (sheet: string): XmlSheet['rows'] => {
  const rows: { line: number; cells: SheetCell[] }[] = []
  let row: { line: number; cells: SheetCell[] } = { line: 0, cells: [] }
  let column = 0
  let next = 0
  for (const [, tag, attributes = '', text = ''] of sheet.matchAll(TAG)) {
    if (tag === 'Row') {
      row = { line: ownIndex(attributes) ?? row.line + 1, cells: [] }
      rows.push(row)
      next = 0
    } else if (tag === 'Cell') {
      column = (ownIndex(attributes) ?? next + 1) - 1
      next = column + 1 + Number(attribute(attributes, '\\w+:MergeAcross') ?? '0')
    } else if (column < COLUMNS_MAX) {
      while (row.cells.length < column) row.cells.push('')
      row.cells[column] = cellOf(attribute(attributes, '\\w+:Type'), plainText(text))
    }
  }
  return rows
}

/** Rows and cells that come after a gap say where they stand, counted from 1. */
const ownIndex = (attributes: string): number | null => {
  const index = Number(attribute(attributes, '\\w+:Index') ?? '0')
  return index >= 1 ? index : null
}

const cellOf = (type: string | null, text: string): SheetCell => {
  if (type === 'Number') return sheetCell(Number(text))
  if (type === 'DateTime') return sheetCell(new Date(/Z$/i.test(text) ? text : `${text}Z`))
  return type === 'Boolean' ? sheetCell(text === '1') : text
}
