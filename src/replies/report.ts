import type { Anomaly, Forecast, Restock, Summary } from '../analytics/findings.ts'
import { spokenBy } from '../i18n/locale.ts'
import { dayName, quantityRange } from '../i18n/numbers.ts'
import { addDays, type Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { nearDay, what } from './alert.ts'
import type { Measure } from './amount.ts'
import { basisLine } from './basis.ts'
import { bold } from './mark.ts'
import { narrative } from './narrative.ts'
import { type Reply, textReply } from './reply.ts'
import { ceiled } from './restock.ts'
import { isClosedOn } from './special-day.ts'
import { comparisonLine, takings } from './summary.ts'
import { lines, listed, type Voice, voiceOf } from './voice.ts'

/** The findings of one moment. `story` is checked model text, or null for words written in code. */
export type ReportParts = {
  readonly summary: Summary
  readonly restock: Restock | null
  readonly story: string | null
  /** The most important first; empty when nothing is unusual. */
  readonly anomalies: readonly Anomaly[]
  readonly forecast: Forecast | null
  readonly today: Day
  readonly measure: Measure
}

/** What fits beside each other on a phone without turning into a table. */
const NAMES_SHOWN = 3

/** The five-part report in one message: summary, stock, story, alert, tomorrow's top products. */
export const reportReply = (parts: ReportParts, shop: Shop): Reply => {
  const { buttons } = voiceOf(shop).words
  const room = BODY_CHARS_MAX - reportText(parts, '', shop).length
  const story = parts.story === null ? '' : fitting(parts.story, room)
  const told = story === '' ? narrative(parts.summary, shop) : story
  return textReply(reportText(parts, told, shop), [
    { id: 'restock', title: buttons.restock },
    { id: 'forecast', title: buttons.forecast },
    { id: 'chart', title: buttons.chart },
  ])
}

/** WhatsApp shows buttons under at most so many characters; the story gives way, figures never do. */
const BODY_CHARS_MAX = 1024

const reportText = (parts: ReportParts, story: string, shop: Shop): string => {
  const voice = voiceOf(shop)
  const { words } = voice
  const { summary } = parts
  const titled = (title: string, text: string) => `${bold(title)} ${text}`
  return lines(
    `📋 ${bold(words.report.title(voice.when(summary.span)))}`,
    titled(`1. ${words.report.summary}:`, summaryPart(summary, shop)),
    titled(`2. ${words.report.stock}:`, stockPart(parts.restock, voice)),
    titled(`3. ${words.report.story}:`, story),
    titled(`4. ${words.report.alert}:`, alertPart(parts, shop)),
    titled(`5. ${tomorrowTitle(parts, shop)}:`, tomorrowPart(parts.forecast, shop)),
    basisLine(summary.basis, shop, { withSpan: false }),
  )
}

/** As many whole sentences as there is room for. */
const fitting = (story: string, room: number): string => {
  const sentences = story
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?…])\s+/)
  let fitted = ''
  for (const sentence of sentences) {
    const longer = fitted === '' ? sentence : `${fitted} ${sentence}`
    if (longer.length > room) break
    fitted = longer
  }
  return fitted
}

const summaryPart = (summary: Summary, shop: Shop): string => {
  const voice = voiceOf(shop)
  const { words, name } = voice
  const best = summary.bestSeller ?? summary.bestByRevenue
  return listed(', ', [
    takings(summary, voice),
    comparisonLine(summary, shop),
    best && words.report.best(name(best.name)),
  ])
}

const stockPart = (restock: Restock | null, voice: Voice): string => {
  const { words, name, whole } = voice
  const wanted = (restock?.restock ?? []).filter(({ order }) => ceiled(order) > 0)
  const add = wanted
    .slice(0, NAMES_SHOWN)
    .map(({ product, order }) => `${name(product)} ${whole(ceiled(order))}`)
  const less = (restock?.reduce ?? []).slice(0, NAMES_SHOWN - 1).map(({ product }) => name(product))
  const advice = listed('; ', [
    add.length > 0 ? words.report.restock(add.join(', ')) : null,
    less.length > 0 ? words.report.reduce(less.join(', ')) : null,
  ])
  return advice === '' ? words.report.stockFine : advice
}

const alertPart = ({ anomalies, today, measure }: ReportParts, shop: Shop): string => {
  const voice = voiceOf(shop)
  const [first, ...others] = anomalies
  if (first === undefined) return voice.words.report.noAlert
  const told = `${what(first, voice, measure)} ${nearDay(first.day, today, shop)}`
  return others.length === 0 ? told : `${told} ${voice.words.summary.more(others.length)}`
}

const tomorrowTitle = ({ forecast, today }: ReportParts, shop: Shop): string => {
  const { words } = voiceOf(shop)
  const day = forecast?.from ?? addDays(today, 1)
  return day === addDays(today, 1)
    ? words.forecast.tomorrow(dayName(day, shop.language))
    : dayName(day, shop.language)
}

const tomorrowPart = (forecast: Forecast | null, shop: Shop): string => {
  const { words, name, moneyRange } = voiceOf(shop)
  if (forecast === null) return words.report.noForecast
  if (isClosedOn(forecast, forecast.from)) return words.forecast.closed
  const top = forecast.products.flatMap(({ product, days }) => {
    const [first] = days
    return first && first.high > 0
      ? [`${name(product)} ${quantityRange(first.low, first.high, spokenBy(shop))}`]
      : []
  })
  const [revenue] = forecast.revenue
  if (top.length > 0) return top.slice(0, NAMES_SHOWN).join(', ')
  // Files without quantities are forecast in money.
  return revenue && revenue.high > 0
    ? words.forecast.revenue(moneyRange(revenue.low, revenue.high))
    : words.report.noForecast
}
