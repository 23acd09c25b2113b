/** The door to the rasteriser. Shapes go in as one SVG image, texts as nodes that know every script. */
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import { type Node, Renderer } from '@takumi-rs/core'
import type { Scene, TextBox } from './scene.ts'
import { shapesSvg } from './svg.ts'
import { fitText } from './text-width.ts'

export type RenderPngOptions = {
  /** A folder whose .ttf, .otf and .woff2 files serve scripts that our own fonts lack. */
  readonly fontDir?: string | null
}

/**
 * Draws the scene as an 8-bit RGB PNG, one pixel a scene unit. The same scene gives the same bytes.
 * Fonts are read and registered at the first call and kept. Throws when a font cannot be read.
 */
export const renderPng = async (
  scene: Scene,
  options: RenderPngOptions = {},
): Promise<Uint8Array> => {
  const { width, height } = scene
  const renderer = await rendererFor(options.fontDir ?? null)
  const rgba = await renderer.render(sceneNode(scene), { width, height, format: 'raw' })
  return encodePng(rgba, width, height)
}

/**
 * Those of the names that hold a letter no font here has: drawn, they would be empty boxes. Found by
 * drawing: a letter without a glyph looks exactly like a character that Unicode does not have.
 */
export const undrawable = async (
  names: readonly string[],
  options: RenderPngOptions = {},
): Promise<readonly string[]> => {
  const fontDir = options.fontDir ?? null
  const seen = missing.get(fontDir) ?? new Map<string, boolean>()
  missing.set(fontDir, seen)
  const letters = new Set(names.flatMap((name) => [...name.toWellFormed()].filter(isQuestionable)))
  const unseen = [...letters].filter((letter) => !seen.has(letter)).slice(0, LETTERS_DRAWN_MAX)
  if (unseen.length > 0) {
    const renderer = await rendererFor(fontDir)
    const box = await drawnLetter(renderer, NO_CHARACTER)
    for (const letter of unseen) seen.set(letter, box.equals(await drawnLetter(renderer, letter)))
  }
  return names.filter((name) => [...name.toWellFormed()].some((letter) => seen.get(letter)))
}

/** By font folder: whether a letter is missing. Some thousand letters at most are ever seen. */
const missing = new Map<string | null, Map<string, boolean>>()
/** Half a millisecond each: what a picture's worth of Chinese names holds. */
const LETTERS_DRAWN_MAX = 400
/** A code point that will never be a character. */
const NO_CHARACTER = '\u{10ffff}'
const LETTER_SIZE = 30

/** Our own fonts have all of Latin; marks and joiners are drawn with what they stand on. */
const isQuestionable = (letter: string): boolean =>
  letter > '\u024f' && !/[\p{M}\p{Cf}\p{Z}\p{Cc}]/u.test(letter)

