import { type Day, dayFromNumber, dayNumber } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Supply } from '../sales/supply.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import { type Demand, demandBefore } from './demand.ts'
import type { ProductClass, Restock, RestockItem } from './findings.ts'
import { type Outlook, outlooksOf } from './forecast.ts'
import { rangeAround } from './forecast-series.ts'
import { type History, latest, openDays, placeInWeek } from './history.ts'
import { cumulativeDispersion, togetherness } from './lead-time.ts'
import { basisOf, demandOf } from './ledger.ts'
import {
  LEVEL_IMPORTANT,
  LEVEL_NORMAL,
  orderFor,
  protectionDays,
  serviceLevelFor,
} from './order.ts'
import { abcOf, patternOf, xyzOf } from './product-class.ts'
import { coverOf, type Goods, isPerishable, type OpenOn, shelfLeft } from './shelf.ts'
import { slowing } from './slowing.ts'
import { surplusOf } from './surplus.ts'

export type RestockQuestion = {
  /** Up to 365 days. */
  readonly productDays: readonly ProductDay[]
  readonly branchDays: readonly BranchDay[]
  /** The first day nothing is known about. Rows from it on are ignored. */
  readonly from: Day
  /** The day the order is placed, when sales are older; `from` otherwise. */
  readonly orderDay?: Day
  /** Days until an order arrives, where the owner told nothing else. */
  readonly leadDays: number
  /** Days until the next order is placed, where the owner told nothing else. */
  readonly reviewDays: number
  /** One chance of not running out for all products; without it each has its own (order.ts). */
  readonly serviceLevel?: number
  /** By product name. */
  readonly goods?: ReadonlyMap<string, Goods>
  /** Days the owner told us are closed, past or to come. */
  readonly closedDays?: readonly Day[]
}

/** Two months: further ahead no weekday habit is worth an order. */
const PROTECTION_DAYS_MAX = 60
const SERVICE_LEVEL_MIN = 0.5
const SERVICE_LEVEL_MAX = 0.999
const OPEN_DAYS_MIN = 3
const RECENT_DAYS = 28
/** Money of a quarter decides what is important; a month would follow one good week. */
const CLASS_DAYS = 90
/** Shown side by side while the stock is not known. */
const LADDER = [0.8, LEVEL_NORMAL, LEVEL_IMPORTANT]

const NOTHING_TOLD: Supply = {
  leadDays: null,
  reviewDays: null,
  pack: null,
  minimum: null,
  shelfDays: null,
  cost: null,
}

/**
 * What to have in the house until the delivery after next, and what to order for it. For each product:
 * the quantile Q_a(D_P) of its total demand over the protection period P = delivery + review (capped by
 * what it keeps), minus usable stock and what is on order, rounded up to packs. The spread of that total
 * comes from past errors of totals (lead-time.ts), not from sigma * sqrt(P). Quantities in thousandths.
 * Null when fewer than three trading days are known.
 */
export const adviseRestock = (question: RestockQuestion): Restock | null => {
  const demand = demandBefore({ ...question, closedDays: question.closedDays ?? [] })
  if (
    demand === null ||
    openDays(demandOf(demand.page.lines, demand.page.calendar)) < OPEN_DAYS_MIN
  ) {
    return null
  }
  const outlooks = outlooksOf(demand)
  const ahead = aheadOf(question, demand, outlooks)
  const classes = classesOf(question, outlooks)
  const prices = pricesOf(question)
  const items = outlooks.map((outlook) => itemOf(outlook, { question, ahead, classes, prices }))
  const goods = question.goods ?? new Map<string, Goods>()
  return {
    days: protectionDays(question.leadDays, question.reviewDays, null),
    serviceLevel: usualLevel(question),
    orderDay: orderDayOf(question),
    staleDays: dayNumber(orderDayOf(question)) - dayNumber(question.from),
    counted: countedBetween(goods),
    restock: items
      .filter(({ order }) => order > 0)
      .sort((a, b) => b.perDay - a.perDay || a.product.localeCompare(b.product, 'en')),
    surplus: surplusOf([...goods], {
      outlooks,
      openOn: ahead.openOn,
      today: dayNumber(orderDayOf(question)),
      leadDays: question.leadDays,
      reviewDays: question.reviewDays,
    }),
    reduce: slowing(outlooks),
    basis: basisOf(
      question.branchDays.filter(({ day }) => day < question.from),
      demand.stretch,
      null,
    ),
  }
}

const usualLevel = ({ serviceLevel }: RestockQuestion): number =>
  Math.min(SERVICE_LEVEL_MAX, Math.max(SERVICE_LEVEL_MIN, serviceLevel ?? LEVEL_NORMAL))

