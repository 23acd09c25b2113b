import { attribute, plainText } from './xml-text.ts'

/** A sheet of an OpenDocument spreadsheet by its place among all sheets, from 0. */
export type OdsSheet = { readonly index: number; readonly name: string; readonly isHidden: boolean }

/**
 * The sheets named in `content.xml` (OpenDocument 1.3 part 3, 9.1.2 and 20.377 table:display), null
 * when this is no such document: an encrypted one has noise in its place.
 */
export const odsSheets = (xml: string): OdsSheet[] | null => {
  if (!/<office:document-content\b/.test(xml.slice(0, HEAD_CHARS))) return null
  const hidden = hiddenStyles(xml)
  return [...xml.matchAll(/<table:table\s([^<>]*)>/g)].map(([, attributes = ''], index) => ({
    index,
    name: plainText(attribute(attributes, 'table:name') ?? `${index + 1}`),
    isHidden: hidden.has(attribute(attributes, 'table:style-name') ?? ''),
  }))
}

const HEAD_CHARS = 20_000

/** Sheets are hidden through their style. */
const hiddenStyles = (xml: string): ReadonlySet<string> => {
  const names = new Set<string>()
  let name: string | null = null
  for (const [, tag, attributes = ''] of xml.matchAll(STYLE)) {
    if (tag === 'style') name = attribute(attributes, 'style:name')
    else if (name !== null && /table:display="false"/.test(attributes)) names.add(name)
  }
  return names
}

const STYLE = /<style:(style|table-properties)\s([^<>]*)>/g

/** Cells after every repetition is written out; the same bound that keeps large sheets in memory. */
const CELLS_MAX = 20_000_000

/**
 * False when the repetitions in this document write out more cells than a spreadsheet has: a row of
 * thousands of equal cells, repeated a million times, fits into a kilobyte. Empty rows and cells at
 * a row's end repeat to the edge of the sheet in every file and cost nothing.
 */
export const isOdsBearable = (xml: string): boolean => {
  let cells = 0
  let row = { repeat: 1, upTo: 0, width: 0 }
  for (const [tag, kind, attributes = ''] of xml.matchAll(ROW_OR_CELL)) {
    if (kind === 'table-row') {
      cells += row.repeat * row.width
      row = { repeat: repeated(attributes, 'rows'), upTo: 0, width: 0 }
    } else {
      row.upTo += repeated(attributes, 'columns')
      if (!tag.endsWith('/>') && kind === 'table-cell') row.width = row.upTo
    }
    if (cells + row.repeat * row.width > CELLS_MAX) return false
  }
  return true
}

const ROW_OR_CELL = /<table:(table-row|table-cell|covered-table-cell)\b([^<>]*)>/g

const repeated = (attributes: string, what: 'rows' | 'columns'): number => {
  // Most cells stand once, and there are millions of them.
  if (!attributes.includes('-repeated=')) return 1
  return Number(attribute(attributes, `table:number-${what}-repeated`) ?? '1') || 1
}
