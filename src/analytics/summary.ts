import type { Country } from '../sales/country.ts'
import { addDays, type Day, dayNumber, type Span } from '../sales/day.ts'
import {
  addSums,
  type BranchDay,
  NO_SUMS,
  type ProductSum,
  type Sums,
  type VariantSum,
} from '../sales/totals.ts'
import type { Comparison, NamedSum, Share, Summary } from './findings.ts'
import { until } from './history.ts'
import {
  basisOf,
  demandOf,
  type Ledger,
  ledgerOf,
  openCounter,
  salesOf,
  stretchOf,
} from './ledger.ts'
import { medianOf } from './robust.ts'
import { type SpecialDays, specialDaysIn } from './special-days.ts'
import { trendOf } from './trend.ts'

/** What a stretch of days is held against. */
export type HabitQuestion = {
  readonly span: Span
  /** False while the span still runs or its last file may still grow. */
  readonly complete: boolean
  /** The last complete day of an unfinished period; null when it has none. */
  readonly elapsedTo?: Day | null
  /** Up to 26 weeks ending at `span.to`. */
  readonly branchDays: readonly BranchDay[]
  /** Days that are no measure for others: told closed, an event, labelled by the owner. */
  readonly closedDays?: readonly Day[]
  /** Whose feasts count: Ramadan is compared with Ramadan. */
  readonly country?: Country | null
}

export type SummaryQuestion = HabitQuestion & {
  readonly today: Day
  /** Minutes since midnight of the last line of the span's last day; null without times. */
  readonly asOfMinute: number | null
  /** Sold in the span. */
  readonly sold: readonly ProductSum[]
  /** Sold in what the span is compared with, and over how many trading days. */
  readonly usual: { readonly products: readonly ProductSum[]; readonly days: number }
  /** The 28 days to `span.to`. */
  readonly recent: readonly ProductSum[]
  /** The 90 days to `span.to`. */
  readonly season: readonly ProductSum[]
  /** The 28 days to `span.to`. */
  readonly variants: readonly VariantSum[]
}

/** A weekday is compared with at most so many of its own kind, and with no fewer than two. */
const SAME_WEEKDAYS_MAX = 8
const SAME_WEEKDAYS_MIN = 2
/** A span before counts only when it traded at least half as many days. */
const PREVIOUS_OPEN_SHARE = 0.5
/** A product on sale for less than this is new, not slow. */
const NEW_DAYS = 14
/** What "lately" means for slow products. */
const RECENT_DAYS = 28
/** Without a sale for a trading week: quiet. */
const QUIET_DAYS = 7
/** Asleep: no sale for 21 trading days, or four times its usual gap. Then it is no slow mover any more. */
const ASLEEP_DAYS = 21
const ASLEEP_GAPS = 4
/** A gain under one unit is no gain. */
const GAIN_MIN = 1000

/**
 * What a day or a period brought, against the right thing. Null when the span has no rows: no data is
 * never 0. An unfinished span is stated, not judged: no comparison and no rising product.
 */
export const summarise = (question: SummaryQuestion): Summary | null => {
  const { span, complete, branchDays, sold } = question
  const rows = branchDays.filter(({ day }) => day >= span.from && day <= span.to)
  const stretch = stretchOf(rows)
  const page = pageOf(question)
  if (stretch === null || page === null) return null
  return {
    span,
    sums: rows.reduce<Sums>(addSums, NO_SUMS),
    receipts: receiptsOf(rows),
    complete,
    comparison: comparisonOn(page, question),
    bestSeller: largest(sold, ({ quantity }) => quantity),
    bestByRevenue: largest(sold, ({ revenue }) => revenue),
    rising: complete ? risingOf(question, openBetween(page, span)) : null,
    slowMover: slowMoverOf(question, page),
    branches: branchesOf(rows),
    favouriteVariant: favouriteOf(question.variants),
    trend: trendOf(until(demandOf(salesOf(page), page.calendar), completeDays(question, page))),
    basis: basisOf(rows, stretch, question.asOfMinute),
  }
}

/** What the summary of the same days compares with, alone. Null as there. */
export const usualOn = (question: HabitQuestion): Comparison | null => {
  const page = pageOf(question)
  return page && comparisonOn(page, question)
}

const pageOf = ({ span, branchDays, closedDays = [] }: HabitQuestion): Ledger | null => {
  const all = stretchOf(branchDays)
  if (!branchDays.some(({ day }) => day >= span.from && day <= span.to)) return null
  // The days asked about are stated whatever they were.
  const exceptions = closedDays.filter((day) => day < span.from)
  return (
    all &&
    ledgerOf(
      branchDays,
      { first: all.first, last: dayNumber(span.to) },
      new Set(exceptions.map(dayNumber)),
    )
  )
}

