import { type Kysely, sql } from 'kysely'
import { packPage } from '../src/store/sale-page.ts'

const clustered = sql`strict, without rowid`

/**
 * A file's lines lie in pages, one a day and upload, instead of in a row each: half the bytes, and a
 * million lines are stored in a tenth of the time.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('sale_page')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('upload', 'integer', (c) => c.notNull())
    .addColumn('part', 'integer', (c) => c.notNull())
    .addColumn('lines', 'integer', (c) => c.notNull())
    // A bit for each line that does not count; null where all do. Before the body, which is long.
    .addColumn('hidden', 'blob')
    .addColumn('body', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'day', 'upload', 'part'])
    .modifyEnd(clustered)
    .execute()
  const { rows: pages } = await sql<PageKey>`
    select distinct shop_id as shopId, day, upload from sale_line`.execute(db)
  for (const key of pages) await movePage(db, key)
  await db.schema.dropTable('sale_line').execute()
}

type PageKey = { readonly shopId: string; readonly day: number; readonly upload: number }

type LineRow = {
  readonly row: number
  readonly minute: number
  readonly product: number
  readonly variant: number
  readonly category: number
  readonly branch: number
  readonly quantity: number | null
  readonly revenue: number | null
  readonly refund: number
  readonly key: number
  readonly occurrence: number
  readonly invoice: string | null
  readonly counted: number
}

const movePage = async (db: Kysely<unknown>, { shopId, day, upload }: PageKey): Promise<void> => {
  const { rows } = await sql<LineRow>`
    select row, minute, product, variant, category, branch, quantity, revenue, refund, key,
      occurrence, invoice, counted
    from sale_line where shop_id = ${shopId} and day = ${day} and upload = ${upload}
    order by row`.execute(db)
  const hidden = new Uint8Array(Math.ceil(rows.length / 8))
  rows.forEach(({ counted }, i) => {
    if (counted === 0) hidden[i >> 3] = (hidden[i >> 3] ?? 0) | (1 << (i & 7))
  })
  const invoices = ['', ...new Set(rows.flatMap(({ invoice }) => invoice ?? []))]
  const places = new Map(invoices.map((text, place) => [text, place]))
  const cells = {
    row: rows.map(({ row }) => row),
    minute: rows.map(({ minute }) => minute),
    product: rows.map(({ product }) => product),
    variant: rows.map(({ variant }) => variant),
    category: rows.map(({ category }) => category),
    branch: rows.map(({ branch }) => branch),
    quantity: rows.map(({ quantity }) => quantity ?? Number.NaN),
    revenue: rows.map(({ revenue }) => revenue ?? Number.NaN),
    refund: rows.map(({ refund }) => refund),
    key: rows.map(({ key }) => key),
    occurrence: rows.map(({ occurrence }) => occurrence),
    invoice: rows.map(({ invoice }) => places.get(invoice ?? '') ?? 0),
  }
  await sql`
    insert into sale_page (shop_id, day, upload, part, lines, hidden, body)
    values (${shopId}, ${day}, ${upload}, 1, ${rows.length},
      ${hidden.some((byte) => byte > 0) ? hidden : null}, ${packPage(cells, invoices)})`.execute(db)
}
