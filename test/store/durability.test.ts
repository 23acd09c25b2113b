import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fact, rowsOf, tell } from '../../src/store/engine.ts'
import { sharedFlush } from '../../src/store/shared-flush.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { aFolder } from '../support/props.ts'

function* adds(id: string): Fact<void> {
  yield* tell(`insert into person (id, channel, created_at) values (?, 'c', 0)`, [id])
}

function* counts(): Fact<number> {
  const rows = yield* rowsOf<{ n: number }>('select count(*) as n from person', [])
  return rows[0]?.n ?? -1
}

/** Flushes that end when the test says so. */
const slowDisk = () => {
  const running: { resolve: () => void; reject: (error: Error) => void }[] = []
  return {
    begun: () => running.length,
    end: (n: number) => running[n]?.resolve(),
    fail: (n: number) => running[n]?.reject(new Error('the disk does not answer')),
    sync: () => new Promise<void>((resolve, reject) => running.push({ resolve, reject })),
  }
}

/** Whether each of these was promised by now. */
const watched = (promises: readonly Promise<unknown>[]) => {
  const kept = promises.map(() => false)
  for (const [i, promise] of promises.entries()) {
    promise.then(
      () => {
        kept[i] = true
      },
      () => undefined,
    )
  }
  return async () => {
    await nextTurn()
    return [...kept]
  }
}

test('what is promised lies on the disk; who comes during a flush shares the next', async () => {
  using folder = aFolder()
  const disk = slowDisk()
  const engine = await openSqlite(join(folder.path, 'shop.db'), disk.sync)
  const first = engine.run(null, () => adds('a'))
  await nextTurn()
  const later = ['b', 'c'].map((id) => engine.claim(null, () => adds(id)))
  // It writes nothing, but it has seen what is not safe yet.
  const kept = watched([first, ...later, engine.run(null, counts)])
  expect(await kept()).toEqual([false, false, false, false])
  expect(disk.begun()).toBe(1)
  disk.end(0)
  expect(await kept()).toEqual([true, false, false, false])
  expect(disk.begun()).toBe(2)
  disk.end(1)
  expect(await kept()).toEqual([true, true, true, true])
  await engine.close()
})

test('what is only staged, only read or changes nothing waits for no flush', async () => {
  using folder = aFolder()
  const disk = slowDisk()
  const engine = await openSqlite(join(folder.path, 'shop.db'), disk.sync)
  await engine.stage(null, () => adds('a'))
  expect(await engine.read(null, counts)).toBe(1)
  expect(await engine.claim(null, counts)).toBe(1)
  await expect(engine.run(null, () => adds('a'))).rejects.toThrow(/UNIQUE/)
  expect(disk.begun()).toBe(0)
  await engine.close()
})

test('a flush that failed is told, and nothing is promised again before it is written anew', async () => {
  using folder = aFolder()
  const path = join(folder.path, 'shop.db')
  const disk = slowDisk()
  const engine = await openSqlite(path, disk.sync)
  const failed = engine.run(null, () => adds('a'))
  await nextTurn()
  disk.fail(0)
  await expect(failed).rejects.toThrow('the disk does not answer')
  const reader = new Database(path, { readonly: true })
  reader.exec('begin')
  reader.prepare('select count(*) from person').get()
  // Meta brings the message again: it is there already, and still not safe.
  expect(await engine.run(null, counts)).toBe(1)
  reader.close()
  expect(disk.begun()).toBe(1)
  expect(withoutItsLog(path)).toEqual([{ id: 'a' }])
  const next = engine.run(null, () => adds('b'))
  await nextTurn()
  disk.end(1)
  await next
  await engine.close()
})

test('while the log is read and cannot be copied, nothing is promised', async () => {
  using folder = aFolder()
  const path = join(folder.path, 'shop.db')
  const disk = slowDisk()
  const engine = await openSqlite(path, disk.sync)
  const reader = new Database(path, { readonly: true })
  reader.exec('begin')
  reader.prepare('select count(*) from person').get()
  const failed = engine.run(null, () => adds('a'))
  await nextTurn()
  disk.fail(0)
  await expect(failed).rejects.toThrow('the disk does not answer')
  await expect(engine.run(null, () => adds('b'))).rejects.toThrow(/cannot be copied/)
  reader.close()
  expect(await engine.run(null, counts)).toBe(2)
  await engine.close()
})

test('the log is copied into the database by a thread beside, also what is only staged', async () => {
  using folder = aFolder()
  const path = join(folder.path, 'shop.db')
  const engine = await openSqlite(path)
  await engine.run(null, () => adds('a'))
  await engine.stage(null, () => adds('b'))
  expect(withoutItsLog(path)).toEqual([])
  await expect
    .poll(() => withoutItsLog(path), { timeout: 15_000 })
    .toEqual([{ id: 'a' }, { id: 'b' }])
  expect(await engine.run(null, counts)).toBe(2)
  await engine.close()
})

/** The people in the database file alone; none while it is being written. */
const withoutItsLog = (path: string): unknown => {
  const copy = `${path}.copy`
  copyFileSync(path, copy)
  const alone = new Database(copy)
  try {
    return alone.prepare('select id from person').all()
  } catch {
    return []
  } finally {
    alone.close()
  }
}

test('whatever comes when, a promise is kept by a flush that began after it', async () => {
  const steps = fc.array(fc.constantFrom('write', 'look', 'end', 'fail'), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const disk = slowDisk()
      let [writes, ended] = [0, 0]
      /** For each flush, how much was written when it began. */
      const covers: number[] = []
      const safe = new Set<number>()
      const flush = sharedFlush(() => {
        covers.push(writes)
        return disk.sync()
      })
      for (const step of history) {
        if (step === 'write') {
          writes++
          flush.written()
        }
        if (step === 'write' || step === 'look') {
          const upTo = writes
          flush.done().then(
            () => expect(Math.max(0, ...safe)).toBeGreaterThanOrEqual(upTo),
            () => undefined,
          )
        } else if (ended < disk.begun()) {
          if (step === 'end') safe.add(covers[ended] ?? 0)
          disk[step](ended++)
        }
        await nextTurn()
        expect(disk.begun() - ended).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 200 },
  )
})
