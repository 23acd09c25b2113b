import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

/** What several processes share without a leader: whose turn it is to be looked at, and how quickly a token may bring files. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Apart from the shop itself, which every message reads: a row written each minute would be in their way.
  await db.schema
    .createTable('shop_look')
    .addColumn('shop_id', 'text', (c) => c.primaryKey())
    .addColumn('next_at', 'integer', (c) => c.notNull())
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createIndex('shop_look_due')
    .on('shop_look')
    .columns(['next_at', 'shop_id'])
    .execute()
  // Up to which row the texts of old messages have been cleared away; see store/old-texts.ts.
  await db.schema
    .createTable('cleared_until')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .modifyEnd(clustered)
    .execute()
  for (const table of ['schedule_run', 'early_status']) {
    await db.schema.createIndex(`${table}_at`).on(table).column('at').execute()
  }
  // Unix ms until which what a token has brought so far is paid off; see store/token-pace.ts.
  await db.schema
    .alterTable('api_token')
    .addColumn('brought_until', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}
