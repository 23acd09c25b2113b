import type { Sale } from './sale.ts'

/** Uploads that hold sales told by hand begin so, with the number of the message behind it. */
export const TYPED_SOURCE = 'typed:'

/** A sale told by hand, with everything found that it needs: quantity in thousandths, money in minor units. */
export type ToldSale = Pick<Sale, 'day' | 'product' | 'branch' | 'kind'> & {
  /** Above 0, refunds too. */
  readonly quantity: number
  /** What all of it came to, above 0, refunds too; null in a shop that counts no money. */
  readonly revenue: number | null
  /** Nobody said a price: the usual one was taken. */
  readonly isUsualPrice: boolean
  /** How it was counted where that was in packs. */
  readonly packs: { readonly count: number; readonly name: string } | null
}

/** How a sale told stands: asked about, counted, or left. */
export type ToldState = 'open' | 'booked' | 'dropped'
