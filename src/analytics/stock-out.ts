import { type History, placeInWeek, type Week } from './history.ts'

/** The level of a product is read from the sales of the four weeks around a quiet run. */
const AROUND_DAYS = 28
/**
 * A run of days without a sale that chance would bring less than once in a hundred thousand runs: a shop
 * has thousands of runs, and a wrongly emptied shelf orders too much.
 */
const CHANCE_MAX = 0.00001
/**
 * A mover sells on nine days in ten around the silence. What sells in lumps is silent for reasons of its own: on
 * 150 wholesale lines taking such silences for empty shelves cost 0.1 % of RMSSE.
 */
const MOVER_EMPTY_MAX = 0.1
/** Longer silences are a product that was taken off the shelf, not one that ran out. */
const RUN_DAYS_MAX = 21

/**
 * Places of days on which the shelf was probably empty: a mover that sells nothing for some trading days
 * and then sells again. The chance of such a run is the product of P(0) of its days, negative binomial
 * with the mean and spread of the sales around it. Those days say nothing about demand. A run that has
 * not ended yet may as well be the end of the product, and is left alone.
 */
export const suspectedStockOuts = (history: History, index: Week): number[] =>
  quietRuns(history).flatMap((run) => (isUnlikely(history, index, run) ? run : []))

/** The history with these places taken out, as if the days had been closed. */
export const withoutPlaces = (history: History, places: readonly number[]): History => {
  if (places.length === 0) return history
  const values = Float64Array.from(history.values)
  for (const i of places) values[i] = Number.NaN
  return { start: history.start, values }
}

/** Runs of trading days at zero with a sale before and after; closed days neither break nor count. */
const quietRuns = ({ values }: History): number[][] => {
  const runs: number[][] = []
  let run: number[] = []
  let sold = false
  for (const [i, value] of values.entries()) {
    if (Number.isNaN(value)) continue
    if (value <= 0) {
      run.push(i)
      continue
    }
    if (sold && run.length > 0 && run.length <= RUN_DAYS_MAX) runs.push(run)
    sold = true
    run = []
  }
  return runs
}

const isUnlikely = (history: History, index: Week, run: readonly number[]): boolean => {
  const [first = 0, last = 0] = [run[0], run.at(-1)]
  const { mean, dispersion, emptyShare } = levelAround(history, index, first, last)
  if (mean <= 0 || emptyShare > MOVER_EMPTY_MAX) return false
  const size = dispersion > 1 ? Math.log(dispersion) / (dispersion - 1) : 1
  const expected = run.reduce(
    (sum, i) => sum + mean * (index[placeInWeek(history.start + i)] ?? 1),
    0,
  )
  return Math.exp(-expected * size) < CHANCE_MAX
}

const levelAround = ({ values, start }: History, index: Week, first: number, last: number) => {
  const flat: number[] = []
  for (let i = Math.max(0, first - AROUND_DAYS); i <= last + AROUND_DAYS; i += 1) {
    const factor = index[placeInWeek(start + i)] ?? 1
    const value = values[i] ?? Number.NaN
    if ((i < first || i > last) && !Number.isNaN(value) && factor > 0) flat.push(value / factor)
  }
  const mean = flat.reduce((sum, value) => sum + value, 0) / Math.max(1, flat.length)
  const squares = flat.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const emptyShare = flat.filter((value) => value <= 0).length / Math.max(1, flat.length)
  return {
    mean,
    emptyShare,
    dispersion: mean > 0 ? squares / Math.max(1, flat.length - 1) / mean : 0,
  }
}
