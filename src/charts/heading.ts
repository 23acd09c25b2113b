import { PALETTE } from './palette.ts'
import { type Layer, SCENE_WIDTH } from './scene.ts'
import { balancedText, textLines } from './text-width.ts'

export type Heading = {
  /** One sentence that says what the picture shows. */
  readonly headline: string
  /** The basis in small print: dates, branches, as-of. */
  readonly note: string
}

/** White space around every picture. */
export const MARGIN = 52

const INNER_WIDTH = SCENE_WIDTH - 2 * MARGIN
const HEADLINE = { size: 50, weight: 700, linesMax: 2, lineHeight: 62 } as const
const NOTE = { size: 30, weight: 400, linesMax: 2, lineHeight: 42 } as const
const GAP = 10

/** The words above a picture, and where they end. */
export const headingLayer = (
  heading: Heading,
): { readonly layer: Layer; readonly bottom: number } => {
  const headline = balancedText(heading.headline, INNER_WIDTH, HEADLINE)
  const note = balancedText(heading.note, INNER_WIDTH, NOTE)
  const noteTop = MARGIN + headline.length * HEADLINE.lineHeight + GAP
  const place = { x: MARGIN, width: INNER_WIDTH, align: 'left' } as const
  const headlineBox = { ...place, y: MARGIN, size: HEADLINE.size, weight: HEADLINE.weight }
  const noteBox = { ...place, y: noteTop, size: NOTE.size, weight: NOTE.weight }
  return {
    layer: {
      shapes: [],
      texts: [
        ...textLines(headline, HEADLINE.lineHeight, { ...headlineBox, colour: PALETTE.ink }),
        ...textLines(note, NOTE.lineHeight, { ...noteBox, colour: PALETTE.quietInk }),
      ],
    },
    bottom: noteTop + note.length * NOTE.lineHeight,
  }
}

/** The picture in words. */
export const headingTitle = ({ headline, note }: Heading): string =>
  [headline, note].filter((text) => text !== '').join(' · ')
