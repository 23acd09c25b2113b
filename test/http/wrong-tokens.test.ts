import { describe, expect, test } from 'vitest'
import { createWrongTokens } from '../../src/http/wrong-tokens.ts'
import { anApi } from '../support/an-api.ts'

const WRONG = { authorization: `Bearer shopbell_${'x'.repeat(43)}` }

describe('wrong tokens', () => {
  test('are answered 401, and after twenty 429 with the seconds to wait', async () => {
    await using api = await anApi()
    const statuses: number[] = []
    for (let i = 0; i < 21; i++) {
      statuses.push((await api.asks('/api/v1/summary', { headers: WRONG })).status)
    }
    expect(statuses).toEqual([...Array(20).fill(401), 429])
    const { headers, body } = await api.asks('/api/v1/summary', { headers: WRONG })
    expect(body.error.code).toBe('too-many-tries')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(6)
  })

  test('never hold up the right one, wherever it comes from', async () => {
    await using api = await anApi()
    for (let i = 0; i < 25; i++) await api.asks('/api/v1/summary', { headers: WRONG })
    expect((await api.asks('/api/v1/summary')).status).not.toBe(429)
  })

  test('another address has its own tries, and waiting brings them back', () => {
    const wrongTokens = createWrongTokens()
    for (let i = 0; i < 20; i++) expect(wrongTokens('10.0.0.1', 0)).toBeNull()
    expect(wrongTokens('10.0.0.1', 0)).toBe(6)
    expect(wrongTokens('10.0.0.2', 0)).toBeNull()
    expect(wrongTokens('10.0.0.1', 3000)).toBe(3)
    expect(wrongTokens('10.0.0.1', 6000)).toBeNull()
    expect(wrongTokens('10.0.0.1', 6000)).toBe(6)
    expect(wrongTokens('10.0.0.1', 3_600_000)).toBeNull()
  })

  test('a flood from more addresses than are remembered does not grow without end', () => {
    const wrongTokens = createWrongTokens()
    for (let i = 0; i < 20; i++) wrongTokens('first', 0)
    for (let i = 0; i < 10_000; i++) wrongTokens(`flood ${i}`, 0)
    expect(wrongTokens('first', 0)).toBeNull()
  })
})
