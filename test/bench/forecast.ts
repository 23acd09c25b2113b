/**
 * How well the product's own forecaster does on real shops, beside other methods.
 *
 *   node test/bench/forecast.ts                      the three public sets, five protocols
 *   node test/bench/forecast.ts --file sales.csv     a file of yours: a date column, one column a series
 *       [--window 365] [--origins 6] [--step 28] [--horizon 14]
 *
 * Column names `branch__product` share a calendar by branch. An optional column `closed` (1 = closed)
 * tells the closing days, also those of the horizon.
 *
 * The forecaster reads the last `window` days; closing days are learnt from every day before the origin, as in the
 * product, unless the window is under a year.
 *
 * RMSSE = sqrt(mean squared error / mean squared lag-1 difference of the training window from its first
 * sale), MASE the same with absolute lag-7 differences, both averaged over series and origins.
 * WAPE = sum |error| / sum actual. Coverage of the 80 % range counts open days only.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { withClosingNeighbours } from '../../src/analytics/closing-neighbours.ts'
import { closingsOf } from '../../src/analytics/closings.ts'
import { dayEffectsOf } from '../../src/analytics/day-factors.ts'
import { calendarOf } from '../../src/analytics/days.ts'
import { forecastSeries, rangeAround } from '../../src/analytics/forecast-series.ts'
import { addUp, type History, placeInWeek } from '../../src/analytics/history.ts'
import { demandOf } from '../../src/analytics/ledger.ts'
import { specialDaysIn } from '../../src/analytics/special-days.ts'
import { oldServiceForecast } from '../support/baseline.ts'
import { type DailyTable, groupsOf, readDailyTable } from '../support/daily-table.ts'

type Protocol = {
  readonly name: string
  readonly file: string
  readonly window: number
  readonly origins: number
  readonly step: number
  readonly horizon: number
}

const DATA = new URL('../../../shared/data/forecast/', import.meta.url)
export const PUBLIC: readonly Protocol[] = [
  { name: 'bakery35', file: 'bakery35.csv', window: 365, origins: 6, step: 56, horizon: 14 },
  { name: 'bakery35_s56', file: 'bakery35.csv', window: 56, origins: 6, step: 56, horizon: 14 },
  { name: 'bakery35_s28', file: 'bakery35.csv', window: 28, origins: 6, step: 56, horizon: 14 },
  { name: 'yaz', file: 'yaz.csv', window: 365, origins: 12, step: 28, horizon: 14 },
  { name: 'uci150', file: 'uci150.csv', window: 365, origins: 6, step: 28, horizon: 14 },
]

/** RMSSE of R forecast 8.20 and of the service being replaced under the same protocol. */
const OTHERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  bakery35: { ets: 0.566, stlf: 0.578, thetaf: 0.578, 'old service': 0.828 },
  bakery35_s56: { ets: 0.643, stlf: 0.663, thetaf: 0.652, 'old service': 0.901 },
  bakery35_s28: { ets: 0.706, stlf: 0.718, thetaf: 0.74, 'old service': 0.94 },
  yaz: { ets: 0.637, stlf: 0.642, thetaf: 0.633, 'old service': 0.816 },
  uci150: { ets: 0.777, stlf: 0.79, thetaf: 0.77, 'old service': 1.011 },
}

const YEAR_DAYS = 365
/** Where the public sets come from is not in their files. */
const NOTHING_SPECIAL = specialDaysIn(null)

type Score = {
  said: number
  rmsse: number[]
  mase: number[]
  missed: number
  sold: number
  ms: number[]
}
type Figures = {
  readonly rmsse: number
  readonly mase: number
  readonly wape: number
  readonly bias: number
}
type Coverage = { inside: number; days: number }
type Result = {
  readonly rmsse: number
  readonly mase: number
  readonly wape: number
  readonly bias: number
  readonly coverage: number
  /** Yearly closings learnt from the window alone, not from all days before the origin. */
  readonly windowAlone: Figures
  readonly closedKnown: Figures
  readonly old: Figures
  /** Median and 95th percentile of one forecast with its backtest. */
  readonly ms: readonly [number, number]
  readonly cells: number
}

