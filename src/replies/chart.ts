import type { Summary } from '../analytics/findings.ts'
import type { Shop } from '../sales/shop.ts'
import { basisLine } from './basis.ts'
import { bold } from './mark.ts'
import type { Attachment, Reply } from './reply.ts'
import { comparisonLine, takings } from './summary.ts'
import { lines, voiceOf } from './voice.ts'

/** The picture and its words as one message: two would be billed twice. */
export const chartReply = (summary: Summary, picture: Attachment, shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return {
    text: chartCaption(summary, shop),
    choices: [
      { id: 'summary', title: words.buttons.summary },
      { id: 'forecast', title: words.buttons.forecast },
    ],
    attachment: picture,
  }
}

/** What the picture says, for those who do not open it. */
const chartCaption = (summary: Summary, shop: Shop): string => {
  const voice = voiceOf(shop)
  const title = voice.words.summary.title(voice.when(summary.span), takings(summary, voice))
  return lines(
    `📈 ${bold(title)}`,
    comparisonLine(summary, shop),
    trendLine(summary, shop),
    basisLine(summary.basis, shop, { withSpan: false }),
  )
}

const trendLine = ({ trend }: Summary, shop: Shop): string | null => {
  const { words, percent } = voiceOf(shop)
  if (trend === null) return null
  if (trend.direction === 'flat') return words.summary.trendFlat
  const say = trend.direction === 'up' ? words.summary.trendUp : words.summary.trendDown
  return say(percent(trend.change))
}
