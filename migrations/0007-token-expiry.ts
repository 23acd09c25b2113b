import type { Kysely } from 'kysely'

/** Until when a token opens its shop, Unix milliseconds; null: until it is revoked. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('api_token').addColumn('expires_at', 'integer').execute()
}
