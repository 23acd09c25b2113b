import { describe, expect, test } from 'vitest'
import { withClosingNeighbours } from '../../src/analytics/closing-neighbours.ts'
import { closingsOf } from '../../src/analytics/closings.ts'
import { dayEffectsOf } from '../../src/analytics/day-factors.ts'
import { calendarOf } from '../../src/analytics/days.ts'
import { demandOf } from '../../src/analytics/ledger.ts'
import { specialDaysIn } from '../../src/analytics/special-days.ts'
import type { Country } from '../../src/sales/country.ts'
import { addDays, type Day, day, dayNumber, weekdayOf } from '../../src/sales/day.ts'

/** A shop that trades every day of the stretch but these (and, when asked, every Sunday). */
const shop = (options: {
  readonly from: string
  readonly days: number
  readonly closed: readonly string[]
  readonly sundays?: boolean
  readonly country?: Country
}) => {
  const { closed, sundays = false, country = null } = options
  const start = dayNumber(day(options.from))
  const lines = Float64Array.from({ length: options.days }, (_, i) => {
    const on: Day = addDays(day(options.from), i)
    return closed.includes(on) || (sundays && weekdayOf(on) === 7) ? 0 : 30
  })
  const calendar = calendarOf({ start, lines, toldClosed: new Set() })
  const closings = closingsOf({ calendar, lines }, specialDaysIn(country))
  return (text: string) => closings(dayNumber(day(text)))
}

describe('which days to come will be closed', () => {
  test('Christmas, when it was closed last year', () => {
    const on = shop({ from: '2024-12-01', days: 380, closed: ['2024-12-25', '2024-12-26'] })
    expect(on('2025-12-25')).toBe('yearly')
    expect(on('2025-12-26')).toBe('yearly')
    expect(on('2025-12-27')).toBeNull()
  })

  test('Good Friday moves with Easter', () => {
    const on = shop({ from: '2025-01-01', days: 400, closed: ['2025-04-18'] })
    expect(on('2026-04-03')).toBe('yearly')
    expect(on('2026-04-18')).toBeNull()
  })

  test('any other date only when it was closed two years running: once may be a cold', () => {
    const once = shop({ from: '2024-01-01', days: 800, closed: ['2025-06-11'] })
    expect(once('2026-06-11')).toBeNull()
    const twice = shop({ from: '2024-01-01', days: 800, closed: ['2024-06-11', '2025-06-11'] })
    expect(twice('2026-06-11')).toBe('yearly')
  })

  test('what it did last counts: open last Christmas is open this Christmas', () => {
    const on = shop({ from: '2023-12-01', days: 760, closed: ['2023-12-25'] })
    expect(on('2025-12-25')).toBeNull()
  })

  test('a public holiday by name, wherever the moon puts it', () => {
    const on = shop({
      from: '2025-01-01',
      days: 400,
      closed: ['2025-03-31', '2025-04-01'],
      country: 'ID',
    })
    expect(on('2026-03-21')).toBe('holiday')
    expect(on('2026-03-31')).toBeNull()
  })

  test('a shop that kept every holiday so far keeps the next one, though it never saw it', () => {
    const closed = ['2026-01-01', '2026-02-16', '2026-03-16', '2026-02-02']
    const on = shop({ from: '2025-12-20', days: 120, closed, country: 'MX' })
    expect(on('2026-05-01')).toBe('holiday')
    const never = shop({ from: '2025-12-20', days: 120, closed: [], country: 'MX' })
    expect(never('2026-05-01')).toBeNull()
  })

  test('a weekly closing day says so first', () => {
    const on = shop({ from: '2025-01-01', days: 300, closed: [], sundays: true })
    expect(on('2025-11-02')).toBe('weekday')
    expect(on('2025-11-03')).toBeNull()
  })

  test('three weeks without a line are a holiday of the owner’s, not a habit of the calendar', () => {
    const weeks = Array.from({ length: 21 }, (_, i) => addDays(day('2024-12-15'), i))
    const on = shop({ from: '2024-01-01', days: 700, closed: weeks })
    expect(on('2025-12-25')).toBeNull()
  })
})

describe('days beside a closing', () => {
  const FROM = day('2024-01-01')
  /** Closed on the 15th of every month and, when asked, on Sundays; half as much again on the eve. */
  const year = (eve: number, sundays = false) => {
    const off = (on: Day) => on.endsWith('-15') || (sundays && weekdayOf(on) === 7)
    const lines = Float64Array.from({ length: 500 }, (_, i) => {
      const on = addDays(FROM, i)
      if (off(on)) return 0
      return off(addDays(on, 1)) && addDays(on, 1).endsWith('-15') ? 100 * eve : 100
    })
    const start = dayNumber(FROM)
    return { lines, calendar: calendarOf({ start, lines, toldClosed: new Set() }) }
  }
  const effects = (page: ReturnType<typeof year>, closed: string) => {
    const special = withClosingNeighbours(
      specialDaysIn(null),
      page,
      (number) => number === dayNumber(day(closed)),
    )
    const found = dayEffectsOf(demandOf(page.lines, page.calendar), special, [])
    return (text: string) => found(dayNumber(day(text)))?.factor ?? 1
  }

  test('the eve of a closing to come sells what eves have sold', () => {
    const on = effects(year(1.5), '2025-05-29')
    expect(on('2025-05-28')).toBeGreaterThan(1.25)
    expect(on('2025-05-27')).toBe(1)
    expect(on('2025-05-30')).toBe(1)
  })

  test('where eves are ordinary days, nothing is added', () => {
    expect(effects(year(1), '2025-05-29')('2025-05-28')).toBe(1)
  })

  test('before a closed Monday the eve is Saturday where Sunday is closed anyway', () => {
    const special = withClosingNeighbours(
      specialDaysIn(null),
      year(1, true),
      (number) => number === dayNumber(day('2025-06-09')),
    )
    expect(special(dayNumber(day('2025-06-07')))?.name.en).toBe('day before a closed day')
    expect(special(dayNumber(day('2025-06-08')))).toBeNull()
    expect(special(dayNumber(day('2025-06-10')))?.name.en).toBe('first day after closing')
  })
})
