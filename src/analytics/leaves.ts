import type { Day, Span } from '../sales/day.ts'
import { dayNumber } from '../sales/day.ts'
import type { BranchDay, ProductDay, VariantPart } from '../sales/totals.ts'
import type { Leaf } from './attribution.ts'
import { forecastSeries, ordinaryDispersion, type SeriesForecast } from './forecast-series.ts'
import { type History, latest, openDays, placeInWeek, until } from './history.ts'
import {
  demandOf,
  type Ledger,
  ledgerOf,
  placesFrom,
  type Stretch,
  salesOf,
  stretchOf,
} from './ledger.ts'

export type WhyQuestion = {
  /** The day or the period to explain; complete days. */
  readonly span: Span
  /** At least eight weeks before the span, better a year. Rows after the span are not looked at. */
  readonly branchDays: readonly BranchDay[]
  /** Eight weeks before the span are enough; a product's days in the span may be one row, on any of them. */
  readonly productDays: readonly ProductDay[]
  /** How products split into variants, eight weeks before the span and in it; absent: they do not. */
  readonly variantParts?: readonly VariantPart[]
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
/** More products of one branch than this are taken together; nobody reads of the sixty-first. */
const PRODUCTS_MAX = 60
/** What a variant never sold before may bring, as a share of its product. */
const NEW_SHARE = 0.005
/** Odd days of the past count at least a quarter: a history of nothing but odd days is no steady one. */
const TAME_SHARE = 0.25
/** From a quarter of days without a sale on a product sells now and then. */
const RARE_SHARE = 0.25
/** Nobody sells steadier than to 5 %. */
const STEADIEST = 0.05

/** What is looked at: one branch or the shop, on one page that ends with the span. */
export type Scene = {
  readonly rows: readonly BranchDay[]
  readonly products: readonly ProductDay[]
  readonly parts: readonly VariantPart[]
  readonly stretch: Stretch
  readonly page: Ledger
  readonly sales: Float64Array
  /** Places of the span on the page. */
  readonly from: number
  readonly to: number
  readonly byMoney: boolean
  /** Place from which on product rows are known. */
  readonly covered: number
  /** Day numbers told closed. */
  readonly told: ReadonlySet<number>
}

/** Null when the span has no rows or fewer than 14 trading days lie before it. */
export const sceneOf = (question: WhyQuestion): Scene | null => {
  const { span, branchDays, productDays, branch, variantParts = [], closedDays = [] } = question
  const here = (row: { readonly branch: string | null; readonly day: string }) =>
    row.day <= span.to && (branch === undefined || row.branch === branch)
  const [rows, products] = [branchDays.filter(here), productDays.filter(here)]
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
    products,
    parts: variantParts.filter((part) => branch === undefined || part.branch === branch),
    stretch,
    page,
    sales,
    from,
    to: dayNumber(span.to) - stretch.first,
    byMoney: sales === page.revenue,
    covered: Math.max(0, (stretchOf(products)?.first ?? stretch.first) - stretch.first),
    told,
  }
}

/** Places of the span on the scene's page. */
export const placesOf = ({ from, to }: Scene): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

/**
 * Expected and actual sales of every product in every branch, by the product's own forecaster. What no
 * product row accounts for (small products, lines without a name) is one leaf a branch, so that leaves
 * always add up to the branch. A product that comes in variants is as many leaves as it has variants.
 */
export const leavesOf = (scene: Scene): Leaf[] => {
  const rows = Map.groupBy(scene.products, ({ branch }) => branch)
  const parts = partsOf(scene)
  return [...Map.groupBy(scene.rows, ({ branch }) => branch)].flatMap(([branch, days]) => {
    const page = ledgerOf(days, scene.stretch, scene.told)
    const sales = scene.byMoney ? page.revenue : page.quantity
    const listed = amountsOf(rows.get(branch) ?? [], page, scene)
    const all = [...listed, { product: null, amounts: without(sales, listed) }]
    const home = {
      branch,
      page,
      group: pastOf(sales, page, scene),
      trading: tradingDays(page, scene),
    }
    return all
      .map((part) => leafOf(part, home, scene))
      .flatMap((leaf) => split(leaf, parts))
      .filter(({ expected, actual }) => expected > 0 || actual !== 0)
  })
}

/** A variant of a product: its share of what was sold before, and what it brought in the span. */
type Split = { readonly variant: string | null; readonly share: number; readonly actual: number }

const keyOf = (of: { readonly branch: string | null; readonly product: string | null }): string =>
  `${of.branch}\n${of.product}`

/** How each product of a branch splits, where it has more than one variant. */
const partsOf = ({ parts, byMoney }: Scene): ReadonlyMap<string, readonly Split[]> => {
  const amount = ({ revenue, quantity }: VariantPart['before']) =>
    Math.max(0, byMoney ? revenue : quantity)
  return new Map(
    [...Map.groupBy(parts, keyOf)].map(([key, own]) => {
      const before = totalOf(own.map((part) => amount(part.before)))
      const whole = before * (1 + own.length * NEW_SHARE)
      return [
        key,
        own.map((part) => ({
          variant: part.variant,
          share: whole > 0 ? (amount(part.before) + NEW_SHARE * before) / whole : 0,
          actual: byMoney ? part.during.revenue : part.during.quantity,
        })),
      ]
    }),
  )
}

