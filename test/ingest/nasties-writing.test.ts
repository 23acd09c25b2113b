import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, openFile, tallyLines } from '../../src/ingest/read.ts'
import type { Line } from '../../src/ingest/reading.ts'
import { bytesOf, hints } from './a-file.ts'

// Where properties.test.ts asks whether a plain file's dialect matters, this one asks for everything
// an export may do to the same sales at once.

type Row = { day: number; product: string; quantity: number; price: number; branch: string }

const rowOf = (day: fc.Arbitrary<number>): fc.Arbitrary<Row> =>
  fc.record({
    day,
    product: fc.constantFrom(
      'Mawar',
      'Lily Putih',
      'Buket "Wisuda"',
      'Anggrek, bulan',
      "Florist's",
    ),
    quantity: fc.integer({ min: -4, max: 60 }).filter((quantity) => quantity !== 0),
    price: fc.integer({ min: 2, max: 4000 }).map((thousands) => thousands * 500),
    branch: fc.constantFrom('Dago', 'Setiabudi', 'Buah Batu'),
  })

/** A month of a shop. A day above twelve is always there: without one nobody could tell the order. */
const aMonth: fc.Arbitrary<Row[]> = fc
  .tuple(
    rowOf(fc.integer({ min: 13, max: 28 })),
    fc.array(rowOf(fc.integer({ min: 1, max: 28 })), { minLength: 1, maxLength: 20 }),
  )
  .map(([sure, others]) => [{ ...sure, quantity: 3, price: 1_250_000 }, ...others])

const pad = (value: number): string => String(value).padStart(2, '0')
const grouped = (value: number, mark: string): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, mark)
const lakh = (value: number): string => String(value).replace(/\B(?=(?:\d{2})*\d{3}$)/g, ',')
const western = '0123456789'
const arabic = '٠١٢٣٤٥٦٧٨٩'

const AMOUNTS: Record<string, (value: number) => string> = {
  plain: String,
  'dots for thousands': (value) => grouped(value, '.'),
  'commas for thousands': (value) => grouped(value, ','),
  'no-break spaces for thousands': (value) => `${grouped(value, '\u00a0')},00`,
  apostrophes: (value) => grouped(value, '’'),
  'Rp in front': (value) => `Rp${grouped(value, '.')}`,
  'Rp and cents': (value) => `Rp ${grouped(value, '.')},00`,
  'IDR behind': (value) => `${grouped(value, ',')}.00 IDR`,
  lakhs: lakh,
}
const MINUS: Record<string, (text: string) => string> = {
  'in front': (text) => `-${text}`,
  behind: (text) => `${text}-`,
  brackets: (text) => `(${text})`,
}
const DATES: Record<string, (day: number) => string> = {
  ISO: (day) => `2026-03-${pad(day)}`,
  'ISO and time': (day) => `2026-03-${pad(day)} 10:15:00`,
  'day first': (day) => `${day}/3/2026`,
  'day first, two-digit year': (day) => `${pad(day)}-03-26`,
  'German dots': (day) => `${pad(day)}.03.2026`,
  'month first': (day) => `03/${pad(day)}/2026`,
  compact: (day) => `202603${pad(day)}`,
  'month by name': (day) => `${day} Maret 2026`,
  'English abbreviation': (day) => `${pad(day)}-Mar-26`,
  serial: (day) => String(Date.UTC(2026, 2, day) / 86_400_000 + 25_569),
}
const HEADINGS = [
  ['Tanggal', 'Nama Produk', 'Jumlah', 'Harga Satuan', 'Total', 'Cabang'],
  ['Date', 'Item', 'Qty', 'Unit Price', 'Sales', 'Store'],
  ['Fecha', 'Producto', 'Cantidad', 'Precio unitario', 'Importe', 'Sucursal'],
  ['Data', 'Produto', 'Quantidade', 'Preço unitário', 'Valor total', 'Loja'],
]

const aWriting = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', ', '),
  end: fc.constantFrom('\n', '\r\n', '\r', '\r\r\n'),
  finalEnd: fc.boolean(),
  quoting: fc.constantFrom('where needed', 'every cell', 'backslash'),
  amount: fc.constantFrom(...Object.keys(AMOUNTS)),
  minus: fc.constantFrom(...Object.keys(MINUS)),
  date: fc.constantFrom(...Object.keys(DATES)),
  encoding: fc.constantFrom('utf-8', 'utf-8 bom', 'utf-16le', 'utf-16be', 'windows-1252'),
  headings: fc.constantFrom(...HEADINGS),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
  titles: fc.boolean(),
  total: fc.boolean(),
  emptyColumns: fc.integer({ min: 0, max: 3 }),
  headingAgain: fc.boolean(),
})
type Writing = typeof aWriting extends fc.Arbitrary<infer T> ? T : never

