import { describe, expect, test } from 'vitest'
import { findLasting } from '../../src/analytics/lasting.ts'
import { addDays, type Day, day, daysBetween } from '../../src/sales/day.ts'
import { seededRandom } from '../support/random.ts'
import { everyDay, type SoldLine, tillOf } from '../support/shop-sales.ts'

const FROM = day('2026-01-05')
const DAYS = 120
const LAST = addDays(FROM, DAYS - 1)

/** About `units` a day, double on Saturdays, closed on Sundays, a tenth of noise. */
const branch = (name: string | null, units: number, seed: number): SoldLine[] => {
  const random = seededRandom(seed)
  return everyDay(
    FROM,
    DAYS,
    (weekday) => {
      const usual = { 6: 2 * units, 7: 0 }[weekday] ?? units
      return Math.round(usual * (0.9 + 0.2 * random()))
    },
    { branch: name },
  )
}

const since = (sold: readonly SoldLine[], from: Day, factor: number): SoldLine[] =>
  sold.map((line) =>
    line.day >= from ? { ...line, units: Math.round((line.units ?? 1) * factor) } : line,
  )
const ask = (sold: readonly SoldLine[], on: Day = LAST) =>
  findLasting({ day: on, branchDays: tillOf(sold).branchDays })

describe('a change that stays', () => {
  const shop = branch(null, 40, 1)

  test('an ordinary quarter holds none', () => {
    expect(ask(shop)).toEqual([])
  })

  test('a quarter less, day after day: noticed within two weeks, with what a day brings now', () => {
    const start = addDays(LAST, -11)
    const sold = since(shop, start, 0.75)
    const noticed = Array.from({ length: 12 }, (_, i) => addDays(start, i)).find(
      (on) => ask(sold, on).length > 0,
    )
    expect(noticed).toBeDefined()
    const [found] = ask(sold, noticed)
    expect(found).toMatchObject({ scope: { kind: 'shop' }, direction: 'down' })
    expect(found?.lasting?.kind).toBe('slump')
    expect(Math.abs(daysBetween(start, found?.lasting?.since ?? FROM))).toBeLessThanOrEqual(7)
    expect((found?.actual ?? 0) / (found?.usual.likely ?? 1)).toBeLessThan(0.88)
  })

  test('one terrible day is no slow change', () => {
    expect(ask(shop.map((line) => (line.day === LAST ? { ...line, units: 1 } : line)))).toEqual([])
  })

  test('a shop that has doubled is a new level after a week, and old news after two', () => {
    const start = addDays(LAST, -20)
    const sold = since(shop, start, 2)
    const week = ask(sold, addDays(start, 8))
    expect(week[0]).toMatchObject({ direction: 'up', lasting: { kind: 'level' } })
    expect(week[0]?.lasting?.since).toBe(start)
    expect((week[0]?.actual ?? 0) / (week[0]?.usual.likely ?? 1)).toBeGreaterThan(1.7)
    expect(ask(sold)).toEqual([])
  })

  test('one branch of three alone is named, when the shop as a whole holds', () => {
    const [dago, braga, kopo] = [
      branch('Dago', 15, 2),
      branch('Braga', 60, 3),
      branch('Kopo', 60, 4),
    ]
    const sold = [...since(dago, addDays(LAST, -9), 0.5), ...braga, ...kopo]
    expect(ask(sold).map(({ scope }) => scope)).toEqual([{ kind: 'branch', name: 'Dago' }])
  })

  test('six days without any file are no slump of a branch that sells four things a day', () => {
    const kiosk = (name: string) => everyDay(FROM, DAYS, () => 4, { branch: name })
    const sold = [...kiosk('Dago'), ...kiosk('Braga')].filter(
      ({ day: on }) => on <= addDays(LAST, -7) || on === LAST,
    )
    expect(ask(sold)).toEqual([])
  })

  test('money in another unit tells the same', () => {
    const sold = since(shop, addDays(LAST, -11), 0.7)
    const dear = sold.map((line) => ({ ...line, price: 10_000 * 137 }))
    const [a, b] = [ask(sold)[0], ask(dear)[0]]
    expect(b?.lasting).toEqual(a?.lasting)
    expect((b?.actual ?? 0) / (a?.actual ?? 1)).toBeCloseTo(137, 1)
  })

  test('the order of the rows does not matter, and rows after the day neither', () => {
    const sold = since(shop, addDays(LAST, -11), 0.7)
    expect(ask([...sold].reverse())).toEqual(ask(sold))
    const later = everyDay(addDays(LAST, 1), 20, () => 500)
    expect(ask([...sold, ...later])).toEqual(ask(sold))
  })
})
