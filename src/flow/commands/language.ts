import { LANGUAGES } from '../../i18n/catalogue.ts'
import { languageChangedReply, languageQuestion } from '../../replies/small-talk.ts'
import type { Language } from '../../sales/shop.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** Speaks another language from now on; asks which when none is named. */
export const language = async (_world: World, { shop, intent }: CommandAsk): Promise<Answer> => {
  const chosen = languageNamed(intent.argument)
  if (chosen === null) return justReply(languageQuestion(shop))
  return justReply(languageChangedReply({ ...shop, language: chosen }), [
    { kind: 'language', shopId: shop.id, language: chosen },
  ])
}

const languageNamed = (argument: string | null): Language | null =>
  LANGUAGES.find((each) => each === argument) ?? null