const orderDayOf = ({ from, orderDay = from }: RestockQuestion): Day =>
  orderDay > from ? orderDay : from

const countedBetween = (goods: ReadonlyMap<string, Goods>): Restock['counted'] => {
  const days = [...goods.values()].flatMap(({ stocked }) => stocked?.counted?.day ?? [])
  if (days.length === 0) return null
  return { from: dayFromNumber(Math.min(...days)), to: dayFromNumber(Math.max(...days)) }
}

/** The days to come as one product needs them. */
type Ahead = {
  /** From the day of the order on. */
  readonly openOn: OpenOn
  /** How much wider than independent days a total over so many days errs. */
  readonly together: (days: number) => number
}

const aheadOf = (
  question: RestockQuestion,
  { page }: Demand,
  outlooks: readonly Outlook[],
): Ahead => {
  const told = new Set((question.closedDays ?? []).map(dayNumber))
  const first = dayNumber(orderDayOf(question))
  const series = outlooks.map((outlook) => outlook.series)
  const known = new Map<number, number>()
  return {
    openOn: (i) => {
      const place = placeInWeek(first + i)
      return told.has(first + i) || page.calendar.closedPlaces.includes(place) ? null : place
    },
    together: (days) => {
      const found = known.get(days) ?? togetherness(series, days)
      known.set(days, found)
      return found
    },
  }
}

/** Class of every product by the money (units without prices) of the last quarter. */
const classesOf = (
  { productDays, branchDays, from }: RestockQuestion,
  outlooks: readonly Outlook[],
): ReadonlyMap<string, ProductClass> => {
  const since = dayFromNumber(dayNumber(from) - CLASS_DAYS)
  const isRecent = ({ day }: { readonly day: Day }) => day >= since && day < from
  const rows = branchDays.filter(isRecent)
  const hasMoney = rows.some(({ revenue }) => revenue !== 0)
  const amount = (row: { readonly revenue: number; readonly quantity: number }) =>
    hasMoney ? row.revenue : row.quantity
  const sums = new Map<string, number>()
  for (const row of productDays.filter(isRecent)) {
    sums.set(row.product, (sums.get(row.product) ?? 0) + amount(row))
  }
  const total = rows.reduce((sum, row) => sum + amount(row), 0)
  const abc = abcOf(
    [...sums].map(([product, money]) => ({ product, amount: money })),
    total,
  )
  return new Map(
    outlooks.map(({ demand: { product, history } }) => [
      product,
      { abc: abc.get(product) ?? 'C', xyz: xyzOf(history), pattern: patternOf(history) },
    ]),
  )
}

type Need = {
  readonly question: RestockQuestion
  readonly ahead: Ahead
  readonly classes: ReadonlyMap<string, ProductClass>
  readonly prices: ReadonlyMap<string, number>
}

const itemOf = (outlook: Outlook, { question, ahead, classes, prices }: Need): RestockItem => {
  const { product, history } = outlook.demand
  const told = question.goods?.get(product) ?? null
  const supply = told?.supply ?? NOTHING_TOLD
  const leadDays = supply.leadDays ?? question.leadDays
  const reviewDays = supply.reviewDays ?? question.reviewDays
  const days = Math.min(PROTECTION_DAYS_MAX, protectionDays(leadDays, reviewDays, supply.shelfDays))
  const kind = classes.get(product) ?? { abc: 'C', xyz: null, pattern: 'lumpy' }
  const level = levelOf(question, supply, { price: prices.get(product) ?? null, abc: kind.abc })
  const isAsleep = outlook.class === 'asleep'
  const mean = isAsleep ? 0 : meanOver(outlook, days, ahead)
  const toHave = isAsleep ? 0 : toHaveOver(outlook, days, { level: level.level, ahead })
  const stock = stockFor(outlook, told, { ahead, today: dayNumber(orderDayOf(question)) })
  const order = orderFor({ toHave, ...stock }, supply)
  const recent = latest(history, RECENT_DAYS)
  return {
    product,
    ref: told?.ref ?? null,
    days,
    leadDays,
    reviewDays,
    assumed: supply.leadDays === null || supply.reviewDays === null,
    shelfDays: supply.shelfDays,
    ...level,
    expected: Math.round(mean * QUANTITY_ONE),
    toHave,
    ladder:
      stock.onHand === null && !isAsleep
        ? LADDER.map((at) => ({
            level: at,
            toHave: toHaveOver(outlook, days, { level: at, ahead }),
          }))
        : [],
    perDay: Math.round((mean / days) * QUANTITY_ONE),
    lastDays: { days: recent.values.length, quantity: Math.round(soldIn(recent) * QUANTITY_ONE) },
    ...stock,
    ...order,
    overShelf:
      isPerishable(supply) && isTooMuch({ outlook, ahead, leadDays, supply, level, stock, order }),
    class: kind,
    soldOutDays: outlook.series.soldOutDays,
  }
}

