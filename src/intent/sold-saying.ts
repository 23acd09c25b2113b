import type { Day } from '../sales/day.ts'

/** A price as it was said. */
export type SaidPrice = {
  /** Major units, as written: 15000 for `15rb`, 15 for `15`. */
  readonly value: number
  /** Of one piece, of all of them, or left open: `3 mawar 15rb`. */
  readonly per: 'each' | 'total' | null
  /** A bare figure without `rb` or a currency mark: `15` may well mean fifteen thousand. */
  readonly isBare: boolean
}

/** One sale in the owner's words, before anybody has looked for whose it is. */
export type SoldSaying = {
  /** The words that name something, in the stretches they stood in: `mawar merah`, `dago`. */
  readonly names: readonly string[]
  /** Pieces, or packs where `pack` names one. */
  readonly quantity: number
  readonly pack: string | null
  readonly price: SaidPrice | null
  readonly kind: 'sale' | 'refund'
  /** The day it was sold; null: not said. */
  readonly day: Day | null
}

/** What is put right in a sale told before: only what was said. */
export type SoldFix = {
  /** The message of ours that showed it. */
  readonly about: number
  /** Which line of it, from 1; null: not said. */
  readonly row: number | null
  readonly quantity: number | null
  readonly price: SaidPrice | null
  /** What the person says it was not: `4 bukan 3`. */
  readonly not: number | null
  readonly names: readonly string[]
}

/** A message about sales that are to be booked by hand. */
export type SoldTalk =
  | {
      readonly kind: 'told'
      readonly sayings: readonly SoldSaying[]
      readonly unread: readonly string[]
    }
  | { readonly kind: 'fix'; readonly fix: SoldFix }
  | { readonly kind: 'delete-last' }
