import { nothingToUndoReply, undoneReply } from '../../replies/undo.ts'
import type { Upload } from '../../store/uploads.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { forget } from './days.ts'
import { receiptOf } from './upload.ts'

/** Takes a file out: the named one, or the newest that counts. */
export const undo = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop } = ask
  const upload = await namedUpload(world, ask)
  const word = ask.intent.argument === null ? await newerWord(world, shop.id, upload) : null
  if (word !== null) return forget(world, ask, word)
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

/** The number of the last word about days when it came after the newest file: `batal` takes back what came last. */
const newerWord = async (
  world: World,
  shopId: string,
  upload: Upload | null,
): Promise<number | null> => {
  const [last] = (await world.store.toldDays(shopId)).toSorted((a, b) => b.toldAt - a.toldAt)
  return last !== undefined && last.toldAt >= (upload?.createdAt ?? 0) ? last.no : null
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
