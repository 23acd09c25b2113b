import type { Explanation } from '../analytics/findings.ts'
import { type Countable, figureOf, type PlanSums } from '../analytics/plan-figures.ts'
import { mainFigure } from '../analytics/plan-rows.ts'
import { type Shown, wholePlan } from '../analytics/shown.ts'
import { type Book, writeBook } from '../ingest/write-book.ts'
import type { Filter, Plan } from '../intent/ask/plan.ts'
import { weekdayNumber } from '../intent/ask/slots.ts'
import {
  dailySheet,
  filesSheet,
  forecastSheets,
  groupSheet,
  lineSheet,
  type ProofFile,
  restockSheet,
  whySheet,
} from '../replies/proof-book.ts'
import { addDays, type Day, type Span, weekdayOf } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { addSums, NO_SUMS, type Sums } from '../sales/totals.ts'
import type { SoldLine } from '../store/sold-lines.ts'
import type { Reader } from '../store/store.ts'
import { forecast, restock, why } from './insight.ts'
import { plan as answerPlan, type PlanFound } from './plan-insight.ts'

export type ProofAsked = {
  readonly shop: Shop
  readonly today: Day
  readonly shown: Shown
  /** The shop's uploads by number; null for who may not know them. */
  readonly files: readonly ProofFile[] | null
  readonly branches?: readonly string[]
}

/** One figure that is proved, with the rows behind it. */
type ProvedFigure = {
  readonly metric: Countable
  readonly value: number | null
  readonly span: Span
  readonly filters: readonly Filter[]
  readonly lines: number
  /** What the answer said instead of the sum of the rows: a mean, a middle, a share of a whole. */
  readonly said: SaidFigure | null
}

type SaidFigure =
  | { readonly kind: 'mean'; readonly value: number; readonly over: number }
  | { readonly kind: 'middle'; readonly value: number; readonly over: number }
  | { readonly kind: 'share'; readonly whole: number }

export type Proof =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'file'
      readonly about: Shown['kind']
      readonly figures: readonly ProvedFigure[]
      readonly lines: number
      /** Too many lines: each day's total stands for them. */
      readonly isDaily: boolean
      /** The uploads with rows in it; empty for who may not know them. */
      readonly files: readonly ProofFile[]
      /** Days of sales a forecast or an advice rests on. */
      readonly span: Span | null
      readonly bytes: Uint8Array
    }

/** Lines of one spreadsheet; measured on a busy machine: 12 s and 690 MB, of a worker that has 60 s and a heap of 768 MB. */
const PROOF_LINES_MAX = 100_000

/** The rows behind an answer as a workbook, read anew and held against the totals the answer came from. */
export const proof = async (reader: Reader, asked: ProofAsked): Promise<Proof> => {
  const { shown } = asked
  switch (shown.kind) {
    case 'figures':
      return proveFigures(reader, asked, shown.plans)
    case 'why':
      return proveWhy(reader, asked, shown.span)
    case 'forecast':
      return proveForecast(reader, asked, shown.only)
    case 'restock':
      return proveRestock(reader, asked)
  }
}

/** Of these the days themselves are what was reckoned with. */
const IS_OF_DAYS: ReadonlySet<Plan['aggregation']> = new Set(['avg_per_day', 'median'])

type Figures = Extract<PlanFound, { kind: 'figures' }>
type Answered = { readonly plan: Plan; readonly found: Figures; readonly total: PlanSums }

