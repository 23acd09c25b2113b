import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

/** Roles limited to branches, invitations, a person's own language and shop, shops closed on request. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('member').addColumn('branches', 'text').execute()
  await db.schema
    .alterTable('member')
    .addColumn('how', 'text', (c) => c.notNull().defaultTo('settings'))
    .execute()
  await db.schema
    .alterTable('member')
    .addColumn('added_at', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  // Who was a member before is no newcomer, so nobody is greeted again.
  await db.schema
    .alterTable('member')
    .addColumn('is_new', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('person').addColumn('language', 'text').execute()
  await db.schema.alterTable('person').addColumn('shop_id', 'text').execute()
  await db.schema.alterTable('shop').addColumn('closed_at', 'integer').execute()
  await db.schema.createIndex('shop_created').on('shop').column('created_at').execute()
  await db.schema
    .createIndex('shop_closed')
    .on('shop')
    .column('closed_at')
    .where(sql.ref('closed_at'), 'is not', null)
    .execute()
  await db.schema
    .createTable('invite')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    // null: the code opens a new shop.
    .addColumn('shop_id', 'text')
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('branches', 'text')
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .addColumn('expires_at', 'integer', (c) => c.notNull())
    .addColumn('used_by', 'text')
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createTable('wrong_code')
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('no', 'integer', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('wrong_code_pk', ['person_id', 'no'])
    .modifyEnd(clustered)
    .execute()
}
