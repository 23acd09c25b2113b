import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  coverageOf,
  EVERYTHING,
  keptDays,
  missesOf,
  rangeLevel,
  scoreFor,
} from '../../src/analytics/score.ts'
import { day } from '../../src/sales/day.ts'
import { tillOf } from '../support/shop-sales.ts'

const said = (text: string, low: number, high: number) => ({
  day: day(text),
  parts: [
    { product: EVERYTHING, likely: ((low + high) / 2) * 1000, low: low * 1000, high: high * 1000 },
  ],
})
const till = tillOf([
  { day: day('2026-03-21'), units: 57 },
  { day: day('2026-03-27'), units: 20 },
  { day: day('2026-03-27'), units: 5, product: 'Lily' },
])

describe('forecasts keep score', () => {
  test('what was said beside what sold; a day without rows is no zero', () => {
    const kept = keptDays(
      [said('2026-03-21', 48, 66), said('2026-03-24', 10, 20), said('2026-03-27', 30, 40)],
      till,
    )
    expect(kept.map(({ day: on }) => on)).toEqual(['2026-03-21', '2026-03-27'])
    expect(missesOf(kept)).toEqual([0, 1])
    expect(coverageOf(kept.flatMap(({ parts }) => parts))).toBe(0.5)
  })

  test('the same weekday a week before goes first, else the newest', () => {
    const kept = keptDays([said('2026-03-21', 48, 66), said('2026-03-27', 30, 40)], till)
    expect(scoreFor(kept, day('2026-03-28'), EVERYTHING)?.day).toBe('2026-03-21')
    expect(scoreFor(kept, day('2026-03-29'), EVERYTHING)?.day).toBe('2026-03-27')
    expect(scoreFor([], day('2026-03-29'), EVERYTHING)).toBeNull()
  })

  test('a product whose rows were not looked at is not counted as unsold', () => {
    const parts = [{ product: 'Kaktus', likely: 5, low: 4, high: 6 }]
    const [kept] = keptDays([{ day: day('2026-03-27'), parts }], till)
    expect(kept?.parts).toEqual([])
  })

  test('ranges that miss grow, ranges that never miss shrink, both within bounds', () => {
    expect(rangeLevel([])).toBe(0.8)
    expect(rangeLevel([1])).toBeCloseTo(0.816, 9)
    expect(rangeLevel([0])).toBeCloseTo(0.796, 9)
    expect(rangeLevel(Array(10).fill(1))).toBeCloseTo(0.95, 9)
    expect(rangeLevel(Array(200).fill(0))).toBeCloseTo(0.6, 9)
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (misses) => {
        const level = rangeLevel(misses)
        expect(level).toBeGreaterThanOrEqual(0.6 - 1e-9)
        expect(level).toBeLessThanOrEqual(0.95 + 1e-9)
      }),
    )
  })
})
