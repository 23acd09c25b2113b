import { clock, shortDay } from '../i18n/numbers.ts'
import { addDays, type Day, dayFromNumber } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { type EntryKind, type EntryScope, MINUTES_A_DAY, type Stocked } from '../sales/stock.ts'
import { LEAD_DAYS, REVIEW_DAYS, type Supply } from '../sales/supply.ts'
import { bold, italic } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { item, lines, listed, type Voice, voiceOf } from './voice.ts'

/** One thing told that is kept now. Quantities in thousandths, cost in minor units. */
export type ToldGoods = {
  readonly kind: EntryKind
  readonly scope: EntryScope
  readonly name: string
  readonly value: number
  /** Name of the pack, for `pack`. */
  readonly unit: string | null
  /** The packs it was told in. */
  readonly packs: { readonly count: number; readonly name: string } | null
  /** Stock as it was believed to be; null when it was not known. */
  readonly before: number | null
  /** Stock after a delivery or waste; null without a count. */
  readonly now: number | null
  readonly onOrder: number
  /** When an order is due. */
  readonly due: Day | null
}

/** Why a part of the message is not kept yet. */
export type GoodsProblem =
  | {
      readonly kind: 'several' | 'unknown'
      readonly said: string
      readonly choices: readonly { readonly name: string; readonly id: string }[]
      readonly newId: string | null
    }
  | { readonly kind: 'pack'; readonly name: string; readonly pack: string }
  | { readonly kind: 'branch'; readonly branch: string; readonly said: string }
  | { readonly kind: 'too-much'; readonly name: string }
  | { readonly kind: 'not-for-many'; readonly said: string }

export type ToldReplyParts = {
  readonly told: readonly ToldGoods[]
  readonly problems: readonly GoodsProblem[]
  /** Parts of the message nobody could read. */
  readonly unread: readonly string[]
  /** The day a count speaks of; null for now. */
  readonly day: Day | null
  readonly today: Day
  /** Minutes since midnight on the shop's wall clock; null when sales carry no times. */
  readonly minute: number | null
  /** Takes all of it back. */
  readonly undoId: string
}

/** With heading, question and closing line the answer keeps to eight lines. */
const TOLD_SHOWN = 5
const CHOICES_MAX = 3

/** What was noted, and the one thing that has to be asked. */
export const stockToldReply = (parts: ToldReplyParts, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const [problem, ...others] = parts.problems
  const unnoted = [...others.map((each) => saidIn(each)), ...parts.unread].map(voice.name)
  const shown = parts.told.slice(0, TOLD_SHOWN).map((told) => toldLine(told, parts, shop))
  const more = parts.told.length - TOLD_SHOWN
  return textReply(
    lines(
      parts.told.length === 0 ? null : `✅ ${bold(words.goods.noted)}`,
      ...(shown.length === 1 ? shown : shown.map(item)),
      more > 0 ? words.restock.more(more) : null,
      problem === undefined ? null : problemLine(problem, voice),
      unnoted.length === 0 ? null : words.goods.notNoted(unnoted.join(', ')),
      problem === undefined ? goesDownLine(parts, shop) : null,
    ),
    problem === undefined ? afterNoted(parts, voice) : choicesFor(problem, parts, voice),
  )
}

const saidIn = (problem: GoodsProblem): string => ('said' in problem ? problem.said : problem.name)

const afterNoted = ({ told, undoId }: ToldReplyParts, { words }: Voice): Choice[] => [
  { id: 'restock', title: words.buttons.restock },
  told.some(({ kind }) => !isTermKind(kind))
    ? { id: 'stock', title: words.buttons.knownStock }
    : { id: 'supply', title: words.buttons.supply },
  { id: undoId, title: words.buttons.undo },
]

const isTermKind = (kind: EntryKind): boolean =>
  !(kind === 'count' || kind === 'receive' || kind === 'waste' || kind === 'order')

