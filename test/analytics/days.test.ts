import { describe, expect, test } from 'vitest'
import { calendarOf, closedWeekdays, emptyRunsOf, isProvisional } from '../../src/analytics/days.ts'
import { day, dayNumber } from '../../src/sales/day.ts'

// 2026-01-05 is a Monday.
const MONDAY = dayNumber(day('2026-01-05'))
const NOBODY_TOLD = new Set<number>()
/** A busy shop writes 30 lines a day; `.` is a day without any. */
const lines = (text: string) => [...text.replaceAll(' ', '')].map((mark) => (mark === '.' ? 0 : 30))
const statesOf = (text: string, toldClosed: ReadonlySet<number> = NOBODY_TOLD) =>
  calendarOf({ start: MONDAY, lines: lines(text), toldClosed })
    .states.map((state) => ({ open: 'o', closed: 'c', missing: 'm' })[state])
    .join('')

describe('what an empty day was', () => {
  test('a shop closed on Sundays is closed on Sundays, from the first week on', () => {
    expect(statesOf('oooooo. oooooo. oooooo. oooooo.')).toBe('ooooooc'.repeat(4))
  })

  test('one empty day alone is a closed day', () => {
    expect(statesOf('ooooooo oo.oooo ooooooo')).toBe('ooooooo oocoooo ooooooo'.replaceAll(' ', ''))
  })

  test('two empty days in a row are a missing file', () => {
    expect(statesOf('ooooooo oo..ooo ooooooo')).toBe('ooooooo oommooo ooooooo'.replaceAll(' ', ''))
  })

  test('a closed Sunday beside an empty Saturday does not make a missing file', () => {
    expect(statesOf('oooooo. oooooo. ooooo.. oooooo. oooooo.')).toBe(
      'ooooooc ooooooc ooooocc ooooooc ooooooc'.replaceAll(' ', ''),
    )
  })

  test('before the first and after the last line nothing is known', () => {
    expect(statesOf('..ooooo ooooo..')).toBe('mmooooo ooooomm'.replaceAll(' ', ''))
  })

  test('a week without a file teaches no closing day', () => {
    const calendar = calendarOf({
      start: MONDAY,
      lines: lines('ooooooo ....... ....... ....... ooooooo'),
      toldClosed: NOBODY_TOLD,
    })
    expect(calendar.closedPlaces).toEqual([])
  })

  test('what the owner told wins over lines', () => {
    expect(statesOf('ooooooo ooooooo', new Set([MONDAY + 2]))).toBe(
      'oocoooo ooooooo'.replace(' ', ''),
    )
  })

  test('a shop that sells three things a day may well sell none', () => {
    const slow = calendarOf({
      start: MONDAY,
      lines: [3, 2, 0, 4, 3, 0, 1, 3, 3, 2, 3],
      toldClosed: NOBODY_TOLD,
    })
    expect(slow.states).toEqual(new Array(11).fill('open'))
  })

  test('a closing day that has moved is forgotten within two months', () => {
    const moved = `${'oooooo. '.repeat(10)}${'.oooooo '.repeat(8)}`
    const calendar = calendarOf({ start: MONDAY, lines: lines(moved), toldClosed: NOBODY_TOLD })
    expect(closedWeekdays([calendar])).toEqual([1])
  })

  test('one exceptional Sunday in eight keeps Sundays closed', () => {
    const calendar = calendarOf({
      start: MONDAY,
      lines: lines(`${'oooooo. '.repeat(5)}ooooooo ${'oooooo. '.repeat(2)}`),
      toldClosed: NOBODY_TOLD,
    })
    expect(closedWeekdays([calendar])).toEqual([7])
  })
})

describe('the newest day', () => {
  const today = MONDAY + 10
  test.each([
    ['today is provisional while nothing later is known', today, today, true],
    ['today is final when a later day has rows', today, today + 1, false],
    ['yesterday is final', today - 1, today - 1, false],
  ])('%s', (_, judged, newest, provisional) => {
    expect(isProvisional(judged, today, newest)).toBe(provisional)
  })
})

describe('which empty days are a riddle', () => {
  /** Forty days of trade from Monday 5 January 2026 but for these places. */
  const START = dayNumber(day('2026-01-05'))
  const trading = (...empty: readonly number[]) =>
    Float64Array.from({ length: 40 }, (_, i) => (empty.includes(i) ? 0 : 20))
  const at = (place: number) => START + place
  const none = new Set<number>()

  test('one day between two trading days was closed; two in a row are a file that is missing', () => {
    const calendar = calendarOf({ start: START, lines: trading(10, 20, 21), toldClosed: none })
    expect(emptyRunsOf(calendar)).toEqual([
      { first: at(10), last: at(10), state: 'closed' },
      { first: at(20), last: at(21), state: 'missing' },
    ])
  })

  test('a day that no file covers is missing, even alone', () => {
    const covered = new Set(Array.from({ length: 40 }, (_, i) => at(i)))
    covered.delete(at(10))
    const calendar = calendarOf({
      start: START,
      lines: trading(10, 20),
      toldClosed: none,
      covered,
    })
    expect(emptyRunsOf(calendar).map(({ state }) => state)).toEqual(['missing', 'closed'])
  })

  test('a told closing is no riddle, and a day told open misses its file', () => {
    const told = new Set([at(20)])
    const calendar = calendarOf({
      start: START,
      lines: trading(10, 20),
      toldClosed: told,
      toldOpen: new Set([at(10)]),
    })
    expect(emptyRunsOf(calendar, told)).toEqual([{ first: at(10), last: at(10), state: 'missing' }])
  })

  test('a weekly closing day is no riddle', () => {
    const sundays = [6, 13, 20, 27, 34]
    const calendar = calendarOf({ start: START, lines: trading(...sundays), toldClosed: none })
    expect(emptyRunsOf(calendar)).toEqual([])
  })
})
