import type { Restock, RestockItem, Surplus } from '../analytics/findings.ts'
import { capital } from '../i18n/capital.ts'
import { dayMonth, shortDay } from '../i18n/numbers.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import { bold, italic } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { quietFor } from './summary.ts'
import { lines, listed, type Voice, voiceOf } from './voice.ts'

/** With title, order-less line and basis the answer keeps to eight lines. */
const ITEMS_SHOWN = 4
/** A product's second line says what its figure rests on, where the bubble has room for it. */
const LINES_IN_FULL = 2
const LINES_MAX = 8
const REDUCE_SHOWN = 2
const SURPLUS_SHOWN = 2
/** Meta takes 256 characters an id. */
const ID_CHARS_MAX = 250
const BUTTON_CHARS_MAX = 20

/** What to order today, what to slow down. Without known stock it says what to have ready. */
export const restockReply = (restock: Restock, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const shown = shownItems(restock)
  const more = restock.restock.length - shown.length
  const extras = [
    surplusLine(restock, voice),
    reduceLine(restock, voice),
    italic(basis(restock, shop)),
    invitation(restock, voice),
  ].filter((line) => line !== null)
  const inFull = 1 + LINES_IN_FULL * shown.length + extras.length <= LINES_MAX
  return textReply(
    lines(
      title(restock, voice, more),
      ...shown.map((each, i) => `${i + 1}. ${row(each, inFull, voice)}`),
      ...extras,
    ),
    choicesOf(restock, shown, voice),
  )
}

/** The products an advice names: one bubble of them. `Sudah pesan` speaks of these. */
export const shownItems = ({ restock }: Restock): readonly RestockItem[] =>
  restock.slice(0, ITEMS_SHOWN)

const choicesOf = (
  restock: Restock,
  shown: readonly RestockItem[],
  { words, whole, quantity }: Voice,
): Choice[] => {
  const [first] = shown
  const change = { id: 'stock:change', title: words.buttons.changeStock }
  if (first === undefined) {
    return [change, { id: 'forecast:7', title: words.buttons.sevenDays }]
  }
  const amount = first.packs === null ? whole(ceiled(first.order)) : quantity(packsOf(first))
  const asked = words.goods.advice.whyButton(amount)
  const id = first.ref === null ? 'restock:why' : `restock:why:${first.ref}`
  const title = asked.length > BUTTON_CHARS_MAX ? words.buttons.restockWhy : asked
  const orders = orderedId(shown)
  return [
    ...(knowsStock(restock) && orders ? [{ id: orders, title: words.buttons.ordered }] : []),
    change,
    { id, title },
  ]
}

/** `ordered:12=160000,13=28000`; null when nobody numbered the products. */
const orderedId = (shown: readonly RestockItem[]): string | null => {
  const orders = shown.flatMap(({ ref, order }) => (ref === null ? [] : [`${ref}=${order}`]))
  const id = `ordered:${orders.join(',')}`
  return orders.length === 0 || id.length > ID_CHARS_MAX ? null : id
}

/** The visible sum behind one item, line by line; the first of the list when none is named. */
export const restockWhyReply = (restock: Restock, shop: Shop, ref: number | null = null): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const item = restock.restock.find((each) => ref === null || each.ref === ref)
  if (item === undefined) return restockReply(restock, shop)
  const advice = words.goods.advice
  const amount = item.packs === null ? orderWords(item, voice) : packWords(item.packs, voice)
  return textReply(
    lines(
      `📦 ${bold(words.restock.whyTitle(voice.name(item.product), amount))}`,
      salesLine(item, voice),
      safetyLine(item, voice),
      usableLine(item, voice),
      item.onOrder > 0 ? advice.minusOnOrder(voice.quantity(item.onOrder)) : null,
      resultLine(item, voice),
      item.overShelf ? advice.overShelf(item.shelfDays ?? 0) : ladderLine(item, voice),
      italic(whyBasis(item, restock, shop)),
    ),
    [
      { id: 'restock', title: words.buttons.restock },
      ...(item.ref === null
        ? [{ id: 'forecast', title: words.buttons.forecast }]
        : [
            { id: `supply:${item.ref}`, title: words.buttons.supply },
            { id: 'stock:change', title: words.buttons.changeStock },
          ]),
    ],
  )
}