const problemLine = (problem: GoodsProblem, { words, name }: Voice): string => {
  const { goods } = words
  switch (problem.kind) {
    case 'several':
      return goods.which(name(problem.said))
    case 'unknown':
      return problem.choices.length > 0
        ? goods.unknownNear(name(problem.said))
        : goods.unknown(name(problem.said))
    case 'pack': {
      const example = goods.packExample(name(problem.name), problem.pack)
      return listed(' ', [
        goods.packUnknown(name(problem.name), problem.pack),
        goods.packNext(bold(example)),
      ])
    }
    case 'branch':
      return goods.noBranches(name(problem.branch))
    case 'too-much':
      return goods.tooMuch(name(problem.name))
    case 'not-for-many':
      return goods.noCategory(name(problem.said))
  }
}

const choicesFor = (problem: GoodsProblem, parts: ToldReplyParts, voice: Voice): Choice[] => {
  const { words } = voice
  if (problem.kind !== 'several' && problem.kind !== 'unknown') {
    return parts.told.length > 0
      ? afterNoted(parts, voice)
      : [
          { id: 'stock', title: words.buttons.knownStock },
          { id: 'menu', title: words.buttons.menu },
        ]
  }
  const fresh =
    problem.newId === null ? [] : [{ id: problem.newId, title: words.buttons.newProduct }]
  const room = CHOICES_MAX - fresh.length
  const named = problem.choices
    .slice(0, room)
    .map(({ id, name }) => ({ id, title: voice.name(name) }))
  const choices = [...named, ...fresh]
  return choices.length > 0 ? choices : [{ id: 'menu', title: words.buttons.menu }]
}

/** What was said, with what it makes of the stock. */
const toldLine = (told: ToldGoods, { day }: ToldReplyParts, shop: Shop): string => {
  const voice = voiceOf(shop)
  const { words, quantity } = voice
  const { goods } = words
  const said = saidLine(told, voice)
  const now = told.now === null ? goods.noCount : goods.now(quantity(told.now))
  switch (told.kind) {
    case 'count':
      return `${said}${inBrackets([
        day === null ? null : goods.asOf(shortDay(day, shop.language)),
        told.before === null || told.before === told.value
          ? null
          : goods.before(quantity(told.before)),
      ])}`
    case 'receive': {
      const onOrder = told.onOrder > 0 ? goods.stillOnOrder(quantity(told.onOrder)) : null
      return `${listed(', ', [said, now])}${inBrackets([onOrder])}`
    }
    case 'waste':
      return listed(', ', [said, now])
    case 'order':
      return listed(', ', [
        said,
        told.value === 0 || told.due === null
          ? null
          : goods.orderDue(shortDay(told.due, shop.language)),
      ])
    default:
      return said
  }
}

type Said = Pick<ToldGoods, 'kind' | 'scope' | 'name' | 'value' | 'unit' | 'packs'>

const saidLine = (told: Said, voice: Voice): string => {
  const { goods } = voice.words
  const { value } = told
  const name = subject(told, voice)
  switch (told.kind) {
    case 'count':
    case 'receive':
    case 'waste':
      return goods[told.kind](name, bold(amountOf(told, voice)))
    case 'order':
      return value === 0 ? goods.orderGone(name) : goods.order(name, bold(amountOf(told, voice)))
    case 'lead':
    case 'review':
    case 'shelf':
      return goods[told.kind](name, value)
    case 'minimum':
      return goods.minimum(name, voice.quantity(value))
    case 'pack':
      return goods.pack(name, told.unit ?? '', voice.quantity(value))
    case 'cost':
      return goods.cost(name, voice.fullMoney(value))
  }
}

const subject = (
  { scope, name }: Pick<Said, 'scope' | 'name'>,
  { words, name: safe }: Voice,
): string => {
  if (scope === 'shop') return words.goods.everything
  return scope === 'category' ? words.goods.category(safe(name)) : safe(name)
}

