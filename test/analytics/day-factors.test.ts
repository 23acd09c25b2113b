import { describe, expect, test } from 'vitest'
import { dayEffectsOf } from '../../src/analytics/day-factors.ts'
import { specialDaysIn } from '../../src/analytics/special-days.ts'
import { addDays, type Day, day, dayNumber } from '../../src/sales/day.ts'
import { seededRandom } from '../support/random.ts'

const FROM = day('2024-10-01')
const random = seededRandom(7)
/** A hundred a day, give or take five, times what the day does to it. */
const history = (days: number, times: (on: Day) => number) => ({
  start: dayNumber(FROM),
  values: Float64Array.from({ length: days }, (_, i) => {
    const on = addDays(FROM, i)
    return (95 + 10 * random()) * times(on)
  }),
})
const between = (on: Day, from: string, to: string) => on >= from && on <= to
const effectOn = (past: ReturnType<typeof history>, text: string) =>
  dayEffectsOf(past, specialDaysIn('ID'), [])(dayNumber(day(text)))

describe('what special days do to sales', () => {
  test('the week before Lebaran doubled last year: this year it is raised, with eight days of doubt', () => {
    const past = history(400, (on) => (between(on, '2025-03-24', '2025-03-30') ? 2 : 1))
    // (7 x 200 + 8 x 100) / (7 x 100 + 8 x 100)
    expect(effectOn(past, '2026-03-16')?.factor).toBeCloseTo(22 / 15, 1)
    expect(effectOn(past, '2026-03-16')).toMatchObject({ isFirst: false, widening: 1 })
  })

  test('the first Ramadan in the data: no guess, a wider range', () => {
    const past = history(90, () => 1)
    expect(effectOn(past, '2026-02-25')).toMatchObject({
      factor: 1,
      widening: 2.25,
      isFirst: true,
    })
  })

  test('an ordinary Valentine’s Day is an ordinary day', () => {
    const past = history(400, () => 1)
    expect(effectOn(past, '2026-02-14')).toBeNull()
  })

  test('a florist’s Valentine’s Day is not', () => {
    const past = history(400, (on) => (on === '2025-02-14' ? 6 : 1))
    // (600 + 8 x 100) / (100 + 8 x 100)
    expect(effectOn(past, '2026-02-14')?.factor).toBeCloseTo(14 / 9, 1)
  })

  test('payday counts only where it shows', () => {
    const plain = history(300, () => 1)
    expect(effectOn(plain, '2025-10-28')).toBeNull()
    const payday = history(300, (on) =>
      Number(on.slice(8)) >= 25 || Number(on.slice(8)) <= 5 ? 1.3 : 1,
    )
    expect(effectOn(payday, '2025-10-28')?.factor).toBeGreaterThan(1.15)
  })

  test('the owner’s own events teach what events do', () => {
    const past = history(200, (on) => (on === '2025-03-08' || on === '2025-02-08' ? 3 : 1))
    const told = ['2025-02-08', '2025-03-08', '2025-06-01'].map((text) => ({
      day: day(text),
      branch: null,
      kind: 'event' as const,
      note: null,
    }))
    const effects = dayEffectsOf(past, specialDaysIn(null), told)
    expect(effects(dayNumber(day('2025-06-01')))?.factor).toBeCloseTo(14 / 10, 1)
    const first = dayEffectsOf(
      history(60, () => 1),
      specialDaysIn(null),
      told,
    )
    expect(first(dayNumber(day('2025-06-01')))).toMatchObject({ factor: 1, isFirst: true })
  })

  test('the unit of the money changes nothing', () => {
    const past = history(400, (on) => (between(on, '2025-03-24', '2025-03-30') ? 2 : 1))
    const cents = { start: past.start, values: past.values.map((value) => value * 100) }
    expect(effectOn(cents, '2026-03-16')?.factor).toBeCloseTo(
      effectOn(past, '2026-03-16')?.factor ?? 0,
      9,
    )
  })
})
