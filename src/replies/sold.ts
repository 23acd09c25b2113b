import type { Basis } from '../analytics/findings.ts'
import type { Day, Span } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import type { ToldSale } from '../sales/told-sale.ts'
import type { BranchDay } from '../sales/totals.ts'
import { basisLine } from './basis.ts'
import { bold } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { item, lines, listed, type Voice, voiceOf } from './voice.ts'

/** What stands between a sale that was told and booking it; `at` is the line, from 0. */
export type SoldProblem =
  | {
      readonly kind: 'which'
      readonly at: number
      readonly said: string
      /** Several fit; else nothing does, and the choices only come near. */
      readonly isSeveral: boolean
      readonly choices: readonly { readonly ref: number; readonly name: string }[]
    }
  | { readonly kind: 'branch'; readonly branches: readonly string[] }
  | { readonly kind: 'not-yours'; readonly branch: string; readonly own: readonly string[] }
  | { readonly kind: 'pack'; readonly name: string; readonly pack: string }
  | { readonly kind: 'too-much'; readonly name: string }
  /** Minor units of both readings; `count` in pieces or packs. */
  | {
      readonly kind: 'per'
      readonly at: number
      readonly name: string
      readonly each: number
      readonly total: number
      readonly count: number
    }
  | { readonly kind: 'price'; readonly at: number; readonly name: string }

/** A booked telling: `no` is the message that told it, `day` how the newest of its days stands now. */
export type BookedParts = {
  readonly no: number
  readonly sales: readonly ToldSale[]
  readonly unread: readonly string[]
  readonly isCorrected: boolean
  readonly today: Day
  readonly onDay: readonly BranchDay[]
}

/** What was booked, word for word, how the day stands, and the way to take it back or put it right. */
export const bookedReply = (parts: BookedParts, shop: Shop): Reply => {
  const { no, sales, unread, isCorrected } = parts
  const voice = voiceOf(shop)
  const { sold } = voice.words
  const done = isCorrected ? sold.corrected : sold.booked
  const unreadNames = unread.map((part) => `“${voice.name(part)}”`).join(', ')
  const [only] = sales.length === 1 ? sales : []
  const head = only === undefined ? headline(sales, voice) : saleText(only, voice)
  return textReply(
    lines(
      `✅ ${bold(`${done}: ${head}`)}`,
      ...(only === undefined ? saleItems(sales, voice) : []),
      listed(' · ', [placeText(sales, voice), dayLine(parts, voice)]),
      unread.length === 0 ? null : `${sold.unread(unreadNames)} ${sold.unreadNext}`,
      dayBasis(parts, shop),
    ),
    [
      { id: `sold:undo:${no}`, title: sold.buttons.undo },
      { id: `sold:change:${no}`, title: sold.buttons.change },
    ],
  )
}

/** The question that must be answered before anything is booked. */
export const askSoldReply = (problem: SoldProblem, no: number, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { sold } = voice.words
  const cancel: Choice = { id: `sold:drop:${no}`, title: sold.buttons.cancel }
  switch (problem.kind) {
    case 'which':
      return whichReply(problem, no, voice)
    case 'branch':
      return textReply(lines(bold(sold.branch), sold.notYet), [
        ...problem.branches
          .slice(0, CHOICES_MAX)
          .map((name, at): Choice => ({ id: `sold:branch:${no}:${at}`, title: voice.name(name) })),
        cancel,
      ])
    case 'not-yours':
      return textReply(
        lines(
          bold(sold.notYours(voice.name(problem.branch), problem.own.map(voice.name).join(', '))),
          sold.notYet,
        ),
        [cancel],
      )
    case 'pack':
      return packReply(problem, cancel, voice)
    case 'too-much':
      return textReply(lines(bold(sold.tooMuch(voice.name(problem.name))), sold.notYet), [cancel])
    case 'per':
      return perReply(problem, no, voice)
    case 'price':
      return textReply(
        lines(bold(sold.price(voice.name(problem.name))), sold.priceNext, sold.notYet),
        [cancel],
      )
  }
}

/** Rows of a WhatsApp list, with room for two more. */
const CHOICES_MAX = 8
const NEAR_SHOWN = 2

