import { catalogue } from '../i18n/catalogue.ts'
import type { Language, Shop } from '../sales/shop.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** To someone who belongs to no shop here: polite, and without a single figure. */
export const strangerReply = (shop: Pick<Shop, 'language' | 'currency'>): Reply =>
  textReply(voiceOf(shop).words.stranger)

/** To someone who writes quicker than anybody types: what came last was not looked at. */
export const tooFastReply = (language: Language): Reply => textReply(catalogue(language).tooFast)

/** A message that failed so many times that it was put aside. Honest, and calm about what is safe. */
export const setAsideReply = (
  failure: { readonly attempts: number; readonly contact: string | null },
  shop: Shop,
): Reply => {
  const { words } = voiceOf(shop)
  return textReply(
    lines(
      words.setAside.what(failure.attempts),
      words.setAside.safe,
      words.setAside.next,
      failure.contact === null ? null : words.setAside.contact(failure.contact),
    ),
    [{ id: 'menu', title: words.buttons.menu }],
  )
}
