import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { startVitals } from '../../src/flow/vitals.ts'
import { makeLog } from '../../src/log.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { POLICY } from '../support/builders.ts'

const DEPLOY = join(import.meta.dirname, '../../deploy')

const look = async (stage: Stage, headers: Record<string, string> = {}) =>
  stage.app.http.request('/metrics', { headers })

const figures = async (stage: Stage): Promise<string> => (await look(stage)).text()

describe('what the operator can watch', () => {
  test('a conversation is counted from the webhook to the bubble, and names nobody', async () => {
    await using stage = await aStage({ shop: { name: 'Toko Kenanga' } })
    await stage.phone.says('halo')
    await stage.phone.waitsFor(1)
    await stage.phone.waitsForQuiet()
    const text = await figures(stage)
    expect(text).toMatch(/shopbell_webhook_requests_total\{status="200"\} [1-9]/)
    expect(text).toMatch(/shopbell_intake_batch_size_count [1-9]/)
    expect(text).toContain('shopbell_message_attempts_total{kind="text",outcome="answered"} 1')
    expect(text).toContain('shopbell_answer_seconds_count{kind="text"} 1')
    expect(text).toContain('shopbell_inbox_pending 0')
    expect(text).toContain('shopbell_ready 1')
    expect(text).toMatch(/shopbell_disk_free_bytes \d{6,}/)
    expect(text).toMatch(/nodejs_eventloop_lag_seconds/)
    expect(text).not.toMatch(/Kenanga|Rina|6281|halo/)
  })

  test('an unsigned webhook is counted by its status', async () => {
    await using stage = await aStage()
    await stage.post('{}')
    expect(await figures(stage)).toContain('shopbell_webhook_requests_total{status="401"} 1')
  })

  test('a file is counted with its lines', async () => {
    await using stage = await aStage()
    await stage.phone.says('contoh')
    await stage.phone.waitsFor(1, 20_000)
    const text = await figures(stage)
    expect(text).toContain('shopbell_imports_total{outcome="ready"} 1')
    expect(text).toMatch(/shopbell_import_lines_total \d{3,}/)
  })

  test('whoever comes through a proxy finds nothing', async () => {
    await using stage = await aStage()
    expect((await look(stage, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404)
  })

  test('with a token only its bearer may look', async () => {
    await using stage = await aStage({ options: { metricsToken: 'watchman' } })
    expect((await look(stage)).status).toBe(404)
    expect((await look(stage, { authorization: 'Bearer other' })).status).toBe(404)
    const right = { authorization: 'Bearer watchman', 'x-forwarded-for': '203.0.113.7' }
    expect((await look(stage, right)).status).toBe(200)
  })
})

describe('whether more may come', () => {
  test('a database that another program holds is said, and over when it lets go', async () => {
    await using stage = await aStage()
    const other = new Database(join(stage.folder, 'shop.db'))
    other.exec('begin immediate')
    const held = await stage.app.http.request('/ready')
    other.exec('rollback')
    other.close()
    expect(held.status).toBe(503)
    expect(await held.json()).toMatchObject({ ready: false, reason: 'database' })
    await vi.waitFor(async () => expect((await stage.app.http.request('/ready')).status).toBe(200))
  }, 30_000)

  test('watchers that ask all the time cost one proof of writing, not one each', async () => {
    await using stage = await aStage()
    const { store } = stage.app
    let proofs = 0
    const vitals = startVitals({
      store: {
        ...store,
        proveWrite: () => {
          proofs++
          return store.proveWrite()
        },
      },
      log: makeLog('silent'),
      policy: POLICY,
      now: stage.clock.now,
      databaseDir: stage.folder,
      answers: true,
      isDraining: () => false,
    })
    const seen = await Promise.all(Array.from({ length: 50 }, vitals))
    expect(seen.every(({ ready }) => ready)).toBe(true)
    expect(proofs).toBe(1)
  })
})

describe('what is handed to the operator', () => {
  test.for(['prometheus-alerts.yml', 'grafana-dashboard.json'])(
    '%s asks only for figures that exist',
    async (name) => {
      await using stage = await aStage()
      await stage.phone.says('halo')
      await stage.phone.waitsFor(1)
      const text = await figures(stage)
      const asked = new Set(
        readFileSync(join(DEPLOY, name), 'utf8').match(/\b(?:shopbell|nodejs|process)_\w+/g),
      )
      expect(asked.size).toBeGreaterThan(5)
      const strays = [...asked].filter((figure) => !text.includes(figure))
      expect(strays).toEqual([])
    },
  )
})
