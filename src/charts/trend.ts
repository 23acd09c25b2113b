import { scaleLinear } from 'd3-scale'
import type { ForecastDay } from '../analytics/findings.ts'
import { type Day, dayFromNumber, dayNumber } from '../sales/day.ts'
import { dayTicks, valueAxis } from './axis.ts'
import { type Heading, headingLayer, headingTitle, MARGIN } from './heading.ts'
import { PALETTE } from './palette.ts'
import { type Mark, pillLayer } from './pills.ts'
import type { DayValue, Plot } from './plot.ts'
import { AXIS_TEXT_SIZE, EMPTY_LAYER, type Layer, pile, SCENE_WIDTH, type Scene } from './scene.ts'
import { textWidth } from './text-width.ts'
import { fanLayer, linePoints, salesLayer, usualLayer } from './trend-lines.ts'

export type TrendChartInput = Heading & {
  /**
   * Rising days, net sales; the last 60 are drawn. Null breaks the line; a day left out, such as a
   * closed one, is bridged.
   */
  readonly days: readonly DayValue[]
  /** What such a weekday usually brings, for the same days. */
  readonly usual?: readonly DayValue[]
  /** Names the usual level; without it the level is drawn unnamed. */
  readonly usualLabel?: string
  /** Most important first: the first four get words, all get a dot. Days outside the picture are left out. */
  readonly anomalies: readonly {
    readonly day: Day
    readonly label: string
    readonly direction: 'up' | 'down'
  }[]
  /** Net sales expected, with their 80 % range. At most 14 days are drawn. */
  readonly fan: readonly ForecastDay[]
  readonly forecastLabel: string
  /** Short money for the axis, from minor units. */
  readonly money: (units: number) => string
  /** Short day for the axis, such as 31 Mar. */
  readonly dayLabel: (day: Day) => string
}

/** More days than this are thinner than a finger's width each on a phone. */
const DAYS_MAX = 60
/** Beyond two weeks a daily forecast says nothing. */
const FAN_DAYS_MAX = 14

const HEIGHT = 1080
const LEGEND_HEIGHT = 52
const LEGEND_TEXT_SIZE = 28
const DAY_LABELS_HEIGHT = 58
/** Below the zero line's own label. */
const DAY_LABELS_GAP = 18
const LABEL_GAP = 18
/** Pixels between the highest or lowest point and the plot's edge, with and without pills. */
const PILL_ROOM = 84
const DOT_ROOM = 24

/** Daily net sales, the usual level, marked days and the forecast fan under one headline. Pure layout. */
export const trendChart = (input: TrendChartInput): Scene => {
  const drawn = bounded(input)
  const heading = headingLayer(drawn)
  const plot = plotOf(drawn, heading.bottom)
  const layers = plot === null ? [] : plotLayers(drawn, plot)
  return {
    width: SCENE_WIDTH,
    height: plot === null ? heading.bottom + MARGIN : HEIGHT,
    background: PALETTE.paper,
    title: headingTitle(input),
    ...pile([heading.layer, ...layers]),
  }
}

/** The days that fit, and the usual level for those days only: a hidden peak must not set the scale. */
const bounded = (input: TrendChartInput): TrendChartInput => {
  const days = input.days.slice(-DAYS_MAX)
  const [first, last] = [days[0], days.at(-1)]
  const usual = (input.usual ?? []).filter(
    ({ day }) => first !== undefined && last !== undefined && day >= first.day && day <= last.day,
  )
  return { ...input, days, usual, fan: input.fan.slice(0, FAN_DAYS_MAX) }
}

/** Null without a single day to draw. */
const plotOf = (input: TrendChartInput, top: number): Plot | null => {
  const numbers = [...input.days, ...input.fan].map(({ day }) => dayNumber(day))
  if (numbers.length === 0) return null
  const [firstDay, lastDay] = [Math.min(...numbers), Math.max(...numbers)]
  const axis = valueAxis(valuesOf(input), input.money)
  const gutter = Math.max(...axis.ticks.map(({ label }) => textWidth(label, AXIS_TEXT_SIZE, 400)))
  const left = MARGIN + Math.ceil(gutter) + LABEL_GAP
  const plotTop = top + LEGEND_HEIGHT + LABEL_GAP
  const box = {
    x: left,
    y: plotTop,
    width: SCENE_WIDTH - MARGIN - left,
    height: HEIGHT - MARGIN / 2 - DAY_LABELS_HEIGHT - plotTop,
  }
  // Half a day of air at each end keeps dots whole; a single day stands in the middle.
  const x = scaleLinear([firstDay - 0.5, lastDay + 0.5], [box.x, box.x + box.width])
  const room = input.anomalies.length > 0 ? PILL_ROOM : DOT_ROOM
  const bottom = box.y + box.height - (axis.from < 0 ? room : 0)
  const y = scaleLinear([axis.from, axis.to], [bottom, box.y + room])
  return { box, axis, firstDay, lastDay, x: (day) => x(dayNumber(day)), y }
}

const valuesOf = (input: TrendChartInput): number[] => [
  ...[...input.days, ...(input.usual ?? [])].flatMap(({ value }) => value ?? []),
  ...input.fan.flatMap(({ low, high }) => [low, high]),
]

const plotLayers = (input: TrendChartInput, plot: Plot): Layer[] => [
  zoneLayer(input, plot),
  gridLayer(plot),
  dayLabelLayer(input, plot),
  forecastLabelLayer(input, plot),
  usualLabelLayer(input, plot),
  usualLayer(input.usual ?? [], plot),
  fanLayer(input.fan, input.days, plot),
  salesLayer(input.days, plot),
  pillLayer(marksOf(input, plot), plot.box, linePoints(input.days, input.fan, plot)),
]

