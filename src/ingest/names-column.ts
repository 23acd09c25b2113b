import { type ColumnFacts, ofSense, type TableFacts } from './facts.ts'

/** Products may be called by number, a column of nothing but numbers holds codes. */
const NAME_NUMERIC_MAX = 0.7

/**
 * The column that says what was sold: by its heading, best in words; else the first words without a
 * known heading; else a category. `isFree` leaves out columns that mean something else already.
 */
export const namesColumn = (
  facts: TableFacts,
  isFree: (column: ColumnFacts) => boolean = ({ filled }) => filled > 0,
): ColumnFacts | null => {
  const isName = (column: ColumnFacts) => isFree(column) && column.numericShare < NAME_NUMERIC_MAX
  return (
    ofSense(facts, 'product').find(isName) ??
    ofSense(facts, 'productCode', 'product').find(isFree) ??
    facts.columns.find(
      (column) =>
        isName(column) && column.sense === null && column.dateShare < 0.5 && !isCoded(column),
    ) ??
    ofSense(facts, 'category').find(isFree) ??
    null
  )
}

/** `TRX-1001, TRX-1002 …`: a number on every cell, and hardly two of them alike. */
const isCoded = ({ column: { values }, counts, filled }: ColumnFacts): boolean => {
  const told = values.filter((text, code) => text !== '' && (counts[code] ?? 0) > 0)
  const coded = told.filter((text) => /\d/.test(text) && !/\s/.test(text))
  return coded.length >= told.length * CODED_SHARE && told.length >= filled * DISTINCT_SHARE
}

const CODED_SHARE = 0.9
/** Two lines to a receipt on the average. */
const DISTINCT_SHARE = 0.4
