import { nameKey } from '../sales/names.ts'
import { isNothing } from './numbers.ts'
import type { Plan } from './plan.ts'
import type { Doubt, ReadRow } from './reconcile.ts'
import { isSale } from './status-words.ts'
import { cellAt } from './table.ts'

/**
 * Lines among the sales that are written otherwise than all others: they call themselves a payment
 * of debts, a deposit, a discount without a minus, a voided line; or they bear a name that never has
 * a quantity while nearly every other line has one. Whether they are sales only the owner knows.
 */
export const oddLines = (plan: Plan, rows: readonly ReadRow[]): Doubt | null => {
  const counted = rows.filter(
    ({ outcome, aside }) =>
      aside === null &&
      'sale' in outcome &&
      (outcome.sale.revenue ?? outcome.sale.quantity ?? 0) > 0,
  )
  const odd = [
    ...oddKinds(plan, counted),
    ...namingColumns(plan, counted).flatMap((column) => oddIn(plan, counted, column)),
  ]
  if (odd.length === 0) return null
  const names = [...new Set(odd.map(({ name }) => name))]
  return {
    kind: 'odd-lines',
    example: names.slice(0, NAMES_SHOWN).join(', '),
    answers: ['leave-out', 'count'],
    rows: [...new Set(odd.map(({ row }) => row))],
  }
}

/** What half of the lines are is no exception. */
const ODD_SHARE_MAX = 0.5
const NAMES_SHOWN = 3
/** A column of notes is filled here and there; one that names every line says what it is. */
const NAMING_SHARE_MIN = 0.8

const namingColumns = (plan: Plan, counted: readonly ReadRow[]): number[] => {
  if (plan.product !== null) return [plan.product]
  const taken = [plan.date.index, plan.invoice, plan.branch, plan.time?.index]
  return plan.table.columns.flatMap((_, index) => {
    if (taken.includes(index)) return []
    const worded = counted.filter(({ row }) => /\p{L}{2}/u.test(cellAt(plan.table, row, index)))
    return worded.length >= counted.length * NAMING_SHARE_MIN ? [index] : []
  })
}

/** Kinds of lines that nobody called a sale, in a column that calls others one; parts of a set sold whole. */
const oddKinds = ({ standings, table }: Plan, counted: readonly ReadRow[]): Odd[] =>
  standings
    .filter(({ says }) => says === 'type')
    .flatMap(({ index }) => {
      const lines = counted.map(({ row }) => ({ row, name: cellAt(table, row, index) }))
      const tellsSales = lines.some(({ name }) => isSale(name))
      const isOdd = (name: string) =>
        PART_OF_SET.test(name) ||
        (tellsSales && !isNothing(name) && !isSale(name) && !WAYS_OF_SELLING.test(name))
      return lines.filter(({ name }) => isOdd(name))
    })

const PART_OF_SET =
  /^(?:components?|komponen|child|sub-?items?|included|bundle items?|combo items?)$/i
/** Kinds of sales by where or how they are paid or handed over. */
const WAYS_OF_SELLING =
  /order|pesanan|transa[ck]|item|produ[ck]|barang|charge|payment|pembayaran|dine|take ?away|delivery|online|offline|tunai|cash|credit|kredit|kartu|card|qris|invoice|faktur|receipt|struk|nota\b|actual|realisasi|bundle|paket/i

type Odd = { readonly row: number; readonly name: string }

const oddIn = (plan: Plan, counted: readonly ReadRow[], column: number): Odd[] => {
  const named = counted.map(({ row }) => ({ row, name: cellAt(plan.table, row, column) }))
  const names = new Set(named.map(({ name }) => nameKey(name)))
  const uncounted = neverCounted(plan, named)
  const test = (name: string) =>
    NO_GOODS.test(name) || isVoided(name, names) || uncounted.has(nameKey(name))
  const odd = named.filter(({ name }) => test(name))
  return odd.length > named.length * ODD_SHARE_MAX ? [] : odd
}

/** Money that moves at the counter without anything being sold, by the words such a line begins with. */
const NO_GOODS =
  /^(?:bayar (?:h?utang|bon|kasbon|cicilan)|pelunasan|cicilan|angsuran|h?utang|kasbon|setor(?:an)?(?: modal| tunai)?|saldo awal|modal awal|tarik tunai|penarikan|pencairan|uang muka|dp|deposit|diskon|potongan|discount|debt payment|payment received|opening balance|opening float|cash (?:in|out|drop)|pay ?out|paid (?:in|out)|withdrawal|top ?up|gift card (?:sale|load|purchase)|abono|anticipo|descuento|desconto|sinal|acompte|remise|anzahlung|rabatt|acconto|sconto)(?![\p{L}])/iu

/** `VOID - Muffin`, `Kopi (batal)`: a voided line of goods that are sold under their bare name. */
const isVoided = (name: string, names: ReadonlySet<string>): boolean => {
  const bare = name.replace(VOID_BEFORE, '').replace(VOID_BEHIND, '').trim()
  return bare !== name.trim() && bare !== '' && names.has(nameKey(bare))
}

const VOID_WORDS =
  '(?:void(?:ed)?|batal|dibatalkan|cancel(?:l?ed)?|retur|returned|refund(?:ed)?|anulad[oa]|cancelad[oa]|storno|annul[eé]e?|annullato)'
const VOID_BEFORE = new RegExp(
  `^(?:[\\[(*]+${VOID_WORDS}[\\])*]+|${VOID_WORDS}\\s*[-–:/])\\s*`,
  'iu',
)
const VOID_BEHIND = new RegExp(`\\s*[-–:/]?\\s*[\\[(*]+${VOID_WORDS}[\\])*]+$`, 'iu')

/** Names that stand only on lines without quantity and price, where the others have one. */
const neverCounted = (plan: Plan, named: readonly Odd[]): ReadonlySet<string> => {
  const count = [plan.quantity, plan.unitPrice].flatMap((source) => source?.index ?? [])
  if (count.length === 0 || plan.revenue === null) return NO_NAMES
  const isBare = ({ row }: Odd) => count.every((index) => isNothing(cellAt(plan.table, row, index)))
  const bare = named.filter(isBare)
  if (bare.length === 0 || bare.length > named.length * BARE_SHARE_MAX) return NO_NAMES
  const counted = new Set(named.filter((line) => !isBare(line)).map(({ name }) => nameKey(name)))
  return new Set(bare.map(({ name }) => nameKey(name)).filter((key) => key && !counted.has(key)))
}

const NO_NAMES: ReadonlySet<string> = new Set()
/** Where many lines lack a count, lacking one says nothing. */
const BARE_SHARE_MAX = 0.34
