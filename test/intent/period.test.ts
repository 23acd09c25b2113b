import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWords } from '../../src/intent/lexicon.ts'
import { readPeriods } from '../../src/intent/period.ts'
import type { Lean } from '../../src/intent/place.ts'
import { addDays, type Day, day, daysOf } from '../../src/sales/day.ts'

/** Wednesday. */
const today = day('2026-04-01')

const read = (text: string, lean: Lean = 'past', on: Day = today): string => {
  const { periods, rest } = readPeriods(readWords(text, new Set()), on, lean)
  const spans = periods.map(({ kind, span }) =>
    span.from === span.to ? `${kind} ${span.from}` : `${kind} ${span.from}..${span.to}`,
  )
  return [...spans, ...(rest.length > 0 ? [`(${rest.join(' ')})`] : [])].join(' ')
}

describe('what people mean on Wednesday 1 April 2026', () => {
  test.each([
    ['hari ini', 'today 2026-04-01'],
    ['kemarin', 'yesterday 2026-03-31'],
    ['kmrn', 'yesterday 2026-03-31'],
    ['kemaren', 'yesterday 2026-03-31'],
    ['kemarin lusa', 'day 2026-03-30'],
    ['the day before yesterday', 'day 2026-03-30'],
    ['minggu ini', 'week 2026-03-30..2026-04-01'],
    ['minggu', 'week 2026-03-30..2026-04-01'],
    ['minggu lalu', 'last-week 2026-03-23..2026-03-29'],
    ['minggu yang lalu', 'last-week 2026-03-23..2026-03-29'],
    ['hari minggu', 'day 2026-03-29'],
    ['hari minggu kemarin', 'day 2026-03-29'],
    ['sunday', 'day 2026-03-29'],
    ['bulan', 'month 2026-04-01'],
    ['bulan ini', 'month 2026-04-01'],
    ['bulan lalu', 'last-month 2026-03-01..2026-03-31'],
    ['bulan maret', 'days 2026-03-01..2026-03-31'],
    ['maret', 'days 2026-03-01..2026-03-31'],
    ['maret 2025', 'days 2025-03-01..2025-03-31'],
    ['mei', 'days 2025-05-01..2025-05-31'],
    ['april', 'day 2026-04-01'],
    ['tahun 2025', 'days 2025-01-01..2025-12-31'],
    ['7 hari terakhir', 'days 2026-03-26..2026-04-01'],
    ['7 hari', 'days 2026-03-26..2026-04-01'],
    ['tujuh hari terakhir', 'days 2026-03-26..2026-04-01'],
    ['past two weeks', 'days 2026-03-19..2026-04-01'],
    ['3 hari lalu', 'day 2026-03-29'],
    ['3 days ago', 'day 2026-03-29'],
    ['rabu', 'day 2026-03-25'],
    ['selasa', 'day 2026-03-31'],
    ['senin minggu lalu', 'day 2026-03-23'],
    ['last monday', 'day 2026-03-30'],
    ['senin kemarin', 'day 2026-03-30'],
    ['31/3', 'day 2026-03-31'],
    ['3/31', 'day 2026-03-31'],
    ['2/4', 'day 2025-04-02'],
    ['31-03-2026', 'day 2026-03-31'],
    ['31.3.26', 'day 2026-03-31'],
    ['2026-03-31', 'day 2026-03-31'],
    ['31 maret 2026', 'day 2026-03-31'],
    ['march 31st', 'day 2026-03-31'],
    ['tgl 31', 'day 2026-03-31'],
    ['tanggal 1', 'day 2026-04-01'],
    ['29 feb', 'day 2024-02-29'],
    ['31/2', '(31/2)'],
    ['1-7 maret', 'days 2026-03-01..2026-03-07'],
    ['1 s/d 7 maret', 'days 2026-03-01..2026-03-07'],
    ['1/3 - 7/3', 'days 2026-03-01..2026-03-07'],
    ['dari 1 maret sampai 7 maret', 'days 2026-03-01..2026-03-07'],
    ['senin sampai rabu lalu', 'day 2026-03-30 day 2026-03-25 (sampai)'],
    ['sejak 25 maret', 'days 2026-03-25..2026-04-01'],
    ['dari kemarin', 'yesterday 2026-03-31 (dari)'],
    ['weekend kemarin', 'days 2026-03-28..2026-03-29'],
    ['tahun ini', 'days 2026-01-01..2026-04-01'],
    ['per minggu', '(per minggu)'],
    ['tiap senin', '(tiap senin)'],
    ['anggrek bulan', 'month 2026-04-01 (anggrek)'],
    ['may i see', '(may i see)'],
    ['15rb', '(15 rb)'],
  ])('%s', (text, meant) => {
    expect(read(text)).toBe(meant)
  })

  test.each([
    ['besok', 'day 2026-04-02'],
    ['lusa', 'day 2026-04-03'],
    ['sabtu', 'day 2026-04-04'],
    ['rabu', 'day 2026-04-08'],
    ['minggu depan', 'days 2026-04-06..2026-04-12'],
    ['7 hari ke depan', 'days 2026-04-02..2026-04-08'],
    ['next 3 days', 'days 2026-04-02..2026-04-04'],
    ['2/4', 'day 2026-04-02'],
    ['bulan ini', 'month 2026-04-01..2026-04-30'],
  ])('%s, when the future is asked about', (text, meant) => {
    expect(read(text, 'future')).toBe(meant)
  })
})

test('on a Sunday the week is the one that ends today', () => {
  const sunday = day('2026-04-05')
  expect(read('minggu ini', 'past', sunday)).toBe('week 2026-03-30..2026-04-05')
  expect(read('minggu lalu', 'past', sunday)).toBe('last-week 2026-03-23..2026-03-29')
  expect(read('hari minggu', 'past', sunday)).toBe('day 2026-03-29')
  expect(read('weekend', 'past', sunday)).toBe('days 2026-04-04..2026-04-05')
})

describe('on any day of any year', () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('2000-01-01'), n))
  const phrases =
    'hari ini|kemarin|minggu ini|minggu lalu|bulan ini|bulan lalu|7 hari|senin|last friday|weekend|31/12|29/2|maret|tahun ini|tahun lalu|tgl 30'.split(
      '|',
    )

  test('a period asked about in the past has come and is the right way round', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...phrases), (on, phrase) => {
        const { periods } = readPeriods(readWords(phrase, new Set()), on, 'past')
        for (const { span } of periods) {
          expect(span.from <= span.to).toBe(true)
          expect(span.to <= on).toBe(true)
        }
        expect(periods.length + Number(phrase.startsWith('tgl'))).toBeGreaterThan(0)
      }),
    )
  })

  test('last week and last month are whole and lie before this one', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const span = (phrase: string) => readPeriods(phrase.split(' '), on, 'past').periods[0]!.span
        expect(daysOf(span('minggu lalu'))).toHaveLength(7)
        expect(addDays(span('minggu lalu').to, 1)).toBe(span('minggu ini').from)
        expect(addDays(span('bulan lalu').to, 1)).toBe(span('bulan ini').from)
        expect(span('bulan lalu').from.slice(8)).toBe('01')
      }),
    )
  })
})
