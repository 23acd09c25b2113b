import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { factsChart } from '../../src/charts/facts.ts'
import { heatChart } from '../../src/charts/heat.ts'
import { overviewChart } from '../../src/charts/overview.ts'
import { rankingChart } from '../../src/charts/ranking.ts'
import { renderPng, undrawable } from '../../src/charts/raster.ts'
import type { Scene } from '../../src/charts/scene.ts'
import { trendChart } from '../../src/charts/trend.ts'
import { pictureName } from '../../src/replies/voice.ts'
import { FACTS, HEATS, OVERVIEWS, RANKINGS, TRENDS } from './pictures.ts'

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** WhatsApp refuses larger pictures. */
const WHATSAPP_IMAGE_BYTES_MAX = 5 * 1024 * 1024

const scenes = [
  ...Object.entries(TRENDS).map(([name, input]) => ({ name, scene: trendChart(input) })),
  ...Object.entries(OVERVIEWS).map(([name, input]) => ({ name, scene: overviewChart(input) })),
  ...Object.entries(RANKINGS).map(([name, input]) => ({ name, scene: rankingChart(input) })),
  ...Object.entries(HEATS).map(([name, input]) => ({ name, scene: heatChart(input) })),
  ...Object.entries(FACTS).map(([name, input]) => ({ name, scene: factsChart(input) })),
]

const card = (text: string): Scene => ({
  width: 600,
  height: 120,
  background: '#ffffff',
  title: text,
  shapes: [],
  texts: [
    {
      x: 20,
      y: 20,
      width: 560,
      height: 80,
      text,
      size: 40,
      weight: 400,
      colour: '#000000',
      align: 'left',
    },
  ],
})

const header = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return {
    signature: [...png.subarray(0, 8)],
    width: view.getUint32(16),
    height: view.getUint32(20),
    bitDepth: png[24],
    colourType: png[25],
  }
}

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'shopbell-fonts-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true })
})

describe('a picture as WhatsApp takes it', () => {
  test.each(scenes)('is an 8-bit RGB PNG of the scene’s size: $name', async ({ scene }) => {
    const png = await renderPng(scene)
    expect(header(png)).toEqual({
      signature: PNG_SIGNATURE,
      width: scene.width,
      height: scene.height,
      bitDepth: 8,
      colourType: 2,
    })
    expect(png.byteLength).toBeLessThan(WHATSAPP_IMAGE_BYTES_MAX)
  })

  test('the same scene gives the same bytes, also when drawn side by side', async () => {
    const scene = trendChart(TRENDS['flower shop with forecast']!)
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => renderPng(scene)))
    expect(others.every((png) => Buffer.from(png).equals(Buffer.from(first!)))).toBe(true)
  })

  test('emoji are drawn, not boxes for unknown letters', async () => {
    const [rose, tulip, unknown] = await Promise.all(
      ['🌹', '🌷', '\u{1F9FF}'].map((t) => renderPng(card(t))),
    )
    const [thai, lao] = await Promise.all(['ไ', 'ໄ'].map((text) => renderPng(card(text))))
    // Two letters no font knows look the same; two emoji do not.
    expect(Buffer.from(thai!).equals(Buffer.from(lao!))).toBe(true)
    expect(Buffer.from(rose!).equals(Buffer.from(tulip!))).toBe(false)
    expect(Buffer.from(unknown!).equals(Buffer.from(rose!))).toBe(false)
  })

  test.each([
    ['Hindi', 'गुलाब', 'गेंदा'],
    ['Arabic', 'ورد', 'جوري'],
  ])('%s names are drawn in both weights, not as boxes', async (_, one, other) => {
    const pictures = await Promise.all(
      [one, other].flatMap((text) => [
        renderPng(card(text)),
        renderPng({ ...card(text), texts: card(text).texts.map((t) => ({ ...t, weight: 700 })) }),
      ]),
    )
    expect(new Set(pictures.map((png) => Buffer.from(png).toString('base64'))).size).toBe(4)
    expect(await undrawable([one, other])).toEqual([])
  })

  test('a name that runs from right to left keeps its order beside figures', async () => {
    const [named, bare] = await Promise.all(
      [pictureName('مخبز ABC 25 كغ'), 'مخبز ABC 25 كغ'].map((name) =>
        renderPng(card(`${name} -12%`)),
      ),
    )
    // Without the isolate the percentage is drawn into the name.
    expect(Buffer.from(named!).equals(Buffer.from(bare!))).toBe(false)
  })

  test('half a surrogate pair and control characters do no harm', async () => {
    const png = await renderPng(card('Mawar \ud83c \u0000\u0007\u202e merah'))
    expect(header(png).signature).toEqual(PNG_SIGNATURE)
  })
})

describe('the operator’s own fonts', () => {
  test('every font file of the folder is taken, other files are left alone', async () => {
    const dir = folder()
    const require = createRequire(import.meta.url)
    copyFileSync(
      require.resolve('@expo-google-fonts/inter/900Black/Inter_900Black.ttf'),
      join(dir, 'Black.TTF'),
    )
    writeFileSync(join(dir, 'LICENSE.txt'), 'free')
    const png = await renderPng(card('Mawar'), { fontDir: dir })
    expect(header(png).signature).toEqual(PNG_SIGNATURE)
  })

  test('a missing folder is named, with the setting to look at', async () => {
    const dir = join(folder(), 'nowhere')
    await expect(renderPng(card('Mawar'), { fontDir: dir })).rejects.toThrow(
      `The font folder ${dir} cannot be read. Check FONT_DIR.`,
    )
  })

  test('a folder of a whole system is refused with the number', async () => {
    const dir = folder()
    for (let index = 0; index < 21; index += 1) writeFileSync(join(dir, `${index}.ttf`), '')
    await expect(renderPng(card('Mawar'), { fontDir: dir })).rejects.toThrow('holds 21 fonts')
  })

  test('a folder that was missing is looked for again', async () => {
    const dir = join(folder(), 'later')
    await expect(renderPng(card('Mawar'), { fontDir: dir })).rejects.toThrow('FONT_DIR')
    mkdirSync(dir)
    expect(header(await renderPng(card('Mawar'), { fontDir: dir })).signature).toEqual(
      PNG_SIGNATURE,
    )
  })

  test('a broken font file is named', async () => {
    const dir = folder()
    writeFileSync(join(dir, 'broken.ttf'), 'not a font')
    await expect(renderPng(card('Mawar'), { fontDir: dir })).rejects.toThrow('broken.ttf')
  })
})

describe('names that no font here has', () => {
  test('are found before they are drawn as empty boxes', async () => {
    const names = [
      'Mawar Merah',
      'Café Grünewald',
      'Розы',
      '👩‍🌾 Petani 🌹',
      '玫瑰花',
      'गुलाब',
      'ورد',
      'ดอกไม้',
    ]
    expect(await undrawable(names)).toEqual(['玫瑰花', 'ดอกไม้'])
  })

  test('marks, joiners and control characters alone are no reason to hide a name', async () => {
    expect(await undrawable(['a\u0301\u200d', '', '\u202eabc'])).toEqual([])
  })
})
