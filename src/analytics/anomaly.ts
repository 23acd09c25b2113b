import { type Day, dayNumber } from '../sales/day.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import { studentStrays } from './distribution.ts'
import type { Anomaly, Range } from './findings.ts'
import { COMPANY_MIN, restlessness, surprisesAt, withoutSharedShock } from './habit.ts'
import { placeInWeek } from './history.ts'
import { ledgerOf, stretchOf } from './ledger.ts'
import { causeKey, type Manners, patientChance, USUAL_MANNERS } from './manners.ts'
import { type ProductTest, productAnomaly, productTests } from './product-anomaly.ts'
import { discoveries } from './robust.ts'
import { branchesOf, medianDay, type Unit, unitOf } from './unit.ts'
import { explain } from './why.ts'

export type AnomalyQuestion = {
  /** The complete day judged. Rows after it are not looked at. */
  readonly day: Day
  /** A year or more up to `day` where there is that much. */
  readonly branchDays: readonly BranchDay[]
  /** The eight weeks up to `day` are enough. */
  readonly productDays: readonly ProductDay[]
  /** Days that teach nothing: told closed, or labelled by the owner (promo, event). */
  readonly closedDays?: readonly Day[]
  /** How readily this shop's bell rings; as ever when absent. */
  readonly manners?: Manners
}

/** With under three weeks of history nothing is called unusual. */
const HISTORY_DAYS_MIN = 21
/** How often chance alone may ring for the shop as a whole: about one day in thirty. */
const SHOP_P_MAX = 0.03
/** Among branches, and among products, this share of rings may be false. */
const FALSE_RATE = 0.1
/** Of what may ring falsely branches get three quarters, all products together the rest. */
const BRANCHES_SHARE = 0.75
/** Significance is not importance: at least 15 % off … */
const EFFECT_MIN = 0.15
/** … and at least three tenths of a median day's money of the branch. */
const MONEY_MIN = 0.3
/** A branch that has not traded for two weeks is closed for good, not surprisingly empty. */
const ALIVE_DAYS = 14
/** A branch that never missed a day in a quarter does not miss one by chance, however few its lines. */
const MEMORY_EMPTY_DAYS = 91
/** Strays looked at for "has this happened before". */
const MEMORY_DAYS = 182
const HABIT_SHARE = 0.05
/** Three products are read; more are one piece of news. */
const PRODUCTS_MAX = 3
/** How heavy the tails of ordinary days are; see `chanceOf`. */
const DEGREES_ALONE = 5
const DEGREES_IN_COMPANY = 9
/** The other branches are called normal when none is stranger than this. */
const NORMAL_SCORE_MAX = 3
/** One branch that explains so much of the shop's change is named instead of the shop. */
const EXPLAINS_SHOP = 0.6
/** On a public holiday a good part of a chain stays closed. */
const HOLIDAY_BRANCHES_MIN = 3
const HOLIDAY_SHARE = 0.25
/** An 80 % range in standard deviations. */
const RANGE_SD = 1.2816

/**
 * What broke its habit on one complete day: the shop, a branch, or a product; both directions; most money
 * first. Expected is level x weekday known the evening before; the shock that five or more branches share
 * is taken out of each branch. Branches and products of the day are tested together (Benjamini-Hochberg at
 * 10 %). Silent on a day without rows (a missing file is no fall in sales), on days told closed and with
 * under three weeks of history. Measured: test/bench/anomaly.ts.
 */
export const findAnomalies = (question: AnomalyQuestion): Anomaly[] => {
  const { day, closedDays = [], manners = USUAL_MANNERS } = question
  const rows = question.branchDays.filter((row) => row.day <= day)
  const stretch = stretchOf(rows)
  if (stretch === null || stretch.last !== dayNumber(day) || closedDays.includes(day)) return []
  if (stretch.last - stretch.first < HISTORY_DAYS_MIN) return []
  const told = new Set(closedDays.map(dayNumber))
  const shop = unitOf(null, ledgerOf(rows, stretch, told))
  const branches = branchesOf(rows, stretch, told)
  const judged = branches.length > 1 ? judgeBranches(branches) : []
  const tests = productTests(question, medianDay(shop))
  const rings = ringing(judged, tests, manners)
  // A branch that nobody wants to hear of explains the shop's day all the same.
  const explaining = ringing(judged, tests, { ...manners, patience: {} }).branches
  const strange = new Set([...rings.branches, ...explaining])
  const verdicts = worthSaying(judgeShop(shop, manners), [...strange], judged.length).filter(
    (one) => one.unit === shop || rings.branches.includes(one),
  )
  const others = judged.map((one) => ({ ...one, isNormal: isNormal(one) && !strange.has(one) }))
  const found = verdicts.map((verdict) => anomalyOf(verdict, others, question))
  return [...found, ...unnamed(rings.products, found, day)].sort(byMoney)
}

const byMoney = (a: Anomaly, b: Anomaly): number =>
  Math.abs(b.actual - b.usual.likely) - Math.abs(a.actual - a.usual.likely)

