import { dayNumber } from '../sales/day.ts'
import { type DateCell, type DateOrder, dayUnder, NO_DAY } from './dates.ts'
import { monthOf } from './months.ts'
import type { ReadHints } from './reading.ts'

/** A decided order, or the cell whose two readings the owner must choose between. */
type OrderDecision =
  | { readonly kind: 'decided'; readonly order: DateOrder }
  | { readonly kind: 'open'; readonly example: number }

/** The date column: what each cell code could be, and the codes in the order of the rows. */
type DateEvidence = {
  readonly cells: readonly (DateCell | null)[]
  readonly codes: Uint32Array
  readonly counts: Uint32Array
  /** Other date columns of the file: one program writes all its dates alike. */
  readonly siblings: readonly Pick<DateEvidence, 'cells' | 'counts'>[]
}

/**
 * Decides for the whole column at once which part of `03/04/2026` is the day. Days above twelve
 * settle it, in this column or in another date column of the file. Else, in this order: the owner's
 * own answer for this layout; rows that run on day after day under one order only; dates in the
 * future under the other; the file's name; and the habit of an Indonesian shop where that reading is
 * the tighter one. If all are silent, ask.
 */
export const decideOrder = (evidence: DateEvidence, hints: ReadHints): OrderDecision => {
  const ordered = orderedCells(evidence)
  if (ordered.length > 0 && isYearFirst(ordered, hints)) {
    return { kind: 'decided', order: 'year-first' }
  }
  const isIndifferent = ordered.every(({ cell }) => cell.parts[0] === cell.parts[1])
  if (isIndifferent) return { kind: 'decided', order: 'day-first' }
  const order =
    byCalendar(ordered) ??
    bySiblings(evidence) ??
    answered(hints) ??
    bySequence(evidence, ordered) ??
    byFuture(ordered, hints) ??
    byFileName(ordered, hints) ??
    byHabit(ordered, hints)
  return order === null ? { kind: 'open', example: exampleOf(ordered) } : { kind: 'decided', order }
}

type Ordered = Extract<DateCell, { kind: 'ordered' }>
type OrderedCell = { readonly code: number; readonly cell: Ordered; readonly rows: number }

const orderedCells = ({ cells, counts }: Pick<DateEvidence, 'cells' | 'counts'>): OrderedCell[] =>
  cells.flatMap((cell, code) => {
    const rows = counts[code] ?? 0
    return cell?.kind === 'ordered' && rows > 0 ? [{ code, cell, rows }] : []
  })

const CIVIL_ORDERS = ['day-first', 'month-first'] as const

/** Rows that only one order can read; the majority wins, the rest become bad dates, never swapped. */
const byCalendar = (ordered: readonly OrderedCell[]): DateOrder | null => {
  const fits = (order: DateOrder) =>
    sum(ordered.filter(({ cell }) => dayUnder(cell, order) !== NO_DAY).map(({ rows }) => rows))
  const [dayFirst, monthFirst] = [fits('day-first'), fits('month-first')]
  if (dayFirst === monthFirst) return null
  return dayFirst > monthFirst ? 'day-first' : 'month-first'
}

const bySiblings = ({ siblings }: DateEvidence): DateOrder | null =>
  siblings
    .map((sibling) => orderedCells(sibling))
    .map((cells) => (cells.length === 0 ? null : byCalendar(cells)))
    .find((order) => order !== null) ?? null

/**
 * `26-01-15`: two-digit years in front. The first part is this year or one of the two before in every
 * row, and read the other way round some row would not be.
 */
const isYearFirst = (ordered: readonly OrderedCell[], hints: ReadHints): boolean => {
  const thisYear = Number(hints.today.slice(2, 4))
  const isRecent = (year: number) => year <= thisYear && year >= thisYear - RECENT_YEARS
  return (
    ordered.every(
      ({ cell }) =>
        !cell.longYear && isRecent(cell.parts[0]) && dayUnder(cell, 'year-first') !== NO_DAY,
    ) && ordered.some(({ cell }) => !isRecent(cell.parts[2]))
  )
}

/** Owners upload this year and the last; day numbers beyond collide with years. */
const RECENT_YEARS = 2

const answered = (hints: ReadHints): DateOrder | null =>
  CIVIL_ORDERS.find((order) => order === hints.answers['date-order']) ?? null

/**
 * Sales happen on neighbouring days: the wrong order scatters them over the year. One order wins
 * when its days lie at least three times as dense as the other's, or when only under it the rows
 * stand in order of time; both signs must not contradict each other.
 */
const bySequence = (evidence: DateEvidence, ordered: readonly OrderedCell[]): DateOrder | null => {
  const [dayFirst, monthFirst] = CIVIL_ORDERS.map((order) =>
    density(ordered, order, SEQUENCE_DATES_MIN),
  )
  const [dayRun, monthRun] = CIVIL_ORDERS.map((order) => runsInOrder(evidence, order))
  if (dayFirst === undefined || monthFirst === undefined) return null
  const isTelling =
    readDays(ordered, 'day-first').size >= MANY_DATES ||
    Math.max(dayFirst, monthFirst) >= FEW_DENSITY_MIN
  const dense =
    isMonthly(ordered) || !isTelling ? null : preferred(dayFirst, monthFirst, DENSITY_FACTOR)
  const running = dayRun === monthRun ? null : CIVIL_ORDERS[dayRun ? 0 : 1]
  if (dense !== null && running != null && dense !== running) return null
  const found = dense ?? running ?? null
  return found === 'month-first' && isEveryMonth(ordered) ? null : found
}

