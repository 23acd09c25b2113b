import type { Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { isQuiet, quietEnd, type Wall } from '../sales/speaking.ts'
import type { Listener as KnownListener } from '../store/speaking.ts'
import { TEMPLATES, type TemplateKind, templateLanguageOf } from '../whatsapp/templates.ts'
import { isWindowOpen } from '../whatsapp/window.ts'
import type { Covered } from './complete.ts'
import type { World } from './world.ts'

/** Who has just written to us is awake, whatever the hour; a till that sends its files at night wakes nobody. */
const JUST_WRITTEN_MS = 30 * 60_000

/** One owner at this moment: their own hours decide, not the other owners'. */
export type Listener = KnownListener & {
  /** When a message may reach them, Unix ms; null: now. */
  readonly wakesAt: number | null
}

/** A shop at the moment we might speak to it unasked. */
export type Hearing = {
  readonly shop: Shop
  readonly coverage: Covered
  /** The shop's trading day now, and what its wall shows. */
  readonly today: Day
  readonly wall: Wall
  /** Owners who have not said `stop`; at least one. */
  readonly listeners: readonly Listener[]
}

/** The owners who hear this shop unasked, each with their own night. */
export const listenersNow = async (world: World, shop: Shop, wall: Wall): Promise<Listener[]> => {
  const now = world.now()
  return (await world.store.listenersOf(shop.id)).map((listener) => {
    const { lastInboundAt, quiet } = listener
    const isHere = lastInboundAt !== null && now - lastInboundAt < JUST_WRITTEN_MS
    const isAwake = isHere || !isQuiet(quiet, wall.minute)
    return { ...listener, wakesAt: isAwake ? null : quietEnd(quiet, now, shop.timeZone) }
  })
}

/**
 * The listeners a message of this kind reaches today: their service window is open, or Meta has approved its
 * template in their language. Held back until they write, a digest or a reminder would come together with what
 * they write about.
 */
export const reachable = async (
  world: World,
  { shop, listeners }: Hearing,
  kind: TemplateKind,
): Promise<readonly Listener[]> => {
  const reached = await Promise.all(
    listeners.map(async ({ language, lastInboundAt }) => {
      if (isWindowOpen(lastInboundAt, world.now())) return true
      const spoken = templateLanguageOf(language ?? shop.language)
      return (await world.store.templateStatus(TEMPLATES[kind].name, spoken)) === 'APPROVED'
    }),
  )
  return listeners.filter((_, index) => reached[index])
}
