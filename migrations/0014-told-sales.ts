import { type Kysely, sql } from 'kysely'

const clustered = sql`strict, without rowid`

/**
 * Sales told in words or read from a photo: what was understood, whether it counts, and as which upload.
 * Numbered after the message they came with, so a redelivered message is the same telling. And what each
 * answer showed, so that its rows can be handed out as proof.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('told_sale')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('no', 'integer', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('upload', 'integer')
    .addColumn('picture', 'text')
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'no'])
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createTable('shown')
    .addColumn('shop_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('sales_version', 'integer', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pk', ['shop_id', 'person_id', 'seq'])
    .modifyEnd(clustered)
    .execute()
  await db.schema
    .createIndex('told_sale_by_person')
    .on('told_sale')
    .columns(['shop_id', 'person_id', 'no'])
    .execute()
  await db.schema
    .createIndex('told_sale_by_picture')
    .on('told_sale')
    .columns(['shop_id', 'picture'])
    .where(sql.ref('picture'), 'is not', null)
    .execute()
}
