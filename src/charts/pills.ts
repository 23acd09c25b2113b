import { type Box, clamp, contains, grow, isInside, overlaps, type Point } from './box.ts'
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

type Pill = { readonly mark: Mark; readonly box: Box }

/** Beyond four labels a phone shows only labels; the other marks keep their dot. */
const PILLS_MAX = 4
const PILL_HEIGHT = 48
const PILL_WIDTH_MAX = 420
const PADDING = 18
const ARROW_WIDTH = 30
const TEXT_SIZE = 27

/**
 * Dots at the marks and a pill with arrow and words for the first of them, most important first. Of
 * all orders of placing them, the one that hides least of the line and leaves no pill out wins.
 */
export const pillLayer = (marks: readonly Mark[], plot: Box, line: readonly Point[]): Layer => {
  const offers = marks.slice(0, PILLS_MAX).map((mark) => offersOf(mark, plot, { line, marks }))
  const placings = ordersOf(offers).map(placeInOrder)
  const best = placings.reduce((least, placing) => (placing.cost < least.cost ? placing : least))
  const { placed } = best
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
/** Rows under the plot's upper edge, where the line rarely is. */
const TOP_ROWS = [2, 62]
/** Distance of a pill at the dot's left or right: free beside a sharp peak. */
const BESIDE = 30
/** Where the dot stands along the pill: middle, then its ends. */
const SHIFTS = [0.5, 0.15, 0.85]

/** A place a pill could take, and how bad it is in pixels; see the costs below. */
type Offer = Pill & { readonly cost: number }

/** Every place for one mark, the best first. */
const offersOf = (
  mark: Mark,
  plot: Box,
  around: { readonly line: readonly Point[]; readonly marks: readonly Mark[] },
): Offer[] => {
  const hidden = (box: Box, points: readonly Point[]) =>
    points.filter((point) => contains(box, point)).length
  return places(mark, plot)
    .map((box) => ({
      mark,
      box,
      cost:
        HIDDEN_POINT_COST * hidden(grow(box, 6), around.line) +
        HIDDEN_DOT_COST * hidden(grow(box, DOT_RADIUS), around.marks) +
        leaderLength({ mark, box }),
    }))
    .sort((a, b) => a.cost - b.cost)
}

type Placing = { readonly placed: readonly Pill[]; readonly cost: number }

/** Each mark takes its best place that is still free; without one its dot stays alone. */
const placeInOrder = (order: readonly (readonly Offer[])[]): Placing =>
  order.reduce<Placing>(
    ({ placed, cost }, offers) => {
      const taken = placed.flatMap((pill) => [pill.box, leaderBox(pill)])
      const offer = offers.find((pill) =>
        [grow(pill.box, 8), leaderBox(pill)].every(
          (part) => !taken.some((other) => overlaps(part, other)),
        ),
      )
      if (offer === undefined) return { placed, cost: cost + LEFT_OUT_COST }
      return { placed: [...placed, offer], cost: cost + offer.cost }
    },
    { placed: [], cost: 0 },
  )

/** Every order of a few things; of four there are 24. */
const ordersOf = <Item>(items: readonly Item[]): Item[][] => {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    ordersOf(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  )
}

/** Costs in pixels of distance: a piece of line under the pill, and another mark's dot under it, no pill. */
const HIDDEN_POINT_COST = 16
const HIDDEN_DOT_COST = 200
const LEFT_OUT_COST = 2000
const DOT_RADIUS = 14

const places = (mark: Mark, plot: Box): Box[] => {
  const size = { width: pillWidth(mark), height: PILL_HEIGHT }
  const above = DISTANCES.map((distance) => mark.y - distance - PILL_HEIGHT)
  const below = DISTANCES.map((distance) => mark.y + distance)
  const nearFirst = mark.direction === 'up' ? [...above, ...below] : [...below, ...above]
  const standing = [...nearFirst, ...TOP_ROWS.map((row) => plot.y + row)].flatMap((y) =>
    SHIFTS.map((shift) => ({
      x: clamp(mark.x - size.width * shift, plot.x, plot.x + plot.width - size.width),
      y,
      ...size,
    })),
  )
  const beside = [mark.x + BESIDE, mark.x - BESIDE - size.width].map((x) => ({
    x,
    y: clamp(mark.y - PILL_HEIGHT / 2, plot.y, plot.y + plot.height - PILL_HEIGHT),
    ...size,
  }))
  return [...standing, ...beside].filter((box) => isInside(box, plot))
}

const pillWidth = (mark: Mark): number =>
  Math.min(
    PILL_WIDTH_MAX,
    Math.ceil(textWidth(mark.label, TEXT_SIZE, 700)) + ARROW_WIDTH + 2 * PADDING,
  )

const ink = (mark: Mark): string => (mark.direction === 'up' ? PALETTE.up : PALETTE.down)

/** Where the line from dot to pill meets the pill. */
const leaderEnd = ({ mark, box }: Pill): Point => {
  const isBeside = mark.y >= box.y && mark.y <= box.y + box.height
  return {
    x: clamp(
      mark.x,
      box.x + (isBeside ? 0 : PADDING),
      box.x + box.width - (isBeside ? 0 : PADDING),
    ),
    y: clamp(mark.y, box.y, box.y + box.height),
  }
}

const leaderLength = (pill: Pill): number => {
  const end = leaderEnd(pill)
  return Math.hypot(end.x - pill.mark.x, end.y - pill.mark.y)
}

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
