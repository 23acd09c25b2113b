import type { Kysely } from 'kysely'

/** Attempts that failed by themselves; `attempts` counts those as well that ended with the process. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .alterTable('inbox')
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}
