import type { EntryScope, StockEntry, TermKind } from './stock.ts'

/** How a product is supplied, as far as the owner has told; null is not told. */
export type Supply = {
  /** Days until an order arrives. */
  readonly leadDays: number | null
  /** Days until the next order is placed. */
  readonly reviewDays: number | null
  /** How many thousandths of a unit a pack holds, and what it is called. */
  readonly pack: { readonly size: number; readonly name: string } | null
  /** Least quantity of an order, thousandths. */
  readonly minimum: number | null
  /** Days it stays good. */
  readonly shelfDays: number | null
  /** Minor units paid for one unit. */
  readonly cost: number | null
}

/** What holds until the owner says otherwise: an order comes in two days, one is placed every day. */
export const LEAD_DAYS = 2
export const REVIEW_DAYS = 1

export const leadDaysOf = ({ leadDays }: Pick<Supply, 'leadDays'>): number => leadDays ?? LEAD_DAYS

/** Terms by product: its own word counts before its category's, that before the whole shop's. */
export const supplyOf = (
  entries: readonly StockEntry[],
): ((product: number | null, category: number | null) => Supply) => {
  const newest = new Map<string, StockEntry>()
  for (const entry of entries) {
    const key = keyOf(entry.kind, entry.scope, entry.ref)
    if ((newest.get(key)?.no ?? -1) < entry.no) newest.set(key, entry)
  }
  return (product, category) => {
    const told = (kind: TermKind): StockEntry | null =>
      (product === null ? undefined : newest.get(keyOf(kind, 'product', product))) ??
      (category === null ? undefined : newest.get(keyOf(kind, 'category', category))) ??
      newest.get(keyOf(kind, 'shop', 0)) ??
      null
    const pack = told('pack')
    return {
      leadDays: told('lead')?.value ?? null,
      reviewDays: told('review')?.value ?? null,
      pack: pack && { size: pack.value, name: pack.unit ?? '' },
      minimum: told('minimum')?.value ?? null,
      shelfDays: told('shelf')?.value ?? null,
      cost: told('cost')?.value ?? null,
    }
  }
}

const keyOf = (kind: StockEntry['kind'], scope: EntryScope, ref: number): string =>
  `${kind} ${scope} ${ref}`
