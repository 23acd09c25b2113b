import { scaleLinear } from 'd3-scale'
import { type Box, clamp, overlaps } from './box.ts'
import { PALETTE } from './palette.ts'
import { AXIS_TEXT_SIZE, EMPTY_LAYER, type Layer, pile } from './scene.ts'
import { textWidth } from './text-width.ts'

/** One bar: a name and what it stands for, in the unit its panel formats. */
export type Bar = {
  readonly label: string
  readonly value: number
  /** Several small ones added up: drawn grey, because it is no rival of the others. */
  readonly rest?: boolean
  /** Said after the value, such as its share. */
  readonly beside?: string
}

/** A month that still runs, or that the file begins in the middle of, is `partial`. */
export type MonthBar = Bar & { readonly partial: boolean }

type Format = (value: number) => string

/** Height of one named bar: name and value on a line, the bar under it. */
export const NAME_BAR_HEIGHT = 58
/** Few bars in a tall place spread, but not further than the eye connects them. */
const NAME_BAR_HEIGHT_MAX = 104
const NAME_LINE_HEIGHT = 36
const NAME_GAP = 16

/**
 * Bars lying down, names above them over the full width, values at the right. Negative values reach
 * left from zero in red.
 */
export const nameBars = (bars: readonly Bar[], place: Box, format: Format): Layer => {
  if (bars.length === 0) return EMPTY_LAYER
  const values = bars.map(({ value }) => value)
  const x = scaleLinear(
    [Math.min(0, ...values), Math.max(0, ...values)],
    [place.x, place.x + place.width],
  )
  const height = Math.min(NAME_BAR_HEIGHT_MAX, place.height / bars.length)
  return pile(
    bars.map((bar, index) =>
      nameBar(
        bar,
        { ...place, y: place.y + index * height, height },
        { x, format, first: index === 0 },
      ),
    ),
  )
}

const nameBar = (
  bar: Bar,
  place: Box,
  look: { readonly x: (value: number) => number; readonly format: Format; readonly first: boolean },
): Layer => {
  const value = look.format(bar.value)
  const text = bar.beside === undefined ? value : `${value} · ${bar.beside}`
  const valueWidth = Math.min(place.width / 2, textWidth(text, AXIS_TEXT_SIZE, 700) + 6)
  const thickness = Math.min(20, place.height - NAME_LINE_HEIGHT - 8)
  const [from, to] = [look.x(0), look.x(bar.value)].sort((a, b) => a - b) as [number, number]
  const line = { y: place.y, height: NAME_LINE_HEIGHT, size: AXIS_TEXT_SIZE } as const
  const track = { y: place.y + NAME_LINE_HEIGHT, height: thickness, radius: thickness / 2 }
  return {
    shapes: [
      { kind: 'rect', ...track, x: place.x, width: place.width, fill: PALETTE.barTrack },
      { kind: 'rect', ...track, x: from, width: to - from, fill: barColour(bar, look.first) },
    ],
    texts: [
      {
        ...line,
        x: place.x,
        width: place.width - valueWidth - NAME_GAP,
        text: bar.label,
        weight: 400,
        colour: PALETTE.ink,
        align: 'left',
      },
      {
        ...line,
        x: place.x + place.width - valueWidth,
        width: valueWidth,
        text,
        weight: 700,
        colour: bar.value < 0 ? PALETTE.down : PALETTE.ink,
        align: 'right',
      },
    ],
  }
}

const barColour = (bar: Bar, first: boolean): string => {
  if (bar.value < 0) return PALETTE.down
  if (bar.rest) return PALETTE.usual
  return first ? PALETTE.sales : PALETTE.quietBar
}

const LABEL_HEIGHT = 40
/** A column fills this part of its month. */
const COLUMN_PART = 0.68
const COLUMN_WIDTH_MAX = 96

