import { addDays, type Day, dayFromNumber, dayNumber, daysOf } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import { toldOf } from '../sales/told-day.ts'
import type { BranchDay } from '../sales/totals.ts'
import { type BranchPast, branchesAhead, type DayAhead } from './branches-ahead.ts'
import { withClosingNeighbours } from './closing-neighbours.ts'
import { closingsOf } from './closings.ts'
import { dayEffectsOf } from './day-factors.ts'
import { closedWeekdays } from './days.ts'
import { type Demand, demandBefore, earlier, ordinary, type ProductDemand } from './demand.ts'
import type { Forecast, ForecastDay, ProductForecast, Range } from './findings.ts'
import { type ForecastQuestion, horizonOf } from './forecast-question.ts'
import {
  type DatedFold,
  dispersionOf,
  type Fold,
  forecastSeries,
  rangeAround,
  type SeriesForecast,
} from './forecast-series.ts'
import { type History, openDays, placeInWeek, type Week } from './history.ts'
import { basisOf, demandOf, type Ledger, ledgerKnowing, salesOf, stretchOf } from './ledger.ts'
import { medianOf } from './robust.ts'
import { specialDaysIn } from './special-days.ts'
import { specialForecasts } from './special-forecast.ts'

/** One or two days are no habit; then we say so instead of guessing. */
const OPEN_DAYS_MIN = 3
/** A product on sale for less than this has no weekday profile of its own. */
const NEW_DAYS = 14
/** The typical product of the shop counts as two days of a new one; we know no better relative. */
const NEW_PSEUDO_DAYS = 2
/** Ranges of new products are half as wide again: variance grows with the square. */
const NEW_WIDENING = 1.5 ** 2
/** Under one in ten days. */
const RARE_UNDER = 0.1
const LEVEL = 0.8
/** Rows older than this are not what a forecast rests on. */
const BASIS_DAYS = 365

/**
 * What the next days will bring: each product in each branch, added up to products, branches and the shop, with
 * 80 % ranges. Middle values of the parts add up to their total to the thousandth. Quantities in thousandths,
 * money in minor units. Days to come know the owner's word, public holidays, yearly closings and what such days
 * did before (day-factors.ts, closings.ts). Null when fewer than three trading days are known before `from`.
 */
export const forecastShop = (question: ForecastQuestion): Forecast | null => {
  const page = pageOf(question)
  if (page === null || openDays(demandOf(page.lines, page.calendar)) < OPEN_DAYS_MIN) return null
  const effects = dayEffectsOf(
    demandOf(salesOf(page), page.calendar),
    withClosingNeighbours(
      specialDaysIn(question.country ?? null),
      page,
      closedAhead(question, page),
    ),
    question.told ?? [],
  )
  const branches = branchesAhead(question, page, effects)
  const asked = branches.filter(
    ({ branch }) => question.only?.branch === undefined || branch === question.only.branch,
  )
  const leaves = asked.flatMap((branch) => leavesOf(branch, question))
  const level = question.level ?? LEVEL
  const listed = productsOf(leaves, level)
  const days = daysFrom(question)
  return {
    from: question.from,
    products: listed
      .filter(({ product }) => product !== '')
      .slice(0, question.products ?? listed.length),
    total: totalOf(leaves, listed, { days, level }),
    revenue: question.only?.products === undefined ? revenueOf(asked, { days, level }) : [],
    score: question.only === undefined ? scoreOf(question, level) : null,
    closedWeekdays: closedWeekdays(asked.map(({ demand }) => demand.page.calendar)),
    special: specialForecasts({ days, branches: asked, effects, told: question.told ?? [] }),
    openDays: openDays(demandOf(page.lines, page.calendar)),
    basis: basisOf(
      basisRows(question),
      { first: Math.max(page.start, dayNumber(question.from) - BASIS_DAYS), last: lastOf(page) },
      null,
    ),
  }
}

