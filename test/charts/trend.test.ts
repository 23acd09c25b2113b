import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueAxis } from '../../src/charts/axis.ts'
import type { Scene } from '../../src/charts/scene.ts'
import { sceneSvg } from '../../src/charts/svg.ts'
import { type TrendChartInput, trendChart } from '../../src/charts/trend.ts'
import { addDays, day } from '../../src/sales/day.ts'
import { rupiahShort, shortDay, TRENDS } from './pictures.ts'

const START = day('2026-01-01')
const aTrend = (changes: Partial<TrendChartInput> = {}): TrendChartInput => ({
  headline: 'Penjualan',
  note: '',
  days: [],
  anomalies: [],
  fan: [],
  forecastLabel: 'Perkiraan',
  money: rupiahShort,
  dayLabel: shortDay,
  ...changes,
})
const daysOf = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ day: addDays(START, index), value }))
const wordsOf = (scene: Scene) => scene.texts.map((box) => box.text)

describe('the trend picture', () => {
  test('says its headline and names the last day of sales', () => {
    const words = wordsOf(trendChart(TRENDS['flower shop with forecast']!))
    expect(words).toContain('Penjualan naik 12% dalam 4 minggu')
    expect(words).toContain('31 Mar')
    expect(words).toContain('Perkiraan 7 hari')
  })

  test('shows no forecast words without a forecast', () => {
    expect(wordsOf(trendChart(aTrend({ days: daysOf([1, 2, 3]) })))).not.toContain('Perkiraan')
  })

  test('draws the last sixty days when there are more', () => {
    const long = trendChart(
      aTrend({ days: daysOf(Array.from({ length: 400 }, (_, i) => i * 100)) }),
    )
    const short = trendChart(
      aTrend({ days: daysOf(Array.from({ length: 400 }, (_, i) => i * 100)).slice(-60) }),
    )
    expect(long).toEqual(short)
  })

  test('a usual level outside the picture does not set its scale', () => {
    const days = daysOf([100, 200, 300])
    const usual = [{ day: addDays(START, -9), value: 9_999_999 }]
    expect(trendChart(aTrend({ days, usual }))).toEqual(trendChart(aTrend({ days })))
  })

  test('a day without data breaks the line, a day without sales does not', () => {
    const lines = (values: (number | null)[]) => {
      const { shapes } = trendChart(aTrend({ days: daysOf(values) }))
      const line = shapes.find((shape) => shape.kind === 'path' && shape.fill === undefined)
      return line?.kind === 'path' ? line.d.split('M').length - 1 : 0
    }
    expect(lines([500, 400, null, 300, 200])).toBe(2)
    expect(lines([500, 400, 0, 300, 200])).toBe(1)
  })

  test.each([3, 60])(
    'a day that still sells is drawn hollow, apart from the line: %i days',
    (count) => {
      const whole = daysOf(Array.from({ length: count - 1 }, (_, index) => 500 + index))
      const today = { day: addDays(START, count - 1), value: 60, unfinished: true }
      const { shapes } = trendChart(aTrend({ days: [...whole, today] }))
      const hollow = shapes.filter((shape) => shape.kind === 'circle' && shape.fill === '#ffffff')
      expect(hollow).toHaveLength(1)
      const steps = (scene: Pick<Scene, 'shapes'>) =>
        scene.shapes.flatMap((shape) =>
          shape.kind === 'path' ? [shape.d.split(/[LC]/).length] : [],
        )
      expect(steps({ shapes })).toEqual(steps(trendChart(aTrend({ days: whole }))))
    },
  )

  test('a mark on a day that is not in the picture is left out', () => {
    const scene = trendChart(
      aTrend({
        days: daysOf([100, 200, 300]),
        anomalies: [{ day: day('2025-01-01'), label: 'lama', direction: 'up' }],
      }),
    )
    expect(wordsOf(scene)).not.toContain('lama')
  })

  test('a falling day has a red pill, a rising day a green one', () => {
    const colours = (direction: 'up' | 'down') =>
      trendChart(
        aTrend({
          days: daysOf([100, 200, 300]),
          anomalies: [{ day: addDays(START, 1), label: 'Valentine', direction }],
        }),
      ).texts.find((box) => box.text === 'Valentine')?.colour
    expect(colours('up')).toBe('#15803d')
    expect(colours('down')).toBe('#b42318')
  })

  test('whatever the numbers, every coordinate is a number and pills do not overlap', () => {
    const value = fc.option(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), { nil: null })
    const values = fc.array(value, { maxLength: 75 })
    const marks = fc.array(fc.tuple(fc.nat(74), fc.boolean()), { maxLength: 8 })
    fc.assert(
      fc.property(values, marks, fc.nat(16), (sales, marked, fanDays) => {
        const scene = trendChart(
          aTrend({
            days: daysOf(sales),
            anomalies: marked.map(([offset, up], i) => ({
              day: addDays(START, offset),
              label: `tanda ${i}`,
              direction: up ? 'up' : 'down',
            })),
            fan: Array.from({ length: fanDays }, (_, i) => ({
              day: addDays(START, sales.length + i),
              likely: 100,
              low: -50,
              high: 10 ** 14,
            })),
          }),
        )
        expect(sceneSvg(scene)).not.toMatch(/NaN|Infinity|undefined/)
        const pills = scene.shapes.flatMap((shape) =>
          shape.kind === 'rect' && shape.stroke !== undefined ? [shape] : [],
        )
        expect(pills.length).toBeLessThanOrEqual(4)
        for (const [i, a] of pills.entries()) {
          for (const b of pills.slice(i + 1)) {
            const apart =
              a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y
            expect(apart).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the money axis', () => {
  test('never says the same amount twice', () => {
    const rounded = (units: number) => `Rp ${Math.round(units / 1e9)} M`
    const labels = valueAxis([900_000_000, 2_400_000_000], rounded).ticks.map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
    expect(labels).toContain('Rp 0 M')
  })

  test('always contains zero', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 })), (values) => {
        const axis = valueAxis(values, String)
        expect(axis.from).toBeLessThanOrEqual(0)
        expect(axis.to).toBeGreaterThan(axis.from)
        expect(axis.ticks.map(({ value }) => value)).toContain(0)
      }),
    )
  })
})
