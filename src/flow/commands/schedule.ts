import { readDigestTap, readQuietTap } from '../../intent/speaking-words.ts'
import {
  digestSetReply,
  digestsEndedReply,
  quietSetReply,
  scheduleReply,
} from '../../replies/schedule.ts'
import { wallClock } from '../../sales/day.ts'
import { type Digest, firstSlot, isQuiet } from '../../sales/speaking.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

const ENDS: ReadonlyMap<string, Digest['kind'] | null> = new Map([
  ['off', null],
  ['off:daily', 'daily'],
  ['off:weekly', 'weekly'],
])

/** `schedule` shows what comes by itself, `schedule:daily:480` asks for it, `schedule:off` ends it. */
export const schedule = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, intent } = ask
  const argument = intent.argument ?? ''
  const end = ENDS.get(argument)
  if (end !== undefined) {
    const reply = digestsEndedReply(shop)
    return justReply(reply, [{ kind: 'end-digest', shopId: shop.id, which: end }])
  }
  const digest = readDigestTap(argument)
  const quiet = await world.store.quietHours(shop.id, person.id)
  if (digest === null) {
    const digests = await world.store.digestsOf(shop.id)
    const isHushed = await world.store.isHushed(person.id)
    return justReply(scheduleReply({ digests, quiet, isHushed }, shop))
  }
  const first = firstSlot(digest, wallClock(world.now(), shop.timeZone))
  const inQuiet = isQuiet(quiet, digest.minute)
  return justReply(digestSetReply(digest, shop, { first, inQuiet }), [
    { kind: 'digest', shopId: shop.id, digest, personId: person.id },
    // Who asks for a summary wants to get it, whatever they said before.
    { kind: 'unhush', personId: person.id },
  ])
}

/** `quiet:1260-360`: nobody is disturbed between nine and six; `quiet:off`: any time will do. */
export const quiet = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, intent } = ask
  const hours = readQuietTap(intent.argument ?? '')
  if (hours === null) return schedule(world, ask)
  return justReply(quietSetReply(hours, shop), [
    { kind: 'quiet-hours', personId: person.id, quiet: hours },
  ])
}
