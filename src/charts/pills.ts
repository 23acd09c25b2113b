import { PALETTE } from './palette.ts'
import type { Layer } from './scene.ts'
import { textWidth } from './text-width.ts'

/** A marked point: where it is, which way it went, what to say about it. */
export type Mark = {
  readonly x: number
  readonly y: number
  readonly direction: 'up' | 'down'
  readonly label: string
}

export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Pill = { readonly mark: Mark; readonly box: Box }

type Point = { readonly x: number; readonly y: number }

/** Beyond four labels a phone shows only labels; the other marks keep their dot. */
const PILLS_MAX = 4
const PILL_HEIGHT = 48
const PILL_WIDTH_MAX = 420
const PADDING = 18
const ARROW_WIDTH = 30
const TEXT_SIZE = 27

/**
 * Dots at the marks and a pill with arrow and words beside the first of them, most important first:
 * each pill takes the free place that hides least of the line. Without a free place the dot stays alone.
 */
export const pillLayer = (marks: readonly Mark[], plot: Box, line: readonly Point[]): Layer => {
  const placed: Pill[] = []
  for (const mark of marks.slice(0, PILLS_MAX)) {
    const box = bestPlace(mark, plot, { line, marks, placed })
    if (box) placed.push({ mark, box })
  }
  return {
    shapes: [
      ...placed.map(leader),
      ...marks.map(dot),
      ...placed.flatMap(({ mark, box }) => [paper(mark, box), arrow(mark, box)]),
    ],
    texts: placed.map(({ mark, box }) => ({
      x: box.x + PADDING + ARROW_WIDTH,
      y: box.y,
      width: box.width - 2 * PADDING - ARROW_WIDTH + TEXT_SLACK,
      height: box.height,
      text: mark.label,
      size: TEXT_SIZE,
      weight: 700,
      colour: ink(mark),
      align: 'left',
    })),
  }
}

/** Estimated widths are good to 2 %: the text box may reach a little into the padding. */
const TEXT_SLACK = 10

/** Distances of a pill's near edge from its dot, nearest first. */
const DISTANCES = [22, 48, 80, 120, 170, 230, 300]
/** Where the dot stands along the pill: middle, then its ends. */
const SHIFTS = [0.5, 0.15, 0.85]

type Surroundings = {
  readonly line: readonly Point[]
  readonly marks: readonly Mark[]
  readonly placed: readonly Pill[]
}

const bestPlace = (mark: Mark, plot: Box, around: Surroundings): Box | null => {
  const taken = around.placed.flatMap((pill) => [pill.box, leaderBox(pill)])
  const free = places(mark, plot).filter((box) =>
    [grow(box, 8), leaderBox({ mark, box })].every(
      (part) => !taken.some((other) => overlaps(part, other)),
    ),
  )
  const hidden = (box: Box, points: readonly Point[]) =>
    points.filter((point) => contains(box, point)).length
  const cost = (box: Box) =>
    HIDDEN_POINT_COST * hidden(grow(box, 6), around.line) +
    HIDDEN_DOT_COST * hidden(grow(box, DOT_RADIUS), around.marks) +
    Math.abs(box.y + box.height / 2 - mark.y)
  return free.reduce<Box | null>(
    (best, box) => (best === null || cost(box) < cost(best) ? box : best),
    null,
  )
}

/** Costs in pixels of distance: a piece of line under the pill, and another mark's dot under it. */
const HIDDEN_POINT_COST = 16
const HIDDEN_DOT_COST = 200
const DOT_RADIUS = 14

const places = (mark: Mark, plot: Box): Box[] => {
  const width = pillWidth(mark)
  const sides = mark.direction === 'up' ? [-1, 1] : [1, -1]
  return sides
    .flatMap((side) =>
      DISTANCES.flatMap((distance) => SHIFTS.map((shift) => ({ side, distance, shift }))),
    )
    .map(({ side, distance, shift }) => ({
      x: clamp(mark.x - width * shift, plot.x, plot.x + plot.width - width),
      y: side < 0 ? mark.y - distance - PILL_HEIGHT : mark.y + distance,
      width,
      height: PILL_HEIGHT,
    }))
    .filter((box) => box.y >= plot.y && box.y + box.height <= plot.y + plot.height)
}

const pillWidth = (mark: Mark): number =>
  Math.min(
    PILL_WIDTH_MAX,
    Math.ceil(textWidth(mark.label, TEXT_SIZE, 700)) + ARROW_WIDTH + 2 * PADDING,
  )

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value))

const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
})

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const contains = (box: Box, point: Point): boolean =>
  point.x >= box.x &&
  point.x <= box.x + box.width &&
  point.y >= box.y &&
  point.y <= box.y + box.height

const ink = (mark: Mark): string => (mark.direction === 'up' ? PALETTE.up : PALETTE.down)

/** Where the line from dot to pill meets the pill. */
const leaderEnd = ({ mark, box }: Pill): Point => ({
  x: clamp(mark.x, box.x + PADDING, box.x + box.width - PADDING),
  y: box.y > mark.y ? box.y : box.y + box.height,
})

const leaderBox = (pill: Pill): Box => {
  const end = leaderEnd(pill)
  const { mark } = pill
  return {
    x: Math.min(mark.x, end.x) - 3,
    y: Math.min(mark.y, end.y),
    width: Math.abs(mark.x - end.x) + 6,
    height: Math.abs(mark.y - end.y),
  }
}

const leader = (pill: Pill): Layer['shapes'][number] => {
  const end = leaderEnd(pill)
  return {
    kind: 'line',
    x1: pill.mark.x,
    y1: pill.mark.y,
    x2: end.x,
    y2: end.y,
    stroke: ink(pill.mark),
    strokeWidth: 2.5,
  }
}

const dot = (mark: Mark): Layer['shapes'][number] => ({
  kind: 'circle',
  cx: mark.x,
  cy: mark.y,
  r: 10,
  fill: ink(mark),
  stroke: PALETTE.paper,
  strokeWidth: 4,
})

const paper = (mark: Mark, box: Box): Layer['shapes'][number] => ({
  kind: 'rect',
  ...box,
  radius: PILL_HEIGHT / 2,
  fill: mark.direction === 'up' ? PALETTE.upPaper : PALETTE.downPaper,
  stroke: ink(mark),
  strokeWidth: 2,
})

/** Drawn, not typed: not every font has ▲ and ▼ at the same height. */
const arrow = (mark: Mark, box: Box): Layer['shapes'][number] => {
  const left = box.x + PADDING
  const middle = box.y + box.height / 2
  const tip = mark.direction === 'up' ? middle - 9 : middle + 9
  const base = mark.direction === 'up' ? middle + 8 : middle - 8
  return {
    kind: 'path',
    d: `M${left.toFixed(1)},${base.toFixed(1)}h20L${(left + 10).toFixed(1)},${tip.toFixed(1)}Z`,
    fill: ink(mark),
  }
}
