/**
 * How often `explain` names the causes that were put into real days.
 *
 *   node test/bench/why.ts [--cases 600] [--data TABLE.csv]     default: 35 bakery branches x 3 products
 *
 * Each case takes one real day of the last year and multiplies one or two slices by a factor: a product
 * in all branches, a branch with all its products, or one product in one branch; both causes of a case
 * push the same way. Everything else of the day is real, so it brings its own noise and holidays.
 * "First" = the first reason named is a true one; "all" = every true cause is among the first three.
 * Beside it: the slice that differs most from the same weekday last week, and from its expectation.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { strangeSlices } from '../../src/analytics/why.ts'
import { addDays, type Day, dayFromNumber } from '../../src/sales/day.ts'
import type { BranchDay, ProductDay } from '../../src/sales/totals.ts'
import { readDailyTable } from '../support/daily-table.ts'
import { seededRandom } from '../support/random.ts'

type Cause = {
  readonly branch: string | null
  readonly product: string | null
  readonly factor: number
}
type Case = { readonly day: Day; readonly causes: readonly Cause[] }
type Named = Pick<Cause, 'branch' | 'product'>
type Leaf = Named & { readonly actual: number; readonly before: number }

const FACTORS = [
  [0.2, 0.4, 0.6],
  [1.5, 2, 3],
]
const HISTORY_DAYS = 70
const KINDS = ['product', 'branch', 'product in a branch'] as const

const main = () => {
  const { values } = parseArgs({
    options: { cases: { type: 'string', default: '600' }, data: { type: 'string' } },
  })
  const path = values.data ?? new URL('../../../shared/data/forecast/bakery35.csv', import.meta.url)
  const rows = readRows(readFileSync(path, 'utf8'))
  const byDay = Map.groupBy(rows, ({ day }) => day)
  const cases = inventCases([...byDay.keys()].sort(), rows, Number(values.cases))
  const tallies = new Map<string, Tally>()
  for (const one of cases) score(one, byDay, tallies)
  console.log(
    `${cases.length} cases                      first right   all within three   reasons named`,
  )
  for (const [name, { first, all, named, cases: n }] of tallies) {
    console.log(
      `${name.padEnd(32)} ${(first / n).toFixed(2).padStart(6)} ${(all / n).toFixed(2).padStart(16)} ${(named / n).toFixed(1).padStart(17)}`,
    )
  }
}

type Tally = { first: number; all: number; named: number; cases: number; ms: number }

const score = (
  { day, causes }: Case,
  byDay: ReadonlyMap<Day, readonly ProductDay[]>,
  tallies: Map<string, Tally>,
): void => {
  const past = Array.from({ length: HISTORY_DAYS }, (_, back) => addDays(day, -1 - back))
  const before = past.flatMap((on) => byDay.get(on) ?? [])
  const today = (byDay.get(day) ?? []).map((row) => {
    const factor = causes.reduce((k, cause) => (isIn(cause, row) ? k * cause.factor : k), 1)
    return { ...row, ...units(Math.round((row.quantity / 1000) * factor)) }
  })
  const productDays = [...before, ...today].filter(({ quantity }) => quantity > 0)
  const span = { from: day, to: day }
  const started = performance.now()
  const slices = strangeSlices({ span, productDays, branchDays: branchDaysOf(productDays) })
  const ms = performance.now() - started
  const ours = slices.filter(({ branch, product }) => branch !== null || product !== null)
  const lastWeek = new Map(
    (byDay.get(addDays(day, -7)) ?? []).map((row) => [key(row), row.quantity]),
  )
  const weeks = [7, 14, 21, 28, 35, 42, 49, 56].map((back) => byDay.get(addDays(day, -back)) ?? [])
  const means = meanByLeaf(weeks)
  const kinds = new Set(causes.map(kindOf))
  const [kind] = kinds
  const label = causes.length === 1 && kind ? `  one ${kind}` : '  two causes'
  tally(tallies, 'shopbell', { causes, named: ours, ms })
  tally(tallies, label, { causes, named: ours, ms })
  tally(tallies, 'biggest against last week', { causes, named: biggest(today, lastWeek), ms: 0 })
  tally(tallies, 'biggest against 8-week mean', { causes, named: biggest(today, means), ms: 0 })
}

const tally = (
  tallies: Map<string, Tally>,
  name: string,
  { causes, named, ms }: { causes: readonly Cause[]; named: readonly Named[]; ms: number },
): void => {
  const sum = tallies.get(name) ?? { first: 0, all: 0, named: 0, cases: 0, ms: 0 }
  const is = (cause: Named) => (reason: Named) =>
    cause.branch === reason.branch && cause.product === reason.product
  const [first] = named
  if (first && causes.some(is(first))) sum.first += 1
  if (causes.every((cause) => named.slice(0, 3).some(is(cause)))) sum.all += 1
  sum.named += named.length
  sum.cases += 1
  sum.ms += ms
  tallies.set(name, sum)
}

const kindOf = ({ branch, product }: Cause): string => {
  if (branch === null) return KINDS[0]
  return product === null ? KINDS[1] : KINDS[2]
}

/** The three slices of any kind with the largest difference, as a simple report would list them. */
const biggest = (today: readonly ProductDay[], before: ReadonlyMap<string, number>): Named[] => {
  const leaves = today.map(
    (row): Leaf => ({
      branch: row.branch,
      product: row.product,
      actual: row.quantity,
      before: before.get(key(row)) ?? 0,
    }),
  )
  const sums = new Map<string, { named: Named; delta: number }>()
  const add = (named: Named, delta: number) => {
    const id = `${named.branch} ${named.product}`
    sums.set(id, { named, delta: (sums.get(id)?.delta ?? 0) + delta })
  }
  for (const { branch, product, actual, before: usual } of leaves) {
    add({ branch, product }, actual - usual)
    add({ branch, product: null }, actual - usual)
    add({ branch: null, product }, actual - usual)
  }
  return [...sums.values()]
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta))
    .slice(0, 3)
    .map(({ named }) => named)
}

