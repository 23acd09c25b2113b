import { dayFromNumber, dayNumber, daysOf, type Span } from '../sales/day.ts'
import type { Sale } from '../sales/sale.ts'
import type { Fact } from './engine.ts'
import { isHidden, livePages, type StoredPage } from './pages.ts'
import { labelRows } from './sums.ts'
import type { LabelKind } from './tables.ts'

/** One line of the shop's files that counts, as it is kept. `upload` is the number of its file. */
export type SoldLine = Sale & { readonly upload: number }

/** Every line of these days that counts, day by day in the order of the files. */
export function* soldLines(shopId: string, span: Span): Fact<readonly SoldLine[]> {
  const names = {
    product: yield* labelRows(shopId, 'product'),
    variant: yield* labelRows(shopId, 'variant'),
    category: yield* labelRows(shopId, 'category'),
    branch: yield* labelRows(shopId, 'branch'),
  }
  const found: SoldLine[] = []
  for (const day of daysOf(span)) {
    for (const page of yield* livePages(shopId, dayNumber(day))) found.push(...linesOf(page, names))
  }
  return found
}

type Names = Readonly<Record<LabelKind, ReadonlyMap<number, string>>>

const linesOf = ({ day, upload, page, hidden }: StoredPage, names: Names): SoldLine[] => {
  const on = dayFromNumber(day)
  const [minutes, products, variants] = [
    page.column('minute'),
    page.column('product'),
    page.column('variant'),
  ]
  const [categories, branches, invoices] = [
    page.column('category'),
    page.column('branch'),
    page.column('invoice'),
  ]
  const [quantities, revenues, refunds] = [
    page.column('quantity'),
    page.column('revenue'),
    page.column('refund'),
  ]
  const [receipts, rows] = [page.receipts(), page.column('row')]
  const lines: SoldLine[] = []
  for (let i = 0; i < page.lines; i++) {
    if (isHidden(hidden, i)) continue
    const minute = minutes[i] ?? -1
    lines.push({
      upload,
      row: rows[i] ?? 0,
      day: on,
      minute: minute >= 0 ? minute : null,
      product: names.product.get(products[i] ?? 0) ?? '',
      variant: names.variant.get(variants[i] ?? 0) ?? null,
      category: names.category.get(categories[i] ?? 0) ?? null,
      branch: names.branch.get(branches[i] ?? 0) ?? null,
      invoice: receipts[invoices[i] ?? 0] || null,
      quantity: known(quantities[i]),
      revenue: known(revenues[i]),
      kind: refunds[i] === 1 ? 'refund' : 'sale',
    })
  }
  return lines
}

const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value
