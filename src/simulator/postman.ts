import { setTimeout as sleep } from 'node:timers/promises'
import { metaBytes, signedHeaders } from './webhooks.ts'

/** Hands a signed webhook to the bot: over HTTP, or straight into its app. */
export type Webhook = (bytes: Uint8Array, headers: Record<string, string>) => Promise<number>

/** What happened to one webhook: the status of every attempt, 0 when nobody answered. */
export type Posting = { readonly bytes: Uint8Array; readonly attempts: readonly number[] }

export type Postman = {
  /** Posts until the bot answers 200 or patience ends; the last status is the result. */
  readonly post: (json: object) => Promise<number>
  /** Every webhook so far, oldest first. */
  readonly postings: () => readonly Posting[]
  /** The same bytes once more, as Meta does after a lost answer. */
  readonly again: (posting: Posting) => Promise<number>
}

/** Meta goes on for days; a rehearsal only needs to outlast a restart. */
const RETRY_MS = [200, 1000, 3000]
const POSTINGS_MAX = 2000

export const postman = (options: {
  readonly webhook: Webhook
  readonly appSecret: string
  readonly retryMs?: readonly number[]
}): Postman => {
  let postings: Posting[] = []
  const attempt = async (bytes: Uint8Array): Promise<number> =>
    options.webhook(bytes, signedHeaders(bytes, options.appSecret)).catch(() => 0)
  const deliver = async (bytes: Uint8Array): Promise<number> => {
    const attempts: number[] = []
    for (const waitMs of [0, ...(options.retryMs ?? RETRY_MS)]) {
      if (waitMs > 0) await sleep(waitMs)
      attempts.push(await attempt(bytes))
      if (attempts.at(-1) === 200) break
    }
    postings = [...postings, { bytes, attempts }].slice(-POSTINGS_MAX)
    return attempts.at(-1) ?? 0
  }
  return {
    post: (json) => deliver(metaBytes(json)),
    again: ({ bytes }) => deliver(bytes),
    postings: () => postings,
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
