import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { factsChart } from '../../src/charts/facts.ts'
import { pdfOf } from '../../src/charts/pdf.ts'
import { rankingChart } from '../../src/charts/ranking.ts'
import { renderPng } from '../../src/charts/raster.ts'
import type { Scene } from '../../src/charts/scene.ts'
import { FACTS, RANKINGS } from './pictures.ts'

const scene = factsChart(FACTS['figures of a report, one too long for its line']!)
const footer = (page: number, pages: number) => `Halaman ${page} (dari) ${pages}`
const aPdf = async (count: number): Promise<Buffer> => {
  const png = await renderPng(scene)
  const pictures = Array.from({ length: count }, () => ({
    png,
    alt: scene.title,
    texts: scene.texts,
  }))
  return Buffer.from(pdfOf({ title: 'Laporan “Maret” 花', language: 'id', pictures, footer }))
}

/** Every object by its number, found the way a reader finds it: through the table at the end. */
const objectsOf = (pdf: Buffer): Map<number, Buffer> => {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf.toString('latin1'))?.[1])
  const [, , ...rows] = pdf.subarray(start).toString('latin1').split('\n')
  const places = rows.filter((row) => / 00000 n $/.test(row)).map((row) => Number(row.slice(0, 10)))
  return new Map(places.map((at, i) => [i + 1, pdf.subarray(at, places[i + 1] ?? start)]))
}

const pdfWith = async (scenes: readonly Scene[]): Promise<Buffer> => {
  const pictures = await Promise.all(
    scenes.map(async ({ title, texts, ...of }) => ({
      png: await renderPng({ ...of, title, texts }),
      alt: title,
      texts,
    })),
  )
  return Buffer.from(pdfOf({ title: 'x', language: 'id', pictures, footer }))
}

/** What a reader finds: each unseen line, its codes looked up in the table of its font. */
const linesOf = (pdf: Buffer) => {
  const text = pdf.toString('latin1')
  const objects = new Map(
    [...objectsOf(pdf)].map(([number, body]) => [number, body.toString('latin1')]),
  )
  const meanings = new Map(
    [...text.matchAll(/\/(T\d+) (\d+) 0 R/g)].map(([, name = '', number]) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(number)) ?? '')?.[1]
      const rows = (objects.get(Number(table)) ?? '').matchAll(/^<(..)> <([0-9a-f]+)>$/gm)
      return [name, new Map([...rows].map(([, code, units = '']) => [code, units]))] as const
    }),
  )
  const LINE = /BT 3 Tr ([\d.]+) Tz ([\d.]+) ([\d.]+) Td (.*?) ET/g
  return [...text.matchAll(LINE)].map(([, stretch, x, , shown = '']) => {
    const runs = [...shown.matchAll(/\/(T\d+) ([\d.]+) Tf <([0-9a-f]+)> Tj/g)]
    const units = runs.flatMap(([, font = '', , codes = '']) =>
      (codes.match(/../g) ?? []).map((code) => meanings.get(font)?.get(code) ?? ''),
    )
    const bytes = Buffer.from(units.join(''), 'hex').swap16()
    const width = (units.length * 0.5 * Number(runs[0]?.[2]) * Number(stretch)) / 100
    return { text: bytes.toString('utf16le'), x: Number(x), width }
  })
}

const wordsOf = (pdf: Buffer): string[] => linesOf(pdf).map(({ text }) => text)

describe('pictures as a PDF', () => {
  test('the table leads to every object, and each begins with its number', async () => {
    const objects = objectsOf(await aPdf(3))
    expect(objects.size).toBeGreaterThan(8)
    for (const [number, body] of objects) {
      expect(body.subarray(0, 20).toString('latin1')).toMatch(new RegExp(`^${number} 0 obj\n<< `))
      expect(body.toString('latin1').endsWith('endobj\n')).toBe(true)
    }
  })

  test('the pixels are the picture’s own', async () => {
    const image = [...objectsOf(await aPdf(1)).values()].find((body) =>
      body.includes('/Subtype /Image'),
    )
    const head = image?.toString('latin1') ?? ''
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    const from = head.indexOf('stream\n') + 'stream\n'.length
    const rows = inflateSync(image?.subarray(from, from + length) ?? Buffer.alloc(0))
    expect(rows).toHaveLength(scene.height * (1 + scene.width * 3))
  })

  test('pages fill up in order and say their number; brackets in words do no harm', async () => {
    const text = (await aPdf(9)).toString('latin1')
    expect(text).toContain('(Halaman 1 \\(dari\\) ')
    const pages = text.match(/\/Type \/Page /g)?.length ?? 0
    expect(pages).toBeGreaterThan(1)
    expect(text).toContain(`/Count ${pages} `)
  })

  test('every word of the pictures can be searched and copied, in its order', async () => {
    const words = wordsOf(await aPdf(1))
    expect(words).toEqual(scene.texts.map(({ text }) => text))
    expect(words).toContain('Laporan 1-31 Mar 2026: Rp\u00a048.250.000')
    // A name that is cut in the picture is whole here.
    expect(words.some((text) => text.startsWith('Anggrek Bulan pot keramik premium'))).toBe(true)
  })

  test('names in any script too; right-to-left ones as the eye meets them, from the left', async () => {
    const named = rankingChart(RANKINGS['names in many scripts']!)
    const words = wordsOf(await pdfWith([named]))
    expect(words).toContain('गुलाब का फूल 🌹 दर्जन')
    expect(words).toContain('👩‍🌾 Petani Segar 🥬')
    // Readers turn each word around again; figures and Latin words stand as they are.
    expect(words).toContain('قاس 12 ءارمح ةيروج ةدرو')
  })

  test('more letters than one font has go into the next', async () => {
    const letters = Array.from({ length: 600 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
    const texts = [{ ...scene.texts[0]!, text: letters }]
    const pdf = await pdfWith([{ ...scene, texts }])
    expect(wordsOf(pdf)).toEqual([letters])
    expect(pdf.toString('latin1').match(/\/Subtype \/Type3/g)).toHaveLength(3)
  })

  test('words lie over the words of the picture, inside their boxes', async () => {
    const pdf = await aPdf(1)
    const scale = (595 - 2 * 28) / scene.width
    for (const [i, line] of linesOf(pdf).entries()) {
      const box = scene.texts[i]!
      expect(line.x).toBeGreaterThanOrEqual(28 + box.x * scale - 0.02)
      expect(line.x + line.width).toBeLessThanOrEqual(28 + (box.x + box.width) * scale + 0.5)
    }
  })

  test('what is no PNG is a bug and says so', () => {
    expect(() =>
      pdfOf({
        title: '',
        language: 'id',
        pictures: [{ png: new Uint8Array(40), alt: '', texts: [] }],
        footer,
      }),
    ).toThrow('no pixels')
  })
})
