// A whole Shopbell in a process of its own that ends itself, as by a power cut, at one named step.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { startApp } from '../../src/app.ts'
import { makeLog } from '../../src/log.ts'
import { graphChannel } from '../../src/whatsapp/client.ts'
import { aShop, CHANNEL, OWNER_PHONE } from './builders.ts'

export type KillableSettings = {
  readonly port: number
  readonly databaseUrl: string
  readonly graphUrl: string
  readonly token: string
  readonly appSecret: string
  /** The step to die at; null to live. */
  readonly dieAt: string | null
  /** One side of several processes on one server; all unless given. */
  readonly role?: 'all' | 'web' | 'work'
  /** Minutes are seconds here: how far the clock is set off. */
  readonly now: number
  /** How long an unknown outcome waits for a report; must outlast a restart. */
  readonly echoWaitMs?: number
  /** How often every shop is looked at; far more often than in life unless given. */
  readonly scheduleMs?: number
}

const settings: KillableSettings = JSON.parse(process.argv[2] ?? '{}')
const startedAt = Date.now()

const app = await startApp({
  databaseUrl: settings.databaseUrl,
  phoneIds: [CHANNEL],
  appSecrets: [settings.appSecret],
  verifyToken: 'verify',
  channel: graphChannel({
    token: settings.token,
    graphUrl: settings.graphUrl,
    apiVersion: 'v25.0',
    mediaHosts: [new URL(settings.graphUrl).host],
  }),
  model: null,
  shop: aShop({ id: 'default' }),
  owner: OWNER_PHONE,
  policy: {
    signup: 'closed',
    defaults: { language: 'id', timeZone: 'Asia/Jakarta', currency: 'IDR' },
    supportContact: null,
    alertTemplate: null,
    messageBudget: 1000,
    modelBudget: null,
    hasNarrative: true,
  },
  pace: {
    leaseMs: 600,
    echoWaitMs: settings.echoWaitMs ?? 2500,
    backoffMs: 50,
    scheduleMs: settings.scheduleMs ?? 200,
    pair: { everyMs: 0, burst: 1 },
    sender: { everyMs: 0, burst: 1 },
    burstMs: 0,
    typingMs: 700,
  },
  fontDir: null,
  watchDir: null,
  role: settings.role ?? 'all',
  metricsToken: null,
  log: makeLog(process.env['TEST_LOG'] ?? 'silent'),
  now: () => settings.now + (Date.now() - startedAt),
  newId: randomUUID,
  passing: (step) => {
    if (step === settings.dieAt) process.kill(process.pid, 'SIGKILL')
  },
})
createServer(getRequestListener((request) => app.http.fetch(request))).listen(
  settings.port,
  '127.0.0.1',
)
