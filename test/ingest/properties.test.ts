import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packLines } from '../../src/ingest/pack.ts'
import { linesOf, openFile, tallyLines } from '../../src/ingest/read.ts'
import { bytesOf, hints } from './a-file.ts'

type Row = { day: string; product: string; quantity: number; price: number; branch: string }

const pad = (value: number, length = 2) => String(value).padStart(length, '0')

/** A month of a flower shop. The 13th is always there: without a day above twelve nobody could tell. */
const aShop: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }).map((d) => `2026-03-${pad(d)}`),
      product: fc.constantFrom(
        'Mawar',
        'Lily Putih',
        'Buket "Wisuda"',
        'Anggrek, bulan',
        'Melati é',
      ),
      quantity: fc.integer({ min: -3, max: 40 }).filter((quantity) => quantity !== 0),
      price: fc.integer({ min: 1, max: 3000 }).map((thousands) => thousands * 500),
      branch: fc.constantFrom('Dago', 'Setiabudi'),
    }),
    { minLength: 1, maxLength: 25 },
  )
  // Whoever takes back more than they sell keeps no list of sales; such a file is refused.
  .filter((rows) => rows.reduce((sum, { quantity, price }) => sum + quantity * price, 0) >= 0)
  .map((rows) => [
    { day: '2026-03-13', product: 'Mawar', quantity: 2, price: 12_500, branch: 'Dago' },
    ...rows,
  ])

const grouped = (value: number, mark: string) => String(value).replace(/\B(?=(\d{3})+$)/g, mark)

const NUMBERS: Record<string, (value: number) => string> = {
  plain: String,
  dots: (value) => grouped(value, '.'),
  commas: (value) => grouped(value, ','),
  rupiah: (value) => `Rp ${grouped(value, '.')},00`,
  cents: (value) => `${value}.00`,
}
const DATES: Record<string, (day: string) => string> = {
  iso: (day) => day,
  dayFirst: (day) => day.split('-').reverse().join('/'),
  dotted: (day) => day.split('-').reverse().join('.'),
  monthFirst: (day) => [day.slice(5, 7), day.slice(8), day.slice(0, 4)].join('/'),
  compact: (day) => day.replaceAll('-', ''),
  named: (day) => `${Number(day.slice(8))} Maret 2026`,
  serial: (day) => String(Date.parse(day) / 86_400_000 + 25_569),
}

const quoted = (cell: string, delimiter: string) =>
  cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell

const aStyle = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n', '\r\r\n'),
  number: fc.constantFrom(...Object.keys(NUMBERS)),
  date: fc.constantFrom(...Object.keys(DATES)),
  encoding: fc.constantFrom('utf-8', 'utf-8 bom', 'utf-16le', 'windows-1252'),
  preamble: fc.boolean(),
})
type Style = typeof aStyle extends fc.Arbitrary<infer T> ? T : never

const rendered = (rows: Row[], style: Style): Uint8Array => {
  const lines = [
    ...(style.preamble ? [['Laporan Penjualan'], ['Dicetak oleh kasir']] : []),
    ['Tanggal', 'Nama Produk', 'Jumlah', 'Harga Satuan', 'Cabang'],
    ...rows.map((row) => [
      DATES[style.date]!(row.day),
      row.product,
      String(row.quantity),
      NUMBERS[style.number]!(row.price),
      row.branch,
    ]),
  ]
  const text = lines
    .map((cells) => cells.map((cell) => quoted(cell, style.delimiter)).join(style.delimiter))
    .join(style.end)
  return encoded(text, style.encoding)
}

const encoded = (text: string, encoding: string): Uint8Array => {
  if (encoding === 'windows-1252') return Uint8Array.from(text, (char) => char.charCodeAt(0))
  if (encoding === 'utf-16le') {
    return new Uint8Array(Uint16Array.from(`\ufeff${text}`, (char) => char.charCodeAt(0)).buffer)
  }
  return bytesOf(encoding === 'utf-8 bom' ? `\ufeff${text}` : text)
}

const readBack = (bytes: Uint8Array) => {
  const opened = openFile(bytes, hints())
  if (opened.outcome !== 'sales') throw new Error(JSON.stringify(opened))
  const lines = [...linesOf(opened)]
  const keys = [...packLines(lines, 7)].flatMap((batch) => [...batch.keys])
  return { totals: tallyLines(lines).totals, keys }
}