/** Whether the whole shop will be closed on a day to come, told or learnt; weekly closings are not meant. */
const closedAhead = (question: ForecastQuestion, page: Ledger): ((number: number) => boolean) => {
  const { told = [], closedDays, country = null } = question
  const closings = closingsOf(page, specialDaysIn(country))
  const known = new Set(closedDays.map(dayNumber))
  return (number) => {
    const word = toldOf(told, dayFromNumber(number))?.kind
    if (word !== undefined) return word === 'closed'
    const learnt = closings(number)
    return known.has(number) || learnt === 'holiday' || learnt === 'yearly'
  }
}

const lastOf = (page: Ledger): number => page.start + page.lines.length - 1

const basisRows = ({ branchDays, from, only }: ForecastQuestion): readonly BranchDay[] => {
  const since = addDays(from, -BASIS_DAYS)
  return branchDays.filter(
    ({ day, branch }) =>
      day < from && day >= since && (only?.branch === undefined || branch === only.branch),
  )
}

/** The whole shop's page: only days told closed are left out, since events teach what events do. */
const pageOf = ({ branchDays, from, told = [], closedDays }: ForecastQuestion): Ledger | null => {
  const rows = branchDays.filter(({ day }) => day < from)
  const stretch = stretchOf(rows)
  const closed = told.flatMap(({ kind, day, branch }) =>
    kind === 'closed' && branch === null ? [day] : [],
  )
  return (
    stretch &&
    ledgerKnowing(rows, stretch, { closed: new Set([...closedDays, ...closed].map(dayNumber)) })
  )
}

const daysFrom = ({ from, horizon }: ForecastQuestion): Day[] =>
  daysOf({ from, to: addDays(from, horizonOf(horizon) - 1) })

/** One product's outlook: the series' forecast, tempered when the product is new. */
export type Outlook = {
  readonly demand: ProductDemand
  readonly series: SeriesForecast
  readonly week: Week
  readonly dispersion: number
  readonly class: ProductForecast['class']
}

/** Outlooks of every product; the whole they belong to is the group they borrow their weekdays from. */
export const outlooksOf = ({ products, total }: Demand): Outlook[] => {
  const all = products.map((demand) => ({
    demand,
    series: forecastSeries({ history: demand.history, group: total, whole: demand.whole }),
  }))
  const settled = all.filter(({ series }) => series.openDays >= NEW_DAYS && !series.asleep)
  const typical = {
    level: medianOf(settled.map(({ series }) => averageOf(series.week))),
    dispersion: medianOf(settled.map(({ series }) => series.dispersion)),
  }
  return all.map((one) => outlookOf(one, typical))
}

/** The many small products beyond the listed ones, as one: part of the total only. */
const restOf = ({ rest, total }: Demand): Outlook[] => {
  if (rest === null) return []
  const series = forecastSeries({ history: rest.history, group: total, whole: rest.whole })
  return [{ demand: rest, series, ...series, class: 'regular' }]
}

type Typical = { readonly level: number | null; readonly dispersion: number | null }

const outlookOf = (
  { demand, series }: { demand: ProductDemand; series: SeriesForecast },
  typical: Typical,
): Outlook => {
  if (series.asleep) return { demand, series, ...series, class: 'asleep' }
  if (series.openDays >= NEW_DAYS) {
    const rare = averageOf(series.week) < RARE_UNDER
    return { demand, series, ...series, class: rare ? 'rare' : 'regular' }
  }
  const own = averageOf(series.week)
  const n = series.openDays
  const level = (n * own + NEW_PSEUDO_DAYS * (typical.level ?? own)) / (n + NEW_PSEUDO_DAYS)
  return {
    demand,
    series,
    week: own > 0 ? series.week.map((value) => (value * level) / own) : series.week,
    dispersion: Math.max(series.dispersion, typical.dispersion ?? 0) * NEW_WIDENING,
    class: 'new',
  }
}

/** One product in one branch, and the branch's days to come. */
type Leaf = {
  readonly branch: string | null
  readonly outlook: Outlook
  readonly days: readonly DayAhead[]
}

const leavesOf = ({ branch, demand, days }: BranchPast, { only }: ForecastQuestion): Leaf[] => {
  const products = only?.products
  const outlooks = [...outlooksOf(demand), ...restOf(demand)]
  return outlooks
    .filter((one) => products === undefined || products.includes(one.demand.product))
    .map((outlook) => ({ branch, outlook, days }))
}

