import type { Amount } from './amounts.ts'
import type { Plan } from './plan.ts'
import { isYes } from './states.ts'
import {
  isActual,
  isPlanned,
  isPurchase,
  isSale,
  type Standing,
  standingOf,
} from './status-words.ts'
import { cellAt } from './table.ts'

/**
 * Makes the reader of what status, type and invoice number say of a row. A line of the type "refund"
 * or "void" takes money back. An order whose status is cancelled or returned does so only where the
 * file holds the sale itself (same invoice and product, counted) or its amount is negative already;
 * otherwise nothing was ever sold, and taking it off would take another sale's money.
 */
export const standingReader = (plan: Plan) => {
  const columns = standingColumns(plan)
  const isCredit = creditInvoices(plan)
  const sold = columns.some(({ said }) => said.includes('undone'))
    ? linesSold(plan, columns)
    : new Set<string>()
  return (row: number, amount: Amount): Exclude<Standing, 'undone'> => {
    const said = columns.map((column) => column.said[column.codes[row] ?? 0] ?? 'counted')
    if (said.includes('not-sold')) return 'not-sold'
    if (said.includes('refund') || isCredit(row)) return 'refund'
    if (!said.includes('undone')) return 'counted'
    const isNegative = (amount.revenue ?? amount.quantity ?? 0) < 0
    return isNegative || sold.has(lineKey(plan, row)) ? 'refund' : 'not-sold'
  }
}

/** A status column: its cell codes, and what each text says. */
type StandingColumn = { readonly codes: Uint32Array; readonly said: readonly Standing[] }

const standingColumns = (plan: Plan): StandingColumn[] =>
  plan.standings.flatMap(({ index, says }) => {
    const column = plan.table.columns[index]
    if (!column) return []
    if (says === 'type') return [{ codes: column.codes, said: movements(column.values) }]
    const codes = heldForOrder(plan, column.codes)
    return [{ codes, said: column.values.map(SAID_BY[says]) }]
  })

/** Sold on credit is sold. */
const owing = (text: string): Standing => {
  const standing = standingOf(text)
  return standing === 'not-sold' ? 'counted' : standing
}

const flagged = (text: string): Standing => (isYes(text) ? 'undone' : 'counted')

const SAID_BY = { flag: flagged, status: standingOf, debt: owing } as const

/** Web shops write what became of an order on the first of its lines: it holds for the others too. */
const heldForOrder = ({ table, invoice, headerRow }: Plan, codes: Uint32Array): Uint32Array => {
  const orders = invoice === null ? undefined : table.columns[invoice]?.codes
  if (orders === undefined) return codes
  const held = codes.slice()
  for (let row = headerRow + 2; row < held.length; row++) {
    const isSame = orders[row] !== 0 && orders[row] === orders[row - 1]
    if (isSame && held[row] === 0) held[row] = held[row - 1] ?? 0
  }
  return held
}

/**
 * What a column of movements says. Goods coming in are nobody's sale where the column tells them from
 * sales; a web shop that writes “purchase” on every line means its customers'.
 */
const movements = (values: readonly string[]): Standing[] => {
  const tellsSales = values.some(isSale)
  const tellsSold = values.some((text) => isActual(text) || isSale(text))
  return values.map((text) => {
    if (tellsSales && isPurchase(text)) return 'not-sold'
    if (tellsSold && isPlanned(text)) return 'not-sold'
    const standing = standingOf(text)
    return standing === 'undone' ? 'refund' : standing
  })
}

const lineKey = ({ table, invoice, product }: Plan, row: number): string =>
  [invoice, product]
    .map((column) => (column === null ? '' : cellAt(table, row, column)))
    .join('\u0000')

const linesSold = (plan: Plan, columns: readonly StandingColumn[]): Set<string> => {
  const sold = new Set<string>()
  if (plan.invoice === null) return sold
  for (let row = plan.headerRow + 1; row < plan.table.rows; row++) {
    const isCounted = columns.every(({ codes, said }) => said[codes[row] ?? 0] === 'counted')
    if (isCounted) sold.add(lineKey(plan, row))
  }
  return sold
}

/**
 * `C536379` among plain numbers, or `CN-0042` among numbers that begin otherwise, is a credit note.
 */
const creditInvoices = ({ table, invoice }: Plan): ((row: number) => boolean) => {
  const column = invoice === null ? undefined : table.columns[invoice]
  const values = column?.values.slice(1) ?? []
  const plainNumbers = values.filter((text) => /^\d+$/.test(text)).length
  const isCredit = plainNumbers < values.length / 2 ? CREDIT_PREFIX : CREDIT_OF_PLAIN
  const credits = column?.values.map((text) => isCredit.test(text)) ?? []
  const share = credits.filter(Boolean).length / Math.max(1, values.length)
  if (column === undefined || share > CREDIT_SHARE_MAX) return () => false
  return (row) => credits[column.codes[row] ?? 0] === true
}

const CREDIT_OF_PLAIN = /^C\d{3,}$/i
/** Credit note, return, refund; nota de crédito, Gutschrift, avoir: as numbers of documents begin. */
const CREDIT_PREFIX = /^(?:CN|CRN|CRED|RET|RTN|RTR|RETUR|REF|RFD|REFUND|NC|GS|AV)[-_/# ]?\d/i
/** A till that begins every number with `RET` means its own name by it. */
const CREDIT_SHARE_MAX = 0.4
