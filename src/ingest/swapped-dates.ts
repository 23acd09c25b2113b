/** `13/04/2026`, with or without a time: what a spreadsheet of the other habit left as text. */
const WRITTEN = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:\s.*)?$/
const REAL = /^(\d{4})-(\d{2})-(\d{2})( .*)?$/
const MONTHS_IN_YEAR = 12
/**
 * A file of a whole year names every month. But this many days, none after the twelfth of its month,
 * beside texts that are all after it, are no chance: 0.4 to the power of 20 is one in a hundred million.
 */
const DATES_SURE = 20

/**
 * A file of `03/04/2026` opened where the month is written first turns into real dates up to the
 * twelfth of each month, day and month swapped, and stays text after it. Both halves together tell:
 * the texts name months beyond doubt, and swapped back all the real dates fall into these, which they
 * do not as they stand (or there are too many to lie before the thirteenth by chance).
 * `real`: the texts that stand for real dates of the sheet.
 */
export const unswapped = (
  values: readonly string[],
  real: ReadonlySet<string>,
): readonly string[] => {
  const written = values.flatMap((text) => (real.has(text) ? [] : monthWritten(text)))
  const dates = values.flatMap((text) => (real.has(text) ? partsOf(text) : []))
  if (written.length === 0 || dates.length === 0 || written.includes(null)) return values
  const months = written.filter((month) => month !== null)
  const [first, last] = [Math.min(...months), Math.max(...months)]
  const isAmong = (month: number) => month >= first && month <= last
  const isBetter = dates.some(({ month }) => !isAmong(month)) || dates.length >= DATES_SURE
  const isSwapped = isBetter && dates.every(({ day }) => isAmong(day))
  return isSwapped ? values.map((text) => (real.has(text) ? swapped(text) : text)) : values
}

type DateParts = { readonly month: number; readonly day: number }

const partsOf = (text: string): DateParts[] => {
  const match = REAL.exec(text)
  return match ? [{ month: Number(match[2]), day: Number(match[3]) }] : []
}

/** The month of a written date that has one reading; null where it has two. */
const monthWritten = (text: string): (number | null)[] => {
  const match = WRITTEN.exec(text)
  if (!match) return []
  const [first, second] = [Number(match[1]), Number(match[2])]
  if (first > MONTHS_IN_YEAR && second <= MONTHS_IN_YEAR) return [second]
  return second > MONTHS_IN_YEAR && first <= MONTHS_IN_YEAR ? [first] : [null]
}

const swapped = (text: string): string => text.replace(REAL, '$1-$3-$2$4')
