import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Sums } from '../sales/totals.ts'
import { hasMoney, type Voice } from './voice.ts'

/** What findings count in: money, or thousandths of units where the shop's files have no prices. */
export type Measure = 'money' | 'units'

/** Every finding of such a shop counts in the same. */
export const measureOf = (sums: Pick<Sums, 'revenue' | 'refunds'>): Measure =>
  hasMoney(sums) ? 'money' : 'units'

export type Amounts = {
  readonly amount: (value: number) => string
  /** An expectation or a difference from one: twenty things and more in whole ones. */
  readonly about: (value: number) => string
  readonly range: (low: number, high: number) => string
  /** With its sign. */
  readonly change: (value: number) => string
}

/** Nobody expects 32.28 bouquets. */
const WHOLE_FROM = 20 * QUANTITY_ONE

const inProse = (thousandths: number): number =>
  Math.abs(thousandths) < WHOLE_FROM
    ? thousandths
    : Math.round(thousandths / QUANTITY_ONE) * QUANTITY_ONE

export const amountsIn = (measure: Measure, voice: Voice): Amounts => {
  if (measure === 'money') {
    return {
      amount: voice.money,
      about: voice.money,
      range: voice.moneyRange,
      change: voice.change,
    }
  }
  const amount = (value: number) => voice.words.forecast.items(voice.quantity(value))
  return {
    amount,
    about: (value) => amount(inProse(value)),
    range: (low, high) => voice.words.forecast.items(voice.quantityRange(low, high)),
    change: (value) => `${value > 0 ? '+' : ''}${amount(value)}`,
  }
}
