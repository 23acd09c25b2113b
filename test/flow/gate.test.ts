import { expect, test } from 'vitest'
import { gateFor } from '../../src/flow/gate.ts'

/** Everybody who wants in, and whether they are. */
const queueAt = (max: number, count: number) => {
  const gate = gateFor(max)
  const inside: number[] = []
  for (let who = 1; who <= count; who++) void gate.enter().then(() => inside.push(who))
  return { gate, inside }
}
const soon = () => new Promise((resolve) => setImmediate(resolve))

test('two are let in at a time, the others in the order they came', async () => {
  const { gate, inside } = queueAt(2, 5)
  await soon()
  expect(inside).toEqual([1, 2])
  gate.leave()
  await soon()
  expect(inside).toEqual([1, 2, 3])
  gate.leave()
  gate.leave()
  await soon()
  expect(inside).toEqual([1, 2, 3, 4, 5])
})

test('once all have left there is room for as many again', async () => {
  const { gate, inside } = queueAt(2, 3)
  for (let i = 0; i < 3; i++) {
    await soon()
    gate.leave()
  }
  for (let i = 0; i < 3; i++) void gate.enter().then(() => inside.push(9))
  await soon()
  expect(inside).toEqual([1, 2, 3, 9, 9])
})
