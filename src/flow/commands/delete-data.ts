import { deletedReply, deleteQuestion, privacyReply } from '../../replies/privacy.ts'
import { type Answer, justReply } from '../answer.ts'
import { GRACE_MS } from '../closed-shop.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** What is kept and how to get rid of it. */
export const privacy = async (world: World, { shop }: CommandAsk): Promise<Answer> =>
  justReply(privacyReply(shop, world.policy.supportContact, world.model !== null))

/**
 * Asks first; `delete-data:confirm` takes the whole shop away: at once out of sight and silent, for good when
 * its grace is over.
 */
export const deleteData = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, intent } = ask
  if (intent.argument !== 'confirm') {
    const uploads = await world.store.listUploads(shop.id, UPLOADS_MAX)
    const lines = uploads.reduce((sum, upload) => sum + upload.lines, 0)
    return justReply(deleteQuestion(shop, lines))
  }
  return justReply(deletedReply(shop, world.now() + GRACE_MS), [
    { kind: 'people', deed: { deed: 'close-shop', shopId: shop.id } },
  ])
}

/** Counted for the question; beyond this the number is no longer news. */
const UPLOADS_MAX = 1000
