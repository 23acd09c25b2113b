import { resumedReply, stoppedReply } from '../../replies/schedule.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { greeting } from './greeting.ts'

/** Nothing unasked for this person from now on; the shop's other owners hear what they always heard. */
export const stop = async (_world: World, { shop, person }: CommandAsk): Promise<Answer> =>
  justReply(stoppedReply(shop), [{ kind: 'hush', personId: person.id }])

/** `mulai` ends a stop; from everybody else it is how people say hello to a bot. */
export const resume = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person } = ask
  if (!(await world.store.isHushed(person.id))) return greeting(world, ask)
  return justReply(resumedReply(shop), [{ kind: 'unhush', personId: person.id }])
}
