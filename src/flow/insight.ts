import { type Alert, mannersOf, newsOf } from '../analytics/alert-rules.ts'
import { findAnomalies } from '../analytics/anomaly.ts'
import type {
  Anomaly,
  Explanation,
  Forecast,
  ForecastDay,
  Restock,
  Summary,
} from '../analytics/findings.ts'
import { forecastShop } from '../analytics/forecast.ts'
import { type ForecastQuestion, HORIZON_MAX } from '../analytics/forecast-question.ts'
import { findLasting } from '../analytics/lasting.ts'
import { adviseRestock } from '../analytics/restock.ts'
import {
  EVERYTHING,
  type KeptDay,
  keptDays,
  missesOf,
  rangeLevel,
  scoreFor,
} from '../analytics/score.ts'
import { summarise, usualOn } from '../analytics/summary.ts'
import { explain } from '../analytics/why.ts'
import { countryOf } from '../sales/country.ts'
import { addDays, type Day, daysBetween, daysOf, type Span, weekdayOf } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { LEAD_DAYS, REVIEW_DAYS } from '../sales/supply.ts'
import { toldDaysOf } from '../sales/told-day.ts'
import type { BranchDay, ProductSum } from '../sales/totals.ts'
import type { Reader } from '../store/store.ts'
import type { Coverage } from '../store/sums.ts'
import { type Covered, coverageOf, isComplete, newestCompleteDay } from './complete.ts'
import type { PictureInsights } from './picture-insight.ts'
import type { PlanAsked, PlanFound } from './plan-insight.ts'
import { goodsOf, type StockInsights } from './stock-insight.ts'
import type { TillInsights } from './till-insight.ts'

/**
 * What every question says: whose, and what the shop's own calendar shows today. `branches`: it is asked by
 * somebody who may see these alone; then nothing else is read.
 */
type Asked = {
  readonly shop: Shop
  readonly today: Day
  readonly branches?: readonly string[]
}

/** `period` null: the last `days` days there are, one when not said. */
type SummaryAsked = Asked & { readonly period: Span | null; readonly days?: number }

/** `first`: a day to begin with, instead of the next one worth forecasting. */
type ForecastAsked = Asked & {
  readonly days: number
  readonly first?: Day
  readonly only?: NonNullable<ForecastQuestion['only']>
}

/** `expected`: what the chat has already called usual for that period, in the unit the shop's files count. */
type WhyAsked = Asked & { readonly period: Span | null; readonly expected?: number }

/** Findings over the stored sales. null everywhere means: this shop has no sales yet. */
export type Insights = StockInsights &
  TillInsights &
  PictureInsights & {
    /** `summary` null: nothing in that period. */
    readonly summary: (request: SummaryAsked) => Promise<{
      readonly coverage: Coverage
      readonly span: Span
      readonly summary: Summary | null
      /** Sold in the span, most units first, at most twenty. */
      readonly sold: readonly ProductSum[]
    } | null>
    /** `forecast` null: too little history. Its first day is the next one that is not known yet. */
    readonly forecast: (request: ForecastAsked) => Promise<{
      readonly coverage: Coverage
      readonly forecast: Forecast | null
    } | null>
    /** What a free question comes to; null: another command answers it. */
    readonly plan: (request: PlanAsked) => Promise<PlanFound | null>
    readonly restock: (request: Asked) => Promise<{
      readonly coverage: Coverage
      readonly restock: Restock | null
    } | null>
    readonly anomalies: (request: Asked & { readonly day: Day }) => Promise<readonly Anomaly[]>
    /** What of a complete day is worth a message to this shop now; null: nothing. */
    readonly news: (request: Asked & { readonly day: Day }) => Promise<Alert | null>
    /** Why a period differs from its usual; `explanation` null: nothing to compare with. */
    readonly why: (request: WhyAsked) => Promise<{
      readonly coverage: Coverage
      readonly span: Span
      readonly explanation: Explanation | null
    } | null>
    /** `period` of more than a day: these days; else the last sixty. `fan` only where they reach today. */
    readonly trend: (request: Asked & { readonly period: Span | null }) => Promise<{
      readonly coverage: Coverage
      /** Net money, thousandths where no file has money. `unfinished` days are still running. */
      readonly days: readonly {
        readonly day: Day
        readonly value: number | null
        readonly unfinished: boolean
      }[]
      readonly anomalies: readonly Anomaly[]
      readonly fan: readonly ForecastDay[]
    } | null>
  }

