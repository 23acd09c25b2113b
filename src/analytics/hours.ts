import { type Day, type Weekday, weekdayOf } from '../sales/day.ts'
import type { HourSum } from '../sales/totals.ts'

/** What an hour of the week usually brings: the mean over the days that traded. */
export type HourHabit = {
  /** Hours of the clock in the order of the trading day, from the first to the last that sold. */
  readonly hours: readonly number[]
  readonly cells: readonly HourCell[]
  /** The hour of the week that brings most. */
  readonly busiest: HourCell
  /** The hour of the clock that brings most over all weekdays, and its part of everything. */
  readonly peak: { readonly hour: number; readonly share: number }
  /** Days that traded, and the sales on them that carry a time. */
  readonly days: number
  readonly lines: number
}

/** `mean` is a day's: minor units, thousandths or sales, as asked for. */
export type HourCell = {
  readonly weekday: Weekday
  readonly hour: number
  readonly mean: number
}

const HOURS_A_DAY = 24

/**
 * Weekday against hour. A mean a day, because four Mondays beside five Tuesdays would make Monday look
 * quiet. A trading day that ends at 03:00 begins at 03:00, so its hours run on over midnight. Null
 * without a line that carries a time.
 */
export const hourHabit = (
  rows: readonly HourSum[],
  measure: 'revenue' | 'quantity' | 'lines',
  closingHour: number,
): HourHabit | null => {
  const order = Array.from({ length: HOURS_A_DAY }, (_, i) => (i + closingHour) % HOURS_A_DAY)
  const sold = new Set(rows.filter(({ lines }) => lines > 0).map(({ hour }) => hour))
  const first = order.findIndex((hour) => sold.has(hour))
  const hours = order.slice(first, order.findLastIndex((hour) => sold.has(hour)) + 1)
  if (first === -1) return null
  const daysOn = tradedDays(rows)
  const sums = Map.groupBy(rows, ({ day, hour }) => keyOf(weekdayOf(day), hour))
  const cells = [...daysOn].flatMap(([weekday, days]) =>
    hours.map((hour) => {
      const sum = total(sums.get(keyOf(weekday, hour)) ?? [], measure)
      return { weekday, hour, mean: sum / days }
    }),
  )
  const busiest = cells.reduce((most, cell) => (cell.mean > most.mean ? cell : most))
  return {
    hours,
    cells: cells.toSorted((a, b) => a.weekday - b.weekday),
    busiest,
    peak: peakOf(rows, measure),
    days: [...daysOn.values()].reduce((sum, days) => sum + days, 0),
    lines: total(rows, 'lines'),
  }
}

const keyOf = (weekday: Weekday, hour: number): number => weekday * HOURS_A_DAY + hour

/** How many days of each weekday traded. */
const tradedDays = (rows: readonly HourSum[]): ReadonlyMap<Weekday, number> => {
  const days = new Set<Day>(rows.map(({ day }) => day))
  const grouped = Map.groupBy(days, weekdayOf)
  return new Map([...grouped].map(([weekday, those]) => [weekday, those.length]))
}

const peakOf = (rows: readonly HourSum[], measure: 'revenue' | 'quantity' | 'lines') => {
  const all = total(rows, measure)
  const byHour = [...Map.groupBy(rows, ({ hour }) => hour)].map(([hour, those]) => ({
    hour,
    share: all === 0 ? 0 : total(those, measure) / all,
  }))
  return byHour.reduce((most, hour) => (hour.share > most.share ? hour : most))
}

const total = (rows: readonly HourSum[], measure: 'revenue' | 'quantity' | 'lines'): number =>
  rows.reduce((sum, row) => sum + row[measure], 0)
