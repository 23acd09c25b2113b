import type { RestockItem, Summary } from '../analytics/findings.ts'
import type { Shop } from '../sales/shop.ts'
import type { ToldDay } from '../sales/told-day.ts'
import { lowStockLine } from './low-stock.ts'
import { type Reply, textReply } from './reply.ts'
import { comparisonLine, summaryReply, takings } from './summary.ts'
import { item, lines, listed, voiceOf } from './voice.ts'

/** What a digest tells beside the summary itself. */
export type DigestTold = {
  readonly variantHeading: string | null
  /** What the owner said about the day. */
  readonly event: Pick<ToldDay, 'note'> | null
  /** Products that run low, the most urgent first. */
  readonly low: readonly RestockItem[]
}

/** The summary of a day or a week in its own words, come by itself: its last button sets when. */
export const digestReply = (summary: Summary, shop: Shop, told: DigestTold): Reply => {
  const voice = voiceOf(shop)
  const { text, choices } = summaryReply(summary, shop, told.variantHeading, told.event)
  const low = lowStockLine(told.low, voice)
  // The basis stays the last line.
  const [basis = '', ...rest] = text.split('\n').reverse()
  return textReply(lines(...rest.reverse(), low && item(low), basis), [
    ...choices.slice(0, SUMMARY_CHOICES),
    { id: 'schedule', title: voice.words.speaking.buttons.schedule },
  ])
}

/** Why or forecast, and restock; the third button is the schedule's. */
const SUMMARY_CHOICES = 2

/** The same as one line, for a template's parameter. */
export const digestLine = (summary: Summary, shop: Shop): string =>
  listed(', ', [takings(summary, voiceOf(shop)), comparisonLine(summary, shop)])
