import { Hono } from 'hono'
import type { Vitals } from '../flow/vitals.ts'

/**
 * `GET /health` answers while the event loop turns and asks nothing of the database. `GET /ready` says
 * 503 with a reason while starting or draining, when the disk is full, the database is damaged or cannot
 * be written, or messages wait too long.
 */
export const healthApp = (vitals: () => Promise<Vitals>): Hono => {
  const app = new Hono()
  app.get('/health', (c) => c.json({ status: 'ok' }))
  app.get('/ready', async (c) => {
    const now = await vitals()
    return c.json(page(now), now.ready ? 200 : 503)
  })
  return app
}

const page = ({ ready, reason, inbox, outbox, pauses }: Vitals) => ({
  ready,
  reason,
  inbox,
  // Some of these need the operator: the number has stopped until somebody acts.
  outbox: { ...outbox, pauses },
})
