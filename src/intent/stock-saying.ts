import type { Day } from '../sales/day.ts'
import type { EntryKind } from '../sales/stock.ts'

/** One thing told about goods, as said; whose it is, is found in the shop's own list of names. */
export type StockSaying = {
  readonly kind: EntryKind
  /** As typed; empty for the whole shop. */
  readonly name: string
  /** Things, days or major money, by `kind`. */
  readonly value: number
  /** The pack the value counts in, or for `cost` the pack it is paid for. */
  readonly pack: string | null
  /** The day it was so; null for now. */
  readonly day: Day | null
}

export type StockTalk =
  | {
      readonly kind: 'told'
      readonly sayings: readonly StockSaying[]
      /** Parts of the message that tell nothing we know. */
      readonly unread: readonly string[]
    }
  /** `sudah pesan` alone: what was advised. */
  | { readonly kind: 'ordered' }
  /** An empty name asks about everything. */
  | { readonly kind: 'asked'; readonly about: 'stock' | 'supply'; readonly name: string }
