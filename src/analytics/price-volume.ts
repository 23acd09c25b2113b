import type { ProductDay } from '../sales/totals.ts'
import type { Cause } from './findings.ts'

/** Prices that moved less than this are the same prices … */
const PRICE_CHANGE_MIN = 0.03
/** … and a part of the change smaller than this is not worth a word. */
const SHARE_MIN = 0.2
/** Products with a price before and now must bring so much of the money, or the split is a guess. */
const COVERED_MIN = 0.8

type Split = {
  readonly rows: readonly ProductDay[]
  /** Day from which the span runs. */
  readonly from: string
  readonly actual: number
  readonly expected: number
}

/**
 * How much of a change of money is other prices, how much other quantities. With f_p the price of a
 * product before and q, p the span's quantity and price: price effect = sum q (p - f_p), the joint term
 * included; the rest of the change is volume, so that both add up. Empty where files have no units, where
 * prices stand still, or where too little of the money has a price on both sides.
 */
export const priceAndVolume = ({ rows, from, actual, expected }: Split): Cause[] => {
  const change = actual - expected
  const priced = [...Map.groupBy(rows, ({ product }) => product).values()].flatMap((own) => {
    const before = sumOf(own.filter(({ day }) => day < from))
    const during = sumOf(own.filter(({ day }) => day >= from))
    if (before.quantity <= 0 || before.revenue <= 0 || during.quantity <= 0) return []
    const atOldPrice = (during.quantity * before.revenue) / before.quantity
    return [{ atOldPrice, atNewPrice: during.revenue }]
  })
  const atOld = priced.reduce((sum, { atOldPrice }) => sum + atOldPrice, 0)
  const atNew = priced.reduce((sum, { atNewPrice }) => sum + atNewPrice, 0)
  if (change === 0 || atOld <= 0 || atNew < COVERED_MIN * actual) return []
  const byPrice = atNew - atOld
  const matters =
    Math.abs(byPrice / atOld) >= PRICE_CHANGE_MIN && Math.abs(byPrice / change) >= SHARE_MIN
  if (!matters) return []
  const price = Math.round(byPrice)
  return [
    {
      kind: 'price',
      name: '',
      actual: Math.round(actual),
      expected: Math.round(actual) - price,
      delta: price,
      share: byPrice / change,
    },
    {
      kind: 'volume',
      name: '',
      actual: Math.round(actual) - price,
      expected: Math.round(expected),
      delta: Math.round(change) - price,
      share: 1 - byPrice / change,
    },
  ]
}

const sumOf = (rows: readonly ProductDay[]): { quantity: number; revenue: number } => ({
  quantity: rows.reduce((sum, row) => sum + row.quantity, 0),
  revenue: rows.reduce((sum, row) => sum + row.revenue, 0),
})
