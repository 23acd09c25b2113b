import type { Intent } from '../../intent/intent.ts'
import { withoutSample } from '../../replies/help.ts'
import { questionReply } from '../../replies/question.ts'
import { type Receipt, receiptReply } from '../../replies/receipt.ts'
import { refusedReply } from '../../replies/refused.ts'
import type { Reply } from '../../replies/reply.ts'
import { stockReply } from '../../replies/stock.ts'
import type { Shop } from '../../sales/shop.ts'
import type { Effect } from '../../store/effects.ts'
import type { Upload } from '../../store/uploads.ts'
import { Refused } from '../../whatsapp/errors.ts'
import { type Answer, justReply } from '../answer.ts'
import { FILE_BYTES_MAX, type Imported, importFile } from '../import.ts'
import { sharedBytes } from '../shared-bytes.ts'
import { countingEffects, isSampleShop, stockEffect } from '../take-in.ts'
import type { World } from '../world.ts'
import type { Ask } from './ask.ts'

type UploadAsk = Ask & { readonly intent: Extract<Intent, { kind: 'upload' }> }

/** A file from the chat: fetched, read, staged; it counts from the moment its receipt is queued. */
export const upload = async (
  world: World,
  ask: UploadAsk,
  answers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const { shop, message, intent } = ask
  const bytes = await download(world, ask)
  if (bytes === null) {
    return justReply(refusedReply({ reason: 'not-fetched', fileName: intent.fileName }, shop))
  }
  const fileName = intent.fileName ?? UNNAMED
  const source = `inbox:${message.seq}`
  const imported = await importFile(world, { shop, source, fileName, bytes, answers })
  const reply = importReply(imported, { shop, fileName, now: world.now() })
  const isCounting = imported.kind === 'ready'
  const endsSample = isCounting && (await isSampleShop(world, shop.id))
  return {
    replies: [endsSample ? withoutSample(reply, shop) : reply],
    effects: await effectsOf(world, imported, ask),
    salesChanged: isCounting ? shop.id : null,
  }
}

/** A file without a name still needs one in lists. */
const UNNAMED = 'file'

/** The one answer to a file, whoever brought it. */
export const importReply = (
  imported: Imported,
  { shop, fileName, now }: { readonly shop: Shop; readonly fileName: string; readonly now: number },
): Reply => {
  switch (imported.kind) {
    case 'ready':
    case 'nothing':
      return receiptReply(imported.receipt, shop, now)
    case 'same':
      return receiptReply(sameReceipt(imported.upload), shop, now)
    case 'stock':
      return stockReply(
        { fileName, products: imported.levels.length, skipped: imported.problems.length },
        shop,
      )
    case 'question':
      return questionReply(imported.question, shop)
    case 'refused':
      return refusedReply({ reason: imported.reason, fileName }, shop)
  }
}

/** The file's first receipt, seen again: everything known, nothing new. */
export const sameReceipt = (twin: Upload): Receipt => {
  const receipt = receiptOf(twin)
  if (receipt === null) throw new Error(`upload ${twin.no} counts but has no receipt`)
  return { ...receipt, newLines: 0, knownLines: receipt.lines, earlierAt: twin.createdAt }
}

/** The receipt as it was shown; null for an upload that never had one. */
export const receiptOf = (upload_: Upload): Receipt | null =>
  // Written by import.ts, in this shape.
  upload_.receipt === null ? null : (JSON.parse(upload_.receipt) as Receipt)

const effectsOf = async (
  world: World,
  imported: Imported,
  ask: UploadAsk,
): Promise<readonly Effect[]> => {
  const { shop, person, message } = ask
  if (imported.kind === 'question') {
    return [
      {
        kind: 'ask',
        shopId: shop.id,
        personId: person.id,
        question: imported.question.kind,
        fingerprint: imported.fingerprint,
        arrival: message.arrival,
      },
    ]
  }
  if (imported.kind === 'stock') return [stockEffect(world, shop, imported.levels)]
  if (imported.kind !== 'ready') return []
  return countingEffects(world, imported.publication)
}

/** null: Meta will not give the file out, however often we ask. Other trouble is worth another try. */
const download = async (world: World, ask: UploadAsk): Promise<Uint8Array | null> => {
  try {
    const { channel } = ask.message.arrival
    return sharedBytes(await world.channel.download(channel, ask.intent.media, FILE_BYTES_MAX))
  } catch (error) {
    if (error instanceof Refused && error.action === 'never') {
      world.log.warn('file not handed over', { error })
      return null
    }
    throw error
  }
}