const main = () => {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      window: { type: 'string', default: '365' },
      origins: { type: 'string', default: '6' },
      step: { type: 'string', default: '28' },
      horizon: { type: 'string', default: '14' },
    },
  })
  const protocols =
    values.file === undefined
      ? PUBLIC
      : [
          {
            name: 'your file',
            file: values.file,
            window: Number(values.window),
            origins: Number(values.origins),
            step: Number(values.step),
            horizon: Number(values.horizon),
          },
        ]
  for (const protocol of protocols) {
    const path = values.file === undefined ? new URL(protocol.file, DATA) : protocol.file
    print(protocol, measure(readDailyTable(readFileSync(path, 'utf8')), protocol))
  }
}

export const measure = (table: DailyTable, protocol: Protocol): Result => {
  const [ours, alone, known, old] = [newScore(), newScore(), newScore(), newScore()]
  const coverage: Coverage = { inside: 0, days: 0 }
  const { length } = table.dayNumbers
  const firstDay = table.dayNumbers[0] ?? 0
  const told = (until: number) =>
    new Set(table.closed.flatMap((closed, i) => (closed && i < until ? [firstDay + i] : [])))
  const groups = groupsOf(table).map((group) => ({
    ...group,
    truth: calendarOf({ start: firstDay, lines: group.total, toldClosed: told(length) }),
  }))
  for (let back = 0; back < protocol.origins; back += 1) {
    const origin = length - protocol.horizon - back * protocol.step
    if (origin < 14) break
    const from = Math.max(0, origin - protocol.window)
    for (const { truth, ...group } of groups) {
      const start = firstDay + from
      const lines = group.total.subarray(from, origin)
      const calendar = calendarOf({ start, lines, toldClosed: told(origin) })
      const all = group.total.subarray(0, origin)
      const inWindow = closingsOf({ calendar, lines }, NOTHING_SPECIAL)
      const remembered = closingsOf(
        {
          lines: all,
          calendar: calendarOf({ start: firstDay, lines: all, toldClosed: told(origin) }),
        },
        NOTHING_SPECIAL,
      )
      // A window under a year stands for a young shop: there is no earlier year to remember.
      const closings = protocol.window < YEAR_DAYS ? inWindow : remembered
      const page = { calendar, lines }
      const factorsBy = (isClosed: (number: number) => boolean) => {
        const special = withClosingNeighbours(NOTHING_SPECIAL, page, isClosed)
        const effects = dayEffectsOf(demandOf(lines, calendar), special, [])
        return (number: number) => effects(number)?.factor ?? 1
      }
      const factorOf = factorsBy((number) => closings(number) !== null)
      const toldFactorOf = factorsBy((number) => truth.states[number - firstDay] !== 'open')
      const masked = group.series.map(
        ({ values }): History => ({
          start,
          values: values
            .slice(from, origin)
            .map((value, i) =>
              calendar.states[i] === 'open' ? value / factorOf(start + i) : Number.NaN,
            ),
        }),
      )
      const shared = addUp(masked)
      for (const [j, history] of masked.entries()) {
        const raw = group.series[j]?.values ?? new Float64Array(0)
        const train = raw.subarray(from, origin)
        const actual = raw.subarray(origin, origin + protocol.horizon)
        const scales = scalesOf(train)
        if (scales === null) continue
        const before = performance.now()
        const forecast = forecastSeries({ history, group: shared, whole: isWhole(raw) })
        ours.ms.push(performance.now() - before)
        const usual = (number: number) => forecast.week[placeInWeek(number)] ?? 0
        const numbers = Array.from(actual, (_, h) => start + train.length + h)
        const expected = numbers.map((on) => (closings(on) ? 0 : usual(on) * factorOf(on)))
        const within = numbers.map((on) => (inWindow(on) ? 0 : usual(on) * factorOf(on)))
        const isClosed = (h: number) => truth.states[origin + h] !== 'open'
        const open = numbers.map((on, h) => (isClosed(h) ? 0 : usual(on) * toldFactorOf(on)))
        add(ours, actual, expected, scales)
        add(alone, actual, within, scales)
        add(known, actual, open, scales)
        add(
          old,
          actual,
          expected.map(() => oldServiceForecast(train)),
          scales,
        )
        for (const [h, mean] of open.entries()) {
          if (isClosed(h)) continue
          const { low, high } = rangeAround(mean, forecast)
          coverage.days += 1
          if ((actual[h] ?? 0) >= low && (actual[h] ?? 0) <= high) coverage.inside += 1
        }
      }
    }
  }
  if (ours.rmsse.length === 0) {
    throw new Error(
      `too short: ${length} days; at least 14 days before the ${protocol.horizon} to forecast are needed`,
    )
  }
  const ms = [...ours.ms].sort((a, b) => a - b)
  return {
    ...figures(ours),
    coverage: coverage.inside / coverage.days,
    windowAlone: figures(alone),
    closedKnown: figures(known),
    old: figures(old),
    ms: [ms[Math.floor(ms.length / 2)] ?? 0, ms[Math.floor(ms.length * 0.95)] ?? 0],
    cells: ours.rmsse.length,
  }
}

