/** A real date or time of a sheet, as ISO text. */
type SheetDate = { readonly date: string }

/** A cell of a sheet for the reader: real numbers and dates stay such, everything else is text. */
export type SheetCell = string | number | SheetDate

/** A cell as a workbook holds it. */
type WorkbookCell = string | number | boolean | Date | null | undefined

/** Real dates become ISO text, `2026-01-15 14:30`; the clock of the machine plays no part. */
export const sheetCell = (value: WorkbookCell): SheetCell => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return Number.isFinite(value) ? value : ''
  return value instanceof Date ? dateCell(value.getTime()) : value
}

const SECOND_MS = 1000
const DAY_MS = 86_400_000

/** `ms`: UTC milliseconds whose UTC date and time are the ones the sheet shows. */
const dateCell = (ms: number): SheetCell => {
  if (Number.isNaN(ms)) return ''
  // A time is a fraction of a day and rarely a whole second to the last bit.
  const iso = new Date(Math.round(ms / SECOND_MS) * SECOND_MS).toISOString()
  const [day = '', time = ''] = iso.split('T')
  const clock = time.slice(0, time.startsWith(':00', 5) ? 5 : 8)
  if (TIME_ONLY_DAYS.includes(day)) return clock
  return isFalseDate(day) ? serialOf(ms) : { date: `${day} ${clock}` }
}

/** Day zero of the two calendars spreadsheets count in: a time without a date lies there. */
const TIME_ONLY_DAYS = ['1899-12-31', '1899-12-30', '1904-01-01']

/**
 * hucre takes the number format of the Peruvian sol (`[$S/ -280A]`) for one with seconds in it, and
 * prices for the days of a century ago. No till export holds real dates before this year, so they go
 * back to the numbers they were. Numbers from 59 to 61 all fall on one day there: that one stays a
 * date, and so its line is shown to the owner.
 */
const FIRST_REAL_YEAR = '1980'
const AMBIGUOUS_DAY = '1900-02-28'

const isFalseDate = (day: string): boolean => day < FIRST_REAL_YEAR && day !== AMBIGUOUS_DAY

const SERIAL_ZERO_MS = Date.UTC(1899, 11, 31)
/** Spreadsheets count a 29 February 1900 that never was: later days are one further on. */
const DAYS_BEFORE_LEAP_BUG = 59
/** A millisecond is a hundred millionth of a day: digits beyond are noise. */
const SERIAL_PRECISION = 1e6

const serialOf = (ms: number): number => {
  const days = Math.round(((ms - SERIAL_ZERO_MS) / DAY_MS) * SERIAL_PRECISION) / SERIAL_PRECISION
  return days > DAYS_BEFORE_LEAP_BUG ? days + 1 : days
}

const MIDNIGHT = /^(\d{4}-\d{2}-\d{2}) 00:00$/
const CLOCK = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/

/** A column of whole days needs no clock; where one row has a time, midnight is one as well. */
export const bareDays = (values: readonly string[]): readonly string[] => {
  const hasTimes = values.some((text) => CLOCK.test(text) && !MIDNIGHT.test(text))
  return hasTimes ? values : values.map((text) => text.replace(MIDNIGHT, '$1'))
}
