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
  const { compare, speaking } = voice.words
  const { text, choices } = summaryReply(summary, shop, told.variantHeading, told.event)
  const low = lowStockLine(told.low, voice)
  // A day gone by runs no more: its file came before it was over.
  const read = text.replace(compare.running, speaking.sentEarly).split('\n')
  // The basis stays the last line.
  return textReply(lines(...read.slice(0, -1), low && item(low), read.at(-1) ?? null), [
    ...choices.slice(0, SUMMARY_CHOICES),
    { id: 'schedule', title: speaking.buttons.schedule },
  ])
}

/** Why or forecast, and restock; the third button is the schedule's. */
const SUMMARY_CHOICES = 2

/** The same as one line, for a template's parameter; without a comparison where there is none yet. */
export const digestLine = (summary: Summary, shop: Shop): string => {
  const voice = voiceOf(shop)
  const compared = comparisonLine(summary, shop)
  const isRunning = compared === voice.words.compare.running
  return listed(', ', [takings(summary, voice), isRunning ? null : compared])
}
