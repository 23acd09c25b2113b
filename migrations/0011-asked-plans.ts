import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

/** What each answer was about, so that `and yesterday?` finds it in any process. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('asked_plan')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('plans', 'text', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'person_id', 'seq'])
    .modifyEnd(clustered)
    .execute()
}
