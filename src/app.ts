import { Hono } from 'hono'
import type { LanguageModel } from './assistant/model.ts'
import { sweepClosedShops } from './flow/closed-shop.ts'
import { createInbox, type Inbox } from './flow/inbox.ts'
import { intakeOf } from './flow/intake.ts'
import { startOutbox } from './flow/outbox.ts'
import { createPool } from './flow/pool.ts'
import { startSchedule } from './flow/schedule.ts'
import { sweepUnfinished } from './flow/sweep.ts'
import { startWatch } from './flow/watch-folder.ts'
import { startWorker } from './flow/worker.ts'
import type { Pace, Policy, Step, World } from './flow/world.ts'
import { apiApp } from './http/api.ts'
import { type Health, healthApp } from './http/health.ts'
import { createImports } from './http/imports.ts'
import type { Log } from './log.ts'
import type { Shop } from './sales/shop.ts'
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
  /** Lets everything under way end, then closes. Nothing is lost by not calling it. */
  readonly stop: () => Promise<void>
}

/** A message that has waited longer than this means that the worker is stuck: not ready. */
const OLDEST_MS_MAX = 5 * 60_000

/** The one place where the rooms meet: opens the store, starts the loops, wires the webhook. */
export const startApp = async (options: AppOptions): Promise<App> => {
  const { now, newId } = options
  const store = await openStore(options.databaseUrl, { now, newId })
  const { owner } = options
  const owners =
    owner === null ? [] : options.phoneIds.map((channel) => ({ channel, phone: owner }))
  await store.ensureShop(options.shop, owners)
  const pool = createPool({ databaseUrl: options.databaseUrl, fontDir: options.fontDir })
  const world: World = { ...options, store, pool, passing: options.passing ?? (() => undefined) }

  const sending = startOutbox(world)
  const schedule = startSchedule(world, sending.wake)
  const worker = startWorker(world, { onReplies: sending.wake, onSales: schedule.wake })
  const sweeping = sweepUnfinished(world)
  const closing = sweepClosedShops(world)
  const watching =
    options.watchDir === null
      ? null
      : await startWatch(world, {
          dir: options.watchDir,
          shop: async () => (await store.readShop(options.shop.id)) ?? options.shop,
          onSales: schedule.wake,
          onReport: sending.wake,
        })
  const inbox = createInbox(store, () => {
    worker.wake()
    sending.wake()
  })

  const imports = createImports(world, schedule.wake)

  let draining = false
  const http = new Hono().route('/', webhookFor(world, options, inbox)).route(
    '/',
    healthApp(() => healthOf(store, now(), draining)),
  )
  http.route('/', apiApp(world, imports))

  return {
    http,
    store,
    stop: async () => {
      draining = true
      await imports.stop()
      await watching?.stop()
      await schedule.stop()
      await worker.stop()
      await sending.stop()
      await sweeping.stop()
      await closing.stop()
      await pool.close()
      await store.close()
    },
  }
}

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

const healthOf = async (store: Store, now: number, draining: boolean): Promise<Health> => {
  const inbox = await store.inboxHealth()
  const outbox = await store.outboxHealth()
  const isStuck = inbox.oldestAt !== null && now - inbox.oldestAt > OLDEST_MS_MAX
  const stuck = isStuck ? 'messages-wait' : null
  const reason = draining ? 'draining' : stuck
  return {
    ready: reason === null,
    reason,
    inbox: {
      pending: inbox.pending,
      oldestSeconds: inbox.oldestAt === null ? null : Math.round((now - inbox.oldestAt) / 1000),
      setAside: inbox.setAside,
    },
    outbox,
  }
}