const proveFigures = async (
  reader: Reader,
  asked: ProofAsked,
  plans: readonly Plan[],
  extra: Book['sheets'] = [],
): Promise<Proof> => {
  const answered: Answered[] = []
  for (const plan of plans) {
    const found = await answerPlan(reader, { shop: asked.shop, today: asked.today, plan })
    if (found?.kind === 'figures' && found.total !== null) {
      answered.push({ plan, found, total: found.total })
    }
  }
  if (answered.length === 0) return { kind: 'none' }
  const count = answered.reduce((sum, { total }) => sum + linesIn(total), 0)
  const isDaily = count > PROOF_LINES_MAX
  const read = isDaily
    ? []
    : await Promise.all(answered.map((each) => linesOf(reader, asked, each)))
  const files = isDaily ? [] : filesAmong(asked.files, read.flat())
  const sheets = [
    ...answered.flatMap((each, at) => sheetsOf(each, isDaily ? null : (read[at] ?? []), asked)),
    ...extra,
    ...(files.length === 0 ? [] : [filesSheet(files, asked.shop)]),
  ]
  return {
    kind: 'file',
    about: 'figures',
    figures: answered.map(({ plan, found, total }) => ({
      metric: found.metric,
      value: figureOf(found.metric, total),
      span: found.span,
      filters: plan.filters,
      lines: linesIn(total),
      said: saidOf({ plan, found, total }),
    })),
    lines: count,
    isDaily,
    files,
    span: null,
    bytes: await writeBook({ title: asked.shop.name, sheets }),
  }
}

/** The lines, or each day's total where they are too many, and what the answer listed of them. */
const sheetsOf = (
  { plan, found }: Answered,
  lines: readonly SoldLine[] | null,
  { files, shop }: ProofAsked,
): Book['sheets'] => {
  const { days } = found
  const isOfDays = lines !== null && IS_OF_DAYS.has(plan.aggregation)
  return [
    lines === null ? dailySheet({ days }, shop) : lineSheet({ lines, files }, shop),
    ...(plan.dimension === null ? [] : [groupSheet(found, shop)]),
    ...(isOfDays ? [dailySheet({ days }, shop)] : []),
  ]
}

/** How the answer came from the sum of the rows, where it was not the sum itself. */
const saidOf = ({ plan, found, total }: Answered): SaidFigure | null => {
  const { metric, whole, days, groups } = found
  const value = mainFigure({ ...found, plan, total })
  switch (plan.aggregation) {
    case 'avg_per_day':
      return value === null ? null : { kind: 'mean', value, over: days.length }
    case 'median':
      return value === null ? null : { kind: 'middle', value, over: days.length }
    case 'avg': {
      const isMean = value !== null && value !== figureOf(metric, total)
      return isMean ? { kind: 'mean', value, over: groups.length } : null
    }
    case 'share': {
      const all = whole === null ? null : figureOf(metric, whole)
      return all === null || all === 0 ? null : { kind: 'share', whole: all }
    }
    default:
      return null
  }
}

const linesIn = ({ lines, refundLines }: Sums): number => lines + refundLines

/** The lines of a plan's days that its filters leave; they must come to its total. */
const linesOf = async (
  reader: Reader,
  { shop }: ProofAsked,
  { plan, found, total }: Answered,
): Promise<readonly SoldLine[]> => {
  const isWanted = wantedBy(plan.filters)
  const lines = (await reader.soldLines(shop.id, found.span)).filter(isWanted)
  const sums = lines.map(sumsOf).reduce(addSums, NO_SUMS)
  if (sums.revenue !== total.revenue || sums.quantity !== total.quantity) {
    throw new Error(
      `the lines of ${found.span.from}..${found.span.to} come to ${sums.revenue} and ${sums.quantity}, ` +
        `their totals to ${total.revenue} and ${total.quantity}: the shop's totals must be built anew`,
    )
  }
  return lines
}

const sumsOf = ({ quantity, revenue, kind }: SoldLine): Sums => {
  const isRefund = kind === 'refund'
  return {
    lines: isRefund ? 0 : 1,
    quantity: quantity ?? 0,
    revenue: revenue ?? 0,
    refundLines: isRefund ? 1 : 0,
    refunds: isRefund ? -(revenue ?? 0) : 0,
  }
}

const wantedBy =
  (filters: readonly Filter[]) =>
  (line: SoldLine): boolean =>
    filters.every(({ dimension, op, values }) => {
      // A line without a time is in no hour, and in none that is left out either.
      if (dimension === 'hour' && line.minute === null) return false
      return isAmong(line, dimension, values) !== (op === 'not')
    })

