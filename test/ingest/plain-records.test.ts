import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBlank, plainCells } from '../../src/ingest/plain-record.ts'
import { cellAt, tableOf } from '../../src/ingest/table.ts'
import { numberedTexts } from '../../src/ingest/texts.ts'

/** Cells as tills write them, and stranger ones, without quotes and line ends. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'Mawar',
    ' Mawar',
    'Mawar ',
    '15.000',
    '2026-01-15',
    '\t',
    '\u00a0',
    'é',
    '薔薇',
    '🌹',
  ),
  fc
    .string({ unit: 'binary', maxLength: 6 })
    .map((text) => text.replace(/["'\r\n\u2028\u2029]/g, '')),
)
const DELIMITERS = [',', ';', '\t', '|'] as const

describe('lines without quotes', () => {
  test.each(DELIMITERS)('are cut at “%s” as csv-parse cuts them', (delimiter) => {
    const row = fc.array(
      cell.map((text) => text.replaceAll(delimiter, '')),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (rows, hasReturns) => {
          const text = rows.map((cells) => cells.join(delimiter)).join(hasReturns ? '\r\n' : '\n')
          const reference: string[][] = parse(text, {
            delimiter,
            record_delimiter: hasReturns ? '\r\n' : '\n',
            relax_column_count: true,
            quote: null,
          })
          const table = tableOf(text, { delimiter, quote: '"', escapedBy: null, start: 0 })
          const filled = reference
            .map((cells) => cells.map((each) => each.trim()))
            .filter((cells) => cells.some((each) => each !== ''))
          const read = Array.from({ length: table?.rows ?? 0 }, (_, r) =>
            (filled[r] ?? []).map((_cell, c) => (table ? cellAt(table, r, c) : '')),
          )
          expect(read).toEqual(filled)
          expect([...(table?.widths ?? [])]).toEqual(
            filled.map((cells) => cells.findLastIndex((each) => each !== '') + 1),
          )
          expect([...(table?.counts ?? [])]).toEqual(filled.map((cells) => cells.length))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('blanks around a cell are those that trim takes off', () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => unit)
    const ours = units.filter(isBlank)
    expect(ours).toEqual(units.filter((unit) => String.fromCharCode(unit).trim() === ''))
  })

  test('a cell is told by where it lies', () => {
    const taken: [number, string][] = []
    const text = 'skip, a ,,bc,'
    const size = plainCells(
      text,
      { start: 5, end: text.length, delimiter: 44 },
      (index, from, to) => {
        taken.push([index, text.slice(from, to)])
        return true
      },
    )
    expect(taken).toEqual([
      [0, 'a'],
      [2, 'bc'],
    ])
    expect(size).toEqual({ count: 4, width: 3 })
  })
})

describe('texts get numbers', () => {
  test('equal texts one number, different texts different ones, whatever was before', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 2000 }), (cells) => {
        const texts = numberedTexts()
        const codes = cells.map((each) => texts.codeOf(each, 0, each.length))
        expect(codes.map((code) => texts.values[code])).toEqual(cells)
        expect(new Set(codes).size).toBe(new Set(cells).size)
      }),
    )
  })

  test('a column of nothing but new texts is not looked up for ever, and still right', () => {
    const texts = numberedTexts()
    const wanted = Array.from({ length: 120_000 }, (_, i) => `T${i % 100_000}`)
    const codes = wanted.map((each) => texts.codeOf(each, 0, each.length))
    expect(codes.every((code, i) => texts.values[code] === wanted[i])).toBe(true)
  })
})
