import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import type { ForecastDay } from '../analytics/findings.ts'
import { type Day, dayFromNumber, dayNumber } from '../sales/day.ts'
import { dayTicks, type ValueAxis, valueAxis } from './axis.ts'
import { type Heading, headingLayer, headingTitle, MARGIN } from './heading.ts'
import { PALETTE } from './palette.ts'
import { type Box, type Mark, pillLayer } from './pills.ts'
import { AXIS_TEXT_SIZE, EMPTY_LAYER, type Layer, pile, SCENE_WIDTH, type Scene } from './scene.ts'
import { textWidth } from './text-width.ts'

/** Minor units of one day; null where nothing is known, which is not zero. */
export type DayValue = { readonly day: Day; readonly value: number | null }

export type TrendChartInput = Heading & {
  /** Rising days, net sales. The last 60 are drawn. */
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
const DAY_LABELS_HEIGHT = 58
/** Below the zero line's own label. */
const DAY_LABELS_GAP = 18
const LABEL_GAP = 18

/** Daily net sales, the usual level, marked days and the forecast fan under one headline. Pure layout. */
export const trendChart = (input: TrendChartInput): Scene => {
  const drawn = {
    ...input,
    days: input.days.slice(-DAYS_MAX),
    fan: input.fan.slice(0, FAN_DAYS_MAX),
  }
  const heading = headingLayer(drawn)
  const frame = plotFrame(drawn, heading.bottom)
  const layers = frame === null ? [] : plotLayers(drawn, frame)
  return {
    width: SCENE_WIDTH,
    height: frame === null ? heading.bottom + MARGIN : HEIGHT,
    background: PALETTE.paper,
    title: headingTitle(input),
    ...pile([heading.layer, ...layers]),
  }
}

/** The plot's place and scales: everything a layer needs to put a value on paper. */
type Frame = {
  readonly plot: Box
  readonly axis: ValueAxis
  readonly firstDay: number
  readonly lastDay: number
  readonly x: (day: Day) => number
  readonly y: (units: number) => number
}

/** Null without a single day to draw. */
const plotFrame = (input: TrendChartInput, top: number): Frame | null => {
  const numbers = [...input.days, ...input.fan].map(({ day }) => dayNumber(day))
  if (numbers.length === 0) return null
  const [firstDay, lastDay] = [Math.min(...numbers), Math.max(...numbers)]
  const axis = valueAxis(valuesOf(input), input.money)
  const gutter = Math.max(...axis.ticks.map(({ label }) => textWidth(label, AXIS_TEXT_SIZE, 400)))
  const left = MARGIN + Math.ceil(gutter) + LABEL_GAP
  const plotTop = top + LEGEND_HEIGHT + 18
  const plot = {
    x: left,
    y: plotTop,
    width: SCENE_WIDTH - MARGIN - left,
    height: HEIGHT - MARGIN / 2 - DAY_LABELS_HEIGHT - plotTop,
  }
  // Half a day of air at each end keeps dots whole; a single day stands in the middle.
  const x = scaleLinear([firstDay - 0.5, lastDay + 0.5], [plot.x, plot.x + plot.width])
  const room = input.anomalies.length > 0 ? PILL_ROOM : DOT_ROOM
  const bottom = plot.y + plot.height - (axis.from < 0 ? room : 0)
  const y = scaleLinear([axis.from, axis.to], [bottom, plot.y + room])
  return { plot, axis, firstDay, lastDay, x: (day) => x(dayNumber(day)), y }
}

/** Pixels between the highest or lowest point and the plot's edge, with and without pills. */
const PILL_ROOM = 84
const DOT_ROOM = 24

const valuesOf = (input: TrendChartInput): number[] => [
  ...[...input.days, ...(input.usual ?? [])].flatMap(({ value }) => value ?? []),
  ...input.fan.flatMap(({ low, high }) => [low, high]),
]

const plotLayers = (input: TrendChartInput, frame: Frame): Layer[] => [
  zoneLayer(input, frame),
  gridLayer(frame),
  dayLabelLayer(input, frame),
  legendLayer(input, frame),
  usualLayer(input, frame),
  fanLayer(input, frame),
  salesLayer(input, frame),
  pillLayer(marksOf(input, frame), frame.plot, linePoints(input, frame)),
]

/** Left edge of the forecast's zone: between the last day of sales and the first of the forecast. */
const zoneLeft = (input: TrendChartInput, frame: Frame): number | null => {
  const first = input.fan[0]
  if (first === undefined) return null
  const dayWidth = frame.plot.width / (frame.lastDay - frame.firstDay + 1)
  return frame.x(first.day) - dayWidth / 2
}

const zoneLayer = (input: TrendChartInput, frame: Frame): Layer => {
  const left = zoneLeft(input, frame)
  if (left === null) return EMPTY_LAYER
  const { plot } = frame
  const rest = { y: plot.y, width: plot.x + plot.width - left, height: plot.height }
  return {
    shapes: [{ kind: 'rect', x: left, ...rest, radius: 14, fill: PALETTE.forecastZone }],
    texts: [],
  }
}

const gridLayer = ({ plot, axis, y }: Frame): Layer => ({
  shapes: axis.ticks.map(({ value }) => ({
    kind: 'line',
    x1: plot.x,
    y1: y(value),
    x2: plot.x + plot.width,
    y2: y(value),
    stroke: value === 0 ? PALETTE.axis : PALETTE.grid,
    strokeWidth: value === 0 ? 2.5 : 2,
  })),
  texts: axis.ticks.map(({ value, label }) => ({
    x: 0,
    y: y(value) - 20,
    width: plot.x - LABEL_GAP,
    height: 40,
    text: label,
    size: AXIS_TEXT_SIZE,
    weight: 400,
    colour: PALETTE.quietInk,
    align: 'right',
  })),
})

const dayLabelLayer = (input: TrendChartInput, frame: Frame): Layer => {
  const { plot, firstDay, lastDay } = frame
  const numberOfLast = dayNumber((input.days.at(-1) ?? input.fan[0])?.day ?? dayFromNumber(lastDay))
  const label = (number: number) => input.dayLabel(dayFromNumber(number))
  const width = Math.max(
    ...[firstDay, numberOfLast, lastDay].map((number) =>
      textWidth(label(number), AXIS_TEXT_SIZE, 400),
    ),
  )
  const room = Math.ceil(width) + 30
  const ticks = dayTicks({
    from: firstDay,
    to: lastDay,
    anchor: numberOfLast,
    pxPerDay: plot.width / (lastDay - firstDay + 1),
    roomPx: room,
  })
  return {
    shapes: [],
    texts: ticks.map((number) => ({
      x: Math.min(frame.x(dayFromNumber(number)) - room / 2, SCENE_WIDTH - room),
      y: plot.y + plot.height + DAY_LABELS_GAP,
      width: room,
      height: DAY_LABELS_HEIGHT - DAY_LABELS_GAP,
      text: label(number),
      size: AXIS_TEXT_SIZE,
      weight: number === numberOfLast ? 700 : 400,
      colour: number === numberOfLast ? PALETTE.ink : PALETTE.quietInk,
      align: 'center',
    })),
  }
}

/** The forecast's name ends where its zone ends; the usual level is named at the left. */
const legendLayer = (input: TrendChartInput, { plot }: Frame): Layer => {
  const [y, right] = [plot.y - LEGEND_HEIGHT - 4, plot.x + plot.width]
  const box = { y, height: LEGEND_HEIGHT, size: 28, weight: 700 } as const
  const forecast = input.fan.length === 0 ? '' : input.forecastLabel
  const forecastWidth = Math.min(plot.width * 0.6, textWidth(forecast, 28, 700) + 8)
  const usual = hasUsual(input) ? (input.usualLabel ?? '') : ''
  const swatch = {
    x1: plot.x,
    x2: plot.x + 46,
    y1: y + LEGEND_HEIGHT / 2,
    y2: y + LEGEND_HEIGHT / 2,
  }
  const usualX = plot.x + 62
  return {
    shapes:
      usual === '' ? [] : [{ kind: 'line', ...swatch, stroke: PALETTE.usual, strokeWidth: 7 }],
    texts: [
      {
        ...box,
        x: right - forecastWidth,
        width: forecastWidth,
        text: forecast,
        align: 'right' as const,
        colour: PALETTE.forecast,
      },
      {
        ...box,
        x: usualX,
        width: right - forecastWidth - 24 - usualX,
        text: usual,
        align: 'left' as const,
        weight: 400 as const,
        colour: PALETTE.quietInk,
      },
    ].filter(({ text }) => text !== ''),
  }
}

const hasUsual = (input: TrendChartInput): boolean =>
  (input.usual ?? []).some(({ value }) => value !== null)

const curve = (frame: Frame) =>
  line<DayValue>()
    .defined(({ value }) => value !== null)
    .x(({ day }) => frame.x(day))
    .y(({ value }) => frame.y(value ?? 0))
    .curve(curveMonotoneX)
    .digits(1)

const usualLayer = (input: TrendChartInput, frame: Frame): Layer => {
  const inside = (input.usual ?? []).filter(({ day }) => isInside(day, frame))
  const d = curve(frame)(inside)
  if (d === null) return EMPTY_LAYER
  return { shapes: [{ kind: 'path', d, stroke: PALETTE.usual, strokeWidth: 5 }], texts: [] }
}

const isInside = (day: Day, frame: Frame): boolean =>
  dayNumber(day) >= frame.firstDay && dayNumber(day) <= frame.lastDay

const salesLayer = (input: TrendChartInput, frame: Frame): Layer => {
  const d = curve(frame)([...input.days]) ?? ''
  const under =
    area<DayValue>()
      .defined(({ value }) => value !== null)
      .x(({ day }) => frame.x(day))
      .y0(frame.y(0))
      .y1(({ value }) => frame.y(value ?? 0))
      .curve(curveMonotoneX)
      .digits(1)([...input.days]) ?? ''
  return {
    shapes: [
      { kind: 'path' as const, d: under, fill: PALETTE.sales, opacity: 0.09 },
      { kind: 'path' as const, d, stroke: PALETTE.sales, strokeWidth: 5 },
      ...dotsOf(input.days, frame),
    ].filter((shape) => shape.kind !== 'path' || shape.d !== ''),
    texts: [],
  }
}

/** Up to this many days each gets a dot; above, only days that no line reaches and the last one. */
const DOTTED_DAYS_MAX = 31

const dotsOf = (days: readonly DayValue[], frame: Frame): Layer['shapes'] => {
  const lastKnown = days.findLast(({ value }) => value !== null)
  const alone = (index: number) =>
    (days[index - 1]?.value ?? null) === null && (days[index + 1]?.value ?? null) === null
  return days.flatMap((point, index) => {
    const { day, value } = point
    const isLast = point === lastKnown
    if (value === null || (days.length > DOTTED_DAYS_MAX && !isLast && !alone(index))) return []
    return [
      {
        kind: 'circle' as const,
        cx: frame.x(day),
        cy: frame.y(value),
        r: isLast ? 11 : 7,
        fill: PALETTE.sales,
        stroke: PALETTE.paper,
        strokeWidth: isLast ? 4 : 2,
      },
    ]
  })
}

const fanLayer = (input: TrendChartInput, frame: Frame): Layer => {
  const points = fanPoints(input)
  const band =
    area<ForecastDay>()
      .x(({ day }) => frame.x(day))
      .y0(({ low }) => frame.y(low))
      .y1(({ high }) => frame.y(high))
      .curve(curveMonotoneX)
      .digits(1)(points) ?? ''
  const middle =
    line<ForecastDay>()
      .x(({ day }) => frame.x(day))
      .y(({ likely }) => frame.y(likely))
      .curve(curveMonotoneX)
      .digits(1)(points) ?? ''
  if (band === '') return EMPTY_LAYER
  return {
    shapes: [
      { kind: 'path', d: band, fill: PALETTE.forecast, opacity: 0.2 },
      { kind: 'path', d: middle, stroke: PALETTE.forecast, strokeWidth: 5, dash: [1, 11] },
      ...(input.fan.length === 1 ? input.fan.flatMap((only) => loneRange(only, frame)) : []),
    ],
    texts: [],
  }
}

/** The fan opens at the last day sold when the forecast follows right after it. */
const fanPoints = (input: TrendChartInput): ForecastDay[] => {
  const [first, last] = [input.fan[0], input.days.at(-1)]
  if (first === undefined) return []
  if (last === undefined || last.value === null) return [...input.fan]
  if (dayNumber(first.day) !== dayNumber(last.day) + 1) return [...input.fan]
  const { day, value } = last
  return [{ day, likely: value, low: value, high: value }, ...input.fan]
}

/** A forecast of one day has a range without width: drawn as a line with its middle. */
const loneRange = ({ day, likely, low, high }: ForecastDay, frame: Frame): Layer['shapes'] => {
  const x = frame.x(day)
  return [
    {
      kind: 'line',
      x1: x,
      x2: x,
      y1: frame.y(low),
      y2: frame.y(high),
      stroke: PALETTE.forecast,
      strokeWidth: 6,
      opacity: 0.6,
    },
    {
      kind: 'circle',
      cx: x,
      cy: frame.y(likely),
      r: 11,
      fill: PALETTE.forecast,
      stroke: PALETTE.paper,
      strokeWidth: 4,
    },
  ]
}

const marksOf = (input: TrendChartInput, frame: Frame): Mark[] => {
  const values = new Map(input.days.map(({ day, value }) => [day, value]))
  return input.anomalies.flatMap(({ day, label, direction }) => {
    const value = values.get(day) ?? null
    return value === null ? [] : [{ x: frame.x(day), y: frame.y(value), direction, label }]
  })
}

/** Points along the sales line, close enough that no pill slips between two. */
const linePoints = (input: TrendChartInput, frame: Frame): { x: number; y: number }[] => {
  const known = [
    ...input.days,
    ...fanPoints(input).map(({ day, likely }) => ({ day, value: likely })),
  ].flatMap(({ day, value }) => (value === null ? [] : [{ x: frame.x(day), y: frame.y(value) }]))
  return known.flatMap((point, index) => {
    const next = known[index + 1] ?? point
    const steps = Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / LINE_STEP) || 1
    return Array.from({ length: steps }, (_, step) => ({
      x: point.x + ((next.x - point.x) * step) / steps,
      y: point.y + ((next.y - point.y) * step) / steps,
    }))
  })
}

/** Pixels between two points of the line that pills keep clear of. */
const LINE_STEP = 8
