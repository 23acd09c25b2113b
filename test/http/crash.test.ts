import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, test } from 'vitest'
import type { Step } from '../../src/flow/world.ts'
import { day } from '../../src/sales/day.ts'
import { openReader, openStore } from '../../src/store/store.ts'
import { tokenHash } from '../../src/store/tokens.ts'
import { freePort } from '../support/a-server.ts'
import { aShop } from '../support/builders.ts'
import { steadyShop } from '../support/files.ts'
import type { KillableSettings } from '../support/killable.ts'
import { aFolder, someIds } from '../support/props.ts'

const KILLABLE = join(import.meta.dirname, '../support/killable.ts')
const EVER = { from: day('2020-01-01'), to: day('2030-01-01') }
const STEPS: readonly Step[] = ['upload begun', 'batch staged', 'upload settled']
const PATIENCE_MS = 40_000

describe('the process is killed over an API upload', () => {
  test.for(STEPS)(
    'at “%s”: it shows as failed, and the same key brings each sale in once',
    { timeout: 120_000 },
    async (step, { expect }) => {
      using folder = aFolder()
      const databaseUrl = `file:${join(folder.path, 'shop.db')}`
      const token = `shopbell_${'t'.repeat(43)}`
      await giveToken(databaseUrl, token)
      const port = await freePort()
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'text/csv',
        'idempotency-key': 'k1',
      }
      const file = steadyShop({ until: day('2026-03-31') })
      const send = (more: Record<string, string> = {}) =>
        fetch(`http://127.0.0.1:${port}/api/v1/sales`, {
          method: 'POST',
          headers: { ...headers, ...more },
          body: file.text,
        })
      const settings: KillableSettings = {
        port,
        databaseUrl,
        graphUrl: 'http://127.0.0.1:9',
        token: 'none',
        appSecret: 'secret',
        dieAt: step,
        now: Date.parse('2026-04-01T05:00:00Z'),
      }
      const first = await start(settings)
      const died = once(first, 'exit', { signal: AbortSignal.timeout(PATIENCE_MS) })
      // The connection breaks when the process dies; how much was answered before is a matter of luck.
      const location = await send({ prefer: 'respond-async' }).then(
        (response) => response.headers.get('location'),
        () => null,
      )
      expect(await died).toEqual([null, 'SIGKILL'])

      const second = await start({ ...settings, dieAt: null, now: settings.now + 60_000 })
      try {
        if (location !== null) {
          const state = await fetch(`http://127.0.0.1:${port}${location}`, { headers })
          expect(await state.json()).toMatchObject({ state: 'failed', status: 500 })
        }
        expect(await lineCount(databaseUrl)).toBe(0)
        for (const status of [201, 201]) expect((await send()).status).toBe(status)
        expect(await lineCount(databaseUrl)).toBe(file.lines)
      } finally {
        second.kill('SIGKILL')
      }
    },
  )
})

const giveToken = async (databaseUrl: string, token: string): Promise<void> => {
  const store = await openStore(databaseUrl, { now: Date.now, newId: someIds() })
  await store.ensureShop(aShop({ id: 'default' }), [])
  await store.addToken({ id: 't', shopId: 'default', name: 'kasir', hash: tokenHash(token) })
  await store.close()
}

const lineCount = async (databaseUrl: string): Promise<number> => {
  const reader = openReader(databaseUrl)
  const days = await reader.branchDays('default', EVER)
  await reader.close()
  return days.reduce((sum, row) => sum + row.lines, 0)
}

const start = async (settings: KillableSettings) => {
  const child = spawn(process.execPath, [KILLABLE, JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const end = Date.now() + PATIENCE_MS
  while ((await fetch(`http://127.0.0.1:${settings.port}/health`).catch(() => null)) === null) {
    if (child.exitCode !== null || Date.now() > end) throw new Error('the service did not start')
    await sleep(25)
  }
  return child
}
