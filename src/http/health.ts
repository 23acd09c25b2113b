import { Hono } from 'hono'

/** What the house knows about itself; asked anew at each request. */
export type Health = {
  readonly ready: boolean
  /** Machine-readable reason when not ready. */
  readonly reason: string | null
  /** null while the database cannot be asked. */
  readonly inbox: {
    readonly pending: number
    readonly oldestSeconds: number | null
    readonly setAside: number
  } | null
  readonly outbox: {
    readonly waiting: number
    readonly held: number
    readonly failed: number
    /** Numbers that have stopped sending for a while; some need the operator. */
    readonly pauses: readonly {
      readonly channel: string
      readonly reason: string
      readonly needsOperator: boolean
      readonly until: number
    }[]
  } | null
}

/**
 * `GET /health` answers while the event loop turns and asks nothing of the database. `GET /ready` says
 * 503 with a reason while starting, draining, or when messages wait too long.
 */
export const healthApp = (health: () => Promise<Health>): Hono => {
  const app = new Hono()
  app.get('/health', (c) => c.json({ status: 'ok' }))
  app.get('/ready', async (c) => {
    const now = await health()
    return c.json(now, now.ready ? 200 : 503)
  })
  return app
}
