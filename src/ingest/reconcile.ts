import type { Doubt, ReadRow } from './doubt.ts'
import { hash53 } from './hash.ts'
import { rowReader, takenBack } from './lines.ts'
import { oddLines } from './odd-lines.ts'
import { parentRows } from './parent-rows.ts'
import type { Plan } from './plan.ts'
import type { Opened, ReadHints } from './reading.ts'
import { repeatedSales } from './repeated-sales.ts'
import { runningTotal } from './running-total.ts'
import { mostlySkipped } from './skipped-share.ts'
import { statedTotal } from './stated-total.ts'
import { asideRecogniser } from './total-rows.ts'

type Sales = Extract<Opened, { outcome: 'sales' }>

/** A report that carries totals of its own is printed for the eye; longer files are a till's journal. */
const RECONCILED_ROWS_MAX = 50_000

/**
 * The last step of opening: the file is read once as planned, and what came of it held against
 * everything the file says about itself. Rows that only add up those below them are set aside; what
 * remains in contradiction becomes one question. Silence means that nothing speaks against the sums.
 */
export const reconciled = (opened: Opened, hints: ReadHints): Opened => {
  if (opened.outcome !== 'sales') return opened
  const { plan } = opened
  if (plan.table.rows - plan.headerRow > RECONCILED_ROWS_MAX) return opened
  const rows = readRows(plan)
  const parents = parentRows(rows)
  if (parents.length > 0) {
    const groupRows = new Set([...plan.groupRows, ...parents])
    return examined({ ...opened, plan: { ...plan, groupRows } }, hints)
  }
  return examinedRows(opened, hints, rows)
}

const readRows = (plan: Plan): ReadRow[] => {
  const outcomeOf = rowReader(plan)
  const asideOf = asideRecogniser(plan)
  const first = plan.headerRow + 1
  return Array.from({ length: plan.table.rows - first }, (_, i) => {
    const outcome = outcomeOf(first + i)
    const aside = asideOf(first + i, outcome)
    if (aside !== 'returned' || !('sale' in outcome)) return { row: first + i, outcome, aside }
    return { row: first + i, outcome: { sale: takenBack(outcome.sale) }, aside: null }
  })
}

const examined = (opened: Sales, hints: ReadHints): Opened =>
  examinedRows(opened, hints, readRows(opened.plan))

/** In this order: what leaves lines out comes before the sums over those that stay. */
const CHECKS = [repeatedSales, oddLines, runningTotal, statedTotal, mostlySkipped] as const

const examinedRows = (opened: Sales, hints: ReadHints, rows: readonly ReadRow[]): Opened => {
  if (isMostlyBack(rows)) return NOT_SALES
  for (const check of CHECKS) {
    const doubt = check(opened.plan, rows)
    if (doubt === null) continue
    const answer = doubt.answers.find((says) => hints.answers[doubt.kind] === idOf(doubt, says))
    if (answer === undefined) return asked(opened, doubt)
    if (answer === 'count') continue
    const leftOut = new Set([...opened.plan.leftOut, ...doubt.rows])
    return examined({ ...opened, plan: { ...opened.plan, leftOut } }, hints)
  }
  return opened
}

/** A ledger writes what was earned with a minus; a shop that takes back most of its goods sells none. */
const isMostlyBack = (rows: readonly ReadRow[]): boolean => {
  const amounts = rows.flatMap(({ outcome, aside }) =>
    aside === null && 'sale' in outcome ? [outcome.sale.revenue ?? outcome.sale.quantity ?? 0] : [],
  )
  const back = amounts.filter((amount) => amount < 0).length
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  return back >= BACK_MIN && back > amounts.length / 2 && sum < 0
}

/** Fewer could be the returns of one bad day. */
const BACK_MIN = 5

const NOT_SALES: Opened = {
  outcome: 'refused',
  reason: 'not-sales',
  detail: 'most amounts are negative',
}

const asked = ({ understanding }: Sales, doubt: Doubt): Opened => ({
  outcome: 'question',
  understanding,
  question: {
    kind: doubt.kind,
    example: doubt.example,
    options: doubt.answers.map((says) => ({ id: idOf(doubt, says), label: LABELS[says], says })),
  },
})

const LABELS: Readonly<Record<Doubt['answers'][number], string>> = {
  count: 'Count them',
  'leave-out': 'Leave them out',
  once: 'Count once',
}

/** Next month's file of this layout has other totals: an answer stands for what it was given to. */
const idOf = ({ example }: Doubt, says: string): string => `${says}-${hash53(example).toString(36)}`
