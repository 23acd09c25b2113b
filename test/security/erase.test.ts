import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sqlitePath } from '../../src/store/sqlite.ts'
import { aStore } from '../support/a-store.ts'
import { lookInto, rowsAsText, tablesIn } from './tables.ts'
import { furnish } from './two-shops.ts'

const MARK = 'QANAXU'
const CHANNEL = '100000001'

describe('a shop whose grace is over', () => {
  test('leaves nothing of itself in any table, and every other shop as it was', async () => {
    await using store = await aStore()
    const mine = await furnish(store, MARK, CHANNEL)
    await furnish(store, 'ZIBOWE', '200000002')
    using db = lookInto(store.url)
    const found = (mark: string): readonly string[] =>
      tablesIn(db)
        .filter((table) => rowsAsText(db, table).toLowerCase().includes(mark.toLowerCase()))
        .map(({ name }) => name)
    const before = found('ZIBOWE')
    expect(found(MARK)).toEqual(before)
    await store.eraseShop(mine.shopId)
    while (await store.sweepStaging(store.clock.now())) {}
    // The shop begins again, empty: its id and its owners are all that is known of it.
    const left = tablesIn(db).flatMap((table) =>
      rowsAsText(db, table).replaceAll(mine.shopId, 'ID').toLowerCase().includes(MARK.toLowerCase())
        ? [`${table.name} ${rowsAsText(db, table).replaceAll(mine.shopId, 'ID')}`]
        : [],
    )
    expect(left).toEqual([])
    expect(found('ZIBOWE')).toEqual(before)
  })

  test('is not in the bytes of any file either', async () => {
    await using store = await aStore()
    const mine = await furnish(store, MARK, CHANNEL)
    await store.eraseShop(mine.shopId)
    while (await store.sweepStaging(store.clock.now())) {}
    await store.close()
    const folder = dirname(sqlitePath(store.url))
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name)).toString('latin1')
      const at = bytes.replaceAll(mine.shopId, 'id').toLowerCase().indexOf(MARK.toLowerCase())
      expect(at === -1 ? null : bytes.slice(at - 60, at + 60), name).toBeNull()
    }
  })
})
