import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { type App, type AppOptions, startApp } from './app.ts'
import { tradingDay } from './sales/day.ts'
import { sampleFile } from './sales/sample-shop.ts'
import { travelClock } from './simulator/clock.ts'
import { type Simulator, simulatedGraph } from './simulator/graph.ts'
import { ownTemplates } from './simulator/own-templates.ts'
import { phonePage } from './simulator/page.ts'
import { webhookAt } from './simulator/postman.ts'
import { sqlitePath } from './store/sqlite.ts'
import { graphChannel } from './whatsapp/client.ts'

/** What the demo decides itself instead of taking it from the settings. */
type Decided = 'databaseUrl' | 'phoneIds' | 'appSecrets' | 'verifyToken' | 'owner' | 'channel'

export type DemoOptions = {
  readonly app: Omit<AppOptions, Decided>
  /** Where this very process can be reached. */
  readonly origin: string
  readonly databaseUrl: string
  /** The demo's own database begins afresh at every start; one that somebody named is kept. */
  readonly isOwnDatabase: boolean
}

type Demo = {
  /** The pretend WhatsApp, for whoever holds a phone of it in this very process. */
  readonly simulator: Simulator
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>
  readonly stop: () => Promise<void>
}

const PHONE_ID = '100000000000001'
const OWNER = { phone: '6281200000001', userId: 'ID.DEMO1', name: 'Rina' }

/** The same program, talking to a pretend WhatsApp in this very process over real HTTP. */
export const startDemo = async (options: DemoOptions): Promise<Demo> => {
  const { origin } = options
  const clock = travelClock(options.app.now)
  const secrets = { token: secret(), appSecret: secret() }
  const simulator = simulatedGraph({
    ...secrets,
    number: { channel: PHONE_ID, displayNumber: '6281100001111', accountId: '0' },
    publicUrl: () => origin,
    webhook: webhookAt(`${origin}/webhook`),
    now: clock.now,
    templates: ownTemplates(),
    paceMs: PACE,
  })
  let app: Promise<App>
  const lookNow = async (): Promise<void> => (await app).lookNow()
  const { defaults } = options.app.policy
  const page = phonePage({
    simulator,
    person: OWNER,
    title: 'Shopbell',
    sampleAt: (at) => sampleFile(tradingDay(at, defaults.timeZone, 0), defaults.language),
    journey: {
      offsetMs: clock.offsetMs,
      jumpTo: (at) => {
        clock.jumpTo(at)
        void lookNow()
      },
      comeBack: () => {
        clock.comeBack()
        void lookNow()
      },
    },
    ...(options.isOwnDatabase
      ? {
          reset: async () => {
            await simulator.settled()
            await (await app).stop()
            simulator.forget()
            app = begin()
            await app
          },
        }
      : {}),
  })
  const begin = (): Promise<App> =>
    beginApp(options, { ...secrets, now: clock.now, simulator, page })
  app = begin()
  await app
  return {
    simulator,
    fetch: async (request, env) => (await app).http.fetch(request, env),
    stop: async () => (await app).stop(),
  }
}

/** A phone on a desk: ticks that can be watched. */
const PACE = { sent: 120, delivered: 250, read: 500 }

const secret = (): string => randomBytes(16).toString('hex')

type Stage = {
  readonly token: string
  readonly appSecret: string
  readonly now: () => number
  readonly simulator: Simulator
  readonly page: ReturnType<typeof phonePage>
}

const beginApp = async (
  { app: given, origin, databaseUrl, isOwnDatabase }: DemoOptions,
  { token, appSecret, now, simulator, page }: Stage,
): Promise<App> => {
  if (isOwnDatabase) forget(databaseUrl)
  const app = await startApp({
    ...given,
    now,
    databaseUrl,
    // Links are opened in the browser that shows the phone, under the name it was told.
    publicUrl: given.publicUrl ?? origin.replace('127.0.0.1', 'localhost'),
    phoneIds: [PHONE_ID],
    appSecrets: [appSecret],
    verifyToken: token,
    owner: OWNER.phone,
    // Whoever is added on the page may begin a shop; an operator's stricter wish is shown as it is.
    policy: { ...given.policy, signup: given.policy.signup === 'invite' ? 'invite' : 'open' },
    channel: graphChannel({
      token,
      graphUrl: origin,
      apiVersion: 'v25.0',
      mediaHosts: [new URL(origin).host],
    }),
  })
  await app.store.accept([{ arrivals: [], statuses: [], templates: APPROVALS }])
  // The page comes last: its browser rules must not touch the calls of the pretend Graph API.
  app.http.route('/', simulator.app).route('/', page)
  return app
}

/** Outside the window only a template whose approval we were told of is sent; here all of them are. */
const APPROVALS = ownTemplates().map(({ name, language }) => ({
  name,
  language,
  status: 'APPROVED',
  quality: null,
  category: null,
}))

const forget = (databaseUrl: string): void => {
  for (const ending of ['', '-wal', '-shm']) {
    rmSync(`${sqlitePath(databaseUrl)}${ending}`, { force: true })
  }
}
