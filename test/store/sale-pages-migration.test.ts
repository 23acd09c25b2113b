import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day, dayNumber } from '../../src/sales/day.ts'
import { rowsOf } from '../../src/store/engine.ts'
import { pagesOf } from '../../src/store/pages.ts'
import { recount } from '../../src/store/settling.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { aDatabaseBefore } from '../support/old-database.ts'
import { aFolder } from '../support/props.ts'

const FIRST = dayNumber(day('2026-03-01'))

/** A database as it was before lines lay in pages: two files, the second of which knows a line. */
const anOldDatabase = async (path: string): Promise<void> => {
  const db = await aDatabaseBefore('0003', path)
  const shop =
    db.prepare(`insert into shop (id, name, language, time_zone, currency, closing_hour, created_at)
    values ('s', 'Toko', 'id', 'Asia/Jakarta', 'IDR', 0, 0)`)
  const upload = db.prepare(`insert into upload (shop_id, no, state, source, file_name, sha256,
    first_day, last_day, lines, created_at) values ('s', ?, 'live', 't', 'a', ?, ?, ?, 2, 0)`)
  const line =
    db.prepare(`insert into sale_line (shop_id, day, upload, row, minute, product, variant,
    category, branch, invoice, quantity, revenue, refund, key, occurrence, counted)
    values ('s', ?, ?, ?, -1, 1, 0, 0, 1, ?, ?, ?, 0, ?, 0, ?)`)
  shop.run()
  for (const no of [1, 2]) upload.run(no, `sha${no}`, FIRST, FIRST + 1)
  line.run(FIRST, 1, 2, 'A1', 2000, 50_000, 9_007_199_254_740_991, 1)
  line.run(FIRST + 1, 1, 3, null, null, 30_000, 12, 1)
  line.run(FIRST, 2, 2, 'A1', 2000, 50_000, 9_007_199_254_740_991, 0)
  line.run(FIRST, 2, 3, 'A2', 1000, 25_000, 13, 1)
  db.close()
}

test('lines of before lie in pages, with what counts and what does not', async () => {
  using folder = aFolder()
  const path = join(folder.path, 'old.db')
  await anOldDatabase(path)
  const engine = await openSqlite(path)
  const of = (upload: number) =>
    engine.run(null, () => pagesOf({ shopId: 's', upload }, { from: FIRST, to: FIRST + 1 }))
  const [page, ...others] = await of(2)
  expect(others).toEqual([])
  expect(page?.page.lines).toBe(2)
  expect([...(page?.hidden ?? [])]).toEqual([0b01])
  expect(page?.page.receipts()).toEqual(['', 'A1', 'A2'])
  expect([...(page?.page.column('key') ?? [])]).toEqual([9_007_199_254_740_991, 13])
  expect((await of(1)).map((each) => [...each.page.column('quantity')])).toEqual([
    [2000],
    [Number.NaN],
  ])

  await engine.run(null, () => rowsOf(`update upload set state = 'undone' where no = 1`, []))
  await engine.run(null, () => recount('s', { from: FIRST, to: FIRST + 1 }))
  const sums = await engine.run(null, () =>
    rowsOf<{ lines: number; revenue: number; receipts: number }>(
      'select lines, revenue, receipts from branch_day where upload = 2',
      [],
    ),
  )
  expect(sums).toEqual([{ lines: 2, revenue: 75_000, receipts: 2 }])
  await engine.close()
})
