import { expect, test } from 'vitest'
import { tooFastReply } from '../../src/replies/trouble.ts'
import type { Fact } from '../../src/store/engine.ts'
import { accept } from '../../src/store/inbox.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { addLabels } from '../../src/store/uploads.ts'
import { anArrival } from '../support/builders.ts'
import { someIds } from '../support/props.ts'

const PACE = { everyMs: 3000, burst: 40, notice: tooFastReply }

/** The same fact, and how many statements it asks for: on a server each of them has its price. */
function* counting<T>(fact: Fact<T>, count: { statements: number }): Fact<T> {
  let turn = fact.next([])
  while (!turn.done) {
    count.statements += 'sql' in turn.value ? 1 : turn.value.length
    turn = fact.next(yield turn.value)
  }
  return turn.value
}

/** Statements that a group of so many messages takes, each of another person who has written before. */
const groupOf = async (size: number): Promise<number> => {
  const engine = await openSqlite(':memory:')
  const newId = someIds()
  const intakes = (round: string) =>
    Array.from({ length: size }, (_, i) => ({
      arrivals: [
        anArrival({
          id: `${round}.${i}`,
          sender: { phone: `62813${i}`, userId: null, name: null },
        }),
      ],
      statuses: [],
    }))
  await engine.run(null, () => accept(intakes('first'), 0, newId, PACE))
  const count = { statements: 0 }
  const fresh = await engine.run(null, () =>
    counting(accept(intakes('then'), 1, newId, PACE), count),
  )
  await engine.close()
  expect(fresh).toBe(size)
  return count.statements
}

test('sixty messages that arrive together are kept with as many statements as two', async () => {
  expect(await groupOf(60)).toBe(await groupOf(2))
})

const namesOf = async (size: number): Promise<number> => {
  const engine = await openSqlite(':memory:')
  const labels = Array.from({ length: size }, (_, index) => ({
    kind: 'product' as const,
    index,
    text: `Bunga ${index % 50}`,
  }))
  const count = { statements: 0 }
  const ids = await engine.run(null, () => counting(addLabels('s', labels), count))
  await engine.close()
  expect(new Set(ids.map(({ id }) => id)).size).toBe(Math.min(size, 50))
  return count.statements
}

test('a file’s names get their numbers with as many statements however many they are', async () => {
  expect(await namesOf(400)).toBe(await namesOf(1))
})
