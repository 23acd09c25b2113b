import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { unreadableReply } from './unreadable.ts'
import { lines, voiceOf } from './voice.ts'

/** Why a voice note was not heard. */
export type UnheardReason = 'no-key' | 'off' | 'budget' | 'too-long' | 'silent' | 'failed'

/** Longer speech is recognised by its beginning. */
const SAID_CHARS_MAX = 200

/** Above the answer to a voice note: what was understood of it. */
export const heardLine = (text: string, shop: Shop): string => {
  const { words, name } = voiceOf(shop)
  return `🎤 ${words.model.heard(name(shortened(text)))}`
}

const shortened = (text: string): string =>
  text.length <= SAID_CHARS_MAX ? text : `${text.slice(0, SAID_CHARS_MAX).trimEnd()}…`

/** A voice note nobody could hear, and what works instead. */
export const unheardReply = (reason: UnheardReason, shop: Shop): Reply => {
  if (reason === 'no-key') return unreadableReply('voice', shop)
  const { model, unreadable, buttons } = voiceOf(shop).words
  const choices = [
    { id: 'summary', title: buttons.summary },
    { id: 'menu', title: buttons.menu },
  ]
  const next = reason === 'off' ? model.offNext : unreadable.nextText
  return textReply(lines(model.unheard[reason], next), choices)
}

/** What was said would take something away: it is typed first. */
export const typeItReply = (text: string, shop: Shop): Reply => {
  const { words, name } = voiceOf(shop)
  return textReply(words.model.typeIt(bold(name(shortened(text)))), [
    { id: 'menu', title: words.buttons.menu },
  ])
}
