import { currencyMark } from './numbers.ts'
import { attribute, plainText } from './xml-text.ts'

/** The parts of an .xlsx that say how its numbers look. */
type FormatParts = {
  readonly workbook: string
  readonly relations: string
  readonly styles: string
}

/**
 * Where a sheet lies in the zip, by its name: `xl/worksheets/sheet1.xml`. Null where the workbook
 * names none.
 */
export const sheetPath = ({ workbook, relations }: FormatParts, sheet: string): string | null => {
  const own = tags(workbook, 'sheet').find(
    (attributes) => plainText(attribute(attributes, 'name') ?? '') === sheet,
  )
  const id = own === undefined ? null : attribute(own, '\\w+:id')
  const relation = tags(relations, 'Relationship').find((one) => attribute(one, 'Id') === id)
  const target = relation === undefined ? null : attribute(relation, 'Target')
  if (target === null) return null
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/**
 * The currency marks that columns of real numbers show through their format alone: a cell holds 12.5
 * and the format puts a dollar before it. By column from 0; without them dollars would be added up as
 * rupiah. `sheetStart`: the first stretch of the sheet's XML.
 */
export const formatMarks = (
  { styles }: FormatParts,
  sheetStart: string,
): ReadonlyMap<number, string> => {
  const byStyle = styleMarks(styles)
  const seen = new Map<number, (string | null)[]>()
  for (const [, attributes = ''] of sheetStart.matchAll(NUMBER_CELL)) {
    const column = columnOf(attribute(attributes, 'r') ?? '')
    const mark = byStyle[Number(attribute(attributes, 's') ?? '0')] ?? null
    seen.set(column, [...(seen.get(column) ?? []), mark])
  }
  return new Map(
    [...seen].flatMap(([column, marks]) => {
      const mark = marks.find((one) => one !== null) ?? null
      const shown = marks.filter((one) => one === mark).length
      return mark !== null && shown > marks.length / 2 ? [[column, mark] as const] : []
    }),
  )
}

/** Cells with a number in them: no type, or the type n. */
const NUMBER_CELL =
  /<c\s((?:(?!\bt=)[^<>])*|[^<>]*\bt="n"[^<>]*)>\s*(?:<f\b[^<>]*(?:\/>|>[^<]*<\/f>)\s*)?<v>/g

const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`, 'g'))].map(
    ([, found = '']) => found,
  )

/** The currency mark of each cell style, by its number. */
const styleMarks = (styles: string): (string | null)[] => {
  const codes = new Map(
    tags(styles, 'numFmt').map((one) => [
      attribute(one, 'numFmtId'),
      plainText(attribute(one, 'formatCode') ?? ''),
    ]),
  )
  const start = styles.indexOf('cellXfs')
  const cellFormats = start === -1 ? '' : styles.slice(start, styles.indexOf('cellXfs>', start + 9))
  return tags(cellFormats, 'xf').map((one) => markOf(codes.get(attribute(one, 'numFmtId')) ?? ''))
}

/** `[$Rp-421]` names a currency and where it is written so; `[$-421]` only the latter. */
const BRACKETED = /\[\$([^\]-]*)(?:-[^\]]*)?\]/g

/** Excel takes no longer format. */
const FORMAT_CHARS_MAX = 255

const markOf = (code: string): string | null =>
  currencyMark(code.slice(0, FORMAT_CHARS_MAX).replace(BRACKETED, ' $1 '))

/** 0 for A1, 27 for AB12. */
const columnOf = (place: string): number =>
  [...place.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) -
  1
