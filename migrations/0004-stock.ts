import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

/**
 * A diary of what the owner tells about goods takes the place of one count a product: deliveries,
 * orders on their way, waste and terms of supply can be told, and any of it taken back.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('stock_entry')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('ref', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('no', 'integer', (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull())
    .addColumn('value', 'integer', (c) => c.notNull())
    .addColumn('unit', 'text')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('moment', 'integer', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'scope', 'ref', 'kind', 'no'])
    .modifyEnd(clustered)
    .execute()
  // The newest word of a shop …
  await db.schema
    .createIndex('stock_entry_no')
    .on('stock_entry')
    .columns(['shop_id', 'no'])
    .execute()
  // … and all that was told together with it.
  await db.schema
    .createIndex('stock_entry_token')
    .on('stock_entry')
    .columns(['shop_id', 'token'])
    .execute()
  // A count of old held from the end of its day on.
  await sql`insert into stock_entry (shop_id, scope, ref, kind, no, token, value, day, moment, at)
    select shop_id, 'product', product, 'count', 1, 'first', quantity, day, day * 1440 + 1439, 0
    from stock_count`.execute(db)
  await db.schema.dropTable('stock_count').execute()
}
