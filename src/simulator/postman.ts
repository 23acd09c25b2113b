import { setTimeout as sleep } from 'node:timers/promises'
import type { Journal, Posting } from './journal.ts'
import { metaBytes, signedHeaders } from './webhooks.ts'

/** Hands a signed webhook to the bot: over HTTP, or straight into its app. */
export type Webhook = (bytes: Uint8Array, headers: Record<string, string>) => Promise<number>

export type Postman = {
  /** Posts until the bot answers 200 or patience ends; the last status is the result. */
  readonly post: (json: object) => Promise<number>
  /** The same bytes once more, as Meta does after a lost answer. */
  readonly again: (posting: Pick<Posting, 'bytes'>) => Promise<number>
}

/** Meta goes on for days; a rehearsal only needs to outlast a restart. */
const RETRY_MS = [200, 1000, 3000]

export const postman = (options: {
  readonly webhook: Webhook
  readonly appSecret: string
  readonly retryMs?: readonly number[]
  readonly journal: Journal
  /** Whether every webhook is brought twice, as Meta may. */
  readonly repeats: () => boolean
}): Postman => {
  const attempt = async (bytes: Uint8Array): Promise<number> =>
    options.webhook(bytes, signedHeaders(bytes, options.appSecret)).catch(() => 0)
  const deliver = async (bytes: Uint8Array): Promise<number> => {
    const begun = options.journal.begin()
    const attempts: number[] = []
    for (const waitMs of [0, ...(options.retryMs ?? RETRY_MS)]) {
      if (waitMs > 0) await sleep(waitMs)
      attempts.push(await attempt(bytes))
      if (attempts.at(-1) === 200) break
    }
    options.journal.posted({ order: begun.order, at: begun.at, ms: begun.ms(), bytes, attempts })
    return attempts.at(-1) ?? 0
  }
  return {
    post: async (json) => {
      const bytes = metaBytes(json)
      const status = await deliver(bytes)
      if (options.repeats()) await deliver(bytes)
      return status
    },
    again: ({ bytes }) => deliver(bytes),
  }
}

/** A webhook target behind an address. */
export const webhookAt =
  (url: string): Webhook =>
  async (bytes, headers) => {
    const body = new Uint8Array(bytes)
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(WEBHOOK_MS),
    })
    await response.arrayBuffer()
    return response.status
  }

/** Meta does not say how long it waits; secondary sources say up to 20 seconds. */
const WEBHOOK_MS = 20_000