/** Half a year: trend, same weekdays, habits. */
const SUMMARY_DAYS = 26 * 7
const SAME_WEEKDAYS = 8
const RECENT_DAYS = 28
const SEASON_DAYS = 90
/** Products handed on for a list; a phone shows a handful. */
const SOLD_MAX = 20
const YEAR_DAYS = 365
/** Products forecast one by one; a phone shows a handful, the restock list some dozens. */
const PRODUCTS_MAX = 60
/** Products advised on: each takes a millisecond, and an order forgotten is a shelf empty. */
const ORDERED_MAX = 400
/** Weeks of single products behind an alert: enough to know what each weekday usually brings. */
const CAUSE_DAYS = 8 * 7
const CHART_DAYS = 60
/** Days of the chart that are judged for marks. */
const MARKED_DAYS = 28
const FAN_DAYS = 7
/** Sales older than this say nothing about tomorrow: the forecast then speaks of the day after them. */
const STALE_DAYS = 7

export const summary = async (
  reader: Reader,
  { shop, today, period, days }: SummaryAsked,
): ReturnType<Insights['summary']> => {
  const coverage = await coverageOf(reader, shop)
  if (!coverage) return null
  const { to } = coverage.span
  const span = period ?? (days === undefined ? { from: to, to } : lastDays(coverage, days))
  const back = (length: number): Span => ({ from: addDays(span.to, 1 - length), to: span.to })
  const habit = await habitOf(reader, { shop, today }, { coverage, span })
  const before = comparedWith(span)
  const traded = new Set(habit.branchDays.map((row) => row.day))
  const sold = await reader.productSums(shop.id, span)
  return {
    coverage,
    span,
    sold: sold.slice(0, SOLD_MAX),
    summary: summarise({
      ...habit,
      today,
      asOfMinute: await reader.lastMinute(shop.id, minDay(span.to, to)),
      sold,
      usual: {
        // A longer stretch before is whole, and read as one.
        products: await reader.productSums(
          shop.id,
          spanning(before),
          ...(span.from === span.to ? [before] : []),
        ),
        days: before.filter((day) => traded.has(day)).length,
      },
      recent: await reader.productSums(shop.id, back(RECENT_DAYS)),
      season: await reader.productSums(shop.id, back(SEASON_DAYS)),
      variants: await reader.variantSums(shop.id, back(RECENT_DAYS)),
    }),
  }
}

/** What says how usual these days were. */
const habitOf = async (
  reader: Reader,
  { shop, today }: Asked,
  { coverage, span }: { readonly coverage: Covered; readonly span: Span },
) => ({
  span,
  complete: isComplete(shop, coverage, span.to, today),
  elapsedTo: daysOf(span).findLast((day) => isComplete(shop, coverage, day, today)) ?? null,
  branchDays: await reader.branchDays(shop.id, {
    from: minDay(addDays(span.to, -SUMMARY_DAYS), addDays(span.from, -lengthOf(span))),
    to: span.to,
  }),
  closedDays: await exceptions(reader, shop.id),
  country: countryOf(shop),
})

export const forecast = async (
  reader: Reader,
  { shop, today, days, first, only }: ForecastAsked,
): ReturnType<Insights['forecast']> => {
  const coverage = await coverageOf(reader, shop)
  if (!coverage) return null
  const next = nextDay(shop, coverage, today)
  const begin = first ?? next.first
  const horizon = daysBetween(next.from, begin) + days
  if (daysBetween(next.from, begin) >= HORIZON_MAX || begin < next.from) {
    return { coverage, forecast: null }
  }
  const past = await forecastPast(reader, shop, next.from)
  const kept = keptDays(await reader.foretold(shop.id, scoredSpan(next.from)), past)
  const made = forecastShop({
    ...past,
    from: next.from,
    horizon,
    level: rangeLevel(missesOf(kept)),
    ...(only && { only }),
  })
  return { coverage, forecast: made && fromDay(scored(made, kept, begin), begin) }
}

