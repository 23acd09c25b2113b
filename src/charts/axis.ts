import { scaleLinear } from 'd3-scale'

/** A value axis: where it starts and ends, and the labelled values between, rising. */
export type ValueAxis = {
  readonly from: number
  readonly to: number
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
}

/** More than five lines on a phone are noise. */
const TICK_COUNTS = [4, 3, 2, 1]

/**
 * An axis from zero over every value, in the values' own unit, with round ticks. Two ticks never
 * read the same: where the format rounds them together ("Rp 1,2 jt" twice), there are fewer ticks.
 */
export const valueAxis = (
  values: readonly number[],
  format: (value: number) => string,
): ValueAxis => {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  if (low === high) return { from: 0, to: 1, ticks: [{ value: 0, label: format(0) }] }
  for (const count of TICK_COUNTS) {
    const ticks = scaleLinear([low, high], [0, 1])
      .ticks(count)
      .map((value) => ({ value, label: format(value) }))
    const distinct = new Set(ticks.map((tick) => tick.label)).size === ticks.length
    if (distinct) return { from: low, to: high, ticks }
  }
  return { from: low, to: high, ticks: [{ value: 0, label: format(0) }] }
}

/** Steps in days that a reader can count: days, weeks, four weeks. */
const DAY_STEPS = [1, 2, 7, 14, 28]

/**
 * The days to label between two day numbers, rising: the anchor and its neighbours at an even step,
 * the smallest one that leaves every label `roomPx` of width.
 */
export const dayTicks = (input: {
  readonly from: number
  readonly to: number
  readonly anchor: number
  readonly pxPerDay: number
  readonly roomPx: number
}): number[] => {
  const { from, to, anchor, pxPerDay, roomPx } = input
  const step = DAY_STEPS.find((days) => days * pxPerDay >= roomPx) ?? to - from + 1
  const first = anchor - Math.floor((anchor - from) / step) * step
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step)
}
