import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, test } from 'vitest'
import { STEPS, type Step } from '../../src/flow/world.ts'
import { day, type Span, wallClock } from '../../src/sales/day.ts'
import { type Simulator, simulatedGraph } from '../../src/simulator/graph.ts'
import { phoneOf } from '../../src/simulator/phone.ts'
import { webhookAt } from '../../src/simulator/postman.ts'
import { openReader, openStore } from '../../src/store/store.ts'
import { aServer, freePort } from '../support/a-server.ts'
import { aDatabase } from '../support/a-store.ts'
import { aShop, CHANNEL, OWNER_PHONE } from '../support/builders.ts'
import { steadyShop } from '../support/files.ts'
import type { KillableSettings } from '../support/killable.ts'
import { aFolder } from '../support/props.ts'

const KILLABLE = join(import.meta.dirname, '../support/killable.ts')
const EVER: Span = { from: day('2020-01-01'), to: day('2030-01-01') }
/** Long enough for a lease (0.6 s), an echo (2.5 s) and a restart on a busy machine. */
const PATIENCE_MS = 60_000

/** On the way of a digest, which keeps silent on a day with an alert. */
const DIGEST_STEPS: readonly Step[] = ['digest written', 'digest rung']

/**
 * The owner sends a file whose last day is a disaster and asks for the summary. The process is killed
 * (SIGKILL) at one step of the way and started again: the owner must see one receipt, one summary and
 * one alert, and the shop must have each sale once.
 */
describe('the process is killed', () => {
  test.concurrent.for(STEPS.filter((step) => !DIGEST_STEPS.includes(step)))(
    'at “%s”, and nothing is lost or answered twice',
    { timeout: 180_000 },
    async (step, { expect }) => {
      await using meta = await aMeta(step)
      const { simulator, settings } = meta
      const phone = phoneOf(simulator, { phone: OWNER_PHONE, userId: 'ID.1', name: 'Rina' })
      const first = await start(settings)
      const shop = steadyShop({ until: dayBefore(settings.now), lastDayFactor: 0.2 })
      const sending = phone
        .sends(shop.bytes, { fileName: 'penjualan.csv' })
        .then(() => phone.says('ringkasan'))
      const [code, signal] = await died(first, step)
      expect([code, signal]).toEqual([null, 'SIGKILL'])

      const second = await start({ ...settings, dieAt: null, now: Date.now() })
      try {
        await sending
        await until(() => shopBubbles(simulator, phone.person).length >= 3)
        // Longer than a lease and an echo together: a second answer would have come by now.
        await sleep(3500)
        const texts = shopBubbles(simulator, phone.person)
        expect(texts.filter((text) => text.includes('penjualan.csv'))).toHaveLength(1)
        expect(texts.filter((text) => text.startsWith('📊'))).toHaveLength(1)
        expect(texts.filter((text) => text.startsWith('⚠️'))).toHaveLength(1)
        expect(texts).toHaveLength(3)
        const reader = openReader(settings.databaseUrl)
        const days = await reader.branchDays('default', EVER)
        await reader.close()
        expect(days.reduce((sum, row) => sum + row.lines, 0)).toBe(shop.lines)
        expect(days.reduce((sum, row) => sum + row.revenue, 0)).toBe(shop.revenue * 100)
      } finally {
        second.kill('SIGKILL')
        await simulator.settled()
      }
    },
  )

  test.concurrent.for(DIGEST_STEPS)(
    'at “%s”, and the owner gets one digest',
    { timeout: 180_000 },
    async (step, { expect }) => {
      await using meta = await aMeta(step)
      const { simulator, settings } = meta
      await askForDigest(settings)
      const phone = phoneOf(simulator, { phone: OWNER_PHONE, userId: 'ID.1', name: 'Rina' })
      const first = await start(settings)
      const shop = steadyShop({ until: dayBefore(settings.now) })
      const sending = phone.sends(shop.bytes, { fileName: 'penjualan.csv' })
      expect(await died(first, step)).toEqual([null, 'SIGKILL'])

      const second = await start({ ...settings, dieAt: null, now: Date.now() })
      try {
        await sending
        await until(() => shopBubbles(simulator, phone.person).length >= 2)
        await sleep(3500)
        const texts = shopBubbles(simulator, phone.person)
        expect(texts.filter((text) => text.includes('penjualan.csv'))).toHaveLength(1)
        expect(texts.filter((text) => text.startsWith('📊'))).toHaveLength(1)
        expect(texts).toHaveLength(2)
      } finally {
        second.kill('SIGKILL')
        await simulator.settled()
      }
    },
  )
})

