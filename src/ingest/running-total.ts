import type { Sale } from '../sales/sale.ts'
import type { Doubt, ReadRow } from './doubt.ts'
import type { Plan } from './plan.ts'

/**
 * Amounts that only ever grow, line by line over many days, or within each day, are the till's
 * reading so far (a running total, an X report every few hours): added up they would count the
 * morning's sales again and again.
 */
export const runningTotal = (plan: Plan, rows: readonly ReadRow[]): Doubt | null => {
  const sales = rows.flatMap(({ outcome, aside }) =>
    aside === null && 'sale' in outcome ? [outcome.sale] : [],
  )
  if (plan.headers.some((name) => RUNNING.test(name)) && plan.headers.length > 2) return null
  const isReport = plan.product === null && plan.quantity === null
  const grows =
    (isReport && growsOverDays(sales)) || growsWithinDays(sales) || growsInSeries(plan, sales)
  if (!grows) return null
  const column = plan.revenue ?? plan.quantity
  return {
    kind: 'running-total',
    example: column === null ? '' : (plan.headers[column.index] ?? ''),
    answers: ['count'],
    rows: [],
  }
}

/** Where a column says that it is the running one, the other is not. */
const RUNNING = /[ck]umul|akumul|running|acumulad|to date|\b[ym]td\b/iu

/** Eight amounts stand in rising order by chance once in 40,320 files. */
const GROWING_MIN = 8
/** A shop may grow from week to week, though hardly threefold without one step back. */
const GROWTH_MIN = 3

const amountOf = ({ revenue, quantity }: Sale): number => revenue ?? quantity ?? 0

const isRising = (sales: readonly Sale[]): boolean =>
  sales.every((sale, i) => {
    const before = sales[i - 1]
    return before === undefined || (amountOf(sale) > amountOf(before) && sale.day >= before.day)
  })

const growsOverDays = (sales: readonly Sale[]): boolean => {
  const [first, last] = [sales[0], sales.at(-1)]
  if (first === undefined || last === undefined || sales.length < GROWING_MIN) return false
  if (amountOf(first) <= 0 || amountOf(last) < amountOf(first) * GROWTH_MIN) return false
  return new Set(sales.map(({ day }) => day)).size === sales.length && isRising(sales)
}

/** Meters of several machines: each of them only ever grows. */
const growsInSeries = ({ quantity }: Plan, sales: readonly Sale[]): boolean => {
  if (quantity !== null) return false
  const series = [
    ...Map.groupBy(sales, ({ product, branch }) => `${product}\u0000${branch}`).values(),
  ]
  return series.length > 1 && series.every((one) => one.length >= SERIES_MIN && isRising(one))
}

/** Five in rising order, twice over, are chance once in 14,400 files. */
const SERIES_MIN = 5

const READINGS_A_DAY_MIN = 3
const DAYS_MIN = 4

const growsWithinDays = (sales: readonly Sale[]): boolean => {
  const days = Map.groupBy(sales, ({ day }) => day)
  if (days.size < DAYS_MIN || sales.length < days.size * READINGS_A_DAY_MIN) return false
  // Made-up days, one like the other, read nothing off a till.
  if (new Set([...days.values()].map(([first]) => first && amountOf(first))).size === 1)
    return false
  return [...days.values()].every((day) => day.length >= READINGS_A_DAY_MIN && isRising(day))
}
