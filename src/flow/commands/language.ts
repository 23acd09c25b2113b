import { LANGUAGES } from '../../i18n/catalogue.ts'
import { languageChangedReply, languageQuestion } from '../../replies/small-talk.ts'
import type { Language } from '../../sales/shop.ts'
import type { Effect } from '../../store/effects.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** Speaks another language with this person from now on; asks which when none is named. */
export const language = async (_world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, member, intent } = ask
  const chosen = languageNamed(intent.argument)
  if (chosen === null) return justReply(languageQuestion(shop))
  const speak: Effect = {
    kind: 'people',
    deed: { deed: 'speak', personId: person.id, language: chosen },
  }
  // What the shop sends by itself goes to its owners, so theirs is the shop's language too.
  const ofShop: Effect = {
    kind: 'people',
    deed: { deed: 'change-shop', shopId: shop.id, change: { language: chosen } },
  }
  return justReply(
    languageChangedReply({ ...shop, language: chosen }),
    member.role === 'owner' ? [speak, ofShop] : [speak],
  )
}

const languageNamed = (argument: string | null): Language | null =>
  LANGUAGES.find((each) => each === argument) ?? null
