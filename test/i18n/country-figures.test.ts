import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/i18n/catalogue.ts'
import { spokenBy } from '../../src/i18n/locale.ts'
import {
  clock,
  daySpan,
  fullDayMonth,
  longDay,
  money,
  moneyRange,
  percent,
  quantity,
  shortDay,
} from '../../src/i18n/numbers.ts'
import { voiceOf } from '../../src/replies/voice.ts'
import { day } from '../../src/sales/day.ts'

/** Minor units of a currency with cents. */
const cents = (major: number): number => Math.round(major * 100)

describe('money as a shop’s country writes it', () => {
  test.each([
    ['es', 'MXN', '$1,234.50', '$48.3 mil', '$1.64 M'],
    ['es', 'USD', '$1,234.50', '$48.3 mil', '$1.64 M'],
    ['es', 'EUR', '1.234,50 €', '48,3 mil €', '1,64 M €'],
    ['es', 'ARS', '$ 1.234,50', '$48,3 mil', '$1,64 M'],
    ['es', 'PEN', 'S/ 1,234.50', 'S/ 48.3 mil', 'S/ 1.64 M'],
    ['pt', 'BRL', 'R$ 1.234,50', 'R$ 48,3 mil', 'R$ 1,64 mi'],
    ['pt', 'EUR', '1 234,50 €', '48,3 mil €', '1,64 M €'],
    ['en', 'USD', '$1,234.50', '$48.3K', '$1.64M'],
  ] as const)('%s with %s', (language, currency, ...written) => {
    const spoken = spokenBy({ language, currency })
    const short = (major: number) => money(cents(major), currency, spoken, 'short')
    expect([money(cents(1234.5), currency, spoken), short(48_250), short(1_640_000)]).toEqual(
      written,
    )
  })

  test('a loss has its minus in front', () => {
    expect(money(cents(-60), 'MXN', 'es')).toBe('-$60.00')
    expect(money(-60_000, 'CLP', spokenBy({ language: 'es', currency: 'CLP' }))).toBe('-$60.000')
  })

  test('a range says once what both ends share', () => {
    expect(moneyRange(cents(1_100_000), cents(1_500_000), 'MXN', 'es')).toBe('$1.1-1.5 M')
    expect(moneyRange(cents(11_000), cents(15_000), 'BRL', 'pt')).toBe('R$ 11-15 mil')
    expect(moneyRange(cents(11_000), cents(15_000), 'EUR', 'es-ES')).toBe('11-15 mil €')
  })

  test('counts in one sentence are grouped like its money', () => {
    const sales = (language: 'es' | 'pt', currency: string) =>
      voiceOf({ language, currency }).words.basis.sales(1284)
    expect(sales('es', 'MXN')).toBe('1,284 ventas')
    expect(sales('es', 'EUR')).toBe('1.284 ventas')
    expect(sales('pt', 'BRL')).toBe('1.284 vendas')
    expect([quantity(1_234_500, 'es'), quantity(1_500, 'es-CO'), quantity(1_500, 'pt')]).toEqual([
      '1,235',
      '1,5',
      '1,5',
    ])
    expect([percent(0.004, 'es'), percent(0.12, 'pt')]).toEqual(['0.4%', '12%'])
  })
})

describe('days', () => {
  const tuesday = day('2026-03-31')
  test('are written small, without dots, as people write them', () => {
    expect(shortDay(tuesday, 'pt')).toBe('ter 31 mar')
    expect(shortDay(day('2026-03-28'), 'es')).toBe('sáb 28 mar')
    expect(longDay(tuesday, 'es')).toBe('martes 31 mar')
    expect(longDay(tuesday, 'pt')).toBe('terça-feira 31 mar')
    expect([fullDayMonth(tuesday, 'es'), fullDayMonth(tuesday, 'pt')]).toEqual([
      '31 de marzo',
      '31 de março',
    ])
    const span = { from: day('2025-12-28'), to: day('2026-01-06') }
    expect(daySpan(span, 'pt')).toBe('28 dez 2025 - 6 jan 2026')
    expect(clock(1260, 'pt')).toBe('21:00')
  })

  test('have their own little words in Portuguese', () => {
    const { when, compare } = catalogue('pt')
    expect(when.on('terça-feira 31 mar')).toBe('na terça-feira 31 mar')
    expect(when.on('sábado 28 mar')).toBe('no sábado 28 mar')
    expect(when.on('3 de abril')).toBe('em 3 de abril')
    expect(compare.weekday('sábado', 'R$ 10')).toBe('um sábado normal (R$ 10)')
    expect(compare.weekday('sexta-feira', 'R$ 10')).toBe('uma sexta-feira normal (R$ 10)')
  })
})

test('one thing is never said as several', () => {
  for (const language of ['es', 'pt'] as const) {
    const { basis, receipt, uploads, forecast, seeRows } = catalogue(language)
    const said = [
      basis.sales(1),
      basis.branches(1),
      receipt.products(1),
      receipt.totals(1),
      receipt.overlap(1),
      receipt.items('1'),
      uploads.title(1),
      forecast.days(1),
      seeRows(1),
    ]
    expect(said.filter((text) => /\b1 \p{L}*s\b/u.test(text))).toEqual([])
  }
})