/** The last months of scores are enough to know how good we are now. */
const SCORED_DAYS = 120

const scoredSpan = (from: Day): Span => ({
  from: addDays(from, -SCORED_DAYS),
  to: addDays(from, -1),
})

/** A score that was really said goes before one that was tried afterwards. */
const scored = (made: Forecast, kept: readonly KeptDay[], day: Day): Forecast => {
  const [product, ...others] = made.products
  const isOne = made.score === null && product !== undefined && others.length === 0
  if (made.score === null && !isOne) return made
  const score = scoreFor(kept, day, isOne ? product.product : EVERYTHING)
  if (score === null) return made
  return {
    ...made,
    score: { day: score.day, range: score.range, actual: score.actual, kept: true },
  }
}

export const restock = async (
  reader: Reader,
  { shop, today }: Asked,
): ReturnType<Insights['restock']> => {
  const coverage = await coverageOf(reader, shop)
  if (!coverage) return null
  const { from } = nextDay(shop, coverage, today)
  return {
    coverage,
    restock: adviseRestock({
      ...(await history(reader, shop.id, from, ORDERED_MAX)),
      from,
      orderDay: isFresh(from, today) ? today : from,
      leadDays: LEAD_DAYS,
      reviewDays: REVIEW_DAYS,
      goods: await goodsOf(reader, { shop, today }),
    }),
  }
}

export const anomalies = async (
  reader: Reader,
  { shop, day }: Asked & { readonly day: Day },
): ReturnType<Insights['anomalies']> => {
  const isJudged = await withoutClosedBranches(reader, shop.id, day)
  const branchDays = await reader.branchDays(shop.id, { from: addDays(day, -YEAR_DAYS), to: day })
  const productDays = await reader.topProductDays(
    shop.id,
    { from: addDays(day, -CAUSE_DAYS), to: day },
    { recent: { from: addDays(day, -RECENT_DAYS), to: day }, limit: PRODUCTS_MAX },
  )
  const { level } = await reader.alertLevel(shop.id)
  return findAnomalies({
    day,
    manners: mannersOf(level, await reader.toldAlerts(shop.id), day),
    branchDays: branchDays.filter(isJudged),
    productDays: productDays.filter(isJudged),
    closedDays: await exceptions(reader, shop.id),
  })
}

export const news = async (
  reader: Reader,
  request: Asked & { readonly day: Day },
): ReturnType<Insights['news']> => {
  const { shop, day } = request
  const lasting = findLasting({
    day,
    branchDays: await reader.branchDays(shop.id, { from: addDays(day, -YEAR_DAYS), to: day }),
    closedDays: await exceptions(reader, shop.id),
  })
  const found = await anomalies(reader, request)
  return newsOf([...found, ...lasting], await reader.toldAlerts(shop.id), day)
}

export const why = async (
  reader: Reader,
  { shop, today, period, expected: said }: WhyAsked,
): ReturnType<Insights['why']> => {
  const coverage = await coverageOf(reader, shop)
  if (!coverage) return null
  const span = period ?? lastCompleteDay(shop, coverage, today)
  // The same expectation as in the summary: two figures for "usual" in one chat would be one too many.
  const expected =
    said ?? usualOn(await habitOf(reader, { shop, today }, { coverage, span }))?.expected
  return {
    coverage,
    span,
    explanation: explain({
      span,
      ...(expected === undefined ? {} : { expected }),
      branchDays: await reader.branchDays(shop.id, {
        from: addDays(span.from, -YEAR_DAYS),
        to: span.to,
      }),
      productDays: await reader.topProductDays(
        shop.id,
        { from: addDays(span.from, -CAUSE_DAYS), to: span.to },
        {
          recent: { from: addDays(span.to, -RECENT_DAYS), to: span.to },
          limit: PRODUCTS_MAX,
          summedFrom: span.from,
        },
      ),
      variantParts:
        coverage.variantHeading === null
          ? []
          : await reader.variantParts(
              shop.id,
              { from: addDays(span.from, -CAUSE_DAYS), to: addDays(span.from, -1) },
              span,
            ),
      // The days asked about are explained, not left out.
      closedDays: (await exceptions(reader, shop.id)).filter((day) => day < span.from),
    }),
  }
}

