import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, type Fact, rowsOf, tell } from '../../src/store/engine.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

const NORMAL = 1
const FULL = 2

let folder = ''
let engine: Engine
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shopbell-durability-'))
  engine = await openSqlite(join(folder, 'shop.db'))
})
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

/** How the connection flushes while this fact runs. */
function* flushing(): Fact<number> {
  const rows = yield* rowsOf<{ synchronous: number }>('pragma synchronous', [])
  return rows[0]?.synchronous ?? -1
}

function* adds(id: string): Fact<void> {
  yield* tell(`insert into person (id, channel, created_at) values (?, 'c', 0)`, [id])
}

// biome-ignore lint/correctness/useYield: it fails before it asks for anything
function* failing(): Fact<void> {
  throw new Error('disk full')
}

test('what is promised is flushed before it is confirmed, what is only staged is not', async () => {
  expect(await engine.run(null, () => flushing())).toBe(FULL)
  expect(await engine.stage(null, () => flushing())).toBe(NORMAL)
  expect(await engine.run(null, () => flushing())).toBe(FULL)
})

/** The people in the database file alone; none while it is being written. */
const withoutItsLog = (): unknown => {
  const copy = join(folder, 'without-its-log.db')
  copyFileSync(join(folder, 'shop.db'), copy)
  const alone = new Database(copy)
  try {
    return alone.prepare('select id from person order by id').all()
  } catch {
    return []
  } finally {
    alone.close()
  }
}

test('a thread beside copies the log into the database, also what is only staged', async () => {
  await engine.run(null, () => adds('a'))
  await engine.stage(null, () => adds('b'))
  expect(withoutItsLog()).toEqual([])
  await expect.poll(withoutItsLog, { timeout: 15_000 }).toEqual([{ id: 'a' }, { id: 'b' }])
})

test('staging that fails leaves the promise as it was', async () => {
  await expect(engine.stage(null, () => failing())).rejects.toThrow('disk full')
  expect(await engine.run(null, () => flushing())).toBe(FULL)
})
