import { describe, expect, test } from 'vitest'
import { easterOf, specialDaysIn } from '../../src/analytics/special-days.ts'
import { type Country, countryOf } from '../../src/sales/country.ts'
import { day, dayFromNumber, dayNumber } from '../../src/sales/day.ts'

const named = (country: Country, text: string): string =>
  specialDaysIn(country)(dayNumber(day(text)))?.name.id.toLowerCase() ?? 'nothing'

describe('days that are not like their weekday', () => {
  test.each([
    ['ID', '2024-06-17', 'Idul Adha'],
    ['ID', '2024-02-08', 'Isra Mikraj'],
    ['ID', '2025-03-31', 'Lebaran'],
    ['ID', '2026-03-21', 'Lebaran'],
    ['ID', '2026-03-18', 'minggu sebelum Lebaran'],
    ['ID', '2026-02-25', 'puasa'],
    ['ID', '2026-03-25', 'hari-hari sesudah Lebaran'],
    ['ID', '2026-02-17', 'Imlek'],
    ['ID', '2027-02-06', 'Imlek'],
    ['ID', '2026-12-22', 'Hari Ibu'],
    ['ID', '2026-12-25', 'Natal'],
    ['ID', '2026-10-28', 'minggu gajian'],
    ['ID', '2026-10-15', null],
    ['ID', '2026-05-15', 'cuti bersama'],
    ['ID', '2025-08-18', 'cuti bersama'],
    ['ID', '2024-12-26', 'cuti bersama'],
    ['ID', '2027-05-18', 'cuti bersama'],
    // Within a stretch around a feast it is one of its days.
    ['ID', '2026-03-20', 'minggu sebelum Lebaran'],
    ['ID', '2027-03-10', 'Lebaran'],
    ['ID', '2027-03-12', 'hari-hari sesudah Lebaran'],
    ['MX', '2026-05-10', 'Hari Ibu'],
    ['BR', '2026-05-10', 'Hari Ibu'],
    ['US', '2026-05-10', 'Hari Ibu'],
    ['ES', '2026-05-03', 'Hari Ibu'],
    ['GB', '2026-03-15', 'Hari Ibu'],
    ['US', '2026-02-14', 'Hari Valentine'],
    ['US', '2026-11-26', 'Thanksgiving Day'],
    ['PT', '2026-04-25', 'Liberty Day'],
    ['GB', '2026-08-31', 'Summer Bank Holiday'],
    ['GB', '2026-12-26', 'Boxing Day'],
    ['GB', '2026-10-28', null],
  ] as const)('%s %s is %s', (country, text, wanted) => {
    expect(named(country, text)).toContain(wanted?.toLowerCase() ?? 'nothing')
  })

  test('no country, no special days', () => {
    expect(specialDaysIn(null)(dayNumber(day('2026-12-25')))).toBeNull()
  })

  test.each([
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('Easter %i is %s', (year, text) => {
    expect(dayFromNumber(easterOf(year))).toBe(text)
  })

  test.each([
    ['Asia/Makassar', 'IDR', 'ID'],
    ['Asia/Jakarta', 'USD', 'ID'],
    ['America/Sao_Paulo', 'BRL', 'BR'],
    ['Europe/London', 'GBP', 'GB'],
    ['UTC', 'MXN', 'MX'],
    ['UTC', 'EUR', null],
    ['Asia/Tokyo', 'JPY', null],
    ['Asia/Singapore', 'IDR', null],
  ])('a shop on the clock of %s with %s stands in %s', (timeZone, currency, country) => {
    expect(countryOf({ timeZone, currency })).toBe(country)
  })
})
