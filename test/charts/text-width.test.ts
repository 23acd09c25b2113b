import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Renderer } from '@takumi-rs/core'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { balancedText, fitText, textWidth, wrapText } from '../../src/charts/text-width.ts'

const require = createRequire(import.meta.url)
const FONT = { size: 30, weight: 400 } as const

const fonts = new Renderer()
beforeAll(async () => {
  for (const [folder, file] of FAMILIES) {
    for (const [face, weight] of FACES) {
      const path = `@expo-google-fonts/${folder}/${face}/${file}_${face}.ttf`
      const data = readFileSync(require.resolve(path))
      await fonts.registerFont({ name: file, weight, data })
    }
  }
})

const FAMILIES = [
  ['inter', 'Inter'],
  ['noto-sans-devanagari', 'NotoSansDevanagari'],
  ['noto-sans-arabic', 'NotoSansArabic'],
] as const
const FACES = [
  ['400Regular', 400],
  ['700Bold', 700],
] as const

const measured = async (text: string, weight: 400 | 700): Promise<number> => {
  const style = {
    fontFamily: 'Inter',
    fontSize: 30,
    fontWeight: weight,
    whiteSpace: 'pre',
  } as const
  const node = await fonts.measure({
    type: 'container',
    style: { display: 'flex' },
    children: [{ type: 'text', text, style }],
  })
  return (node.children[0]?.runs ?? []).reduce((sum, run) => sum + run.width, 0)
}

describe('the width of a line is known before it is drawn', () => {
  test.each([
    'Rp 1.640.000',
    'Penjualan naik 12% dalam 4 minggu',
    'Anggrek Bulan (pot keramik)',
    '31 Mar',
    'CABANG SETIABUDI',
    'Café Grünewald',
    '1–31 Mar · “Dago” ±3 × 2 …',
  ])('%s, within 4 %% of the font’s own measure', async (text) => {
    for (const weight of [400, 700] as const) {
      const ratio = textWidth(text, 30, weight) / (await measured(text, weight))
      expect(ratio).toBeGreaterThan(0.96)
      expect(ratio).toBeLessThan(1.04)
    }
  })

  test.each([
    'गुलाब का फूल',
    'गेंदा माला त्यौहार विशेष',
    'कृष्णा स्टोर 12 दर्जन',
    'وردة حمراء جورية',
    'عطر ورد طائفي 100 مل',
    'باقة (Wisuda) 3 قطع',
    'محمد للتجارة والتوزيع',
    'گلاب کے پھول',
    'زهور الياسمين البيضاء',
    'हिन्दुस्तान मिष्ठान भंडार',
    '\u2068ورد\u2069 Mawar',
  ])('%s, at most 3 %% too narrow: these letters change with their neighbours', async (text) => {
    for (const weight of [400, 700] as const) {
      const ratio = textWidth(text, 30, weight) / (await measured(text, weight))
      expect(ratio).toBeGreaterThan(0.97)
      expect(ratio).toBeLessThan(1.13)
    }
  })
})

describe('long names', () => {
  test('end with an ellipsis', () => {
    expect(fitText('Anggrek Bulan pot keramik premium', 200, FONT)).toBe('Anggrek Bu…')
  })

  test('never break an emoji apart', () => {
    expect(fitText('👩‍🌾👩‍🌾👩‍🌾👩‍🌾', 90, FONT)).toBe('👩‍🌾👩‍🌾…')
  })

  test('always fit, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 60, max: 900 }),
        (text, width) => {
          expect(textWidth(fitText(text, width, FONT), 30, 400)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})

describe('headlines', () => {
  const headline = { size: 50, weight: 700, linesMax: 2 } as const

  test('break at words and stop at the last whole word', () => {
    expect(
      wrapText('Penjualan semua cabang turun delapan persen di Surabaya', 500, headline),
    ).toEqual(['Penjualan semua', 'cabang turun…'])
  })

  test('of two lines have lines of like length', () => {
    expect(
      balancedText('Toko Bunga Melati: Rp\u00a0126,3\u00a0jt dalam 3 bulan', 976, headline),
    ).toEqual(['Toko Bunga Melati:', 'Rp\u00a0126,3\u00a0jt dalam 3 bulan'])
  })

  test('keep every word or say that something is missing', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), (text) => {
        const lines = balancedText(text, 700, headline)
        expect(lines.length).toBeLessThanOrEqual(2)
        const joined = lines.join(' ')
        expect(joined === text.split(/\s+/).join(' ') || joined.includes('…')).toBe(true)
      }),
    )
  })
})
