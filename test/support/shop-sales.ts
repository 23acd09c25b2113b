import { addDays, type Day, day, weekdayOf } from '../../src/sales/day.ts'
import { QUANTITY_ONE } from '../../src/sales/sale.ts'
import type { BranchDay, ProductDay, ProductSum, Sums } from '../../src/sales/totals.ts'
import { addSums, NO_SUMS } from '../../src/sales/totals.ts'

type Till = {
  readonly branchDays: readonly BranchDay[]
  readonly productDays: readonly ProductDay[]
}

export type SoldLine = {
  readonly day: Day
  readonly branch?: string | null
  readonly product?: string
  /** Units. */
  readonly units?: number
  /** Minor units a unit. */
  readonly price?: number
  readonly receipts?: number | null
}

/** Product rows and branch rows that belong together, from what sold. A line of 0 units is no line. */
export const tillOf = (sold: readonly SoldLine[]): Till => {
  const productDays = sold
    .filter(({ units = 1 }) => units !== 0)
    .map(({ day: on, branch = null, product = 'Mawar', units = 1, price = 10_000 }) => ({
      day: on,
      branch,
      product,
      lines: Math.max(1, Math.round(Math.abs(units))),
      quantity: Math.round(units * QUANTITY_ONE),
      revenue: Math.round(units * price),
      refundLines: 0,
      refunds: 0,
    }))
  const receipts = new Map(
    sold.map((line) => [`${line.day} ${line.branch ?? ''}`, line.receipts ?? null]),
  )
  const branchDays = [
    ...Map.groupBy(productDays, (row) => `${row.day} ${row.branch ?? ''}`),
  ].flatMap(([key, rows]): BranchDay[] => {
    const [first] = rows
    if (first === undefined) return []
    const sums = rows.reduce<Sums>(addSums, NO_SUMS)
    return [{ day: first.day, branch: first.branch, receipts: receipts.get(key) ?? null, ...sums }]
  })
  return { branchDays, productDays }
}

/** One line a day for `days` days from `from`; `units` may depend on the weekday (1 Monday) and place. */
export const everyDay = (
  from: string,
  days: number,
  units: (weekday: number, place: number) => number,
  rest: Omit<SoldLine, 'day' | 'units'> = {},
): SoldLine[] =>
  Array.from({ length: days }, (_, place) => {
    const on = addDays(day(from), place)
    return { day: on, units: units(weekdayOf(on), place), ...rest }
  })

/** Product sums over a span, as the store would add them up. */
export const sumsBetween = (till: Till, from: Day, to: Day): ProductSum[] =>
  [
    ...Map.groupBy(
      till.productDays.filter((row) => row.day >= from && row.day <= to),
      ({ product }) => product,
    ),
  ].map(([product, rows]) => ({
    product,
    firstDay: rows.map((row) => row.day).sort()[0] ?? from,
    lastDay:
      rows
        .map((row) => row.day)
        .sort()
        .at(-1) ?? to,
    ...rows.reduce<Sums>(addSums, NO_SUMS),
  }))
