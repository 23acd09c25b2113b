import { shopLine, under } from '../replies/people.ts'
import type { Reply } from '../replies/reply.ts'
import type { Shop } from '../sales/shop.ts'
import type { Owner } from '../store/people.ts'

/** What the shop says by itself: in this owner's language, below its name for an owner of several. */
export const toOwner = (owner: Owner, shop: Shop, say: (theirs: Shop) => Reply): Reply => {
  const theirs = { ...shop, language: owner.language ?? shop.language }
  const reply = say(theirs)
  return owner.shops > 1 ? under(shopLine(theirs), reply) : reply
}
