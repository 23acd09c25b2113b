import type { Day } from '../sales/day.ts'
import type { ValueAxis } from './axis.ts'
import type { Box } from './box.ts'

/** Minor units of one day; null where nothing is known, which is not zero. */
export type DayValue = {
  readonly day: Day
  readonly value: number | null
  /** True while the day still sells: drawn hollow and apart, so that nobody takes it for a fall. */
  readonly unfinished?: boolean
}

/** The plot's place and scales: everything a layer needs to put a value on paper. */
export type Plot = {
  readonly box: Box
  readonly axis: ValueAxis
  /** Day numbers of both ends. */
  readonly firstDay: number
  readonly lastDay: number
  readonly x: (day: Day) => number
  readonly y: (units: number) => number
}
