import { longDay } from '../i18n/numbers.ts'
import type { Day, Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { type Voice, voiceOf } from './voice.ts'

/** How figures and names are written where a story leaves room for them. */
export type FactFormat = Pick<
  Voice,
  'money' | 'quantity' | 'quantityRange' | 'percent' | 'name'
> & {
  readonly day: (day: Day) => string
  readonly span: (span: Span) => string
  readonly count: (count: number) => string
  readonly cause: (kind: 'receipts' | 'basket') => string
}

/** The same pens as in every other answer, so that a story never writes a figure its own way. */
export const factFormat = (shop: Shop): FactFormat => {
  const { money, quantity, quantityRange, percent, name, when, whole, words } = voiceOf(shop)
  return {
    money,
    quantity,
    quantityRange,
    percent,
    name,
    day: (day) => longDay(day, shop.language),
    span: when,
    count: whole,
    cause: (kind) => (kind === 'receipts' ? words.why.buyers : words.why.basket),
  }
}
