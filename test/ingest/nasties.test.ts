import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Inspection, inspection } from '../../src/ingest/inspection.ts'
import type { ReadHints } from '../../src/ingest/reading.ts'
import { hints } from './a-file.ts'

const inspected = (name: string, other: Partial<ReadHints> = {}): Promise<Inspection> =>
  inspection(
    readFileSync(new URL(`../fixtures/csv/${name}`, import.meta.url)),
    hints({ fileName: name, ...other }),
  )

type Truth = {
  /** Read, accepted, skipped, totals. */
  readonly rows: readonly [number, number, number, number]
  readonly quantity: number | null
  readonly revenue: number | null
  readonly span: readonly [string, string]
  readonly top: string | null
}

/** Worked out by hand from the file; money in whole units of the file's currency. */
const truth = (
  rows: Truth['rows'],
  [quantity, revenue]: readonly [number | null, number | null],
  span: Truth['span'],
  top: string | null,
): Truth => ({ rows, quantity, revenue, span, top })

const MARCH = ['2026-03-13', '2026-03-14'] as const
const TO_THE_15TH = ['2026-03-13', '2026-03-15'] as const
const TO_THE_16TH = ['2026-03-13', '2026-03-16'] as const

const READ: readonly (readonly [what: string, file: string, truth: Truth])[] = [
  [
    '1 a dot for thousands, lost on some rows',
    'lost-dots.csv',
    truth([4, 4, 0, 0], [16, 51_092], TO_THE_16TH, 'Kue Lapis'),
  ],
  [
    '2 the order’s total on each of its lines, beside cost and tax',
    'order-totals.csv',
    truth([5, 5, 0, 0], [11, 72], TO_THE_15TH, 'Mug'),
  ],
  [
    '4 German dates with two-digit years',
    'german-dates.csv',
    truth([3, 3, 0, 0], [17, 21], ['2026-03-13', '2026-04-02'], 'Brezel'),
  ],
  [
    '4 English dates in words, with and without a time',
    'english-dates.csv',
    truth([3, 3, 0, 0], [6, 15], ['2008-06-19', '2008-08-01'], 'Scone'),
  ],
  [
    '4 year, month by name and day in columns of their own',
    'year-month-day.csv',
    truth([3, 3, 0, 0], [35, 1060], ['2026-03-13', '2026-04-01'], 'Café'),
  ],
  [
    '5 titles, a table from column B, heading again, sub-total, grand total, second table',
    'repeated-header.csv',
    truth([9, 4, 0, 5], [10, 86_000], MARCH, 'Nasi Goreng'),
  ],
  [
    '6 three equal genuine sales in one minute',
    'genuine-twins.csv',
    truth([4, 4, 0, 0], [5, 104_000], MARCH, 'Kopi Susu'),
  ],
  [
    '7 a refund by type, a cancelled receipt, a negative line',
    'returns.csv',
    truth([5, 4, 1, 0], [4, 53], TO_THE_15TH, 'Candle'),
  ],
  [
    '7 purchases among the sales',
    'purchases.csv',
    truth([4, 3, 1, 0], [4, 174_000], MARCH, 'Beras 5kg'),
  ],
  [
    '8 a column for each product beside the weather',
    'products-across.csv',
    truth([8, 8, 0, 0], [133, null], TO_THE_15TH, null),
  ],
  [
    '9 pipes, a byte-order mark and CR CR LF',
    'crcrlf-pipe-bom.csv',
    truth([2, 2, 0, 0], [3, 44_000], MARCH, 'Kopi'),
  ],
  [
    '9 Japanese in Shift_JIS',
    'japanese-shift-jis.csv',
    truth([3, 2, 0, 1], [13, 3300], MARCH, '弁当'),
  ],
  [
    '9 French in Latin-1',
    'french-latin1.csv',
    truth([3, 2, 0, 1], [14, 48], MARCH, 'Crème brûlée'),
  ],
  [
    '10 reais with a no-break space',
    'brazil-reais.csv',
    truth([2, 2, 0, 0], [14, 1225], MARCH, 'Bolo de festa'),
  ],
  [
    '10 soles glued to the number, a refund in brackets',
    'peru-soles.csv',
    truth([3, 3, 0, 0], [2, 1204.38], TO_THE_15TH, 'Lomo saltado'),
  ],
  [
    '10 lakh grouping, the unit in the heading',
    'lakh-rupees.csv',
    truth([3, 2, 0, 1], [15, 127_700], MARCH, 'Silk Saree'),
  ],
  [
    '11 NA, -, UNKNOWN, ERROR, name twins and empty columns',
    'words-for-nothing.csv',
    truth([6, 2, 4, 0], [3, 45_000], MARCH, 'Mawar'),
  ],
  ['12 money alone', 'money-only.csv', truth([2, 2, 0, 0], [null, 2_230_500], MARCH, null)],
  ['12 quantities alone', 'quantity-only.csv', truth([2, 2, 0, 0], [17, null], MARCH, null)],
  ['14 before the export grew', 'drift-before.csv', truth([2, 2, 0, 0], [6, 21], MARCH, 'Bagel')],
  ['14 and after', 'drift-after.csv', truth([2, 2, 0, 0], [6, 21], MARCH, 'Bagel')],
  [
    '15 formulas, lost zeros and orders to a machine in product names',
    'hostile.csv',
    truth([3, 3, 0, 0], [2, 16], TO_THE_15TH, '=HYPERLINK("http://evil.example","Free")'),
  ],
  ['Arabic headings and digits', 'arabic-digits.csv', truth([2, 2, 0, 0], [5, 52], MARCH, 'قهوة')],
  ['Hindi digits', 'hindi-digits.csv', truth([2, 2, 0, 0], [14, 260], MARCH, 'समोसा')],
  ['Korean', 'korean.csv', truth([2, 2, 0, 0], [5, 18_500], MARCH, '김밥')],
  ['Thai with Buddhist years', 'thai-buddhist.csv', truth([2, 2, 0, 0], [3, 150], MARCH, 'ชาเย็น')],
]