/** `120`, or `6 ikat (120)`. */
const amountOf = (
  { value, packs }: Pick<Said, 'value' | 'packs'>,
  { words, quantity }: Voice,
): string =>
  packs === null
    ? quantity(value)
    : `${words.goods.packs(quantity(packs.count), packs.name)} (${quantity(value)})`

const inBrackets = (parts: readonly (string | null)[]): string => {
  const text = listed(', ', parts)
  return text === '' ? '' : ` (${text})`
}

/** What happens to a count from now on: the owner shall not have to take sales off by hand. */
const goesDownLine = (parts: ToldReplyParts, shop: Shop): string | null => {
  const { words } = voiceOf(shop)
  const { day, today, minute } = parts
  if (!parts.told.some(({ kind }) => kind === 'count')) return null
  const isNowWithTime = day === null && minute !== null
  return italic(
    isNowWithTime
      ? words.goods.takesOffFrom(clock(minute, shop.language))
      : words.goods.takesOffFromDay(shortDay(addDays(day ?? today, 1), shop.language)),
  )
}

/** How to tell stock; a bare `mawar 120` then answers. */
export const askStockReply = (examples: readonly string[], shop: Shop): Reply => {
  const { words, name } = voiceOf(shop)
  const example = examples[0] ?? words.goods.askProduct
  return textReply(
    lines(
      `📦 ${bold(words.goods.ask)}`,
      words.goods.askHow(bold(words.goods.askExample(name(example)))),
      words.goods.askMore,
    ),
    [
      { id: 'stock', title: words.buttons.knownStock },
      { id: 'restock', title: words.buttons.restock },
    ],
  )
}

export type StockOf = { readonly name: string; readonly stocked: Stocked }

/** Products listed; a phone shows so many at a glance. */
const STOCK_SHOWN = 6

/** What is on the shelf, emptiest first; what needs counting before all. */
export const stockListReply = (
  list: readonly StockOf[],
  { salesTo, shop }: { readonly salesTo: Day | null; readonly shop: Shop },
): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const sorted = list.toSorted(
    (a, b) =>
      Number(b.stocked.needsCount) - Number(a.stocked.needsCount) ||
      leftOrLast(a.stocked) - leftOrLast(b.stocked) ||
      a.name.localeCompare(b.name, 'en'),
  )
  const more = sorted.length - STOCK_SHOWN
  const title =
    more > 0
      ? `${words.goods.title(list.length)} (${words.restock.more(more)})`
      : words.goods.title(list.length)
  return textReply(
    lines(
      `📦 ${bold(title)}`,
      ...sorted
        .slice(0, STOCK_SHOWN)
        .map(({ name, stocked }) =>
          item(words.goods.count(voice.name(name), stockWords(stocked, voice))),
        ),
      italic(stockBasis(list, salesTo, shop)),
    ),
    stockChoices(voice),
  )
}

/** Counted goods first: what nobody has counted is no news. */
const leftOrLast = ({ onHand }: Stocked): number => onHand ?? Number.MAX_SAFE_INTEGER

const stockWords = (stocked: Stocked, { words, quantity }: Voice): string =>
  listed(', ', [
    stocked.onHand === null ? words.goods.noCount : null,
    stocked.needsCount ? words.goods.recount : null,
    stocked.onHand !== null && !stocked.needsCount
      ? words.goods.known(bold(quantity(stocked.onHand)))
      : null,
    stocked.onOrder > 0 ? words.goods.onOrder(quantity(stocked.onOrder)) : null,
  ])

const stockChoices = ({ words }: Voice): Choice[] => [
  { id: 'restock', title: words.buttons.restock },
  { id: 'stock:change', title: words.buttons.changeStock },
]

const stockBasis = (list: readonly StockOf[], salesTo: Day | null, shop: Shop): string => {
  const { words } = voiceOf(shop)
  const counted = countedWhen(
    list.flatMap(({ stocked }) => stocked.counted ?? []),
    shop,
  )
  if (counted === null) return words.goods.none
  return salesTo === null
    ? words.goods.basisNoSales(counted)
    : words.goods.basis(counted, shortDay(salesTo, shop.language))
}

