import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/catalogue.ts'
import { addDays, day, parseDay, weekdayOf } from '../../src/sales/day.ts'
import { sampleFile } from '../../src/sales/sample-shop.ts'
import type { Language } from '../../src/sales/shop.ts'

const TODAY = day('2026-11-22')
const rows = (language: Language, today = TODAY) =>
  new TextDecoder()
    .decode(sampleFile(today, language).bytes)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(language === 'pt' ? ';' : ','))
const sales = rows('en')
  .slice(1)
  .filter(([date]) => parseDay(date ?? ''))
  .map(([date, product, pieces, price, branch]) => ({
    date: day(date ?? ''),
    product: product ?? '',
    revenue: Number(pieces) * Number(price),
    pieces: Number(pieces),
    branch: branch ?? '',
  }))
const sum = (list: readonly { readonly revenue: number }[]) =>
  list.reduce((total, { revenue }) => total + revenue, 0)
const yesterday = addDays(TODAY, -1)

describe('the sample shop', () => {
  test('is written the Indonesian way', () => {
    const [header, first] = rows('id')
    expect(header).toEqual(['tanggal', 'produk', 'jumlah', 'harga', 'cabang', 'warna'])
    expect(first?.[0]).toMatch(/^\d{2}\/\d{2}\/2026$/)
    expect(first?.[3]).toMatch(/^\d{1,3}(\.\d{3})+$/)
    expect(sampleFile(TODAY, 'id').fileName).toBe('penjualan_toko_mawar.csv')
  })

  test('is the same for everybody, and the same story in all languages', () => {
    expect(sampleFile(TODAY, 'id')).toEqual(sampleFile(TODAY, 'id'))
    const pieces = (language: Language) =>
      rows(language)
        .map((row) => row[2])
        .slice(1)
    for (const language of LANGUAGES) expect(pieces(language)).toEqual(pieces('en'))
  })

  test('is written as tills in Mexico and Brazil write', () => {
    const [header, first] = rows('es')
    expect(header).toEqual(['fecha', 'producto', 'cantidad', 'precio', 'sucursal', 'color'])
    expect(first?.[0]).toMatch(/^\d{2}\/\d{2}\/2026$/)
    expect(first?.[3]).toMatch(/^\d+\.00$/)
    const [titles, line] = rows('pt')
    expect(titles).toEqual(['data', 'produto', 'quantidade', 'preço', 'loja', 'cor'])
    expect(line?.[3]).toMatch(/^\d+,00$/)
  })

  test('covers three months up to yesterday, three branches, twelve products', () => {
    const days = new Set(sales.map(({ date }) => date))
    expect(days.size).toBe(91)
    expect([...days].sort().at(-1)).toBe(yesterday)
    expect(new Set(sales.map(({ branch }) => branch)).size).toBe(3)
    expect(new Set(sales.map(({ product }) => product)).size).toBe(12)
    expect(sales.length).toBeGreaterThan(1500)
    expect(sampleFile(TODAY, 'id').bytes.length).toBeLessThan(400_000)
  })

  test('has twelve lines without date and one TOTAL that is the true sum', () => {
    const lines = rows('en').slice(1)
    expect(lines.filter(([date]) => date === '')).toHaveLength(12)
    expect(lines.filter(([date]) => date === 'TOTAL')).toHaveLength(1)
    const counted = lines
      .slice(0, -1)
      .reduce((total, row) => total + Number(row[2]) * Number(row[3]), 0)
    expect(Number(lines.at(-1)?.[3])).toBe(counted)
  })

  test.each(Array.from({ length: 14 }, (_, i) => `2026-03-${String(i + 10)}`))(
    'Dago had a bad day yesterday and nobody else, whatever day it is (%s)',
    (text) => {
      const today = day(text)
      const all = rows('en', today).slice(1)
      const of = (branch: string, date: string) =>
        all
          .filter((row) => row[0] === date && row[4] === branch)
          .reduce((total, row) => total + Number(row[2]) * Number(row[3]), 0)
      const last = addDays(today, -1)
      const usual = (branch: string) => {
        const days = Array.from({ length: 8 }, (_, week) =>
          of(branch, addDays(last, -7 * (week + 1))),
        )
        return days.toSorted((a, b) => a - b)[4] ?? 0
      }
      expect(of('Dago', last)).toBeLessThan(usual('Dago') * 0.5)
      const others = (date: string) => of('Setiabudi', date) + of('Kemang', date)
      expect(others(last)).toBeGreaterThan((usual('Setiabudi') + usual('Kemang')) * 0.5)
    },
  )

  test('Saturdays sell more than Mondays, and the white lily sleeps', () => {
    const on = (weekday: number) => sum(sales.filter(({ date }) => weekdayOf(date) === weekday))
    expect(on(6)).toBeGreaterThan(on(1) * 1.5)
    const lilies = sales.filter(({ product }) => product === 'White Lily').map(({ date }) => date)
    expect(lilies.sort().at(-1) ?? '').toBe(addDays(yesterday, -14))
  })
})
