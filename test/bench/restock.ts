/**
 * Whether the service level that a restock advice promises is kept on real shops.
 *
 *   node test/bench/restock.ts
 *
 * Rolling origins with 365 days of history, closing days of the horizon known. "Held" is the share of
 * series whose demand over the protection period stayed within the quantity to have; it should equal the
 * level promised. Beside it: the textbook rule sigma x sqrt(days), the same forecast with daily errors
 * taken as independent.
 *
 * Then a shop is run for twelve weeks on each set: every third day it orders up to the level, goods come
 * two days later. "Lost" is the share of demand nobody could serve, "stock" what lies there in the evening,
 * in days of demand, beside the textbook order-up-to level mean28 x P + z sd28 sqrt(P) at the same promise,
 * and beside that level with z chosen so that as little is lost as with ours: what the same service costs.
 */
import { readFileSync } from 'node:fs'
import { calendarOf } from '../../src/analytics/days.ts'
import { normalQuantile } from '../../src/analytics/distribution.ts'
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

type Trial = {
  readonly forecast: SeriesForecast
  readonly mean: number
  /** Trading days among those ahead. */
  readonly openDays: number
  /** The last 28 trading days. */
  readonly recent: readonly number[]
  readonly sold: number
}

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
  console.log('')
  console.log(`twelve weeks, delivery ${LEAD} days, an order every ${REVIEW}`)
  for (const { name } of SETS) {
    const table = readDailyTable(readFileSync(new URL(`${name}.csv`, DATA), 'utf8'))
    const months = shelvesOf(table)
    for (const level of LEVELS) {
      const z = normalQuantile(level)
      const ours = runShop(months, (at) => at.level(level))
      const textbook = runShop(months, (at) => at.mean28 + z * at.sd28)
      const matched = sameLoss(months, ours.lost)
      console.log(
        `${name}, ${level}`.padEnd(20),
        `ours: lost ${percent(ours.lost)}, stock ${ours.stock.toFixed(2)} d`,
        ` textbook: lost ${percent(textbook.lost)}, stock ${textbook.stock.toFixed(2)} d`,
        ` textbook at our loss: stock ${matched.stock.toFixed(2)} d (${percent(matched.stock / ours.stock - 1)})`,
      )
    }
  }
}

const LEAD = 2
const REVIEW = 3
const RUN_DAYS = 84
const PERIOD = LEAD + REVIEW
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** One review day of one series: what either rule would aim at. */
type Review = {
  readonly level: (serviceLevel: number) => number
  readonly mean28: number
  readonly sd28: number
}
type Shelf = {
  readonly demand: Float64Array
  /** Mean demand of a day, for telling stock in days. */
  readonly daily: number
  readonly reviews: readonly Review[]
}

/** Every series over the last twelve weeks, with its review days. */
const shelvesOf = (table: DailyTable): readonly Shelf[] => {
  const start = table.dayNumbers.length - RUN_DAYS
  const origins = Array.from({ length: RUN_DAYS / REVIEW }, (_, i) => start + i * REVIEW)
  const reviews = origins.map((origin) => reviewsAt(table, origin))
  const series = groupsOf(table).flatMap((group) => group.series)
  return series.map(({ values }, j) => {
    const demand = values.slice(start, start + RUN_DAYS)
    return {
      demand,
      daily: demand.reduce((sum, value) => sum + value, 0) / RUN_DAYS,
      reviews: reviews.map((each) => each[j] ?? NOTHING),
    }
  })
}

const NOTHING: Review = { level: () => 0, mean28: 0, sd28: 0 }

const reviewsAt = (table: DailyTable, origin: number): readonly Review[] => {
  const trials = everyTrialAt(table, origin, PERIOD)
  const shop = togetherness(
    trials.map(({ forecast }) => forecast),
    PERIOD,
  )
  return trials.map(({ forecast, mean, openDays: open, recent }) => {
    const dispersion = cumulativeDispersion(forecast, PERIOD, shop)
    const [average, sd] = spreadOf(recent)
    return {
      level: (serviceLevel) =>
        mean > 0 ? rangeAround(mean, { dispersion, whole: true }, 2 * serviceLevel - 1).high : 0,
      mean28: average * open,
      sd28: sd * Math.sqrt(open),
    }
  })
}

const spreadOf = (values: readonly number[]): readonly [number, number] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return [mean, Math.sqrt(squares / Math.max(1, values.length - 1))]
}

type Run = { readonly lost: number; readonly stock: number }

/** Orders up to the level on each review day; demand that finds an empty shelf is lost. */
const runShop = (shelves: readonly Shelf[], aim: (review: Review) => number): Run => {
  let [lost, asked, stock] = [0, 0, 0]
  for (const shelf of shelves) {
    const first = Math.ceil(aim(shelf.reviews[0] ?? NOTHING))
    let onHand = first
    const coming = new Float64Array(RUN_DAYS + LEAD)
    for (const [i, demand] of shelf.demand.entries()) {
      onHand += coming[i] ?? 0
      const review = i % REVIEW === 0 ? shelf.reviews[i / REVIEW] : undefined
      if (review !== undefined) {
        const onOrder = coming.subarray(i + 1).reduce((sum, value) => sum + value, 0)
        coming[i + LEAD] = Math.max(0, Math.ceil(aim(review)) - onHand - onOrder)
      }
      const sold = Math.min(onHand, demand)
      onHand -= sold
      lost += demand - sold
      asked += demand
      stock += onHand
    }
  }
  const daily = shelves.reduce((sum, shelf) => sum + shelf.daily, 0)
  return { lost: lost / asked, stock: stock / RUN_DAYS / daily }
}

const HALVINGS = 20

/** The textbook rule with the z that loses as much as we do. */
const sameLoss = (shelves: readonly Shelf[], lost: number): Run => {
  let [low, high] = [-2, 8]
  let run = runShop(shelves, (at) => at.mean28)
  for (let step = 0; step < HALVINGS; step += 1) {
    const z = (low + high) / 2
    run = runShop(shelves, (at) => at.mean28 + z * at.sd28)
    if (run.lost > lost) low = z
    else high = z
  }
  return run
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

/** Every series that is expected to sell. */
const trialsAt = (table: DailyTable, origin: number, days: number): Trial[] =>
  everyTrialAt(table, origin, days).filter(({ mean }) => mean > 0)

const RECENT_OPEN_DAYS = 28

/** Every series forecast at this origin, and what it then sold in `days` days. */
const everyTrialAt = (table: DailyTable, origin: number, days: number): Trial[] => {
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
    return histories.map((history, j): Trial => {
      const forecast = forecastSeries({ history, group, whole: true })
      const mean = open.reduce((sum, i) => sum + (forecast.week[placeInWeek(firstDay + i)] ?? 0), 0)
      const ahead = series[j]?.values.subarray(origin, origin + days) ?? new Float64Array(0)
      return {
        forecast,
        mean,
        openDays: open.length,
        recent: [...history.values.filter((value) => !Number.isNaN(value))].slice(
          -RECENT_OPEN_DAYS,
        ),
        sold: ahead.reduce((sum, value) => sum + value, 0),
      }
    })
  })
}

if (process.argv[1] === import.meta.filename) main()
