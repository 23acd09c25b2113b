import { describe, expect, test } from 'vitest'
import { type OverviewInput, overviewChart } from '../../src/charts/overview.ts'
import { OVERVIEWS } from './pictures.ts'

const flowers = OVERVIEWS['overview of a flower shop']!
const wordsOf = (input: OverviewInput) => overviewChart(input).texts.map((box) => box.text)

describe('the overview picture', () => {
  test('shows ten products, not eleven', () => {
    expect(wordsOf(flowers)).toContain('Mawar Putih')
    expect(wordsOf(flowers)).not.toContain('Kaktus mini')
  })

  test('adds up the branches it does not name, so that the parts are the whole', () => {
    const words = wordsOf({
      ...flowers,
      branches: {
        title: 'Cabang',
        format: String,
        bars: [70, 60, 50, 40, 30, 20, 10].map((value) => ({ label: `C${value}`, value })),
      },
    })
    expect(words).toContain('2 lainnya')
    expect(words[words.indexOf('2 lainnya') + 1]).toBe('30')
  })

  test('leaves out what the file does not tell', () => {
    const empty = { title: 'Warna', bars: [], format: String }
    expect(wordsOf({ ...flowers, variants: empty })).not.toContain('Warna')
  })

  test('a month that still runs is drawn with a dashed edge', () => {
    const dashed = overviewChart(flowers).shapes.filter((shape) => shape.dash !== undefined)
    expect(dashed).toHaveLength(1)
  })

  test('a shop without anything yet is a headline alone', () => {
    const none = { title: '', bars: [], format: String }
    const scene = overviewChart({
      ...flowers,
      headline: 'Belum ada data',
      note: '',
      months: none,
      branches: none,
      variants: none,
      products: none,
    })
    expect(scene.texts.map((box) => box.text)).toEqual(['Belum ada data'])
    expect(scene.height).toBeGreaterThan(100)
  })
})