describe('however a shop writes its file', () => {
  test('the totals and the content keys are the same', () => {
    fc.assert(
      fc.property(aShop, aStyle, (rows, style) => {
        const { totals, keys } = readBack(rendered(rows, style))
        const revenue = rows.reduce((sum, row) => sum + row.quantity * row.price * 100, 0)
        const quantity = rows.reduce((sum, row) => sum + row.quantity * 1000, 0)
        expect(totals).toMatchObject({
          revenue,
          quantity,
          rows: { read: rows.length, accepted: rows.length, skipped: 0, totals: 0 },
        })
        const plain: Style = {
          delimiter: ',',
          end: '\n',
          number: 'plain',
          date: 'iso',
          encoding: 'utf-8',
          preamble: false,
        }
        expect(keys).toEqual(readBack(rendered(rows, plain)).keys)
      }),
      { numRuns: 300 },
    )
  })

  const LAYOUTS: Record<string, (row: Row & { off: number }) => [string, string][]> = {
    'quantity and unit price': (row) => [
      ['Jumlah', `${row.quantity}`],
      ['Harga', `${row.price}`],
    ],
    'quantity, unit price and total': (row) => [
      ['Qty', `${row.quantity}`],
      ['Harga', `${row.price}`],
      ['Jumlah', `${row.quantity * row.price}`],
    ],
    'quantity and total': (row) => [
      ['Terjual', `${row.quantity}`],
      ['Total Penjualan', `${row.quantity * row.price}`],
    ],
    'cost and profit beside the total': (row) => [
      ['Modal', `${row.price - 100}`],
      ['Qty', `${row.quantity}`],
      ['Harga Jual', `${row.price}`],
      ['Omzet', `${row.quantity * row.price}`],
      ['Laba', `${row.quantity * 100}`],
    ],
    'tax on top of the total': (row) => [
      ['Qty', `${row.quantity}`],
      ['Harga', `${row.price}`],
      ['Subtotal', `${row.quantity * row.price}`],
      ['PPN', `${row.quantity * row.price * 0.11}`],
      ['Grand Total', `${row.quantity * row.price * 1.11}`],
    ],
  }
  const DISCOUNTED: typeof LAYOUTS = {
    'a discount the total does not know': (row) => [
      ['Qty', `${row.quantity}`],
      ['Harga', `${row.price}`],
      ['Diskon', `${row.off}`],
      ['Total', `${row.quantity * row.price}`],
    ],
    'gross, discount and net': (row) => [
      ['Qty', `${row.quantity}`],
      ['Gross sales', `${row.quantity * row.price}`],
      ['Discounts', `${row.off}`],
      ['Net sales', `${row.quantity * row.price - row.off}`],
    ],
    'unit price, discount and what is left': (row) => [
      ['Qty', `${row.quantity}`],
      ['Harga', `${row.price}`],
      ['Diskon', `${row.off}`],
      ['Total', `${row.quantity * row.price - row.off}`],
    ],
  }

  const fileOf = (rows: Row[], cellsOf: (row: Row & { off: number }) => [string, string][]) => {
    const lines = rows.map((row, i) => {
      const off = i % 2 === 0 && row.quantity > 0 ? 500 : 0
      return { head: [row.day, row.product, row.branch], cells: cellsOf({ ...row, off }), off }
    })
    const heading = ['Tanggal', 'Produk', 'Cabang', ...lines[0]!.cells.map(([name]) => name)]
    const body = lines.map(({ head, cells }) => [...head, ...cells.map(([, value]) => value)])
    const text = [heading, ...body]
      .map((cells) => cells.map((c) => quoted(c, ',')).join(','))
      .join('\n')
    return { text, off: lines.reduce((sum, line) => sum + line.off, 0) }
  }

  test.each(Object.entries({ ...LAYOUTS, ...DISCOUNTED }))('money as %s', (name, cellsOf) => {
    fc.assert(
      fc.property(aShop, (rows) => {
        const { text, off } = fileOf(rows, cellsOf)
        const expected = rows.reduce((sum, row) => sum + row.quantity * row.price, 0)
        const { totals } = readBack(bytesOf(text))
        expect(totals.revenue).toBe((expected - (name in DISCOUNTED ? off : 0)) * 100)
      }),
      { numRuns: 150 },
    )
  })

  const aCell = fc.oneof(
    fc.constantFrom(
      '',
      'TOTAL',
      '2026-01-15',
      '31/31/2026',
      'Mawar',
      '15.000',
      '-3',
      'ERROR',
      '"',
      '""',
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  )

  test('every line of a file ends as a sale, a problem or a total, never as silence', () => {
    const sound = Array.from(
      { length: 40 },
      (_, i) => `2026-01-${13 + (i % 10)},Mawar,2,15000,Dago`,
    )
    const rowOf = fc.array(aCell, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(rowOf, { maxLength: 20 }), (rows) => {
        const body = rows.map((cells) =>
          cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
        )
        const text = ['tanggal,produk,jumlah,harga,cabang', ...sound, ...body].join('\n')
        const opened = openFile(bytesOf(text), hints())
        if (opened.outcome !== 'sales') throw new Error(JSON.stringify(opened))
        const seen = [...linesOf(opened)].map((line) => {
          if (line.kind === 'sale') return line.sale.row
          return line.kind === 'problem' ? line.problem.row : line.total.row
        })
        const isFilled = (cells: string[]) => cells.some((cell) => cell.trim() !== '')
        const filled = rows.flatMap((cells, i) => (isFilled(cells) ? [i + 2 + sound.length] : []))
        expect(seen).toEqual([...sound.map((_, i) => i + 2), ...filled])
      }),
      { numRuns: 500 },
    )
  })

  test('no bytes at all make the reader throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (noise, headed) => {
        const start = headed ? bytesOf('tanggal,produk,jumlah,harga\n') : new Uint8Array()
        const opened = openFile(new Uint8Array([...start, ...noise]), hints())
        if (opened.outcome === 'sales') tallyLines(linesOf(opened))
      }),
      { numRuns: 500 },
    )
  })
})
