import { createHash } from 'node:crypto'
import { hash53, hashNumbers } from '../ingest/hash.ts'
import { type Batch, packLines } from '../ingest/pack.ts'
import type { Line } from '../ingest/reading.ts'
import { lineTally } from '../ingest/tally.ts'
import { type Day, dayNumber } from '../sales/day.ts'
import type { Sale } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import { type ToldSale, TYPED_SOURCE } from '../sales/told-sale.ts'
import type { Publication } from '../store/uploads.ts'
import { type ImportWorld, receiptOf, stager } from './import.ts'
import { startSettling } from './settler.ts'

/** Sales told by hand on their way in. */
export type ToldUpload = {
  readonly shop: Shop
  /** The number of the message that told them. */
  readonly no: number
  /** What lists call it: `3 Mawar Merah`. */
  readonly name: string
  readonly sales: readonly ToldSale[]
  /** The day it was told on, and the minute of the shop's clock. */
  readonly today: Day
  readonly minute: number | null
  /** The shop counts its sales by receipts: then a telling is one. */
  readonly hasReceipts: boolean
}

/**
 * Stages sales told by hand as an upload of their own; they count once the publication is stored. Each
 * telling is another sale, however alike: its lines are no twins of any others.
 */
export const stageTold = async (world: ImportWorld, told: ToldUpload): Promise<Publication> => {
  const { shop, no, name } = told
  const source = `${TYPED_SOURCE}${no}`
  const upload = await world.store.beginUpload({
    shopId: shop.id,
    source,
    fileName: name,
    sha256: createHash('sha256').update(`${shop.id}/${source}`).digest('hex'),
  })
  const target = { shopId: shop.id, upload }
  const settler = await startSettling(world, target)
  const stage = stager({ world, target, settler })
  const lines = told.sales.map((sale, at): Line => ({ kind: 'sale', sale: lineOf(sale, at, told) }))
  for (const batch of packLines(lines, lines.length)) await stage(withOwnKeys(batch, source))
  const { newLines, basis } = await settler.finish()
  const tally = lineTally()
  for (const line of lines) tally.add(line)
  const read = { tally: tally.result(), currency: shop.currency }
  const { totals } = read.tally
  if (totals.span === null) throw new Error(`telling ${no} holds no sale`)
  return {
    ...target,
    span: totals.span,
    firstDay: dayNumber(totals.span.from),
    lastDay: dayNumber(totals.span.to),
    lines: totals.rows.accepted,
    hasQuantity: true,
    hasMoney: totals.revenue !== null,
    currency: shop.currency,
    variantHeading: null,
    isTyped: true,
    basis,
    receipt: JSON.stringify(receiptOf(name, upload, read, newLines)),
  }
}

const lineOf = (
  sale: ToldSale,
  at: number,
  { no, today, minute, hasReceipts }: ToldUpload,
): Sale => {
  const sign = sale.kind === 'refund' ? -1 : 1
  return {
    row: at + 1,
    day: sale.day,
    minute: sale.day === today ? minute : null,
    product: sale.product,
    variant: null,
    category: null,
    branch: sale.branch,
    invoice: hasReceipts ? `${TYPED_SOURCE}${no}` : null,
    quantity: sign * sale.quantity,
    revenue: sale.revenue === null ? null : sign * sale.revenue,
    kind: sale.kind,
  }
}

const withOwnKeys = (batch: Batch, source: string): Batch => {
  const whose = hash53(source)
  return { ...batch, keys: batch.keys.map((_, i) => hashNumbers([whose, batch.rows[i] ?? 0])) }
}
