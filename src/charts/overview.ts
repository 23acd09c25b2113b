import { type Bar, type MonthBar, monthColumns, NAME_BAR_HEIGHT, nameBars } from './bars.ts'
import type { Box } from './box.ts'
import { type Heading, headingLayer, headingTitle, MARGIN } from './heading.ts'
import { PALETTE } from './palette.ts'
import { type Layer, pile, SCENE_WIDTH, type Scene } from './scene.ts'

/** A list of bars under a title. Bars come greatest first; `format` puts their values into words. */
type Panel<Item extends Bar = Bar> = {
  readonly title: string
  readonly bars: readonly Item[]
  readonly format: (value: number) => string
}

/** Four views of a shop. A panel without bars is left out and its neighbour takes the room. */
export type OverviewInput = Heading & {
  /** Net sales a month, oldest first; the last twelve are drawn. */
  readonly months: Panel<MonthBar>
  readonly branches: Panel
  readonly variants: Panel
  /** Greatest first; ten are drawn. */
  readonly products: Panel
  /** Names what is added up below the greatest branches and variants, such as `4 lainnya`. */
  readonly othersLabel: (count: number) => string
}

const MONTHS_MAX = 12
const PRODUCTS_MAX = 10
/** More branches or colours than this are read as "the rest" on a phone. */
const PARTS_MAX = 6

const EDGE = MARGIN - 16
const GUTTER = 22
const TILE_PADDING = 28
const TILE_TITLE_HEIGHT = 62
const TILE_TITLE_SIZE = 31
/** Months need room to compare heights even beside a short list. */
const MONTHS_HEIGHT = 320

/** Months, branches, variants and best products as cards, two a row. Pure layout. */
export const overviewChart = (input: OverviewInput): Scene => {
  const heading = headingLayer(input)
  const cards: Layer[] = []
  let top = heading.bottom + GUTTER
  for (const row of rowsOf(input)) {
    const height = Math.max(...row.map((tile) => tile.height)) + TILE_TITLE_HEIGHT + TILE_PADDING
    cards.push(rowLayer(row, top, height))
    top += height + GUTTER
  }
  return {
    width: SCENE_WIDTH,
    height: Math.ceil(top - GUTTER + EDGE),
    background: PALETTE.desk,
    title: headingTitle(input),
    ...pile([heading.layer, ...cards]),
  }
}

/** A card before it has a place: its title, the height its content asks for, and how to draw it. */
type Tile = {
  readonly title: string
  readonly height: number
  readonly draw: (place: Box) => Layer
}

const rowsOf = (input: OverviewInput): Tile[][] => {
  const months = input.months.bars.slice(-MONTHS_MAX)
  const monthTile: Tile = {
    title: input.months.title,
    height: MONTHS_HEIGHT,
    draw: (place) => monthColumns(months, place, input.months.format),
  }
  const part = (panel: Panel) =>
    listTile({ ...panel, bars: withOthers(panel.bars, input.othersLabel) })
  return [
    [...(months.length > 0 ? [monthTile] : []), ...part(input.branches)],
    [
      ...part(input.variants),
      ...listTile({ ...input.products, bars: input.products.bars.slice(0, PRODUCTS_MAX) }),
    ],
  ].filter((row) => row.length > 0)
}

/** One tile, or none without bars. */
const listTile = (panel: Panel): Tile[] => {
  if (panel.bars.length === 0) return []
  return [
    {
      title: panel.title,
      height: panel.bars.length * NAME_BAR_HEIGHT,
      draw: (place) => nameBars(panel.bars, place, panel.format),
    },
  ]
}

const withOthers = (
  bars: readonly Bar[],
  othersLabel: (count: number) => string,
): readonly Bar[] => {
  if (bars.length <= PARTS_MAX) return bars
  const rest = bars.slice(PARTS_MAX - 1)
  const value = rest.reduce((sum, bar) => sum + bar.value, 0)
  return [...bars.slice(0, PARTS_MAX - 1), { label: othersLabel(rest.length), value, rest: true }]
}

const rowLayer = (row: readonly Tile[], y: number, height: number): Layer => {
  const width = (SCENE_WIDTH - 2 * EDGE - GUTTER * (row.length - 1)) / row.length
  return pile(
    row.map((tile, index) =>
      tileLayer(tile, { x: EDGE + index * (width + GUTTER), y, width, height }),
    ),
  )
}

const tileLayer = (tile: Tile, card: Box): Layer => {
  const [x, width] = [card.x + TILE_PADDING, card.width - 2 * TILE_PADDING]
  const title: Layer = {
    shapes: [{ kind: 'rect', ...card, radius: 26, fill: PALETTE.paper }],
    texts: [
      {
        x,
        y: card.y + 6,
        width,
        height: TILE_TITLE_HEIGHT - 6,
        text: tile.title,
        size: TILE_TITLE_SIZE,
        weight: 700,
        colour: PALETTE.ink,
        align: 'left',
      },
    ],
  }
  const place = {
    x,
    y: card.y + TILE_TITLE_HEIGHT,
    width,
    height: card.height - TILE_TITLE_HEIGHT - TILE_PADDING / 2,
  }
  return pile([title, tile.draw(place)])
}