export const trend = async (
  reader: Reader,
  { shop, today, period }: Asked & { readonly period: Span | null },
): ReturnType<Insights['trend']> => {
  const coverage = await coverageOf(reader, shop)
  if (!coverage) return null
  const shown = shownSpan(coverage, period)
  const { to } = shown
  const branchDays = await reader.branchDays(shop.id, { from: addDays(to, -YEAR_DAYS), to })
  const isNow = to === coverage.span.to
  const ahead = isNow ? await forecast(reader, { shop, today, days: FAN_DAYS }) : null
  const explained = await exceptions(reader, shop.id)
  const judged = daysOf(shown)
    .slice(-MARKED_DAYS)
    .filter((day) => isComplete(shop, coverage, day, today))
  const measure = coverage.hasMoney ? 'revenue' : 'quantity'
  const days = daysOf(shown).map((day) => ({
    day,
    value: soldOn(branchDays, day, measure),
    unfinished: !isComplete(shop, coverage, day, today),
  }))
  return {
    coverage,
    days: withoutClosedWeekdays(days),
    anomalies: judged.flatMap((day) =>
      findAnomalies({
        day,
        branchDays: branchDays.filter((row) => row.day <= day),
        productDays: [],
        closedDays: explained,
      }).slice(0, 1),
    ),
    fan: (coverage.hasMoney ? ahead?.forecast?.revenue : ahead?.forecast?.total) ?? [],
  }
}

/** A year of the shop up to the day before `from`, and the products that sell. */
const history = async (reader: Reader, shopId: string, from: Day, limit = PRODUCTS_MAX) => {
  const span = { from: addDays(from, -YEAR_DAYS), to: addDays(from, -1) }
  return {
    branchDays: await reader.branchDays(shopId, span),
    productDays: await reader.topProductDays(shopId, span, {
      recent: { from: addDays(from, -RECENT_DAYS), to: span.to },
      limit,
    }),
    closedDays: await exceptions(reader, shopId),
  }
}

/** Yearly closings and holidays are learnt from so many years. */
const CALENDAR_YEARS = 3

/** The same, with all that is known about days: holidays, the owner's words, which days the files cover. */
const forecastPast = async (reader: Reader, shop: Shop, from: Day) => ({
  ...(await history(reader, shop.id, from)),
  branchDays: await reader.branchDays(shop.id, {
    from: addDays(from, -CALENDAR_YEARS * YEAR_DAYS),
    to: addDays(from, -1),
  }),
  closedDays: await reader.explainedDays(shop.id),
  told: toldDaysOf(await reader.toldDays(shop.id)),
  country: countryOf(shop),
  covered: await reader.coveredSpans(shop.id),
})

/** Days that say nothing about habit: labelled on an alert, told closed, or with an event. */
const exceptions = async (reader: Reader, shopId: string): Promise<readonly Day[]> => {
  const told = toldDaysOf(await reader.toldDays(shopId))
  const days = told.flatMap(({ day, branch, kind }) =>
    branch === null && kind !== 'open' ? [day] : [],
  )
  return [...new Set([...(await reader.explainedDays(shopId)), ...days])].sort()
}

/** Branches told closed on this day are left out of judging it, and so are their sales from what is usual. */
const withoutClosedBranches = async (
  reader: Reader,
  shopId: string,
  day: Day,
): Promise<(row: { readonly branch: string | null }) => boolean> => {
  const told = toldDaysOf(await reader.toldDays(shopId))
  const closed = new Set(
    told.flatMap((one) =>
      one.day === day && one.kind !== 'open' && one.branch !== null ? [one.branch] : [],
    ),
  )
  return ({ branch }) => branch === null || !closed.has(branch)
}