/** Asked for two days ago, at an hour that has just come on the shop's wall. */
const askForDigest = async ({ databaseUrl, now }: KillableSettings): Promise<void> => {
  const store = await openStore(databaseUrl, { now: () => now - 2 * DAY_MS, newId: randomUUID })
  const shop = aShop({ id: 'default' })
  await store.ensureShop(shop, [{ channel: CHANNEL, phone: OWNER_PHONE }])
  const { minute } = wallClock(now, shop.timeZone)
  await store.apply([
    { kind: 'digest', shopId: shop.id, digest: { kind: 'daily', minute }, personId: null },
    // An alert would take the digest's place.
    { kind: 'alert-level', shopId: shop.id, level: 'off' },
  ])
  await store.close()
}
const DAY_MS = 86_400_000

/** A pretend Meta on a port of its own, and the process's settings to die at this step. */
const aMeta = async (step: Step) => {
  const folder = aFolder()
  const database = await aDatabase(folder.path)
  const server = await aServer()
  const { origin } = server
  const port = await freePort()
  const simulator = simulatedGraph({
    number: { channel: CHANNEL, displayNumber: '6281100001111', accountId: '0' },
    token: 'EAATESTTOKEN',
    appSecret: 'test_app_secret',
    publicUrl: () => origin,
    webhook: webhookAt(`http://127.0.0.1:${port}/webhook`),
    now: Date.now,
    paceMs: { sent: 5, delivered: 10, read: 15 },
    retryMs: Array.from({ length: 60 }, () => 250),
  })
  server.serve((request) => simulator.app.fetch(request))
  const settings: KillableSettings = {
    port,
    databaseUrl: database.url,
    graphUrl: origin,
    token: 'EAATESTTOKEN',
    appSecret: 'test_app_secret',
    dieAt: step,
    now: Date.now(),
  }
  return {
    simulator,
    settings,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await database.drop()
      folder[Symbol.dispose]()
    },
  }
}

const start = async (settings: KillableSettings): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [KILLABLE, JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const url = `http://127.0.0.1:${settings.port}/health`
  await until(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return true
    return (await fetch(url).catch(() => null))?.ok === true
  })
  return child
}

const died = async (child: ChildProcess, step: Step): Promise<unknown[]> => {
  if (child.exitCode !== null || child.signalCode !== null)
    return [child.exitCode, child.signalCode]
  const late = AbortSignal.timeout(PATIENCE_MS)
  try {
    return await once(child, 'exit', { signal: late })
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`the process never passed “${step}”`, { cause: error })
  }
}

const until = async (isDone: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + PATIENCE_MS
  while (!(await isDone())) {
    if (Date.now() > end) throw new Error('waited in vain')
    await sleep(25)
  }
}

const shopBubbles = (
  simulator: Simulator,
  person: Parameters<Simulator['chatWith']>[0],
): string[] =>
  simulator
    .chatWith(person)
    .bubbles.filter((bubble) => bubble.from === 'shop')
    .map((bubble) => bubble.text)

const dayBefore = (now: number) =>
  day(new Date(now + 7 * 3_600_000 - 86_400_000).toISOString().slice(0, 10))
