import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

/** What the language model cost and may do, and what it has already answered. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // The day leads: the budget is the whole service's, a day's rows are added up before every call.
  await db.schema
    .createTable('model_use')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('task', 'text', (c) => c.notNull())
    .addColumn('calls', 'integer', (c) => c.notNull())
    .addColumn('tokens', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['day', 'shop_id', 'task'])
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createTable('model_leave')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('may_ask', 'integer', (c) => c.notNull())
    .addColumn('may_name', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id'])
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createTable('model_answer')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'key'])
    .modifyEnd(clustered)
    .execute()
}
