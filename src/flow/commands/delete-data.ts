import { deletedReply, deleteQuestion, privacyReply } from '../../replies/privacy.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** What is kept and how to get rid of it. */
export const privacy = async (_world: World, { shop }: CommandAsk): Promise<Answer> =>
  justReply(privacyReply(shop))

/** Asks first; `delete-data:confirm` takes everything of the shop away. */
export const deleteData = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, intent } = ask
  if (intent.argument !== 'confirm') {
    const uploads = await world.store.listUploads(shop.id, UPLOADS_MAX)
    const lines = uploads.reduce((sum, upload) => sum + upload.lines, 0)
    return justReply(deleteQuestion(shop, lines))
  }
  return justReply(deletedReply(shop), [{ kind: 'erase', shopId: shop.id }])
}

/** Counted for the question; beyond this the number is no longer news. */
const UPLOADS_MAX = 1000
