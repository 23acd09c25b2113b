/**
 * Daily amounts in a row. `start` is the day number of the first value (see sales/day.ts). NaN marks a
 * day that tells nothing about demand: closed, or its file is missing. 0 is a trading day without a sale.
 */
export type History = { readonly start: number; readonly values: Float64Array }

/** Seven amounts, Monday first. */
export type Week = Float64Array

/** 0 is Monday and 6 is Sunday: the place of a day in a `Week`. 1970-01-01 was a Thursday. */
export const placeInWeek = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7

/** The first `days` days of a history, as if the rest had not happened yet. */
export const until = (history: History, days: number): History => ({
  start: history.start,
  values: history.values.subarray(0, Math.max(0, days)),
})

/** The last `days` days of a history. */
export const latest = (history: History, days: number): History => {
  const dropped = Math.max(0, history.values.length - days)
  return { start: history.start + dropped, values: history.values.subarray(dropped) }
}

/** A history from its first sale on: what lies before it is a product that did not exist. */
export const sinceFirstSale = (history: History): History => {
  const first = history.values.findIndex((value) => value > 0)
  return latest(history, first === -1 ? 0 : history.values.length - first)
}

/** How many of its days were trading days. */
export const openDays = (history: History): number => {
  let count = 0
  for (const value of history.values) if (!Number.isNaN(value)) count += 1
  return count
}

/** Mean amount of a trading day; 0 when there was none. */
export const meanOf = (history: History): number => {
  let sum = 0
  let count = 0
  for (const value of history.values) {
    if (Number.isNaN(value)) continue
    sum += value
    count += 1
  }
  return count === 0 ? 0 : sum / count
}

/** Adds histories of one calendar day by day; a day is NaN only where all of them are. */
export const addUp = (histories: readonly History[]): History => {
  const [first] = histories
  if (first === undefined) return { start: 0, values: new Float64Array(0) }
  const values = new Float64Array(first.values.length).fill(Number.NaN)
  for (const history of histories) {
    for (const [i, value] of history.values.entries()) {
      if (Number.isNaN(value)) continue
      const sum = values[i] ?? Number.NaN
      values[i] = Number.isNaN(sum) ? value : sum + value
    }
  }
  return { start: first.start, values }
}
