import type { Arrival } from '../intent/arrival.ts'
import type { Intent } from '../intent/intent.ts'
import { languageOf } from '../intent/language.ts'
import { route } from '../intent/route.ts'
import { setAsideReply, strangerReply } from '../replies/trouble.ts'
import { tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Effect } from '../store/effects.ts'
import type { Claim, Pending } from '../store/inbox.ts'
import { ATTEMPTS_MAX } from '../store/refusal.ts'
import { type Answer, justReply, NO_ANSWER } from './answer.ts'
import { answerIntent } from './commands/table.ts'
import type { World } from './world.ts'

/** A redelivered message this old is history: the owner has long moved on, and a reply costs money. */
const STALE_MS = 24 * 3_600_000
/** Strangers get one sentence a day. */
const STRANGER_PAUSE_MS = 24 * 3_600_000

/** Understands one message and answers it. Throws only what is worth another attempt. */
export const respond = async (world: World, claim: Claim, message: Pending): Promise<Answer> => {
  const { arrival } = message
  if (world.now() - arrival.sentAt > STALE_MS) {
    world.log.info('stale message not answered', { seq: message.seq })
    return NO_ANSWER
  }
  if (claim.membership === null) return greetStranger(world, claim, message)
  const { shop } = claim.membership
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  const intent = await understand(world, claim, arrival)
  return answerIntent(world, { shop, person: claim.person, message, intent, today })
}

/** What a member's message means: their shop's words and our last choices are known. */
export const understand = async (
  world: World,
  { person, membership }: Claim,
  arrival: Arrival,
): Promise<Intent> => {
  if (membership === null) throw new Error('a stranger’s message has no shop to be understood in')
  const { shop } = membership
  return route(arrival, {
    today: tradingDay(world.now(), shop.timeZone, shop.closingHour),
    language: shop.language,
    offered: await world.store.lastChoices(person.id),
    names: await world.store.nameWords(shop.id),
  })
}

/** The fifth failure: say so, keep the message, go on. */
export const giveUp = async (world: World, claim: Claim): Promise<Answer> =>
  claim.membership === null
    ? NO_ANSWER
    : justReply(
        setAsideReply(
          { attempts: ATTEMPTS_MAX, contact: world.policy.supportContact },
          claim.membership.shop,
        ),
      )

/** Closed: one polite sentence a day and no data. Open: a shop of their own. */
const greetStranger = async (world: World, claim: Claim, message: Pending): Promise<Answer> => {
  const { content } = message.arrival
  if (content.kind === 'reaction' || content.kind === 'identity') return NO_ANSWER
  const spoken = content.kind === 'text' ? languageOf(content.text) : null
  const language = spoken ?? world.policy.defaults.language
  const shop: Shop = {
    id: `shop-${claim.person.id}`,
    name: claim.person.name ?? '',
    closingHour: 0,
    ...world.policy.defaults,
    language,
  }
  if (world.policy.signup === 'open') {
    const opening: Effect = { kind: 'open-shop', shop, ownerId: claim.person.id }
    const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
    const intent = route(message.arrival, { today, language })
    const answer = await answerIntent(world, { shop, person: claim.person, message, intent, today })
    return { ...answer, effects: [opening, ...answer.effects] }
  }
  const answered = await world.store.lastAnswerAt(claim.person.id)
  if (answered !== null && world.now() - answered < STRANGER_PAUSE_MS) return NO_ANSWER
  return justReply(strangerReply(shop))
}
