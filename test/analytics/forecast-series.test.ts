import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecastSeries, rangeAround } from '../../src/analytics/forecast-series.ts'
import type { History } from '../../src/analytics/history.ts'
import { seededRandom } from '../support/random.ts'

// 2026-01-05 is a Monday: place 0.
const MONDAY = 20_458
const history = (values: Iterable<number>): History => ({
  start: MONDAY,
  values: Float64Array.from(values),
})
const ask = (past: History, group = past, whole = true) =>
  forecastSeries({ history: past, group, whole })

const WEEK = [10, 12, 9, 14, 20, 40, 0]

describe('one product day after day', () => {
  test('a week that never changes is forecast exactly', () => {
    const { week, dispersion } = ask(
      history(Array.from({ length: 84 }, (_, i) => WEEK[i % 7] ?? 0)),
    )
    for (const [place, units] of WEEK.entries()) expect(week[place]).toBeCloseTo(units, 6)
    expect(dispersion).toBe(1.05)
  })

  test('nothing sold yet is asleep, not a number out of thin air', () => {
    const forecast = ask(history(new Array(60).fill(0)))
    expect([...forecast.week]).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(forecast.asleep).toBe(true)
  })

  test('a product that stopped selling goes to sleep after three weeks', () => {
    const sold = new Array(60).fill(5)
    expect(ask(history([...sold, ...new Array(21).fill(0)])).asleep).toBe(false)
    expect(ask(history([...sold, ...new Array(22).fill(0)])).asleep).toBe(true)
  })

  test('a product sold once a month is not asleep after three weeks', () => {
    const monthly = Array.from({ length: 120 }, (_, i) => (i % 30 === 0 ? 2 : 0))
    expect(ask(history(monthly)).asleep).toBe(false)
  })

  test('one day of history gives a level and an honest, wide range', () => {
    const forecast = ask(history([30]))
    expect(forecast.week[3]).toBeCloseTo(30, 9)
    const { low, high } = rangeAround(30, forecast)
    expect(high - low).toBeGreaterThan(20)
  })

  test('closed days at the end change nothing', () => {
    const random = seededRandom(3)
    const past = Array.from({ length: 70 }, (_, i) =>
      Math.round((WEEK[i % 7] ?? 0) * (0.5 + random())),
    )
    const closed = new Array(9).fill(Number.NaN)
    expect(ask(history([...past, ...closed]))).toEqual(ask(history(past)))
  })

  test('a slow product takes its weekdays from the shop', () => {
    const shop = Array.from({ length: 84 }, (_, i) => (i % 7 === 5 ? 200 : 50))
    const slow = Array.from({ length: 84 }, (_, i) => (i % 9 === 0 ? 1 : 0))
    const { week } = ask(history(slow), history(shop))
    expect((week[5] ?? 0) / (week[1] ?? 1)).toBeGreaterThan(2)
  })
})

const pasts = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 60 }) }, fc.constant(Number.NaN)),
  { minLength: 1, maxLength: 150 },
)

describe('whatever was sold', () => {
  test('forecasts are finite, never negative, and lie within their range', () => {
    fc.assert(
      fc.property(pasts, (values) => {
        const forecast = ask(history(values))
        for (const mean of forecast.week) {
          expect(mean).toBeGreaterThanOrEqual(0)
          expect(Number.isFinite(mean)).toBe(true)
          const { low, high } = rangeAround(mean, forecast)
          expect(low).toBeLessThanOrEqual(high)
        }
        expect(Number.isFinite(forecast.dispersion)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('money in sen or in rupiah gives the same forecast', () => {
    fc.assert(
      fc.property(pasts, fc.constantFrom(100, 1000, 15_000), (values, factor) => {
        const small = ask(history(values.map((value) => value * 1000)), undefined, false)
        const large = ask(history(values.map((value) => value * 1000 * factor)), undefined, false)
        for (const [place, mean] of small.week.entries()) {
          expect((large.week[place] ?? 0) / factor).toBeCloseTo(mean, 3)
        }
        expect(large.dispersion / factor).toBeCloseTo(small.dispersion, 3)
      }),
      { numRuns: 60 },
    )
  })

  test('a wider promise is never a narrower range', () => {
    const spread = { dispersion: 3.2, whole: true }
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 900, noNaN: true }), (mean) => {
        const [narrow, wide] = [rangeAround(mean, spread, 0.6), rangeAround(mean, spread, 0.9)]
        expect(wide.low).toBeLessThanOrEqual(narrow.low)
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high)
      }),
    )
  })
})
