import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History } from '../../src/analytics/history.ts'
import { adviseRestock } from '../../src/analytics/restock.ts'
import { suspectedStockOuts, withoutPlaces } from '../../src/analytics/stock-out.ts'
import { addDays, day } from '../../src/sales/day.ts'
import { seededRandom } from '../support/random.ts'
import { everyDay, tillOf } from '../support/shop-sales.ts'

const FLAT = new Float64Array(7).fill(1)
const history = (values: readonly number[]): History => ({
  start: 20_458,
  values: Float64Array.from(values),
})
const suspected = (values: readonly number[]) => suspectedStockOuts(history(values), FLAT)
const busy = [9, 12, 8, 11, 10, 13, 9, 10, 12, 11]

describe('days on which the shelf was probably empty', () => {
  test('a mover that sells nothing for three days and then sells again', () => {
    expect(suspected([...busy, 0, 0, 0, ...busy])).toEqual([10, 11, 12])
  })

  test('closed days in between do not count', () => {
    expect(suspected([...busy, 0, Number.NaN, 0, ...busy])).toEqual([10, 12])
  })

  test('a silence that has not ended may be the end of the product', () => {
    expect(suspected([...busy, 0, 0, 0])).toEqual([])
  })

  test('a slow product is often silent', () => {
    expect(suspected([1, 0, 0, 1, 0, 0, 0, 0, 2, 0, 1, 0, 0, 1])).toEqual([])
  })

  test('a product that sells in lumps is often silent too', () => {
    expect(suspected([60, 0, 0, 40, 0, 0, 0, 90, 0, 55, 0, 0, 0, 70])).toEqual([])
  })

  test('half a year off the shelf is no stock-out', () => {
    expect(suspected([...busy, ...new Array(120).fill(0), ...busy])).toEqual([])
  })

  test('only days without a sale are ever suspected', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 80 }), (values) => {
        for (const place of suspected(values)) expect(values[place]).toBe(0)
        const places = suspected(values)
        const left = withoutPlaces(history(values), places).values
        expect([...left].filter(Number.isNaN).length).toBe(places.length)
      }),
    )
  })
})

test('a week of empty shelves does not order fewer roses', () => {
  const random = seededRandom(4)
  const roses = everyDay('2026-01-05', 84, () => 40 + Math.floor(20 * random()), {
    product: 'Mawar',
  })
  const cards = everyDay('2026-01-05', 84, () => 8, { product: 'Kartu' })
  const soldOut = roses.map((line, place) =>
    place >= 70 && place < 76 ? { ...line, units: 0 } : line,
  )
  const advise = (sold: typeof roses) =>
    adviseRestock({
      ...tillOf([...sold, ...cards]),
      from: addDays(day('2026-01-05'), 84),
      leadDays: 2,
      reviewDays: 5,
      serviceLevel: 0.9,
    })?.restock.find(({ product }) => product === 'Mawar')
  const [full, empty] = [advise(roses), advise(soldOut)]
  expect(empty?.soldOutDays).toBe(6)
  expect(full?.soldOutDays).toBe(0)
  expect((empty?.perDay ?? 0) / (full?.perDay ?? 1)).toBeGreaterThan(0.95)
})
