import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { factsChart } from '../../src/charts/facts.ts'
import { pdfOf } from '../../src/charts/pdf.ts'
import { renderPng } from '../../src/charts/raster.ts'
import { FACTS } from './pictures.ts'

const scene = factsChart(FACTS['figures of a report, one too long for its line']!)
const footer = (page: number, pages: number) => `Halaman ${page} (dari) ${pages}`
const aPdf = async (count: number): Promise<Buffer> => {
  const png = await renderPng(scene)
  const pictures = Array.from({ length: count }, () => ({ png, alt: scene.title }))
  return Buffer.from(pdfOf({ title: 'Laporan “Maret” 花', language: 'id', pictures, footer }))
}

/** Every object by its number, found the way a reader finds it: through the table at the end. */
const objectsOf = (pdf: Buffer): Map<number, Buffer> => {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf.toString('latin1'))?.[1])
  const [, , ...rows] = pdf.subarray(start).toString('latin1').split('\n')
  const places = rows.filter((row) => / 00000 n $/.test(row)).map((row) => Number(row.slice(0, 10)))
  return new Map(places.map((at, i) => [i + 1, pdf.subarray(at, places[i + 1] ?? start)]))
}

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

  test('what is no PNG is a bug and says so', () => {
    expect(() =>
      pdfOf({
        title: '',
        language: 'id',
        pictures: [{ png: new Uint8Array(40), alt: '' }],
        footer,
      }),
    ).toThrow('no pixels')
  })
})
