import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { phoneOf } from '../../src/simulator/phone.ts'
import { aStage, QUICK, type Stage } from '../support/a-phone.ts'
import { aShop, CHANNEL } from '../support/builders.ts'
import { embeddedServer, onServer } from '../support/postgres-server.ts'
import { signedText } from '../support/signed-text.ts'

const PEOPLE = 5
const MESSAGES_EACH = 12
/** Between two messages of one person, so that the server goes away in the middle of the conversation. */
const PAUSE_MS = 150
const AWAY_MS = 4000
/** Meta comes again with what was refused. */
const RETRY_MS = 200
const PATIENCE = { timeout: 60_000, interval: 200 }
const SECOND_MS = 1000

const everybody = Array.from({ length: PEOPLE }, (_, i) => `62812345${String(i).padStart(5, '0')}`)

test('the server stops and starts under load: webhooks are refused meanwhile, then all goes on by itself', {
  timeout: 240_000,
}, async () => {
  const server = await embeddedServer({ durable: true })
  try {
    await onServer(server, 'create database shop')
    const databaseUrl = server.urlOf('shop')
    await using stage = await aStage({
      running: true,
      options: { databaseUrl, pace: { ...QUICK, echoWaitMs: 20_000 } },
    })
    const owners = everybody.map((phone) => ({ channel: CHANNEL, phone }))
    await stage.app.store.ensureShop(aShop({ id: 'default' }), owners)
    const phones = everybody.map((phone) =>
      phoneOf(stage.simulator, { phone, userId: `ID.${phone}`, name: 'Rina' }),
    )
    for (const phone of phones) await phone.says('menu')
    await quiet(stage)
    expect(await readiness(stage)).toEqual([200, null])

    const writing = everybody.map((phone) => writes(stage, phone))
    await sleep(MESSAGES_EACH * PAUSE_MS * 0.3)
    await server.goAway()
    await expect.poll(() => readiness(stage), PATIENCE).toEqual([503, 'database'])
    expect(await post(stage, everybody[0] ?? '', -1)).toBe(503)
    await sleep(AWAY_MS)
    await server.comeBack()

    const refusals = (await Promise.all(writing)).reduce((sum, n) => sum + n, 0)
    expect(refusals).toBeGreaterThan(0)
    await expect.poll(() => readiness(stage), PATIENCE).toEqual([200, null])
    await quiet(stage)
    for (const phone of phones) {
      // One answer each, in the order of the questions.
      const answers = phone.bubbles().filter(({ from }) => from === 'shop')
      expect(answers).toHaveLength(MESSAGES_EACH + 1)
    }
    expect((await stage.app.store.inboxHealth()).setAside).toBe(0)
  } finally {
    await server.stop()
  }
})

/** Sends one message after the other, each until it is taken; how often one was refused. */
const writes = async (stage: Stage, phone: string): Promise<number> => {
  let refused = 0
  for (let turn = 0; turn < MESSAGES_EACH; turn++) {
    while ((await post(stage, phone, turn)) !== 200) {
      refused++
      await sleep(RETRY_MS)
    }
    await sleep(PAUSE_MS)
  }
  return refused
}

/** A minute apart by their own clock: each is a thought of its own. */
const post = async (stage: Stage, phone: string, turn: number): Promise<number> => {
  const at = stage.clock.now() - (MESSAGES_EACH - turn) * 60 * SECOND_MS
  const id = `wamid.${phone}.${turn}`
  const { body, headers } = signedText({ id, from: phone, text: 'menu', at })
  return (await stage.post(body, headers)).status
}

const readiness = async (stage: Stage): Promise<readonly unknown[]> => {
  const response = await stage.app.http.request('/ready')
  return [response.status, z.object({ reason: z.unknown() }).parse(await response.json()).reason]
}

const quiet = async ({ app, simulator }: Stage): Promise<void> => {
  const waits = async () => [
    (await app.store.inboxHealth()).pending,
    (await app.store.outboxHealth()).waiting,
  ]
  await expect.poll(waits, PATIENCE).toEqual([0, 0])
  await simulator.settled()
}
