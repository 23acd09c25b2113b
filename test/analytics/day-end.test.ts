import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endsToKnow, isDayOver } from '../../src/analytics/day-end.ts'
import { addDays, day } from '../../src/sales/day.ts'
import type { DayEnd } from '../../src/sales/totals.ts'

const TODAY = day('2026-03-31')
const at = (hour: number, minute = 0): number => hour * 60 + minute

/** A shop of two branches whose last sale falls between 20.40 and 20.58 on each of the last eight Tuesdays. */
const evenings = (branches: readonly string[] = ['Dago', 'Setiabudi']): DayEnd[] =>
  Array.from({ length: 8 }, (_, i) => addDays(TODAY, -7 * (i + 1))).flatMap((each, week) =>
    branches.map((branch) => ({ day: each, branch, lastMinute: at(20, 40 + ((week * 5) % 19)) })),
  )
const today = (lastMinute: number | null, branches = ['Dago', 'Setiabudi']): DayEnd[] =>
  branches.map((branch) => ({ day: TODAY, branch, lastMinute }))

describe('a file of the same day holds the whole day', () => {
  test.each([
    [
      'sent at 21.30 after a usual evening',
      at(21, 30),
      [...evenings(), ...today(at(20, 50))],
      true,
    ],
    [
      'sent at 21.30 after a quiet evening',
      at(21, 30),
      [...evenings(), ...today(at(19, 10))],
      true,
    ],
    [
      'sent at 20.50, while somebody may still buy',
      at(20, 50),
      [...evenings(), ...today(at(20, 45))],
      false,
    ],
    ['sent at noon', at(12), [...evenings(), ...today(at(11, 55))], false],
    [
      'sent at 21.30 but exported at noon',
      at(21, 30),
      [...evenings(), ...today(at(11, 55))],
      false,
    ],
    ['sent at 21.30 without times of the day', at(21, 30), [...evenings(), ...today(null)], false],
    [
      'in a shop whose files have no times',
      at(21, 30),
      [...evenings().map((end) => ({ ...end, lastMinute: null })), ...today(null)],
      false,
    ],
    [
      'three weeks after the first file',
      at(21, 30),
      [...evenings().slice(0, 6), ...today(at(20, 50))],
      false,
    ],
    [
      'of one branch, while the other’s is still to come',
      at(21, 30),
      [...evenings(), ...today(at(20, 50), ['Dago'])],
      false,
    ],
    [
      'of a branch that opened today beside the others',
      at(21, 30),
      [...evenings(), ...today(at(20, 50), ['Dago', 'Setiabudi', 'Riau'])],
      true,
    ],
    [
      'where the missing branch is a stall of some Tuesdays',
      at(21, 30),
      [...evenings(), ...evenings(['Pasar']).slice(0, 4), ...today(at(20, 50))],
      true,
    ],
    [
      'in a shop that sells up to midnight',
      at(23, 55),
      [...evenings().map((end) => ({ ...end, lastMinute: at(23, 40) })), ...today(at(23, 30))],
      false,
    ],
  ] as const)('%s: %#', (_, sentAt, ends, expected) => {
    expect(isDayOver(TODAY, { sentAt, ends })).toBe(expected)
  })

  test('never before any last sale of those evenings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 1439 }),
        (lasts, own, sentAt) => {
          const days = endsToKnow(TODAY)
          const ends = lasts.map((lastMinute, i) => ({
            day: days[i + 1] ?? TODAY,
            branch: null,
            lastMinute,
          }))
          const over = isDayOver(TODAY, {
            sentAt,
            ends: [...ends, { day: TODAY, branch: null, lastMinute: own }],
          })
          return !over || sentAt > Math.max(...lasts)
        },
      ),
    )
  })
})
