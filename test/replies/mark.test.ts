import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bold, italic, plain } from '../../src/replies/mark.ts'
import { nameKey } from '../../src/sales/names.ts'

describe('a product name stays what the owner called it', () => {
  test.each([
    ['Mawar *promo*', 'Mawar ＊promo＊'],
    ['sku_merah_01', 'sku_merah_01'],
    ['_lama_', '＿lama＿'],
    ['~habis~', '～habis～'],
    ['`kode`', '｀kode｀'],
    ['Buket 🌹 biasa', 'Buket 🌹 biasa'],
  ])('%s is shown as %s', (name, shown) => {
    expect(plain(name)).toBe(shown)
  })

  test('no name, however odd, keeps a mark', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => !/[*_~`]/.test(plain(name))))
  })

  test('a name copied out of a bubble still finds its product', () => {
    fc.assert(fc.property(fc.string(), (name) => nameKey(plain(name)) === nameKey(name)))
  })
})

describe('bold and italic always render', () => {
  test.each([
    [bold('Rp 4,8 jt'), '*Rp 4,8 jt*'],
    [italic('Dasar: 61 penjualan'), '_Dasar: 61 penjualan_'],
    [bold(' Mawar '), ' *Mawar* '],
    [bold('a\nb'), '*a*\n*b*'],
    [bold('a * b'), '*a ＊ b*'],
    [bold(''), ''],
    [italic(bold('dua')), '_*dua*_'],
  ])('%j', (made, expected) => {
    expect(made).toBe(expected)
  })
})
