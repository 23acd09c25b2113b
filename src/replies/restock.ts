import type { Restock, RestockItem } from '../analytics/findings.ts'
import { shortDay } from '../i18n/numbers.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import { bold, italic } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { quietFor } from './summary.ts'
import { lines, type Voice, voiceOf } from './voice.ts'

/** With title, order-less line and basis the answer keeps to seven lines. */
const ITEMS_SHOWN = 4
const REDUCE_SHOWN = 2

/** What to order today, what to slow down. Without known stock it says what to have ready. */
export const restockReply = (restock: Restock, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const wanted = restock.restock.filter(({ order }) => ceiled(order) > 0)
  const more = wanted.length - ITEMS_SHOWN
  return textReply(
    lines(
      title(restock, wanted, voice),
      ...wanted.slice(0, ITEMS_SHOWN).map((each, i) => `${i + 1}. ${row(each, voice)}`),
      more > 0 ? words.restock.more(more) : null,
      reduceLine(restock, voice),
      italic(basis(restock, shop)),
    ),
    [
      ...(wanted.length > 0 ? [{ id: 'restock:why', title: words.buttons.restockWhy }] : []),
      { id: 'forecast:7', title: words.buttons.sevenDays },
      { id: 'products', title: words.buttons.products },
    ],
  )
}

/** The visible sum behind the first item of the list. */
export const restockWhyReply = (restock: Restock, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words, name } = voice
  const first = restock.restock.find(({ order }) => ceiled(order) > 0)
  if (first === undefined) return restockReply(restock, shop)
  const expected = Math.round((first.perDay * restock.days) / QUANTITY_ONE)
  const reserve = ceiled(first.toHave) - expected
  const { days, quantity } = first.lastDays
  return textReply(
    lines(
      `📦 ${bold(words.restock.whyTitle(name(first.product), voice.whole(ceiled(first.order))))}`,
      words.restock.whySales(perDay(first, voice), restock.days, voice.whole(expected)),
      reserve > 0 ? words.restock.whySafety(voice.whole(reserve)) : null,
      first.onHand === null ? null : words.restock.whyOnHand(voice.quantity(first.onHand)),
      words.restock.whyResult(bold(voice.whole(ceiled(first.order)))),
      days > 0 ? words.restock.whyRecent(days, voice.quantity(quantity)) : null,
      italic(basis(restock, shop)),
    ),
    [
      { id: 'restock', title: words.buttons.restock },
      { id: 'forecast', title: words.buttons.forecast },
    ],
  )
}

/** Half a bouquet cannot be ordered. */
export const ceiled = (thousandths: number): number => Math.ceil(thousandths / QUANTITY_ONE)

const title = (restock: Restock, wanted: readonly RestockItem[], { words }: Voice): string => {
  if (wanted.length === 0) return `👍 ${bold(words.restock.enough)}`
  const text = knowsStock(restock)
    ? words.restock.order(wanted.length)
    : words.restock.prepare(wanted.length, restock.days)
  return `📦 ${bold(text)}`
}

const knowsStock = ({ restock }: Restock): boolean => restock.some(({ onHand }) => onHand !== null)

const row = (each: RestockItem, voice: Voice): string => {
  const { words } = voice
  const details = [
    each.onHand === null ? null : words.restock.onHand(voice.quantity(each.onHand)),
    words.restock.perDay(perDay(each, voice)),
  ].filter((part) => part !== null)
  return `${voice.name(each.product)}: ${bold(voice.whole(ceiled(each.order)))} (${details.join(' · ')})`
}

/** Above this many a day a decimal adds nothing. */
const DECIMAL_UNDER = 10

const perDay = ({ perDay: mean }: RestockItem, voice: Voice): string => {
  const step = mean < DECIMAL_UNDER * QUANTITY_ONE ? QUANTITY_ONE / 10 : QUANTITY_ONE
  return voice.quantity(Math.round(mean / step) * step)
}

const reduceLine = ({ reduce }: Restock, voice: Voice): string | null => {
  const { words } = voice
  const names = reduce
    .slice(0, REDUCE_SHOWN)
    .map((each) =>
      each.quietDays > 0 && each.quantity28 === 0
        ? words.restock.reducedQuiet(voice.name(each.product), quietFor(each.quietDays, voice))
        : words.restock.reduced(
            voice.name(each.product),
            voice.quantity(each.quantity28),
            voice.quantity(each.quantityBefore28),
          ),
    )
  return names.length === 0 ? null : words.restock.reduce(names.join(', '))
}

const basis = (restock: Restock, shop: Shop): string => {
  const { words, percent } = voiceOf(shop)
  const until = shortDay(restock.basis.span.to, shop.language)
  const text = words.restock.basis(restock.days, percent(restock.serviceLevel), until)
  const someUnknown = restock.restock.some(({ onHand }) => onHand === null)
  return someUnknown ? `${text} ${words.restock.noStock}` : text
}
