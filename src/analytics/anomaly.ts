import { type Day, dayNumber } from '../sales/day.ts'
import type { BranchDay, ProductDay } from '../sales/totals.ts'
import { studentStrays } from './distribution.ts'
import type { Anomaly, Range } from './findings.ts'
import { COMPANY_MIN, habitOf, restlessness, surprisesAt, withoutSharedShock } from './habit.ts'
import { placeInWeek } from './history.ts'
import { demandOf, type Ledger, ledgerOf, type Stretch, salesOf, stretchOf } from './ledger.ts'
import { findProductAnomalies } from './product-anomaly.ts'
import { discoveries, medianOf } from './robust.ts'
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
}

/** With under three weeks of history nothing is called unusual. */
const HISTORY_DAYS_MIN = 21
/** How often chance alone may ring for the shop as a whole: about one day in thirty. */
const SHOP_P_MAX = 0.03
/** Among branches, and among products, this share of rings may be false. */
const FALSE_RATE = 0.1
/** Significance is not importance: at least 15 % off … */
const EFFECT_MIN = 0.15
/** … and at least three tenths of a median day's money of the branch. */
const MONEY_MIN = 0.3
/** A branch that has not traded for two weeks is closed for good, not surprisingly empty. */
const ALIVE_DAYS = 14
/** Strays looked at for "has this happened before". */
const MEMORY_DAYS = 182
const HABIT_SHARE = 0.05
/** How heavy the tails of ordinary days are; see `chanceOf`. */
const DEGREES_ALONE = 5
const DEGREES_IN_COMPANY = 9
/** Days behind the median that money is compared with. */
const MEDIAN_DAYS = 91
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
 * is taken out of each branch. Silent on a day without rows (a missing file is no fall in sales), on days
 * told closed and with under three weeks of history. Measured: test/bench/anomaly.ts.
 */
export const findAnomalies = (question: AnomalyQuestion): Anomaly[] => {
  const { day, closedDays = [] } = question
  const rows = question.branchDays.filter((row) => row.day <= day)
  const stretch = stretchOf(rows)
  if (stretch === null || stretch.last !== dayNumber(day) || closedDays.includes(day)) return []
  if (stretch.last - stretch.first < HISTORY_DAYS_MIN) return []
  const told = new Set(closedDays.map(dayNumber))
  const shop = unitOf(null, ledgerOf(rows, stretch, told))
  const branches = branchesOf(rows, stretch, told)
  const judged = branches.length > 1 ? judgeBranches(branches) : []
  const flagged = withoutHoliday(judged).filter(({ flagged: rings }) => rings)
  const verdicts = worthSaying(judgeShop(shop), flagged, judged.length)
  const found = verdicts.map((verdict) => anomalyOf(verdict, judged, question))
  // What moved the shop or a branch names its products as causes; alone, a product speaks for itself.
  if (found.length === 0) return findProductAnomalies(question, medianDay(shop))
  return found.sort(byMoney)
}

const byMoney = (a: Anomaly, b: Anomaly): number =>
  Math.abs(b.actual - b.usual.likely) - Math.abs(a.actual - a.usual.likely)

/** A branch, or the shop (name null), with its page and its habit; the last place is the judged day. */
type Unit = {
  readonly name: string | null
  readonly page: Ledger
  readonly sales: Float64Array
  readonly expected: Float64Array
  readonly strays: Float64Array
}

/** How one unit's judged day compares with its habit. */
type Verdict = {
  readonly unit: Unit
  readonly actual: number
  readonly usual: Range
  /** Robust z of the log stray. */
  readonly score: number
  readonly zeroDay: boolean
  readonly flagged: boolean
}

const unitOf = (name: string | null, page: Ledger): Unit => {
  const sales = salesOf(page)
  return { name, page, sales, ...habitOf(demandOf(sales, page.calendar)) }
}

const branchesOf = (
  rows: readonly BranchDay[],
  stretch: Stretch,
  told: ReadonlySet<number>,
): Unit[] =>
  [...Map.groupBy(rows, ({ branch }) => branch)].flatMap(([name, own]) =>
    name === null ? [] : [unitOf(name, ledgerOf(own, stretch, told))],
  )

