import { MENU } from '../intent/menu.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { item, lines, voiceOf } from './voice.ts'

/** Examples to copy, and a person to talk to. */
export const helpReply = (shop: Shop, contact: string | null): Reply => {
  const { words } = voiceOf(shop)
  return textReply(
    lines(
      `💡 ${bold(words.help.title)}`,
      ...words.help.examples.map(item),
      words.help.send,
      contact === null ? null : words.help.contact(contact),
    ),
    [
      { id: 'menu', title: words.buttons.menu },
      { id: 'export-help', title: words.buttons.exportHelp },
      { id: 'sample', title: words.buttons.sample },
    ],
  )
}

/** The menu as a list; its numbers work when typed, too. */
export const menuReply = (shop: Shop, lead?: string): Reply => {
  const { words } = voiceOf(shop)
  return textReply(
    lines(lead ?? bold(words.menu.title), words.menu.next),
    MENU.map((name, i) => ({
      id: name,
      title: `${i + 1}. ${words.menu.titles[name]}`,
      description: words.menu.descriptions[name],
    })),
  )
}

/** How to get a file out of a till, whatever its make. */
export const exportHelpReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(
    lines(
      bold(words.exportHelp.title),
      ...words.exportHelp.steps.map((step, i) => `${i + 1}. ${step}`),
      words.exportHelp.columns,
    ),
    [
      { id: 'sample', title: words.buttons.sample },
      { id: 'help', title: words.buttons.help },
    ],
  )
}

/** Below the answer to the first sales of the shop's own: figures that were there a moment ago are gone. */
export const withoutSample = (reply: Reply, shop: Shop): Reply => ({
  ...reply,
  text: `${reply.text}\n_${voiceOf(shop).words.sample.gone}_`,
})

/** Before the sample shop's summary: nobody should take these numbers for their own. */
export const sampleReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.sample.loaded, [
    { id: 'summary', title: words.buttons.summary },
    { id: 'forecast', title: words.buttons.forecast },
    { id: 'menu', title: words.buttons.menu },
  ])
}
