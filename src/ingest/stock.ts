import { nameKey } from '../sales/names.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { ColumnFacts, TableFacts } from './facts.ts'
import { nameReader, problemOf } from './lines.ts'
import type { ProblemReason, RowProblem, StockLevel } from './reading.ts'
import { termColumns, termsAt } from './supply-columns.ts'
import { cellAt } from './table.ts'
import { totalLabel } from './total-words.ts'

/** A list of goods on hand, read. */
export type StockList = {
  readonly levels: readonly StockLevel[]
  readonly problems: readonly RowProblem[]
}

/** More goods than any small shop has; beyond it the file is something else. */
const LEVELS_MAX = 50_000

/**
 * What is on hand, product by product. Rows of one product (its colours, its shelves) are added up;
 * total rows are left out; a row without product or number is a problem. Null when the list dates one
 * product twice: then it is a history, not a count.
 */
export const readStock = (
  facts: TableFacts,
  columns: {
    readonly product: ColumnFacts
    readonly stock: ColumnFacts
    readonly variant: ColumnFacts | null
    readonly isDated: boolean
  },
): StockList | null => {
  const { table, header } = facts
  const productAt = nameReader(table, columns.product.index)
  const terms = termColumns(facts, [columns.product, columns.stock])
  const levels = new Map<string, Level>()
  const problems: RowProblem[] = []
  for (let row = header.row + 1; row < table.rows; row++) {
    const product = productAt(row)
    if (product !== null && totalLabel(product) === 'exact') continue
    const quantity = numberAt(columns.stock, row)
    const reason = blame(product, quantity)
    if (reason !== null || product === null || quantity === null) {
      const column = (product === null ? columns.product : columns.stock).index
      const where = { table, headers: header.names }
      problems.push(problemOf(where, row, { reason: reason ?? 'bad-number', column }))
      continue
    }
    const level = levels.get(nameKey(product)) ?? {
      product,
      quantity: 0,
      terms: termsAt(table, terms, row),
      seen: new Set(),
    }
    const variant = columns.variant ? cellAt(table, row, columns.variant.index) : ''
    if (columns.isDated && level.seen.has(variant)) return null
    level.seen.add(variant)
    level.quantity += Math.round(quantity * QUANTITY_ONE)
    levels.set(nameKey(product), level)
    if (levels.size > LEVELS_MAX) return null
  }
  return {
    levels: [...levels.values()].map(({ seen: _, ...level }) => level),
    problems,
  }
}

type Level = StockLevel & { quantity: number; readonly seen: Set<string> }

const numberAt = ({ column, numbers }: ColumnFacts, row: number): number | null => {
  const value = numbers.values[column.codes[row] ?? 0]
  return value === undefined || Number.isNaN(value) ? null : value
}

const blame = (product: string | null, quantity: number | null): ProblemReason | null => {
  if (product === null) return 'no-product'
  return quantity === null ? 'bad-number' : null
}
