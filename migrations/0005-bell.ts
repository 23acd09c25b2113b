import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('alert').addColumn('labelled_by', 'text').execute()
  // One unprompted bubble a shop and day: the key says so, whatever restarts.
  await db.schema
    .createTable('bell')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('first_day', 'integer', (c) => c.notNull())
    .addColumn('last_day', 'integer', (c) => c.notNull())
    .addColumn('label', 'text')
    .addColumn('labelled_by', 'text')
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'day'])
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createTable('alert_level')
    .addColumn('shop_id', 'text', (c) => c.primaryKey())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('since', 'integer', (c) => c.notNull())
    .modifyEnd(clustered)
    .execute()
}
