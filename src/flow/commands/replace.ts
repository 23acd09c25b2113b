import { nothingToUndoReply, replacedReply } from '../../replies/undo.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { namedUpload } from './undo.ts'

/** A corrected file: on its days and branches only its own lines count from now on. */
export const replace = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop } = ask
  const upload = await namedUpload(world, ask)
  if (upload === null) return justReply(nothingToUndoReply(null, shop))
  const { fileName, span } = upload
  if (upload.state !== 'live' || span === null) return justReply(nothingToUndoReply(fileName, shop))
  return {
    replies: [replacedReply({ fileName, span }, shop)],
    effects: [{ kind: 'replace', shopId: shop.id, upload: upload.no }],
    salesChanged: shop.id,
  }
}
