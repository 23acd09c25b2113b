import type { ProductClass } from './findings.ts'
import type { History } from './history.ts'

/** Cumulative shares of money at which A ends and B ends. */
const A_SHARE = 0.8
const B_SHARE = 0.95
/** Coefficient of variation of weekly demand up to which a product sells steadily, and in waves. */
const X_CV = 0.5
const Y_CV = 1
const WEEK = 7
/** A quarter of a year of weeks; fewer than four are no habit. */
const WEEKS_MAX = 13
const WEEKS_MIN = 4
/** Syntetos, Boylan and Croston (2005), as in tsintermittent's idclass. */
const ADI_CUT = 1.32
const CV2_CUT = 0.49

/**
 * A by B by C: products by money, largest first; A until 80 % of the total is reached, B until 95 %. The
 * product that crosses a line still belongs to the class before it. `total` may hold more than is listed.
 */
export const abcOf = (
  money: readonly { readonly product: string; readonly amount: number }[],
  total: number,
): ReadonlyMap<string, ProductClass['abc']> => {
  let before = 0
  const sorted = money.toSorted((a, b) => b.amount - a.amount || (a.product < b.product ? -1 : 1))
  return new Map(
    sorted.map(({ product, amount }) => {
      const share = total > 0 ? before / total : 1
      before += amount
      return [product, abcAt(amount > 0 ? share : 1)]
    }),
  )
}

const abcAt = (shareBefore: number): ProductClass['abc'] => {
  if (shareBefore < A_SHARE) return 'A'
  return shareBefore < B_SHARE ? 'B' : 'C'
}

/** Steadiness by the variation of whole weeks, newest 13, those without an open day left out. */
export const xyzOf = ({ values }: History): ProductClass['xyz'] => {
  const weeks: number[] = []
  for (let end = values.length; end >= WEEK && weeks.length < WEEKS_MAX; end -= WEEK) {
    const open = values.subarray(end - WEEK, end).filter((value) => !Number.isNaN(value))
    // A week with a closed day is brought to full length, or a holiday would pass for a slump.
    if (open.length > 0) weeks.push((open.reduce((sum, v) => sum + v, 0) * WEEK) / open.length)
  }
  if (weeks.length < WEEKS_MIN) return null
  const cv = variationOf(weeks)
  if (cv <= X_CV) return 'X'
  return cv <= Y_CV ? 'Y' : 'Z'
}

/**
 * Demand pattern: mean days between sales (ADI, cut 1.32) and squared variation of the sizes (cut 0.49).
 */
export const patternOf = ({ values }: History): ProductClass['pattern'] => {
  const open = values.filter((value) => !Number.isNaN(value))
  const sizes = [...open].filter((value) => value > 0)
  const isRegular = sizes.length > 0 && open.length / sizes.length < ADI_CUT
  const isEven = variationOf(sizes) ** 2 < CV2_CUT
  if (isRegular) return isEven ? 'smooth' : 'erratic'
  return isEven ? 'intermittent' : 'lumpy'
}

/** Standard deviation over mean; infinite when nothing sells. */
const variationOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  if (mean <= 0) return Number.POSITIVE_INFINITY
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / Math.max(1, values.length - 1)) / mean
}
