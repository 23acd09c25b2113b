// Real faults of the machine under the whole service: a disk that is full, a file that is locked, damaged or
// read-only. Nothing that was acknowledged may be lost, nothing may be answered twice.
import {
  closeSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openSqlite } from '../../src/store/sqlite.ts'
import { storeOn } from '../../src/store/store.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { anArrival } from '../support/builders.ts'
import { aFolder, someIds } from '../support/props.ts'
import { signedText } from '../support/signed-text.ts'
import { aSmallDisk, canMount } from '../support/small-disk.ts'

const MIB = 1024 * 1024
/** More than the 64 MiB under which the service calls its disk full. */
const DISK_MIB = 96
const PATIENCE = { timeout: 30_000, interval: 100 }

const bring = async (stage: Stage, id: string): Promise<number> => {
  const { body, headers } = signedText({ id, text: 'menu', at: stage.clock.now() })
  return (await stage.post(body, headers)).status
}

const readiness = async (stage: Stage): Promise<readonly unknown[]> => {
  const response = await stage.app.http.request('/ready')
  return [response.status, z.object({ reason: z.unknown() }).parse(await response.json()).reason]
}

/** Every message that was acknowledged is answered, once. */
const allAnswered = async (stage: Stage, acknowledged: number): Promise<void> => {
  await expect.poll(async () => (await stage.app.store.inboxHealth()).pending, PATIENCE).toBe(0)
  expect(await stage.phone.waitsForQuiet(500)).toHaveLength(acknowledged)
}

describe('a disk that is full', () => {
  test.skipIf(!canMount())(
    'webhooks are refused until there is room again; what was acknowledged is answered once',
    { timeout: 90_000 },
    async () => {
      using disk = aSmallDisk(DISK_MIB)
      if (disk === null) throw new Error('no disk')
      await using stage = await aStage({
        running: true,
        options: { databaseUrl: `file:${join(disk.path, 'shop.db')}` },
      })
      await stage.phone.says('menu')
      await stage.phone.waitsFor(1)
      expect(await readiness(stage)).toEqual([200, null])

      const ballast = join(disk.path, 'ballast')
      fill(ballast)
      const statuses: number[] = []
      while (statuses.at(-1) !== 503 && statuses.length < 3000) {
        statuses.push(await bring(stage, `wamid.full.${statuses.length}`))
      }
      expect(statuses.at(-1)).toBe(503)
      await expect.poll(() => readiness(stage), PATIENCE).toEqual([503, 'disk-full'])

      rmSync(ballast)
      // Meta comes again with what was refused.
      expect(await bring(stage, `wamid.full.${statuses.length - 1}`)).toBe(200)
      await expect.poll(() => readiness(stage), PATIENCE).toEqual([200, null])
      await allAnswered(stage, statuses.length + 1)
    },
  )

  test('a fact that finds no room has not happened, and the next one does', async () => {
    using folder = aFolder()
    const engine = await openSqlite(join(folder.path, 'shop.db'))
    const store = storeOn(engine, { now: () => 0, newId: someIds() })
    const pages = (n: number) =>
      engine.run(null, function* () {
        yield { sql: `pragma max_page_count = ${n}`, parameters: [] }
      })
    await pages(1)
    const text = 'x'.repeat(100_000)
    const content = { kind: 'text', text } as const
    const many = Array.from({ length: 50 }, (_, i) => anArrival({ id: `wamid.${i}`, content }))
    await expect(store.accept([{ arrivals: many, statuses: [] }])).rejects.toThrow(/full/)
    expect((await store.inboxHealth()).pending).toBe(0)
    await pages(1_000_000)
    expect(await store.accept([{ arrivals: many, statuses: [] }])).toBe(50)
    await store.close()
  })
})

test('a file another program has locked: refused while it lasts, nothing lost, nothing twice', {
  timeout: 90_000,
}, async () => {
  using folder = aFolder()
  const path = join(folder.path, 'shop.db')
  await using stage = await aStage({ running: true, options: { databaseUrl: `file:${path}` } })
  await stage.phone.says('menu')
  await stage.phone.waitsFor(1)
  const other = new Database(path)
  other.exec('begin immediate')
  expect(await bring(stage, 'wamid.locked')).toBe(503)
  expect(await readiness(stage)).toEqual([503, 'database'])
  other.exec('rollback')
  other.close()
  expect(await bring(stage, 'wamid.locked')).toBe(200)
  expect(await bring(stage, 'wamid.locked')).toBe(200)
  await allAnswered(stage, 2)
  await expect.poll(() => readiness(stage), PATIENCE).toEqual([200, null])
})

describe('a damaged file', () => {
  test('is told at the start, with what to do, and is left as it is', async () => {
    using folder = aFolder()
    const path = join(folder.path, 'shop.db')
    writeFileSync(path, 'no database at all, '.repeat(500))
    const before = readFileSync(path)
    await expect(openSqlite(path)).rejects.toThrow(/shop\.db is damaged .* npm run restore -- FILE/)
    expect(readFileSync(path)).toEqual(before)
  })

  test('while it runs: nothing is written any more, /ready says so, Meta keeps what comes', {
    timeout: 60_000,
  }, async () => {
    using folder = aFolder()
    const path = join(folder.path, 'shop.db')
    await using stage = await aStage({ running: true, options: { databaseUrl: `file:${path}` } })
    await stage.phone.says('menu')
    await stage.phone.waitsFor(1)
    garble(path)
    await expect.poll(() => bring(stage, 'wamid.damaged'), PATIENCE).toBe(503)
    await expect.poll(() => readiness(stage), PATIENCE).toEqual([503, 'database-damaged'])
  })
})

test.skipIf(!canMount())('a read-only disk is told at the start', async () => {
  using disk = aSmallDisk(DISK_MIB)
  if (disk === null) throw new Error('no disk')
  const path = join(disk.path, 'shop.db')
  await (await openSqlite(path)).close()
  disk.makeReadOnly()
  await expect(openSqlite(path)).rejects.toThrow(/shop\.db cannot be written .* not read-only/)
})

/** Takes all the room there is. */
const fill = (path: string): void => {
  const handle = openSync(path, 'w')
  try {
    for (const size of [MIB, 4096, 1]) writeUntilFull(handle, Buffer.alloc(size))
  } finally {
    closeSync(handle)
  }
}

const writeUntilFull = (handle: number, bytes: Uint8Array): void => {
  try {
    while (writeSync(handle, bytes) === bytes.length);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

/** Overwrites the file and its log from behind, as a bad disk does. */
const garble = (path: string): void => {
  const db = new Database(path)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const { size } = statSync(path)
  const handle = openSync(path, 'r+')
  for (let at = 4096; at < size; at += 4096)
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, at)
  closeSync(handle)
}
