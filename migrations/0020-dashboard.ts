import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

/** Ways into the dashboard: links that open it once, and the browsers that are in. Secrets are hashed. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('dashboard_link')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'integer', (c) => c.notNull())
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createTable('dashboard_session')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .addColumn('expires_at', 'integer', (c) => c.notNull())
    .modifyEnd(clustered)
    .execute()
  for (const table of ['dashboard_link', 'dashboard_session']) {
    await db.schema.createIndex(`${table}_person`).on(table).column('person_id').execute()
  }
  await db.schema
    .createIndex('dashboard_session_shop')
    .on('dashboard_session')
    .column('shop_id')
    .execute()
  // What this service signs with when the operator has set no secret of their own.
  await db.schema
    .createTable('service_secret')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('secret', 'text', (c) => c.notNull())
    .modifyEnd(clustered)
    .execute()
}
