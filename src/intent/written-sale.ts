import type { Day } from '../sales/day.ts'
import { amountsIn, type FoundAmount, TOKEN } from './amount.ts'
import type { RouteContext } from './intent.ts'
import { lexiconOf, readWords } from './lexicon.ts'
import { readPeriods } from './period.ts'
import type { SoldSaying } from './sold-saying.ts'
import { unaccented } from './words.ts'

/** A line of a ledger as it is written: every cell text, empty where there is none. */
export type WrittenLine = {
  readonly date: string
  readonly product: string
  readonly quantity: string
  readonly price: string
  readonly total: string
  readonly isReturn: boolean
  readonly doubtful: readonly string[]
}

/** A line read: the sale, what of it is to be looked at, and the sum written where it is another one. */
export type WrittenSale = {
  readonly saying: SoldSaying
  readonly isDoubtful: boolean
  /** Major units; null: it fits, or none is written. */
  readonly otherTotal: number | null
}

/**
 * Reads the figures of a written line: quantity × price must be its total. Null when there is no product or
 * no figure. A day that has not come, or that nobody can read, is left open and the line marked.
 */
export const readWritten = (line: WrittenLine, context: RouteContext): WrittenSale | null => {
  const product = line.product.trim()
  const [quantity, price, total] = [line.quantity, line.price, line.total].map(figureIn)
  if (product === '' || (quantity ?? price ?? total ?? null) === null) return null
  const day = line.date.trim() === '' ? null : dayWritten(line.date, context)
  const count = quantity?.value ?? 1
  const isLost = [line.quantity, line.price, line.total].some(
    (cell, at) => cell.trim() !== '' && [quantity, price, total][at] === null,
  )
  const sum = price && total ? price.value * count : null
  const otherTotal = total && sum !== null && !isSame(sum, total.value) ? total.value : null
  return {
    saying: {
      names: [product],
      quantity: count > 0 ? count : 1,
      pack: quantity?.pack ?? null,
      price: priceSaid(price ?? null, total ?? null),
      kind: line.isReturn || count < 0 ? 'refund' : 'sale',
      day,
    },
    isDoubtful:
      line.doubtful.length > 0 ||
      isLost ||
      !(count > 0) ||
      (line.date.trim() !== '' && day === null),
    otherTotal,
  }
}

/** A sum of money somewhere in a text: `Total Rp 350.000`; null for none. */
export const amountWritten = (text: string): number | null => figureIn(text)?.value ?? null

const priceSaid = (price: FoundAmount | null, total: FoundAmount | null): SoldSaying['price'] => {
  if (price !== null && price.value > 0) return { value: price.value, per: 'each', isBare: true }
  if (total !== null && total.value > 0) return { value: total.value, per: 'total', isBare: true }
  return null
}

const figureIn = (text: string): FoundAmount | null => {
  const tokens = (text.replace(/(?:rp|idr|r?\$)\.?\s*(?=\d)/gi, ' ').match(TOKEN) ?? []).map(
    (token) => unaccented(token.toLowerCase()),
  )
  return amountsIn(tokens)[0] ?? null
}

/** Prices are rounded when they are written down. */
const ROUNDING = 0.005
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING * Math.max(a, b)

const dayWritten = (
  text: string,
  { today, language, names = new Set() }: RouteContext,
): Day | null => {
  const words = readWords(text, names, lexiconOf(language))
  const { periods } = readPeriods(words, today, 'past')
  const [period] = periods
  if (period === undefined || periods.length > 1 || period.span.from !== period.span.to) return null
  return period.span.to <= today ? period.span.to : null
}