const signed = (value: number, { amount, minus }: Writing): string => {
  const text = AMOUNTS[amount]?.(Math.abs(value)) ?? ''
  return value < 0 ? (MINUS[minus]?.(text) ?? '') : text
}

const written = (rows: readonly Row[], style: Writing): Uint8Array => {
  const arranged = (cells: readonly string[]) => [
    ...style.order.map((column) => cells[column] ?? ''),
    ...Array.from({ length: style.emptyColumns }, () => ''),
  ]
  const body = rows.map((row) =>
    arranged([
      DATES[style.date]?.(row.day) ?? '',
      row.product,
      String(row.quantity),
      signed(row.price, style),
      signed(row.quantity * row.price, style),
      row.branch,
    ]),
  )
  const heading = arranged(style.headings)
  const sum = rows.reduce((total, row) => total + row.quantity * row.price, 0)
  const lines = [
    ...(style.titles ? [arranged(['', 'Laporan Penjualan']), arranged([])] : []),
    heading,
    ...body.slice(0, 1),
    ...(style.headingAgain ? [heading] : []),
    ...body.slice(1),
    ...(style.total ? [arranged(['', 'TOTAL', '', '', signed(sum, style)])] : []),
  ]
  const text = lines.map((cells) => lineOf(cells, style)).join(style.end)
  return encoded(text + (style.finalEnd ? style.end : ''), style.encoding)
}

const lineOf = (cells: readonly string[], { delimiter, quoting }: Writing): string =>
  cells
    .map((cell) => {
      const isBare = !cell.includes(delimiter.trim() || delimiter) && !cell.includes('"')
      if (isBare && quoting !== 'every cell') return cell
      return `"${cell.replaceAll('"', quoting === 'backslash' ? '\\"' : '""')}"`
    })
    .join(delimiter)

const WINDOWS_1252: Record<string, number> = { '’': 0x92 }

const encoded = (text: string, encoding: string): Uint8Array => {
  if (encoding === 'windows-1252') {
    return Uint8Array.from(text, (char) => WINDOWS_1252[char] ?? char.charCodeAt(0))
  }
  if (!encoding.startsWith('utf-16')) {
    return bytesOf(encoding === 'utf-8 bom' ? `\ufeff${text}` : text)
  }
  const units = Uint16Array.from(`\ufeff${text}`, (char) => char.charCodeAt(0))
  const bytes = new Uint8Array(units.buffer)
  return encoding === 'utf-16be' ? bytes.map((_, i) => bytes[i ^ 1] ?? 0) : bytes
}

const linesIn = (bytes: Uint8Array): Line[] => {
  const opened = openFile(bytes, hints())
  if (opened.outcome !== 'sales') throw new Error(JSON.stringify(opened))
  return [...linesOf(opened)]
}

describe('whatever an export does to the same sales', () => {
  test('quantity and money stay the same, and every line is accounted for', () => {
    fc.assert(
      fc.property(aMonth, aWriting, (rows, style) => {
        const lines = linesIn(written(rows, style))
        const aside = (style.headingAgain ? 1 : 0) + (style.total ? 1 : 0)
        expect(tallyLines(lines).totals).toMatchObject({
          rows: { read: rows.length + aside, accepted: rows.length, skipped: 0, totals: aside },
          quantity: rows.reduce((sum, row) => sum + row.quantity * 1000, 0),
          revenue: rows.reduce((sum, row) => sum + row.quantity * row.price * 100, 0),
          branches: new Set(rows.map((row) => row.branch)).size,
          products: new Set(rows.map((row) => row.product)).size,
        })
      }),
      { numRuns: 400 },
    )
  })

  test('digits of another script are the same digits', () => {
    fc.assert(
      fc.property(aMonth, (rows) => {
        const inArabic = (latin: string) =>
          latin.replace(/\d/g, (digit) => arabic[western.indexOf(digit)] ?? digit)
        const text = rows
          .map((row) => `2026-03-${pad(row.day)};${row.branch};${row.quantity};${row.price}`)
          .join('\n')
        const file = (body: string) => bytesOf(`tanggal;produk;jumlah;harga\n${body}`)
        const totals = (body: string) => tallyLines(linesIn(file(body))).totals
        expect(totals(inArabic(text))).toEqual(totals(text))
      }),
      { numRuns: 100 },
    )
  })
})
