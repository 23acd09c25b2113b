import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, type Fact, rowsOf } from '../../src/store/engine.ts'
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

// biome-ignore lint/correctness/useYield: it fails before it asks for anything
function* failing(): Fact<void> {
  throw new Error('disk full')
}

test('what is promised is flushed before it is confirmed, what is only staged is not', async () => {
  expect(await engine.run(null, () => flushing())).toBe(FULL)
  expect(await engine.stage(null, () => flushing())).toBe(NORMAL)
  expect(await engine.run(null, () => flushing())).toBe(FULL)
})

test('staging that fails leaves the promise as it was', async () => {
  await expect(engine.stage(null, () => failing())).rejects.toThrow('disk full')
  expect(await engine.run(null, () => flushing())).toBe(FULL)
})
