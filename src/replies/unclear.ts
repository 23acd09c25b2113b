import { capital } from '../i18n/capital.ts'
import type { CommandName } from '../intent/intent.ts'
import type { Shop } from '../sales/shop.ts'
import { menuReply } from './help.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, type Voice, voiceOf } from './voice.ts'

export type Unclear = {
  readonly text: string
  /** Misses in a row, this one included. */
  readonly misses: number
  readonly contact: string | null
  /** The command it would have been, were it not for the unknown words. */
  readonly nearly?: CommandName | null
  readonly unknown?: readonly string[]
}

/** From the second miss in a row words alone do not help; from the third a person should. */
const MENU_FROM = 2
const PERSON_FROM = 3

/** What was understood, what was not, and one thing to do. */
export const unclearReply = (unclear: Unclear, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  if (unclear.misses >= PERSON_FROM) {
    const person =
      unclear.contact === null ? words.unclear.noContact : words.unclear.contact(unclear.contact)
    return menuReply(shop, person)
  }
  if (unclear.misses >= MENU_FROM) return menuReply(shop, words.unclear.menu)
  const nearly = unclear.nearly ?? null
  return (nearly && partlyReply(unclear, nearly, voice)) ?? notAtAllReply(unclear, voice)
}

const partlyReply = (unclear: Unclear, nearly: CommandName, voice: Voice): Reply | null => {
  const { words, name } = voice
  const known: Readonly<Record<string, string>> = words.unclear.known
  const subject = known[nearly]
  const unknown = (unclear.unknown ?? []).join(' ')
  if (subject === undefined || unknown === '') return null
  return textReply(
    lines(words.unclear.partly(bold(subject), name(unknown)), words.unclear.nextWhole),
    [
      { id: nearly, title: capital(subject) },
      { id: 'menu', title: words.buttons.menu },
    ],
  )
}

const notAtAllReply = (unclear: Unclear, { words, name }: Voice): Reply =>
  textReply(lines(words.unclear.text(name(unclear.text)), words.unclear.next), [
    { id: 'summary', title: words.buttons.summary },
    { id: 'menu', title: words.buttons.menu },
  ])
