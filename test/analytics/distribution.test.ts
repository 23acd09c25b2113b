import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amountCdf,
  amountQuantile,
  countAtMost,
  countChance,
  countQuantile,
  normalCdf,
  normalExceeds,
  normalLoss,
  normalQuantile,
  studentStrays,
} from '../../src/analytics/distribution.ts'

describe('the normal curve', () => {
  // Reference values: Wolfram/mpmath to 16 digits.
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [1.959963984540054, 0.975],
    [-2.5, 0.006209665325776132],
    [3.5, 0.9997673709209645],
    [-6, 9.865876450376946e-10],
  ])('at %f stays under %f', (z, chance) => {
    expect(Math.abs(normalCdf(z) - chance)).toBeLessThan(1e-14)
  })

  test('keeps its digits far out in the tail', () => {
    expect(normalExceeds(10) / 7.61985302416053e-24).toBeCloseTo(1, 12)
  })

  test.each([
    [0.95, 1.6448536269514722],
    [0.99, 2.3263478740408408],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
    [0.5, 0],
  ])('a service level of %f is z %f', (level, z) => {
    expect(Math.abs(normalQuantile(level) - z)).toBeLessThan(1e-9)
  })

  test('quantile and chance undo each other everywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-12)
      }),
    )
  })

  test('nonsense in is NaN out, not a number', () => {
    expect(normalQuantile(1.2)).toBeNaN()
    expect(normalQuantile(Number.NaN)).toBeNaN()
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
  })

  test('the loss function is the reference value', () => {
    expect(normalLoss(0.3)).toBeCloseTo(0.26676124211721, 13)
  })
})

describe('tails heavier than normal', () => {
  // Two-sided critical values of Student's t, any printed table.
  test.each([
    [12.706, 1, 0.05],
    [3.182, 3, 0.05],
    [4.032, 5, 0.01],
    [6.869, 5, 0.001],
    [3.25, 9, 0.01],
  ])('t %f with %i degrees strays that far with chance %f', (t, degrees, chance) => {
    expect(studentStrays(t, degrees) / chance).toBeCloseTo(1, 2)
    expect(studentStrays(-t, degrees)).toBe(studentStrays(t, degrees))
  })
})

describe('counts that spread wider than chance', () => {
  // Mean 3, variance 5.4: dispersion 1.8.
  test.each([
    [0.9, 6, 5],
    [0.95, 7, 6],
    [0.98, 9, 7],
  ])('at %f: %i, where Poisson says %i', (level, spread, poisson) => {
    expect(countQuantile(level, { mean: 3, dispersion: 1.8 })).toBe(spread)
    expect(countQuantile(level, { mean: 3, dispersion: 1 })).toBe(poisson)
  })

  const spreads = fc.record({
    mean: fc.double({ min: 0.01, max: 300, noNaN: true }),
    dispersion: fc.double({ min: 1.05, max: 40, noNaN: true }),
  })

  test('the quantile is the smallest count that is enough', () => {
    fc.assert(
      fc.property(spreads, fc.double({ min: 0.02, max: 0.98, noNaN: true }), (spread, level) => {
        const count = countQuantile(level, spread)
        expect(countAtMost(count, spread)).toBeGreaterThanOrEqual(level - 1e-9)
        if (count > 0) expect(countAtMost(count - 1, spread)).toBeLessThan(level + 1e-9)
      }),
      { numRuns: 60 },
    )
  })

  test('chances add up to one and keep the mean', () => {
    const spread = { mean: 7.3, dispersion: 3 }
    const counts = Array.from({ length: 400 }, (_, count) => count)
    const chances = counts.map((count) => countChance(count, spread))
    expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10)
    expect(counts.reduce((sum, count) => sum + count * (chances[count] ?? 0), 0)).toBeCloseTo(
      7.3,
      8,
    )
  })

  test('nothing expected is nothing sold', () => {
    expect(countQuantile(0.9, { mean: 0, dispersion: 2 })).toBe(0)
    expect(amountQuantile(0.9, { mean: 0, dispersion: 2 })).toBe(0)
  })

  test('an impossible certainty ends instead of walking for ever', () => {
    expect(countQuantile(1, { mean: 5, dispersion: 2 })).toBeLessThanOrEqual(100_000)
  })
})

describe('amounts of any size', () => {
  test('quantile and chance undo each other', () => {
    const spread = { mean: 4_800_000, dispersion: 90_000 }
    for (const level of [0.05, 0.1, 0.5, 0.9, 0.99]) {
      expect(amountCdf(amountQuantile(level, spread), spread)).toBeCloseTo(level, 9)
    }
  })

  test('meets the counts where counts become large', () => {
    const spread = { mean: 390, dispersion: 9 }
    for (const level of [0.1, 0.5, 0.9, 0.95]) {
      expect(Math.abs(amountQuantile(level, spread) - countQuantile(level, spread))).toBeLessThan(
        1.5,
      )
    }
  })
})
