import { type Day, dayNumber, type Span } from '../sales/day.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import { attribute, type Leaf, type Slice } from './attribution.ts'
import type { Cause, Explanation } from './findings.ts'
import { forecastSeries, ordinaryDispersion, type SeriesForecast } from './forecast-series.ts'
import { addUp, type History, latest, openDays, placeInWeek, until } from './history.ts'
import {
  basisOf,
  demandOf,
  type Ledger,
  ledgerOf,
  placesFrom,
  type Stretch,
  salesOf,
  stretchOf,
} from './ledger.ts'
import { medianOf } from './robust.ts'

export type WhyQuestion = {
  /** The day or the period to explain; complete days. */
  readonly span: Span
  /** At least eight weeks before the span, better a year. Rows after the span are not looked at. */
  readonly branchDays: readonly BranchDay[]
  /** Eight weeks before the span are enough. */
  readonly productDays: readonly ProductDay[]
  /** Days that teach nothing: told closed, or labelled by the owner. */
  readonly closedDays?: readonly Day[]
  /** Only this branch; absent: the whole shop. */
  readonly branch?: string
  /** What the span should have brought where that is known better (minor units); parts are scaled to it. */
  readonly expected?: number
}

/** Two weeks before the span make an expectation. */
const OPEN_DAYS_MIN = 14
/** Product histories are read over eight weeks. */
const RECENT_DAYS = 56
/** More products x branches than this by money are left in the unnamed rest. */
const LEAVES_MAX = 600
/** A reason for less than a tenth of the change is no reason. */
const SHARE_MIN = 0.1
/** Odd days of the past count at least a quarter: a history of nothing but odd days is no steady one. */
const TAME_SHARE = 0.25
/** Nobody sells steadier than to 5 %. */
const STEADIEST = 0.05
/** Buyers are compared with up to eight same weekdays, at least three. */
const WEEKDAYS_MAX = 8
const WEEKDAYS_MIN = 3

/**
 * Why sales differ from what was to be expected: which products or branches, and whether fewer came or
 * each spent less. Null when the span has no rows or fewer than 14 trading days lie before it.
 */
export const explain = (question: WhyQuestion): Explanation | null => {
  const scene = sceneOf(question)
  if (scene === null) return null
  const leaves = leavesOf(scene)
  const raw = totalOf(leaves.map((leaf) => leaf.expected))
  const actual = totalOf(placesOf(scene).map((i) => scene.sales[i] ?? 0))
  const expected = question.expected ?? raw
  if (expected <= 0 || raw <= 0) return null
  const scaled = leaves.map((leaf) => scale(leaf, expected / raw))
  const slices = attribute(scaled).flatMap((slice) => causeOf(slice, question))
  return {
    span: question.span,
    actual: Math.round(actual),
    expected: Math.round(expected),
    change: actual / expected - 1,
    causes: [...sharesOf(slices, actual - expected), ...buyersOf(scene, { actual, expected })].sort(
      (a, b) => Math.abs(b.share) - Math.abs(a.share),
    ),
    basis: basisOf(
      scene.rows.filter(({ day }) => day >= question.span.from),
      { first: dayNumber(question.span.from), last: dayNumber(question.span.to) },
      null,
    ),
  }
}

/**
 * The slices that moved beyond their own restlessness, whether or not they matter for the total: what
 * `explain` chooses its reasons from. Empty when nothing can be expected yet.
 */
export const strangeSlices = (question: WhyQuestion): Slice[] => {
  const scene = sceneOf(question)
  return scene === null ? [] : attribute(leavesOf(scene))
}

/** What is looked at: one branch or the shop, on one page that ends with the span. */
type Scene = {
  readonly rows: readonly BranchDay[]
  readonly products: readonly ProductDay[]
  readonly stretch: Stretch
  readonly page: Ledger
  readonly sales: Float64Array
  /** Places of the span on the page. */
  readonly from: number
  readonly to: number
  readonly byMoney: boolean
  /** Day numbers told closed. */
  readonly told: ReadonlySet<number>
}

const sceneOf = (question: WhyQuestion): Scene | null => {
  const { span, branchDays, productDays, branch, closedDays = [] } = question
  const here = (row: { readonly branch: string | null; readonly day: string }) =>
    row.day <= span.to && (branch === undefined || row.branch === branch)
  const rows = branchDays.filter(here)
  const seen = stretchOf(rows)
  if (seen === null || !rows.some(({ day }) => day >= span.from)) return null
  const stretch = { first: seen.first, last: dayNumber(span.to) }
  const told = new Set(closedDays.map(dayNumber))
  const page = ledgerOf(rows, stretch, told)
  const from = dayNumber(span.from) - stretch.first
  const before = until(demandOf(page.lines, page.calendar), from)
  if (openDays(before) < OPEN_DAYS_MIN) return null
  const sales = salesOf(page)
  return {
    rows,
    products: productDays.filter(here),
    stretch,
    page,
    sales,
    from,
    to: dayNumber(span.to) - stretch.first,
    byMoney: sales === page.revenue,
    told,
  }
}

const placesOf = ({ from, to }: Scene): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** Expected and actual sales of every product in every branch, by the product's own forecaster. */
const leavesOf = (scene: Scene): Leaf[] => {
  const branches = Map.groupBy(scene.products, ({ branch }) => branch)
  const leaves = [...branches].flatMap(([branch, products]) => {
    const rows = scene.rows.filter((row) => row.branch === branch)
    const page = ledgerOf(rows, scene.stretch, scene.told)
    const histories = historiesOf(products, page, scene)
    const group = addUp(
      histories.map(({ history }) => latest(until(history, scene.from), RECENT_DAYS)),
    )
    return histories.map(({ product, history, amounts }) =>
      leafOf({ branch, product, history, amounts, group, page }, scene),
    )
  })
  return leaves
    .filter(({ expected, actual }) => expected > 0 || actual !== 0)
    .sort((a, b) => b.expected + b.actual - a.expected - a.actual)
    .slice(0, LEAVES_MAX)
}

