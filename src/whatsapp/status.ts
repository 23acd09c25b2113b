import type { Failure, Status } from './channel.ts'
import { type Json, listOf, numberOf, objectOf, textOf } from './json.ts'

const STATES: Readonly<Record<string, Status['state']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  // A voice note played has also been read.
  played: 'read',
  failed: 'failed',
}

/** Meta's own code for an error without a reason; 0 would mean a bad token. */
export const UNKNOWN_ERROR = 131000

/** A delivery report from Meta's `statuses[]`, or why it is none of ours. */
export const readStatus = (
  status: Json,
  channel: string,
  receivedAt: number,
): Status | { readonly ignored: string } => {
  const wamid = textOf(status['id'])
  const word = textOf(status['status']) ?? ''
  const state = Object.hasOwn(STATES, word) ? STATES[word] : undefined
  if (wamid === null) return { ignored: 'status without message id' }
  if (state === undefined) return { ignored: 'unknown status' }
  if (status['recipient_type'] === 'group') return { ignored: 'group status' }
  return {
    channel,
    wamid,
    at: timeOf(status['timestamp'], receivedAt),
    opaqueId: textOf(status['biz_opaque_callback_data']),
    billed: readBilling(objectOf(status['pricing'])),
    ...(state === 'failed' ? { state, error: readFailure(status) } : { state, error: null }),
  }
}

/** Unix seconds, as a string or a number, to milliseconds. */
export const timeOf = (timestamp: unknown, receivedAt: number): number => {
  const seconds = numberOf(timestamp)
  return seconds === null || seconds <= 0 ? receivedAt : seconds * 1000
}

const readFailure = (status: Json): Failure => {
  const error = objectOf(listOf(status['errors'])[0])
  const data = error['error_data']
  return {
    code: numberOf(error['code']) ?? UNKNOWN_ERROR,
    title: textOf(error['title']) ?? textOf(error['message']) ?? 'no reason given',
    details: textOf(data) ?? textOf(objectOf(data)['details']) ?? '',
  }
}

/**
 * `service`, `utility` … when Meta charges for it, `free_customer_service` and the like when not,
 * null when it does not say. Read from `type`: Meta announced that `billable` goes away.
 */
const readBilling = (pricing: Json): string | null => {
  const type = textOf(pricing['type'])
  if (type !== null && type !== 'regular') return type
  if (type === null && pricing['billable'] !== true) return null
  // Seen as authentication-international and as authentication_international.
  return textOf(pricing['category'])?.replaceAll('-', '_') ?? null
}
