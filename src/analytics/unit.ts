import { dayNumber } from '../sales/day.ts'
import type { BranchDay } from '../sales/totals.ts'
import { habitOf } from './habit.ts'
import { demandOf, type Ledger, ledgerOf, type Stretch, salesOf } from './ledger.ts'
import { medianOf } from './robust.ts'

/** A branch, or the shop (name null), with its page and its habit; the last place is the judged day. */
export type Unit = {
  readonly name: string | null
  readonly page: Ledger
  readonly sales: Float64Array
  readonly expected: Float64Array
  readonly strays: Float64Array
  /** Places on which a week of strays to one side was believed and became the level. */
  readonly shifts: readonly number[]
}

/** Days behind the median that money is compared with. */
const MEDIAN_DAYS = 91

/** All rows together as one unit. */
export const unitOf = (name: string | null, page: Ledger): Unit => {
  const sales = salesOf(page)
  return { name, page, sales, ...habitOf(demandOf(sales, page.calendar)) }
}

/**
 * Each named branch as a unit, on the calendar of the whole: a day without a line of any branch is a day
 * that no file told of, and says nothing about one of them.
 */
export const branchesOf = (
  rows: readonly BranchDay[],
  stretch: Stretch,
  told: ReadonlySet<number>,
): Unit[] => {
  const silent = new Set([...told, ...emptyDays(rows, stretch)])
  return [...Map.groupBy(rows, ({ branch }) => branch)].flatMap(([name, own]) =>
    name === null ? [] : [unitOf(name, ledgerOf(own, stretch, silent))],
  )
}

/** Day numbers of the stretch without any row. */
export const emptyDays = (rows: readonly BranchDay[], { first, last }: Stretch): number[] => {
  const seen = new Set(rows.map(({ day }) => dayNumber(day)))
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (day) => !seen.has(day),
  )
}

/** What the middle one of the last quarter's trading days brought, the judged day apart. */
export const medianDay = ({ sales, page }: Unit): number => {
  const at = sales.length - 1
  const from = Math.max(0, at - MEDIAN_DAYS)
  const open = [...sales.subarray(from, at)].filter(
    (_, i) => page.calendar.states[from + i] === 'open',
  )
  return medianOf(open) ?? 0
}
