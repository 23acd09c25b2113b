import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { sampleFile } from '../../src/sales/sample-shop.ts'
import type { Language } from '../../src/sales/shop.ts'

const LANGUAGES: readonly Language[] = ['id', 'en', 'es', 'pt']
const today = day('2026-11-22')
const linesOf = (language: Language, of = today): string[] =>
  new TextDecoder().decode(sampleFile(of, language).bytes).trimEnd().split('\n')

describe.for(LANGUAGES)('the sample shop in “%s”', (language) => {
  const [header = '', ...lines] = linesOf(language)
  const comma = header.includes(';') ? ';' : ','
  const rows = lines.map((line) => line.split(comma))

  test('has a heading and six cells in every line', () => {
    expect(header.split(comma)).toHaveLength(6)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([6]))
  })

  test('has twelve lines without a date, never the first, and one total at the end', () => {
    expect(rows.filter(([date]) => date === '')).toHaveLength(12)
    expect(rows[0]?.[0]).not.toBe('')
    expect(rows.filter(([date]) => date === 'TOTAL')).toEqual([rows.at(-1)])
  })

  test('its total is the sum of all its lines, those without a date too', () => {
    const pieces = rows.slice(0, -1).reduce((sum, row) => sum + Number(row[2]), 0)
    expect(Number(rows.at(-1)?.[2])).toBe(pieces)
  })

  test('is the same file every time, and another one on another day', () => {
    expect(linesOf(language)).toEqual([header, ...lines])
    expect(linesOf(language, day('2026-11-23'))).not.toEqual([header, ...lines])
  })

  test('covers three months and ends yesterday, on whatever day it is asked for', () => {
    const days = new Set(
      rows
        .slice(0, -1)
        .map(([date]) => date)
        .filter(Boolean),
    )
    expect(days.size).toBe(91)
  })
})

test('all four tell the same story: as many sales, of the same three branches', () => {
  const counts = LANGUAGES.map((language) => linesOf(language).length)
  expect(new Set(counts).size).toBe(1)
})
