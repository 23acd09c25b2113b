import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

/** Words an owner has confirmed to mean one of the shop's names, and the readings a question was asked back with. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('name_alias')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('said', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'said'])
    .modifyEnd(clustered)
    .execute()
  await db.schema.alterTable('asked_plan').addColumn('offers', 'text').execute()
}