const historiesOf = (rows: readonly ProductDay[], page: Ledger, { byMoney, stretch }: Scene) => {
  const place = placesFrom(stretch.first, page.lines.length)
  const sold = new Map<string, Float64Array>()
  for (const row of rows) {
    const i = place(row.day)
    if (i === null) continue
    const amounts = sold.get(row.product) ?? new Float64Array(page.lines.length)
    amounts[i] = (amounts[i] ?? 0) + (byMoney ? row.revenue : row.quantity)
    sold.set(row.product, amounts)
  }
  return [...sold].map(([product, amounts]) => ({
    product,
    amounts,
    history: demandOf(amounts, page.calendar),
  }))
}

type Part = {
  readonly branch: string | null
  readonly product: string
  readonly history: History
  readonly amounts: Float64Array
  readonly group: History
  readonly page: Ledger
}

const leafOf = ({ branch, product, history, amounts, group, page }: Part, scene: Scene): Leaf => {
  const past = latest(until(history, scene.from), RECENT_DAYS)
  const forecast = forecastSeries({ history: past, group, whole: false })
  const trading = placesOf(scene).filter((i) => isTrading(page, scene, i))
  const expected = totalOf(trading.map((i) => forecast.week[placeInWeek(page.start + i)] ?? 0))
  return {
    branch,
    product,
    actual: totalOf(placesOf(scene).map((i) => amounts[i] ?? 0)),
    expected,
    variance: varianceOf(forecast, expected),
  }
}

/** How far an ordinary day of this size lies from its forecast, squared; never nothing. */
const varianceOf = ({ folds, dispersion }: SeriesForecast, expected: number): number => {
  const ordinary = Math.max(ordinaryDispersion(folds) ?? dispersion, dispersion * TAME_SHARE)
  return Math.max(ordinary * expected, (STEADIEST * expected) ** 2)
}

/** A branch is expected to sell unless it is closed by habit, or the whole shop shows no line that day. */
const isTrading = (page: Ledger, scene: Scene, i: number): boolean =>
  (page.lines[i] ?? 0) > 0 ||
  ((scene.page.lines[i] ?? 0) > 0 &&
    !page.calendar.closedPlaces.includes(placeInWeek(page.start + i)))

const scale = (leaf: Leaf, by: number): Leaf => ({
  ...leaf,
  expected: leaf.expected * by,
  variance: leaf.variance * by,
})

/** A slice in words of the shop; "everything together" names nothing and stays in the rest. */
const causeOf = (slice: Slice, question: WhyQuestion): Omit<Cause, 'share'>[] => {
  const { branch, product, actual, expected, delta } = slice
  const figures = {
    actual: Math.round(actual),
    expected: Math.round(expected),
    delta: Math.round(delta),
  }
  if (product !== null) {
    const elsewhere = question.branch === undefined && branch !== null ? { branch } : {}
    return [{ kind: 'product', name: product, ...elsewhere, ...figures }]
  }
  return branch === null ? [] : [{ kind: 'branch', name: branch, ...figures }]
}

/** Shares of the change among the reasons that point its way; together never more than all of it. */
const sharesOf = (causes: readonly Omit<Cause, 'share'>[], change: number): Cause[] => {
  const along = causes.filter(({ delta }) => Math.sign(delta) === Math.sign(change))
  const whole = Math.max(Math.abs(change), totalOf(along.map(({ delta }) => Math.abs(delta))))
  return along
    .map((cause) => ({ ...cause, share: whole > 0 ? Math.abs(cause.delta) / whole : 0 }))
    .filter(({ share }) => share >= SHARE_MIN)
}

/**
 * y - f = (r - r0) b0 + r (b - b0): how much of the change is the number of receipts, how much the money
 * on each. r0 is the median of the same weekdays before; both shares add up to 1. Money only.
 */
const buyersOf = (
  scene: Scene,
  { actual, expected }: { actual: number; expected: number },
): Cause[] => {
  const { page, byMoney } = scene
  const open = placesOf(scene).filter((i) => page.calendar.states[i] === 'open')
  const receipts = totalOf(open.map((i) => page.receipts[i] ?? Number.NaN))
  const usual = totalOf(open.map((i) => usualReceipts(page, i, scene.from) ?? Number.NaN))
  const change = actual - expected
  if (!byMoney || Number.isNaN(receipts + usual) || usual <= 0 || change === 0) return []
  const usualBasket = expected / usual
  const byReceipts = (receipts - usual) * usualBasket
  const buyers: Cause = {
    kind: 'receipts',
    name: '',
    actual: receipts,
    expected: Math.round(usual),
    delta: Math.round(byReceipts),
    share: byReceipts / change,
  }
  if (receipts === 0) return [buyers]
  return [
    buyers,
    {
      kind: 'basket',
      name: '',
      actual: Math.round(actual / receipts),
      expected: Math.round(usualBasket),
      delta: Math.round(change) - buyers.delta,
      share: 1 - buyers.share,
    },
  ]
}

const usualReceipts = (page: Ledger, at: number, from: number): number | null => {
  const same: number[] = []
  for (let i = at - 7; i >= 0 && same.length < WEEKDAYS_MAX; i -= 7) {
    const count = page.receipts[i] ?? Number.NaN
    const counts = i < from && page.calendar.states[i] === 'open' && !Number.isNaN(count)
    if (counts) same.push(count)
  }
  return same.length < WEEKDAYS_MIN ? null : medianOf(same)
}

const totalOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
