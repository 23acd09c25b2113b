import Database from 'better-sqlite3'
import { sqlitePath } from '../../src/store/sqlite.ts'

export type Row = Readonly<Record<string, unknown>>
export type Table = { readonly name: string; readonly columns: readonly string[] }

/** Every table of ours with its columns, as the database itself lists them: a new one is seen without being told. */
export const tablesIn = (db: Database.Database): readonly Table[] =>
  db
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`,
    )
    .all()
    .map(({ name }) => ({
      name,
      columns: db
        .prepare<[string], { name: string }>('select name from pragma_table_info(?)')
        .all(name)
        .map((column) => column.name),
    }))

/** A second look at the database behind a store's address, beside the store itself. */
export const lookInto = (databaseUrl: string): Database.Database & Disposable => {
  const db = new Database(sqlitePath(databaseUrl))
  return Object.assign(db, { [Symbol.dispose]: () => void db.close() })
}

/** Each table's rows as text, bytes as the characters they may be. */
export const rowsAsText = (db: Database.Database, { name }: Table, where = '1 = 1'): string =>
  JSON.stringify(
    db.prepare<[], Row>(`select * from "${name}" where ${where}`).all(),
    (_, value: unknown) => readable(value),
  )

/** Anything a store gives, as text to look for marks in. */
export const asText = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => readable(each)) ?? ''

const readable = (value: unknown): unknown => {
  if (value instanceof Map || value instanceof Set) return [...value]
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1')
  if (isBuffer(value)) return Buffer.from(value.data).toString('latin1')
  return value
}

// JSON has turned a Buffer into this before it is shown to the replacer.
const isBuffer = (value: unknown): value is { readonly data: number[] } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer'
