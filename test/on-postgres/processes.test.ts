import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { simulatedGraph } from '../../src/simulator/graph.ts'
import { phoneOf } from '../../src/simulator/phone.ts'
import { openStore } from '../../src/store/store.ts'
import { sign } from '../../src/whatsapp/signature.ts'
import { aPostgres } from '../support/a-postgres.ts'
import { aServer, freePort } from '../support/a-server.ts'
import { aShop, CHANNEL } from '../support/builders.ts'
import { bytesOf } from '../support/files.ts'
import type { KillableSettings } from '../support/killable.ts'
import { seededRandom } from '../support/random.ts'

const KILLABLE = join(import.meta.dirname, '../support/killable.ts')
const PEOPLE = 50
const MESSAGES_EACH = 10
/** Every third message comes twice, as Meta repeats what was not confirmed quickly. */
const TWICE = 3
/** Further apart than one breath, so that each message is a thought of its own. */
const APART_S = 60
/** Of one person's messages: when the worker dies in the middle of its work. */
const KILL_AT = 4
const PATIENCE_MS = 120_000
const APP_SECRET = 'test_app_secret'

/**
 * Two processes that keep what comes in and two that answer, on one server. One of those that answer is
 * killed at work: its conversations and its half-sent messages go to the other one.
 */
test('four processes, one killed at work: everybody is answered in order, each message once', async () => {
  await using town = await aTown()
  const { simulator, webs, workers, store } = town
  // Whoever has not written cannot be answered: each opens the window first.
  const opening = await Promise.all(
    everybody.map((phone) => phoneOf(simulator, personOf(phone)).says('menu')),
  )
  await quiet(store)
  const writing = Promise.all(
    everybody.map(async (phone, i) => {
      const random = seededRandom(i)
      for (let turn = 0; turn < MESSAGES_EACH; turn++) {
        const [first, second] = random() < 0.5 ? webs : webs.toReversed()
        await Promise.all([
          post(first, message(phone, turn)),
          ...(turn % TWICE === 0 ? [post(second, message(phone, turn))] : []),
        ])
        if (turn === KILL_AT && i === 0) workers[0]?.kill('SIGKILL')
      }
    }),
  )
  await writing
  await quiet(store)
  await simulator.settled()

  expect(workers[0]?.signalCode).toBe('SIGKILL')
  const kept = await town.rows<{ person: string; message: string; seq: string; state: string }>(
    `select p.phone as person, i.message_id as message, i.seq, i.state
     from inbox i join person p on p.id = i.mailbox order by i.seq`,
  )
  expect(kept).toHaveLength(PEOPLE * (MESSAGES_EACH + 1))
  expect(kept.filter(({ state }) => state !== 'done')).toEqual([])
  const sent = await town.rows<{ id: string; wamid: string }>('select id, wamid from outbox')
  const seqOf = new Map(sent.map(({ id, wamid }) => [wamid, /^in:(\d+):0$/.exec(id)?.[1]]))
  for (const [i, phone] of everybody.entries()) {
    const own = kept.filter(({ person }) => person === phone)
    const written = Array.from({ length: MESSAGES_EACH }, (_, turn) => idOf(phone, turn))
    expect(own.map((each) => each.message)).toEqual([opening[i], ...written])
    const bubbles = phoneOf(simulator, personOf(phone)).bubbles()
    const answers = bubbles.filter(({ from }) => from === 'shop').map(({ id }) => seqOf.get(id))
    expect(answers).toEqual(own.map(({ seq }) => seq))
  }
}, 300_000)

const everybody = Array.from({ length: PEOPLE }, (_, i) => `62812345${String(i).padStart(5, '0')}`)
const personOf = (phone: string) => ({ phone, userId: `ID.${phone}`, name: 'Rina' })
const idOf = (phone: string, turn: number): string => `wamid.${phone}.${turn}`

const WORDS = ['menu', 'stok mawar', 'bantuan', 'omzet kemarin', 'privasi']

