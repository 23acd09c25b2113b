import type { Kysely } from 'kysely'

/** How much somebody has written lately, kept with the person so that several processes share it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Unix ms until which what they have written so far is paid off; see store/sender-pace.ts.
  await db.schema
    .alterTable('person')
    .addColumn('heard_until', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('person').addColumn('slowed_at', 'integer').execute()
}
