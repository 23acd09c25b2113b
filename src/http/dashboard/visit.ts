import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { sceneSvg } from '../../charts/svg.ts'
import { withinBranches } from '../../flow/branch-view.ts'
import type { Ask } from '../../flow/commands/ask.ts'
import { pictureOf } from '../../flow/commands/chart.ts'
import { answerIntent } from '../../flow/commands/table.ts'
import type { World } from '../../flow/world.ts'
import type { Messages } from '../../i18n/en.ts'
import { readTap } from '../../intent/tap.ts'
import type { Reply } from '../../replies/reply.ts'
import { type Voice, voiceOf } from '../../replies/voice.ts'
import { type Day, tradingDay } from '../../sales/day.ts'
import type { Shop } from '../../sales/shop.ts'
import type { Session } from '../../store/dashboard.ts'
import type { Html } from './marks.ts'

/** One person looking at one page of their shop. */
export type Visit = {
  readonly c: Context
  /** As the chat has it; commands limit it themselves. */
  readonly world: World
  /** What this person may read: their own branches alone, where they are limited. */
  readonly seen: World
  readonly session: Session
  /** The shop, in the language of whoever looks. */
  readonly shop: Shop
  readonly today: Day
  readonly voice: Voice
  readonly words: Messages['dashboard']
}

export const visitOf = (c: Context, world: World, session: Session): Visit => {
  const { person, branches } = session
  const shop = { ...session.shop, language: person.language ?? session.shop.language }
  const voice = voiceOf(shop)
  return {
    c,
    world,
    seen: branches === null ? world : withinBranches(world, branches),
    session,
    shop,
    today: tradingDay(world.now(), shop.timeZone, shop.closingHour),
    voice,
    words: voice.words.dashboard,
  }
}

/**
 * What a tap on `line` means here, asked as the chat asks it. Its message is nobody's: what an answer keeps
 * for the chat's memory is not applied, see deeds.ts.
 */
export const askOf = ({ world, session, shop, today }: Visit, line: string): Ask | null => {
  const intent = readTap(line)
  if (intent === null) return null
  const { person, role, branches } = session
  const { channel, phone, userId, name } = person
  const content = { kind: 'tap', id: line, title: line } as const
  const sender = { phone, userId, name }
  const now = world.now()
  const arrival = { channel, id: 'dashboard', sender, sentAt: now, quotedId: null, content }
  return {
    shop,
    // Misses belong to the chat.
    person: { ...person, misses: 0 },
    member: { role, branches },
    message: { seq: 0, arrival, receivedAt: now, attempts: 0, failures: 0 },
    intent,
    today,
  }
}

/** The chat's own answer to this line; looking changes nothing. */
export const said = async (visit: Visit, line: string): Promise<Reply> => {
  const ask = askOf(visit, line)
  if (ask === null) throw new Error(`“${line}” is no command of the chat`)
  const { replies } = await answerIntent(visit.world, ask)
  const [reply] = replies
  if (reply === undefined) throw new Error(`the chat has no answer to “${line}”`)
  return reply
}

/** The chat's picture, drawn into the page; nothing where there is nothing to draw. */
export const picture = async (visit: Visit, line: string): Promise<Html | ''> => {
  const ask = askOf(visit, line)
  if (ask?.intent.kind !== 'command') throw new Error(`“${line}” is no picture of the chat`)
  const drawn = await pictureOf(visit.seen, { ...ask, intent: ask.intent })
  return 'scene' in drawn ? html`<figure>${raw(sceneSvg(drawn.scene))}</figure>` : ''
}
