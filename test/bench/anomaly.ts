/**
 * How often the product's own detector rings for events that were put into real branches, and how often
 * for nothing.
 *
 *   node test/bench/anomaly.ts [--file TABLE.csv] [--quick]     default: 35 bakery branches, their last 365 days
 *
 * Events: one day at 0, x2, x0.5, x1.6, x0.7, and three days at x0.75; about one in twenty branch-days is
 * touched, two seeds. A false alarm is a ring on an untouched open day (the set has unlabelled real
 * events, so the true rate of nonsense is lower). Recall is given at the threshold that rings falsely 1,
 * 0.5 and 0.25 times per branch and month (30 open days), beside the rule of the service being replaced
 * (distance from the mean in standard deviations, whole history, judged day included).
 *
 * Then, unless --quick, every day goes through `findAnomalies` with all its rules (false discovery rate,
 * effect floors, silence on days without rows: so a single shop never hears of a zero day).
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findAnomalies } from '../../src/analytics/anomaly.ts'
import { calendarOf } from '../../src/analytics/days.ts'
import { habitOf, surprisesAt, withoutSharedShock } from '../../src/analytics/habit.ts'
import type { History } from '../../src/analytics/history.ts'
import { addDays, dayFromNumber } from '../../src/sales/day.ts'
import type { BranchDay } from '../../src/sales/totals.ts'
import { groupsOf, readDailyTable } from '../support/daily-table.ts'
import { seededRandom } from '../support/random.ts'

const KINDS = {
  'zero day': { factors: [0] },
  '+100 %': { factors: [2] },
  '-50 %': { factors: [0.5] },
  '+60 %': { factors: [1.6] },
  '3 days -25 %': { factors: [0.75, 0.75, 0.75] },
  '-30 %': { factors: [0.7] },
} as const
type Kind = keyof typeof KINDS
const KIND_NAMES = Object.keys(KINDS) as Kind[]

const JUDGED_DAYS = 365
const EVENT_EVERY = 24
const RATES = [1, 0.5, 0.25]
const MONTH = 30

type Event = { readonly branch: number; readonly days: readonly number[]; readonly kind: Kind }
type Detector = (branches: readonly History[]) => Float64Array[]

/** The product's: strays of level x weekday, shared shock removed, in units of the usual stray. */
const shopbell: Detector = (branches) => {
  const strays = withoutSharedShock(branches.map((history) => habitOf(history).strays))
  const scores = branches.map(({ values }) => new Float64Array(values.length))
  for (let i = 0; i < (scores[0]?.length ?? 0); i += 1) {
    for (const [b, score] of surprisesAt(strays, i).entries()) {
      const zeroDay = branches[b]?.values[i] === 0
      scores[b]?.set([zeroDay ? Number.POSITIVE_INFINITY : Math.abs(score ?? 0)], i)
    }
  }
  return scores
}

/** Mean +- k sample standard deviations of everything so far, the judged day included. */
const oldService: Detector = (branches) =>
  branches.map(({ values }) => {
    let [n, mean, squares] = [0, 0, 0]
    return values.map((value) => {
      if (Number.isNaN(value)) return 0
      n += 1
      const delta = value - mean
      mean += delta / n
      squares += delta * (value - mean)
      return n < 2 || squares === 0 ? 0 : Math.abs(value - mean) / Math.sqrt(squares / (n - 1))
    })
  })

const main = () => {
  const { values } = parseArgs({
    options: { file: { type: 'string' }, quick: { type: 'boolean', default: false } },
  })
  const path = values.file ?? new URL('../../../shared/data/forecast/bakery35.csv', import.meta.url)
  const branches = readBranches(readFileSync(path, 'utf8'))
  console.log(
    `${branches.length} branches, last ${JUDGED_DAYS} days; recall at false alarms per branch-month`,
  )
  console.log(`${''.padEnd(28)}${RATES.map((rate) => String(rate).padStart(7)).join('')}`)
  for (const [name, detector] of Object.entries({ shopbell, 'mean +- k sd': oldService })) {
    const runs = [1, 2].map((seed) => run(branches, detector, seed))
    const recall = (rate: number, kind: Kind | null) => meanOf(runs.map((r) => r(rate, kind)))
    const line = (label: string, kind: Kind | null) =>
      console.log(
        `${label.padEnd(28)}${RATES.map((rate) => recall(rate, kind).toFixed(2).padStart(7)).join('')}`,
      )
    line(name, null)
    for (const kind of KIND_NAMES) line(`  ${kind}`, kind)
  }
  if (values.quick) return
  const shops = branches.map((branch) => [branch])
  console.log('\nAlerts as the product sends them (findAnomalies, one seed)')
  printAlerts('one chain of all branches', [branches])
  printAlerts('each branch a shop of its own', shops)
}

