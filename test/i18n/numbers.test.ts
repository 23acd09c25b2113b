import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clock,
  dayName,
  daySpan,
  fullDayMonth,
  longDay,
  money,
  moneyRange,
  percent,
  quantity,
  quantityRange,
  shortDay,
  weekdayName,
  whole,
} from '../../src/i18n/numbers.ts'
import { addDays, day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'

const rupiah = (major: number): number => major * 100

describe('money', () => {
  test.each([
    [1_640_000, 'Rp 1.640.000', 'Rp 1,64 jt'],
    [48_250_000, 'Rp 48.250.000', 'Rp 48,3 jt'],
    [4_800_000, 'Rp 4.800.000', 'Rp 4,8 jt'],
    [870_000, 'Rp 870.000', 'Rp 870 rb'],
    [8_500, 'Rp 8.500', 'Rp 8.500'],
    [0, 'Rp 0', 'Rp 0'],
    [-60_000, '-Rp 60.000', '-Rp 60 rb'],
    [1_600_000_000, 'Rp 1.600.000.000', 'Rp 1,6 M'],
    [2_000_000_000_000, 'Rp 2.000.000.000.000', 'Rp 2 T'],
    [999_999, 'Rp 999.999', 'Rp 1 jt'],
  ])('%d rupiah in Indonesian', (major, full, short) => {
    expect(money(rupiah(major), 'IDR', 'id', 'full')).toBe(full)
    expect(money(rupiah(major), 'IDR', 'id', 'short')).toBe(short)
  })

  test.each([
    [1_640_000, 'Rp 1,640,000', 'Rp 1.64M'],
    [870_000, 'Rp 870,000', 'Rp 870K'],
  ])('%d rupiah in English', (major, full, short) => {
    expect(money(rupiah(major), 'IDR', 'en', 'full')).toBe(full)
    expect(money(rupiah(major), 'IDR', 'en', 'short')).toBe(short)
  })

  test('sen are kept in sums and left out of words', () => {
    expect(money(1_500_009, 'IDR', 'id', 'full')).toBe('Rp 15.000')
  })

  test('other currencies keep the decimals they have', () => {
    expect(money(123_450, 'GBP', 'en', 'full')).toBe('£1,234.50')
    expect(money(1_234_567, 'GBP', 'en', 'short')).toBe('£12.3K')
    expect(money(1_234, 'JPY', 'en', 'full')).toBe('¥1,234')
  })

  test('a range says once what both ends share', () => {
    const range = (low: number, high: number, language: Language = 'id') =>
      moneyRange(rupiah(low), rupiah(high), 'IDR', language)
    expect(range(1_100_000, 1_520_000)).toBe('Rp 1,1-1,5 jt')
    expect(range(1_100_000, 1_520_000, 'en')).toBe('Rp 1.1-1.5M')
    expect(range(870_000, 1_520_000)).toBe('Rp 870 rb - Rp 1,5 jt')
    expect(range(1_500_000, 1_520_000)).toBe('Rp 1,5 jt')
    expect(range(0, 9_500)).toBe('Rp 0-9.500')
    expect(range(-50_000, 50_000)).toBe('-Rp 50 rb - Rp 50 rb')
  })

  test('no figure carries a space that cannot be typed', () => {
    const units = fc.integer({ min: -1e15, max: 1e15 })
    const language = fc.constantFrom<Language>('id', 'en')
    const style = fc.constantFrom('full', 'short', 'rough')
    fc.assert(
      fc.property(units, language, style, (value, spoken, how) => {
        const text = money(value, 'IDR', spoken, how)
        expect(text).not.toMatch(/[\u00a0\u202f]/)
        expect(text).toMatch(/^-?Rp [\d.,]+( (rb|jt|M|T)|[KMBT])?$/)
      }),
    )
  })

  test('full money can be read back to the rupiah', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (major) => {
        expect(Number(money(rupiah(major), 'IDR', 'id', 'full').replace(/\D/g, ''))).toBe(major)
      }),
    )
  })
})

describe('quantities and ratios', () => {
  test.each([
    [38_000, '38', '38'],
    [1_500, '1,5', '1.5'],
    [1_234_000, '1.234', '1,234'],
    [250, '0,25', '0.25'],
    [-3_000, '-3', '-3'],
    [0, '0', '0'],
    [-0, '0', '0'],
  ])('%d thousandths', (thousandths, id, en) => {
    expect(quantity(thousandths, 'id')).toBe(id)
    expect(quantity(thousandths, 'en')).toBe(en)
  })

  test('a forecast range is whole things', () => {
    expect(quantityRange(51_600, 69_700, 'id')).toBe('52-70')
    expect(quantityRange(200, 400, 'id')).toBe('0')
    expect(quantityRange(900_000, 1_284_000, 'id')).toBe('900-1.284')
  })

  test('a ratio is a percentage without its sign', () => {
    expect(percent(0.1233, 'id')).toBe('12%')
    expect(percent(-0.5, 'id')).toBe('50%')
    expect(percent(0.004, 'id')).toBe('0,4%')
    expect(percent(0.004, 'en')).toBe('0.4%')
    expect(percent(12, 'id')).toBe('1.200%')
  })

  test('a count is grouped as the language does', () => {
    expect([whole(1284, 'id'), whole(1284, 'en')]).toEqual(['1.284', '1,284'])
  })
})

describe('days', () => {
  const tuesday = day('2026-03-31')

  test.each([
    ['id', ['Selasa', 'Sel 31 Mar', 'Selasa 31 Mar', '31 Maret']],
    ['en', ['Tuesday', 'Tue 31 Mar', 'Tuesday 31 Mar', '31 March']],
  ] as const)('a day in %s', (language, written) => {
    const forms = [dayName, shortDay, longDay, fullDayMonth].map((form) => form(tuesday, language))
    expect(forms).toEqual(written)
  })

  test.each([
    ['2026-03-31', '2026-03-31', '31 Mar 2026'],
    ['2026-03-01', '2026-03-31', '1-31 Mar 2026'],
    ['2026-02-28', '2026-03-06', '28 Feb - 6 Mar 2026'],
    ['2025-12-28', '2026-01-06', '28 Des 2025 - 6 Jan 2026'],
  ])('%s to %s', (from, to, text) => {
    expect(daySpan({ from: day(from), to: day(to) }, 'id')).toBe(text)
  })

  test('the week begins on Monday', () => {
    const week = ([1, 2, 3, 4, 5, 6, 7] as const).map((n) => weekdayName(n, 'id'))
    expect(week).toEqual(['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'])
  })

  test('names follow the calendar for any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (n) => {
        const any = addDays(day('1990-01-01'), n)
        expect(dayName(any, 'id')).toBe(dayName(addDays(any, 7), 'id'))
        expect(dayName(any, 'id')).not.toBe(dayName(addDays(any, 1), 'id'))
      }),
    )
  })

  test('a clock is written with the mark of the language', () => {
    expect([clock(1260, 'id'), clock(1260, 'en')]).toEqual(['21.00', '21:00'])
    expect([clock(0, 'id'), clock(5, 'en')]).toEqual(['00.00', '00:05'])
  })
})
