import { type Heading, headingLayer, headingTitle, MARGIN } from './heading.ts'
import { PALETTE } from './palette.ts'
import { type Layer, pile, SCENE_WIDTH, type Scene } from './scene.ts'
import { textLines, textWidth, wrapText } from './text-width.ts'

/** Words and figures beside each other: a page's text, for documents. */
export type FactsInput = Heading & {
  readonly facts: readonly { readonly label: string; readonly value: string }[]
}

const ROW_HEIGHT = 58
const TEXT_SIZE = 30
const GAP = 24
/** What does not fit beside its label goes on below itself: a figure is never cut. */
const VALUE_LINES_MAX = 3
const LINE_HEIGHT = 42
/** A label from a file takes more than this of the line only where the value leaves it. */
const LABEL_PART = 0.5

/** A heading and rows of facts with a fine line between. Pure layout. */
export const factsChart = (input: FactsInput): Scene => {
  const heading = headingLayer(input)
  const layers: Layer[] = [heading.layer]
  let y = heading.bottom + GAP
  for (const fact of input.facts) {
    const row = factRow(fact, y)
    layers.push(row.layer)
    y += row.height
  }
  return {
    width: SCENE_WIDTH,
    height: Math.ceil(y + MARGIN / 2),
    background: PALETTE.paper,
    title: headingTitle(input),
    ...pile(layers),
  }
}

const WIDTH = SCENE_WIDTH - 2 * MARGIN

const factRow = (
  { label, value }: FactsInput['facts'][number],
  y: number,
): { readonly layer: Layer; readonly height: number } => {
  const beside = WIDTH - GAP - textWidth(value, TEXT_SIZE, 700) - 6
  const wanted = textWidth(label, TEXT_SIZE, 400) + 6
  const labelWidth = Math.min(Math.max(WIDTH * LABEL_PART, beside), wanted)
  const room = { x: MARGIN + labelWidth + GAP, width: WIDTH - labelWidth - GAP }
  const bold = { size: TEXT_SIZE, weight: 700 } as const
  const said = wrapText(value, room.width, { ...bold, linesMax: VALUE_LINES_MAX })
  const height = ROW_HEIGHT + (said.length - 1) * LINE_HEIGHT
  const top = y + (ROW_HEIGHT - LINE_HEIGHT) / 2
  const line = { x1: MARGIN, x2: MARGIN + WIDTH, y1: y + height, y2: y + height }
  const labelled = { x: MARGIN, y: top, width: labelWidth, height: LINE_HEIGHT, text: label }
  const quiet = { size: TEXT_SIZE, weight: 400, colour: PALETTE.quietInk, align: 'left' } as const
  return {
    height,
    layer: {
      shapes: [{ kind: 'line', ...line, stroke: PALETTE.grid, strokeWidth: 2 }],
      texts: [
        { ...labelled, ...quiet },
        ...textLines(said, LINE_HEIGHT, {
          ...room,
          ...bold,
          y: top,
          colour: PALETTE.ink,
          align: 'right',
        }),
      ],
    },
  }
}
