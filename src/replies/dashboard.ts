import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** The one time the link is shown; what is kept of the message says how to get another. */
export const dashboardReply = (
  { url, minutes }: { readonly url: string; readonly minutes: number },
  shop: Shop,
): Reply => {
  const { chat } = voiceOf(shop).words.dashboard
  const title = `🖥️ ${bold(chat.title)}`
  return {
    ...textReply(lines(title, url, chat.open(minutes), chat.keep, chat.outHint)),
    keptAs: lines(title, chat.notKept),
  }
}

export const dashboardOutReply = (shop: Shop): Reply => {
  const { chat } = voiceOf(shop).words.dashboard
  return textReply(lines(`✅ ${chat.out}`, chat.outNext))
}

/** Nobody has said under which address this service is reached. */
export const noDashboardReply = (shop: Shop): Reply => {
  const { dashboard, buttons } = voiceOf(shop).words
  return textReply(lines(dashboard.chat.noAddress, dashboard.chat.noAddressNext), [
    { id: 'menu', title: buttons.menu },
  ])
}
