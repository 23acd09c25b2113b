import type { Explanation } from '../analytics/findings.ts'
import { type Countable, figureOf, type PlanSums } from '../analytics/plan-figures.ts'
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
}

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

/** Lines of one spreadsheet; measured on a busy machine: 9 s and 660 MB, of a worker that has 60 s and 768 MB. */
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
    ...answered.flatMap((each, at) => [
      isDaily
        ? dailySheet({ days: each.found.days }, asked.shop)
        : lineSheet({ lines: read[at] ?? [], files: asked.files }, asked.shop),
      ...(each.plan.dimension === null ? [] : [groupSheet(each, asked.shop)]),
    ]),
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
    })),
    lines: count,
    isDaily,
    files,
    span: null,
    bytes: await writeBook({ title: asked.shop.name, sheets }),
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
      if (dimension === 'weekday') {
        const isDay = values.map(weekdayNumber).includes(weekdayOf(line.day))
        return isDay !== (op === 'not')
      }
      const value = filteredBy(line, dimension)
      return (value !== null && values.includes(value)) !== (op === 'not')
    })

const filteredBy = (line: SoldLine, dimension: Filter['dimension']): string | null => {
  switch (dimension) {
    case 'product':
      return line.product
    case 'branch':
      return line.branch
    case 'color':
      return line.variant
    default:
      throw new Error(`no answer is filtered by ${dimension}`)
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
