import { type Day, dayFromNumber, dayNumber } from '../sales/day.ts'
import type { BranchDay } from '../sales/totals.ts'
import type { Anomaly, Lasting } from './findings.ts'
import { habitOf, restlessness, SHIFT_DAYS, withoutSharedShock } from './habit.ts'
import { demandOf, ledgerOf, stretchOf } from './ledger.ts'
import { branchesOf, emptyDays, type Unit, unitOf } from './unit.ts'

export type LastingQuestion = {
  /** The newest complete day. Rows after it are not looked at. */
  readonly day: Day
  /** A year up to `day` where there is that much. */
  readonly branchDays: readonly BranchDay[]
  /** Days that teach nothing. */
  readonly closedDays?: readonly Day[]
}

/** A turn that was noticed so many days ago is still news: some shops send their file once a week. */
const NEWS_DAYS = 7
/** The sum starts from nothing this far back; a slump that took longer has become the habit. */
const WATCH_DAYS = 60
/** CUSUM reference value and decision limit in standard deviations (Page 1954; Montgomery, 9.1). */
const SLACK = 0.5
const LIMIT = 5
/** One odd day is no slow change: it counts for no more than this many standard deviations. */
const FELT_MAX = 1.5
/** Under this share of the usual nobody would call it a change … */
const EFFECT_MIN = 0.12
/** … and under five trading days nobody would call it slow. */
const SLOW_DAYS_MIN = 5
/** With fewer days of history there is no usual to have left. */
const HISTORY_DAYS_MIN = 56
/** An 80 % range in standard deviations. */
const RANGE_SD = 1.2816

/**
 * Changes that stay, of the shop or, when the shop as a whole holds, of one branch; the largest first.
 *
 * Slow ones by CUSUM: S = max(0, S + z - 0.5) on each side, z the log stray over its usual size, an alarm
 * at S > 5 and S back to 0. And levels: a week of strays to one side that `habitOf` took for the new
 * usual. Empty when nothing of the kind was noticed in the last seven days.
 */
export const findLasting = ({ day, branchDays, closedDays = [] }: LastingQuestion): Anomaly[] => {
  const rows = branchDays.filter((row) => row.day <= day)
  const stretch = stretchOf(rows)
  if (stretch === null || stretch.last !== dayNumber(day)) return []
  if (stretch.last - stretch.first < HISTORY_DAYS_MIN) return []
  // Days that no file told of are no part of a slump.
  const told = new Set([...closedDays.map(dayNumber), ...emptyDays(rows, stretch)])
  const shop = turnOf(unitOf(null, ledgerOf(rows, stretch, told)), day)
  if (shop !== null) return [shop]
  const branches = branchesOf(rows, stretch, told)
  if (branches.length < 2) return []
  const own = withoutSharedShock(branches.map(({ strays }) => strays))
  return branches
    .flatMap((unit, u) => turnOf({ ...unit, strays: own[u] ?? unit.strays }, day) ?? [])
    .sort((a, b) => sizeOf(b) - sizeOf(a))
}

const sizeOf = ({ actual, usual }: Anomaly): number => Math.abs(actual - usual.likely)

const turnOf = (unit: Unit, day: Day): Anomaly | null => {
  const at = unit.sales.length - 1
  const shift = unit.shifts.findLast((place) => place > at - NEWS_DAYS)
  if (shift !== undefined)
    return lastingOf(unit, day, { kind: 'level', since: weekBefore(unit, shift) })
  const since = slumpSince(unit)
  return since === null ? null : lastingOf(unit, day, { kind: 'slump', since })
}

/** The first of the week of trading days that made the new level. */
const weekBefore = ({ strays }: Unit, shift: number): number => {
  let left = SHIFT_DAYS
  for (let i = shift; i >= 0; i -= 1) {
    if (!Number.isNaN(strays[i] ?? Number.NaN)) left -= 1
    if (left === 0) return i
  }
  return 0
}

/** Where the slow change began whose alarm fell into the last days; null without one. */
const slumpSince = (unit: Unit): number | null => {
  const at = unit.strays.length - 1
  const felt = feltDays(unit)
  const alarms = [1, -1].flatMap((side) => alarmsOf(felt, side))
  return (
    alarms.filter((alarm) => alarm.at > at - NEWS_DAYS).sort((a, b) => b.at - a.at)[0]?.from ?? null
  )
}

/** A trading day in standard deviations; `isNewLevel` where all that came before is settled. */
type FeltDay = { readonly at: number; readonly z: number; readonly isNewLevel: boolean }

const feltDays = ({ strays, shifts }: Unit): FeltDay[] => {
  const first = Math.max(0, strays.length - 1 - WATCH_DAYS)
  return Array.from(strays.subarray(first), (stray, i): FeltDay | null => {
    const usual = restlessness(strays, first + i)
    if (usual === null || Number.isNaN(stray)) return null
    const z = Math.min(FELT_MAX, Math.max(-FELT_MAX, stray / usual))
    return { at: first + i, z, isNewLevel: shifts.includes(first + i) }
  }).filter((day) => day !== null)
}

/** One side's alarms: where each began and where it rang. */
const alarmsOf = (days: readonly FeltDay[], side: number): { from: number; at: number }[] => {
  const alarms: { from: number; at: number }[] = []
  let [sum, from] = [0, 0]
  for (const { at, z, isNewLevel } of days) {
    if (sum === 0) from = at
    sum = isNewLevel ? 0 : Math.max(0, sum + side * z - SLACK)
    if (sum <= LIMIT) continue
    alarms.push({ from, at })
    sum = 0
  }
  return alarms
}

const lastingOf = (
  unit: Unit,
  day: Day,
  { kind, since }: { readonly kind: Lasting['kind']; readonly since: number },
): Anomaly | null => {
  const usual = usualSince(unit, since)
  const open = unit.page.calendar.states.flatMap((state, i) =>
    i >= since && state === 'open' && (usual[i] ?? 0) > 0 ? [i] : [],
  )
  const actual = meanAt(unit.sales, open)
  const likely = meanAt(usual, open)
  const change = actual / likely - 1
  if (open.length < SLOW_DAYS_MIN || !(Math.abs(change) >= EFFECT_MIN)) return null
  // The mean of n days strays by a single day's restlessness over the root of n.
  const sd = (restlessness(unit.strays, since) ?? 0) / Math.sqrt(open.length)
  return {
    day,
    scope: unit.name === null ? { kind: 'shop' } : { kind: 'branch', name: unit.name },
    direction: change < 0 ? 'down' : 'up',
    zeroDay: false,
    actual: Math.round(actual),
    usual: {
      likely: Math.round(likely),
      low: Math.round(likely * Math.exp(-RANGE_SD * sd)),
      high: Math.round(likely * Math.exp(RANGE_SD * sd)),
    },
    score: sd > 0 ? Math.log((actual + 1) / (likely + 1)) / sd : 0,
    causes: [],
    othersNormal: false,
    lasting: { kind, since: dayFromNumber(unit.page.start + since), days: open.length },
  }
}

/** What each day would have brought by the habit before the change: it learns nothing from then on. */
const usualSince = ({ sales, page }: Unit, since: number): Float64Array => {
  const { start, values } = demandOf(sales, page.calendar)
  return habitOf({ start, values: values.map((value, i) => (i < since ? value : Number.NaN)) })
    .expected
}

const meanAt = (values: Float64Array, places: readonly number[]): number =>
  places.reduce((sum, i) => sum + (values[i] ?? 0), 0) / places.length
