import { shopLine, under } from '../replies/people.ts'
import type { Reply } from '../replies/reply.ts'
import type { Shop } from '../sales/shop.ts'
import type { Draft, Fallback } from '../store/outbox.ts'
import type { Listener } from './hearing.ts'

/** What the shop says by itself, in words for whoever gets it: `theirs` is the shop in their language. */
export type Unasked = {
  /** Named by what it is about and not by the moment, so that a repetition adds nothing. */
  readonly id: string
  readonly say: (theirs: Shop) => Reply
  /** The same in one line, for the template outside the service window. */
  readonly line: (theirs: Shop) => Omit<Fallback, 'language'>
  /** Who hears it in their quiet hours too; the others at their end. */
  readonly mayWake?: (listener: Listener) => boolean
}

/** The message to one owner: in their language, below the shop's name for an owner of several, at their hour. */
export const draftTo = (listener: Listener, shop: Shop, unasked: Unasked): Draft => {
  const language = listener.language ?? shop.language
  const theirs = { ...shop, language }
  const reply = unasked.say(theirs)
  return {
    id: `${unasked.id}:${listener.id}`,
    shopId: shop.id,
    personId: listener.id,
    reply: listener.shops > 1 ? under(shopLine(theirs), reply) : reply,
    quotedId: null,
    fallback: { ...unasked.line(theirs), language },
    notBefore: unasked.mayWake?.(listener) ? null : listener.wakesAt,
  }
}