const meanByLeaf = (weeks: readonly (readonly ProductDay[])[]): Map<string, number> =>
  new Map(
    [...Map.groupBy(weeks.flat(), key)].map(([leaf, rows]) => [
      leaf,
      rows.reduce((sum, { quantity }) => sum + quantity, 0) / rows.length,
    ]),
  )

const key = ({ branch, product }: Named): string => `${branch} ${product}`

const isIn = (cause: Named, row: Named): boolean =>
  (cause.branch === null || cause.branch === row.branch) &&
  (cause.product === null || cause.product === row.product)

const inventCases = (days: readonly Day[], rows: readonly ProductDay[], count: number): Case[] => {
  const random = seededRandom(2026)
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)]
    if (one === undefined)
      throw new Error('the table has no days, branches or products to pick from')
    return one
  }
  const trading = days.slice(-365).filter((on) => rows.some((row) => row.day === on))
  const onDay = Map.groupBy(rows, ({ day }) => day)
  return Array.from({ length: count }, () => {
    const day = pick(trading)
    const leaves = onDay.get(day) ?? []
    const factors = pick(FACTORS)
    const causes = Array.from({ length: random() < 2 / 3 ? 1 : 2 }, (): Cause => {
      const { branch, product } = pickByMoney(leaves, random)
      const kind = pick(KINDS)
      return {
        branch: kind === 'product' ? null : branch,
        product: kind === 'branch' ? null : product,
        factor: pick(factors),
      }
    })
    return { day, causes }
  })
}

/** A euro's chance, not a shelf's: what sells more is more often the cause that somebody asks about. */
const pickByMoney = (leaves: readonly ProductDay[], random: () => number): ProductDay => {
  let left = random() * leaves.reduce((sum, { revenue }) => sum + revenue, 0)
  const found = leaves.find(({ revenue }) => {
    left -= revenue
    return left <= 0
  })
  if (found === undefined) throw new Error('a day without sales cannot be picked from')
  return found
}

const readRows = (text: string): ProductDay[] => {
  const { dayNumbers, series } = readDailyTable(text)
  return series.flatMap(({ name, values }) => {
    const [branch = '', product = ''] = name.split('__')
    return [...values].flatMap((sold, i): ProductDay[] =>
      sold > 0 ? [{ day: dayFromNumber(dayNumbers[i] ?? 0), branch, product, ...units(sold) }] : [],
    )
  })
}

const units = (count: number) => ({
  lines: count,
  quantity: count * 1000,
  revenue: count * 1000,
  refundLines: 0,
  refunds: 0,
})

const branchDaysOf = (rows: readonly ProductDay[]): BranchDay[] =>
  [...Map.groupBy(rows, ({ day, branch }) => `${day} ${branch}`).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const total = group.reduce((sum, { lines }) => sum + lines, 0)
    return [{ day: first.day, branch: first.branch, receipts: null, ...units(total) }]
  })

if (process.argv[1] === import.meta.filename) main()
