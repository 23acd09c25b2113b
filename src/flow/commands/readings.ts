import { wordToForget } from '../../intent/ask/forget-word.ts'
import type { AskReading, Plan } from '../../intent/ask/plan.ts'
import {
  forgottenWordReply,
  partTitle,
  readingTitle,
  withoutWordsTitle,
} from '../../replies/readings.ts'
import type { Shop } from '../../sales/shop.ts'
import type { Offers } from '../../store/asked-plans.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { Ask } from './ask.ts'

/** A reading that was offered and chosen: what to answer, in which language, and what is learned. */
export type Chosen = {
  readonly language: Offers['language']
  readonly reading: Offers['readings'][number]
}

/** An answer this fresh is still spoken of. */
export const FOLLOWED_MS = 30 * 60_000

/** The button `reading:SEQ:INDEX`, tapped or typed by its title; null when that question is long gone. */
export const chosenReading = async (
  world: World,
  { shop, person, intent }: Ask,
): Promise<Chosen | null> => {
  if (intent.kind !== 'command' || intent.name !== 'reading') return null
  const [, seq, index] = READING.exec(intent.argument ?? '') ?? []
  if (seq === undefined) return null
  const offers = await world.store.offersTo(shop.id, person.id, { seq: Number(seq) })
  const reading = offers?.readings[Number(index)]
  return offers && reading ? { language: offers.language, reading } : null
}

const READING = /^(\d+):(\d+)$/

/** What this person was asked back last; null when they were answered, or long ago. */
export const openOffers = (world: World, { shop, person }: Ask): Promise<Offers | null> =>
  world.store.offersTo(shop.id, person.id, { since: world.now() - FOLLOWED_MS })

/** Each complete reading of a question that is asked back, as its buttons offer it. */
export const offersIn = (read: AskReading, shop: Shop): Offers => ({
  language: shop.language,
  readings: read.options.map((plan, i) => {
    const name = read.nearest[i]
    return {
      title: name ?? titleOf(read, plan, shop),
      plans: [plan],
      // A word that several unknown ones stand beside is no word for one name.
      alias:
        name === undefined || read.unknown.length !== 1
          ? null
          : { said: read.unknown[0] ?? '', name },
    }
  }),
})

/** What tells it from the others: the words it leaves aside, how it asks, or what it is of. */
const titleOf = ({ unknown, leftOut, options }: AskReading, plan: Plan, shop: Shop): string => {
  if (unknown.length > 0) return withoutWordsTitle(unknown, shop)
  return leftOut === undefined ? readingTitle(plan, shop) : partTitle(plan, options, shop)
}

/** `lupakan tulpen` takes a learned word back; null when no such word was learned. */
export const forgetting = async (world: World, ask: Ask, shop: Shop): Promise<Answer | null> => {
  const { content } = ask.message.arrival
  const said = content.kind === 'text' ? wordToForget(content.text) : null
  if (said === null) return null
  const { aliases } = await world.store.catalogueOf(shop.id)
  const name = aliases.get(said)
  if (name === undefined) return null
  return {
    ...justReply(forgottenWordReply(said, name, shop)),
    effects: [{ kind: 'forget-alias', shopId: shop.id, said }],
  }
}
