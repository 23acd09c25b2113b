/** How many cells a row has as written, and how many up to the last one taken. */
export type RowSize = { readonly count: number; readonly width: number }

/**
 * Takes the cell `index`, which lies from `from` up to `to` in the text, blanks around it left out.
 * False for one beyond the columns that are read.
 */
type TakeCell = (index: number, from: number, to: number) => boolean

/**
 * Cuts a record without quotes at every delimiter, as `split` and `trim` would, without copying
 * anything: cells are told by where they lie. Empty ones are only counted.
 */
export const plainCells = (
  text: string,
  record: { readonly start: number; readonly end: number; readonly delimiter: number },
  take: TakeCell,
): RowSize => {
  const { start, end, delimiter } = record
  let [count, width] = [0, 0]
  for (let from = start; from <= end; count++) {
    let to = from
    while (to < end && text.charCodeAt(to) !== delimiter) to++
    const first = firstFilled(text, from, to)
    const last = lastFilled(text, first, to)
    if (first < last && take(count, first, last)) width = count + 1
    from = to + 1
  }
  return { count, width }
}

const firstFilled = (text: string, from: number, to: number): number => {
  let at = from
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return at
}

const lastFilled = (text: string, from: number, to: number): number => {
  let at = to
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

const SPACE = 32
const TAB = 9
const CARRIAGE_RETURN = 13

/** The characters that `trim` takes off: ECMAScript's white space and line ends. */
export const isBlank = (unit: number): boolean => {
  if (unit > LAST_ASCII) return WIDE_BLANKS.has(unit)
  return unit === SPACE || (unit >= TAB && unit <= CARRIAGE_RETURN)
}

const LAST_ASCII = 0x7f
const WIDE_BLANKS = new Set([
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009,
  0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
])