const salesLine = (item: RestockItem, voice: Voice): string => {
  const { advice } = voice.words.goods
  const sum = voice.whole(Math.round(item.expected / QUANTITY_ONE))
  return `${advice.sales(perDay(item, voice), item.days, sum)} (${advice.period(item.leadDays, item.days - item.leadDays)})`
}

const safetyLine = (item: RestockItem, voice: Voice): string | null => {
  const reserve = ceiled(item.toHave) - Math.round(item.expected / QUANTITY_ONE)
  const { advice } = voice.words.goods
  return reserve > 0 ? advice.safety(voice.whole(reserve), voice.percent(item.level)) : null
}

const usableLine = (item: RestockItem, { words, quantity }: Voice): string | null => {
  const { advice } = words.goods
  if (item.onHand === null || item.usable === null) return null
  const lasts =
    item.coverDays === null || item.onHand === 0 ? '' : ` (${advice.cover(item.coverDays)})`
  return item.usable < item.onHand
    ? advice.minusUsable(quantity(item.usable), quantity(item.onHand))
    : `${advice.minusOnHand(quantity(item.onHand))}${lasts}`
}

/** `= 160 → 8 ikat isi 20`: what is missing, and what can be bought of it. */
const resultLine = (item: RestockItem, voice: Voice): string => {
  const { words, quantity, whole } = voice
  const { advice } = words.goods
  const { packs } = item
  const bought = [
    item.byMinimum && packs === null ? advice.toMinimum(bold(whole(ceiled(item.order)))) : null,
    packs === null ? null : advice.toPacks(bold(packWords(packs, voice)), quantity(packs.size)),
  ]
  const isBoughtAsIs = packs === null && !item.byMinimum
  const needed = isBoughtAsIs ? bold(whole(ceiled(item.order))) : quantity(item.needed)
  return listed(' ', [advice.needed(needed), ...bought])
}

/** Without stock the owner chooses how sure to be. */
const ladderLine = (item: RestockItem, { words, percent, whole }: Voice): string | null => {
  if (item.ladder.length === 0) return null
  const levels = item.ladder.map(({ level }) => percent(level)).join(' / ')
  const amounts = item.ladder.map(({ toHave }) => whole(ceiled(toHave))).join(' / ')
  return words.goods.advice.levels(levels, amounts)
}

const whyBasis = (item: RestockItem, restock: Restock, shop: Shop): string => {
  const voice = voiceOf(shop)
  const { words } = voice
  const { advice } = words.goods
  const { days, quantity } = item.lastDays
  return `${basis(restock, shop)} ${capital(
    listed('; ', [
      days > 0 ? words.restock.whyRecent(days, voice.quantity(quantity)) : null,
      item.class.xyz === null
        ? null
        : advice.class(item.class.abc, advice.steadiness[item.class.xyz]),
      advice.because(voice.percent(item.level), advice.why[item.levelWhy]),
    ]),
  )}.`
}

/** Half a bouquet cannot be ordered. */
export const ceiled = (thousandths: number): number => Math.ceil(thousandths / QUANTITY_ONE)

const title = (restock: Restock, { words }: Voice, more: number): string => {
  const count = restock.restock.length
  if (count === 0) return `👍 ${bold(words.restock.enough)}`
  const text = knowsStock(restock)
    ? words.restock.order(count)
    : words.restock.prepare(count, restock.days)
  return `📦 ${bold(text)}${more > 0 ? ` (${words.restock.more(more)})` : ''}`
}

const knowsStock = ({ restock }: Restock): boolean => restock.some(({ onHand }) => onHand !== null)

const row = (each: RestockItem, inFull: boolean, voice: Voice): string => {
  const { words, name } = voice
  const head = words.goods.count(name(each.product), orderWords(each, voice, bold))
  const sells = words.restock.perDay(perDay(each, voice))
  const stock = stockWords(each, voice)
  if (!inFull) return `${head} · ${listed(' · ', [stock, sells])}`
  const { advice } = words.goods
  const details = listed(' · ', [
    stock,
    sells,
    advice.lead(each.leadDays),
    each.shelfDays === null ? null : advice.shelf(each.shelfDays),
  ])
  return `${head}\n   ${details}`
}