describe('what real exports do to a reader', () => {
  test.each(READ)('%s (%s)', async (_, name, expected) => {
    const seen = await inspected(name)
    const { read, accepted, skipped, totals } = seen.rows
    expect({ question: seen.question, refusal: seen.refusal }).toEqual({
      question: null,
      refusal: null,
    })
    expect({
      rows: [read, accepted, skipped, totals],
      quantity: seen.quantity,
      revenue: seen.revenue,
      span: [seen.firstDate, seen.lastDate],
      top: seen.topProductByRevenue?.name ?? null,
    }).toEqual(expected)
  })

  test('a skipped line is named with its reason', async () => {
    expect((await inspected('words-for-nothing.csv')).problems).toEqual([
      { row: 4, column: 'tanggal', value: 'NA', reason: 'no-date' },
      { row: 5, column: 'jumlah', value: '-', reason: 'no-amount' },
      { row: 6, column: 'produk', value: 'UNKNOWN', reason: 'no-product' },
      { row: 7, column: 'harga', value: 'ERROR', reason: 'bad-number' },
    ])
    expect((await inspected('purchases.csv')).problems).toEqual([
      { row: 3, column: 'Tipe Transaksi', value: 'Pembelian', reason: 'not-sold' },
    ])
  })

  test('a web shop that calls every line a purchase means its customers’', async () => {
    const text =
      'date,event type,product,total\n2026-03-13,purchase,Mug,8\n2026-03-14,purchase,Cup,9\n'
    expect(await inspection(new TextEncoder().encode(text), hints())).toMatchObject({
      rows: { accepted: 2, skipped: 0 },
      revenue: 17,
    })
  })
})

describe('one question where a file has two readings', () => {
  test('3 a stored total that quantity and price contradict', async () => {
    expect(await inspected('contradicting-total.csv')).toMatchObject({
      revenue: null,
      rows: { read: 0 },
      question: { kind: 'money-column', options: [{ id: 'total' }, { id: 'computed' }] },
    })
    const answered = async (answer: string) =>
      (await inspected('contradicting-total.csv', { answers: { 'money-column': answer } })).revenue
    expect([await answered('total'), await answered('computed')]).toEqual([101, 98])
  })

  test('4 dates that are two days each', async () => {
    expect(await inspected('ambiguous-dates.csv')).toMatchObject({
      revenue: null,
      question: {
        kind: 'date-order',
        options: [
          { id: 'day-first', label: '2026-04-03' },
          { id: 'month-first', label: '2026-03-04' },
        ],
      },
    })
    const first = async (answer: string) =>
      (await inspected('ambiguous-dates.csv', { answers: { 'date-order': answer } })).firstDate
    expect([await first('day-first'), await first('month-first')]).toEqual([
      '2026-04-03',
      '2026-03-04',
    ])
  })
})

test('12 a stock list is refused as such, never counted', async () => {
  expect(await inspected('stock-list.csv')).toMatchObject({
    revenue: null,
    refusal: { reason: 'not-sales' },
  })
})
