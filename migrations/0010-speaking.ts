import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('digest')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('minute', 'integer', (c) => c.notNull())
    .addColumn('weekday', 'integer', (c) => c.notNull())
    .addColumn('since', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'kind'])
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createTable('quiet_hours')
    .addColumn('shop_id', 'text', (c) => c.primaryKey())
    .addColumn('from_minute', 'integer', (c) => c.notNull())
    .addColumn('to_minute', 'integer', (c) => c.notNull())
    .addColumn('urgent_anyway', 'integer', (c) => c.notNull())
    .modifyEnd(clustered)
    .execute()
  // When this person said `stop`; null: they listen.
  await db.schema.alterTable('person').addColumn('hushed_at', 'integer').execute()
  await withUrgentBells(db)
  // Messages that wait at the moment of the update keep what their taps bring back.
  const { rows } = await sql<{ id: string; body: string }>`
    select id, body from outbox where state in ('ready', 'sending', 'unknown', 'held', 'sent')
      and body like '%"tapId"%'`.execute(db)
  for (const { id, body } of rows) {
    await sql`update outbox set body = ${withTaps(body)} where id = ${id}`.execute(db)
  }
}

const withTaps = (body: string): string => {
  const content = JSON.parse(body)
  const { fallback } = content
  if (fallback?.tapId == null) return body
  const template = fallback.template ?? 'alert'
  const taps = [fallback.tapId, fallback.secondTapId ?? 'alerts']
  return JSON.stringify({ ...content, fallback: { ...fallback, template, taps } })
}

/** One bubble a shop and day, and one more when it cannot wait: the key says so, whatever restarts. */
const withUrgentBells = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('bell').renameTo('bell_before').execute()
  await db.schema
    .createTable('bell')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('urgent', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('first_day', 'integer', (c) => c.notNull())
    .addColumn('last_day', 'integer', (c) => c.notNull())
    .addColumn('label', 'text')
    .addColumn('labelled_by', 'text')
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'day', 'urgent'])
    .modifyEnd(clustered)
    .execute()
  await sql`
    insert into bell
      (shop_id, day, urgent, kind, first_day, last_day, label, labelled_by, created_at)
    select shop_id, day, 0, kind, first_day, last_day, label, labelled_by, created_at
    from bell_before`.execute(db)
  await db.schema.dropTable('bell_before').execute()
}
