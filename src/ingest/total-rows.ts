import type { Sale } from '../sales/sale.ts'
import { headingSenses } from './header.ts'
import type { Outcome, Trouble } from './lines.ts'
import type { Plan } from './plan.ts'
import type { ProblemReason } from './reading.ts'
import { isPurchase, isSale, standingOf } from './status-words.ts'
import { rowCells, type Table } from './table.ts'
import { type TotalLabel, totalLabel } from './total-words.ts'

/**
 * `total`: a total, a repeated heading, or part of a summary table further down. `foreign`: a line of
 * another list with columns of its own, which this plan cannot read. `returned`: a line of a section
 * that lists what came back.
 */
export type Aside = 'total' | 'foreign' | 'returned' | null

/**
 * Makes the recogniser of rows that are no sales of this table. It wants every row once, in order.
 */
export const asideRecogniser = (plan: Plan): ((row: number, outcome: Outcome) => Aside) => {
  const outsideOf = tableTracker(plan)
  const labelOf = totalLabels(plan)
  const sums = runningSums()
  return (row, outcome) => {
    const outside = outsideOf(row, outcome)
    if (outside !== null) return outside
    const isTotal = addsUp(outcome, labelOf(row), sums)
    if (isTotal) sums.startGroup()
    else if ('sale' in outcome) sums.add(outcome.sale)
    return isTotal ? 'total' : null
  }
}

/** Follows which table of the file a row belongs to; null inside the table of the plan. */
const tableTracker = (plan: Plan) => {
  const isHeading = headerTwins(plan)
  let elsewhere: Aside = null
  let section: Section = 'sales'
  return (row: number, outcome: Outcome): Aside => {
    if (plan.groupRows.has(row)) return 'total'
    const title = 'sale' in outcome ? null : sectionTitle(plan.table, row)
    if (title !== null) section = title
    if (title !== null && title !== 'others') return 'total'
    if (section === 'others') return 'foreign'
    if (isHeading(row)) {
      elsewhere = null
      return 'total'
    }
    const other = 'sale' in outcome ? null : otherTable(plan.table, row)
    // Whatever looked like another heading, a row that reads as a sale belongs to this table again.
    if (elsewhere === 'total' && 'sale' in outcome) elsewhere = null
    if (other === null && elsewhere === null && section === 'returned' && 'sale' in outcome) {
      return 'returned'
    }
    if (other === null) return elsewhere
    elsewhere = other
    return 'total'
  }
}

/** `PENGELUARAN` or `PENJUALAN` alone on a row says what the rows below it are; null for any other row. */
const sectionTitle = (table: Table, row: number): Section | null => {
  const [title, ...more] = rowCells(table, row).filter((cell) => cell !== '')
  if (title === undefined || more.length > 0 || title.length > TITLE_CHARS_MAX) return null
  if (/\d/.test(title)) return null
  const standing = standingOf(title)
  if (standing === 'refund') return 'returned'
  if (isPurchase(title) || standing !== 'counted') return 'others'
  return isSale(title) ? 'sales' : null
}

type Section = 'sales' | 'returned' | 'others'

/** Two or three words; a note is longer. */
const TITLE_CHARS_MAX = 40

/** A second heading starts another table: a dated list is foreign, anything else a summary. */
const otherTable = (table: Table, row: number): Aside => {
  const senses = headingSenses(table, row)
  if (senses === null) return null
  return senses.has('date') ? 'foreign' : 'total'
}

/** A full sale needs the very word, or a half one and the right sum; a broken row either of them. */
const addsUp = (outcome: Outcome, label: TotalLabel, sums: RunningSums): boolean => {
  if ('sale' in outcome) {
    return label === 'exact' || (label === 'leading' && sums.isTheirSum(outcome.sale))
  }
  // A cancelled line of Total Care Shampoo has its day, its name and its amount.
  if (TOLD_APART.includes(outcome.reason)) {
    return label === 'exact' || (label === 'leading' && sums.isTheirSum(outcome))
  }
  return label !== null || (mayBeTotal(outcome) && sums.isTheirSum(outcome))
}