const whichReply = (
  problem: Extract<SoldProblem, { kind: 'which' }>,
  no: number,
  voice: Voice,
): Reply => {
  const { sold } = voice.words
  const { at, isSeveral } = problem
  const said = voice.name(problem.said)
  const shown = problem.choices.slice(0, isSeveral ? CHOICES_MAX : NEAR_SHOWN)
  const near = shown.length > 0 ? sold.unknownNear(said) : sold.unknown(said)
  const picks = shown.map(
    ({ ref, name }): Choice => ({ id: `sold:pick:${no}:${at}:${ref}`, title: voice.name(name) }),
  )
  const fresh: Choice = { id: `sold:new:${no}:${at}`, title: sold.buttons.fresh }
  const cancel: Choice = { id: `sold:drop:${no}`, title: sold.buttons.cancel }
  const last = isSeveral ? [cancel] : [fresh, ...(picks.length < NEAR_SHOWN ? [cancel] : [])]
  return textReply(lines(bold(isSeveral ? sold.which(said) : near), sold.notYet), [
    ...picks,
    ...last,
  ])
}

const packReply = (
  { name, pack }: Extract<SoldProblem, { kind: 'pack' }>,
  cancel: Choice,
  { words, name: shown }: Voice,
): Reply =>
  textReply(
    lines(
      bold(words.sold.pack(shown(name), shown(pack))),
      words.sold.packNext(bold(words.goods.packExample(shown(name), shown(pack)))),
      words.sold.notYet,
    ),
    [cancel],
  )

const perReply = (
  { at, each, total, count }: Extract<SoldProblem, { kind: 'per' }>,
  no: number,
  { words, fullMoney, quantity }: Voice,
): Reply => {
  const { sold } = words
  const price = fullMoney(total)
  return textReply(
    lines(bold(sold.per(price, quantity(Math.round(count * QUANTITY_ONE)))), sold.notYet),
    [
      {
        id: `sold:each:${no}:${at}`,
        title: sold.buttons.each(price),
        description: fullMoney(each),
      },
      { id: `sold:total:${no}:${at}`, title: sold.buttons.total(price), description: price },
    ],
  )
}

/** Taken back; `what` is what had been booked. */
export const soldUndoneReply = (
  {
    what,
    today,
    onDay,
    day,
  }: {
    readonly what: string
    readonly today: Day
    readonly day: Day | null
    readonly onDay: readonly BranchDay[]
  },
  shop: Shop,
): Reply => {
  const voice = voiceOf(shop)
  const sales = day === null ? null : dayLine({ sales: [{ day }], today, onDay }, voice)
  return textReply(lines(`↩️ ${bold(voice.words.sold.undone(what))}`, sales), [
    { id: 'summary', title: voice.words.buttons.summary },
  ])
}

/** That telling does not count any more, or never did. */
export const soldGoneReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.sold.gone, [{ id: 'summary', title: words.buttons.summary }])
}

/** Left on the teller's word. */
export const soldDroppedReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.sold.dropped, [{ id: 'menu', title: words.buttons.menu }])
}

/** Nothing of this person's that could be taken back; how to tell a sale. */
export const noneToldReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(lines(words.sold.none, tellHow(words)), [
    { id: 'summary', title: words.buttons.summary },
  ])
}

export const tellHow = ({ sold }: Voice['words']): string =>
  sold.how(sold.example(sold.exampleName))

/** How to put it right; `which`: the words did not say of which line they speak. */
export const changeHowReply = (
  {
    no,
    sales,
    isWhichLine,
  }: {
    readonly no: number
    readonly sales: readonly ToldSale[]
    readonly isWhichLine: boolean
  },
  shop: Shop,
): Reply => {
  const voice = voiceOf(shop)
  const { sold } = voice.words
  const shown = sales.length > 1 ? numbered(sales, voice) : []
  return textReply(
    lines(
      bold(sold.change),
      ...shown,
      isWhichLine || sales.length > 1 ? sold.changeLine : sold.changeHow,
    ),
    [
      { id: `sold:undo:${no}`, title: sold.buttons.undo },
      { id: `sold:keep:${no}`, title: sold.buttons.cancel },
    ],
  )
}

/** `3 Mawar Merah, 2 Lily Putih`: a telling in few words, for lists and for taking it back. */
export const toldWords = (sales: readonly ToldSale[], shop: Shop): string => {
  const voice = voiceOf(shop)
  return sales.map((sale) => goodsText(sale, voice)).join(', ')
}

/** What a telling comes to: refunds taken off; null without money. */
export const toldRevenue = (sales: readonly ToldSale[]): number | null =>
  sales.reduce<number | null>(
    (sum, { revenue, kind }) => (revenue === null ? sum : (sum ?? 0) + signed(revenue, kind)),
    null,
  )

const signed = (amount: number, kind: ToldSale['kind']): number =>
  kind === 'refund' ? -amount : amount

const headline = (sales: readonly ToldSale[], { words, whole, fullMoney }: Voice): string => {
  const revenue = toldRevenue(sales)
  return listed(', ', [
    words.sold.things(whole(sales.length)),
    revenue === null ? null : fullMoney(revenue),
  ])
}