/** Standing columns, one a month, names below; a partial month is pale with a dashed edge. */
export const monthColumns = (bars: readonly MonthBar[], place: Box, format: Format): Layer => {
  if (bars.length === 0) return EMPTY_LAYER
  const values = bars.map(({ value }) => value)
  const floor = place.y + place.height - LABEL_HEIGHT
  const y = scaleLinear(
    [Math.min(0, ...values), Math.max(0, ...values)],
    [floor, place.y + LABEL_HEIGHT],
  )
  const slot = place.width / bars.length
  const width = Math.min(COLUMN_WIDTH_MAX, slot * COLUMN_PART)
  const columns = bars.map((bar, index): Column => {
    const [top, bottom] = [y(bar.value), y(0)].sort((a, b) => a - b) as [number, number]
    const x = place.x + slot * (index + 0.5) - width / 2
    return { bar, box: { x, y: top, width, height: bottom - top } }
  })
  return pile([
    { shapes: columns.map(columnShape), texts: [] },
    zeroLine(place, y(0)),
    valueLabels(columns, place, format),
    monthLabels(columns, { ...place, y: floor, height: LABEL_HEIGHT }, slot),
  ])
}

type Column = { readonly bar: MonthBar; readonly box: Box }

const columnShape = ({ bar, box }: Column): Layer['shapes'][number] => {
  const whole = bar.value < 0 ? PALETTE.down : PALETTE.sales
  const rounded = { kind: 'rect', ...box, radius: Math.min(8, box.height / 2) } as const
  if (!bar.partial) return { ...rounded, fill: whole }
  return { ...rounded, fill: PALETTE.barTrack, stroke: whole, strokeWidth: 2.5, dash: [7, 6] }
}

const zeroLine = (place: Box, y: number): Layer => ({
  shapes: [
    {
      kind: 'line',
      x1: place.x,
      x2: place.x + place.width,
      y1: y,
      y2: y,
      stroke: PALETTE.axis,
      strokeWidth: 2.5,
    },
  ],
  texts: [],
})

/**
 * Values above columns, the newest first, then the greatest: a label that would cover another column
 * or label is left out, so twelve months stay as readable as three.
 */
const valueLabels = (columns: readonly Column[], place: Box, format: Format): Layer => {
  const greatest = [...columns].sort((a, b) => b.bar.value - a.bar.value)
  const order = new Set([...columns.slice(-1), ...greatest.slice(0, 1), ...[...columns].reverse()])
  const labels: { box: Box; text: string }[] = []
  for (const column of order) {
    const text = format(column.bar.value)
    const box = labelBox(column.box, textWidth(text, AXIS_TEXT_SIZE, 700) + 8, place)
    const taken = [
      ...labels.map((label) => label.box),
      ...columns.filter((other) => other !== column).map((other) => other.box),
    ]
    if (!taken.some((other) => overlaps(box, other))) labels.push({ box, text })
  }
  return {
    shapes: [],
    texts: labels.map(({ box, text }) => ({
      ...box,
      text,
      size: AXIS_TEXT_SIZE,
      weight: 700,
      colour: PALETTE.ink,
      align: 'center',
    })),
  }
}

const labelBox = (column: Box, width: number, place: Box): Box => ({
  x: clamp(column.x + column.width / 2 - width / 2, place.x, place.x + place.width - width),
  y: column.y - LABEL_HEIGHT,
  width,
  height: LABEL_HEIGHT - 4,
})

/** Names of months, counted back from the newest at the smallest step that gives each its room. */
const monthLabels = (columns: readonly Column[], place: Box, slot: number): Layer => {
  const widest = Math.max(...columns.map(({ bar }) => textWidth(bar.label, AXIS_TEXT_SIZE, 400)))
  const room = Math.ceil(widest) + 12
  const step = Math.max(1, Math.ceil(room / slot))
  const width = Math.ceil(widest) + 6
  return {
    shapes: [],
    texts: columns
      .filter((_, index) => (columns.length - 1 - index) % step === 0)
      .map(({ bar, box }) => ({
        x: clamp(box.x + box.width / 2 - width / 2, place.x, place.x + place.width - width),
        y: place.y,
        width,
        height: place.height,
        text: bar.label,
        size: AXIS_TEXT_SIZE,
        weight: 400,
        colour: PALETTE.quietInk,
        align: 'center',
      })),
  }
}