/** A page-wise printed report repeats its heading; the cells say so literally. */
const headerTwins = ({ table, headerRow }: Plan): ((row: number) => boolean) => {
  const heading = table.columns.map(({ codes }) => (headerRow < 0 ? 0 : (codes[headerRow] ?? 0)))
  const isHeading = (row: number) => (code: number, column: number) =>
    code !== 0 && table.columns[column]?.codes[row] === code
  const headed = heading.filter((code) => code !== 0).length
  return (row) => {
    // Data differs from the heading in nearly every cell: most rows end here.
    if (!heading.slice(0, TWIN_GLANCE).some(isHeading(row))) return false
    const same = heading.filter(isHeading(row)).length
    // With more or fewer columns it heads another table, though it may begin alike.
    const filled = rowCells(table, row).filter((cell) => cell !== '').length
    return filled === headed && same >= 2 && same >= headed * TWIN_SHARE
  }
}

/** Cells compared before giving up. */
const TWIN_GLANCE = 4
const TWIN_SHARE = 0.6

/**
 * Says how a row calls itself a total: `exact` where the word names the row (in the date, product or
 * receipt cell), `leading` where it only begins there (`Total Dago`, but also `Total Care Shampoo`)
 * or stands in another cell.
 */
const totalLabels = ({ table, date, product, invoice }: Plan) => {
  const naming = [date.index, product, invoice]
  const labelled = table.columns.flatMap(({ codes, values }, index) => {
    const labels = values.map((text) => named(totalLabel(text), naming.includes(index)))
    return isSeldom(codes, labels) ? [{ codes, labels }] : []
  })
  return (row: number): TotalLabel => {
    const found = labelled.map(({ codes, labels }) => labels[codes[row] ?? 0] ?? null)
    return found.find((label) => label === 'exact') ?? found.find((label) => label !== null) ?? null
  }
}

/** A column that says "total" on every other row names what the file consists of. */
const isSeldom = (codes: Uint32Array, labels: readonly TotalLabel[]): boolean => {
  if (labels.every((label) => label === null)) return false
  const labelled = codes.reduce((rows, code) => (labels[code] ? rows + 1 : rows), 0)
  return labelled <= codes.length / 2
}

const named = (label: TotalLabel, isNaming: boolean): TotalLabel =>
  label === 'exact' && !isNaming ? 'leading' : label

type RunningSums = ReturnType<typeof runningSums>
type Amounts = Pick<Sale, 'quantity' | 'revenue'>
type Sums = { rows: number; quantity: number; revenue: number }

/** Running sums, to recognise a row without date or product that equals what stands above it. */
const runningSums = () => {
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
    isTheirSum: (amounts: Amounts): boolean => equals(all, amounts) || equals(group, amounts),
  }
}

/** Rows without a day or product may be totals that carry no label. */
const mayBeTotal = ({ reason }: Trouble): boolean => TOTAL_REASONS.includes(reason)

/** Whole lines that only their standing keeps from counting. */
const TOLD_APART: readonly ProblemReason[] = ['not-sold', 'left-out']
const TOTAL_REASONS: readonly ProblemReason[] = ['no-date', 'no-product', 'bad-date']
/** The "sum" of one row is just that row's twin. */
const TOTAL_ROWS_MIN = 2
/** Minor units: printed totals are rounded to the whole unit. */
const ROUNDING_UNITS = 100

const equals = (sums: Sums, { quantity, revenue }: Amounts): boolean => {
  if (sums.rows < TOTAL_ROWS_MIN || (revenue ?? quantity ?? 0) === 0) return false
  if (revenue === null) return quantity === sums.quantity
  return Math.abs(revenue - sums.revenue) <= ROUNDING_UNITS
}