/** `Rab 1 Apr`, or `Sel 24 Mar - Rab 1 Apr` where products were counted on different days. */
const countedWhen = (
  counts: readonly { readonly day: number }[],
  shop: Pick<Shop, 'language'>,
): string | null => {
  if (counts.length === 0) return null
  const days = counts.map(({ day }) => day)
  const [first, last] = [Math.min(...days), Math.max(...days)].map((day) =>
    shortDay(dayFromNumber(day), shop.language),
  )
  return first === last ? (first ?? null) : `${first} - ${last}`
}

/** The sum behind one product's stock, line by line. */
export const stockOfReply = (
  { name, stocked }: StockOf,
  { salesTo, shop }: { readonly salesTo: Day | null; readonly shop: Shop },
): Reply => {
  const voice = voiceOf(shop)
  const { words, quantity } = voice
  const { goods } = words
  const { counted } = stocked
  if (counted === null) {
    const order = stocked.onOrder > 0 ? goods.onOrder(quantity(stocked.onOrder)) : null
    return noStockOfReply(name, shop, order)
  }
  const part = (amount: number, say: (text: string) => string) =>
    amount === 0 ? null : say(quantity(amount))
  const title = stocked.needsCount
    ? words.goods.count(voice.name(name), goods.recount)
    : goods.count(voice.name(name), quantity(stocked.onHand ?? 0))
  return textReply(
    lines(
      `📦 ${bold(title)}`,
      goods.sum(quantity(counted.quantity), whenCounted(counted, shop)),
      part(stocked.received, goods.plus),
      part(stocked.wasted, goods.minusWaste),
      part(stocked.sold, goods.minusSold),
      stocked.needsCount ? goods.moreThanWas : null,
      isMoved(stocked) ? goods.result(bold(quantity(stocked.onHand ?? 0))) : null,
      stocked.onOrder > 0 ? goods.onOrder(quantity(stocked.onOrder)) : null,
      italic(stockBasis([{ name, stocked }], salesTo, shop)),
    ),
    stockChoices(voice),
  )
}

const isMoved = ({ received, wasted, sold, needsCount }: Stocked): boolean =>
  !needsCount && received + wasted + Math.abs(sold) > 0

const whenCounted = (
  { day, moment }: { readonly day: number; readonly moment: number },
  { language }: Shop,
): string => {
  const minute = moment % MINUTES_A_DAY
  const told = shortDay(dayFromNumber(day), language)
  return minute === MINUTES_A_DAY - 1 ? told : `${told} ${clock(minute, language)}`
}

/** A product nobody has counted: an invitation, never 0. */
export const noStockOfReply = (name: string, shop: Shop, also: string | null = null): Reply => {
  const { words, name: safe } = voiceOf(shop)
  return textReply(
    lines(
      words.goods.noneOf(bold(safe(name))),
      also,
      words.goods.askHow(bold(words.goods.askExample(safe(name)))),
    ),
    [
      { id: 'stock:change', title: words.buttons.changeStock },
      { id: 'restock', title: words.buttons.restock },
    ],
  )
}

/** Asked about a name that is none of the shop's, or several. */
export const whichGoodsReply = (
  said: string,
  choices: readonly { readonly name: string; readonly id: string }[],
  shop: Shop,
): Reply => {
  const voice = voiceOf(shop)
  const { goods, buttons } = voice.words
  const text = choices.length > 0 ? goods.which(voice.name(said)) : goods.unknown(voice.name(said))
  const named = choices
    .slice(0, CHOICES_MAX)
    .map(({ id, name }) => ({ id, title: voice.name(name) }))
  return textReply(text, named.length > 0 ? named : [{ id: 'products', title: buttons.products }])
}

