import { type Bar, NAME_BAR_HEIGHT, nameBars } from './bars.ts'
import { type Heading, headingLayer, headingTitle, MARGIN } from './heading.ts'
import { PALETTE } from './palette.ts'
import { pile, SCENE_WIDTH, type Scene } from './scene.ts'

/** Names against each other. Bars come greatest first; the last may be `rest`. */
export type RankingInput = Heading & {
  readonly bars: readonly Bar[]
  readonly format: (value: number) => string
}

/** Room for one bar: few may spread, twenty still fit a phone. */
const BAR_ROOM = { few: NAME_BAR_HEIGHT + 40, many: NAME_BAR_HEIGHT + 14, fewMax: 5 }
const GAP = 28
/** Above buttons WhatsApp shows pictures 1.91 wide and 1 high: a flatter one would lose its ends. */
const HEIGHT_MIN = 566

/** Bars lying down, one a name, over the full width of the picture. Pure layout. */
export const rankingChart = (input: RankingInput): Scene => {
  const heading = headingLayer(input)
  const top = heading.bottom + GAP
  const isFew = input.bars.length <= BAR_ROOM.fewMax
  const height = input.bars.length * (isFew ? BAR_ROOM.few : BAR_ROOM.many)
  const place = { x: MARGIN, y: top, width: SCENE_WIDTH - 2 * MARGIN, height }
  return {
    width: SCENE_WIDTH,
    height: Math.max(HEIGHT_MIN, Math.ceil(top + height + MARGIN / 2)),
    background: PALETTE.paper,
    title: headingTitle(input),
    ...pile([heading.layer, nameBars(input.bars, place, input.format)]),
  }
}