/**
 * A leaf by its variants: what was expected of it goes to them as they shared it before, and its variance
 * likewise (a thinned count keeps its dispersion), so that they add up to the leaf.
 */
const split = (leaf: Leaf, parts: ReadonlyMap<string, readonly Split[]>): Leaf[] => {
  const own = parts.get(keyOf(leaf)) ?? []
  const isWhole = totalOf(own.map(({ actual }) => actual)) === leaf.actual
  if (own.length < 2 || !isWhole || !own.some(({ share }) => share > 0)) return [leaf]
  return own.map(({ variant, share, actual }) => ({
    ...leaf,
    variant,
    actual,
    expected: leaf.expected * share,
    variance: leaf.variance * share,
  }))
}

type Amounts = { readonly product: string | null; readonly amounts: Float64Array }

/** The largest products of a branch, day by day on its page. */
const amountsOf = (
  rows: readonly ProductDay[],
  page: Ledger,
  { byMoney, stretch }: Scene,
): Amounts[] => {
  const place = placesFrom(stretch.first, page.lines.length)
  const sold = new Map<string, Float64Array>()
  for (const row of rows) {
    const i = place(row.day)
    if (i === null) continue
    const amounts = sold.get(row.product) ?? new Float64Array(page.lines.length)
    amounts[i] = (amounts[i] ?? 0) + (byMoney ? row.revenue : row.quantity)
    sold.set(row.product, amounts)
  }
  return [...sold]
    .map(([product, amounts]) => ({ product, amounts, size: sizeOf(amounts) }))
    .sort((a, b) => b.size - a.size || (a.product < b.product ? -1 : 1))
    .slice(0, PRODUCTS_MAX)
}

const sizeOf = (amounts: Float64Array): number =>
  amounts.reduce((sum, value) => sum + Math.abs(value), 0)

const without = (sales: Float64Array, parts: readonly Amounts[]): Float64Array => {
  const left = Float64Array.from(sales)
  for (const { amounts } of parts) {
    for (const [i, value] of amounts.entries()) left[i] = (left[i] ?? 0) - value
  }
  return left
}

/** What the parts of a branch have in common. */
type Home = {
  readonly branch: string | null
  readonly page: Ledger
  /** All that the branch sold before the span. */
  readonly group: History
  /** On how many days of the span it is expected to sell, by place in the week. */
  readonly trading: readonly number[]
}

const leafOf = (
  { product, amounts }: Amounts,
  { branch, page, group, trading }: Home,
  scene: Scene,
): Leaf => {
  const forecast = forecastSeries({ history: pastOf(amounts, page, scene), group, whole: false })
  const expected = totalOf(trading.map((days, place) => days * (forecast.week[place] ?? 0)))
  return {
    branch,
    product,
    actual: totalOf([...amounts.subarray(scene.from, scene.to + 1)]),
    expected,
    variance: varianceOf(forecast, expected),
  }
}

/** The eight weeks before the span, as far as product rows reach. */
const pastOf = (amounts: Float64Array, page: Ledger, { from, covered }: Scene): History => {
  const past = until(demandOf(amounts, page.calendar), from)
  return latest(past, Math.min(RECENT_DAYS, Math.max(0, from - covered)))
}

/** How far an ordinary day of this size lies from its forecast, squared; never nothing. */
const varianceOf = ({ folds, dispersion }: SeriesForecast, expected: number): number => {
  // Of what sells on few days the middle error is that of a day without a sale: it tells nothing.
  const tameShare = emptyShare(folds) > RARE_SHARE ? 1 : TAME_SHARE
  const ordinary = Math.max(ordinaryDispersion(folds) ?? dispersion, dispersion * tameShare)
  return Math.max(ordinary * expected, (STEADIEST * expected) ** 2)
}

const emptyShare = (folds: SeriesForecast['folds']): number => {
  const known = folds.flatMap(({ actual }) => [...actual].filter((value) => !Number.isNaN(value)))
  return known.filter((value) => value <= 0).length / Math.max(1, known.length)
}

const DAYS_A_WEEK = 7

const tradingDays = (page: Ledger, scene: Scene): readonly number[] => {
  const days = new Array<number>(DAYS_A_WEEK).fill(0)
  for (const i of placesOf(scene)) {
    const place = placeInWeek(page.start + i)
    if (isTrading(page, scene, i)) days[place] = (days[place] ?? 0) + 1
  }
  return days
}

/** A branch is expected to sell unless it is closed by habit, or the whole shop shows no line that day. */
const isTrading = (page: Ledger, scene: Scene, i: number): boolean =>
  (page.lines[i] ?? 0) > 0 ||
  ((scene.page.lines[i] ?? 0) > 0 &&
    !page.calendar.closedPlaces.includes(placeInWeek(page.start + i)))

const totalOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
