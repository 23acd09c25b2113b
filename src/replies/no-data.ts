import { daySpan } from '../i18n/numbers.ts'
import type { Period } from '../intent/intent.ts'
import type { Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { spanId } from './summary.ts'
import { lines, voiceOf } from './voice.ts'

/** A shop without a single row yet. */
export const noDataYetReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(lines(words.noData.yet, words.noData.yetNext), [
    { id: 'sample', title: words.buttons.sample },
    { id: 'export-help', title: words.buttons.exportHelp },
  ])
}

/** Rows there are, but none in the span asked for: never shown as 0. `known` is what there is. */
export const noDataForPeriodReply = (asked: Span, known: Span, shop: Shop): Reply => {
  const { words, when } = voiceOf(shop)
  const last = { from: known.to, to: known.to }
  return textReply(
    lines(
      `📭 ${bold(words.noData.period(when(asked)))}`,
      words.noData.known(daySpan(known, shop.language)),
      words.noData.periodNext,
    ),
    [
      { id: `summary:${spanId(last)}`, title: when(last) },
      { id: 'uploads', title: words.buttons.uploads },
    ],
  )
}

/** Profit and cost: the files hold no cost, and revenue is not profit. */
export const noCostReply = (
  revenue: { readonly period: Period; readonly units: number } | null,
  shop: Shop,
): Reply => {
  const { words, money } = voiceOf(shop)
  const cost = words.noData.cost(bold(words.noData.costWord))
  const known =
    revenue && words.noData.revenue(periodName(revenue.period, shop), money(revenue.units))
  return textReply(known === null ? cost : `${cost} ${known}`, [
    { id: 'profit:how', title: words.buttons.costHow },
    { id: 'menu', title: words.buttons.menu },
  ])
}

/** `bulan ini` where it was asked like that, else the dates. */
export const periodName = ({ kind, span }: Period, shop: Shop): string => {
  const { words, when } = voiceOf(shop)
  return kind === 'day' || kind === 'days' ? when(span) : words.periods[kind]
}
