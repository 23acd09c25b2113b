import { describe, expect, test } from 'vitest'
import { hostBreaker } from '../../src/whatsapp/breaker.ts'

const HOST = 'graph.facebook.com'
const aBreaker = () => {
  const clock = { now: 1_000_000 }
  return { clock, breaker: hostBreaker(() => clock.now) }
}
const miss = (breaker: ReturnType<typeof hostBreaker>, times: number) => {
  for (let i = 0; i < times; i += 1) breaker.missed(HOST)
}

describe('a host that is down', () => {
  test('is left alone after five silences in a row, others are not', () => {
    const { breaker } = aBreaker()
    miss(breaker, 4)
    expect(breaker.allows(HOST)).toBe(true)
    miss(breaker, 1)
    expect(breaker.allows(HOST)).toBe(false)
    expect(breaker.allows('lookaside.fbsbx.com')).toBe(true)
  })

  test('a single answer wipes the slate', () => {
    const { breaker } = aBreaker()
    miss(breaker, 4)
    breaker.reached(HOST)
    miss(breaker, 4)
    expect(breaker.allows(HOST)).toBe(true)
  })

  test('after its rest exactly one call tries', () => {
    const { breaker, clock } = aBreaker()
    miss(breaker, 5)
    clock.now += 15_000
    expect([breaker.allows(HOST), breaker.allows(HOST)]).toEqual([true, false])
  })

  test('and that one decides: down for another rest, or well again', () => {
    const { breaker, clock } = aBreaker()
    miss(breaker, 5)
    clock.now += 15_000
    breaker.allows(HOST)
    breaker.missed(HOST)
    expect(breaker.allows(HOST)).toBe(false)
    clock.now += 15_000
    breaker.allows(HOST)
    breaker.reached(HOST)
    expect([breaker.allows(HOST), breaker.allows(HOST)]).toEqual([true, true])
  })

  test('a probe nobody heard of again does not shut the door for good', () => {
    const { breaker, clock } = aBreaker()
    miss(breaker, 5)
    clock.now += 15_000
    breaker.allows(HOST)
    clock.now += 15_000
    expect(breaker.allows(HOST)).toBe(true)
  })
})
