import type { Arrival } from '../intent/arrival.ts'
import type { Intent } from '../intent/intent.ts'
import { languageOf, sureLanguageOf } from '../intent/language.ts'
import { readJoinCode } from '../intent/people-words.ts'
import { route } from '../intent/route.ts'
import { heardLine, typeItReply, unheardReply } from '../replies/heard.ts'
import { helloLine, shopLine, under } from '../replies/people.ts'
import { closedShopReply, restoredReply, signupReply } from '../replies/shops.ts'
import { setAsideReply, strangerReply } from '../replies/trouble.ts'
import { tradingDay } from '../sales/day.ts'
import type { Language, Shop } from '../sales/shop.ts'
import type { Effect } from '../store/effects.ts'
import type { Claim, Pending } from '../store/inbox.ts'
import type { Membership } from '../store/people.ts'
import { type Answer, justReply, NO_ANSWER } from './answer.ts'
import { GRACE_MS } from './closed-shop.ts'
import type { Ask } from './commands/ask.ts'
import { answerIntent } from './commands/table.ts'
import { join, shopFor } from './join.ts'
import { type Heard, listen, mustBeTyped } from './listen.ts'
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
  const code = arrival.content.kind === 'text' ? readJoinCode(arrival.content.text) : null
  if (code !== null) return join(world, claim, { code, spoken: spokenIn(arrival) })
  if (claim.membership === null) return greetStranger(world, claim, message)
  return asMember(world, claim, message)
}

/** To a member: in the language they write, with the name of the shop where they have several. */
const asMember = async (world: World, claim: Claim, arrived: Pending): Promise<Answer> => {
  const { person, membership } = claim
  if (membership === null) throw new Error(`person ${person.id} speaks for no shop`)
  const heard = await heardIn(world, membership, arrived.arrival)
  const message = heard?.kind === 'words' ? asWritten(arrived, heard.text) : arrived
  const spoken = spokenIn(message.arrival)
  const language = spoken ?? person.language ?? membership.shop.language
  const shop = { ...membership.shop, language }
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  const intent = await understand(world, claim, message.arrival)
  const ask = { shop, person, member: membership, message, intent, today }
  const answer =
    membership.closedAt === null
      ? await answerHeard(world, ask, heard)
      : await answerClosed(world, ask, membership.closedAt)
  return dressed(answer, { ask, membership, spoken })
}

/** A voice note's words; null for anything else, and for a shop that is closed anyway. */
const heardIn = async (
  world: World,
  { shop, closedAt }: Membership,
  arrival: Arrival,
): Promise<Heard | null> => {
  const { content } = arrival
  if (content.kind !== 'voice' || closedAt !== null) return null
  return listen(world, shop.id, { ...arrival, content })
}

/** The message as if its words had been typed. */
const asWritten = (message: Pending, text: string): Pending => ({
  ...message,
  arrival: { ...message.arrival, content: { kind: 'text', text } },
})

/** Spoken words are said back above the answer to them, in the same message. */
const answerHeard = async (world: World, ask: Ask, heard: Heard | null): Promise<Answer> => {
  if (heard === null) return answerIntent(world, ask)
  if (heard.kind === 'unheard') return justReply(unheardReply(heard.reason, ask.shop))
  const answer = mustBeTyped(ask.intent)
    ? justReply(typeItReply(heard.text, ask.shop))
    : await answerIntent(world, ask)
  const [first, ...others] = answer.replies
  if (first === undefined) return answer
  return { ...answer, replies: [under(heardLine(heard.text, ask.shop), first), ...others] }
}

/** The language a message is surely written in. */
const spokenIn = ({ content }: Arrival): Language | null =>
  content.kind === 'text' ? sureLanguageOf(content.text) : null

