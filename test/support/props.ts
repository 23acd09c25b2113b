import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A clock that only moves when told. */
export type TestClock = { now: () => number; advance: (ms: number) => void }

export const aClock = (start = Date.parse('2026-04-01T05:00:00Z')): TestClock => {
  let at = start
  return {
    now: () => at,
    advance: (ms) => {
      at += ms
    },
  }
}

/** A clock that runs from `start` on and can be moved ahead. */
export const aRunningClock = (start: number): TestClock => {
  const begun = performance.now()
  let ahead = 0
  return {
    now: () => Math.floor(start + ahead + performance.now() - begun),
    advance: (ms) => {
      ahead += ms
    },
  }
}

/** Ids that are the same in every run. */
export const someIds = (prefix = 'id'): (() => string) => {
  let n = 0
  return () => `${prefix}-${++n}`
}

/** A folder that goes away with the test. */
export const aFolder = (): { path: string; [Symbol.dispose]: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'shopbell-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
