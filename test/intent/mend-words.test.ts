import { expect, test } from 'vitest'
import { mendWords, vocabularyOf } from '../../src/intent/ask/mend-words.ts'

const KNOWN =
  'omzet penjualan transaksi terlaris minggu bulan hari kemarin total ini cabang kemang laku dapat paling'
const known = new Set(KNOWN.split(' '))
const lexicon = {
  isKnown: (word: string) => known.has(word),
  isNearName: (word: string) => word === 'mawwar',
}
const vocabulary = vocabularyOf({ common: [...known], long: [...known], forms: [] })
const mended = (text: string): string => mendWords(text.split(' '), vocabulary, lexicon).join(' ')

test.each([
  ['totalnya', 'total'],
  ['cabangku', 'cabang'],
  ['perhari', 'per hari'],
  ['dikemang', 'di kemang'],
  ['bulanini', 'bulan ini'],
  ['trlaris', 'terlaris'],
  ['mggu', 'minggu'],
  ['dpt', 'dapat'],
  ['transksi', 'transaksi'],
  ['penjualn', 'penjualan'],
])('%s is %s', (typed, meant) => {
  expect(mended(typed)).toBe(meant)
})

test.each(['kaktus', 'kemeja', 'selada', 'semen', 'mawwar', '17', 'es', 'lpg', 'tiner'])(
  '%s is left to its writer',
  (word) => {
    expect(mended(word)).toBe(word)
  },
)

test('after `de` a thing is named, and no slip of another word', () => {
  expect([mended('omzet keamrin'), mended('ventas de keamrin')]).toEqual([
    'omzet kemarin',
    'ventas de keamrin',
  ])
})
