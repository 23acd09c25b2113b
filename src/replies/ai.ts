import type { Shop } from '../sales/shop.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** `none`: the operator has set no key. */
export type AiState = {
  readonly state: 'on' | 'off' | 'none'
  /** Product names may go along with a voice note or photo. */
  readonly mayName: boolean
}

/** Whether the language model may be asked, what it is told, and how to change that. */
export const aiReply = ({ state, mayName }: AiState, shop: Shop): Reply => {
  const { model, buttons } = voiceOf(shop).words
  const menu = { id: 'menu', title: buttons.menu }
  if (state === 'none') return textReply(model.none, [menu])
  if (state === 'off') {
    return textReply(lines(`🤖 ${model.isOff}`, model.offNext), [
      { id: 'ai:on', title: model.buttons.on },
      menu,
    ])
  }
  const names: Choice = mayName
    ? { id: 'ai:names-off', title: model.buttons.noNames }
    : { id: 'ai:names-on', title: model.buttons.names }
  return textReply(lines(`🤖 ${model.isOn}`, model.sent, mayName ? model.named : model.unnamed), [
    { id: 'ai:off', title: model.buttons.off },
    names,
    menu,
  ])
}
