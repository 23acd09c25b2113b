import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { parseJson } from './json.ts'
import { type Delivery, ignoring, parsePayload } from './payload.ts'
import { isSigned, sameText } from './signature.ts'

export type WebhookOptions = {
  /** The app secret; a second one while it is being changed. */
  readonly appSecrets: readonly string[]
  readonly verifyToken: string
  /** The phone_number_ids that are ours. */
  readonly channels: ReadonlySet<string>
  /** Stores the delivery; resolves only when it is safe on disk. `raw` is what Meta signed. */
  readonly accept: (delivery: Delivery, raw: Uint8Array) => Promise<void>
  /** The clock, Unix milliseconds; stands in for message times that cannot be read. */
  readonly now?: () => number
  /** Told of every delivery turned away, for logs and counters. */
  readonly turnedAway?: (status: number, why: unknown) => void
}

/** Meta sends up to 3 MB; the rest is slack for headers we do not know of. */
const BODY_BYTES_MAX = 4 * 1024 * 1024
/** Meta's challenge is a short number; anything else is not echoed back. */
const CHALLENGE = /^[\w-]{1,64}$/
/** Meta retries by itself for days; this only spreads a storm after a restart. */
const RETRY_AFTER_SECONDS = '5'

/**
 * `GET /webhook` (Meta checks that the address is ours) and `POST /webhook`. 200 means stored, or
 * deliberately ignored; 401 badly signed; 413 too large; 415 compressed; 503 not stored, so Meta
 * brings it again. The failure behind a 503 goes to `turnedAway` and stays on the context's `error`.
 */
export const webhookApp = (options: WebhookOptions): Hono => {
  requireSecrets(options)
  const turnAway = options.turnedAway ?? (() => {})
  const refuse = (c: Context, status: 401 | 403 | 413 | 415, why: string) => {
    turnAway(status, why)
    return c.text(why, status)
  }
  const app = new Hono()
  app.get('/webhook', (c) => {
    const challenge = c.req.query('hub.challenge') ?? ''
    const isMeta =
      c.req.query('hub.mode') === 'subscribe' &&
      sameText(c.req.query('hub.verify_token') ?? '', options.verifyToken) &&
      CHALLENGE.test(challenge)
    return isMeta ? c.text(challenge) : refuse(c, 403, 'the verify token does not match')
  })
  const tooLarge = (c: Context) => refuse(c, 413, `the body is over ${BODY_BYTES_MAX} bytes`)
  const limitPieces = bodyLimit({ maxSize: BODY_BYTES_MAX, onError: tooLarge })
  app.post(
    '/webhook',
    // An announced size is judged without touching the body, which keeps the server's quick way of
    // reading it; only a body that comes in pieces is counted while it is read.
    async (c, next) => {
      const announced = announcedBytes(c)
      if (announced === null) return limitPieces(c, next)
      return announced > BODY_BYTES_MAX ? tooLarge(c) : next()
    },
    async (c) => {
      if (c.req.header('content-encoding')) return refuse(c, 415, 'compressed bodies are not taken')
      const raw = new Uint8Array(await c.req.arrayBuffer())
      if (!isSigned(raw, c.req.header('x-hub-signature-256'), options.appSecrets)) {
        return refuse(c, 401, 'the signature does not match')
      }
      await options.accept(readDelivery(raw, options), raw)
      return c.text('ok')
    },
  )
  app.onError((error, c) => {
    turnAway(503, error)
    return c.text('not stored, please repeat', 503, { 'retry-after': RETRY_AFTER_SECONDS })
  })
  return app
}

/** HTTP ignores the announced size when the body comes in pieces, and so do we. */
const announcedBytes = (c: Context): number | null => {
  const announced = c.req.header('content-length')
  if (announced === undefined || c.req.header('transfer-encoding') !== undefined) return null
  return Number(announced)
}

/** Signed bytes that are not JSON are stored as nothing: a refusal would bring them back for days. */
const readDelivery = (raw: Uint8Array, options: WebhookOptions): Delivery => {
  const json = parseJson(new TextDecoder().decode(raw))
  if (json === undefined) return ignoring('', 'not JSON')
  return parsePayload(json, {
    receivedAt: (options.now ?? Date.now)(),
    isOurs: (channel) => options.channels.has(channel),
  })
}

/** An empty secret would let anybody sign, so there is no way to switch the check off. */
const requireSecrets = (options: WebhookOptions): void => {
  if (options.appSecrets.length === 0 || options.appSecrets.includes('')) {
    throw new Error('the app secret is empty: set WA_APP_SECRET, webhooks cannot be verified')
  }
  if (options.verifyToken === '') {
    throw new Error('the verify token is empty: set WA_VERIFY_TOKEN to any words you chose')
  }
}
