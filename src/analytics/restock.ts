import { type Day, dayNumber } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import { type Demand, demandBefore } from './demand.ts'
import type { Restock, RestockItem } from './findings.ts'
import { type Outlook, outlooksOf } from './forecast.ts'
import { rangeAround } from './forecast-series.ts'
import { type History, latest, openDays, placeInWeek } from './history.ts'
import { cumulativeDispersion, togetherness } from './lead-time.ts'
import { basisOf, demandOf } from './ledger.ts'

export type RestockQuestion = {
  /** Up to 365 days. */
  readonly productDays: readonly ProductDay[]
  readonly branchDays: readonly BranchDay[]
  /** The day the order is placed. Rows from it on are ignored. */
  readonly from: Day
  /** Days until an order arrives. */
  readonly leadDays: number
  /** Days until the next order is placed. */
  readonly reviewDays: number
  /** Chance of not running out before the next delivery: 0.9 is usual, 0.75 for what spoils. */
  readonly serviceLevel: number
  /** Units on hand and on order, in thousandths, where the owner has told. */
  readonly stock?: ReadonlyMap<string, number>
  /** Days the owner told us are closed, past or to come. */
  readonly closedDays?: readonly Day[]
}

/** Two months: further ahead no weekday habit is worth an order. */
const PROTECTION_DAYS_MAX = 60
const SERVICE_LEVEL_MIN = 0.5
const SERVICE_LEVEL_MAX = 0.999
const OPEN_DAYS_MIN = 3
const BLOCK_DAYS = 28
/** Slowing: sells under 70 % of what it sold before … */
const SLOWING_UNDER = 0.7
/** … by more than chance alone brings one time in forty. */
const SLOWING_Z = 2
/** Two quiet weeks of something that did sell are worth a word too. */
const QUIET_DAYS = 14

/**
 * What to have in the house until the delivery after next. For each product: the quantile of its total
 * demand over lead time + review, minus the stock when the owner has told it (order-up-to). The spread of
 * that total comes from past errors of totals (lead-time.ts), not from sigma * sqrt(L). Quantities in
 * thousandths. Null when fewer than three trading days are known.
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
  const days = protectionDays(question)
  const open = openAhead(question, demand, days)
  const shop = togetherness(
    outlooks.map(({ series }) => series),
    days,
  )
  return {
    days,
    serviceLevel: serviceLevelOf(question),
    restock: outlooks
      .filter((outlook) => outlook.class !== 'asleep')
      .map((outlook) => itemOf({ outlook, open, days, shop }, question))
      .filter(({ order }) => order > 0)
      .sort((a, b) => b.perDay - a.perDay || a.product.localeCompare(b.product, 'en')),
    reduce: slowing(outlooks),
    basis: basisOf(
      question.branchDays.filter(({ day }) => day < question.from),
      demand.stretch,
      null,
    ),
  }
}

const protectionDays = ({ leadDays, reviewDays }: RestockQuestion): number =>
  Math.min(PROTECTION_DAYS_MAX, Math.max(1, Math.ceil(leadDays + reviewDays)))

const serviceLevelOf = ({ serviceLevel }: RestockQuestion): number =>
  Math.min(SERVICE_LEVEL_MAX, Math.max(SERVICE_LEVEL_MIN, serviceLevel))

/** Places in the week of the days ahead on which the shop trades. */
const openAhead = (
  { from, closedDays = [] }: RestockQuestion,
  { page }: Demand,
  days: number,
): number[] => {
  const told = new Set(closedDays.map(dayNumber))
  const first = dayNumber(from)
  return Array.from({ length: days }, (_, i) => first + i)
    .filter((number) => !told.has(number))
    .map(placeInWeek)
    .filter((place) => !page.calendar.closedPlaces.includes(place))
}

type Need = {
  readonly outlook: Outlook
  readonly open: readonly number[]
  readonly days: number
  readonly shop: number
}

const itemOf = ({ outlook, open, days, shop }: Need, question: RestockQuestion): RestockItem => {
  const { product, whole, history } = outlook.demand
  const mean = open.reduce((sum, place) => sum + (outlook.week[place] ?? 0), 0)
  const { folds } = outlook.series
  const dispersion = cumulativeDispersion({ folds, dispersion: outlook.dispersion }, days, shop)
  // The upper end of a range that leaves out 1 - level on each side.
  const { high } = rangeAround(mean, { dispersion, whole }, 2 * serviceLevelOf(question) - 1)
  const toHave = Math.ceil(high * QUANTITY_ONE - 1e-6)
  const onHand = question.stock?.get(product) ?? null
  const recent = latest(history, BLOCK_DAYS)
  return {
    product,
    toHave,
    perDay: Math.round((mean / days) * QUANTITY_ONE),
    lastDays: { days: recent.values.length, quantity: Math.round(soldIn(recent) * QUANTITY_ONE) },
    onHand,
    order: Math.max(0, toHave - (onHand ?? 0)),
    soldOutDays: outlook.series.soldOutDays,
  }
}

const soldIn = ({ values }: History): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0)

/** What sells clearly less than in the four weeks before; most units lost first. */
const slowing = (outlooks: readonly Outlook[]): Restock['reduce'] =>
  outlooks
    .filter((outlook) => outlook.class !== 'new')
    .map(({ demand, dispersion }) => {
      const { values } = demand.history
      const recent = latest(demand.history, BLOCK_DAYS)
      const both = latest(demand.history, 2 * BLOCK_DAYS)
      const before = { ...both, values: both.values.subarray(0, both.values.length - BLOCK_DAYS) }
      return {
        demand,
        dispersion,
        now: soldIn(recent),
        before: soldIn(before),
        quiet: quiet(values),
      }
    })
    .filter(isSlowing)
    .sort((a, b) => b.before - b.now - (a.before - a.now))
    .map(({ demand, now, before, quiet: quietDays }) => ({
      product: demand.product,
      quantity28: Math.round(now * QUANTITY_ONE),
      quantityBefore28: Math.round(before * QUANTITY_ONE),
      quietDays,
    }))

type Slowing = {
  readonly demand: Outlook['demand']
  readonly dispersion: number
  readonly now: number
  readonly before: number
  readonly quiet: number
}

const isSlowing = ({ demand, dispersion, now, before, quiet: quietDays }: Slowing): boolean => {
  if (demand.history.values.length < 2 * BLOCK_DAYS || before === 0) return false
  const z = (before - now) / Math.sqrt(Math.max(dispersion, Number.MIN_VALUE) * (before + now))
  return (now < SLOWING_UNDER * before && z > SLOWING_Z) || (quietDays >= QUIET_DAYS && z > 1)
}

/** Trading days since the last sale. */
const quiet = (values: Float64Array): number => {
  const open = values.filter((value) => !Number.isNaN(value))
  return open.length - 1 - open.findLastIndex((value) => value > 0)
}
