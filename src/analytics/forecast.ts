import { addDays, type Day, dayFromNumber, dayNumber } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import { closedWeekdays } from './days.ts'
import { type Demand, demandBefore, earlier, type ProductDemand } from './demand.ts'
import type { Forecast, ForecastDay, ProductForecast, Range } from './findings.ts'
import {
  dispersionOf,
  type Fold,
  forecastSeries,
  rangeAround,
  type SeriesForecast,
} from './forecast-series.ts'
import { addUp, type History, openDays, placeInWeek, type Week } from './history.ts'
import { basisOf, demandOf } from './ledger.ts'
import { medianOf } from './robust.ts'

export type ForecastQuestion = {
  /** Up to 365 days; more is not looked at. */
  readonly productDays: readonly ProductDay[]
  readonly branchDays: readonly BranchDay[]
  /** First day to forecast. Rows from it on are ignored: an unfinished day teaches nothing. */
  readonly from: Day
  /** Days to forecast, 1-28. */
  readonly horizon: number
  /** Days the owner told us are closed, past or to come. */
  readonly closedDays: readonly Day[]
  /** List no more than so many products (400 at most); totals always hold all. */
  readonly products?: number
}

/** Beyond four weeks a weekday profile without season is no forecast. */
const HORIZON_MAX = 28
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

/**
 * What the next days will bring: each product, all together in units, and the money of the shop, with
 * 80 % ranges. Middle values of the products add up to the total. Quantities in thousandths, money in
 * minor units. Null when fewer than three trading days are known before `from`.
 */
export const forecastShop = (question: ForecastQuestion): Forecast | null => {
  const demand = demandBefore(question)
  if (
    demand === null ||
    openDays(demandOf(demand.page.lines, demand.page.calendar)) < OPEN_DAYS_MIN
  ) {
    return null
  }
  const days = daysAhead(question, demand)
  const outlooks = outlooksOf(demand)
  const everything = [...outlooks, ...restOf(demand)]
  const money = moneyOf(demand)
  const listed = outlooks
    .map((outlook) => productForecast(outlook, days))
    .sort((a, b) => expected(b) - expected(a) || a.product.localeCompare(b.product, 'en'))
  return {
    from: question.from,
    products: listed.slice(0, question.products ?? listed.length),
    total: totalOf(everything, days),
    revenue: days.map((day) => ({
      day: day.day,
      ...rounded(rangeAround(day.open ? (money.week[day.place] ?? 0) : 0, money), 1),
    })),
    score: scoreOf(demand),
    closedWeekdays: closedWeekdays([demand.page.calendar]),
    openDays: openDays(demandOf(demand.page.lines, demand.page.calendar)),
    basis: basisOf(
      question.branchDays.filter(({ day }) => day < question.from),
      demand.stretch,
      null,
    ),
  }
}

/** One product's outlook: the series' forecast, tempered when the product is new. */
export type Outlook = {
  readonly demand: ProductDemand
  readonly series: SeriesForecast
  readonly week: Week
  readonly dispersion: number
  readonly class: ProductForecast['class']
}

/** Outlooks of every product; the shop as a whole is the group they borrow their weekdays from. */
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

type DayAhead = { readonly day: Day; readonly place: number; readonly open: boolean }

const daysAhead = (
  { from, horizon, closedDays }: ForecastQuestion,
  { page }: Demand,
): DayAhead[] => {
  const told = new Set(closedDays)
  const count = Math.min(HORIZON_MAX, Math.max(1, Math.round(horizon)))
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(from, i)
    const place = placeInWeek(dayNumber(day))
    return { day, place, open: !told.has(day) && !page.calendar.closedPlaces.includes(place) }
  })
}

const productForecast = (outlook: Outlook, days: readonly DayAhead[]): ProductForecast => ({
  product: outlook.demand.product,
  class: outlook.class,
  days: days.map(({ day, place, open }) => ({
    day,
    ...rounded(
      rangeAround(open ? (outlook.week[place] ?? 0) : 0, {
        dispersion: outlook.dispersion,
        whole: outlook.demand.whole,
      }),
      QUANTITY_ONE,
    ),
  })),
})

const totalOf = (outlooks: readonly Outlook[], days: readonly DayAhead[]): ForecastDay[] => {
  const spread = spreadOfTotal(outlooks)
  const parts = outlooks.map((outlook) => productForecast(outlook, days))
  return days.map(({ day }, i) => {
    const likely = parts.reduce((sum, product) => sum + (product.days[i]?.likely ?? 0), 0)
    const range = rounded(rangeAround(likely / QUANTITY_ONE, spread), QUANTITY_ONE)
    // The middle is the sum of the middles shown, to the thousandth.
    return { day, ...range, likely }
  })
}

/** Spread of the sum, from how the sum of the past forecasts did. */
const spreadOfTotal = (outlooks: readonly Outlook[]) => {
  const whole = outlooks.every(({ demand }) => demand.whole)
  const folds = Map.groupBy(
    outlooks.flatMap(({ series }) => series.folds),
    ({ daysBefore }) => daysBefore,
  )
  const sums = [...folds].map(
    ([daysBefore, parts]): Fold => ({
      daysBefore,
      actual: addArrays(parts.map(({ actual }) => actual)),
      expected: addArrays(parts.map(({ expected: mean }) => mean)),
    }),
  )
  // Too young for a backtest: the products' own spreads, as if they moved together.
  const together = Math.max(0, ...outlooks.map(({ dispersion }) => dispersion))
  return { whole, dispersion: sums.length > 0 ? dispersionOf(sums, whole) : together }
}

const addArrays = (arrays: readonly Float64Array[]): Float64Array =>
  addUp(arrays.map((values): History => ({ start: 0, values }))).values

const moneyOf = ({ page }: Demand): SeriesForecast => {
  const history = demandOf(page.revenue, page.calendar)
  return forecastSeries({ history, group: history, whole: false })
}

/** What this method said about the last trading day on the evening before, and what came. */
const scoreOf = (demand: Demand): Forecast['score'] => {
  const { values, start } = demand.total
  const last = values.findLastIndex((value) => !Number.isNaN(value))
  const before = earlier(demand, values.length - last)
  if (last < 0 || openDays(before.total) < OPEN_DAYS_MIN) return null
  const outlooks = [...outlooksOf(before), ...restOf(before)]
  const place = placeInWeek(start + last)
  const units = outlooks.reduce((sum, { week }) => sum + (week[place] ?? 0), 0)
  return {
    day: dayFromNumber(start + last),
    range: rounded(rangeAround(units, spreadOfTotal(outlooks)), QUANTITY_ONE),
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

const expected = ({ days }: ProductForecast): number =>
  days.reduce((sum, { likely }) => sum + likely, 0)

const averageOf = (week: Week): number => week.reduce((sum, value) => sum + value, 0) / week.length