const comparisonOn = (page: Ledger, question: HabitQuestion): Comparison | null =>
  question.complete ? comparisonOf(page, question) : elapsedComparison(page, question)

/** Unknown as soon as one branch's till writes no invoice numbers: half a count would be a wrong count. */
const receiptsOf = (rows: readonly BranchDay[]): number | null => {
  const counts = rows.flatMap(({ receipts }) => (receipts === null ? [] : [receipts]))
  return counts.length < rows.length ? null : counts.reduce((sum, count) => sum + count, 0)
}

const comparisonOf = (page: Ledger, { span, country = null }: HabitQuestion): Comparison | null =>
  span.from === span.to
    ? againstWeekdays(page, span, specialDaysIn(country))
    : againstBefore(page, span)

/** An unfinished period stands against the same elapsed part of the one before; an unfinished day never. */
const elapsedComparison = (page: Ledger, question: HabitQuestion): Comparison | null => {
  const { span, elapsedTo = null } = question
  if (elapsedTo === null || span.from === span.to || elapsedTo < span.from) return null
  const comparison = againstBefore(page, { from: span.from, to: elapsedTo })
  return comparison && { ...comparison, until: elapsedTo }
}

/** Like with like: same weekdays of the same season (Ramadan, or none) where there are two of them. */
const againstWeekdays = (page: Ledger, span: Span, special: SpecialDays): Comparison | null => {
  const sales = salesOf(page)
  const judged = dayNumber(span.to) - page.start
  const season = seasonOf(special, dayNumber(span.to))
  const [same, alike]: [number[], number[]] = [[], []]
  for (let i = judged - 7; i >= 0 && same.length < SAME_WEEKDAYS_MAX; i -= 7) {
    if (page.calendar.states[i] !== 'open') continue
    same.push(sales[i] ?? 0)
    if (seasonOf(special, page.start + i) === season) alike.push(sales[i] ?? 0)
  }
  const used = alike.length < SAME_WEEKDAYS_MIN ? same : alike
  if (used.length < SAME_WEEKDAYS_MIN) return null
  return compared('weekday', sales[judged] ?? 0, medianOf(used) ?? 0, used.length)
}

/** Stretches of one feast belong together, single holidays and occasions do not; payday is every month. */
const seasonOf = (special: SpecialDays, number: number): string => {
  const found = special(number)
  return found === null || found.kind === 'payday' ? '' : (found.key.split('-')[0] ?? '')
}

/**
 * The span moved back by whole weeks until it lies before itself. Only trading days of the span expect
 * something: what their twin brought, or an average day of the twin span when the twin did not trade.
 */
const againstBefore = (page: Ledger, span: Span): Comparison | null => {
  const sales = salesOf(page)
  const { states } = page.calendar
  const [from, to] = [dayNumber(span.from) - page.start, dayNumber(span.to) - page.start]
  const back = 7 * Math.ceil((to - from + 1) / 7)
  const open = range(from, to).filter((i) => states[i] === 'open')
  const before = range(from - back, to - back).filter((i) => states[i] === 'open')
  if (before.length < Math.max(1, PREVIOUS_OPEN_SHARE * open.length)) return null
  const mean = before.reduce((sum, i) => sum + (sales[i] ?? 0), 0) / before.length
  const expected = open.reduce(
    (sum, i) => sum + (states[i - back] === 'open' ? (sales[i - back] ?? 0) : mean),
    0,
  )
  const actual = open.reduce((sum, i) => sum + (sales[i] ?? 0), 0)
  return compared('previous', actual, expected, before.length)
}

const compared = (
  kind: Comparison['kind'],
  actual: number,
  expected: number,
  days: number,
): Comparison | null =>
  expected > 0
    ? { kind, expected: Math.round(expected), change: actual / expected - 1, days }
    : null

const largest = (sold: readonly ProductSum[], by: (sum: ProductSum) => number): NamedSum | null => {
  const best = sold.reduce<ProductSum | null>(
    (top, sum) => (by(sum) > (top === null ? 0 : by(top)) ? sum : top),
    null,
  )
  return best && { name: best.product, quantity: best.quantity, revenue: best.revenue }
}

