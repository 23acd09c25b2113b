import { stockUndoneReply } from '../../replies/goods.ts'
import { nothingToUndoReply, undoneReply } from '../../replies/undo.ts'
import type { Upload } from '../../store/uploads.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { receiptOf } from './upload.ts'

/** Takes back the newest thing: a word about stock, or a file; a named file in any case. */
export const undo = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop } = ask
  const told = ask.intent.argument === null ? await newestWord(world, shop.id) : null
  if (told !== null) {
    return justReply(stockUndoneReply(told.entries, shop), [
      { kind: 'stock-undo', shopId: shop.id, token: told.token },
    ])
  }
  const upload = await namedUpload(world, ask)
  if (upload === null) return justReply(nothingToUndoReply(null, shop))
  if (upload.state !== 'live') return justReply(nothingToUndoReply(upload.fileName, shop))
  const { fileName, lines } = upload
  const revenue = receiptOf(upload)?.revenue ?? null
  return {
    replies: [undoneReply({ fileName, lines, revenue }, shop)],
    effects: [{ kind: 'undo', shopId: shop.id, upload: upload.no }],
    salesChanged: null,
  }
}

/** What was told about stock, when it is newer than every file that counts. */
const newestWord = async (world: World, shopId: string) => {
  const told = await world.store.lastTold(shopId)
  if (told === null) return null
  const uploads = await world.store.listUploads(shopId, RECENT_MAX)
  const file = uploads.find(({ state }) => state === 'live')
  return file === undefined || told.at >= file.createdAt ? told : null
}

/** Uploads looked through for the newest that counts; undoing more in a row is not a slip any more. */
const RECENT_MAX = 50

/** The upload a tap names, else the newest that counts. */
export const namedUpload = async (
  world: World,
  { shop, intent }: CommandAsk,
): Promise<Upload | null> => {
  const no = Number(intent.argument)
  if (intent.argument !== null && Number.isInteger(no)) return world.store.readUpload(shop.id, no)
  const recent = await world.store.listUploads(shop.id, RECENT_MAX)
  return recent.find(({ state }) => state === 'live') ?? null
}