const levelOf = (
  question: RestockQuestion,
  supply: Supply,
  kind: { readonly price: number | null; readonly abc: ProductClass['abc'] },
): Pick<RestockItem, 'level' | 'levelWhy'> =>
  question.serviceLevel === undefined
    ? serviceLevelFor(supply, kind)
    : { level: usualLevel(question), levelWhy: 'normal' }

/** What a unit of each product brought lately, minor units; only those with money and sales. */
const pricesOf = ({ productDays, from }: RestockQuestion): ReadonlyMap<string, number> => {
  const since = dayFromNumber(dayNumber(from) - RECENT_DAYS)
  const sums = new Map<string, { revenue: number; quantity: number }>()
  for (const { product, day, revenue, quantity } of productDays) {
    if (day < since || day >= from) continue
    const sum = sums.get(product) ?? { revenue: 0, quantity: 0 }
    sum.revenue += revenue
    sum.quantity += quantity
    sums.set(product, sum)
  }
  return new Map(
    [...sums].flatMap(([product, { revenue, quantity }]) =>
      quantity > 0 && revenue > 0 ? [[product, (revenue * QUANTITY_ONE) / quantity] as const] : [],
    ),
  )
}

/** Expected units over the next `days` days. */
const meanOver = ({ week }: Pick<Outlook, 'week'>, days: number, { openOn }: Ahead): number => {
  let sum = 0
  for (let i = 0; i < days; i += 1) {
    const place = openOn(i)
    if (place !== null) sum += week[place] ?? 0
  }
  return sum
}

/** Order-up-to level in whole units, thousandths: the quantile of the total over the next `days` days. */
const toHaveOver = (
  outlook: Outlook,
  days: number,
  { level, ahead }: { readonly level: number; readonly ahead: Ahead },
): number => {
  const { folds } = outlook.series
  const dispersion = cumulativeDispersion(
    { folds, dispersion: outlook.dispersion },
    days,
    ahead.together(days),
  )
  const mean = meanOver(outlook, days, ahead)
  // The upper end of a range that leaves out 1 - level on each side.
  const { high } = rangeAround(mean, { dispersion, whole: outlook.demand.whole }, 2 * level - 1)
  return Math.ceil(high - 1e-9) * QUANTITY_ONE
}

type StockPart = Pick<RestockItem, 'onHand' | 'usable' | 'needsCount' | 'onOrder' | 'coverDays'>

/**
 * Stock as the order sees it. Of perishables whose delivery day is known, what will not be sold while it
 * is good does not count as stock.
 */
const stockFor = (
  outlook: Outlook,
  told: Goods | null,
  { ahead, today }: { readonly ahead: Ahead; readonly today: number },
): StockPart => {
  const stocked = told?.stocked ?? null
  const onHand = stocked?.onHand ?? null
  const onOrder = stocked?.onOrder ?? 0
  const needsCount = stocked?.needsCount ?? false
  if (onHand === null || told === null) {
    return { onHand: null, usable: null, needsCount, onOrder, coverDays: null }
  }
  const left = shelfLeft(told, today)
  const sold = left === null ? onHand : Math.ceil(meanOver(outlook, left, ahead)) * QUANTITY_ONE
  return {
    onHand,
    usable: Math.min(onHand, sold),
    needsCount,
    onOrder,
    coverDays: coverOf(onHand, outlook.week, ahead.openOn),
  }
}

type Bought = {
  readonly outlook: Outlook
  readonly ahead: Ahead
  readonly leadDays: number
  readonly supply: Supply
  readonly level: Pick<RestockItem, 'level'>
  readonly stock: StockPart
  readonly order: Pick<RestockItem, 'order'>
}

/** With this order there is more than sells, at the same chance, before the new goods spoil. */
const isTooMuch = ({ outlook, ahead, leadDays, supply, level, stock, order }: Bought): boolean => {
  const good = Math.min(PROTECTION_DAYS_MAX, leadDays + (supply.shelfDays ?? 0))
  const sells = toHaveOver(outlook, good, { level: level.level, ahead })
  return order.order > 0 && (stock.usable ?? 0) + stock.onOrder + order.order > sells
}

const soldIn = ({ values }: History): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0)
