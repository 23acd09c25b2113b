import { isNear, isNumbers, numberAt, sampleOf } from './arithmetic.ts'
import type { TableFacts } from './facts.ts'
import type { MoneyPlan } from './money.ts'

/**
 * True for a notebook of sales that are paid bit by bit: a column says what is still owed, and on
 * some lines that is a part of the sale's money. There an unpaid line is goods that have left the shop.
 */
export const sellsOnCredit = (facts: TableFacts, { revenue }: MoneyPlan): boolean => {
  if (revenue === null) return false
  const owed = facts.columns.filter((column) => OWED.test(column.name) && isNumbers(column))
  return owed.some((column) => {
    const parts = sampleOf(facts).rows.map((row) => [numberAt(column, row), numberAt(revenue, row)])
    const isWithin = parts.every(([left = 0, all = 0]) => !(left > all) || isNear(left, all))
    return isWithin && parts.some(([left = 0, all = 0]) => left > 0 && left < all)
  })
}

const OWED =
  /^(?:sisa|kurang|h?utang|piutang|tunggakan|balance|due|amount due|outstanding|owed|remaining|debe|pendiente|restante|a pagar|reste|offen|rest|da pagare)/iu
