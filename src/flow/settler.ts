import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Batch } from '../ingest/pack.ts'
import type { Target } from '../store/pages.ts'
import type { World } from './world.ts'

/** Counts a file's days against what the shop has, while the rest of the file is still read. */
export type Settler = {
  /** Told what has been stored; counts days that seem to be over. */
  readonly staged: (batch: Pick<Batch, 'days' | 'closedDays'>) => Promise<void>
  /** Counts what is left; how many lines are new to the shop, and against which sales. */
  readonly finish: () => Promise<{ readonly newLines: number; readonly basis: number }>
}

/** Lines counted in one commit; a day of more is counted in several. */
const SETTLE_LINES = 4000

const settledInSteps = async (
  store: World['store'],
  target: Target,
  day: number,
): Promise<number> => {
  const settlement = await store.openDay(target, day)
  for (;;) {
    const counted = await store.settleStep(settlement)
    if (counted !== null) return counted
    await nextTurn()
  }
}

/** A day that gets more lines after it was counted is counted again at the end, once. */
export const startSettling = async (
  { store }: Pick<World, 'store'>,
  target: Target,
): Promise<Settler> => {
  const basis = await store.salesVersion(target.shopId)
  /** Lines by day. */
  const days = new Map<number, number>()
  /** New lines by day, for days that were counted and got no more lines. */
  const settled = new Map<number, number>()
  const countedOnce = new Set<number>()

  const settle = async (group: Group): Promise<number> => {
    const counted =
      group.lines <= SETTLE_LINES
        ? await store.settleDays(target, group)
        : await settledInSteps(store, target, group.from)
    await nextTurn()
    return counted
  }

  return {
    staged: async (batch) => {
      for (const [day, lines] of linesByDay(batch.days)) {
        days.set(day, (days.get(day) ?? 0) + lines)
        settled.delete(day)
      }
      for (const day of batch.closedDays) {
        if (countedOnce.has(day)) continue
        countedOnce.add(day)
        settled.set(day, await settle({ from: day, to: day, lines: days.get(day) ?? 0 }))
      }
    },
    finish: async () => {
      const now = await store.salesVersion(target.shopId)
      // Another file began or ceased to count in between: what was counted so far may be wrong.
      if (now !== basis) settled.clear()
      let newLines = [...settled.values()].reduce((sum, lines) => sum + lines, 0)
      for (const group of groupsOf(days, settled)) {
        newLines += await settle(group)
      }
      return { newLines, basis: now }
    },
  }
}

const linesByDay = (days: Int32Array): Map<number, number> => {
  const lines = new Map<number, number>()
  for (const day of days) lines.set(day, (lines.get(day) ?? 0) + 1)
  return lines
}

type Group = { from: number; to: number; lines: number }

/** Days that are left, neighbours with at most SETTLE_LINES lines together, or one day alone. */
const groupsOf = (
  days: ReadonlyMap<number, number>,
  settled: ReadonlyMap<number, number>,
): Group[] => {
  const groups: Group[] = []
  let isOpen = false
  for (const [day, lines] of [...days].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1)
    if (settled.has(day)) isOpen = false
    else if (isOpen && last && last.lines + lines <= SETTLE_LINES) {
      last.to = day
      last.lines += lines
    } else {
      groups.push({ from: day, to: day, lines })
      isOpen = true
    }
  }
  return groups
}
