import type { Summary } from '../analytics/findings.ts'
import { clock, daySpan, longDay } from '../i18n/numbers.ts'
import type { Shop } from '../sales/shop.ts'
import type { BranchDay } from '../sales/totals.ts'
import { amountsIn, measureOf } from './amount.ts'
import { comparisonLine } from './summary.ts'
import { hasMoney, hasQuantity, type Voice, voiceOf } from './voice.ts'

/** `figure` is the same as a number, in thousandths, minor units or a plain count. */
export type Fact = {
  readonly label: string
  readonly value: string
  readonly figure?: { readonly kind: 'money' | 'quantity' | 'count'; readonly number: number }
}

/** The report's first page in figures; what the files do not hold is left out. */
export const reportFacts = (
  { summary, days }: { readonly summary: Summary; readonly days: readonly BranchDay[] },
  shop: Shop,
): readonly Fact[] => {
  const voice = voiceOf(shop)
  const { document } = voice.words
  const { sums, span, receipts } = summary
  const isPriced = hasMoney(sums)
  const text = (label: string, value: string | null): Fact[] =>
    value === null || value === '' ? [] : [{ label, value }]
  const some = (is: boolean, fact: Fact): Fact[] => (is ? [fact] : [])
  const { money, quantity, count } = figuresIn(voice)
  return [
    ...text(document.shop, shop.name),
    ...text(document.period, daySpan(span, shop.language)),
    ...some(isPriced, money(document.net, sums.revenue)),
    ...some(isPriced && sums.refundLines > 0, money(document.gross, sums.revenue + sums.refunds)),
    ...some(isPriced && sums.refundLines > 0, money(document.refunds, -sums.refunds)),
    ...some(hasQuantity(sums), quantity(document.quantity, sums.quantity)),
    ...text(document.change, comparisonLine(summary, shop)),
    ...averageOf(summary, days, voice),
    count(document.sales, sums.lines),
    ...(receipts === null ? [] : [count(document.receipts, receipts)]),
    ...leaders(summary, voice),
    ...text(document.asOf, asOf(summary.basis, shop)),
  ]
}

const figuresIn = (voice: Voice) => ({
  money: (label: string, number: number): Fact => ({
    label,
    value: voice.fullMoney(number),
    figure: { kind: 'money', number },
  }),
  quantity: (label: string, number: number): Fact => ({
    label,
    value: voice.quantity(number),
    figure: { kind: 'quantity', number },
  }),
  count: (label: string, number: number): Fact => ({
    label,
    value: voice.whole(number),
    figure: { kind: 'count', number },
  }),
})

/** A day on which nothing was entered is no trading day. */
const averageOf = (
  { sums }: Summary,
  days: readonly BranchDay[],
  voice: Voice,
): readonly Fact[] => {
  const traded = new Set(days.map(({ day }) => day)).size
  if (traded === 0) return []
  const label = voice.words.document.average
  const { money, quantity } = figuresIn(voice)
  return hasMoney(sums)
    ? [money(label, Math.round(sums.revenue / traded))]
    : [quantity(label, Math.round(sums.quantity / traded))]
}

const leaders = ({ bestSeller, branches, sums }: Summary, voice: Voice): readonly Fact[] => {
  const { document, summary } = voice.words
  const { amount } = amountsIn(measureOf(sums), voice)
  const sold = bestSeller && summary.sold(voice.quantity(bestSeller.quantity))
  const [first, second] = branches
  return [
    ...(bestSeller === null
      ? []
      : [{ label: document.bestSeller, value: `${voice.name(bestSeller.name)}, ${sold}` }]),
    ...(first === undefined || second === undefined
      ? []
      : [
          {
            label: document.bestBranch,
            value: `${voice.name(first.name)}, ${amount(first.revenue)}`,
          },
        ]),
  ]
}

const asOf = ({ span, asOfMinute }: Summary['basis'], { language }: Shop): string =>
  asOfMinute === null
    ? longDay(span.to, language)
    : `${longDay(span.to, language)}, ${clock(asOfMinute, language)}`