const zoneLayer = ({ fan: [first] }: TrendChartInput, plot: Plot): Layer => {
  if (first === undefined) return EMPTY_LAYER
  const { box } = plot
  const dayWidth = box.width / (plot.lastDay - plot.firstDay + 1)
  const left = plot.x(first.day) - dayWidth / 2
  const rest = { y: box.y, width: box.x + box.width - left, height: box.height }
  return {
    shapes: [{ kind: 'rect', x: left, ...rest, radius: 14, fill: PALETTE.forecastZone }],
    texts: [],
  }
}

const TICK_LABEL_HEIGHT = 40

const gridLayer = ({ box, axis, y }: Plot): Layer => ({
  shapes: axis.ticks.map(({ value }) => ({
    kind: 'line',
    x1: box.x,
    y1: y(value),
    x2: box.x + box.width,
    y2: y(value),
    stroke: value === 0 ? PALETTE.axis : PALETTE.grid,
    strokeWidth: value === 0 ? 2.5 : 2,
  })),
  texts: axis.ticks.map(({ value, label }) => ({
    x: 0,
    y: y(value) - TICK_LABEL_HEIGHT / 2,
    width: box.x - LABEL_GAP,
    height: TICK_LABEL_HEIGHT,
    text: label,
    size: AXIS_TEXT_SIZE,
    weight: 400,
    colour: PALETTE.quietInk,
    align: 'right',
  })),
})

/** Days under the axis, counted from the last day of sales, which stands out. */
const dayLabelLayer = (input: TrendChartInput, plot: Plot): Layer => {
  const { box, firstDay, lastDay } = plot
  const last = input.days.at(-1) ?? input.fan[0]
  const anchor = last === undefined ? lastDay : dayNumber(last.day)
  const label = (number: number) => input.dayLabel(dayFromNumber(number))
  const widths = [firstDay, anchor, lastDay].map((number) =>
    textWidth(label(number), AXIS_TEXT_SIZE, 700),
  )
  const room = Math.ceil(Math.max(...widths)) + 24
  const pxPerDay = box.width / (lastDay - firstDay + 1)
  const ticks = dayTicks({ from: firstDay, to: lastDay, anchor, pxPerDay, roomPx: room })
  return {
    shapes: [],
    texts: ticks.map((number) => ({
      x: Math.min(plot.x(dayFromNumber(number)) - room / 2, SCENE_WIDTH - room),
      y: box.y + box.height + DAY_LABELS_GAP,
      width: room,
      height: DAY_LABELS_HEIGHT - DAY_LABELS_GAP,
      text: label(number),
      size: AXIS_TEXT_SIZE,
      weight: number === anchor ? 700 : 400,
      colour: number === anchor ? PALETTE.ink : PALETTE.quietInk,
      align: 'center',
    })),
  }
}

/** The legend's line above the plot is shared: this part for the forecast, at the right. */
const FORECAST_LABEL_PART = 0.6

/** The forecast's name ends where its zone ends. */
const forecastLabelLayer = (input: TrendChartInput, { box }: Plot): Layer => {
  if (input.fan.length === 0) return EMPTY_LAYER
  const wanted = textWidth(input.forecastLabel, LEGEND_TEXT_SIZE, 700) + 8
  const width = Math.min(box.width * FORECAST_LABEL_PART, wanted)
  return {
    shapes: [],
    texts: [
      {
        x: box.x + box.width - width,
        y: legendTop(box.y),
        width,
        height: LEGEND_HEIGHT,
        text: input.forecastLabel,
        size: LEGEND_TEXT_SIZE,
        weight: 700,
        colour: PALETTE.forecast,
        align: 'right',
      },
    ],
  }
}

const SWATCH_WIDTH = 46

const usualLabelLayer = (input: TrendChartInput, { box }: Plot): Layer => {
  const isKnown = (input.usual ?? []).some(({ value }) => value !== null)
  if (!isKnown || input.usualLabel === undefined) return EMPTY_LAYER
  const y = legendTop(box.y)
  const middle = y + LEGEND_HEIGHT / 2
  const ends = { x1: box.x, x2: box.x + SWATCH_WIDTH, y1: middle, y2: middle }
  const part = input.fan.length === 0 ? 1 : 1 - FORECAST_LABEL_PART
  return {
    shapes: [{ kind: 'line', ...ends, stroke: PALETTE.usual, strokeWidth: 7 }],
    texts: [
      {
        x: box.x + SWATCH_WIDTH + LABEL_GAP,
        y,
        width: box.width * part - SWATCH_WIDTH - 2 * LABEL_GAP,
        height: LEGEND_HEIGHT,
        text: input.usualLabel,
        size: LEGEND_TEXT_SIZE,
        weight: 400,
        colour: PALETTE.quietInk,
        align: 'left',
      },
    ],
  }
}

const legendTop = (plotTop: number): number => plotTop - LEGEND_HEIGHT - 4

const marksOf = (input: TrendChartInput, plot: Plot): Mark[] => {
  const values = new Map(input.days.map(({ day, value }) => [day, value]))
  return input.anomalies.flatMap(({ day, label, direction }) => {
    const value = values.get(day) ?? null
    return value === null ? [] : [{ x: plot.x(day), y: plot.y(value), direction, label }]
  })
}
