import { type App, type AppOptions, startApp } from '../../src/app.ts'
import type { Pace } from '../../src/flow/world.ts'
import { makeLog } from '../../src/log.ts'
import type { Shop } from '../../src/sales/shop.ts'
import { type Simulator, simulatedGraph } from '../../src/simulator/graph.ts'
import { type Phone, phoneOf } from '../../src/simulator/phone.ts'
import { graphChannel } from '../../src/whatsapp/client.ts'
import { aServer } from './a-server.ts'
import { aDatabase } from './a-store.ts'
import { aShop, CHANNEL, OWNER_PHONE, POLICY } from './builders.ts'
import { aClock, aFolder, aRunningClock, someIds, type TestClock } from './props.ts'

const TOKEN = 'EAATESTTOKEN'
const APP_SECRET = 'test_app_secret'
const VERIFY_TOKEN = 'test_verify_token'

export type Stage = {
  readonly phone: Phone
  readonly app: App
  readonly simulator: Simulator
  readonly clock: TestClock
  /** Another person's phone on the same number. */
  readonly stranger: (phone?: string) => Phone
  /** Posts raw bytes to the webhook, signed or not. */
  readonly post: (body: Uint8Array | string, headers?: Record<string, string>) => Promise<Response>
  readonly origin: string
  readonly folder: string
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type StageOptions = {
  readonly shop?: Partial<Shop>
  readonly now?: string
  readonly options?: Partial<AppOptions>
  /** Time passes by itself, for tests of repeating and waiting. */
  readonly running?: boolean
  /** Messages to one person before Meta refuses with 131056; unlimited unless given. */
  readonly pairBurst?: number
  /** Templates that Meta has approved. */
  readonly templates?: Parameters<typeof simulatedGraph>[0]['templates']
}

/** Short waits, nobody is held back and no half thought is waited for. */
export const QUICK: Pace = {
  leaseMs: 5000,
  echoWaitMs: 5000,
  backoffMs: 10,
  scheduleMs: 60_000,
  pair: { everyMs: 0, burst: 1 },
  sender: { everyMs: 0, burst: 1 },
  burstMs: 0,
  typingMs: 700,
}

/**
 * The whole way on this machine: the real app on a real database, a pretend Cloud API behind real
 * HTTP, a phone in the owner's hand. Waits are short, nothing is skipped.
 */
export const aStage = async (asked: StageOptions = {}): Promise<Stage> => {
  const { shop, now = '2026-04-01T03:00:00Z', options } = asked
  const folder = aFolder()
  const database = await aDatabase(folder.path)
  const clock = (asked.running ? aRunningClock : aClock)(Date.parse(now))
  const server = await aServer()
  const { origin } = server
  const simulator = simulatedGraph({
    number: { channel: CHANNEL, displayNumber: '6281100001111', accountId: '0' },
    token: TOKEN,
    appSecret: APP_SECRET,
    publicUrl: () => origin,
    webhook: async (bytes, headers) => {
      const response = await app.http.fetch(
        new Request(`${origin}/webhook`, { method: 'POST', headers, body: new Uint8Array(bytes) }),
      )
      return response.status
    },
    now: clock.now,
    paceMs: { sent: 0, delivered: 0, read: 0 },
    ...(asked.templates ? { templates: asked.templates } : {}),
    ...(asked.pairBurst === undefined ? {} : { pairBurst: asked.pairBurst }),
  })
  const app = await startApp({
    databaseUrl: database.url,
    phoneIds: [CHANNEL],
    appSecrets: [APP_SECRET],
    verifyToken: VERIFY_TOKEN,
    channel: graphChannel({
      token: TOKEN,
      graphUrl: origin,
      apiVersion: 'v25.0',
      mediaHosts: [new URL(origin).host],
    }),
    model: null,
    shop: aShop({ id: 'default', ...shop }),
    owner: OWNER_PHONE,
    policy: POLICY,
    pace: QUICK,
    fontDir: null,
    watchDir: null,
    metricsToken: null,
    log: makeLog(process.env['TEST_LOG'] ?? 'silent'),
    now: clock.now,
    newId: someIds(),
    ...options,
  })
  server.serve((request) =>
    new URL(request.url).pathname.startsWith('/webhook')
      ? app.http.fetch(request)
      : simulator.app.fetch(request),
  )
  const person = (phone: string) => ({ phone, userId: `ID.${phone}`, name: 'Rina' })
  return {
    phone: phoneOf(simulator, person(OWNER_PHONE)),
    stranger: (phone = '6281299998888') => phoneOf(simulator, person(phone)),
    app,
    simulator,
    clock,
    origin,
    folder: folder.path,
    post: async (body, headers = {}) =>
      app.http.fetch(new Request(`${origin}/webhook`, { method: 'POST', headers, body })),
    [Symbol.asyncDispose]: async () => {
      await app.stop()
      await simulator.settled()
      await server[Symbol.asyncDispose]()
      await database.drop()
      folder[Symbol.dispose]()
    },
  }
}
