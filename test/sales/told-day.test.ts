import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { isToldTooLong, type ToldDays, toldDaysOf, toldOf } from '../../src/sales/told-day.ts'

const lebaran = { from: day('2026-03-20'), to: day('2026-03-22') }
const words = (no: number, change: Partial<ToldDays> = {}): ToldDays => ({
  no,
  span: lebaran,
  branch: null,
  kind: 'closed',
  note: null,
  ...change,
})

describe('of what was said about a day', () => {
  test('the newest word holds, in whichever order they come', () => {
    const event = words(2, {
      span: { from: day('2026-03-21'), to: day('2026-03-21') },
      kind: 'event',
    })
    const kinds = ['closed', 'event', 'closed']
    expect(toldDaysOf([words(1), event]).map(({ kind }) => kind)).toEqual(kinds)
    expect(toldDaysOf([event, words(1)]).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('a branch’s own word goes before the shop’s, there alone', () => {
    const told = toldDaysOf([words(1), words(2, { branch: 'Dago', kind: 'open' })])
    expect(toldOf(told, day('2026-03-21'), 'Dago')?.kind).toBe('open')
    expect(toldOf(told, day('2026-03-21'), 'Kemang')?.kind).toBe('closed')
    expect(toldOf(told, day('2026-03-21'))?.kind).toBe('closed')
    expect(toldOf(told, day('2026-03-23'))).toBeNull()
  })
})

test('62 days are a season, 63 a slip of the finger', () => {
  expect(isToldTooLong({ from: day('2026-01-01'), to: day('2026-03-03') })).toBe(false)
  expect(isToldTooLong({ from: day('2026-01-01'), to: day('2026-03-04') })).toBe(true)
})