/**
 * Which branches and products ring: all tests of the day together, at most one false ring in ten, and each
 * off by enough to matter. A zero day needs no test. Benjamini-Hochberg with weights that add up to the
 * number of tests (Genovese, Roeder and Wasserman 2006): three branches must not drown in forty products.
 */
const ringing = (
  judged: readonly Verdict[],
  products: readonly ProductTest[],
  manners: Manners,
): { readonly branches: readonly Verdict[]; readonly products: readonly ProductTest[] } => {
  const branches = judged.filter(({ zeroDay }) => !zeroDay)
  const tested = [...branches, ...products]
  const weights = weightsOf(branches.length, products.length)
  const chances = tested.map(({ scope, direction, chance }) => {
    const weight = scope.kind === 'product' ? weights.product : weights.branch
    return patientChance(chance, causeKey({ scope, direction }), manners) / weight
  })
  const limit = Math.min(1, FALSE_RATE * manners.leniency)
  const rings = new Set(discoveries(chances, limit).map((place) => tested[place]))
  return {
    branches: withoutHoliday(judged).filter(
      (one) => one.zeroDay || (rings.has(one) && matters(one)),
    ),
    products: products.filter((one) => rings.has(one) && one.matters),
  }
}

const weightsOf = (branches: number, products: number) => {
  if (branches === 0 || products === 0) return { branch: 1, product: 1 }
  const all = branches + products
  return {
    branch: (BRANCHES_SHARE * all) / branches,
    product: ((1 - BRANCHES_SHARE) * all) / products,
  }
}

/**
 * The three products with most money that no other news names already: what moved the shop or a branch
 * lists its products as causes, and an order for seventeen kinds of doormat is one piece of news.
 */
const unnamed = (
  products: readonly ProductTest[],
  found: readonly Anomaly[],
  day: Day,
): readonly Anomaly[] => {
  const named = new Set(found.flatMap(({ causes }) => causes.map(({ name }) => name)))
  const moved = new Set(found.map(({ direction }) => direction))
  return products
    .filter(({ scope, direction }) => !named.has(scope.name) && !moved.has(direction))
    .map((test) => productAnomaly(test, day))
    .sort(byMoney)
    .slice(0, PRODUCTS_MAX)
}

/** How one unit's judged day compares with its habit. */
type Verdict = {
  readonly unit: Unit
  readonly scope: Anomaly['scope']
  readonly direction: Anomaly['direction']
  readonly actual: number
  readonly usual: Range
  /** Robust z of the log stray. */
  readonly score: number
  /** Chance of a day at least this strange. */
  readonly chance: number
  readonly zeroDay: boolean
}

/**
 * All branches on the same last day. A branch without a line on a day it usually trades is a zero day; of
 * the others each gets its chance.
 */
const judgeBranches = (units: readonly Unit[]): Verdict[] => {
  const at = (units[0]?.sales.length ?? 0) - 1
  const own = withoutSharedShock(units.map(({ strays }) => strays))
  const scores = surprisesAt(own, at)
  const degrees = units.length < COMPANY_MIN ? DEGREES_ALONE : DEGREES_IN_COMPANY
  return units.flatMap((unit, u) => {
    const zero = zeroDayOf(unit, at)
    if (zero) return [zero]
    const strays = own[u] ?? NO_STRAYS
    return verdictOf(unit, { strays, at, score: scores[u] ?? null, degrees }) ?? []
  })
}

const NO_STRAYS = new Float64Array(0)

/** The shop as a whole; null when its day is ordinary. */
const judgeShop = (shop: Unit, manners: Manners): Verdict | null => {
  const { strays } = shop
  const at = shop.sales.length - 1
  const [score = null] = surprisesAt([strays], at)
  const verdict = verdictOf(shop, { strays, at, score, degrees: DEGREES_ALONE })
  if (verdict === null || !matters(verdict)) return null
  const chance = patientChance(verdict.chance, causeKey(verdict), manners)
  return chance <= SHOP_P_MAX * manners.leniency ? verdict : null
}

const verdictOf = (
  unit: Unit,
  day: {
    readonly strays: Float64Array
    readonly at: number
    readonly score: number | null
    readonly degrees: number
  },
): Verdict | null => {
  const { strays, at, score, degrees } = day
  const likely = unit.expected[at] ?? Number.NaN
  if (score === null || Number.isNaN(likely)) return null
  const usual = usualRange(likely, restlessness(strays, at) ?? 0)
  const chance = chanceOf(strays, score, degrees)
  return { ...placed(unit, unit.sales[at] ?? 0, usual), score, chance, zeroDay: false }
}

const placed = (unit: Unit, actual: number, usual: Range) => ({
  unit,
  actual,
  usual,
  scope:
    unit.name === null ? { kind: 'shop' as const } : { kind: 'branch' as const, name: unit.name },
  direction: actual < usual.likely ? ('down' as const) : ('up' as const),
})

