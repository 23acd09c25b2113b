import type { Intake } from '../../src/store/inbox.ts'
import type { StatusReport } from '../../src/store/outbox.ts'
import type { Channel, Outgoing } from '../../src/whatsapp/channel.ts'
import { Refused, Unreachable } from '../../src/whatsapp/errors.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A bubble on somebody's phone. */
type Delivered = { readonly phone: string; readonly opaqueId: string; readonly text: string }

/**
 * Meta as it is on a bad day: takes a message and says so, takes it and says nothing, refuses, breaks
 * off; brings webhooks twice, late, together and in any order, and again until they are acknowledged.
 */
export type Meta = {
  readonly channel: Channel
  readonly delivered: readonly Delivered[]
  /** Ids of messages whose webhook was answered with 200. */
  readonly acknowledged: ReadonlySet<string>
  /** Brings these to the program until it says that it has them. */
  readonly bring: (intake: Intake) => void
  /** The program is gone: what it had not acknowledged comes again. */
  readonly lose: () => void
  readonly holds: (mediaId: string, bytes: Uint8Array) => void
  readonly posting: () => number
}

export type MetaOptions = {
  readonly time: VirtualTime
  readonly random: () => number
  /** The program's door for webhooks; null while it is down. */
  readonly door: () => ((intake: Intake) => Promise<void>) | null
  /** Until when things go wrong. */
  readonly isBad: () => boolean
}

/** Well inside the time the outbox waits for a report before it repeats an unknown outcome. */
const REPORT_MS_MAX = 15_000
const RETRY_MS_MAX = 4000
const SEND_MS_MAX = 400
const TIMEOUT_MS = 30_000

export const badMeta = ({ time, random, door, isBad }: MetaOptions): Meta => {
  const delivered: Delivered[] = []
  const acknowledged = new Set<string>()
  const media = new Map<string, Uint8Array>()
  const open = new Set<Intake>()
  let wamids = 0
  const upTo = (ms: number): number => Math.ceil(random() * ms)
  const soon = (ms: number, happens: () => void): void => time.later(upTo(ms), happens)

  const post = (intake: Intake): void => {
    const keep = door()
    if (keep === null) {
      soon(RETRY_MS_MAX, () => post(intake))
      return
    }
    open.add(intake)
    keep(intake).then(
      () => {
        open.delete(intake)
        for (const { id } of intake.arrivals) acknowledged.add(id)
      },
      () => {
        open.delete(intake)
        soon(RETRY_MS_MAX, () => post(intake))
      },
    )
  }
  const report = (wamid: string, opaqueId: string): void => {
    for (const state of ['sent', 'delivered', 'read'] as const) {
      const status: StatusReport = { wamid, opaqueId, at: time.now(), state }
      soon(REPORT_MS_MAX, () => post({ arrivals: [], statuses: [status] }))
      if (random() < 0.2) soon(REPORT_MS_MAX, () => post({ arrivals: [], statuses: [status] }))
    }
  }
  const take = ({ to, opaqueId, body }: Outgoing): { readonly wamid: string } => {
    const wamid = `wamid.out.${++wamids}`
    const text = body.kind === 'reply' ? body.reply.text : JSON.stringify(body.template)
    delivered.push({ phone: to.phone ?? '', opaqueId, text })
    report(wamid, opaqueId)
    return { wamid }
  }
  const send: Channel['send'] = async (message) => {
    await time.wait(upTo(SEND_MS_MAX))
    const luck = isBad() ? random() : 1
    if (luck < 0.05) throw new Refused('too fast', 130429, 'throttled')
    if (luck < 0.1) throw new Refused('nobody at home', 131016, 'crowded')
    if (luck < 0.15) throw new Unreachable('reset before it left', 'no')
    if (luck < 0.2) {
      await time.wait(TIMEOUT_MS)
      throw new Unreachable('no answer, not taken', 'unknown')
    }
    const taken = take(message)
    if (luck >= 0.27) return taken
    // Taken, and the answer got lost: only the reports tell.
    await time.wait(luck < 0.24 ? TIMEOUT_MS : 1)
    throw new Unreachable('no answer, but taken', 'unknown')
  }
  return {
    channel: {
      send,
      seen: async () => undefined,
      download: async (_channel, { id }) => {
        await time.wait(upTo(SEND_MS_MAX))
        if (isBad() && random() < 0.1) throw new Unreachable('the file host is down', 'no')
        const bytes = media.get(id)
        if (bytes === undefined) throw new Refused('no such file', 404, 'never')
        return bytes.slice()
      },
    },
    delivered,
    acknowledged,
    bring: post,
    lose: () => {
      for (const intake of open) soon(RETRY_MS_MAX, () => post(intake))
      open.clear()
    },
    holds: (id, bytes) => void media.set(id, bytes),
    posting: () => open.size,
  }
}
