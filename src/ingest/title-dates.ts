import { looksLikeDate } from './dates.ts'
import { hasDates, type Shaped, writtenColumn } from './reshape.ts'
import { rowCells } from './table.ts'
import { totalLabel } from './total-words.ts'

/**
 * Daily reports have no date column: the day stands in the title (`Tanggal: 15/01/2026`), on a row of
 * its own above each day's sales, or in the file's name only. Such a date holds for the rows below it
 * until the next. A title with two different dates is a period and dates nothing.
 */
export const withTitleDates = (shaped: Shaped, fileName: string | null): Shaped => {
  const { table, header } = shaped
  if (hasDates(shaped)) return shaped
  const titles = datesIn(titleRows(shaped).flatMap((row) => rowCells(table, row)))
  const groups = groupRows(shaped)
  const named = titles.length === 0 ? datesIn([fileName ?? '']) : []
  const first = onlyOne(titles) ?? onlyOne(named)
  if (first === null && groups.size === 0) return shaped
  const texts = carried(shaped, groups, first)
  const column = writtenColumn(table, [...texts.keys()], (row) => texts.get(row) ?? '')
  return {
    table: { ...table, columns: [...table.columns, column] },
    header: {
      ...header,
      names: [...header.names, first ?? [...groups.values()][0] ?? ''],
      known: new Map([...header.known, [table.columns.length, 'date' as const]]),
      groupRows: new Set(groups.keys()),
    },
  }
}

const onlyOne = (dates: readonly string[]): string | null =>
  new Set(dates).size === 1 ? (dates[0] ?? null) : null

const DATE_IN_TEXT =
  /(?<![\d-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?<![\d/-])\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?![\d/-])|(?<!\d)\d{1,2}[ _-]\p{L}{3,}[ _-]\d{4}(?!\d)|\p{L}{3,} \d{1,2}, \d{4}/gu
/** The day a report was printed is not the day of its sales. */
const PRINTED =
  /cetak|print|dibuat|generated|export|diunduh|download|created|impreso|gerado|erstellt/i

/** `1 - 31 Maret 2026`: a period, of which the last day is no more the day than the first. */
const PERIOD =
  /\bweek\b|minggu ke|pekan|\bw\/[ec]\b|\bwoche|\bsemaine|\bsemana|\bsettimana|(?<!\d)\d{1,2}(?: \p{L}{3,})?\s*(?:[-–—]|s\/?d\.?|sampai|hingga|to|until|al?|bis|au)\s*\d{1,2}[ _-]\p{L}{3,}[ _-]\d{4}|\p{L}{3,} \d{1,2}\s*[-–—]\s*\d{1,2}, \d{4}/iu

const datesIn = (texts: readonly string[]): string[] =>
  texts
    .filter((text) => !PRINTED.test(text) && !PERIOD.test(text))
    .flatMap((text) => text.match(DATE_IN_TEXT) ?? [])
    .map((text) => text.replaceAll('_', ' '))
    .filter(looksLikeDate)

const titleRows = ({ header }: Shaped): number[] =>
  Array.from({ length: Math.max(0, header.row) }, (_, row) => row)

/** A sale has a name and an amount at least. */
const GROUP_CELLS_MAX = 2

/** Rows below the heading that hold one date and hardly anything else, with that date. */
const groupRows = ({ table, header }: Shaped): Map<number, string> => {
  const groups = new Map<number, string>()
  for (let row = header.row + 1; row < table.rows; row++) {
    const cells = rowCells(table, row).filter((cell) => cell !== '')
    if (cells.length > GROUP_CELLS_MAX || cells.some((cell) => totalLabel(cell) !== null)) continue
    const date = onlyOne(datesIn(cells))
    if (date !== null) groups.set(row, date)
  }
  return groups
}

const carried = (
  { table, header }: Shaped,
  groups: ReadonlyMap<number, string>,
  first: string | null,
): Map<number, string> => {
  const texts = new Map<number, string>()
  let date = first
  for (let row = header.row + 1; row < table.rows; row++) {
    date = groups.get(row) ?? date
    if (date !== null && !groups.has(row)) texts.set(row, date)
  }
  return texts
}