/**
 * All branches on the same last day. A branch without a line on a day it usually trades is a zero day; the
 * others are tested together (Benjamini-Hochberg at 10 %) and must be off by enough money to matter.
 */
const judgeBranches = (units: readonly Unit[]): Verdict[] => {
  const at = (units[0]?.sales.length ?? 0) - 1
  const own = withoutSharedShock(units.map(({ strays }) => strays))
  const scores = surprisesAt(own, at)
  const degrees = units.length < COMPANY_MIN ? DEGREES_ALONE : DEGREES_IN_COMPANY
  const tested = units.flatMap((_, u) => (typeof scores[u] === 'number' ? [u] : []))
  const chances = tested.map((u) => chanceOf(own[u] ?? NO_STRAYS, scores[u] ?? 0, degrees))
  const rings = new Set(discoveries(chances, FALSE_RATE).map((place) => tested[place]))
  return units.flatMap((unit, u) => {
    const zero = zeroDayOf(unit, at)
    if (zero) return [zero]
    const verdict = verdictOf(unit, own[u] ?? NO_STRAYS, at, scores[u] ?? null)
    return verdict ? [{ ...verdict, flagged: rings.has(u) && matters(verdict) }] : []
  })
}

const NO_STRAYS = new Float64Array(0)

const judgeShop = (shop: Unit): Verdict | null => {
  const at = shop.sales.length - 1
  const [score = null] = surprisesAt([shop.strays], at)
  const verdict = verdictOf(shop, shop.strays, at, score)
  if (verdict === null) return null
  const rare = chanceOf(shop.strays, verdict.score, DEGREES_ALONE) <= SHOP_P_MAX
  return { ...verdict, flagged: rare && matters(verdict) }
}

const verdictOf = (
  unit: Unit,
  strays: Float64Array,
  at: number,
  score: number | null,
): Verdict | null => {
  const likely = unit.expected[at] ?? Number.NaN
  if (score === null || Number.isNaN(likely)) return null
  const usual = usualRange(likely, restlessness(strays, at) ?? 0)
  return { unit, actual: unit.sales[at] ?? 0, usual, score, zeroDay: false, flagged: false }
}

const zeroDayOf = (unit: Unit, at: number): Verdict | null => {
  const { page, sales } = unit
  const likely = unit.expected[at] ?? Number.NaN
  const closed = page.calendar.closedPlaces.includes(placeInWeek(page.start + at))
  const explained = closed || page.calendar.emptyByChance
  const alive = page.lines.subarray(Math.max(0, at - ALIVE_DAYS), at).some((lines) => lines > 0)
  if ((page.lines[at] ?? 0) > 0 || explained || !alive || !(likely > 0)) return null
  const sd = restlessness(unit.strays, at)
  if (sd === null) return null
  const usual = usualRange(likely, sd)
  // A hundredth of a usual day stands for nothing: zero has no logarithm.
  const score = Math.log(0.01) / sd
  return { unit, actual: sales[at] ?? 0, usual, score, zeroDay: true, flagged: true }
}

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

const medianDay = ({ sales, page }: Unit): number => {
  const at = sales.length - 1
  const from = Math.max(0, at - MEDIAN_DAYS)
  const open = [...sales.subarray(from, at)].filter(
    (_, i) => page.calendar.states[from + i] === 'open',
  )
  return medianOf(open) ?? 0
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
  if (shop === null || !shop.flagged) return flagged
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
  judged: readonly Verdict[],
  { day, branchDays, productDays, closedDays = [] }: AnomalyQuestion,
): Anomaly => {
  const { unit, actual, usual, score, zeroDay } = verdict
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
    scope: unit.name === null ? { kind: 'shop' } : { kind: 'branch', name: unit.name },
    direction: actual < usual.likely ? 'down' : 'up',
    zeroDay,
    actual,
    usual,
    score,
    causes: why?.causes ?? [],
    othersNormal: unit.name !== null && others.length > 0 && others.every(isNormal),
  }
}

const isNormal = ({ flagged, score }: Verdict): boolean =>
  !flagged && Math.abs(score) < NORMAL_SCORE_MAX