const DENSITY_FACTOR = 3
/** A handful of dates must lie close together, at least one day in four, to say anything. */
const MANY_DATES = 6
const FEW_DENSITY_MIN = 0.25
/** Two dates are neighbours by chance too often. */
const SEQUENCE_DATES_MIN = 3
/** Fewer different dates than this run in some order by chance: five do once in sixty files. */
const RUN_DATES_MIN = 6

/** `01/01, 01/02, 01/03` may be three days or the firsts of three months: no sign either way. */
const isMonthly = (ordered: readonly OrderedCell[]): boolean =>
  ordered.every(({ cell }) => cell.parts[0] === 1) ||
  ordered.every(({ cell }) => cell.parts[1] === 1)

/**
 * `05/01, 05/02 … 05/12` may be the fifth of each month, when the rent of a stall is paid, as well as
 * twelve days of May.
 */
const isEveryMonth = (ordered: readonly OrderedCell[]): boolean => {
  const [first] = ordered
  const isSameDay = ordered.every(
    ({ cell, rows }) => cell.parts[0] === first?.cell.parts[0] && rows === 1,
  )
  const months = new Set(ordered.map(({ cell }) => cell.parts[1]))
  return isSameDay && months.size === ordered.length && months.size >= EVERY_MONTH_MIN
}

/** Three or four days in a row are an ordinary week; half a year of one day each is a habit. */
const EVERY_MONTH_MIN = 6

const preferred = (dayFirst: number, monthFirst: number, factor: number): DateOrder | null => {
  if (dayFirst === 0 || monthFirst === 0) return null
  if (dayFirst >= monthFirst * factor) return 'day-first'
  return monthFirst >= dayFirst * factor ? 'month-first' : null
}

/** Different days per day of the span they cover. */
const density = (ordered: readonly OrderedCell[], order: DateOrder, datesMin = 2): number => {
  const days = readDays(ordered, order)
  return days.size < datesMin ? 0 : days.size / (maxOf(days) - minOf(days) + 1)
}

const readDays = (ordered: readonly OrderedCell[], order: DateOrder): Set<number> =>
  new Set(ordered.map(({ cell }) => dayUnder(cell, order)).filter((days) => days !== NO_DAY))

/** True when the rows' dates never go back (or never go forward) under this order. */
const runsInOrder = ({ cells, codes }: DateEvidence, order: DateOrder): boolean => {
  const days = cells.map((cell) => (cell === null ? NO_DAY : dayUnder(cell, order)))
  let [ups, downs, last] = [0, 0, NO_DAY]
  for (const code of codes) {
    const current = days[code] ?? NO_DAY
    if (current === NO_DAY) continue
    if (last !== NO_DAY && current > last) ups++
    if (last !== NO_DAY && current < last) downs++
    last = current
  }
  return Math.max(ups, downs) >= RUN_DATES_MIN - 1 && Math.min(ups, downs) === 0
}

/** Nobody has sold anything tomorrow. A day of grace for shops ahead of the clock. */
const byFuture = (ordered: readonly OrderedCell[], hints: ReadHints): DateOrder | null => {
  const limit = dayNumber(hints.today) + 1
  const [dayFirst, monthFirst] = CIVIL_ORDERS.map(
    (order) => maxOf(readDays(ordered, order)) > limit,
  )
  if (dayFirst === monthFirst) return null
  return dayFirst ? 'month-first' : 'day-first'
}

/** `penjualan_maret.csv`, `sales-2026-03.csv`: the order that puts every date into that month. */
const byFileName = (ordered: readonly OrderedCell[], hints: ReadHints): DateOrder | null => {
  const month = monthInName(hints.fileName ?? '')
  if (month === null) return null
  const [dayFirst, monthFirst] = CIVIL_ORDERS.map((order) =>
    ordered.every(({ cell }) => cell.parts[order === 'day-first' ? 1 : 0] === month),
  )
  if (dayFirst === monthFirst) return null
  return dayFirst ? 'day-first' : 'month-first'
}

const monthInName = (fileName: string): number | null => {
  const words = fileName.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  const named = words.map(monthOf).find((month) => month !== undefined)
  if (named !== undefined) return named
  const numbered = /(?<!\d)20\d{2}[-_. ]?(0[1-9]|1[0-2])(?!\d{3})/.exec(fileName)
  return numbered ? Number(numbered[1]) : null
}

/**
 * Indonesia, Latin America and Brazil write the day first; English is spoken on both sides. Enough where
 * that also is the tighter reading, not against it.
 */
const byHabit = (ordered: readonly OrderedCell[], hints: ReadHints): DateOrder | null => {
  if (hints.language === 'en') return null
  const dayFirst = density(ordered, 'day-first')
  return dayFirst > density(ordered, 'month-first') * HABIT_FACTOR ? 'day-first' : null
}

const HABIT_FACTOR = 2

/** The most frequent date whose two readings differ. */
const exampleOf = (ordered: readonly OrderedCell[]): number =>
  [...ordered]
    .filter(({ cell }) => cell.parts[0] !== cell.parts[1])
    .sort((a, b) => b.rows - a.rows)[0]?.code ?? 0

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const maxOf = (values: Iterable<number>): number =>
  [...values].reduce((a, b) => Math.max(a, b), -Infinity)
const minOf = (values: Iterable<number>): number =>
  [...values].reduce((a, b) => Math.min(a, b), Infinity)
