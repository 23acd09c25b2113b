import { describe, expect, test } from 'vitest'
import { openFile } from '../../src/ingest/read.ts'
import { bytesOf, csv, hints, linesIn, revenueOf, salesIn } from './a-file.ts'

describe('how a file is written', () => {
  const rows = [
    ['tanggal', 'produk', 'jumlah', 'harga'],
    ['2026-01-15', 'Mawar', '2', '15000'],
    ['2026-01-16', 'Lily', '1', '20000'],
  ]
  const written = (delimiter: string, end: string) =>
    rows.map((row) => row.join(delimiter)).join(end) + end

  test.each([',', ';', '\t', '|', ', '])('cells between %j', (delimiter) => {
    expect(revenueOf(written(delimiter, '\n'))).toBe(50_000)
  })

  test.each(['\n', '\r\n', '\r\r\n', '\r'])('lines ending in %j', (end) => {
    expect(revenueOf(written(',', end))).toBe(50_000)
  })

  test('decimal commas do not pass for delimiters', () => {
    const text = csv(
      'tanggal;produk;jumlah;total',
      '2026-01-15;Mawar;2;15,50',
      '2026-01-16;Lily;1;2,25',
    )
    expect(revenueOf(text, { currency: 'EUR' })).toBe(17.75)
  })

  test('Excel’s sep= line is obeyed and counted', () => {
    expect(salesIn(`sep=;\r\n${written(';', '\r\n')}`)[0]?.row).toBe(3)
  })

  test('a line break inside quotes moves the line numbers after it', () => {
    const text = csv(
      'tanggal,produk,jumlah,harga',
      '2026-01-15,"Buket',
      'besar, merah",2,15000',
      '2026-01-16,Lily,1,20000',
    )
    expect(salesIn(text).map(({ row, product }) => [row, product])).toEqual([
      [2, 'Buket besar, merah'],
      [4, 'Lily'],
    ])
  })

  test('a quote that never closes spoils no other line', () => {
    const text = csv(
      'tanggal,produk,jumlah,harga',
      '2026-01-15,"Mawar,2,15000',
      '2026-01-16,Lily 5" tinggi,1,20000',
      '2026-01-17,"Lily ""putih""",1,20000',
      '2026-01-18,Anggrek,1,10000',
    )
    expect(salesIn(text).map((sale) => sale.product)).toEqual([
      'Mawar',
      'Lily 5" tinggi',
      'Lily "putih"',
      'Anggrek',
    ])
  })

  test('empty columns and rows at the end are no data', () => {
    const text = csv('tanggal,produk,total,,,', '2026-01-15,Mawar,15000,,,', ',,,,,', '')
    expect(linesIn(text)).toHaveLength(1)
  })

  test.each(['utf-8', 'utf-8 bom', 'utf-16le', 'utf-16be', 'utf-16le bare', 'windows-1252'])(
    'letters in %s',
    (encoding) => {
      const text = csv('Fecha;Artículo;Cantidad;Precio', '2026-01-15;Piñata;2;15,50')
      const result = openFile(encoded(text, encoding), hints({ currency: 'EUR' }))
      expect(result).toMatchObject({
        outcome: 'sales',
        understanding: {
          encoding: encoding.split(' ')[0],
          columns: { product: 'Artículo' },
        },
      })
    },
  )
})

describe('code pages of other countries, told by their headings', () => {
  // Bytes of «Дата;Товар;Количество;Цена» in windows-1251 and of 日付,商品名,数量,金額 in Shift_JIS.
  const russian = [
    0xc4, 0xe0, 0xf2, 0xe0, 0x3b, 0xd2, 0xee, 0xe2, 0xe0, 0xf0, 0x3b, 0xca, 0xee, 0xeb, 0xe8, 0xf7,
    0xe5, 0xf1, 0xf2, 0xe2, 0xee, 0x3b, 0xd6, 0xe5, 0xed, 0xe0, 0x0a,
  ]
  const japanese = [
    0x93, 0xfa, 0x95, 0x74, 0x2c, 0x8f, 0xa4, 0x95, 0x69, 0x96, 0xbc, 0x2c, 0x90, 0x94, 0x97, 0xca,
    0x2c, 0x8b, 0xe0, 0x8a, 0x7a, 0x0a,
  ]

  test.each([
    ['windows-1251', russian, '2026-01-15;Rosa;2;15,50', 'Товар'],
    ['shift_jis', japanese, '2026-01-15,Rosa,2,300', '商品名'],
  ])('%s', (encoding, heading, row, product) => {
    const bytes = new Uint8Array([...heading, ...bytesOf(row)])
    expect(openFile(bytes, hints({ currency: 'EUR' }))).toMatchObject({
      outcome: 'sales',
      understanding: { encoding, columns: { product } },
    })
  })
})

const encoded = (text: string, encoding: string): Uint8Array => {
  if (encoding === 'utf-8') return bytesOf(text)
  if (encoding === 'utf-8 bom') return bytesOf(`\ufeff${text}`)
  if (encoding === 'windows-1252') return Uint8Array.from(text, (char) => char.charCodeAt(0))
  const units = Uint16Array.from(encoding.endsWith('bare') ? text : `\ufeff${text}`, (char) =>
    char.charCodeAt(0),
  )
  const bytes = new Uint8Array(units.buffer)
  return encoding === 'utf-16be' ? bytes.map((_, i) => bytes[i ^ 1] ?? 0) : bytes
}