/** Every judged day through `findAnomalies`, with a year of rows behind it. */
const printAlerts = (label: string, shops: readonly (readonly History[])[]): void => {
  const tally = {
    rung: 0,
    ordinary: 0,
    heard: new Map<Kind, number>(),
    put: new Map<Kind, number>(),
  }
  const count = (map: Map<Kind, number>, kind: Kind) => map.set(kind, (map.get(kind) ?? 0) + 1)
  let slowest = 0
  for (const [seed, shop] of shops.entries()) {
    const events = inventEvents(shop, seed + 1)
    const rows = rowsOf(inject(shop, events), shop)
    const rung = new Set<string>()
    const { length } = shop[0]?.values ?? []
    for (let i = length - JUDGED_DAYS; i < length; i += 1) {
      const on = dayFromNumber((shop[0]?.start ?? 0) + i)
      const year = rows.filter((row) => row.day <= on && row.day > addDays(on, -JUDGED_DAYS))
      const before = performance.now()
      const found = findAnomalies({ day: on, branchDays: year, productDays: [] })
      slowest = Math.max(slowest, performance.now() - before)
      for (const { scope } of found) {
        if (scope.kind === 'branch') rung.add(`${scope.name} ${i}`)
        if (scope.kind === 'shop' && shop.length === 1) rung.add(`0 ${i}`)
      }
    }
    const touched = new Set(events.flatMap(({ branch, days }) => days.map((i) => `${branch} ${i}`)))
    for (const [b, { values }] of shop.entries()) {
      for (const i of judgedDays(values)) {
        if (touched.has(`${b} ${i}`)) continue
        tally.ordinary += 1
        if (rung.has(`${b} ${i}`)) tally.rung += 1
      }
    }
    for (const { branch, days, kind } of events) {
      count(tally.put, kind)
      if (days.some((i) => rung.has(`${branch} ${i}`))) count(tally.heard, kind)
    }
  }
  const heard = KIND_NAMES.map((kind) => {
    const share = (tally.heard.get(kind) ?? 0) / (tally.put.get(kind) ?? 1)
    return `${kind} ${share.toFixed(2)}`
  })
  const rate = (tally.rung / tally.ordinary) * MONTH
  console.log(
    `  ${label}: ${rate.toFixed(2)} false a branch-month, at most ${slowest.toFixed(0)} ms a day`,
  )
  console.log(`    heard: ${heard.join(', ')}`)
}

/** Rows as the store hands them over; what a closed day sold is no row, nor is an injected zero. */
const rowsOf = (shop: readonly History[], original: readonly History[]): BranchDay[] =>
  shop.flatMap(({ start, values }, b) =>
    [...values].flatMap((units, i): BranchDay[] => {
      const open = (original[b]?.values[i] ?? Number.NaN) > 0 && units > 0
      if (!open) return []
      const sums = { lines: units, quantity: units * 1000, revenue: units * 1000 }
      const none = { refundLines: 0, refunds: 0, receipts: null }
      return [{ day: dayFromNumber(start + i), branch: String(b), ...sums, ...none }]
    }),
  )

/** Branch totals with closed days masked; branches with too short a past are left out. */
const readBranches = (text: string): History[] => {
  const table = readDailyTable(text)
  const start = table.dayNumbers[0] ?? 0
  return groupsOf(table)
    .map(({ total }): History => {
      const { states } = calendarOf({ start, lines: total, toldClosed: new Set() })
      return { start, values: total.map((value, i) => (states[i] === 'open' ? value : Number.NaN)) }
    })
    .filter(({ values }) => {
      const judged = values.subarray(-JUDGED_DAYS).filter((value) => value > 0).length
      return judged > JUDGED_DAYS / 2 && values.length > JUDGED_DAYS + 182
    })
}

const run = (branches: readonly History[], detector: Detector, seed: number) => {
  const events = inventEvents(branches, seed)
  const scores = detector(inject(branches, events))
  const touched = new Set(events.flatMap(({ branch, days }) => days.map((i) => `${branch} ${i}`)))
  const ordinary = branches.flatMap(({ values }, b) =>
    judgedDays(values)
      .filter((i) => !touched.has(`${b} ${i}`))
      .map((i) => scores[b]?.[i] ?? 0),
  )
  ordinary.sort((a, b) => b - a)
  return (rate: number, kind: Kind | null): number => {
    const threshold = ordinary[Math.floor((rate * ordinary.length) / MONTH)] ?? 0
    const asked = events.filter((event) => kind === null || event.kind === kind)
    const heard = asked.filter(({ branch, days }) =>
      days.some((i) => (scores[branch]?.[i] ?? 0) > threshold),
    )
    return heard.length / asked.length
  }
}

const judgedDays = (values: Float64Array): number[] =>
  Array.from({ length: JUDGED_DAYS }, (_, back) => values.length - 1 - back).filter(
    (i) => (values[i] ?? Number.NaN) > 0,
  )

const inventEvents = (branches: readonly History[], seed: number): Event[] => {
  const random = seededRandom(seed)
  return branches.flatMap(({ values }, branch) => {
    const events: Event[] = []
    const open = judgedDays(values).sort((a, b) => a - b)
    for (let n = Math.floor(random() * EVENT_EVERY); n < open.length; ) {
      const kind = KIND_NAMES[Math.floor(random() * KIND_NAMES.length)] ?? 'zero day'
      events.push({ branch, kind, days: open.slice(n, n + KINDS[kind].factors.length) })
      n += Math.floor(EVENT_EVERY / 2 + random() * EVENT_EVERY)
    }
    return events
  })
}

const inject = (branches: readonly History[], events: readonly Event[]): History[] => {
  const copies = branches.map(({ start, values }) => ({ start, values: Float64Array.from(values) }))
  for (const { branch, days, kind } of events) {
    for (const [n, i] of days.entries()) {
      const values = copies[branch]?.values
      if (values) values[i] = Math.round((values[i] ?? 0) * (KINDS[kind].factors[n] ?? 1))
    }
  }
  return copies
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

if (process.argv[1] === import.meta.filename) main()
