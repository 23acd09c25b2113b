import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFileOverdue } from '../../src/analytics/heartbeat.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Files every `gap` ms, the newest one at 0. */
const every = (gap: number, count = 8) => Array.from({ length: count }, (_, i) => -i * gap)

describe('is a file overdue', () => {
  test.each([
    ['daily files, a day and a half later', every(DAY), 40 * HOUR, false],
    ['daily files, two days later', every(DAY), 49 * HOUR, true],
    ['weekly files, ten days later', every(7 * DAY), 10 * DAY, false],
    ['weekly files, fifteen days later', every(7 * DAY), 15 * DAY, true],
    ['hourly files through the API, thirty hours later', every(HOUR, 200), 30 * HOUR, false],
    ['three files show no rhythm yet', every(DAY, 3), 20 * DAY, false],
    [
      'a year sent in twelve files on one morning is no rhythm',
      every(HOUR / 4, 12),
      20 * DAY,
      false,
    ],
  ])('%s: %s', (_, at, now, overdue) => {
    expect(isFileOverdue({ at, closedDays: 0 }, now)).toBe(overdue)
  })

  test('days told closed are not waited for', () => {
    expect(isFileOverdue({ at: every(DAY), closedDays: 1 }, 60 * HOUR)).toBe(false)
    expect(isFileOverdue({ at: every(DAY), closedDays: 0 }, 60 * HOUR)).toBe(true)
  })

  test('in whatever order the files are listed, and overdue stays overdue', () => {
    const files = fc.array(fc.integer({ min: -90 * DAY, max: 0 }), { maxLength: 20 })
    fc.assert(
      fc.property(files, fc.integer({ min: 0, max: 60 * DAY }), (at, now) => {
        const overdue = isFileOverdue({ at, closedDays: 0 }, now)
        expect(isFileOverdue({ at: [...at].reverse(), closedDays: 0 }, now)).toBe(overdue)
        if (overdue) expect(isFileOverdue({ at, closedDays: 0 }, now + DAY)).toBe(true)
      }),
    )
  })
})
