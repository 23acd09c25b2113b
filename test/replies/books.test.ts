import { describe, expect, test } from 'vitest'
import type { Cell, Sheet } from '../../src/ingest/write-book.ts'
import { dailySheet, groupSheet, lineSheet, restockSheet } from '../../src/replies/proof-book.ts'
import { reportBook } from '../../src/replies/report-book.ts'
import { day } from '../../src/sales/day.ts'
import type { Sale } from '../../src/sales/sale.ts'
import { NO_SUMS } from '../../src/sales/totals.ts'
import { aReport } from './every-picture.ts'
import { aMonth, aRestock, aShop, march, pieces, rupiah } from './findings.ts'

const shop = aShop('id')
const numberIn = (cell: Cell | undefined): number | null =>
  cell !== null && typeof cell === 'object' && 'number' in cell ? cell.number : null
const column = (sheet: Sheet, at: number): (number | null)[] =>
  sheet.rows.slice(1).map((row) => numberIn(row[at]))
/** The second sheet of a report is its days. */
const daySheetOf = (found = aReport()): Sheet => {
  const sheet = reportBook(found, shop).sheets[1]
  if (sheet === undefined) throw new Error('a report without days')
  return sheet
}
/** Every numbered column of a sheet with a total must come to it. */
const expectToAddUp = (sheet: Sheet): void => {
  for (const at of sheet.columns.keys()) {
    const values = column(sheet, at)
    const total = values.at(-1)
    if (total === null || total === undefined) continue
    const parts = values.slice(0, -1).reduce<number>((sum, value) => sum + (value ?? 0), 0)
    expect(parts, `${sheet.name}, column ${at + 1}`).toBeCloseTo(total, 6)
  }
}

describe('the report as a workbook', () => {
  test('its days come to their totals', () => {
    const sheet = daySheetOf()
    expect(sheet.rows).toHaveLength(1 + 31 + 1)
    expectToAddUp(sheet)
    // gross − refunds = net, in rupiah and not in sen
    const [gross, refunds, net] = [4, 5, 6].map((at) => column(sheet, at).at(-1) ?? 0)
    expect(refunds).toBe(-200_000)
    expect((gross ?? 0) + (refunds ?? 0)).toBe(net)
  })

  test('a shop with one branch has no sheet of branches', () => {
    const found = aReport({ summary: aMonth({ branches: [] }) })
    const names = reportBook(found, shop).sheets.map(({ name }) => name)
    expect(names).toHaveLength(reportBook(aReport(), shop).sheets.length - 1)
  })

  test('a shop whose files hold no money has no columns of money', () => {
    const found = aReport({
      summary: aMonth({ sums: { ...NO_SUMS, lines: 20, quantity: pieces(40) } }),
    })
    const [header] = daySheetOf(found).rows
    expect(header).toHaveLength(4)
  })

  test('nothing odd and nothing to order is said in words, not with an empty sheet', () => {
    const found = aReport({ anomalies: [], restock: null })
    const [, , , , odd, order] = reportBook(found, shop).sheets
    expect(odd?.rows[1]?.[0]).toMatch(/\w/)
    expect(order?.rows[1]?.[0]).toMatch(/\w/)
  })
})

describe('a proof', () => {
  const sale = (row: number, change: Partial<Sale> = {}): Sale & { readonly upload: number } => ({
    row,
    day: day('2026-03-31'),
    minute: 9 * 60 + 5,
    product: 'Mawar Merah',
    variant: 'merah',
    branch: 'Dago',
    invoice: null,
    quantity: pieces(2),
    revenue: rupiah(30_000),
    kind: 'sale',
    category: null,
    upload: 1,
    ...change,
  })
  const files = [
    { no: 1, fileName: 'maret.csv', isTyped: false, at: 0, lines: 3, skipped: 0 },
  ] as const

  test('its lines come to the figure above it, refunds taken off', () => {
    const lines = [
      sale(2),
      sale(3, { quantity: null }),
      sale(4, { kind: 'refund', quantity: -pieces(1), revenue: -rupiah(15_000) }),
    ]
    const sheet = lineSheet({ lines, files }, shop)
    expectToAddUp({ ...sheet, columns: sheet.columns.slice(0, 9) })
    expect(sheet.rows.at(-1)?.map(numberIn)).toContain(45_000)
    expect(sheet.rows[1]).toContain('09:05')
    expect(sheet.rows[1]).toContain('maret.csv')
  })

  test('its days come to their total', () => {
    const days = ['2026-03-30', '2026-03-31'].map((each, i) => ({
      day: day(each),
      sums: { ...NO_SUMS, lines: 3 + i, quantity: pieces(5), revenue: rupiah(70_000 * (1 + i)) },
    }))
    const sheet = dailySheet({ days }, shop)
    expectToAddUp(sheet)
    expect(column(sheet, 3).at(-1)).toBe(210_000)
  })

  test('a part nothing can be divided by stays empty instead of zero', () => {
    const nothing = { ...NO_SUMS, receipts: 0, products: 0 }
    const groups = [{ key: 'Dago', sums: nothing }]
    const sheet = groupSheet({ metric: 'aov', groups, span: march, against: null }, shop)
    expect(sheet.rows[1]).toEqual(['Dago', null])
  })

  test('of an order shows a row for each product', () => {
    const restock = aRestock()
    const products = restockSheet(restock, shop).rows.flatMap((row) => row.slice(0, 1))
    for (const { product } of restock.restock) expect(products).toContain(product)
  })
})