const drawnLetter = (renderer: Renderer, letter: string): Promise<Buffer> => {
  const size = { width: LETTER_SIZE * 2, height: LETTER_SIZE * 2 }
  const style = { fontFamily: 'Inter', fontSize: LETTER_SIZE, color: '#000000' } as const
  return renderer.render(
    {
      type: 'container',
      style: { display: 'flex', ...size, backgroundColor: '#ffffff' },
      children: [{ type: 'text', text: letter, style }],
    },
    { ...size, format: 'raw' },
  )
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const BIT_DEPTH = 8
const COLOUR_TYPE_RGB = 2
const FILTER_NONE = 0

/**
 * Packed by ourselves: the rasteriser writes a palette PNG when a picture has few colours, and
 * WhatsApp takes 8-bit RGB or RGBA only. Flat pictures pack best without a row filter (measured).
 * Format: https://www.w3.org/TR/png-3/
 */
const encodePng = async (rgba: Uint8Array, width: number, height: number): Promise<Uint8Array> => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([BIT_DEPTH, COLOUR_TYPE_RGB], 8)
  const pixels = await promisify(deflate)(rgbRows(rgba, width, height))
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** Rows of RGB behind a filter byte each. The paper is opaque, so alpha says nothing. */
const rgbRows = (rgba: Uint8Array, width: number, height: number): Buffer => {
  const rows = Buffer.alloc(height * (1 + width * 3), FILTER_NONE)
  let to = 0
  for (let from = 0; from < width * height * 4; from += 4) {
    if (from % (width * 4) === 0) to += 1
    rows[to] = rgba[from] ?? 0
    rows[to + 1] = rgba[from + 1] ?? 0
    rows[to + 2] = rgba[from + 2] ?? 0
    to += 3
  }
  return rows
}

const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

type FontFile = { readonly path: string; readonly name?: string; readonly weight?: number }

const require = createRequire(import.meta.url)

/**
 * Each run of a line takes the first of these that has its letters. All are registered at once: the four
 * faces of Devanagari and Arabic cost 4 ms and 2 MB together (measured), less than finding out who needs them.
 */
const OWN_FONTS: readonly FontFile[] = [
  {
    name: 'Inter',
    weight: 400,
    path: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  },
  {
    name: 'Inter',
    weight: 700,
    path: require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
  },
  {
    name: 'Noto Sans Devanagari',
    weight: 400,
    path: require.resolve(
      '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
    ),
  },
  {
    name: 'Noto Sans Devanagari',
    weight: 700,
    path: require.resolve(
      '@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf',
    ),
  },
  {
    name: 'Noto Sans Arabic',
    weight: 400,
    path: require.resolve(
      '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    ),
  },
  {
    name: 'Noto Sans Arabic',
    weight: 700,
    path: require.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  },
  { path: require.resolve('twemoji-colr-font/twemoji.woff2') },
]

const renderers = new Map<string | null, Promise<Renderer>>()

const rendererFor = (fontDir: string | null): Promise<Renderer> => {
  const known = renderers.get(fontDir)
  if (known !== undefined) return known
  const made = makeRenderer(fontDir)
  renderers.set(fontDir, made)
  // A folder that could not be read now may be there at the next picture.
  made.catch(() => renderers.delete(fontDir))
  return made
}

const makeRenderer = async (fontDir: string | null): Promise<Renderer> => {
  const renderer = new Renderer()
  const extra = fontDir === null ? [] : await fontFilesIn(fontDir)
  for (const font of [...OWN_FONTS, ...extra]) await register(renderer, font)
  return renderer
}

const FONT_FILE = /\.(ttf|otf|woff2)$/i

/** Fonts stay in memory, up to 20 MB each for Chinese: a system's whole font folder would fill it. */
const FONT_FILES_MAX = 20

const fontFilesIn = async (fontDir: string): Promise<FontFile[]> => {
  const names = (await namesIn(fontDir)).filter((name) => FONT_FILE.test(name))
  if (names.length > FONT_FILES_MAX) {
    throw new Error(
      `The font folder ${fontDir} holds ${names.length} fonts, at most ${FONT_FILES_MAX} are loaded. Point FONT_DIR at a smaller folder.`,
    )
  }
  return names.sort().map((name) => ({ path: join(fontDir, name) }))
}

const namesIn = async (fontDir: string): Promise<string[]> => {
  try {
    return await readdir(fontDir)
  } catch (cause) {
    throw new Error(`The font folder ${fontDir} cannot be read. Check FONT_DIR.`, { cause })
  }
}

const register = async (renderer: Renderer, font: FontFile): Promise<void> => {
  try {
    const data = await readFile(font.path)
    await renderer.registerFont({
      data,
      ...(font.name === undefined ? {} : { name: font.name }),
      ...(font.weight === undefined ? {} : { weight: font.weight }),
    })
  } catch (cause) {
    throw new Error(`The font ${font.path} cannot be used. Replace it or remove it.`, { cause })
  }
}

// Every container says display:flex: without it the rasteriser drops nested boxes.
const sceneNode = (scene: Scene): Node => ({
  type: 'container',
  style: {
    display: 'flex',
    position: 'relative',
    width: scene.width,
    height: scene.height,
    backgroundColor: scene.background,
  },
  children: [
    {
      type: 'image',
      src: shapesSvg(scene),
      width: scene.width,
      height: scene.height,
      style: { position: 'absolute', left: 0, top: 0 },
    },
    ...scene.texts.map(textNode),
  ],
})

const textNode = (box: TextBox): Node => ({
  type: 'container',
  style: {
    display: 'flex',
    position: 'absolute',
    left: box.x,
    top: box.y,
    width: box.width,
    height: box.height,
    alignItems: 'center',
  },
  children: [
    {
      type: 'text',
      text: fitText(box.text.toWellFormed(), box.width, box),
      style: {
        fontFamily: 'Inter',
        fontSize: box.size,
        fontWeight: box.weight,
        color: box.colour,
        width: box.width,
        textAlign: box.align,
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
      },
    },
  ],
})
