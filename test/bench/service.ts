import { randomUUID } from 'node:crypto'
import { type Imported, importFile } from '../../src/flow/import.ts'
import { createInbox } from '../../src/flow/inbox.ts'
import { createPool, type Pool } from '../../src/flow/pool.ts'
import { PACE, type World } from '../../src/flow/world.ts'
import { makeLog } from '../../src/log.ts'
import { createMetrics } from '../../src/metrics.ts'
import type { Shop } from '../../src/sales/shop.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { webhookApp } from '../../src/whatsapp/webhook.ts'
import { aServer } from '../support/a-server.ts'
import { CHANNEL } from '../support/builders.ts'

/** Store, worker threads and webhook of one process, as the service has them. */
export type Service = {
  readonly store: Store
  readonly pool: Pool
  /** Where its webhook listens. */
  readonly port: number
  /** File to its end: published where it can be. */
  readonly takes: (shop: Shop, fileName: string, bytes: Uint8Array) => Promise<Imported>
  /** The same for a file that must be published; returns how many lines count. */
  readonly imports: (shop: Shop, fileName: string, bytes: Uint8Array) => Promise<number>
  readonly close: () => Promise<void>
}

export const aService = async (databaseUrl: string): Promise<Service> => {
  const store = await openStore(databaseUrl, { now: Date.now, newId: randomUUID })
  const pool = createPool({ databaseUrl, fontDir: null })
  // What importing needs of the world; nothing is sent and no model asked.
  const world = {
    store,
    pool,
    now: Date.now,
    newId: randomUUID,
    log: makeLog('silent'),
    pace: PACE,
    passing: () => undefined,
    metrics: createMetrics(),
  } as unknown as World
  const server = await aServer()
  const inbox = createInbox(world, () => undefined)
  const app = webhookApp({
    appSecrets: ['test_app_secret'],
    verifyToken: 'verify',
    channels: new Set([CHANNEL]),
    accept: (delivery) => inbox.keep({ arrivals: delivery.arrivals, statuses: [] }),
  })
  server.serve((request) => app.fetch(request))
  const takes: Service['takes'] = async (shop, fileName, bytes) => {
    const imported = await importFile(world, {
      shop,
      source: 'bench',
      fileName,
      bytes,
      answers: {},
    })
    if (imported.kind === 'ready') await store.publish(imported.publication)
    return imported
  }
  return {
    store,
    pool,
    takes,
    port: Number(new URL(server.origin).port),
    imports: async (shop, fileName, bytes) => {
      const imported = await takes(shop, fileName, bytes)
      if (imported.kind !== 'ready') throw new Error(`not imported: ${JSON.stringify(imported)}`)
      return imported.receipt.lines
    },
    close: async () => {
      await server[Symbol.asyncDispose]()
      await pool.close()
      await store.close()
    },
  }
}