/** Mean units of a leaf on a day ahead. */
const meanOn = ({ outlook }: Leaf, { isOpen, place, factor }: DayAhead): number =>
  isOpen ? (outlook.week[place] ?? 0) * factor : 0

/** Each product over its branches, largest expected first. */
const productsOf = (leaves: readonly Leaf[], level: number): ProductForecast[] =>
  [...Map.groupBy(leaves, ({ outlook }) => outlook.demand.product)]
    .map(([product, parts]) => productOf(product, parts, level))
    .sort((a, b) => expected(b) - expected(a) || a.product.localeCompare(b.product, 'en'))

const productOf = (product: string, parts: readonly Leaf[], level: number): ProductForecast => {
  const [only] = parts
  const kind = classOf(parts)
  if (only !== undefined && parts.length === 1) {
    const spread = { dispersion: only.outlook.dispersion, whole: only.outlook.demand.whole }
    return { product, class: kind, days: leafDays(only, spread, level) }
  }
  const branches = parts
    .map((leaf) => ({
      branch: leaf.branch ?? '',
      days: leafDays(
        leaf,
        { dispersion: leaf.outlook.dispersion, whole: leaf.outlook.demand.whole },
        level,
      ),
    }))
    .sort((a, b) => expected(b) - expected(a))
  const spread = spreadOfSum(parts)
  const widening = kind === 'new' ? NEW_WIDENING : 1
  const days = summed(
    branches.map((part) => part.days),
    { parts, level, spread: { ...spread, dispersion: spread.dispersion * widening } },
  )
  return { product, class: kind, days, branches }
}

/** What most can be said of: a product new in one branch and known in another is known. */
const classOf = (parts: readonly Leaf[]): ProductForecast['class'] => {
  const awake = parts.filter(({ outlook }) => outlook.class !== 'asleep')
  if (awake.length === 0) return 'asleep'
  if (awake.every(({ outlook }) => outlook.class === 'new')) return 'new'
  const level = awake.reduce((sum, { outlook }) => sum + averageOf(outlook.week), 0)
  return level < RARE_UNDER ? 'rare' : 'regular'
}

type Spread = { readonly dispersion: number; readonly whole: boolean }

const leafDays = (leaf: Leaf, spread: Spread, level: number): ForecastDay[] =>
  leaf.days.map((ahead) => ({
    day: ahead.day,
    ...rounded(
      rangeAround(meanOn(leaf, ahead), widened(spread, ahead.widening), level),
      QUANTITY_ONE,
    ),
  }))

const widened = ({ dispersion, whole }: Spread, widening: number): Spread => ({
  dispersion: dispersion * widening,
  whole,
})

/** Days of several parts together: middles are added, the range is drawn around their sum. */
const summed = (
  parts: readonly (readonly ForecastDay[])[],
  sum: { readonly parts: readonly Leaf[]; readonly level: number; readonly spread: Spread },
): ForecastDay[] =>
  (parts[0] ?? []).map(({ day }, i) => {
    const likely = parts.reduce((total, days) => total + (days[i]?.likely ?? 0), 0)
    const widening = Math.max(1, ...sum.parts.map(({ days }) => days[i]?.widening ?? 1))
    const around = rangeAround(likely / QUANTITY_ONE, widened(sum.spread, widening), sum.level)
    // The middle is the sum of the middles shown, to the thousandth.
    return { day, ...rounded(around, QUANTITY_ONE), likely }
  })

const totalOf = (
  leaves: readonly Leaf[],
  products: readonly ProductForecast[],
  { days, level }: { readonly days: readonly Day[]; readonly level: number },
): ForecastDay[] =>
  leaves.length === 0
    ? days.map((day) => ({ day, likely: 0, low: 0, high: 0 }))
    : summed(
        products.map((product) => product.days),
        { parts: leaves, level, spread: spreadOfSum(leaves) },
      )

