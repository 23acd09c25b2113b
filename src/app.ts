import { dirname } from 'node:path'
import { Hono, type MiddlewareHandler } from 'hono'
import type { LanguageModel } from './assistant/model.ts'
import type { Config } from './config.ts'
import { sweepClosedShops } from './flow/closed-shop.ts'
import type { DashboardDoor } from './flow/dashboard-link.ts'
import { createInbox, type Inbox } from './flow/inbox.ts'
import { intakeOf } from './flow/intake.ts'
import { keptFindings } from './flow/kept.ts'
import type { Loop } from './flow/loop.ts'
import { newSecret } from './flow/new-secret.ts'
import { startOutbox } from './flow/outbox.ts'
import { createPool } from './flow/pool.ts'
import { startPreparing } from './flow/prepare.ts'
import { type Schedule, startSchedule } from './flow/schedule.ts'
import { sweepUnfinished } from './flow/sweep.ts'
import { startVitals } from './flow/vitals.ts'
import { startWatch } from './flow/watch-folder.ts'
import { startWorker } from './flow/worker.ts'
import type { Pace, Policy, Step, World } from './flow/world.ts'
import { apiApp } from './http/api.ts'
import { dashboardApp } from './http/dashboard/dashboard.ts'
import { healthApp } from './http/health.ts'
import { createImports } from './http/imports.ts'
import { metricsApp } from './http/metrics.ts'
import type { Log } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import type { Shop } from './sales/shop.ts'
import { isPostgres } from './store/postgres.ts'
import { sqlitePath } from './store/sqlite.ts'
import { openStore, type Store } from './store/store.ts'
import type { Channel } from './whatsapp/channel.ts'
import { webhookApp } from './whatsapp/webhook.ts'

export type AppOptions = {
  readonly databaseUrl: string
  /** Meta's phone_number_id of every number we answer on. */
  readonly phoneIds: readonly string[]
  readonly appSecrets: readonly string[]
  readonly verifyToken: string
  readonly channel: Channel
  readonly model: LanguageModel | null
  /** The first shop, made at the start when it is not there. */
  readonly shop: Shop
  /** The first owner's number; null when anybody may start a shop. */
  readonly owner: string | null
  readonly policy: Policy
  readonly pace: Pace
  readonly fontDir: string | null
  readonly watchDir: string | null
  /** `web` keeps what comes in, `work` answers and sends; `all`, the usual, does both. */
  readonly role?: Config['role']
  /** Where browsers reach the dashboard; absent or null: there is none. */
  readonly publicUrl?: string | null
  /** Signs the links to it; absent or null: the one kept in the database. */
  readonly sessionSecret?: string | null
  /** What `/metrics` asks for; null: only this machine may look. */
  readonly metricsToken: string | null
  readonly log: Log
  readonly now: () => number
  readonly newId: () => string
  /** Told between every two steps; the crash tests end the process there. */
  readonly passing?: (step: Step) => void
}

export type App = {
  /** The webhook and the health pages, to be served or asked directly. */
  readonly http: Hono
  readonly store: Store
  /** The clock was moved: everything that works by itself looks at it now. */
  readonly lookNow: () => void
  /** Lets everything under way end, then closes. Nothing is lost by not calling it. */
  readonly stop: () => Promise<void>
}

/** Where processes share a database they call each other; a call that was missed costs so much. */
const LOOK_AGAIN_MS = 1000

/** The one place where the rooms meet: opens the store, starts the loops, wires the webhook. */
export const startApp = async (options: AppOptions): Promise<App> => {
  const { now, newId } = options
  const store = await openStore(options.databaseUrl, { now, newId })
  const { owner } = options
  const owners =
    owner === null ? [] : options.phoneIds.map((channel) => ({ channel, phone: owner }))
  await store.ensureShop(options.shop, owners)
  const threads = createPool({ databaseUrl: options.databaseUrl, fontDir: options.fontDir })
  const keeping = keptFindings(store.matterOf, () => performance.now())
  const pool = { ...keeping(threads), ahead: keeping(threads.ahead) }
  const { others } = store
  const metrics = createMetrics()
  const world: World = {
    ...options,
    store,
    dashboard: await doorOf(store, options),
    pool,
    metrics,
    model: options.model && counting(options.model, metrics),
    passing: options.passing ?? (() => undefined),
    lookAgainMs: others === null ? undefined : LOOK_AGAIN_MS,
  }
  const role = options.role ?? 'all'
  const work = role === 'web' ? null : await startWork(world, options)
  const wake = work?.wakeAll ?? others?.call ?? NOBODY
  const stopHearing = work === null ? null : others?.hear(work.wakeWorker)
  const imports = createImports(world, work?.wakeSchedule ?? wake)

  let draining = false
  const vitals = startVitals({
    ...world,
    databaseDir: databaseDirOf(options.databaseUrl),
    answers: role !== 'web',
    isDraining: () => draining,
  })
  const http = watchedPages(options, metrics, vitals)
  if (role !== 'work') {
    http.use('/webhook', clocked(metrics))
    http.route('/', webhookFor(world, options, createInbox(world, wake)))
    http.route('/', apiApp(world, imports))
    http.route('/', dashboardApp(world, imports))
  }

  return {
    http,
    store,
    lookNow: work?.lookNow ?? NOBODY,
    stop: async () => {
      draining = true
      await imports.stop()
      await stopHearing?.()
      await work?.stop()
      await pool.close()
      await store.close()
    },
  }
}

