import { describe, expect, test } from 'vitest'
import { tokenHash } from '../../src/store/tokens.ts'
import { aStage, type Stage } from '../support/a-phone.ts'

const NOW = '2026-04-01T03:00:00Z'
const SECRET = /shopbell_[\w-]{43}/
const DAY_MS = 86_400_000

const says = async ({ phone }: Stage, text: string): Promise<string> => {
  await phone.says(text)
  await phone.waitsFor(1, 20_000)
  return (await phone.waitsForQuiet(300)).at(-1)?.text ?? ''
}

describe('keys to the upload API, from the chat', () => {
  test('an owner makes one, sees it once, finds it in the list and ends it', async () => {
    await using stage = await aStage({ now: NOW, shop: { language: 'id' } })
    const { store } = stage.app
    expect(await says(stage, 'token')).toContain('Belum ada token API')
    const [secret = ''] = SECRET.exec(await says(stage, 'token baru Kasir depan')) ?? []
    expect((await store.shopOfToken(tokenHash(secret)))?.id).toBe('default')

    const list = await says(stage, 'Token')
    expect(list).toContain('1. Kasir depan · dibuat Rab 1 Apr')
    expect(list).not.toMatch(SECRET)

    expect(await says(stage, 'token hapus 2')).toContain('Tidak ada token nomor itu')
    expect(await says(stage, 'token hapus 1')).toContain('sudah tidak berlaku')
    expect(await store.shopOfToken(tokenHash(secret))).toBeNull()
    expect(await says(stage, 'token')).toContain('Belum ada token API')
  })

  test('one may end by itself', async () => {
    await using stage = await aStage({ now: NOW, shop: { language: 'en' } })
    expect(await says(stage, 'new token website 30 days')).toMatch(/It works until .*1 May/)
    const [token] = await stage.app.store.tokensOf('default')
    expect(token).toMatchObject({ name: 'website' })
    expect((token?.expiresAt ?? 0) - Date.parse(NOW)).toBeGreaterThanOrEqual(30 * DAY_MS)
  })
})