/** How a product is supplied: what was told, what is assumed, what is missing. */
export const supplyReply = (
  supply: Supply,
  { name, shop }: { readonly name: string | null; readonly shop: Shop },
): Reply => {
  const voice = voiceOf(shop)
  const { words, quantity } = voice
  const terms = words.goods.supply
  const assumed = (text: string, value: number | null): string =>
    value === null ? `${text} (${terms.assumed})` : text
  const missing = name === null ? [] : missingIn(supply, terms.missing)
  const title = name === null ? terms.titleAll : terms.title(voice.name(name))
  return textReply(
    lines(
      `⚙️ ${bold(title)}`,
      item(assumed(terms.lead(supply.leadDays ?? LEAD_DAYS), supply.leadDays)),
      item(assumed(terms.review(supply.reviewDays ?? REVIEW_DAYS), supply.reviewDays)),
      toldItem([
        supply.pack && terms.pack(supply.pack.name, quantity(supply.pack.size)),
        supply.minimum === null ? null : terms.minimum(quantity(supply.minimum)),
      ]),
      supply.shelfDays === null ? null : item(terms.shelf(supply.shelfDays)),
      supply.cost === null ? null : item(terms.cost(voice.fullMoney(supply.cost))),
      missing.length === 0 ? null : terms.notTold(missing.join(', ')),
      terms.change(terms.examples(name === null ? '' : voice.name(name))),
    ),
    [
      { id: 'restock', title: words.buttons.restock },
      { id: 'stock', title: words.buttons.knownStock },
    ],
  )
}

const toldItem = (parts: readonly (string | null)[]): string | null => {
  const text = listed(' · ', parts)
  return text === '' ? null : item(text)
}

const missingIn = (
  supply: Supply,
  names: Voice['words']['goods']['supply']['missing'],
): readonly string[] => [
  ...(supply.pack === null ? [names.pack] : []),
  ...(supply.minimum === null ? [names.minimum] : []),
  ...(supply.shelfDays === null ? [names.shelf] : []),
  ...(supply.cost === null ? [names.cost] : []),
]

/** What was told is taken back, word by word; none when it was back already. */
export const stockUndoneReply = (told: readonly Omit<Said, 'packs'>[], shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const said = told.slice(0, TOLD_SHOWN).map((each) => saidLine({ ...each, packs: null }, voice))
  const more = told.length - TOLD_SHOWN
  const body =
    told.length === 0
      ? words.goods.nothingToUndo
      : lines(
          words.goods.undone(told.length),
          ...said.map(item),
          more > 0 ? words.restock.more(more) : null,
        )
  return textReply(body, [
    { id: 'stock', title: words.buttons.knownStock },
    { id: 'restock', title: words.buttons.restock },
  ])
}

export type OrderedGoods = { readonly name: string; readonly quantity: number; readonly due: Day }

/** What was just advised is on its way. */
export const orderedReply = (
  list: readonly OrderedGoods[],
  { undoId, shop }: { readonly undoId: string; readonly shop: Shop },
): Reply => {
  const voice = voiceOf(shop)
  const { words, quantity } = voice
  const [first] = list
  if (first === undefined) {
    return textReply(words.goods.orderedNone, [{ id: 'restock', title: words.buttons.restock }])
  }
  const example = words.goods.receiveExample(voice.name(first.name), quantity(first.quantity))
  return textReply(
    lines(
      `✅ ${bold(words.goods.ordered(list.length))}`,
      ...list.map(({ name, quantity: ordered, due }) =>
        item(
          listed(', ', [
            words.goods.count(voice.name(name), bold(quantity(ordered))),
            words.goods.orderDue(shortDay(due, shop.language)),
          ]),
        ),
      ),
      words.goods.orderedNext(bold(example)),
    ),
    [
      { id: 'restock', title: words.buttons.restock },
      { id: 'stock', title: words.buttons.knownStock },
      { id: undoId, title: words.buttons.undo },
    ],
  )
}
