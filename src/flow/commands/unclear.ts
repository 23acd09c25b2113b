import type { Intent } from '../../intent/intent.ts'
import { unclearReply } from '../../replies/unclear.ts'
import { welcomeReply } from '../../replies/welcome.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { Ask } from './ask.ts'

type UnclearAsk = Ask & { readonly intent: Extract<Intent, { kind: 'unclear' }> }

/** Says what was not understood and one thing to do; the very first words get the welcome instead. */
export const unclear = async (world: World, ask: UnclearAsk): Promise<Answer> => {
  const { shop, person, intent } = ask
  const misses = person.misses + 1
  const isNew =
    misses === 1 &&
    intent.nearly === null &&
    (await world.store.coverage(shop.id)) === null &&
    (await world.store.lastAnswerAt(person.id)) === null
  if (isNew) return justReply(welcomeReply(shop))
  const reply = unclearReply(
    {
      text: intent.text,
      misses,
      contact: world.policy.supportContact,
      nearly: intent.nearly,
      unknown: intent.unknown,
    },
    shop,
  )
  return justReply(reply, [{ kind: 'misses', personId: person.id, misses }])
}
