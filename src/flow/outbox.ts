import type { Parcel } from '../store/outbox.ts'
import type { Channel, Outgoing, Template } from '../whatsapp/channel.ts'
import { Refused, Unreachable } from '../whatsapp/errors.ts'
import { TEMPLATES, templateLanguageOf } from '../whatsapp/templates.ts'
import { isWindowOpen, templateText } from '../whatsapp/window.ts'
import { watchBudget } from './budget.ts'
import { startCrew } from './crew.ts'
import type { Loop } from './loop.ts'
import { backoff, type World } from './world.ts'

/** Messages under way at once; each goes to another person, so order is kept. */
const PARCELS_MAX = 8
/** A request in flight never lives longer than this; a parcel claimed and silent is unknown after it. */
const SEND_LEASE_MS = 60_000
/** What waits for an echo or a lease waits for seconds: not every message needs a look at all of it. */
const SWEEP_MS = 1000
/** A month's budget is not used up in seconds: looking once a minute is enough. */
const BUDGET_LOOK_MS = 60_000

/**
 * Sends what is queued, per person in order. At most once: an outcome that nobody knows waits for a
 * status webhook before the message is sent once more.
 */
export const startOutbox = (world: World): Loop => {
  const sweeping = everySoOften(world, SWEEP_MS, sweep)
  const watching = everySoOften(world, BUDGET_LOOK_MS, watchBudget)
  return startCrew({
    name: 'outbox',
    jobsMax: PARCELS_MAX,
    now: world.now,
    lookAgainMs: world.lookAgainMs,
    log: world.log,
    before: async () => {
      await watching()
      await sweeping()
    },
    claim: async (room) => {
      const leaseMs = Math.min(SEND_LEASE_MS, world.pace.leaseMs * 2)
      const parcels = await world.store.claimOutbox(leaseMs, room, world.pace.pair)
      if (parcels.length > 0) world.passing('parcel claimed')
      return parcels
    },
    work: (parcel) => deliver(world, parcel),
    nextAt: () => world.store.nextOutboxAt(world.pace.pair),
  })
}

const everySoOften = (
  world: World,
  everyMs: number,
  work: (world: World) => Promise<void>,
): (() => Promise<void>) => {
  let doneAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = world.now()
    if (Math.abs(now - doneAt) < everyMs) return
    doneAt = now
    await work(world)
  }
}

const sweep = async (world: World): Promise<void> => {
  const swept = await world.store.sweepOutbox(world.pace.echoWaitMs)
  if (swept.resent > 0) world.log.warn('sent again after silence', { count: swept.resent })
  if (swept.failed > 0) world.log.error('messages given up', { count: swept.failed })
  if (swept.expired > 0) world.log.warn('held messages went stale', { count: swept.expired })
}

const deliver = async (world: World, parcel: Parcel): Promise<void> => {
  const message = await outgoing(world, parcel)
  if (message === null) {
    const error = 'the service window is closed and there is no template to send'
    world.log.warn('message held', { id: parcel.id, error })
    world.metrics.delivered('held')
    return world.store.settle(parcel.id, { state: 'held', nextAt: world.now(), error })
  }
  const outcome = await trySend(world.channel, message)
  world.passing('sent, not noted')
  if (typeof outcome === 'string') {
    await world.store.markSent(parcel.id, outcome)
    world.passing('noted as sent')
    world.metrics.delivered('sent')
    world.log.info('message sent', { id: parcel.id })
    return
  }
  if (outcome instanceof Refused) return refuse(world, parcel, outcome)
  await world.store.settle(parcel.id, afterSilence(world, parcel, outcome))
}

const refuse = (world: World, parcel: Parcel, refused: Refused): Promise<void> => {
  const { action, code, message } = refused
  world.metrics.delivered('refused', code)
  const level = action === 'config' ? 'error' : 'warn'
  world.log[level]('message not sent', { id: parcel.id, error: refused, action })
  return world.store.refuse(parcel.id, {
    action,
    reason: message,
    backoffMs: world.pace.backoffMs,
  })
}

/** Free-form inside the window, the template outside it, null when neither is possible. */
const outgoing = async (world: World, parcel: Parcel): Promise<Outgoing | null> => {
  const base = {
    channel: parcel.channel,
    to: { phone: parcel.phone, userId: parcel.userId },
    opaqueId: parcel.id,
  }
  if (!parcel.byTemplate && isWindowOpen(parcel.lastInboundAt, world.now())) {
    return { ...base, body: { kind: 'reply', reply: parcel.reply, quotedId: parcel.quotedId } }
  }
  const template = templateFor(world, parcel)
  if (template === null) return null
  const status = await world.store.templateStatus(template.name, template.language)
  // What Meta has told us not to send is not tried; its approval brings it on its way.
  if (status !== null && status !== 'APPROVED') return null
  return { ...base, body: { kind: 'template', template } }
}

const templateFor = ({ policy }: World, { fallback, ...parcel }: Parcel): Template | null => {
  if (fallback === null) return null
  const ownName = policy.alertTemplate
  const isOwn = ownName !== null && fallback.template === 'alert'
  return {
    name: isOwn ? ownName : TEMPLATES[fallback.template].name,
    language: templateLanguageOf(parcel.language),
    parameters: {
      toko: templateText(parcel.shopName),
      tanggal: templateText(fallback.date),
      inti_satu_baris: templateText(fallback.line),
    },
    // Of a template the operator made we know that it has a first button and no more.
    payloads: isOwn ? fallback.taps.slice(0, 1) : fallback.taps,
  }
}

const trySend = async (
  channel: Channel,
  message: Outgoing,
): Promise<string | Refused | Unreachable> => {
  try {
    return (await channel.send(message)).wamid
  } catch (error) {
    // A refusal or a silence is an outcome of sending; anything else is a bug and goes on up.
    if (error instanceof Refused || error instanceof Unreachable) return error
    throw error
  }
}

/** 1, 2, 4, 8, 8 …: a Meta that has been silent for long is asked less often. */
const echoFactor = (attempts: number): number => 2 ** Math.min(attempts - 1, ECHO_DOUBLINGS)
const ECHO_DOUBLINGS = 3

/** Certainly not sent: again soon. Perhaps sent: a status may tell, so it waits for one first. */
const afterSilence = (world: World, parcel: Parcel, silence: Unreachable) => {
  world.log.warn('message without an answer', { id: parcel.id, error: silence })
  world.metrics.delivered('unknown')
  const now = world.now()
  return silence.sent === 'no'
    ? {
        state: 'ready' as const,
        nextAt: now + backoff(world.pace, parcel.attempts),
        error: silence.message,
      }
    : {
        state: 'unknown' as const,
        nextAt: now + world.pace.echoWaitMs * echoFactor(parcel.attempts),
        error: silence.message,
      }
}
