import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, wallClock, weekdayOf } from '../../src/sales/day.ts'
import {
  type Digest,
  dueSlot,
  firstSlot,
  isPickedHour,
  isQuiet,
  quietEnd,
  type Wall,
} from '../../src/sales/speaking.ts'

const MINUTE = 60_000
const at = (iso: string): number => Date.parse(iso)

/** Every slot that comes due while the minutes pass, with what the wall showed when it first did. */
const slotsOver = (
  digest: Digest,
  { zone, from, to }: { readonly zone: string; readonly from: string; readonly to: string },
): readonly string[] => {
  const since = wallClock(at(from), zone)
  const seen = new Map<Day, string>()
  for (let now = at(from); now <= at(to); now += MINUTE) {
    const wall = wallClock(now, zone)
    const slot = dueSlot(digest, wall, since)
    if (slot !== null && !seen.has(slot)) seen.set(slot, clock(wall))
  }
  return [...seen].map(([slot, shown]) => `${slot} ${shown}`)
}

const clock = ({ minute }: Wall): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const daily = (hour: number, minute = 0): Digest => ({ kind: 'daily', minute: hour * 60 + minute })

describe('a digest comes at the hour on the shop’s wall', () => {
  test.each([
    // Spain skips 02:00-03:00 on 29 March 2026 and has it twice on 25 October.
    [
      'an hour the clocks skip comes with the next one',
      { zone: 'Europe/Madrid', from: '2026-03-28T12:00:00Z', to: '2026-03-30T12:00:00Z' },
      daily(2, 30),
      ['2026-03-29 03:00', '2026-03-30 02:30'],
    ],
    [
      'an hour that comes twice is one slot',
      { zone: 'Europe/Madrid', from: '2026-10-24T12:00:00Z', to: '2026-10-26T12:00:00Z' },
      daily(2, 30),
      ['2026-10-25 02:30', '2026-10-26 02:30'],
    ],
    [
      'in New York as well, skipped on 8 March',
      { zone: 'America/New_York', from: '2026-03-07T17:00:00Z', to: '2026-03-09T17:00:00Z' },
      daily(2),
      ['2026-03-08 03:00', '2026-03-09 02:00'],
    ],
    [
      'and twice on 1 November',
      { zone: 'America/New_York', from: '2026-10-31T17:00:00Z', to: '2026-11-02T17:00:00Z' },
      daily(1, 59),
      ['2026-11-01 01:59', '2026-11-02 01:59'],
    ],
    [
      'São Paulo has no such days any more',
      { zone: 'America/Sao_Paulo', from: '2026-10-17T12:00:00Z', to: '2026-10-19T12:00:00Z' },
      daily(0),
      ['2026-10-18 00:00', '2026-10-19 00:00'],
    ],
    [
      'when it had them, midnight itself was skipped',
      { zone: 'America/Sao_Paulo', from: '2018-11-03T12:00:00Z', to: '2018-11-05T12:00:00Z' },
      daily(0),
      ['2018-11-04 01:00', '2018-11-05 00:00'],
    ],
    [
      'Jakarta never moves its clocks',
      { zone: 'Asia/Jakarta', from: '2026-03-28T03:00:00Z', to: '2026-03-30T03:00:00Z' },
      daily(8),
      ['2026-03-29 08:00', '2026-03-30 08:00'],
    ],
    [
      'a week has one Monday',
      { zone: 'Asia/Jakarta', from: '2026-03-27T03:00:00Z', to: '2026-04-07T03:00:00Z' },
      { kind: 'weekly', weekday: 1, minute: 420 } as const,
      ['2026-03-30 07:00', '2026-04-06 07:00'],
    ],
  ])('%s', (_, time, digest, slots) => {
    expect(slotsOver(digest, time)).toEqual(slots)
  })

  test('a missed one is caught up on the same day, a weekly one in the same week, and never later', () => {
    const since = { day: day('2026-03-01'), minute: 0 }
    const wednesday = { day: day('2026-04-01'), minute: 15 * 60 }
    expect(dueSlot(daily(8), wednesday, since)).toBe('2026-04-01')
    expect(dueSlot(daily(16), wednesday, since)).toBeNull()
    const monday: Digest = { kind: 'weekly', weekday: 1, minute: 420 }
    expect(dueSlot(monday, wednesday, since)).toBe('2026-03-30')
    expect(dueSlot(monday, { ...wednesday, day: day('2026-04-05') }, since)).toBe('2026-03-30')
    expect(dueSlot(monday, { day: day('2026-04-06'), minute: 0 }, since)).toBeNull()
  })

  test('asked for at noon, the one of this morning is not owed', () => {
    const noon = { day: day('2026-04-01'), minute: 720 }
    expect(dueSlot(daily(8), { ...noon, minute: 800 }, noon)).toBeNull()
    expect(dueSlot(daily(8), { day: day('2026-04-02'), minute: 480 }, noon)).toBe('2026-04-02')
    expect(firstSlot(daily(8), noon)).toBe('2026-04-02')
    expect(firstSlot(daily(13), noon)).toBe('2026-04-01')
    expect(firstSlot({ kind: 'weekly', weekday: 3, minute: 700 }, noon)).toBe('2026-04-08')
    expect(firstSlot({ kind: 'weekly', weekday: 5, minute: 700 }, noon)).toBe('2026-04-03')
  })

  test('whatever the hour and zone: one slot a day, each on its own day', () => {
    const zones = fc.constantFrom(
      'Europe/Madrid',
      'America/New_York',
      'America/Sao_Paulo',
      'Asia/Jakarta',
      'Australia/Lord_Howe',
    )
    const minutes = fc.integer({ min: 0, max: 1400 })
    const starts = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-20T00:00:00Z') })
    fc.assert(
      fc.property(zones, minutes, starts, (zone, minute, start) => {
        const since = wallClock(start, zone)
        const slots = new Set<Day>()
        for (let now = start; now < start + 5 * 86_400_000; now += 20 * MINUTE) {
          const wall = wallClock(now, zone)
          const slot = dueSlot({ kind: 'daily', minute }, wall, since)
          if (slot === null) continue
          expect(slot).toBe(wall.day)
          slots.add(slot)
        }
        const first = firstSlot({ kind: 'daily', minute }, since)
        expect([...slots].sort()[0] ?? first).toBe(first)
        expect(slots.size).toBeGreaterThanOrEqual(4)
        expect(slots.size).toBeLessThanOrEqual(6)
      }),
      { numRuns: 40 },
    )
  })

  test('a weekly one comes on its weekday first', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 1439 }),
        (weekday, back, minute) => {
          const now = { day: addDays(day('2026-12-31'), -back), minute }
          const digest = { kind: 'weekly', weekday, minute: 500 } as Digest
          expect(weekdayOf(firstSlot(digest, now))).toBe(weekday)
          expect(firstSlot(digest, now) >= now.day).toBe(true)
        },
      ),
    )
  })
})

