import { catalogue, LANGUAGES } from '../i18n/catalogue.ts'
import type { Shop } from '../sales/shop.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** After thanks: short, no buttons, nothing to answer. */
export const thanksReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(lines(words.thanks.text, words.thanks.next))
}

/** Which language; asked when the command names none. */
export const languageQuestion = (shop: Shop): Reply =>
  textReply(
    voiceOf(shop).words.language.question,
    LANGUAGES.map((language) => ({
      id: `language:${language}`,
      title: catalogue(language).languageName,
    })),
  )

/** Said in the new language, so that a wrong tap shows at once. */
export const languageChangedReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.language.changed, [
    { id: 'menu', title: words.buttons.menu },
    { id: 'summary', title: words.buttons.summary },
  ])
}