const risingOf = ({ sold, usual }: SummaryQuestion, openInSpan: number): Summary['rising'] => {
  if (usual.days === 0) return null
  const before = new Map(usual.products.map(({ product, quantity }) => [product, quantity]))
  const gains = sold.map(({ product, quantity }) => ({
    name: product,
    quantity,
    gain: Math.round(quantity - ((before.get(product) ?? 0) * openInSpan) / usual.days),
  }))
  return gains.reduce<Summary['rising']>(
    (top, rise) => (rise.gain >= Math.max(GAIN_MIN, (top?.gain ?? 0) + 1) ? rise : top),
    null,
  )
}

/** Lowest units per trading day over the last 28 days of what sold before; new and sleeping products do not count. */
const slowMoverOf = (
  { span, recent, season }: SummaryQuestion,
  page: Ledger,
): Summary['slowMover'] => {
  // The slowest of one is also the fastest: that is no finding.
  if (season.length < 2) return null
  const sold28 = new Map(recent.map(({ product, quantity }) => [product, quantity]))
  const newSince = dayNumber(span.to) - NEW_DAYS
  const openAfter = tradingDaysAfter(page)
  const monthAgo = addDays(span.to, -RECENT_DAYS)
  const candidates = season.flatMap(({ product, quantity, lines, firstDay, lastDay }) => {
    if (quantity <= 0 || dayNumber(firstDay) > newSince) return []
    const quiet = openAfter(lastDay, span.to)
    const usualGap = (openAfter(firstDay, lastDay) + 1) / Math.max(1, lines)
    if (quiet > Math.max(ASLEEP_DAYS, ASLEEP_GAPS * usualGap)) return []
    // More came back than went out: nothing sold.
    const quantity28 = Math.max(0, sold28.get(product) ?? 0)
    // A product three weeks old has had three weeks to sell.
    const days = Math.max(
      1,
      Math.min(openAfter(monthAgo, span.to), openAfter(firstDay, span.to) + 1),
    )
    const perDay = quantity28 / days
    return [{ name: product, quietDays: quiet >= QUIET_DAYS ? quiet : 0, quantity28, perDay }]
  })
  const slowest = candidates.reduce<Candidate | null>(
    (slow, next) => (slow === null || isSlower(next, slow) ? next : slow),
    null,
  )
  if (slowest === null) return null
  const { name, quietDays, quantity28 } = slowest
  return { name, quietDays, quantity28 }
}

/** `perDay`: units a trading day of the last 28, or since it is on sale. */
type Candidate = NonNullable<Summary['slowMover']> & { readonly perDay: number }

const isSlower = (a: Candidate, b: Candidate): boolean => {
  if (a.perDay !== b.perDay) return a.perDay < b.perDay
  if (a.quietDays !== b.quietDays) return a.quietDays > b.quietDays
  return a.name < b.name
}

/** Trading days after `day`, up to and with `to`. */
const tradingDaysAfter = (page: Ledger): ((day: Day, to: Day) => number) => {
  const count = openCounter(page)
  return (day, to) => count(dayNumber(day) - page.start + 1, dayNumber(to) - page.start)
}

const openBetween = (page: Ledger, { from, to }: Span): number =>
  openCounter(page)(dayNumber(from) - page.start, dayNumber(to) - page.start)

const branchesOf = (rows: readonly BranchDay[]): Share[] => {
  const weigh = rows.some(({ revenue }) => revenue !== 0)
    ? ({ revenue }: Sums) => revenue
    : ({ quantity }: Sums) => quantity
  const total = rows.reduce((sum, row) => sum + weigh(row), 0)
  const sums = new Map<string, Sums>()
  for (const row of rows) {
    if (row.branch !== null) sums.set(row.branch, addSums(sums.get(row.branch) ?? NO_SUMS, row))
  }
  return [...sums]
    .map(([name, sum]) => ({
      name,
      revenue: sum.revenue,
      share: total > 0 ? weigh(sum) / total : 0,
    }))
    .sort((a, b) => b.share - a.share || b.revenue - a.revenue)
}

const favouriteOf = (variants: readonly VariantSum[]): Summary['favouriteVariant'] => {
  const total = variants.reduce((sum, { quantity }) => sum + Math.max(0, quantity), 0)
  const best = variants.reduce<VariantSum | null>(
    (top, sum) => (sum.quantity > (top?.quantity ?? 0) ? sum : top),
    null,
  )
  return best && { name: best.variant, quantity: best.quantity, share: best.quantity / total }
}

/** How many days of the page are over for good. */
const completeDays = ({ span, today, complete }: SummaryQuestion, page: Ledger): number => {
  const last = dayNumber(span.to)
  return (complete ? last : Math.min(last, dayNumber(today)) - 1) - page.start + 1
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
