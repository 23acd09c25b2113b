import type { RestockItem } from '../analytics/findings.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { perDay } from './restock.ts'
import { lines, listed, type Voice, voiceOf } from './voice.ts'

/** More names than this do not fit the one line they get. */
const NAMED_MAX = 3

/** A product that brings most of the money runs out before the next order: said once, with what to do. */
export const lowStockReply = (
  [first, ...others]: readonly [RestockItem, ...RestockItem[]],
  shop: Shop,
): Reply => {
  const voice = voiceOf(shop)
  const { lowStock } = voice.words.speaking
  return textReply(
    lines(
      `📦 ${bold(title(first, voice))}`,
      listed(' · ', [
        lowStock.detail(voice.quantity(first.onHand ?? 0), perDay(first, voice)),
        first.leadDays > 0 ? lowStock.delivery(first.leadDays) : null,
      ]),
      others.length === 0 ? null : lowStock.also(namesOf(others, voice)),
    ),
    [
      { id: 'restock', title: voice.words.buttons.restock },
      { id: 'stock:change', title: voice.words.buttons.changeStock },
      { id: 'alerts', title: voice.words.speaking.buttons.alerts },
    ],
  )
}

/** The answer to `do not remind me` after it. */
export const lowStockMutedReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(`👍 ${words.speaking.lowStock.muted}`, [
    { id: 'restock', title: words.buttons.restock },
  ])
}

/** The same as one line of a summary; null when nothing runs low. */
export const lowStockLine = (items: readonly RestockItem[], voice: Voice): string | null =>
  items.length === 0 ? null : voice.words.speaking.lowStock.line(namesOf(items, voice))

/** For a template's parameter: the most urgent one. */
export const lowStockHeadline = (first: RestockItem, shop: Shop): string =>
  title(first, voiceOf(shop))

const title = (item: RestockItem, voice: Voice): string => {
  const { lowStock } = voice.words.speaking
  const product = voice.name(item.product)
  return item.onHand === 0
    ? lowStock.out(product)
    : lowStock.title(product, lowStock.days(wholeDays(item)))
}

const namesOf = (items: readonly RestockItem[], voice: Voice): string => {
  const { lowStock } = voice.words.speaking
  const named = items.slice(0, NAMED_MAX).map((item) => {
    const product = voice.name(item.product)
    return item.onHand === 0
      ? lowStock.itemOut(product)
      : lowStock.item(product, lowStock.days(wholeDays(item)))
  })
  const more = items.length - named.length
  return [...named, ...(more > 0 ? [voice.words.summary.more(more)] : [])].join(', ')
}

const wholeDays = ({ coverDays }: RestockItem): number => Math.floor(coverDays ?? 0)