const newScore = (): Score => ({ said: 0, rmsse: [], mase: [], missed: 0, sold: 0, ms: [] })

const isWhole = (values: Float64Array): boolean => values.every(Number.isInteger)

type Scales = { readonly squared: number; readonly absolute: number }

const scalesOf = (train: Float64Array): Scales | null => {
  const first = train.findIndex((value) => value > 0)
  if (first === -1) return null
  const sold = train.subarray(first)
  let squared = 0
  let absolute = 0
  for (let i = 1; i < sold.length; i += 1) {
    squared += ((sold[i] ?? 0) - (sold[i - 1] ?? 0)) ** 2
    if (i >= 7) absolute += Math.abs((sold[i] ?? 0) - (sold[i - 7] ?? 0))
  }
  if (squared === 0 || absolute === 0) return null
  return { squared: squared / (sold.length - 1), absolute: absolute / (sold.length - 7) }
}

const add = (
  score: Score,
  actual: Float64Array,
  expected: readonly number[],
  scales: Scales,
): void => {
  let squares = 0
  let misses = 0
  for (const [h, value] of actual.entries()) {
    squares += (value - (expected[h] ?? 0)) ** 2
    misses += Math.abs(value - (expected[h] ?? 0))
    score.sold += value
    score.said += expected[h] ?? 0
  }
  score.missed += misses
  score.rmsse.push(Math.sqrt(squares / actual.length / scales.squared))
  score.mase.push(misses / actual.length / scales.absolute)
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const figures = (score: Score) => ({
  rmsse: mean(score.rmsse),
  mase: mean(score.mase),
  wape: score.missed / score.sold,
  bias: score.said / score.sold - 1,
})

const print = ({ name, window }: Protocol, result: Result): void => {
  const row = (label: string, { rmsse, mase, wape, bias }: Result['old'], rest = '') =>
    console.log(
      `  ${label.padEnd(24)} ${rmsse.toFixed(3)}  ${mase.toFixed(3)}  ${wape.toFixed(3)}  ${(100 * bias).toFixed(1).padStart(5)} %  ${rest}`,
    )
  console.log(`${name} (${result.cells} forecasts)      RMSSE   MASE   WAPE    bias`)
  row(
    'shopbell',
    result,
    `80 % range holds ${result.coverage.toFixed(3)}, ${result.ms.map((ms) => ms.toFixed(2)).join(' / ')} ms median / p95`,
  )
  if (window >= YEAR_DAYS) row('same, one year of calendar', result.windowAlone)
  row('shopbell, closings known', result.closedKnown)
  row('old service, rerun here', result.old)
  for (const [method, rmsse] of Object.entries(OTHERS[name] ?? {})) {
    console.log(
      `  ${(method === 'old service' ? method : `R ${method}`).padEnd(24)} ${rmsse.toFixed(3)}`,
    )
  }
}

if (process.argv[1] === import.meta.filename) main()