const SALES_SHOWN = 8

const saleItems = (sales: readonly ToldSale[], voice: Voice): readonly string[] => {
  const places = new Set(sales.map(({ branch }) => branch))
  const shown = sales
    .slice(0, SALES_SHOWN)
    .map((sale) =>
      item(
        listed(' · ', [
          saleText(sale, voice),
          places.size > 1 && sale.branch !== null ? voice.name(sale.branch) : null,
        ]),
      ),
    )
  const more = sales.length - shown.length
  return more > 0 ? [...shown, voice.words.restock.more(more)] : shown
}

const numbered = (sales: readonly ToldSale[], voice: Voice): readonly string[] =>
  sales.slice(0, SALES_SHOWN).map((sale, at) => `${at + 1}. ${saleText(sale, voice)}`)

/** `3 Mawar Merah × Rp 15.000 = Rp 45.000 (harga biasa)`. */
export const saleText = (sale: ToldSale, voice: Voice): string => {
  const { revenue, quantity, packs, isUsualPrice } = sale
  const { words, fullMoney } = voice
  const goods = goodsText(sale, voice)
  if (revenue === null) return goods
  const count = (packs?.count ?? quantity) / QUANTITY_ONE
  const each = count === 1 ? null : `× ${fullMoney(Math.round(revenue / count))}`
  const usual = isUsualPrice ? `(${words.sold.usual})` : null
  const total = fullMoney(signed(revenue, sale.kind))
  return listed(' ', [goods, each, `= ${total}`, usual])
}

const goodsText = ({ product, quantity, packs, kind }: ToldSale, voice: Voice): string => {
  const { words, name } = voice
  const pieces = voice.quantity(quantity)
  const amount =
    packs === null
      ? pieces
      : words.sold.packs(words.goods.packs(voice.quantity(packs.count), packs.name), pieces)
  const goods = words.sold.line(amount, name(product))
  return kind === 'refund' ? `${words.sold.back} ${goods}` : goods
}

/** `Selasa 31 Mar · Dago`; the branch only where all lines share it. */
export const placeLine = (sales: readonly ToldSale[], voice: Voice): string =>
  listed(' · ', [voice.when(daysIn(sales)), branchText(sales, voice)])

/** The branch, and the days where they are more than the one whose total is said. */
const placeText = (sales: readonly ToldSale[], voice: Voice): string => {
  const span = daysIn(sales)
  return listed(' · ', [span.from === span.to ? null : voice.when(span), branchText(sales, voice)])
}

const branchText = (sales: readonly ToldSale[], { name }: Voice): string | null => {
  const [branch, ...others] = new Set(sales.map((sale) => sale.branch))
  return others.length > 0 || branch === null || branch === undefined ? null : name(branch)
}

const daysIn = (sales: readonly { readonly day: Day }[]): Span => {
  const days = sales.map(({ day }) => day).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) throw new Error('a telling holds at least one sale')
  return { from, to }
}

type DayParts = {
  readonly sales: readonly { readonly day: Day }[]
  readonly today: Day
  readonly onDay: readonly BranchDay[]
}

const newestDay = (sales: DayParts['sales']): Day | undefined =>
  sales
    .map(({ day }) => day)
    .toSorted()
    .at(-1)

/** `Hari ini sejauh ini: Rp 450.000`: units where the shop counts no money. */
const dayLine = ({ sales, today, onDay }: DayParts, voice: Voice): string | null => {
  const day = newestDay(sales)
  if (day === undefined) return null
  const { words, fullMoney, quantity, when } = voice
  const revenue = onDay.reduce((sum, row) => sum + row.revenue, 0)
  const refunds = onDay.reduce((sum, row) => sum + row.refunds, 0)
  const units = onDay.reduce((sum, row) => sum + row.quantity, 0)
  const isMoney = revenue !== 0 || refunds !== 0 || units === 0
  const total = bold(isMoney ? fullMoney(revenue) : words.forecast.items(quantity(units)))
  return day === today
    ? words.sold.todaySoFar(total)
    : words.sold.dayNow(when({ from: day, to: day }), total)
}

const dayBasis = ({ sales, onDay }: DayParts, shop: Shop): string | null => {
  const day = newestDay(sales)
  if (day === undefined) return null
  const basis: Basis = {
    span: { from: day, to: day },
    lines: onDay.reduce((sum, row) => sum + row.lines + row.refundLines, 0),
    branches: new Set(onDay.flatMap(({ branch }) => branch ?? [])).size,
    asOfMinute: null,
  }
  return basisLine(basis, shop, { withSpan: false })
}
