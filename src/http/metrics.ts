import { type Context, Hono } from 'hono'
import type { Exposition } from '../metrics.ts'
import { sameText } from '../whatsapp/signature.ts'
import { addressOf } from './guard.ts'

export type MetricsDoor = {
  /** Asked for with `Authorization: Bearer …`; null: only programs on this machine may look. */
  readonly token: string | null
  readonly exposition: () => Promise<Exposition>
}

/** Set by every proxy we know of: whoever comes through one is not this machine. */
const PROXIED = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via']
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * `GET /metrics`: counters and gauges for Prometheus. Without METRICS_TOKEN it answers only requests
 * that come from the machine itself; with it, whoever carries the token. Everybody else gets 404: how
 * busy a shop is concerns nobody outside.
 */
export const metricsApp = (door: MetricsDoor): Hono => {
  const app = new Hono()
  app.get('/metrics', async (c) => {
    if (!mayLook(c, door.token)) return c.notFound()
    const { text, contentType } = await door.exposition()
    return c.body(text, 200, { 'content-type': contentType, 'cache-control': 'no-store' })
  })
  return app
}

const mayLook = (c: Context, token: string | null): boolean => {
  if (token !== null) return sameText(c.req.header('authorization') ?? '', `Bearer ${token}`)
  if (PROXIED.some((name) => c.req.header(name) !== undefined)) return false
  // Asked in this very process there is no connection and no other machine either.
  const address = addressOf(c)
  return address === null || LOOPBACK.has(address)
}
