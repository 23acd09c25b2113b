import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** A list of goods on hand came in: noted for restock, and said plainly that no sale was counted. */
export const stockReply = (
  list: { readonly fileName: string; readonly products: number; readonly skipped: number },
  shop: Shop,
): Reply => {
  const { words, name } = voiceOf(shop)
  return textReply(
    lines(
      `📦 ${words.stock.noted(bold(name(list.fileName)), list.products)}`,
      list.skipped > 0 ? words.stock.skipped(list.skipped) : null,
      words.stock.notSales,
    ),
    [
      { id: 'restock', title: words.buttons.restock },
      { id: 'summary', title: words.buttons.summary },
    ],
  )
}
