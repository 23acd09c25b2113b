import { Hono } from 'hono'
import type { LanguageModel } from './assistant/model.ts'
import type { Config } from './config.ts'
import { sweepClosedShops } from './flow/closed-shop.ts'
import { createInbox, type Inbox } from './flow/inbox.ts'
import { intakeOf } from './flow/intake.ts'
import type { Loop } from './flow/loop.ts'
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
  /** `web` keeps what comes in, `work` answers and sends; `all`, the usual, does both. */
  readonly role?: Config['role']
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
  const pool = createPool({ databaseUrl: options.databaseUrl, fontDir: options.fontDir })
  const { others } = store
  const world: World = {
    ...options,
    store,
    pool,
    passing: options.passing ?? (() => undefined),
    lookAgainMs: others === null ? undefined : LOOK_AGAIN_MS,
  }
  const role = options.role ?? 'all'
  const work = role === 'web' ? null : await startWork(world, options)
  const wake = work?.wakeAll ?? others?.call ?? NOBODY
  const stopHearing = work === null ? null : others?.hear(work.wakeAll)
  const imports = createImports(world, work?.wakeSchedule ?? wake)

  let draining = false
  const http = new Hono()
  http.route(
    '/',
    healthApp(() => healthOf(store, now(), draining)),
  )
  if (role !== 'work') {
    http.route('/', webhookFor(world, options, createInbox(store, wake)))
    http.route('/', apiApp(world, imports))
  }

  return {
    http,
    store,
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

/** Everything that works by itself: answering, sending, speaking unasked, clearing away. */
const startWork = async (world: World, options: AppOptions) => {
  const sending = startOutbox(world)
  const schedule = startSchedule(world, sending.wake)
  const worker = startWorker(world, { onReplies: sending.wake, onSales: schedule.wake })
  const sweeping = sweepUnfinished(world)
  const closing = sweepClosedShops(world)
  const watching = await watchFolder(world, options, { schedule, sending })
  return {
    wakeSchedule: schedule.wake,
    wakeAll: () => {
      worker.wake()
      sending.wake()
    },
    stop: async () => {
      await watching?.stop()
      await schedule.stop()
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
  { schedule, sending }: { readonly schedule: Loop; readonly sending: Loop },
): Promise<Loop | null> =>
  watchDir === null
    ? null
    : startWatch(world, {
        dir: watchDir,
        shop: async () => (await world.store.readShop(shop.id)) ?? shop,
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

const healthOf = async (store: Store, now: number, draining: boolean): Promise<Health> => {
  try {
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
  } catch {
    // Why is in the log of the loops, which try again by themselves; a balancer only needs to know that.
    return { ready: false, reason: 'database-away', inbox: null, outbox: null }
  }
}