test('quiet hours reach over midnight, may lie within a day, or be none', () => {
  const night = { from: 1260, to: 420, urgentAnyway: false }
  expect([1259, 1260, 0, 419, 420].map((minute) => isQuiet(night, minute))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
  expect(
    [779, 780, 900].map((minute) => isQuiet({ ...night, from: 780, to: 900 }, minute)),
  ).toEqual([false, true, false])
  expect(isQuiet({ ...night, from: 0, to: 0 }, 0)).toBe(false)
})

test('the hour an owner picked is an hour long and of that day alone', () => {
  const today = day('2026-04-01')
  const shown = (minute: number, on = today) => isPickedHour(daily(6), today, { day: on, minute })
  expect([359, 360, 419, 420].map((minute) => shown(minute))).toEqual([false, true, true, false])
  expect(shown(370, addDays(today, 1))).toBe(false)
})

describe('the end of a night', () => {
  test.each([
    ['an ordinary one', 'Asia/Jakarta', '2026-04-01T15:00:00Z', '2026-04-02T00:00:00.000Z'],
    // Berlin: 29 March has no two o’clock, 25 October has it twice.
    ['the clocks go forward', 'Europe/Berlin', '2026-03-28T21:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['the clocks go back', 'Europe/Berlin', '2026-10-24T21:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('is seven on the wall: %s', (_, zone, now, end) => {
    const quiet = { from: 21 * 60, to: 7 * 60, urgentAnyway: false }
    expect(new Date(quietEnd(quiet, at(now), zone)).toISOString()).toBe(end)
  })
})