/** The same weekdays before a single day; the stretch of equal length before a longer one. */
const comparedWith = (span: Span): Day[] => {
  if (span.from === span.to) {
    return Array.from({ length: SAME_WEEKDAYS }, (_, i) =>
      addDays(span.from, -7 * (i + 1)),
    ).reverse()
  }
  const length = lengthOf(span)
  return daysOf({ from: addDays(span.from, -length), to: addDays(span.from, -1) })
}

const spanning = (days: readonly Day[]): Span => {
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) throw new Error('a comparison needs at least one day')
  return { from, to }
}

/**
 * `from`: the first day nothing teaches about; today at the latest, so that it can be asked for at night too.
 * `first`: the first day worth forecasting, tomorrow; with old sales the day after them, since nobody can say
 * what happened in between.
 */
const nextDay = (
  shop: Shop,
  coverage: Covered,
  today: Day,
): { readonly from: Day; readonly first: Day } => {
  const from = minDay(addDays(newestCompleteDay(shop, coverage, today), 1), today)
  const tomorrow = addDays(today, 1)
  return { from, first: isFresh(from, tomorrow) ? tomorrow : from }
}

/** With older sales nobody can say what happened in between; a plan then begins where they end. */
const isFresh = (from: Day, day: Day): boolean => daysBetween(from, day) <= STALE_DAYS

/** The forecast as seen from its first useful day. */
const fromDay = (made: Forecast, first: Day): Forecast => {
  const cut = <Dated extends { readonly day: Day }>(days: readonly Dated[]) =>
    days.filter(({ day }) => day >= first)
  const list = made.products.map((product) => ({
    ...product,
    days: cut(product.days),
    ...(product.branches && {
      branches: product.branches.map((part) => ({ ...part, days: cut(part.days) })),
    }),
  }))
  return {
    ...made,
    from: first,
    products: list.sort((a, b) => (b.days[0]?.likely ?? 0) - (a.days[0]?.likely ?? 0)),
    total: cut(made.total),
    revenue: cut(made.revenue),
    special: cut(made.special),
  }
}

/** The newest day that may be judged; the last day there is when none may. */
const lastCompleteDay = (shop: Shop, coverage: Covered, today: Day): Span => {
  const newest = newestCompleteDay(shop, coverage, today)
  const day = newest < coverage.span.from ? coverage.span.to : newest
  return { from: day, to: day }
}

const lastDays = (coverage: Coverage, days: number): Span => {
  const from = addDays(coverage.span.to, 1 - days)
  return { from: from < coverage.span.from ? coverage.span.from : from, to: coverage.span.to }
}

const lengthOf = (span: Span): number => daysBetween(span.from, span.to) + 1
const minDay = (a: Day, b: Day): Day => (a < b ? a : b)
const soldOn = (
  rows: readonly BranchDay[],
  day: Day,
  measure: 'revenue' | 'quantity',
): number | null => {
  const those = rows.filter((row) => row.day === day)
  return those.length === 0 ? null : those.reduce((sum, row) => sum + row[measure], 0)
}

/** A period without a single stored day is the caller's to refuse; here it shows the last days. */
const shownSpan = (coverage: Coverage, period: Span | null): Span => {
  const last = lastDays(coverage, CHART_DAYS)
  if (period === null || period.from === period.to) return last
  const from = period.from < coverage.span.from ? coverage.span.from : period.from
  const to = minDay(period.to, coverage.span.to)
  return from < to ? { from, to } : last
}

/** A weekday on which nothing was ever sold is no gap in the data: the line passes over it. */
const withoutClosedWeekdays = <Each extends { readonly day: Day; readonly value: number | null }>(
  days: readonly Each[],
): readonly Each[] => {
  const open = new Set(days.flatMap(({ day, value }) => (value === null ? [] : [weekdayOf(day)])))
  return days.filter(({ day }) => open.has(weekdayOf(day)))
}
