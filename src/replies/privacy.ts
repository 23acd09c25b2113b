import type { Shop } from '../sales/shop.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** What is kept, who sees it, and the way out. */
export const privacyReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  const { privacy, buttons } = words
  return textReply(lines(`🔒 ${privacy.what}`, privacy.kept, privacy.notShared, privacy.next), [
    { id: 'delete-data', title: buttons.deleteData },
    { id: 'menu', title: buttons.menu },
  ])
}

/** Asked before everything goes; the deed is the tap `delete-data:confirm`. */
export const deleteQuestion = (shop: Shop, lineCount: number | null): Reply => {
  const { words } = voiceOf(shop)
  const { privacy, buttons } = words
  const gone =
    lineCount === null ? privacy.confirmAll : privacy.confirmWhat(words.basis.sales(lineCount))
  return textReply(lines(`⚠️ ${privacy.confirm}`, gone), [
    { id: 'delete-data:confirm', title: buttons.deleteConfirm },
    { id: 'menu', title: buttons.keep },
  ])
}

export const deletedReply = (shop: Shop): Reply => {
  const { privacy } = voiceOf(shop).words
  return textReply(lines(privacy.deleted, privacy.deletedNext))
}
