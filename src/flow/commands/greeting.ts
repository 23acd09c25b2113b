import { thanksReply } from '../../replies/small-talk.ts'
import { greetingReply, welcomeReply } from '../../replies/welcome.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** Who has nothing here yet is told what this is for; others are simply greeted. */
export const greeting = async (world: World, { shop }: CommandAsk): Promise<Answer> => {
  const coverage = await world.store.coverage(shop.id)
  return justReply(coverage === null ? welcomeReply(shop) : greetingReply(shop))
}

export const thanks = async (_world: World, { shop }: CommandAsk): Promise<Answer> =>
  justReply(thanksReply(shop))