const stockWords = (each: RestockItem, { words, quantity }: Voice): string | null =>
  listed(' · ', [
    each.needsCount ? words.goods.advice.recount : null,
    each.onHand === null || each.needsCount ? null : words.restock.onHand(quantity(each.onHand)),
    each.onOrder > 0 ? words.goods.advice.onOrder(quantity(each.onOrder)) : null,
  ])

const asIs = (text: string): string => text

/** `8 ikat (160)`, or `160`; `mark` marks what is bought. */
const orderWords = (each: RestockItem, voice: Voice, mark = asIs): string => {
  const { words, whole } = voice
  const units = whole(ceiled(each.order))
  if (each.packs === null) return mark(units)
  return words.goods.advice.packs(mark(packWords(each.packs, voice)), units)
}

const packWords = (packs: NonNullable<RestockItem['packs']>, { words, whole }: Voice): string =>
  words.goods.advice.pack(whole(packs.count), packs.name)

const packsOf = ({ packs }: RestockItem): number => (packs?.count ?? 0) * QUANTITY_ONE

/** Above this many a day a decimal adds nothing. */
const DECIMAL_UNDER = 10

export const perDay = ({ perDay: mean }: RestockItem, { quantity, whole }: Voice): string =>
  mean < DECIMAL_UNDER * QUANTITY_ONE
    ? quantity(toTenths(mean))
    : whole(Math.round(mean / QUANTITY_ONE))

const toTenths = (thousandths: number): number => Math.round(thousandths / 100) * 100

const reduceLine = ({ reduce, surplus }: Restock, voice: Voice): string | null => {
  const { words } = voice
  const told = new Set(surplus.slice(0, SURPLUS_SHOWN).map(({ product }) => product))
  const names = reduce
    .filter(({ product }) => !told.has(product))
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

/** What lies too long, the most urgent kind of it: one line. */
const surplusLine = ({ surplus }: Restock, voice: Voice): string | null => {
  const [first] = surplus
  if (first === undefined) return null
  const { advice } = voice.words.goods
  const isMarked = first.kind === 'markdown'
  const names = surplus
    .filter(({ kind }) => (kind === 'markdown') === isMarked)
    .slice(0, SURPLUS_SHOWN)
    .map((each) => surplusWords(each, voice))
    .join(', ')
  return isMarked ? advice.markdown(names) : advice.surplus(names)
}

const surplusWords = (each: Surplus, { words, name, quantity }: Voice): string => {
  const { advice } = words.goods
  const [product, left] = [name(each.product), quantity(each.onHand)]
  switch (each.kind) {
    case 'dead':
      return advice.dead(product, left, each.quietDays)
    case 'over':
      return each.coverDays === null
        ? advice.overMany(product, left)
        : advice.over(product, left, each.coverDays)
    case 'markdown':
      return advice.marked(product, left, each.coverDays ?? YEAR_DAYS, each.shelfLeft ?? 0)
  }
}

const YEAR_DAYS = 365

const basis = (restock: Restock, shop: Shop): string => {
  const { words } = voiceOf(shop)
  const { advice } = words.goods
  const { counted } = restock
  const parts = [
    advice.basis(shortDay(restock.basis.span.to, shop.language)),
    counted && advice.basisStock(countedDays(counted, shop)),
    restock.restock.some(isAssumed) ? assumedWords(restock, shop) : null,
  ]
  const stale = restock.staleDays > 1 ? ` ${advice.stale}` : ''
  return `${listed(', ', parts)}.${stale}`
}

const countedDays = ({ from, to }: NonNullable<Restock['counted']>, { language }: Shop): string =>
  from === to ? shortDay(to, language) : `${dayMonth(from, language)} - ${dayMonth(to, language)}`

/** Nothing told about delivery: the figure rests on our own assumption. */
const isAssumed = ({ assumed }: RestockItem): boolean => assumed

const assumedWords = ({ restock }: Restock, shop: Shop): string | null => {
  const first = restock.find(isAssumed)
  const { advice } = voiceOf(shop).words.goods
  return first === undefined ? null : advice.assumed(first.leadDays, first.reviewDays)
}

/** Where the stock of what is advised is not known: how to tell it. */
const invitation = (restock: Restock, { words, name }: Voice): string | null => {
  const unknown = restock.restock.find(({ onHand }) => onHand === null)
  if (unknown === undefined) return null
  const { goods } = words
  return goods.advice.tellStock(bold(goods.stockExample(name(unknown.product))))
}
