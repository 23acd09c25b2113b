import type { Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Wall } from '../sales/speaking.ts'
import type { Owner } from '../store/people.ts'
import { TEMPLATES, type TemplateKind, templateLanguageOf } from '../whatsapp/templates.ts'
import { isWindowOpen } from '../whatsapp/window.ts'
import type { Covered } from './complete.ts'
import type { World } from './world.ts'

/** A shop at the moment we might speak to it unasked. */
export type Hearing = {
  readonly shop: Shop
  readonly coverage: Covered
  /** The shop's trading day now, and what its wall shows. */
  readonly today: Day
  readonly wall: Wall
  /** Owners who have not said `stop`; at least one. */
  readonly listeners: readonly Owner[]
}

/**
 * The listeners a message of this kind reaches today: their service window is open, or Meta has approved its
 * template. Held back until they write, a digest or a reminder would come together with what they write about.
 */
export const reachable = async (
  world: World,
  { shop, listeners }: Hearing,
  kind: TemplateKind,
): Promise<readonly Owner[]> => {
  const language = templateLanguageOf(shop.language)
  const status = await world.store.templateStatus(TEMPLATES[kind].name, language)
  return status === 'APPROVED'
    ? listeners
    : listeners.filter(({ lastInboundAt }) => isWindowOpen(lastInboundAt, world.now()))
}
