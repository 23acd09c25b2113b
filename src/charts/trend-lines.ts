import { area, curveMonotoneX, line } from 'd3-shape'
import type { ForecastDay } from '../analytics/findings.ts'
import { dayNumber } from '../sales/day.ts'
import type { Point } from './box.ts'
import { PALETTE } from './palette.ts'
import type { DayValue, Plot } from './plot.ts'
import { EMPTY_LAYER, type Layer, type Shape } from './scene.ts'

const LINE_WIDTH = 5

/** What such a weekday usually brings: lightly, under everything. */
export const usualLayer = (usual: readonly DayValue[], plot: Plot): Layer => {
  const d = dayLine(plot)([...usual])
  if (d === null) return EMPTY_LAYER
  return {
    shapes: [{ kind: 'path', d, stroke: PALETTE.usual, strokeWidth: LINE_WIDTH }],
    texts: [],
  }
}

/** Sales day by day. A gap in the data breaks the line; a day without sales pulls it to zero. */
export const salesLayer = (days: readonly DayValue[], plot: Plot): Layer => {
  const d = dayLine(plot)([...days])
  const under = dayArea(plot)([...days])
  return {
    shapes: [
      ...(under === null
        ? []
        : [{ kind: 'path' as const, d: under, fill: PALETTE.sales, opacity: 0.09 }]),
      ...(d === null
        ? []
        : [{ kind: 'path' as const, d, stroke: PALETTE.sales, strokeWidth: LINE_WIDTH }]),
      ...dots(days, plot),
    ],
    texts: [],
  }
}

/** The 80 % range as a band and the middle as dots. */
export const fanLayer = (
  fan: readonly ForecastDay[],
  days: readonly DayValue[],
  plot: Plot,
): Layer => {
  const points = fanPoints(fan, days)
  const band = area<ForecastDay>()
    .x(({ day }) => plot.x(day))
    .y0(({ low }) => plot.y(low))
    .y1(({ high }) => plot.y(high))
    .curve(curveMonotoneX)
    .digits(1)(points)
  const middle = line<ForecastDay>()
    .x(({ day }) => plot.x(day))
    .y(({ likely }) => plot.y(likely))
    .curve(curveMonotoneX)
    .digits(1)(points)
  if (band === null || middle === null) return EMPTY_LAYER
  const dotted = { stroke: PALETTE.forecast, strokeWidth: LINE_WIDTH, dash: [1, 11] } as const
  return {
    shapes: [
      { kind: 'path', d: band, fill: PALETTE.forecast, opacity: 0.2 },
      { kind: 'path', d: middle, ...dotted },
      ...(fan.length === 1 ? fan.flatMap((only) => loneRange(only, plot)) : []),
    ],
    texts: [],
  }
}

/** Points along sales and forecast, close enough that no label slips between two. */
export const linePoints = (
  days: readonly DayValue[],
  fan: readonly ForecastDay[],
  plot: Plot,
): Point[] => {
  const expected = fanPoints(fan, days).map(({ day, likely }) => ({ day, value: likely }))
  const known = [...days, ...expected].flatMap(({ day, value }) =>
    value === null ? [] : [{ x: plot.x(day), y: plot.y(value) }],
  )
  return known.flatMap((point, index) => {
    const next = known[index + 1] ?? point
    const steps = Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / POINT_DISTANCE) || 1
    return Array.from({ length: steps }, (_, step) => ({
      x: point.x + ((next.x - point.x) * step) / steps,
      y: point.y + ((next.y - point.y) * step) / steps,
    }))
  })
}

/** Pixels between two points that labels keep clear of. */
const POINT_DISTANCE = 8

const isDrawn = ({ value, unfinished }: DayValue): boolean => value !== null && unfinished !== true

const dayLine = (plot: Plot) =>
  line<DayValue>()
    .defined(isDrawn)
    .x(({ day }) => plot.x(day))
    .y(({ value }) => plot.y(value ?? 0))
    .curve(curveMonotoneX)
    .digits(1)

const dayArea = (plot: Plot) =>
  area<DayValue>()
    .defined(isDrawn)
    .x(({ day }) => plot.x(day))
    .y0(plot.y(0))
    .y1(({ value }) => plot.y(value ?? 0))
    .curve(curveMonotoneX)
    .digits(1)

/** Up to this many days each gets a dot; above, only days that no line reaches,
 * and the last whole one. */
const DOTTED_DAYS_MAX = 31

const dots = (days: readonly DayValue[], plot: Plot): Shape[] => {
  const last = days.findLast(isDrawn)
  const isAlone = (index: number) =>
    [days[index - 1], days[index + 1]].every((near) => near === undefined || !isDrawn(near))
  return days.flatMap((point, index): Shape[] => {
    const { day, value, unfinished } = point
    const isMarked =
      days.length <= DOTTED_DAYS_MAX || point === last || unfinished || isAlone(index)
    if (value === null || !isMarked) return []
    const place = { kind: 'circle', cx: plot.x(day), cy: plot.y(value) } as const
    if (unfinished)
      return [{ ...place, r: 9, fill: PALETTE.paper, stroke: PALETTE.sales, strokeWidth: 4 }]
    const size = point === last ? { r: 11, strokeWidth: 4 } : { r: 7, strokeWidth: 2 }
    return [{ ...place, ...size, fill: PALETTE.sales, stroke: PALETTE.paper }]
  })
}

/** The fan opens at the last whole day when the forecast follows right after it. */
const fanPoints = (fan: readonly ForecastDay[], days: readonly DayValue[]): ForecastDay[] => {
  const [first, last] = [fan[0], days.at(-1)]
  if (first === undefined || last === undefined || last.value === null) return [...fan]
  const follows = dayNumber(first.day) === dayNumber(last.day) + 1
  if (!follows || !isDrawn(last)) return [...fan]
  const { day, value } = last
  return [{ day, likely: value, low: value, high: value }, ...fan]
}

/** A forecast of one day has a range without width: drawn as a line with its middle. */
const loneRange = ({ day, likely, low, high }: ForecastDay, plot: Plot): Shape[] => {
  const x = plot.x(day)
  const ends = { x1: x, x2: x, y1: plot.y(low), y2: plot.y(high) }
  return [
    { kind: 'line', ...ends, stroke: PALETTE.forecast, strokeWidth: 6, opacity: 0.6 },
    {
      kind: 'circle',
      cx: x,
      cy: plot.y(likely),
      r: 11,
      fill: PALETTE.forecast,
      stroke: PALETTE.paper,
      strokeWidth: 4,
    },
  ]
}
