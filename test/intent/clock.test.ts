import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClocks } from '../../src/intent/ask/clock.ts'

const hoursIn = (text: string): readonly (readonly number[])[] =>
  readClocks(text.split(' ')).map(({ hours }) => hours)
const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

describe('times of day, as owners type them', () => {
  test.each([
    ['omzet jam 5 sore kemarin', [[17]]],
    ['jam 5 sore ke atas', [from(17, 23)]],
    ['setelah jam 17', [from(17, 23)]],
    ['sales after 5 pm', [from(17, 23)]],
    ['depois das 17 h', [from(17, 23)]],
    ['despues de las 5 de la tarde', [from(17, 23)]],
    ['before noon last month', [from(0, 11)]],
    ['antes de las 10 de la manana', [from(0, 9)]],
    ['antara jam 9 sampai jam 12', [[9, 10, 11]]],
    ['between 10 am and 2 pm', [from(10, 13)]],
    ['between 1 and 3 pm', [[13, 14]]],
    ['jam 11 siang sampai jam 1 siang', [[11, 12]]],
    ['vendas das 9 as 12', [[9, 10, 11]]],
    ['jam 10 malam sampai jam 2 pagi', [[22, 23, 0, 1]]],
    ['jam 12 malam', [[0]]],
    ['12 am', [[0]]],
    ['12 pm', [[12]]],
    ['from 8 am to noon', [from(8, 11)]],
    ['at 17:30', [[17]]],
  ])('%s', (text, hours) => {
    expect(hoursIn(text)).toEqual(hours)
  })

  test.each([
    ['jam 3', [15]],
    ['jam 9', [9]],
    ['jam 1 sampai jam 3', [13, 14]],
    ['setelah jam 5', from(17, 23)],
    ['jam 3 pagi', [3]],
  ])('in a shop that sells from 8 to 20: %s', (text, hours) => {
    expect(readClocks(text.split(' '), new Set(from(8, 20))).map((each) => each.hours)).toEqual([
      hours,
    ])
  })

  test('a day from ten to two is no night', () => {
    expect(hoursIn('jam 10 sampai jam 2')).toEqual([from(10, 13)])
  })

  test.each([
    '1 sampai 10 maret',
    'tanggal 5',
    '3 bulan terakhir',
    'top 5 produk',
    'lebih dari 20',
    'dari 1 maret sampai 7 maret',
    'penjualan 2026',
    'siang ini',
  ])('no hour is read into: %s', (text) => {
    expect(hoursIn(text)).toEqual([])
  })

  test('whatever stands there, hours are hours of a day and each is named once', () => {
    const word = fc.constantFrom(
      ...'jam 5 17:00 24 13 pm am pagi siang malam sampai dan ke atas antara after before noon las de'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), (words) => {
        for (const { hours, length } of readClocks(words)) {
          expect(length).toBeGreaterThan(0)
          expect(hours.every((hour) => Number.isInteger(hour) && hour >= 0 && hour < 24)).toBe(true)
          expect(new Set(hours).size).toBe(hours.length)
        }
      }),
    )
  })
})
