import type { Kysely } from 'kysely'

/** Quiet hours become a person's own; the shop's stay for who has not said any. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of ['quiet_from', 'quiet_to', 'quiet_urgent', 'marketing_stopped_at']) {
    await db.schema.alterTable('person').addColumn(column, 'integer').execute()
  }
  // Whose wish a digest is: its hour is theirs, quiet or not; null: asked for before this was kept.
  await db.schema.alterTable('digest').addColumn('asked_by', 'text').execute()
}
