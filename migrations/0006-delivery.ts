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
  // Meta bills a delivered message once, and says so in more than one report.
  await db.schema.alterTable('outbox').addColumn('billed', 'text').execute()
  await db.schema
    .createTable('billed_month')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('category', 'text', (c) => c.notNull())
    .addColumn('messages', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['channel', 'month', 'category'])
    .modifyEnd(clustered)
    .execute()
  // What Meta last said about each template, by webhook.
  await db.schema
    .createTable('template_state')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('status', 'text')
    .addColumn('quality', 'text')
    .addColumn('category', 'text')
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['name', 'language'])
    .modifyEnd(clustered)
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