const message = (phone: string, turn: number) => {
  const word = WORDS[turn % WORDS.length] ?? 'menu'
  const text = word === 'stok mawar' ? `${word} ${turn + 10}` : word
  const at = Math.floor(Date.now() / 1000) - APART_S * (MESSAGES_EACH - turn)
  return {
    ...{ id: idOf(phone, turn), from: phone, timestamp: String(at) },
    ...{ type: 'text', text: { body: text } },
  }
}

const post = async (origin: string | undefined, one: ReturnType<typeof message>): Promise<void> => {
  const value = { metadata: { phone_number_id: CHANNEL }, messages: [one] }
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '0', changes: [{ field: 'messages', value }] }],
  })
  const headers = { 'x-hub-signature-256': sign(bytesOf(body), APP_SECRET) }
  const response = await fetch(`${origin}/webhook`, { method: 'POST', body, headers })
  expect(response.status).toBe(200)
}

const aTown = async () => {
  const database = await aPostgres()
  const store = await openStore(database.url, { now: Date.now, newId: randomUUID })
  await store.ensureShop(
    aShop({ id: 'default' }),
    everybody.map((phone) => ({ channel: CHANNEL, phone })),
  )
  const server = await aServer()
  const webPorts = [await freePort(), await freePort()]
  const webs = webPorts.map((port) => `http://127.0.0.1:${port}`)
  let turn = 0
  const simulator = simulatedGraph({
    number: { channel: CHANNEL, displayNumber: '6281100001111', accountId: '0' },
    token: 'EAATESTTOKEN',
    appSecret: APP_SECRET,
    publicUrl: () => server.origin,
    // Reports come in at either door, as behind a balancer.
    webhook: async (bytes, headers) => {
      const url = `${webs[turn++ % 2]}/webhook`
      return (await fetch(url, { method: 'POST', headers, body: new Uint8Array(bytes) })).status
    },
    now: Date.now,
    paceMs: { sent: 5, delivered: 10, read: 15 },
    retryMs: Array.from({ length: 60 }, () => 250),
  })
  server.serve((request) => simulator.app.fetch(request))
  const start = (port: number, role: 'web' | 'work'): Promise<ChildProcess> =>
    startProcess({
      ...{ port, role, databaseUrl: database.url, graphUrl: server.origin },
      ...{ token: 'EAATESTTOKEN', appSecret: APP_SECRET, dieAt: null, now: Date.now() },
    })
  const webProcesses = await Promise.all(webPorts.map((port) => start(port, 'web')))
  const workPorts = [await freePort(), await freePort()]
  const workers = await Promise.all(workPorts.map((port) => start(port, 'work')))
  return {
    ...{ simulator, webs, workers, store },
    rows: async <Row extends pg.QueryResultRow>(sql: string): Promise<readonly Row[]> => {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      const { rows } = await client.query<Row>(sql)
      await client.end()
      return rows
    },
    [Symbol.asyncDispose]: async () => {
      for (const child of [...webProcesses, ...workers]) child.kill('SIGKILL')
      await Promise.all(
        [...webProcesses, ...workers].map((child) =>
          child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null,
        ),
      )
      await store.close()
      await server[Symbol.asyncDispose]()
      await database.drop()
    },
  }
}

const startProcess = async (settings: KillableSettings): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [KILLABLE, JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const url = `http://127.0.0.1:${settings.port}/health`
  await expect
    .poll(async () => (await fetch(url).catch(() => null))?.ok, { timeout: PATIENCE_MS })
    .toBe(true)
  return child
}

/** Until nothing waits any more, neither to be answered nor to be sent. */
const quiet = async (store: Awaited<ReturnType<typeof openStore>>): Promise<void> => {
  await expect
    .poll(async () => [(await store.inboxHealth()).pending, (await store.outboxHealth()).waiting], {
      timeout: PATIENCE_MS,
      interval: 100,
    })
    .toEqual([0, 0])
  // Longer than a lease and an echo together: a second answer would have come by now.
  await sleep(3500)
}
