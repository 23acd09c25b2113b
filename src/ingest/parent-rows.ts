import type { ReadRow } from './doubt.ts'

/**
 * Rows that add up the rows right below them (a category above its products) or above them, found by
 * arithmetic alone: the whole file must come apart into such groups, to the last unit of money and
 * the last piece. Empty where it does not.
 */
export const parentRows = (rows: readonly ReadRow[]): readonly number[] => {
  const counted = rows.flatMap(({ row, outcome, aside }) =>
    aside === null && 'sale' in outcome
      ? [{ row, money: outcome.sale.revenue, pieces: outcome.sale.quantity }]
      : [],
  )
  const above = parentsOf(counted)
  return above.length > 0 ? above : parentsOf(counted.toReversed())
}

type Counted = {
  readonly row: number
  readonly money: number | null
  readonly pieces: number | null
}

/** Two groups of two come out right by chance once in millions; two equal lines are twins. */
const FAMILIES_MIN = 2
const CHILDREN_MIN = 2
const ONLY_FAMILY_CHILDREN_MIN = 3

const parentsOf = (rows: readonly Counted[]): readonly number[] => {
  const parents: number[] = []
  let large = 0
  let children = 0
  for (let at = 0; at < rows.length; ) {
    const length = familyAt(rows, at)
    if (length === 0) return []
    parents.push(rows[at]?.row ?? 0)
    children = Math.max(children, length)
    if (length >= CHILDREN_MIN) large++
    at += length + 1
  }
  const isSure = parents.length >= FAMILIES_MIN || children >= ONLY_FAMILY_CHILDREN_MIN
  return isSure && large * 2 >= parents.length ? parents : []
}

/** How many rows behind this one add up to it; 0 where none do. */
const familyAt = (rows: readonly Counted[], at: number): number => {
  const parent = rows[at]
  const size = parent?.money ?? parent?.pieces ?? 0
  if (parent === undefined || size <= 0) return 0
  let [money, pieces] = [0, 0]
  for (let child = at + 1; child < rows.length; child++) {
    money += rows[child]?.money ?? 0
    pieces += rows[child]?.pieces ?? 0
    const isAll = money === (parent.money ?? 0) && pieces === (parent.pieces ?? 0)
    if (isAll) return child - at
    if (money > (parent.money ?? 0)) return 0
  }
  return 0
}
