import { expect, test } from 'vitest'
import type { History } from '../../src/analytics/history.ts'
import { trendOf } from '../../src/analytics/trend.ts'
import { seededRandom } from '../support/random.ts'

const MONDAY = 20_458
const history = (days: number, of: (place: number) => number): History => ({
  start: MONDAY,
  values: Float64Array.from({ length: days }, (_, i) => of(i)),
})

test('a shop that grows every week is going up', () => {
  const trend = trendOf(history(84, (i) => 100 * 1.04 ** Math.floor(i / 7)))
  expect(trend?.direction).toBe('up')
  expect(trend?.change).toBeCloseTo(1.04 ** 4 - 1, 6)
})

test('a shop that shrinks is going down', () => {
  expect(trendOf(history(84, (i) => 1000 - 9 * i))?.direction).toBe('down')
})

test('noise around the same level is flat', () => {
  const random = seededRandom(5)
  const directions = Array.from(
    { length: 40 },
    () => trendOf(history(56, () => 80 + 40 * random()))?.direction,
  )
  expect(directions.filter((direction) => direction === 'flat').length).toBeGreaterThanOrEqual(36)
})

test('a fifth Saturday in the recent weeks is not growth', () => {
  const weekend = (i: number) => (i % 7 >= 5 ? 300 : 100)
  const trend = trendOf(history(62, weekend))
  expect(trend?.change).toBeCloseTo(0, 10)
  expect(trend?.direction).toBe('flat')
})

test('a closed week is not a fall', () => {
  const trend = trendOf(history(70, (i) => (i >= 56 && i < 63 ? Number.NaN : 100)))
  expect(trend).toEqual({ direction: 'flat', change: 0, p: 1 })
})

test('one wild day does not make a trend', () => {
  const trend = trendOf(history(56, (i) => (i === 50 ? 900 : 100 + (i % 3))))
  expect(trend?.direction).toBe('flat')
})

test('under four weeks there is no trend to speak of', () => {
  expect(trendOf(history(27, () => 100))).toBeNull()
  expect(trendOf(history(28, () => 100))).not.toBeNull()
  expect(trendOf(history(60, () => 0))).toBeNull()
})
