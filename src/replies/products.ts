import type { Basis, NamedSum, Summary } from '../analytics/findings.ts'
import type { Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { basisLine } from './basis.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { slowLine, spanId } from './summary.ts'
import { hasMoney, hasQuantity, lines, type Voice, voiceOf } from './voice.ts'

/** Products of a span, best first by quantity (by money where no file has quantities). */
export type Ranking = {
  readonly span: Span
  readonly products: readonly NamedSum[]
  readonly slowMover: Summary['slowMover']
  readonly basis: Basis
}

/** With title, slow mover and basis this stays within seven lines. */
const PRODUCTS_SHOWN = 5

export const productsReply = (ranking: Ranking, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const [first, ...others] = ranking.products.slice(0, PRODUCTS_SHOWN)
  if (first === undefined) return textReply(words.products.none, [menu(words.buttons.menu)])
  const rows = [first, ...others].map((each, i) => `${i + 1}. ${row(each, voice)}`)
  return textReply(
    lines(
      `🏆 ${bold(words.products.title(voice.name(first.name), sold(first, voice)))}`,
      ...rows.slice(1),
      slowLine(ranking, voice),
      basisLine(ranking.basis, shop, { withSpan: true }),
    ),
    [
      { id: 'restock', title: words.buttons.restock },
      { id: 'forecast', title: words.buttons.forecast },
      { id: `summary:${spanId(ranking.span)}`, title: words.buttons.summary },
    ],
  )
}

const menu = (title: string) => ({ id: 'menu', title })

const sold = (product: NamedSum, voice: Voice): string =>
  hasQuantity(product)
    ? voice.words.summary.sold(voice.quantity(product.quantity))
    : voice.money(product.revenue)

const row = (product: NamedSum, voice: Voice): string => {
  const money = hasMoney({ ...product, refunds: 0 }) ? voice.money(product.revenue) : null
  const parts = [hasQuantity(product) ? voice.quantity(product.quantity) : null, money]
  return `${voice.name(product.name)}: ${parts.filter((part) => part !== null).join(' · ')}`
}
