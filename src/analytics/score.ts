import { addDays, type Day } from '../sales/day.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import type { Range } from './findings.ts'

/** One day's forecast beside what came. */
export type Kept = {
  readonly day: Day
  readonly range: Range
  readonly actual: number
}

/** What a range should miss in the long run. */
const MISS_WANTED = 0.2
/** How far one day moves the level. */
const STEP = 0.02
const MISS_MIN = 0.05
const MISS_MAX = 0.4

/**
 * The share of days a shop's ranges are drawn to hold from now on, from how they did so far: adaptive conformal
 * inference (Gibbs & Candès 2021), a += 0.02 (0.2 - miss), kept within 0.05 and 0.4; the answer is 1 - a. Each
 * element is one day's share of ranges that missed, oldest first. Never off target for long: ranges that miss
 * too often grow, ranges that never miss shrink. Example: ten misses in a row give 0.95.
 */
export const rangeLevel = (misses: readonly number[]): number =>
  1 -
  misses.reduce(
    (a, miss) => Math.min(MISS_MAX, Math.max(MISS_MIN, a + STEP * (MISS_WANTED - miss))),
    MISS_WANTED,
  )

const isHit = ({ range, actual }: Kept): boolean => actual >= range.low && actual <= range.high

/** Share of days whose range held; null of none. */
export const coverageOf = (kept: readonly Kept[]): number | null =>
  kept.length === 0 ? null : kept.filter(isHit).length / kept.length

/** What was said about one day: units in thousandths, money in minor units. */
export type SaidDay = {
  readonly day: Day
  readonly parts: readonly (Range & { readonly product: string })[]
}

/** Everything together has no product's name, and money none a product could have. */
export const EVERYTHING = ''
export const MONEY = ' money'

export type KeptDay = {
  readonly day: Day
  readonly parts: readonly (Kept & { readonly product: string })[]
}

/**
 * What was said beside what came, for every day with sales; a day without rows is no zero. Rows of days up to
 * the last complete one. A product without any row is no zero either: its rows were not looked at.
 */
export const keptDays = (
  said: readonly SaidDay[],
  sales: { readonly branchDays: readonly BranchDay[]; readonly productDays: readonly ProductDay[] },
): KeptDay[] => {
  const branches = Map.groupBy(sales.branchDays, ({ day }) => day)
  const products = Map.groupBy(sales.productDays, ({ day }) => day)
  const known = new Set([EVERYTHING, MONEY, ...sales.productDays.map(({ product }) => product)])
  return said.flatMap(({ day, parts }) => {
    const [rows, sold] = [branches.get(day), products.get(day) ?? []]
    if (rows === undefined) return []
    return [
      {
        day,
        parts: parts
          .filter(({ product }) => known.has(product))
          .map(({ product, likely, low, high }) => ({
            product,
            day,
            range: { likely, low, high },
            actual: Math.max(0, actualOf(product, rows, sold)),
          })),
      },
    ]
  })
}

const actualOf = (
  product: string,
  rows: readonly BranchDay[],
  sold: readonly ProductDay[],
): number => {
  if (product === EVERYTHING) return rows.reduce((sum, { quantity }) => sum + quantity, 0)
  if (product === MONEY) return rows.reduce((sum, { revenue }) => sum + revenue, 0)
  return sold
    .filter((row) => row.product === product)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Each day's share of ranges that missed, oldest first: what `rangeLevel` learns from. */
export const missesOf = (kept: readonly KeptDay[]): number[] =>
  kept.map(({ parts }) => parts.filter((part) => !isHit(part)).length / Math.max(1, parts.length))

/** The score worth showing beside a forecast of `day`: the same weekday a week before, else the newest. */
export const scoreFor = (kept: readonly KeptDay[], day: Day, product: string): Kept | null => {
  const own = kept.flatMap(({ parts }) => parts.filter((part) => part.product === product))
  return own.find((one) => one.day === addDays(day, -7)) ?? own.at(-1) ?? null
}
