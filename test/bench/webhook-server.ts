// A webhook in a process of its own, so that the load does not share its event loop.
// argv: port, mode (`durable`: verify, parse, store; `parse`: the same without storing), database.

import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createInbox } from '../../src/flow/inbox.ts'
import { PACE } from '../../src/flow/world.ts'
import { createMetrics } from '../../src/metrics.ts'
import { openStore } from '../../src/store/store.ts'
import { webhookApp } from '../../src/whatsapp/webhook.ts'
import { CHANNEL } from '../support/builders.ts'

const [port = '0', mode = 'durable', databaseUrl = ''] = process.argv.slice(2)
const store = await openStore(databaseUrl, { now: Date.now, newId: randomUUID })
const inbox = createInbox({ store, metrics: createMetrics(), pace: PACE }, () => undefined)
const app = webhookApp({
  appSecrets: ['test_app_secret'],
  verifyToken: 'verify',
  channels: new Set([CHANNEL]),
  now: Date.now,
  accept: async (delivery) => {
    if (mode === 'durable') await inbox.keep({ arrivals: delivery.arrivals, statuses: [] })
  },
})
createServer(getRequestListener((request) => app.fetch(request))).listen(
  Number(port),
  '127.0.0.1',
  () => process.stdout.write('listening\n'),
)
