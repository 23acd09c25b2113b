import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUpDatabase, restoreDatabase } from '../../src/cli/backup.ts'
import { openReader, openStore } from '../../src/store/store.ts'
import { anArrival, aShop, CHANNEL, OWNER_PHONE } from '../support/builders.ts'
import { aClock, aFolder, someIds } from '../support/props.ts'

/** A database in use, and a console. */
const anOffice = async () => {
  const folder = aFolder()
  const databaseUrl = `file:${join(folder.path, 'shop.db')}`
  const clock = aClock()
  const store = await openStore(databaseUrl, { now: clock.now, newId: someIds() })
  await store.ensureShop(aShop(), [{ channel: CHANNEL, phone: OWNER_PHONE }])
  const printed: string[] = []
  return {
    store,
    printed,
    folder: folder.path,
    world: { databaseUrl, now: clock.now, print: (text: string) => void printed.push(text) },
    writes: (id: string) => store.accept([{ arrivals: [anArrival({ id })], statuses: [] }]),
    [Symbol.asyncDispose]: async () => {
      await store.close()
      folder[Symbol.dispose]()
    },
  }
}

describe('a backup', () => {
  test('is made while messages come in, has what was there, and says what it holds', async () => {
    await using office = await anOffice()
    await office.writes('wamid.before')
    const copying = backUpDatabase([], office.world)
    await office.writes('wamid.beside')
    expect(await copying).toBe(0)
    const [name = ''] = readdirSync(join(office.folder, 'backups'))
    expect(name).toBe('shopbell-2026-04-01T05-00-00Z.db')
    expect(office.printed.join()).toMatch(
      /is made and sound: [\d.]+ MiB, 1 shops, 0 uploads, [12] messages/,
    )
  })

  test('that was damaged since is found out', async () => {
    await using office = await anOffice()
    const copy = join(office.folder, 'copy.db')
    await backUpDatabase([copy], office.world)
    expect(await backUpDatabase(['--check', copy], office.world)).toBe(0)
    const bytes = readFileSync(copy)
    bytes.fill(0x5a, 8192, 16_384)
    writeFileSync(copy, bytes)
    expect(await backUpDatabase(['--check', copy], office.world)).toBe(1)
    expect(office.printed.at(-1)).toMatch(/damaged|malformed|no database/)
    expect(await restoreDatabase([copy], office.world)).toBe(1)
  })

  test.for([
    { what: 'something else', bytes: 'tanggal,produk\n' },
    { what: 'an empty file', bytes: '' },
  ])('is not $what', async ({ bytes }) => {
    await using office = await anOffice()
    const other = join(office.folder, 'other.csv')
    writeFileSync(other, bytes)
    expect(await backUpDatabase(['--check', other], office.world)).toBe(1)
    expect(office.printed.at(-1)).toContain('no database of Shopbell')
  })

  test('of nothing is refused, and leaves nothing half done', async () => {
    using folder = aFolder()
    const printed: string[] = []
    const databaseUrl = `file:${join(folder.path, 'none.db')}`
    const world = { databaseUrl, now: Date.now, print: (text: string) => void printed.push(text) }
    expect(await backUpDatabase([], world)).toBe(1)
    expect(printed.join()).toContain('there is no database')
    expect(readdirSync(folder.path)).toEqual([])
  })

  test('of PostgreSQL is left to PostgreSQL', async () => {
    const printed: string[] = []
    const databaseUrl = 'postgres://shopbell@localhost/shopbell'
    const world = { databaseUrl, now: Date.now, print: (text: string) => void printed.push(text) }
    expect(await backUpDatabase([], world)).toBe(1)
    expect(printed.join()).toContain('pg_dump')
  })
})

describe('restoring', () => {
  test('brings back what was there and keeps what is now', async () => {
    await using office = await anOffice()
    const copy = join(office.folder, 'copy.db')
    await office.writes('wamid.1')
    await backUpDatabase([copy], office.world)
    await office.writes('wamid.2')
    await office.store.close()
    expect(await restoreDatabase([copy], office.world)).toBe(0)
    const aside = join(office.folder, 'shop.db.before-restore-2026-04-01T05-00-00Z')
    expect(existsSync(aside)).toBe(true)
    const again = await openStore(office.world.databaseUrl, { now: Date.now, newId: someIds('x') })
    expect((await again.inboxHealth()).pending).toBe(1)
    await again.close()
    const before = openReader(`file:${aside}`)
    expect(await before.countShops()).toBe(1)
    await before.close()
  })

  test('under a running service is refused and changes nothing', async () => {
    await using office = await anOffice()
    const copy = join(office.folder, 'copy.db')
    await backUpDatabase([copy], office.world)
    await office.writes('wamid.1')
    expect(await restoreDatabase([copy], office.world)).toBe(1)
    expect(office.printed.at(-1)).toContain('in use: stop Shopbell first')
    expect((await office.store.inboxHealth()).pending).toBe(1)
  })
})
