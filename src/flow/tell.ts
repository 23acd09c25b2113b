import type { NarrateInput } from '../assistant/narrate.ts'
import { narrate } from '../assistant/narrate.ts'
import { factFormat } from '../replies/fact-format.ts'
import type { Shop } from '../sales/shop.ts'
import { modelDesk } from './model-desk.ts'
import type { World } from './world.ts'

/**
 * Findings in the model's words with our figures; null when the operator wants none, when the shop or the
 * budget gives no leave, or when nothing true came in time: then the words written in code stand alone.
 */
export const tell = async (
  world: World,
  shop: Shop,
  findings: Omit<NarrateInput, 'format' | 'language'>,
): Promise<string | null> => {
  if (world.model === null || !world.policy.hasNarrative) return null
  const narrative = await narrate(
    { ...findings, language: shop.language, format: factFormat(shop) },
    modelDesk(world, shop.id),
    (event) => {
      if (event.kind === 'refused') world.log.info('narrative refused', { reason: event.reason })
    },
  )
  return narrative?.text ?? null
}
