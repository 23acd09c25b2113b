import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Counts up whenever what the shop has sold changes, so that a file settled against older sales
  // is told from one that may be published.
  await db.schema
    .alterTable('shop')
    .addColumn('sales_version', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await tokens(db)
  await imports(db)
}

/** Looked up by hash before the shop is known; the token itself is nowhere. */
const tokens = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('api_token')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .addColumn('last_used_at', 'integer')
    .addColumn('revoked_at', 'integer')
    .modifyEnd(clustered)
    .execute()
}

/** One upload through the API each: its progress, and at the end its answer. */
const imports = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('api_import')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('key', 'text')
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('lines', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('lease_until', 'integer', (c) => c.notNull())
    .addColumn('status', 'integer')
    .addColumn('body', 'text')
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'id'])
    .addUniqueConstraint('api_import_key', ['shop_id', 'key'])
    .modifyEnd(clustered)
    .execute()
  await db.schema.createIndex('api_import_age').on('api_import').column('created_at').execute()
}
