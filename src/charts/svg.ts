import type { Scene, Shape, TextBox } from './scene.ts'
import { fitText, hasKnownWidth, textWidth } from './text-width.ts'

/** The scene as an inline SVG for pages: scales to its container, speaks its title to screen readers. */
export const sceneSvg = (scene: Scene): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${size(scene)}" font-family="Inter, system-ui, sans-serif">`,
    `<title>${escapeXml(scene.title)}</title>`,
    `<rect width="100%" height="100%" fill="${scene.background}"/>`,
    ...scene.shapes.map(shapeSvg),
    ...scene.texts.map(textSvg),
    '</svg>',
  ].join('\n')

/** The shapes alone, without text or background: what the rasteriser paints under its own text. */
export const shapesSvg = (scene: Scene): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${scene.height}" viewBox="0 0 ${size(scene)}">`,
    ...scene.shapes.map(shapeSvg),
    '</svg>',
  ].join('\n')

const size = (scene: Scene): string => `${scene.width} ${scene.height}`

const shapeSvg = (shape: Shape): string => {
  switch (shape.kind) {
    case 'path':
      return `<path d="${shape.d}"${paint(shape)} stroke-linejoin="round" stroke-linecap="round"/>`
    case 'rect': {
      const { x, y, width, height } = shape
      const box = `x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"`
      return `<rect ${box}${shape.radius ? ` rx="${num(shape.radius)}"` : ''}${paint(shape)}/>`
    }
    case 'line': {
      const ends = `x1="${num(shape.x1)}" y1="${num(shape.y1)}" x2="${num(shape.x2)}" y2="${num(shape.y2)}"`
      return `<line ${ends}${paint(shape)}/>`
    }
    case 'circle':
      return `<circle cx="${num(shape.cx)}" cy="${num(shape.cy)}" r="${num(shape.r)}"${paint(shape)}/>`
  }
}

const paint = (shape: Shape): string =>
  [
    ` fill="${shape.fill ?? 'none'}"`,
    shape.stroke ? ` stroke="${shape.stroke}" stroke-width="${num(shape.strokeWidth ?? 1)}"` : '',
    shape.opacity === undefined ? '' : ` opacity="${num(shape.opacity)}"`,
    shape.dash ? ` stroke-dasharray="${shape.dash.map(num).join(' ')}"` : '',
  ].join('')

/** Half of Inter's capitals (0.727 em): puts a line's letters in the middle of its box. */
const BASELINE_SHIFT = 0.364

const ANCHOR = { left: 'start', center: 'middle', right: 'end' } as const

const textSvg = (box: TextBox): string => {
  const anchorX = { left: box.x, center: box.x + box.width / 2, right: box.x + box.width }
  const baseline = box.y + box.height / 2 + box.size * BASELINE_SHIFT
  const place = `x="${num(anchorX[box.align])}" y="${num(baseline)}" text-anchor="${ANCHOR[box.align]}"`
  const font = `font-size="${num(box.size)}" font-weight="${box.weight}" fill="${box.colour}"`
  const text = fitText(box.text, box.width, box)
  return `<text ${place} ${font}${lengthOf(text, box)}>${escapeXml(text)}</text>`
}

/** Browsers without Inter take a wider font: told the length, they squeeze it into its place. */
const lengthOf = (text: string, { size: fontSize, weight }: TextBox): string =>
  hasKnownWidth(text)
    ? ` textLength="${num(textWidth(text, fontSize, weight))}" lengthAdjust="spacingAndGlyphs"`
    : ''

const num = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error(`a chart coordinate is not a number: ${value}`)
  return String(Math.round(value * 100) / 100)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// XML has no place for control characters, even escaped; lone surrogates become U+FFFD.
const FORBIDDEN = /[\p{Cc}\ufffe\uffff]/gu

const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, ' ')
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