const isAmong = (
  line: SoldLine,
  dimension: Filter['dimension'],
  values: readonly string[],
): boolean => {
  if (dimension === 'day') return values.includes(line.day)
  if (dimension === 'weekday') return values.map(weekdayNumber).includes(weekdayOf(line.day))
  const value = wordOf(line, dimension)
  return value !== null && values.includes(value)
}

const MINUTES_AN_HOUR = 60

/** A line's word for what filters speak of, as the filters write it. */
const wordOf = (line: SoldLine, dimension: Filter['dimension']): string | null => {
  switch (dimension) {
    case 'product':
    case 'branch':
    case 'category':
      return line[dimension]
    case 'color':
      return line.variant
    case 'hour':
      return String(Math.floor((line.minute ?? 0) / MINUTES_AN_HOUR))
    case 'day':
    case 'weekday':
    case 'week':
    case 'month':
      throw new Error(`no answer is filtered by ${dimension}: its days say that`)
  }
}

/** The uploads these lines came with, and how many of each. */
const filesAmong = (
  files: readonly ProofFile[] | null,
  lines: readonly SoldLine[],
): readonly ProofFile[] => {
  const counts = new Map<number, number>()
  for (const { upload } of lines) counts.set(upload, (counts.get(upload) ?? 0) + 1)
  return (files ?? [])
    .filter(({ no }) => counts.has(no))
    .map((file) => ({ ...file, lines: counts.get(file.no) ?? 0 }))
    .toSorted((a, b) => b.lines - a.lines)
}

const proveWhy = async (reader: Reader, asked: ProofAsked, span: Span): Promise<Proof> => {
  const { shop, today } = asked
  const found = await why(reader, { shop, today, period: span })
  const explanation: Explanation | null = found?.explanation ?? null
  if (found === null || explanation === null) return { kind: 'none' }
  const metric = found.coverage.hasMoney ? 'revenue' : 'units'
  const sheet = whySheet(explanation, metric, shop)
  const proved = await proveFigures(reader, asked, [wholePlan(explanation.span, metric)], [sheet])
  return proved.kind === 'none' ? proved : { ...proved, about: 'why' }
}

/** Weeks of days shown behind a forecast: what it learns its weekdays from. */
const HISTORY_DAYS = 26 * 7
const FORECAST_DAYS = 28

const proveForecast = async (
  reader: Reader,
  asked: ProofAsked,
  only: Extract<Shown, { kind: 'forecast' }>['only'],
): Promise<Proof> => {
  const { shop, today } = asked
  const found = await forecast(reader, {
    shop,
    today,
    days: FORECAST_DAYS,
    ...(only === null ? {} : { only }),
  })
  if (found === null || found.forecast === null) return { kind: 'none' }
  const { to } = found.coverage.span
  const history = { from: addDays(to, 1 - HISTORY_DAYS), to }
  const filters: Filter[] = [
    ...(only?.branch === undefined
      ? []
      : [{ dimension: 'branch' as const, op: 'eq' as const, values: [only.branch] }]),
    ...(only?.products === undefined
      ? []
      : [{ dimension: 'product' as const, op: 'in' as const, values: only.products }]),
  ]
  const past = await answerPlan(reader, { shop, today, plan: wholePlan(history, 'units', filters) })
  const days = past?.kind === 'figures' ? past.days : []
  const sheets = forecastSheets({ forecast: found.forecast, days }, shop)
  return advice('forecast', { from: days[0]?.day ?? history.from, to }, { shop, sheets })
}

const proveRestock = async (reader: Reader, { shop, today }: ProofAsked): Promise<Proof> => {
  const found = await restock(reader, { shop, today })
  if (found === null || found.restock === null) return { kind: 'none' }
  const sheets = [restockSheet(found.restock, shop)]
  return advice('restock', found.restock.basis.span, { shop, sheets })
}

const advice = async (
  about: 'forecast' | 'restock',
  span: Span,
  { shop, sheets }: { readonly shop: Shop; readonly sheets: Book['sheets'] },
): Promise<Proof> => ({
  kind: 'file',
  about,
  figures: [],
  lines: 0,
  isDaily: false,
  files: [],
  span,
  bytes: await writeBook({ title: shop.name, sheets }),
})
