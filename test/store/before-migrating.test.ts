import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { checkCopy } from '../../src/store/backup.ts'
import { copyBeforeMigrating } from '../../src/store/before-migrating.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { aDatabaseBefore } from '../support/old-database.ts'
import { aFolder } from '../support/props.ts'

const STEP = '0009-people'
const GIB = 1024 ** 3

/** A shop's database as the version before `STEP` left it. */
const anOldShop = async (path: string): Promise<void> => {
  const db = await aDatabaseBefore('0009', path)
  db.exec(`insert into shop (id, name, language, time_zone, currency, closing_hour, created_at)
    values ('s', 'Toko', 'id', 'Asia/Jakarta', 'IDR', 0, 0)`)
  db.close()
}

const stepsTaken = (path: string): readonly unknown[] => {
  const db = new Database(path, { readonly: true })
  const names = db.prepare('select name from kysely_migration order by name').pluck().all()
  db.close()
  return names
}

test('an update keeps a sound copy of the database as it was', async () => {
  using folder = aFolder()
  const path = join(folder.path, 'shop.db')
  await anOldShop(path)
  await (await openSqlite(path)).close()
  const copy = join(folder.path, 'backups', `before-${STEP}.db`)
  expect(checkCopy(copy)).toMatchObject({ shape: '0008-sale-pages', shops: 1 })
  expect(stepsTaken(path).length).toBeGreaterThan(stepsTaken(copy).length)

  await (await openSqlite(path)).close()
  expect(readdirSync(join(folder.path, 'backups'))).toEqual([`before-${STEP}.db`])
})

test('a new database has nothing to copy', async () => {
  using folder = aFolder()
  await (await openSqlite(join(folder.path, 'shop.db'))).close()
  expect(existsSync(join(folder.path, 'backups'))).toBe(false)
})

test('with no room for the copy nothing is changed, and the operator reads how much is needed', async () => {
  using folder = aFolder()
  const path = join(folder.path, 'shop.db')
  await anOldShop(path)
  const refusal = await copyBeforeMigrating({
    path,
    step: STEP,
    free: async () => 5_000_000,
  }).catch((error: unknown) => error)
  expect(String(refusal)).toContain('Nothing was changed')
  expect(refusal).toHaveProperty(
    'cause.message',
    expect.stringMatching(/need 6\d MiB on the disk .*, 5 MiB are free: delete old copies/),
  )
  await copyBeforeMigrating({ path, step: STEP, free: async () => GIB })
})

test('where no copy can be written the program does not start, and the tables stay as they were', async () => {
  using folder = aFolder()
  const path = join(folder.path, 'shop.db')
  await anOldShop(path)
  const before = stepsTaken(path)
  // A file lies where the folder of the copies should be.
  writeFileSync(join(folder.path, 'backups'), '')
  await expect(openSqlite(path)).rejects.toThrow('was not brought up to date')
  expect(stepsTaken(path)).toEqual(before)
})

test('a damaged database is not brought up to date', async () => {
  using folder = aFolder()
  const path = join(folder.path, 'shop.db')
  await anOldShop(path)
  const db = new Database(path)
  // An index that knows nothing of the rows is what a bad disk leaves behind.
  db.unsafeMode()
  db.pragma('writable_schema=on')
  db.exec(`create index lost on shop (name);
    update sqlite_schema set sql = 'create index lost on shop (currency)' where name = 'lost'`)
  db.close()
  mkdirSync(join(folder.path, 'backups'))
  await expect(openSqlite(path)).rejects.toThrow('was not brought up to date')
  expect(readdirSync(join(folder.path, 'backups'))).not.toContain(`before-${STEP}.db`)
})