/** Spread of a sum, from how the sum of the past forecasts did. */
const spreadOfSum = (leaves: readonly Leaf[]): Spread => {
  const whole = leaves.every(({ outlook }) => outlook.demand.whole)
  const sums = sumOfFolds(leaves.map(({ outlook }) => outlook.series.folds))
  // Too young for a backtest: the parts' own spreads, as if they moved together.
  const together = Math.max(0, ...leaves.map(({ outlook }) => outlook.dispersion))
  return { whole, dispersion: sums.length > 0 ? dispersionOf(sums, whole) : together }
}

/** Past forecasts of parts added day by day; parts may have ended on different days. */
const sumOfFolds = (parts: readonly (readonly DatedFold[])[]): Fold[] =>
  [...Map.groupBy(parts.flat(), ({ daysBefore }) => daysBefore)].map(([daysBefore, folds]) => {
    const days = new Map<number, { actual: number; expected: number }>()
    for (const { start, actual, expected: mean } of folds) {
      for (const [i, value] of actual.entries()) {
        if (Number.isNaN(value)) continue
        const day = days.get(start + i) ?? { actual: 0, expected: 0 }
        day.actual += value
        day.expected += mean[i] ?? 0
        days.set(start + i, day)
      }
    }
    return {
      daysBefore,
      actual: Float64Array.from(days.values(), ({ actual }) => actual),
      expected: Float64Array.from(days.values(), ({ expected: mean }) => mean),
    }
  })

/** Money of the branches, each by its own weekdays. */
const revenueOf = (
  branches: readonly BranchPast[],
  { days, level }: { readonly days: readonly Day[]; readonly level: number },
): ForecastDay[] => {
  const parts = branches.map((branch) => ({ branch, money: moneyOf(branch) }))
  const sums = sumOfFolds(parts.map(({ money }) => money.folds))
  const together = Math.max(0, ...parts.map(({ money }) => money.dispersion))
  const dispersion = sums.length > 0 ? dispersionOf(sums, false) : together
  return days.map((day, i) => {
    const ahead = parts.map(({ branch, money }) => ({ money, on: branch.days[i] }))
    const mean = ahead.reduce(
      (sum, { money, on }) => sum + (on?.isOpen ? (money.week[on.place] ?? 0) * on.factor : 0),
      0,
    )
    const widening = Math.max(1, ...ahead.map(({ on }) => on?.widening ?? 1))
    const spread = { dispersion: dispersion * widening, whole: false }
    return { day, ...rounded(rangeAround(mean, spread, level), 1) }
  })
}

const moneyOf = ({ demand, factorOf }: BranchPast): SeriesForecast => {
  const history: History = ordinary(demandOf(demand.page.revenue, demand.page.calendar), factorOf)
  return forecastSeries({ history, group: history, whole: false })
}

/** What this method says about the last trading day from the days before it, and what came. */
const scoreOf = (question: ForecastQuestion, level: number): Forecast['score'] => {
  const demand = demandBefore(question)
  if (demand === null) return null
  const { values, start } = demand.total
  const last = values.findLastIndex((value) => !Number.isNaN(value))
  const before = earlier(demand, values.length - last)
  if (last < 0 || openDays(before.total) < OPEN_DAYS_MIN) return null
  const outlooks = [...outlooksOf(before), ...restOf(before)]
  const place = placeInWeek(start + last)
  const units = outlooks.reduce((sum, { week }) => sum + (week[place] ?? 0), 0)
  const spread = spreadOfSum(outlooks.map((outlook) => ({ branch: null, outlook, days: [] })))
  return {
    day: dayFromNumber(start + last),
    range: rounded(rangeAround(units, spread, level), QUANTITY_ONE),
    actual: Math.round((values[last] ?? 0) * QUANTITY_ONE),
  }
}

/** To whole thousandths or minor units; the middle never lies outside its own range. */
const rounded = ({ likely, low, high }: Range, scale: number): Range => {
  const middle = Math.round(likely * scale)
  return {
    likely: middle,
    low: Math.min(middle, Math.round(low * scale)),
    high: Math.max(middle, Math.round(high * scale)),
  }
}

const expected = ({ days }: { readonly days: readonly ForecastDay[] }): number =>
  days.reduce((sum, { likely }) => sum + likely, 0)

const averageOf = (week: Week): number => week.reduce((sum, value) => sum + value, 0) / week.length
