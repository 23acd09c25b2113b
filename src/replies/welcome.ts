import type { Language, Shop } from '../sales/shop.ts'
import { bold, italic } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** First contact: what it is good for before any question, and no form to fill in. */
export const welcomeReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  const { welcome, buttons } = words
  return textReply(
    lines(
      welcome.hello,
      welcome.sendFile(bold(welcome.file)),
      italic(welcome.privacy(bold(welcome.deleteCommand))),
    ),
    [
      { id: 'sample', title: buttons.sample },
      { id: 'export-help', title: buttons.exportHelp },
      { id: `language:${OTHER[shop.language]}`, title: buttons.otherLanguage },
    ],
  )
}

/** The language a newcomer is most likely to want instead; `idioma` and its sisters offer all. */
const OTHER: Readonly<Record<Language, Language>> = { id: 'en', en: 'id', es: 'en', pt: 'en' }

/** A greeting from someone who already has data here. */
export const greetingReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(lines(words.welcome.helloAgain, words.welcome.ask), [
    { id: 'summary', title: words.buttons.summary },
    { id: 'forecast', title: words.buttons.forecast },
    { id: 'menu', title: words.buttons.menu },
  ])
}
