import type { Summary } from '../analytics/findings.ts'
import type { Shop } from '../sales/shop.ts'
import { amountsIn, measureOf } from './amount.ts'
import { basisLine } from './basis.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { spanId } from './summary.ts'
import { lines, voiceOf } from './voice.ts'

/** The tenth branch of a small chain still fits; beyond that the list would be a table. */
const BRANCHES_SHOWN = 5

/** Branch against branch over a summary's span. */
export const branchesReply = (summary: Summary, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words, name, percent } = voice
  const { amount } = amountsIn(measureOf(summary.sums), voice)
  const { branches } = summary
  const [first] = branches
  if (first === undefined) {
    return textReply(lines(words.branches.none, words.branches.noneNext), [
      { id: 'export-help', title: words.buttons.exportHelp },
      { id: 'summary', title: words.buttons.summary },
    ])
  }
  const rows = branches
    .slice(1, BRANCHES_SHOWN)
    .map(
      (each, i) => `${i + 2}. ${name(each.name)}: ${amount(each.revenue)}, ${percent(each.share)}`,
    )
  const more = branches.length - BRANCHES_SHOWN
  const title = words.branches.title(name(first.name), amount(first.revenue), percent(first.share))
  return textReply(
    lines(
      `🏬 ${bold(title)}`,
      ...rows,
      more > 0 ? words.summary.more(more) : null,
      basisLine(summary.basis, shop, { withSpan: true }),
    ),
    [
      { id: `why:${spanId(summary.span)}`, title: words.buttons.why },
      { id: `summary:${spanId(summary.span)}`, title: words.buttons.summary },
      { id: `chart:${spanId(summary.span)}`, title: words.buttons.chart },
    ],
  )
}
