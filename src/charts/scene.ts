/**
 * A picture as plain data: shapes first, texts on top. Pixels, origin at the top left. Renderers
 * (svg.ts, raster.ts) know nothing of charts, charts know nothing of renderers.
 */
export type Scene = {
  readonly width: number
  readonly height: number
  readonly background: string
  /** What the picture says, in words, for those who cannot see it. */
  readonly title: string
  readonly shapes: readonly Shape[]
  readonly texts: readonly TextBox[]
}

/** Shapes and texts that belong together; a scene is a pile of layers. */
export type Layer = {
  readonly shapes: readonly Shape[]
  readonly texts: readonly TextBox[]
}

type Paint = {
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
  readonly opacity?: number
  /** Lengths of dashes and gaps, as SVG's stroke-dasharray. */
  readonly dash?: readonly number[]
}

export type Shape = Paint &
  (
    | { readonly kind: 'path'; readonly d: string }
    | {
        readonly kind: 'rect'
        readonly x: number
        readonly y: number
        readonly width: number
        readonly height: number
        readonly radius?: number
      }
    | {
        readonly kind: 'line'
        readonly x1: number
        readonly y1: number
        readonly x2: number
        readonly y2: number
      }
    | { readonly kind: 'circle'; readonly cx: number; readonly cy: number; readonly r: number }
  )

export type FontWeight = 400 | 700

/**
 * One line of text, centred vertically in its box and cut with an ellipsis when it is wider: names
 * come from files, so no text may ever leave its place.
 */
export type TextBox = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly text: string
  readonly size: number
  readonly weight: FontWeight
  readonly colour: string
  readonly align: 'left' | 'center' | 'right'
}

/** Pictures are drawn for the width WhatsApp shows without scaling up. */
export const SCENE_WIDTH = 1080

/** 1080 px shrink to about 390 on a phone: below 26 px letters are smaller than 9 pt there. */
export const AXIS_TEXT_SIZE = 26

export const EMPTY_LAYER: Layer = { shapes: [], texts: [] }

/** Puts layers on one another, the first at the bottom. */
export const pile = (layers: readonly Layer[]): Layer => ({
  shapes: layers.flatMap((layer) => layer.shapes),
  texts: layers.flatMap((layer) => layer.texts),
})
