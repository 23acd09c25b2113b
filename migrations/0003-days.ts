import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await toldDays(db)
  await forecasts(db)
}

/** The owner's words about days, each word numbered: the newest about a day holds, taking it back revives the one before. */
const toldDays = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('told_day')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('no', 'integer', (c) => c.notNull())
    .addColumn('first_day', 'integer', (c) => c.notNull())
    .addColumn('last_day', 'integer', (c) => c.notNull())
    .addColumn('branch', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'no'])
    .modifyEnd(clustered)
    .execute()
}

/** What was foretold for a day before it was known: written once, compared with the sales when asked. */
const forecasts = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('forecast_said')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('product', 'text', (c) => c.notNull())
    .addColumn('likely', 'integer', (c) => c.notNull())
    .addColumn('low', 'integer', (c) => c.notNull())
    .addColumn('high', 'integer', (c) => c.notNull())
    .addColumn('made_at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'day', 'product'])
    .modifyEnd(clustered)
    .execute()
}
