import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourHabit } from '../../src/analytics/hours.ts'
import { addDays, day } from '../../src/sales/day.ts'
import type { HourSum } from '../../src/sales/totals.ts'

const MONDAY = day('2026-03-02')
const at = (days: number, hour: number, revenue: number): HourSum => ({
  day: addDays(MONDAY, days),
  hour,
  lines: 1,
  quantity: 1000,
  revenue,
})

describe('the hours of a week', () => {
  test('a Monday that came twice is not busier than a Tuesday that came once', () => {
    const habit = hourHabit([at(0, 9, 100), at(7, 9, 100), at(1, 9, 150)], 'revenue', 0)
    expect(habit?.busiest).toEqual({ weekday: 2, hour: 9, mean: 150 })
    expect(habit?.days).toBe(3)
  })

  test('a bar that closes at three has its small hours at the end of the evening', () => {
    const habit = hourHabit([at(0, 20, 5), at(0, 23, 5), at(0, 1, 9)], 'revenue', 3)
    expect(habit?.hours).toEqual([20, 21, 22, 23, 0, 1])
  })

  test('the hour of the clock that brings most is told with its part', () => {
    const habit = hourHabit(
      [at(0, 9, 100), at(1, 12, 60), at(2, 12, 60), at(3, 12, 30)],
      'revenue',
      0,
    )
    expect(habit?.busiest.hour).toBe(9)
    expect(habit?.peak).toEqual({ hour: 12, share: 0.6 })
  })

  test('no times, no hours', () => {
    expect(hourHabit([], 'revenue', 0)).toBeNull()
  })

  test('the cells of a week add up to what was sold', () => {
    const rows = fc.array(
      fc.record({
        back: fc.integer({ min: 0, max: 27 }),
        hour: fc.integer({ min: 0, max: 23 }),
        revenue: fc.integer({ min: -1000, max: 100_000 }),
      }),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 6 }), (some, closing) => {
        const sums = some.map(({ back, hour, revenue }) => at(back, hour, revenue))
        const habit = hourHabit(sums, 'revenue', closing)
        const traded = new Map<number, Set<string>>()
        for (const { day: each } of sums) {
          const weekday = ((new Date(`${each}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
          traded.set(weekday, (traded.get(weekday) ?? new Set()).add(each))
        }
        const all = habit?.cells.reduce(
          (sum, cell) => sum + cell.mean * (traded.get(cell.weekday)?.size ?? 0),
          0,
        )
        expect(all).toBeCloseTo(
          sums.reduce((sum, { revenue }) => sum + revenue, 0),
          4,
        )
      }),
    )
  })
})
