import type { Metrics } from '../metrics.ts'
import { tooFastReply } from '../replies/trouble.ts'
import type { Intake } from '../store/inbox.ts'
import type { Store } from '../store/store.ts'
import { asError, type Pace } from './world.ts'

/** Keeps webhooks: resolves once they are durable, rejects when they could not be stored. */
export type Inbox = { readonly keep: (intake: Intake) => Promise<void> }

type InboxWorld = {
  readonly store: Pick<Store, 'accept'>
  readonly metrics: Pick<Metrics, 'committed'>
  /** Absent: nobody is held back. */
  readonly pace?: Pick<Pace, 'sender'>
}

/** More than this waiting for one commit means that the disk does not keep up: Meta shall come again. */
const WAITING_MAX = 5000

/** Webhooks of one commit: enough to share its price, few enough that nobody waits long for the others. */
const COMMIT_MAX = 64

type Waiting = {
  readonly intake: Intake
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/**
 * Requests that arrive in one turn of the event loop share one commit: durable and yet as quick as
 * without (a flush to disk costs a millisecond whether it carries one message or sixty).
 */
export const createInbox = (world: InboxWorld, onNews: () => void): Inbox => {
  const pace = world.pace ? { ...world.pace.sender, notice: tooFastReply } : null
  const waiting: Waiting[] = []
  let isCommitting = false

  /** One commit at a time: what comes meanwhile shares the next, and stays behind what came before it. */
  const drain = async (): Promise<void> => {
    isCommitting = true
    while (waiting.length > 0) await commit()
    isCommitting = false
  }

  const commit = async (): Promise<void> => {
    const batch = waiting.splice(0, COMMIT_MAX)
    const begunAt = performance.now()
    try {
      const fresh = await world.store.accept(
        batch.map(({ intake }) => intake),
        pace,
      )
      world.metrics.committed(batch.length, (performance.now() - begunAt) / 1000)
      for (const { resolve } of batch) resolve()
      if (fresh > 0 || batch.some(({ intake }) => movesOutbox(intake))) onNews()
    } catch (error) {
      const reason = asError(error)
      for (const { reject } of batch) reject(reason)
    }
  }

  return {
    keep: (intake) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= WAITING_MAX) {
          reject(new Error(`${WAITING_MAX} webhooks wait for the disk`))
          return
        }
        waiting.push({ intake, resolve, reject })
        if (waiting.length === 1 && !isCommitting) setImmediate(() => void drain())
      }),
  }
}

/** A message that failed after it was taken may have to go again, one held for a template may go. */
const movesOutbox = ({ statuses, templates = [] }: Intake): boolean =>
  templates.length > 0 || statuses.some(({ state }) => state === 'failed')
