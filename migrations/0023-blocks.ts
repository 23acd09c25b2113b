import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

/** A year of a chain is read as some twenty sums of sixteen days instead of as hundreds of thousands of totals. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const table = db.schema
    .createTable('block_total')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('block', 'integer', (c) => c.notNull())
    .addColumn('product', 'integer', (c) => c.notNull())
    .addColumn('variant', 'integer', (c) => c.notNull())
  await [
    'lines',
    'quantity',
    'revenue',
    'refund_lines',
    'refunds',
    // The days on which the first and the last of them sold.
    'first_day',
    'last_day',
  ]
    .reduce((made, column) => made.addColumn(column, 'integer', (c) => c.notNull()), table)
    .addPrimaryKeyConstraint('pk', ['shop_id', 'block', 'product', 'variant'])
    .modifyEnd(clustered)
    .execute()
  // Blocks whose sums are true; a change of the sales takes its blocks out of here.
  await db.schema
    .createTable('rolled_block')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('block', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'block'])
    .modifyEnd(clustered)
    .execute()
  // Counts what an owner says that answers depend on, as sales_version counts changes of the sales.
  await db.schema
    .alterTable('shop')
    .addColumn('words_version', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}
