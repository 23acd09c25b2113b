import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slipCost } from '../../src/intent/typo.ts'

describe('a slip of the finger', () => {
  test.each([
    ['pnjualan', 'penjualan'],
    ['penjualam', 'penjualan'],
    ['rnigkasan', 'ringkasan'],
    ['ringkasn', 'ringkasan'],
    ['summry', 'summary'],
    ['grafuk', 'grafik'],
    ['forcast', 'forecast'],
    ['laporn', 'laporan'],
    ['bantuam', 'bantuan'],
    ['stko', 'stok'],
    ['prediskii', 'prediksi'],
  ])('%s is meant as %s', (word, meant) => {
    expect(slipCost(word, meant)).not.toBeNull()
  })

  test.each([
    ['tahu', 'tahun'],
    ['stick', 'stock'],
    ['sock', 'stock'],
    ['salt', 'sale'],
    ['rangkaian', 'rangkuman'],
    ['rangkaian', 'ringkasan'],
    ['kemangi', 'kemarin'],
    ['kemang', 'kemarin'],
    ['kemiri', 'kemarin'],
    ['maret', 'matahari'],
    ['hari', 'jari'],
    ['es', 'ya'],
    ['kopi', 'kopa'],
  ])('%s is not %s', (word, other) => {
    expect(slipCost(word, other)).toBeNull()
  })

  test('costs nothing for the word itself and the same both ways', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefg'), minLength: 4, maxLength: 12 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipCost(a, a)).toBe(0)
        expect(slipCost(a, b)).toBe(slipCost(b, a))
      }),
    )
  })
})
