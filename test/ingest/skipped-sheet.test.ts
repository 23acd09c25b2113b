import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import type { RowProblem } from '../../src/ingest/reading.ts'
import { type SkippedWords, skippedSheet } from '../../src/ingest/skipped-sheet.ts'

const WORDS: SkippedWords = {
  sheet: 'Baris dilewati: Maret/April 2026 semua cabang',
  line: 'Baris',
  reason: 'Sebab',
  column: 'Kolom',
  value: 'Isi',
  text: 'Baris asli',
  reasons: {
    'no-date': 'tanpa tanggal',
    'bad-date': 'tanggal tidak terbaca',
    'bad-number': 'bukan angka',
    'no-product': 'tanpa produk',
    'no-amount': 'tanpa jumlah',
    'broken-line': 'baris rusak',
    'out-of-range': 'tanggal di luar jangkauan',
    'not-sold': 'batal',
    'left-out': 'tidak dihitung',
  },
}

const aProblem = (other: Partial<RowProblem> = {}): RowProblem => ({
  row: 17,
  column: 'Tanggal',
  value: '31/31/2026',
  reason: 'bad-date',
  text: '31/31/2026;Mawar;2',
  ...other,
})

const sheetOf = async (problems: readonly RowProblem[]) => {
  const { sheets } = await readXlsx(await skippedSheet(problems, WORDS))
  return sheets[0]!
}

describe('the sheet of skipped rows', () => {
  test('says where, why and what, in the owner’s words', async () => {
    const sheet = await sheetOf([aProblem(), aProblem({ row: 20, column: null, value: '' })])
    expect(sheet.rows.map((cells) => cells.map((cell) => cell ?? ''))).toEqual([
      ['Baris', 'Sebab', 'Kolom', 'Isi', 'Baris asli'],
      [17, 'tanggal tidak terbaca', 'Tanggal', '31/31/2026', '31/31/2026;Mawar;2'],
      [20, 'tanggal tidak terbaca', '', '', '31/31/2026;Mawar;2'],
    ])
    expect(sheet.name).toBe('Baris dilewati  Maret April 202')
  })

  test.each(['=1+1', '+SUM(A1)', '-2+3', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("x")'])(
    'what a spreadsheet would run is made text: %j',
    async (value) => {
      const { rows } = await sheetOf([aProblem({ value, column: value, text: value })])
      expect(rows[1]?.slice(2)).toEqual([`'${value}`, `'${value}`, `'${value}`])
    },
  )

  test.each(['-5', '-1.500,25', '+62', 'Mawar = merah', '5-3'])('%j stays %j', async (value) => {
    const { rows } = await sheetOf([aProblem({ value })])
    expect(rows[1]?.[3]).toBe(value)
  })

  test('no rows still make a sheet with its headings', async () => {
    expect((await sheetOf([])).rows).toHaveLength(1)
  })
})