const zeroDayOf = (unit: Unit, at: number): Verdict | null => {
  const { page, sales } = unit
  const likely = unit.expected[at] ?? Number.NaN
  const closed = page.calendar.closedPlaces.includes(placeInWeek(page.start + at))
  const explained = closed || isEmptyNowAndThen(page, at)
  const alive = page.lines.subarray(Math.max(0, at - ALIVE_DAYS), at).some((lines) => lines > 0)
  if ((page.lines[at] ?? 0) > 0 || explained || !alive || !(likely > 0)) return null
  const sd = restlessness(unit.strays, at)
  if (sd === null) return null
  const usual = usualRange(likely, sd)
  // A hundredth of a usual day stands for nothing: zero has no logarithm.
  const score = Math.log(0.01) / sd
  return { ...placed(unit, sales[at] ?? 0, usual), score, chance: 0, zeroDay: true }
}

/** So little sells here that days without a line happen, and have happened in the last quarter. */
const isEmptyNowAndThen = ({ calendar, lines }: Unit['page'], at: number): boolean =>
  calendar.emptyByChance &&
  lines
    .subarray(Math.max(0, at - MEMORY_EMPTY_DAYS), at)
    .some(
      (count, i) =>
        count === 0 && calendar.states[Math.max(0, at - MEMORY_EMPTY_DAYS) + i] === 'open',
    )

const usualRange = (likely: number, sd: number): Range => ({
  likely: Math.round(likely),
  low: Math.round(likely * Math.exp(-RANGE_SD * sd)),
  high: Math.round(likely * Math.exp(RANGE_SD * sd)),
})

/**
 * Chance of a day at least this strange. Robust scores of ordinary days follow Student's t: with 9 degrees
 * of freedom where the shock shared with other branches is taken out, with 5 where a shop stands alone
 * with its holidays (35 bakeries, 11,668 days). But what happened on more than one day in twenty of the
 * last half-year is habit, however large.
 */
const chanceOf = (strays: Float64Array, score: number, degrees: number): number => {
  const at = strays.length - 1
  const size = Math.abs(strays[at] ?? 0)
  const past = strays.subarray(Math.max(0, at - MEMORY_DAYS), at)
  const known = past.filter((stray) => !Number.isNaN(stray))
  const stranger = known.filter((stray) => Math.abs(stray) >= size).length
  return Math.max(studentStrays(score, degrees), stranger / known.length - HABIT_SHARE)
}

const matters = ({ unit, actual, usual }: Verdict): boolean => {
  const gap = Math.abs(actual - usual.likely)
  return gap >= EFFECT_MIN * usual.likely && gap >= MONEY_MIN * medianDay(unit)
}

/**
 * Three branches and a quarter of all closed on one day are a holiday that some keep, not three riddles.
 * If the shop as a whole suffers, it says so itself.
 */
const withoutHoliday = (judged: readonly Verdict[]): readonly Verdict[] => {
  const zero = judged.filter(({ zeroDay }) => zeroDay).length
  const isHoliday = zero >= HOLIDAY_BRANCHES_MIN && zero >= HOLIDAY_SHARE * judged.length
  return isHoliday ? judged.filter(({ zeroDay }) => !zeroDay) : judged
}

/**
 * One piece of news is told once. Half of the branches or more moving with the shop: the shop. One or few
 * that account for most of its change: they. A branch that moved against it, or stood still, is its own.
 */
const worthSaying = (
  shop: Verdict | null,
  flagged: readonly Verdict[],
  branches: number,
): readonly Verdict[] => {
  if (shop === null) return flagged
  const change = changeOf(shop)
  const along = flagged.filter((one) => Math.sign(changeOf(one)) === Math.sign(change))
  const together = along.filter(({ zeroDay }) => !zeroDay)
  if (together.length > 1 && together.length >= branches / 2) {
    return [shop, ...flagged.filter((one) => !together.includes(one))]
  }
  const explained = along.reduce((sum, one) => sum + changeOf(one), 0) / change
  return explained >= EXPLAINS_SHOP ? flagged : [shop, ...flagged]
}

const changeOf = ({ actual, usual }: Verdict): number => actual - usual.likely

const anomalyOf = (
  verdict: Verdict,
  judged: readonly (Verdict & { readonly isNormal: boolean })[],
  { day, branchDays, productDays, closedDays = [] }: AnomalyQuestion,
): Anomaly => {
  const { unit, scope, direction, actual, usual, score, zeroDay } = verdict
  const others = judged.filter((other) => other.unit !== unit)
  const branch = unit.name === null ? {} : { branch: unit.name }
  const why = explain({
    span: { from: day, to: day },
    branchDays,
    productDays,
    closedDays,
    ...branch,
    expected: usual.likely,
  })
  return {
    day,
    scope,
    direction,
    zeroDay,
    actual,
    usual,
    score,
    causes: why?.causes ?? [],
    othersNormal:
      unit.name !== null && others.length > 0 && others.every((other) => other.isNormal),
  }
}

const isNormal = ({ zeroDay, score }: Verdict): boolean =>
  !zeroDay && Math.abs(score) < NORMAL_SCORE_MAX
