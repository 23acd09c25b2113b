/**
 * What the owner tells about goods, as a diary: every word is kept, the stock is worked out from it.
 * Quantities in thousandths, money in minor units a unit, days whole.
 */

/** What happened to goods. `order` is on its way; an order of 0 takes back what was on its way. */
export type MoveKind = 'count' | 'receive' | 'waste' | 'order'
/** How goods are supplied. `pack` is how many units one `unit` (bunch, carton) holds. */
export type TermKind = 'lead' | 'review' | 'pack' | 'minimum' | 'shelf' | 'cost'
export type EntryKind = MoveKind | TermKind

const ENTRY_KINDS: Readonly<Record<EntryKind, true>> = {
  count: true,
  receive: true,
  waste: true,
  order: true,
  lead: true,
  review: true,
  pack: true,
  minimum: true,
  shelf: true,
  cost: true,
}

export const isEntryKind = (text: string): text is EntryKind => Object.hasOwn(ENTRY_KINDS, text)

/** What a word is about. `shop` is everything that has no word of its own. */
export type EntryScope = 'product' | 'category' | 'shop'

export type StockEntry = {
  readonly kind: EntryKind
  readonly scope: EntryScope
  /** The shop's own number of the product or category; 0 for the whole shop. */
  readonly ref: number
  readonly value: number
  /** Name of the pack, for `pack`. */
  readonly unit: string | null
  /** Trading day, days since 1970. */
  readonly day: number
  /** Minutes since 1970 on the shop's wall clock. */
  readonly moment: number
  /** Words told later have a higher one. */
  readonly no: number
}

/** How one product stands. */
export type Stocked = {
  readonly ref: number
  /** The last count; null: nobody has counted. */
  readonly counted: {
    readonly quantity: number
    readonly day: number
    readonly moment: number
  } | null
  /** Since the count. */
  readonly received: number
  readonly wasted: number
  readonly sold: number
  /** counted + received - wasted - sold, never below 0; null without a count. */
  readonly onHand: number | null
  /** More left than there was: a sale or a delivery was missed, and only a new count helps. */
  readonly needsCount: boolean
  readonly onOrder: number
  /** Day of the newest order still on its way. */
  readonly orderedOn: number | null
  /** Day of the last delivery told. */
  readonly receivedOn: number | null
}

export const MINUTES_A_DAY = 1440

/**
 * An order nobody has reported on for so long after it was due has come unnoticed or never will: it
 * shall not keep the next one from being placed.
 */
const OVERDUE_DAYS_MAX = 14

/** The newest count of each product: what sales since then are taken off. */
export const lastCounts = (entries: readonly StockEntry[]): readonly StockEntry[] => {
  const counts = entries.filter(({ kind, scope }) => kind === 'count' && scope === 'product')
  return [...Map.groupBy(counts, ({ ref }) => ref).values()].flatMap((own) => {
    const last = own.toSorted(inTime).at(-1)
    return last === undefined ? [] : [last]
  })
}

export type StockQuestion = {
  readonly entries: readonly StockEntry[]
  /** Thousandths sold since its last count, by product. */
  readonly soldSince: ReadonlyMap<number, number>
  readonly today: number
  readonly leadDaysOf: (ref: number) => number
}

/** Stock of every product anybody has told of: last count - sales since + received - thrown away. */
export const stockedOf = ({
  entries,
  soldSince,
  today,
  leadDaysOf,
}: StockQuestion): readonly Stocked[] => {
  const moves = entries.filter(({ kind, scope }) => scope === 'product' && isMove(kind))
  return [...Map.groupBy(moves, ({ ref }) => ref)].map(([ref, own]) => {
    const diary = own.toSorted(inTime)
    const count = diary.findLast(({ kind }) => kind === 'count')
    const since = count === undefined ? diary : diary.slice(diary.indexOf(count) + 1)
    const received = sumOf(since, 'receive')
    const wasted = sumOf(since, 'waste')
    const sold = soldSince.get(ref) ?? 0
    const left = count === undefined ? null : count.value + received - wasted - sold
    return {
      ref,
      counted: count ? { quantity: count.value, day: count.day, moment: count.moment } : null,
      received,
      wasted,
      sold,
      onHand: left === null ? null : Math.max(0, left),
      needsCount: left !== null && left < 0,
      ...onTheWay(diary, today, leadDaysOf(ref)),
      receivedOn: diary.findLast(({ kind }) => kind === 'receive')?.day ?? null,
    }
  })
}

const isMove = (kind: EntryKind): kind is MoveKind =>
  kind === 'count' || kind === 'receive' || kind === 'waste' || kind === 'order'

const inTime = (a: StockEntry, b: StockEntry): number => a.moment - b.moment || a.no - b.no

const sumOf = (entries: readonly StockEntry[], kind: MoveKind): number =>
  entries.reduce((sum, entry) => (entry.kind === kind ? sum + entry.value : sum), 0)

type Order = { readonly day: number; readonly left: number }

/**
 * What was ordered and has not come: a delivery uses up the oldest orders first, a count on or after the
 * day an order was due has counted it already.
 */
const onTheWay = (
  diary: readonly StockEntry[],
  today: number,
  leadDays: number,
): Pick<Stocked, 'onOrder' | 'orderedOn'> => {
  const open = diary
    .reduce<readonly Order[]>((orders, entry) => after(orders, entry, leadDays), [])
    .filter(({ day }) => day + leadDays + OVERDUE_DAYS_MAX >= today)
  return {
    onOrder: open.reduce((sum, { left }) => sum + left, 0),
    orderedOn: open.at(-1)?.day ?? null,
  }
}

const after = (
  orders: readonly Order[],
  { kind, value, day }: StockEntry,
  leadDays: number,
): readonly Order[] => {
  if (kind === 'order') return value === 0 ? [] : [...orders, { day, left: value }]
  if (kind === 'count') return orders.filter((order) => order.day + leadDays > day)
  return kind === 'receive' ? lessDelivered(orders, value) : orders
}

const lessDelivered = (orders: readonly Order[], delivered: number): readonly Order[] => {
  let rest = delivered
  return orders.flatMap(({ day, left }) => {
    const taken = Math.min(left, rest)
    rest -= taken
    return left > taken ? [{ day, left: left - taken }] : []
  })
}
