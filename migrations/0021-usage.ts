import type { Kysely } from 'kysely'

/** What one shop was sent lately is counted for its owner and for the operator. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createIndex('outbox_shop')
    .on('outbox')
    .columns(['shop_id', 'created_at'])
    .execute()
}