const NOBODY = (): void => undefined

const doorOf = async (
  store: Store,
  { publicUrl = null, sessionSecret = null }: AppOptions,
): Promise<DashboardDoor | null> =>
  publicUrl === null
    ? null
    : {
        origin: publicUrl,
        secret: sessionSecret ?? (await store.serviceSecret('dashboard', newSecret())),
      }

/** What every process shows of itself, whatever its role. */
const watchedPages = (
  options: AppOptions,
  metrics: Metrics,
  vitals: ReturnType<typeof startVitals>,
): Hono => {
  const http = new Hono()
  http.route('/', healthApp(vitals))
  http.route(
    '/',
    metricsApp({
      token: options.metricsToken,
      exposition: async () => metrics.exposition(await vitals()),
    }),
  )
  return http
}

/** Everything that works by itself: answering, sending, speaking unasked, clearing away. */
const startWork = async (world: World, options: AppOptions) => {
  const sending = startOutbox(world)
  const preparing = startPreparing(world)
  const schedule = startSchedule(world, { onSaid: sending.wake, onLooked: preparing.offer })
  const worker = startWorker(world, { onReplies: sending.wake, onNews: schedule.wake })
  const sweeping = sweepUnfinished(world)
  const closing = sweepClosedShops(world)
  const watching = await watchFolder(world, options, { schedule, sending })
  return {
    wakeSchedule: schedule.wake,
    wakeWorker: worker.wake,
    wakeAll: () => {
      worker.wake()
      sending.wake()
    },
    lookNow: () => {
      schedule.lookNow()
      worker.wake()
      sending.wake()
    },
    stop: async () => {
      await watching?.stop()
      await schedule.stop()
      await preparing.stop()
      await worker.stop()
      await sending.stop()
      await sweeping.stop()
      await closing.stop()
    },
  }
}

const watchFolder = async (
  world: World,
  { watchDir, shop }: AppOptions,
  { schedule, sending }: { readonly schedule: Schedule; readonly sending: Loop },
): Promise<Loop | null> =>
  watchDir === null
    ? null
    : startWatch(world, {
        dir: watchDir,
        shop: () => world.store.readOpenShop(shop.id),
        onSales: schedule.wake,
        onReport: sending.wake,
      })

const webhookFor = (world: World, options: AppOptions, inbox: Inbox): Hono =>
  webhookApp({
    appSecrets: options.appSecrets,
    verifyToken: options.verifyToken,
    channels: new Set(options.phoneIds),
    now: options.now,
    turnedAway: (status, why) =>
      options.log.warn('webhook turned away', {
        status,
        why: why instanceof Error ? why : String(why),
      }),
    accept: async (delivery) => {
      const intake = intakeOf(world, delivery)
      world.passing('webhook read')
      await inbox.keep(intake)
      world.passing('webhook stored')
    },
  })

/** The folder to watch for room; null when the data lies on a server. */
const databaseDirOf = (databaseUrl: string): string | null =>
  isPostgres(databaseUrl) ? null : dirname(sqlitePath(databaseUrl))

const clocked =
  (metrics: Metrics): MiddlewareHandler =>
  async (c, next) => {
    const begunAt = performance.now()
    await next()
    metrics.acknowledged(c.res.status, (performance.now() - begunAt) / 1000)
  }

const counting = (model: LanguageModel, metrics: Metrics): LanguageModel => ({
  ...model,
  generate: async (request) => {
    const result = await model.generate(request)
    metrics.asked(result.ok ? 'ok' : result.reason, result.usage?.total ?? 0)
    return result
  },
})
