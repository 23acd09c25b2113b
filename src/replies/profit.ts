import type { Profit } from '../analytics/profit.ts'
import { capital } from '../i18n/capital.ts'
import type { Period } from '../intent/intent.ts'
import type { Shop } from '../sales/shop.ts'
import { basisLine } from './basis.ts'
import { bold } from './mark.ts'
import { periodName } from './no-data.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, listed, type Voice, voiceOf } from './voice.ts'

const NAMED = 2

/** Gross profit of the products whose cost is known, and how much of the shop that is. */
export const profitReply = (profit: Profit, period: Period, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words, money, percent } = voice
  const said = words.goods.profit
  const earned = profit.revenue - profit.cost
  const basis = { span: profit.span, lines: profit.lines, branches: 0, asOfMinute: null }
  return textReply(
    lines(
      `💰 ${bold(said.title(capital(periodName(period, shop)), money(earned)))}`,
      said.sum(money(profit.revenue), money(profit.cost)),
      profit.revenue > 0 && earned >= 0 ? said.margin(percent(earned / profit.revenue)) : null,
      partLine(profit, voice),
      namesLine(profit, voice),
      profit.unknown === null ? null : said.how(bold(said.howExample(voice.name(profit.unknown)))),
      basisLine(basis, shop, { withSpan: true }),
    ),
    [
      { id: 'summary', title: words.buttons.summary },
      { id: 'profit:how', title: words.buttons.costHow },
      { id: 'menu', title: words.buttons.menu },
    ],
  )
}

const partLine = ({ known, products, share }: Profit, { words, percent }: Voice): string | null =>
  known.length === products ? null : words.goods.profit.part(known.length, products, percent(share))

const namesLine = ({ known }: Profit, voice: Voice): string | null => {
  const said = voice.words.goods.profit
  const named = (list: Profit['known']) =>
    list
      .slice(0, NAMED)
      .map(({ product, profit }) => `${voice.name(product)} ${voice.money(profit)}`)
      .join(', ')
  const lost = known.filter(({ profit }) => profit < 0).toReversed()
  const won = known.length > 1 ? known.filter(({ profit }) => profit > 0) : []
  const text = listed('\n', [
    won.length > 0 ? said.best(named(won)) : null,
    lost.length > 0 ? said.loss(named(lost)) : null,
  ])
  return text === '' ? null : text
}

/** How to tell what goods cost. */
export const costHowReply = (product: string | null, shop: Shop): Reply => {
  const { words, name } = voiceOf(shop)
  const said = words.goods.profit
  const example = product === null ? words.goods.askProduct : name(product)
  return textReply(
    lines(
      bold(said.howTitle),
      said.howLine(bold(said.howExample(example))),
      said.howPack(bold(said.howPackExample(example))),
      said.howFile,
    ),
    [
      { id: 'supply', title: words.buttons.supply },
      { id: 'menu', title: words.buttons.menu },
    ],
  )
}
