import type { Parcel } from '../store/outbox.ts'
import type { Channel, Outgoing } from '../whatsapp/channel.ts'
import { Refused, Unreachable } from '../whatsapp/errors.ts'
import { isWindowOpen, templateText } from '../whatsapp/window.ts'
import { startCrew } from './crew.ts'
import type { Loop } from './loop.ts'
import { ATTEMPTS_MAX, backoff, type World } from './world.ts'

/** Messages under way at once; each goes to another person, so order is kept. */
const PARCELS_MAX = 8
/** A request in flight never lives longer than this; a parcel claimed and silent is unknown after it. */
const SEND_LEASE_MS = 60_000
/** After a refusal that only the operator can cure the sender waits, so that nothing is lost. */
const CONFIG_PAUSE_MS = 5 * 60_000

/**
 * Sends what is queued, per person in order. At most once: an outcome that nobody knows waits for a
 * status webhook before the message is sent once more.
 */
export const startOutbox = (world: World): Loop =>
  startCrew({
    name: 'outbox',
    jobsMax: PARCELS_MAX,
    now: world.now,
    log: world.log,
    before: () => sweep(world),
    claim: async (room) => {
      const leaseMs = Math.min(SEND_LEASE_MS, world.pace.leaseMs * 2)
      const parcels = await world.store.claimOutbox(leaseMs, room)
      if (parcels.length > 0) world.passing('parcel claimed')
      return parcels
    },
    work: (parcel) => deliver(world, parcel),
    nextAt: world.store.nextOutboxAt,
  })

const sweep = async (world: World): Promise<void> => {
  const swept = await world.store.sweepOutbox(world.pace.echoWaitMs, ATTEMPTS_MAX)
  if (swept.resent > 0) world.log.warn('sent again after silence', { count: swept.resent })
  if (swept.failed > 0) world.log.error('messages given up', { count: swept.failed })
}

const deliver = async (world: World, parcel: Parcel): Promise<void> => {
  const message = outgoing(world, parcel)
  if (message === null) {
    world.log.warn('alert held: the service window is closed and no template is set', {
      id: parcel.id,
      setting: 'WA_ALERT_TEMPLATE',
    })
    return world.store.settle(parcel.id, {
      state: 'held',
      nextAt: world.now(),
      error: 'window closed',
    })
  }
  const outcome = await trySend(world.channel, message)
  world.passing('sent, not noted')
  if (typeof outcome === 'string') {
    await world.store.markSent(parcel.id, outcome)
    world.passing('noted as sent')
    return
  }
  const next = afterFailure(world, parcel, outcome)
  world.log.warn('message not sent', { id: parcel.id, error: outcome, state: next.state })
  await world.store.settle(parcel.id, next)
}

/** Free-form inside the window, the template outside it, null when neither is possible. */
const outgoing = (world: World, parcel: Parcel): Outgoing | null => {
  const base = {
    channel: parcel.channel,
    to: { phone: parcel.phone, userId: parcel.userId },
    opaqueId: parcel.id,
  }
  if (isWindowOpen(parcel.lastInboundAt, world.now())) {
    return { ...base, body: { kind: 'reply', reply: parcel.reply, quotedId: parcel.quotedId } }
  }
  if (parcel.fallback === null || world.policy.alertTemplate === null) return null
  return {
    ...base,
    body: {
      kind: 'template',
      template: {
        name: world.policy.alertTemplate,
        language: parcel.language,
        parameters: {
          toko: templateText(parcel.shopName),
          tanggal: templateText(parcel.fallback.date),
          inti_satu_baris: templateText(parcel.fallback.line),
        },
        payloads: [parcel.fallback.tapId],
      },
    },
  }
}

const trySend = async (channel: Channel, message: Outgoing): Promise<string | Error> => {
  try {
    return (await channel.send(message)).wamid
  } catch (error) {
    // A refusal or a silence is an outcome of sending; anything else is a bug and goes on up.
    if (error instanceof Refused || error instanceof Unreachable) return error
    throw error
  }
}

type Next = {
  readonly state: 'ready' | 'held' | 'unknown' | 'failed'
  readonly nextAt: number
  readonly error: string
}

const afterFailure = (world: World, parcel: Parcel, error: Error): Next => {
  const now = world.now()
  const later = { nextAt: now + backoff(world.pace, parcel.attempts), error: error.message }
  const again: Next =
    parcel.attempts >= ATTEMPTS_MAX ? { ...later, state: 'failed' } : { ...later, state: 'ready' }
  if (error instanceof Unreachable) {
    if (error.sent === 'no') return { ...later, state: 'ready' }
    return { state: 'unknown', nextAt: now + world.pace.echoWaitMs, error: error.message }
  }
  if (!(error instanceof Refused)) return { ...later, state: 'failed' }
  switch (error.action) {
    case 'throttled':
      return { ...later, state: 'ready' }
    case 'again':
      return again
    case 'window':
      return { ...later, state: 'held' }
    case 'config':
      return { ...later, state: 'ready', nextAt: now + CONFIG_PAUSE_MS }
    case 'never':
      return { ...later, state: 'failed' }
  }
}
