import { type CreateTableBuilder, type Kysely, sql } from 'kysely'

/** STRICT refuses text in a number column; WITHOUT ROWID keeps a table in the order of its key. */
const strict = sql`strict`
const clustered = sql`strict, without rowid`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await people(db)
  await messages(db)
  await sales(db)
  await watching(db)
}

const people = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('shop')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('closing_hour', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('phone', 'text')
    .addColumn('user_id', 'text')
    .addColumn('name', 'text')
    .addColumn('last_inbound_at', 'integer')
    .addColumn('misses', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .modifyEnd(clustered)
    .execute()
  // A phone number and a business-scoped user id are two names of one person; either may come alone.
  await db.schema
    .createTable('person_alias')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('alias', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('person_alias_pk', ['channel', 'alias'])
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createTable('member')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('member_pk', ['shop_id', 'person_id'])
    .modifyEnd(clustered)
    .execute()
  await db.schema.createIndex('member_person').on('member').column('person_id').execute()
}

const messages = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('inbox')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('mailbox', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'integer', (c) => c.notNull())
    .addColumn('received_at', 'integer', (c) => c.notNull())
    .addColumn('arrival', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('error', 'text')
    .addUniqueConstraint('inbox_message', ['channel', 'message_id'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createIndex('inbox_mailbox')
    .on('inbox')
    .columns(['mailbox', 'state', 'seq'])
    .execute()
  await db.schema.createIndex('inbox_state').on('inbox').columns(['state', 'received_at']).execute()
  await db.schema
    .createTable('mailbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('ready_at', 'integer')
    .addColumn('lease_until', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('fence', 'integer', (c) => c.notNull().defaultTo(0))
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createIndex('mailbox_ready')
    .on('mailbox')
    .column('ready_at')
    .where(sql.ref('ready_at'), 'is not', sql.lit(null))
    .execute()
  await db.schema
    .createTable('outbox')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('shop_id', 'text')
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('bytes', 'blob')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('next_at', 'integer', (c) => c.notNull())
    .addColumn('wamid', 'text', (c) => c.unique())
    .addColumn('error', 'text')
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'next_at']).execute()
  await db.schema
    .createIndex('outbox_lane')
    .on('outbox')
    .columns(['person_id', 'state', 'seq'])
    .execute()
  await db.schema.createIndex('outbox_newest').on('outbox').columns(['person_id', 'seq']).execute()
  // A status may arrive before our own request has returned the wamid.
  await withKey(
    db.schema
      .createTable('early_status')
      .addColumn('wamid', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('news', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull()),
    ['wamid', 'state'],
  )
}

const sales = async (db: Kysely<unknown>): Promise<void> => {
  await withKey(
    db.schema
      .createTable('upload')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('no', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('file_name', 'text', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('first_day', 'integer')
      .addColumn('last_day', 'integer')
      .addColumn('lines', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('has_quantity', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('has_money', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('variant_heading', 'text')
      .addColumn('receipt', 'text')
      .addColumn('created_at', 'integer', (c) => c.notNull())
      .addColumn('published_at', 'integer'),
    ['shop_id', 'no'],
  )
  await withKey(
    db.schema
      .createTable('label')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('id', 'integer', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addUniqueConstraint('label_key', ['shop_id', 'kind', 'key']),
    ['shop_id', 'kind', 'id'],
  )
  await withKey(
    db.schema
      .createTable('sale_line')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('day', 'integer', (c) => c.notNull())
      .addColumn('upload', 'integer', (c) => c.notNull())
      .addColumn('row', 'integer', (c) => c.notNull())
      .addColumn('minute', 'integer', (c) => c.notNull())
      .addColumn('product', 'integer', (c) => c.notNull())
      .addColumn('variant', 'integer', (c) => c.notNull())
      .addColumn('category', 'integer', (c) => c.notNull())
      .addColumn('branch', 'integer', (c) => c.notNull())
      .addColumn('invoice', 'text')
      .addColumn('quantity', 'integer')
      .addColumn('revenue', 'integer')
      .addColumn('refund', 'integer', (c) => c.notNull())
      .addColumn('key', 'integer', (c) => c.notNull())
      .addColumn('occurrence', 'integer', (c) => c.notNull())
      .addColumn('counted', 'integer', (c) => c.notNull()),
    ['shop_id', 'day', 'upload', 'row'],
  )
  await withKey(
    db.schema
      .createTable('day_total')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('day', 'integer', (c) => c.notNull())
      .addColumn('upload', 'integer', (c) => c.notNull())
      .addColumn('branch', 'integer', (c) => c.notNull())
      .addColumn('product', 'integer', (c) => c.notNull())
      .addColumn('variant', 'integer', (c) => c.notNull())
      .addColumn('lines', 'integer', (c) => c.notNull())
      .addColumn('quantity', 'integer', (c) => c.notNull())
      .addColumn('revenue', 'integer', (c) => c.notNull())
      .addColumn('refund_lines', 'integer', (c) => c.notNull())
      .addColumn('refunds', 'integer', (c) => c.notNull()),
    ['shop_id', 'day', 'upload', 'branch', 'product', 'variant'],
  )
  await withKey(
    db.schema
      .createTable('branch_day')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('day', 'integer', (c) => c.notNull())
      .addColumn('upload', 'integer', (c) => c.notNull())
      .addColumn('branch', 'integer', (c) => c.notNull())
      .addColumn('lines', 'integer', (c) => c.notNull())
      .addColumn('receipts', 'integer', (c) => c.notNull())
      .addColumn('quantity', 'integer', (c) => c.notNull())
      .addColumn('revenue', 'integer', (c) => c.notNull())
      .addColumn('refund_lines', 'integer', (c) => c.notNull())
      .addColumn('refunds', 'integer', (c) => c.notNull())
      .addColumn('last_minute', 'integer', (c) => c.notNull()),
    ['shop_id', 'day', 'upload', 'branch'],
  )
  await withKey(
    db.schema
      .createTable('skipped_row')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('upload', 'integer', (c) => c.notNull())
      .addColumn('row', 'integer', (c) => c.notNull())
      .addColumn('column', 'text')
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull()),
    ['shop_id', 'upload', 'row'],
  )
  // The owner's word that an upload holds a day of a branch anew: the newest word of a live upload
  // hides what came before it, later uploads add to it.
  await withKey(
    db.schema
      .createTable('day_replacement')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('day', 'integer', (c) => c.notNull())
      .addColumn('branch', 'integer', (c) => c.notNull())
      .addColumn('n', 'integer', (c) => c.notNull())
      .addColumn('upload', 'integer', (c) => c.notNull())
      .addColumn('after_no', 'integer', (c) => c.notNull()),
    ['shop_id', 'day', 'branch', 'n'],
  )
  // Goods on hand as last counted; sales of later days are taken off when asked.
  await withKey(
    db.schema
      .createTable('stock_count')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('product', 'integer', (c) => c.notNull())
      .addColumn('quantity', 'integer', (c) => c.notNull())
      .addColumn('day', 'integer', (c) => c.notNull()),
    ['shop_id', 'product'],
  )
  // What the owner answered about a file layout, so that the same question is never asked twice.
  await withKey(
    db.schema
      .createTable('layout_answer')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('fingerprint', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('answer', 'text', (c) => c.notNull()),
    ['shop_id', 'fingerprint', 'kind'],
  )
  await withKey(
    db.schema
      .createTable('open_question')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('fingerprint', 'text', (c) => c.notNull())
      .addColumn('arrival', 'text', (c) => c.notNull())
      .addColumn('asked_at', 'integer', (c) => c.notNull()),
    ['shop_id', 'person_id', 'kind'],
  )
}

const watching = async (db: Kysely<unknown>): Promise<void> => {
  await withKey(
    db.schema
      .createTable('alert')
      .addColumn('shop_id', 'text', (c) => c.notNull())
      .addColumn('day', 'integer', (c) => c.notNull())
      .addColumn('finding', 'text', (c) => c.notNull())
      .addColumn('label', 'text')
      .addColumn('created_at', 'integer', (c) => c.notNull()),
    ['shop_id', 'day'],
  )
  await withKey(
    db.schema
      .createTable('schedule_run')
      .addColumn('job', 'text', (c) => c.notNull())
      .addColumn('slot', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull()),
    ['job', 'slot'],
  )
}

const withKey = <Columns extends string>(
  table: CreateTableBuilder<string, Columns>,
  key: Columns[],
): Promise<void> =>
  table
    .addPrimaryKeyConstraint('pk', key as never)
    .modifyEnd(clustered)
    .execute()
