import { type Box, clamp } from './box.ts'
import { type Heading, headingLayer, headingTitle, MARGIN } from './heading.ts'
import { PALETTE } from './palette.ts'
import { AXIS_TEXT_SIZE, type Layer, pile, SCENE_WIDTH, type Scene } from './scene.ts'
import { textWidth } from './text-width.ts'

/** Hours down, weekdays across; what is missing did not trade and stays blank. */
export type HeatInput = Heading & {
  readonly columns: readonly { readonly key: number; readonly label: string }[]
  readonly rows: readonly { readonly key: number; readonly label: string }[]
  readonly cells: readonly {
    readonly column: number
    readonly row: number
    readonly value: number
    /** What stands in the cell; empty where nothing sold. */
    readonly label: string
  }[]
}

const GAP = 26
const HEAD_HEIGHT = 46
const LABEL_GAP = 14
const CELL_GAP = 6
const CELL_RADIUS = 10
/** Twelve open hours fill a phone; a shop open day and night has flatter cells that still hold their text. */
const CELL_HEIGHT = { high: 66, low: 46, rowsHigh: 14 }

/** The hours of a week as a field of cells: the darker, the more it brings. Pure layout. */
export const heatChart = (input: HeatInput): Scene => {
  const heading = headingLayer(input)
  const field = fieldOf(input, heading.bottom + GAP)
  return {
    width: SCENE_WIDTH,
    height: Math.ceil(field.place.y + field.place.height + MARGIN / 2),
    background: PALETTE.paper,
    title: headingTitle(input),
    ...pile([
      heading.layer,
      columnLabels(input, field),
      rowLabels(input, field),
      cellLayer(input, field),
    ]),
  }
}

type Field = { readonly place: Box; readonly cellWidth: number; readonly cellHeight: number }

const fieldOf = ({ rows, columns }: HeatInput, top: number): Field => {
  const gutter = Math.max(0, ...rows.map(({ label }) => textWidth(label, AXIS_TEXT_SIZE, 400)))
  const x = MARGIN + Math.ceil(gutter) + LABEL_GAP
  const width = SCENE_WIDTH - MARGIN - x
  const cellHeight = rows.length <= CELL_HEIGHT.rowsHigh ? CELL_HEIGHT.high : CELL_HEIGHT.low
  return {
    place: { x, y: top + HEAD_HEIGHT, width, height: cellHeight * rows.length },
    cellWidth: width / Math.max(1, columns.length),
    cellHeight,
  }
}

const columnLabels = ({ columns }: HeatInput, { place, cellWidth }: Field): Layer => ({
  shapes: [],
  texts: columns.map(({ label }, index) => ({
    x: place.x + index * cellWidth,
    y: place.y - HEAD_HEIGHT,
    width: cellWidth,
    height: HEAD_HEIGHT,
    text: label,
    size: AXIS_TEXT_SIZE,
    weight: 700,
    colour: PALETTE.ink,
    align: 'center',
  })),
})

const rowLabels = ({ rows }: HeatInput, { place, cellHeight }: Field): Layer => ({
  shapes: [],
  texts: rows.map(({ label }, index) => ({
    x: 0,
    y: place.y + index * cellHeight,
    width: place.x - LABEL_GAP,
    height: cellHeight,
    text: label,
    size: AXIS_TEXT_SIZE,
    weight: 400,
    colour: PALETTE.quietInk,
    align: 'right',
  })),
})

const cellLayer = (input: HeatInput, field: Field): Layer => {
  const greatest = Math.max(0, ...input.cells.map(({ value }) => value))
  const columns = new Map(input.columns.map(({ key }, index) => [key, index]))
  const rows = new Map(input.rows.map(({ key }, index) => [key, index]))
  return pile(
    input.cells.flatMap((cell) => {
      const [column, row] = [columns.get(cell.column), rows.get(cell.row)]
      if (column === undefined || row === undefined) return []
      const strength = greatest === 0 ? 0 : clamp(cell.value / greatest, 0, 1)
      return [cellAt({ ...cell, strength }, cellBox(field, column, row))]
    }),
  )
}

const cellBox = ({ place, cellWidth, cellHeight }: Field, column: number, row: number): Box => ({
  x: place.x + column * cellWidth + CELL_GAP / 2,
  y: place.y + row * cellHeight + CELL_GAP / 2,
  width: cellWidth - CELL_GAP,
  height: cellHeight - CELL_GAP,
})

/** From here on white letters have a contrast of 4 to 1; below it dark ones have more. */
const DARK_FROM = 0.8
/** The faintest cell that sold still differs from one that did not. */
const FAINTEST = 0.1

const cellAt = (
  cell: { readonly value: number; readonly label: string; readonly strength: number },
  box: Box,
): Layer => {
  const rect = { kind: 'rect', ...box, radius: CELL_RADIUS } as const
  const isDark = cell.strength >= DARK_FROM
  const colour = cell.value < 0 ? PALETTE.down : PALETTE.ink
  return {
    shapes: [
      { ...rect, fill: PALETTE.barTrack },
      ...(cell.value > 0
        ? [{ ...rect, fill: PALETTE.sales, opacity: FAINTEST + (1 - FAINTEST) * cell.strength }]
        : []),
    ],
    texts:
      cell.label === ''
        ? []
        : [
            {
              ...box,
              text: cell.label,
              size: AXIS_TEXT_SIZE,
              weight: isDark ? 700 : 400,
              colour: isDark ? PALETTE.paper : colour,
              align: 'center',
            },
          ],
  }
}
