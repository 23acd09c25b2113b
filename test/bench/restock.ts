/**
 * Whether the service level that a restock advice promises is kept on real shops.
 *
 *   node test/bench/restock.ts
 *
 * Rolling origins with 365 days of history, closing days of the horizon known. "Held" is the share of
 * series whose demand over the protection period stayed within the quantity to have; it should equal the
 * level promised. Beside it: the textbook rule sigma x sqrt(days), the same forecast with daily errors
 * taken as independent.
 */
import { readFileSync } from 'node:fs'
import { calendarOf } from '../../src/analytics/days.ts'
import {
  forecastSeries,
  rangeAround,
  type SeriesForecast,
} from '../../src/analytics/forecast-series.ts'
import { addUp, type History, placeInWeek } from '../../src/analytics/history.ts'
import { cumulativeDispersion, togetherness } from '../../src/analytics/lead-time.ts'
import { type DailyTable, groupsOf, readDailyTable } from '../support/daily-table.ts'

const DATA = new URL('../../../shared/data/forecast/', import.meta.url)
const SETS = [
  { name: 'bakery35', origins: 8, step: 40 },
  { name: 'yaz', origins: 12, step: 28 },
  { name: 'uci150', origins: 6, step: 28 },
]
const PERIODS = [3, 7, 14]
const LEVELS = [0.8, 0.9, 0.95]
const WINDOW_DAYS = 365
const NOBODY_TOLD = new Set<number>()

type Trial = { readonly forecast: SeriesForecast; readonly mean: number; readonly sold: number }

const main = () => {
  console.log('held / textbook, by promised level'.padEnd(36), LEVELS.join('           '))
  for (const { name, origins, step } of SETS) {
    const table = readDailyTable(readFileSync(new URL(`${name}.csv`, DATA), 'utf8'))
    for (const days of PERIODS) {
      const past = Array.from({ length: origins }, (_, back) =>
        trialsAt(table, table.dayNumbers.length - days - back * step, days),
      )
      const shares = LEVELS.map((level) => shareHeld(past, days, level))
      const text = shares.map(([held, plain]) => `${held.toFixed(3)} / ${plain.toFixed(3)}`)
      console.log(`${name}, ${days} days`.padEnd(36), text.join('  '))
    }
  }
}

const shareHeld = (
  past: readonly (readonly Trial[])[],
  days: number,
  level: number,
): readonly [number, number] => {
  let [held, plain, count] = [0, 0, 0]
  for (const trials of past) {
    const shop = togetherness(
      trials.map(({ forecast }) => forecast),
      days,
    )
    for (const { forecast, mean, sold } of trials) {
      const toHave = (dispersion: number) =>
        rangeAround(mean, { dispersion, whole: true }, 2 * level - 1).high
      count += 1
      if (sold <= toHave(cumulativeDispersion(forecast, days, shop))) held += 1
      if (sold <= toHave(forecast.dispersion)) plain += 1
    }
  }
  return [held / count, plain / count]
}

/** Every series forecast at this origin, and what it then sold in `days` days. */
const trialsAt = (table: DailyTable, origin: number, days: number): Trial[] => {
  const firstDay = table.dayNumbers[0] ?? 0
  const from = Math.max(0, origin - WINDOW_DAYS)
  return groupsOf(table).flatMap(({ series, total }) => {
    const lines = total.subarray(from, origin)
    const known = calendarOf({ start: firstDay + from, lines, toldClosed: NOBODY_TOLD })
    const truth = calendarOf({ start: firstDay, lines: total, toldClosed: NOBODY_TOLD })
    const histories = series.map(
      ({ values }): History => ({
        start: firstDay + from,
        values: values
          .slice(from, origin)
          .map((value, i) => (known.states[i] === 'open' ? value : Number.NaN)),
      }),
    )
    const group = addUp(histories)
    const open = Array.from({ length: days }, (_, i) => origin + i).filter(
      (i) => truth.states[i] === 'open',
    )
    return histories.flatMap((history, j): Trial[] => {
      const forecast = forecastSeries({ history, group, whole: true })
      const mean = open.reduce((sum, i) => sum + (forecast.week[placeInWeek(firstDay + i)] ?? 0), 0)
      const ahead = series[j]?.values.subarray(origin, origin + days) ?? new Float64Array(0)
      return mean > 0
        ? [{ forecast, mean, sold: ahead.reduce((sum, value) => sum + value, 0) }]
        : []
    })
  })
}

if (process.argv[1] === import.meta.filename) main()
