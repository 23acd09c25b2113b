import { nameKey } from '../sales/names.ts'
import type { Doubt, ReadRow } from './doubt.ts'
import { isNothing } from './numbers.ts'
import type { Plan } from './plan.ts'
import { isDone, isSale } from './status-words.ts'
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
    ...pointingBack(plan, counted),
    ...fewLarge(counted),
    ...otherSide(plan, counted),
    ...unknownStates(plan, counted),
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

/** A cell on a few lines only, under a heading such as `Refund of` or `Void reason`, is about those lines. */
const pointingBack = (plan: Plan, counted: readonly ReadRow[]): Odd[] => {
  const taken = [...plan.standings.map(({ index }) => index), plan.returned?.index, plan.product]
  return plan.headers.flatMap((heading, index) => {
    if (taken.includes(index) || !GIVEN_BACK.test(heading)) return []
    const lines = counted.flatMap(({ row }) => {
      const text = cellAt(plan.table, row, index)
      return isNothing(text) || (/^[-+\d.,()\s\p{Sc}]+$/u.test(text) && !REFERENCE.test(heading))
        ? []
        : [{ row, name: `${heading}: ${text}` }]
    })
    return lines.length > counted.length * ODD_SHARE_MAX ? [] : lines
  })
}

/** Under these a number is another receipt's; under any other it is an amount. */
const REFERENCE = /\b(?:of|for|id|no|number|nr|ref|receipt|untuk|dari|nota)\b/i

/** A column of nothing but `D` and `C`, `Dr` and `Cr`, `+` and `-` gives each amount its sign. */
const otherSide = ({ table }: Plan, counted: readonly ReadRow[]): Odd[] =>
  table.columns.flatMap((_, index) => {
    const lines = counted.map(({ row }) => ({ row, name: cellAt(table, row, index) }))
    const sides = [...Map.groupBy(lines, ({ name }) => name.toUpperCase().replace(/\.$/, ''))]
    const isPair =
      sides.length === 2 &&
      SIDES.includes(
        sides
          .map(([side]) => side)
          .sort()
          .join(' '),
      )
    const [fewer = []] = sides.map(([, side]) => side).sort((a, b) => a.length - b.length)
    return isPair ? fewer : []
  })

const SIDES: readonly string[] = [
  'C D',
  'CR DR',
  'CR DB',
  'D K',
  'DB KR',
  'CREDIT DEBIT',
  'DEBET KREDIT',
  'DEBIT KREDIT',
  '+ -',
]

/** A state that no word explains, in a column that calls other orders done. */
const unknownStates = ({ standings, table }: Plan, counted: readonly ReadRow[]): Odd[] =>
  standings
    .filter(({ says }) => says === 'status')
    .flatMap(({ index }) => {
      const lines = counted.map(({ row }) => ({ row, name: cellAt(table, row, index) }))
      if (!lines.some(({ name }) => isDone(name))) return []
      return lines.filter(({ name }) => !isNothing(name) && !isDone(name) && !UNDER_WAY.test(name))
    })

/** Sold, and on its way to the buyer. */
const UNDER_WAY =
  /process|proses|ship|kirim|ready|siap|pack|kemas|deliver|confirm|konfirmasi|accept|terima|picked|ambil|substitut|partial|sebagian|sent|open|active|aktif|normal|new|baru|ok|yes|ya|true|valid|sale|sold|jual/i

const GIVEN_BACK =
  /\b(?:refund|return(?:ed)?|retur|void|cancel|batal|revers|credit note|devol|anula|estorn|rembours|storno|rückgabe|reso)/iu

/** A line a hundred times what the same goods come to on other lines is a slip, or in another unit. */
const fewLarge = (counted: readonly ReadRow[]): Odd[] => {
  const lines = counted.flatMap(({ row, outcome }) =>
    'sale' in outcome && outcome.sale.revenue !== null
      ? [{ row, revenue: outcome.sale.revenue, name: outcome.sale.product }]
      : [],
  )
  const goods = [...Map.groupBy(lines, ({ name }) => nameKey(name)).values()]
  const large = goods.flatMap((same) => {
    const sizes = same.map(({ revenue }) => revenue).sort((a, b) => a - b)
    const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
    return same.length < SIZES_MIN
      ? []
      : same.filter(({ revenue }) => revenue > usual * LARGE_TIMES)
  })
  const sum = (some: readonly { readonly revenue: number }[]) =>
    some.reduce((total, { revenue }) => total + revenue, 0)
  return sum(large) * 2 > sum(lines) ? large : []
}

/** The usual one of three is the middle one. */
const SIZES_MIN = 3
const LARGE_TIMES = 100

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
