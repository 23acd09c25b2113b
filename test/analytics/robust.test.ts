import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  discoveries,
  mannKendallP,
  medianOf,
  quantileOf,
  robustSd,
  theilSenSlope,
} from '../../src/analytics/robust.ts'

test('of nothing there is no median, no quantile and no spread', () => {
  expect(medianOf([])).toBeNull()
  expect(quantileOf([], 0.9)).toBeNull()
  expect(robustSd([])).toBeNull()
  expect(theilSenSlope([5])).toBeNull()
})

test('quantiles are those of a spreadsheet (type 7)', () => {
  expect(quantileOf([1, 2, 3, 4], 0.25)).toBeCloseTo(1.75, 12)
})

test('a wild value in five moves neither median nor spread', () => {
  expect(medianOf([10, 11, 9, 10, 9000])).toBe(10)
  expect(robustSd([10, 11, 9, 10, 9000])).toBeCloseTo(1.4826, 10)
})

describe('Theil-Sen slope', () => {
  test('finds the slope of a line through one wild week', () => {
    expect(theilSenSlope([1, 3, 5, 700, 9, 11, 13])).toBe(2)
  })
  test('gaps keep their place', () => {
    expect(theilSenSlope([1, null, 5, 7])).toBe(2)
    expect(theilSenSlope([10, null, null, 13])).toBe(1)
  })
})

describe('Mann-Kendall', () => {
  test('eight rising weeks are no accident', () => {
    // S = 28, var = 65.33, z = 3.3405
    expect(mannKendallP([1, 2, 3, 4, 5, 6, 7, 8])).toBeCloseTo(0.000836, 5)
  })
  test('weeks alike count for less', () => {
    // S = 12, three ties of two: var = (510 - 54) / 18 = 25.33, z = 11 / 5.033 = 2.1855
    expect(mannKendallP([1, 1, 2, 2, 3, 3])).toBeCloseTo(0.028854, 6)
    // S = -5, one tie: var = (156 - 18) / 18 = 7.667, z = 4 / 2.769 = 1.4446
    expect(mannKendallP([3, 2, 2, 1])).toBeCloseTo(0.148562, 6)
  })
  test('two weeks say nothing', () => {
    expect(mannKendallP([1, 2])).toBe(1)
    expect(mannKendallP([])).toBe(1)
  })
  test('the same week eight times has no direction', () => {
    expect(mannKendallP([5, 5, 5, 5, 5, 5, 5, 5])).toBe(1)
  })
  test('turning the weeks round changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 }), (weeks) => {
        expect(mannKendallP(weeks)).toBeCloseTo(mannKendallP([...weeks].reverse()), 12)
      }),
    )
  })
})

describe('Benjamini-Hochberg', () => {
  test('the textbook case: four of fifteen at 5 %', () => {
    // Benjamini & Hochberg 1995, table of the thrombolysis example.
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ]
    expect(discoveries(p, 0.05)).toEqual([0, 1, 2, 3])
  })
  test('what lies exactly on its limit is found, and all that is smaller with it', () => {
    expect(discoveries([0.05, 0.5], 0.1)).toEqual([0])
    expect(discoveries([0.0501, 0.5], 0.1)).toEqual([])
    // The second alone would not pass; the third, on its limit of 3/4 × 0.1, takes it along.
    expect(discoveries([0.9, 0.07, 0.01, 0.075], 0.1)).toEqual([2, 1, 3])
  })
  test('nothing tested, nothing found', () => {
    expect(discoveries([], 0.1)).toEqual([])
    expect(discoveries([0.9, 0.8], 0.1)).toEqual([])
  })
})
