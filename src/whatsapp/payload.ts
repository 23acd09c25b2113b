import type { Arrival } from '../intent/arrival.ts'
import type { Status } from './channel.ts'
import { readMessage } from './inbound.ts'
import { type Json, listOf, numberOf, objectOf, textOf } from './json.ts'
import { type Notice, readNotice } from './notices.ts'
import { type Preference, readPreferences } from './preferences.ts'
import { readStatus, UNKNOWN_ERROR } from './status.ts'

/** Everything one webhook POST told us, in our own words. */
export type Delivery = {
  readonly arrivals: readonly Arrival[]
  readonly statuses: readonly Status[]
  /** What was read and deliberately not kept: to be counted, never answered. */
  readonly ignored: readonly Ignored[]
  /** Trouble Meta reports about a number or account rather than about one message. */
  readonly accountErrors: readonly AccountError[]
  /** News of templates and of the account itself. */
  readonly notices: readonly Notice[]
  /** Who wants marketing from us and who does not. */
  readonly preferences: readonly Preference[]
}

type Ignored = { readonly field: string; readonly reason: string }

type AccountError = {
  readonly channel: string | null
  readonly code: number
  readonly title: string
  readonly details: string
}

/** What the reader may know besides the bytes. */
type PayloadContext = {
  /** Unix milliseconds; stands in for a message time that cannot be read. */
  readonly receivedAt: number
  /** Whether this phone_number_id is one of ours; messages to other numbers are only counted. */
  readonly isOurs: (channel: string) => boolean
}

const ANY_NUMBER: PayloadContext = { receivedAt: 0, isOurs: () => true }

const NOTHING: Delivery = {
  arrivals: [],
  statuses: [],
  ignored: [],
  accountErrors: [],
  notices: [],
  preferences: [],
}

/**
 * Reads a webhook body: every entry, every change, every message and status in it (Meta batches up
 * to 1000 updates). Nothing here throws: what cannot be understood is an `unknown` arrival or is
 * listed in `ignored`, and its neighbours are read all the same.
 */
export const parsePayload = (json: unknown, context: PayloadContext = ANY_NUMBER): Delivery => {
  const envelope = objectOf(json)
  if (envelope['object'] !== 'whatsapp_business_account') {
    return ignoring(textOf(envelope['object']) ?? '', 'not a WhatsApp delivery')
  }
  const changes = listOf(envelope['entry']).flatMap((entry) => listOf(objectOf(entry)['changes']))
  return merged(changes.map((change) => readChange(objectOf(change), context)))
}

/** A delivery that only says why nothing was taken from it. */
export const ignoring = (field: string, reason: string): Delivery => ({
  ...NOTHING,
  ignored: [{ field, reason }],
})

const readChange = (change: Json, context: PayloadContext): Delivery => {
  const field = textOf(change['field']) ?? ''
  const value = objectOf(change['value'])
  if (field === 'user_preferences') {
    const preferences = readPreferences(value, context.receivedAt)
    return { ...NOTHING, preferences: preferences.filter((each) => context.isOurs(each.channel)) }
  }
  if (field !== 'messages') {
    const notice = readNotice(field, value)
    return notice ? { ...NOTHING, notices: [notice] } : ignoring(field, 'field not used')
  }
  const channel = textOf(objectOf(value['metadata'])['phone_number_id'])
  const accountErrors = listOf(value['errors']).map((error) => readError(objectOf(error), channel))
  if (channel === null) return { ...ignoring(field, 'no phone number id'), accountErrors }
  if (!context.isOurs(channel)) return ignoring(field, 'not our number')
  return merged([
    { ...NOTHING, accountErrors },
    ...listOf(value['messages'])
      .map((message) =>
        readMessage(objectOf(message), {
          channel,
          contacts: listOf(value['contacts']).map(objectOf),
          receivedAt: context.receivedAt,
        }),
      )
      .map(asDelivery),
    ...listOf(value['statuses'])
      .map((status) => readStatus(objectOf(status), channel, context.receivedAt))
      .map(asDelivery),
  ])
}

type Read = Arrival | Status | { readonly ignored: string }

const asDelivery = (read: Read): Delivery => {
  if ('ignored' in read) return ignoring('messages', read.ignored)
  if ('content' in read) return { ...NOTHING, arrivals: [read] }
  return { ...NOTHING, statuses: [read] }
}

/** `error_data` is an object, a bare string, or missing. */
const readError = (error: Json, channel: string | null): AccountError => ({
  channel,
  code: numberOf(error['code']) ?? UNKNOWN_ERROR,
  title: textOf(error['title']) ?? textOf(error['message']) ?? '',
  details: textOf(error['error_data']) ?? textOf(objectOf(error['error_data'])['details']) ?? '',
})

const merged = (deliveries: readonly Delivery[]): Delivery => ({
  arrivals: deliveries.flatMap((delivery) => delivery.arrivals),
  statuses: deliveries.flatMap((delivery) => delivery.statuses),
  ignored: deliveries.flatMap((delivery) => delivery.ignored),
  accountErrors: deliveries.flatMap((delivery) => delivery.accountErrors),
  notices: deliveries.flatMap((delivery) => delivery.notices),
  preferences: deliveries.flatMap((delivery) => delivery.preferences),
})
