import type { Shop } from '../sales/shop.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** A voice note, a sticker, a place: said plainly, with what works instead. */
export const unreadableReply = (what: 'voice' | 'other', shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  const { unreadable, buttons } = words
  return textReply(lines(unreadable[what], unreadable.nextText), [
    { id: 'summary', title: buttons.summary },
    { id: 'menu', title: buttons.menu },
  ])
}

/** A file over WhatsApp's own limit: it never reached us. */
export const tooBigReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(lines(words.tooBig.what, words.tooBig.next), [
    { id: 'export-help', title: words.buttons.exportHelp },
  ])
}