/** What a message to a deleted shop may still do: bring it back, go to another one, leave. */
const answerClosed = async (world: World, ask: Ask, closedAt: number): Promise<Answer> => {
  const { shop, member, intent } = ask
  if (intent.kind === 'silent') return NO_ANSWER
  const isOwner = member.role === 'owner'
  const name = intent.kind === 'command' ? intent.name : null
  if (name === 'undo' && isOwner) {
    return justReply(restoredReply(shop), [
      { kind: 'people', deed: { deed: 'reopen-shop', shopId: shop.id } },
    ])
  }
  const shops = await world.store.shopsOf(ask.person.id)
  if (name === 'leave' || (name === 'shop' && shops.length > 1)) return answerIntent(world, ask)
  return justReply(closedShopReply({ closedAt, goneAt: closedAt + GRACE_MS, isOwner }, shop))
}

/** The answer with what the person should know around it: who we talk about, and that they are new here. */
const dressed = (
  answer: Answer,
  {
    ask,
    membership,
    spoken,
  }: { readonly ask: Ask; readonly membership: Membership; readonly spoken: Language | null },
): Answer => {
  const [first, ...others] = answer.replies
  if (first === undefined) return answer
  const { shop, person, intent } = ask
  const isAboutShops = intent.kind === 'command' && intent.name === 'shop'
  const named = membership.shops > 1 && !isAboutShops ? under(shopLine(shop), first) : first
  // The greeting names the shop itself.
  const greeted = membership.isNew ? under(helloLine(membership, shop), first) : named
  const effects: Effect[] = [...answer.effects]
  if (membership.isNew) {
    effects.push({
      kind: 'people',
      deed: { deed: 'greeted', shopId: shop.id, personId: person.id },
    })
  }
  if (spoken !== null && spoken !== person.language) {
    // Before a language chosen with this very message, which is the later word.
    effects.unshift({
      kind: 'people',
      deed: { deed: 'speak', personId: person.id, language: spoken },
    })
  }
  return { ...answer, replies: [greeted, ...others], effects }
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
    offered: await offeredTo(world, person.id, arrival.quotedId),
    names: await world.store.nameWords(shop.id),
  })
}

/** The bubble that was replied to goes before the newest one. */
const offeredTo = async (world: World, personId: string, quotedId: string | null) => {
  const quoted = quotedId === null ? null : await world.store.choicesOf(personId, quotedId)
  return quoted ?? world.store.lastChoices(personId)
}

/** The last attempt failed: say so, keep the message, go on. */
export const giveUp = async (world: World, claim: Claim, attempts: number): Promise<Answer> =>
  claim.membership === null
    ? NO_ANSWER
    : justReply(
        setAsideReply(
          { attempts, contact: world.policy.supportContact },
          {
            ...claim.membership.shop,
            language: claim.person.language ?? claim.membership.shop.language,
          },
        ),
      )

/** New shops within an hour: a landslide of them is nobody's customers, and each may cost money. */
const NEW_SHOPS_MAX = 60
const HOUR_MS = 3_600_000

/** One polite sentence a day and no data; where sign-up is open, a shop of their own. */
const greetStranger = async (world: World, claim: Claim, message: Pending): Promise<Answer> => {
  const { content } = message.arrival
  if (content.kind === 'reaction' || content.kind === 'identity') return NO_ANSWER
  const spoken = content.kind === 'text' ? languageOf(content.text) : null
  const shop = shopFor(world, claim.person, spoken)
  if (world.policy.signup === 'open') {
    const opened = await world.store.shopsOpenedSince(world.now() - HOUR_MS)
    if (opened < NEW_SHOPS_MAX) return openShop(world, claim, { message, shop })
  }
  const answered = await world.store.lastToStranger(claim.person.id)
  if (answered !== null && world.now() - answered < STRANGER_PAUSE_MS) return NO_ANSWER
  const { signup } = world.policy
  if (signup === 'closed') return justReply(strangerReply(shop))
  return justReply(signupReply(signup === 'invite' ? 'invite' : 'full', shop))
}

/** The shop is there before its first message is answered: a file, too, needs somewhere to go. */
const openShop = async (
  world: World,
  claim: Claim,
  { message, shop }: { readonly message: Pending; readonly shop: Shop },
): Promise<Answer> => {
  await world.store.apply([{ kind: 'open-shop', shop, ownerId: claim.person.id }])
  return asMember(world, { ...claim, ...(await world.store.whoIs(claim.person.id)) }, message)
}
