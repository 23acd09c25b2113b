import { expect, test } from 'vitest'
import { anApi } from '../support/an-api.ts'

test('a token that brings files in a circle is told when to come again; another shop’s is not', async () => {
  await using api = await anApi()
  const bring = async (token?: string) =>
    api.asks('/api/v1/sales', {
      method: 'POST',
      body: 'no table at all',
      headers: { 'content-type': 'text/csv', ...(token && { authorization: `Bearer ${token}` }) },
    })
  let answer = await bring()
  for (let i = 1; i < 200 && answer.status !== 429; i++) answer = await bring()
  expect(answer.body.error.code).toBe('too-fast')
  expect(answer.headers.get('retry-after')).toBe('2')
  expect((await bring(await api.tokenFor({ id: 'other' }))).status).not.toBe(429)
  api.stage.clock.advance(2000)
  expect((await bring()).status).not.toBe(429)
})
