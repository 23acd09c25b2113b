import type { Basis } from '../analytics/findings.ts'
import { type HourHabit, hourHabit } from '../analytics/hours.ts'
import { addDays, type Day, type Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { BranchDay, ProductSum, VariantSum } from '../sales/totals.ts'
import type { Reader } from '../store/store.ts'
import type { Coverage } from '../store/sums.ts'
import { coverageOf, isComplete } from './complete.ts'

/** `period` null: as far back as the picture is readable. */
type Asked = {
  readonly shop: Shop
  readonly today: Day
  readonly period: Span | null
  /** The only branches that may be read. */
  readonly branches?: readonly string[]
}

/** What the money or the things of a shop come to in one place. */
type PartSum = {
  readonly name: string
  readonly revenue: number
  readonly quantity: number
}

/** Findings that only pictures show. null everywhere means: this shop has no sales yet. */
export type PictureInsights = {
  readonly overview: (request: Asked) => Promise<{
    readonly coverage: Coverage
    /** `basis.lines` 0: nothing in that period. */
    readonly basis: Basis
    /** In order. `partial`: the period or the files begin or end within it. */
    readonly months: readonly (Omit<PartSum, 'name'> & {
      readonly month: Day
      readonly partial: boolean
    })[]
    /** Greatest first; empty where the files name none. */
    readonly branches: readonly PartSum[]
    readonly variants: readonly VariantSum[]
    readonly products: readonly ProductSum[]
  } | null>
  /** The rows of the report's sheets, as far as there are files. */
  readonly report: (request: {
    readonly shop: Shop
    readonly span: Span
    readonly branches?: readonly string[]
  }) => Promise<{
    readonly days: readonly BranchDay[]
    readonly products: readonly ProductSum[]
  }>
  /** `habit` null: no sale of that period carries a time. */
  readonly hours: (request: Asked) => Promise<{
    readonly coverage: Coverage
    readonly basis: Basis
    readonly habit: HourHabit | null
    readonly measure: 'revenue' | 'quantity' | 'lines'
  } | null>
}

const YEAR_DAYS = 365
/** Eight of each weekday: enough to know an hour by, and few enough to be today's shop. */
const HABIT_DAYS = 8 * 7
/** Lines are read one by one here: a quarter is the most that stays a quick answer. */
const HABIT_DAYS_MAX = 13 * 7

export const overview = async (
  reader: Reader,
  { shop, today, period }: Asked,
): ReturnType<PictureInsights['overview']> => {
  const coverage = await coverageOf(reader, shop)
  if (!coverage) return null
  const span = within(coverage, period, YEAR_DAYS)
  const days = await reader.branchDays(shop.id, span)
  const isWhole = ({ from, to }: Span): boolean =>
    from >= span.from && to <= span.to && isComplete(shop, coverage, to, today)
  return {
    coverage,
    basis: { ...basisOf(days, span), asOfMinute: await reader.lastMinute(shop.id, span.to) },
    months: [...Map.groupBy(days, (row) => monthStart(row.day))].map(([month, rows]) => ({
      month,
      partial: !isWhole(monthFrom(month)),
      ...soldIn(rows),
    })),
    branches: [...Map.groupBy(days, (row) => row.branch ?? '')]
      .map(([name, rows]) => ({ name, ...soldIn(rows) }))
      .filter(({ name }) => name !== '')
      .sort((a, b) => b.revenue - a.revenue || b.quantity - a.quantity),
    variants: await reader.variantSums(shop.id, span),
    products: await reader.productSums(shop.id, span),
  }
}

export const report: (
  reader: Reader,
  request: Parameters<PictureInsights['report']>[0],
) => ReturnType<PictureInsights['report']> = async (reader, { shop, span }) => ({
  days: await reader.branchDays(shop.id, span),
  products: await reader.productSums(shop.id, span),
})

export const hours = async (
  reader: Reader,
  { shop, period }: Asked,
): ReturnType<PictureInsights['hours']> => {
  const coverage = await reader.coverage(shop.id)
  if (!coverage) return null
  const asked = within(coverage, period, HABIT_DAYS)
  const earliest = addDays(asked.to, 1 - HABIT_DAYS_MAX)
  const span = { from: asked.from < earliest ? earliest : asked.from, to: asked.to }
  const hasTimes = await reader.hasTimes(shop.id, span)
  const rows = hasTimes ? await reader.hourSums(shop.id, span) : []
  const measure = measureOf(coverage)
  const habit = hourHabit(rows, measure, shop.closingHour)
  const branches = (await reader.branchDays(shop.id, span)).map(({ branch }) => branch)
  return {
    coverage,
    basis: {
      span,
      lines: habit?.lines ?? 0,
      branches: new Set(branches.filter((branch) => branch !== null)).size,
      asOfMinute: null,
    },
    habit,
    measure,
  }
}

const measureOf = ({ hasMoney, hasQuantity }: Coverage): 'revenue' | 'quantity' | 'lines' => {
  if (hasMoney) return 'revenue'
  return hasQuantity ? 'quantity' : 'lines'
}

/** The period as far as there are files, or the last `days` there are. */
const within = ({ span }: Coverage, period: Span | null, days: number): Span => {
  if (period === null) {
    const from = addDays(span.to, 1 - days)
    return { from: from < span.from ? span.from : from, to: span.to }
  }
  return {
    from: period.from < span.from ? span.from : period.from,
    to: period.to < span.to ? period.to : span.to,
  }
}

const monthStart = (day: Day): Day => addDays(day, 1 - Number(day.slice(8)))

/** The longest month has 31 days: from its first day, 31 on is within the first days of the next. */
const monthFrom = (first: Day): Span => {
  const next = addDays(first, 31)
  return { from: first, to: addDays(next, -Number(next.slice(8))) }
}

const soldIn = (rows: readonly BranchDay[]): Omit<PartSum, 'name'> => ({
  revenue: rows.reduce((sum, row) => sum + row.revenue, 0),
  quantity: rows.reduce((sum, row) => sum + row.quantity, 0),
})

const basisOf = (rows: readonly BranchDay[], span: Span): Basis => ({
  span,
  lines: rows.reduce((sum, row) => sum + row.lines, 0),
  branches: new Set(rows.flatMap(({ branch }) => branch ?? [])).size,
  asOfMinute: null,
})
