import type { Sale } from '../sales/sale.ts'
import type { Trouble } from './lines.ts'
import type { Plan } from './plan.ts'
import type { ProblemReason } from './reading.ts'
import { totalLabel } from './total-words.ts'

/** A page-wise printed report repeats its heading; the cells say so literally. */
export const headerTwins = ({ table, headerRow }: Plan): ((row: number) => boolean) => {
  const heading = table.columns.map(({ codes }) => (headerRow < 0 ? 0 : (codes[headerRow] ?? 0)))
  const isHeading = (row: number) => (code: number, column: number) =>
    code !== 0 && table.columns[column]?.codes[row] === code
  const headed = heading.filter((code) => code !== 0).length
  return (row) => {
    // Data differs from the heading in nearly every cell: most rows end here.
    if (!heading.slice(0, TWIN_GLANCE).some(isHeading(row))) return false
    const same = heading.filter(isHeading(row)).length
    return same >= 2 && same >= headed * TWIN_SHARE
  }
}

/** Cells compared before giving up. */
const TWIN_GLANCE = 4
const TWIN_SHARE = 0.6

/** Rows that call themselves a total. A label beside a full sale is just a word in a note. */
export const totalRows = ({ table, date, product, invoice }: Plan) => {
  const naming = [date.index, product, invoice]
  const labelled = table.columns.flatMap(({ codes, values }, index) => {
    const labels = values.map(totalLabel)
    const isNaming = naming.includes(index)
    return labels.some((label) => label !== null) ? [{ codes, labels, isNaming }] : []
  })
  return (row: number, isSale: boolean): boolean =>
    labelled.some(({ codes, labels, isNaming }) => {
      const label = labels[codes[row] ?? 0] ?? null
      return isSale ? label === 'exact' && isNaming : label !== null
    })
}

type Sums = { rows: number; quantity: number; revenue: number }

/** Running sums, to recognise a row without date or product that equals what stands above it. */
export const runningSums = () => {
  const all: Sums = { rows: 0, quantity: 0, revenue: 0 }
  const group: Sums = { ...all }
  return {
    add: (sale: Sale) => {
      for (const sums of [all, group]) {
        sums.rows++
        sums.quantity += sale.quantity ?? 0
        sums.revenue += sale.revenue ?? 0
      }
    },
    startGroup: () => {
      Object.assign(group, { rows: 0, quantity: 0, revenue: 0 })
    },
    isTheirTotal: (trouble: Trouble): boolean =>
      TOTAL_REASONS.includes(trouble.reason) && (equals(all, trouble) || equals(group, trouble)),
  }
}

const TOTAL_REASONS: readonly ProblemReason[] = ['no-date', 'no-product', 'bad-date']
/** The "sum" of one row is just that row's twin. */
const TOTAL_ROWS_MIN = 2
/** Minor units: printed totals are rounded to the whole unit. */
const ROUNDING_UNITS = 100

const equals = (sums: Sums, { quantity, revenue }: Trouble): boolean => {
  if (sums.rows < TOTAL_ROWS_MIN || (revenue ?? quantity ?? 0) === 0) return false
  if (revenue === null) return quantity === sums.quantity
  return Math.abs(revenue - sums.revenue) <= ROUNDING_UNITS
}
