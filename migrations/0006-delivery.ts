import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Meta lets one message through to a person every six seconds; this is when the next one is free.
  await db.schema
    .alterTable('person')
    .addColumn('paced_until', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  // Meta said after taking it that the window was closed: then the template, whatever our clock says.
  await db.schema
    .alterTable('outbox')
    .addColumn('by_template', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  // Earlier ids of a message that was taken, failed and went again: their reports may still come.
  await db.schema
    .alterTable('outbox')
    .addColumn('past_wamids', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  // A number that may not send for a while: too fast, or a matter for the operator.
  await db.schema
    .createTable('channel_pause')
    .addColumn('channel', 'text', (c) => c.primaryKey())
    .addColumn('until', 'integer', (c) => c.notNull())
    .addColumn('needs_operator', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('since', 'integer', (c) => c.notNull())
    .modifyEnd(clustered)
    .execute()
}
