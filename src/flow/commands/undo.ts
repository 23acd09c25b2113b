import { nothingToUndoReply, undoneReply } from '../../replies/undo.ts'
import type { Upload } from '../../store/uploads.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { forget } from './days.ts'
import { undoTold } from './sold-fix.ts'
import { undoStock } from './stock.ts'
import { receiptOf } from './upload.ts'

/** Takes back what came last: a file, a word about days or a word about stock; a named file in any case. */
export const undo = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, intent } = ask
  const upload = await namedUpload(world, ask)
  if (intent.argument === null) {
    const word = await newestWord(world, ask)
    if (word !== null && word.at >= (upload?.createdAt ?? 0)) return word.takeBack()
  }
  if (upload === null) return justReply(nothingToUndoReply(null, shop))
  if (upload.state !== 'live') return justReply(nothingToUndoReply(upload.fileName, shop))
  const telling = upload.isTyped ? await world.store.tellingOfUpload(shop.id, upload.no) : null
  if (telling !== null) return undoTold(world, ask, telling)
  const { fileName, lines } = upload
  const revenue = receiptOf(upload)?.revenue ?? null
  return {
    replies: [undoneReply({ fileName, lines, revenue }, shop)],
    effects: [{ kind: 'undo', shopId: shop.id, upload: upload.no }],
    salesChanged: null,
  }
}

type Word = { readonly at: number; readonly takeBack: () => Answer | Promise<Answer> }

/** What the owner told last, about days or about stock, and how it is taken back. */
const newestWord = async (world: World, ask: CommandAsk): Promise<Word | null> => {
  const { shop } = ask
  const days = (await world.store.toldDays(shop.id)).map(
    ({ toldAt, no }): Word => ({ at: toldAt, takeBack: () => forget(world, ask, no) }),
  )
  const stock = await world.store.lastTold(shop.id)
  const words =
    stock === null ? days : [...days, { at: stock.at, takeBack: () => goods(world, ask) }]
  return words.toSorted((a, b) => b.at - a.at)[0] ?? null
}

const goods = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  return undoStock(ask, await world.pool.stockroom({ shop, today }))
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
