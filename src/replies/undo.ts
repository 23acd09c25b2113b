import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import type { Upload } from './uploads.ts'
import { lines, voiceOf } from './voice.ts'

/** A file taken back: how much left with it. */
export const undoneReply = (
  upload: Pick<Upload, 'fileName' | 'lines' | 'revenue'>,
  shop: Shop,
): Reply => {
  const voice = voiceOf(shop)
  const { words, fullMoney } = voice
  const sales = words.basis.sales(upload.lines)
  const removed =
    upload.revenue === null
      ? words.undo.removed(sales)
      : words.undo.removedWithMoney(sales, fullMoney(upload.revenue))
  return textReply(
    lines(words.undo.done(bold(voice.name(upload.fileName))), removed, words.undo.next),
    [
      { id: 'summary', title: words.buttons.summary },
      { id: 'uploads', title: words.buttons.uploads },
    ],
  )
}

/** A corrected file took the place of what its days had before. */
export const replacedReply = (upload: Pick<Upload, 'fileName' | 'span'>, shop: Shop): Reply => {
  const { words, name, when } = voiceOf(shop)
  return textReply(
    lines(words.replace.done(bold(name(upload.fileName)), when(upload.span)), words.replace.next),
    [
      { id: 'summary', title: words.buttons.summary },
      { id: 'uploads', title: words.buttons.uploads },
    ],
  )
}

/** Nothing to take back; `fileName` when it was that file and it is out already. */
export const nothingToUndoReply = (fileName: string | null, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const text =
    fileName === null ? words.undo.nothing : words.undo.already(bold(voice.name(fileName)))
  return textReply(text, [
    { id: 'uploads', title: words.buttons.uploads },
    { id: 'summary', title: words.buttons.summary },
  ])
}
