import type { SoldTalk } from '../../intent/sold-saying.ts'
import { wallClock } from '../../sales/day.ts'
import type { Answer } from '../answer.ts'
import type { ToldBody } from '../sold-told.ts'
import { bookOrAsk } from '../telling.ts'
import type { World } from '../world.ts'
import type { Ask } from './ask.ts'
import { deleteLast, fixTold } from './sold-fix.ts'

/** Sales in the teller's own words: booked, put right, or the newest one taken back. */
export const soldTalk = async (world: World, ask: Ask, talk: SoldTalk): Promise<Answer> => {
  if (talk.kind === 'delete-last') return deleteLast(world, ask)
  if (talk.kind === 'fix') return fixTold(world, ask, talk.fix)
  const { shop, today } = ask
  const body: ToldBody = {
    lines: talk.sayings.map((saying) => ({ ...saying, product: null, branch: null })),
    unread: talk.unread,
    today,
    minute: wallClock(world.now(), shop.timeZone).minute,
    branch: null,
    replaces: null,
    sales: [],
  }
  return bookOrAsk(world, ask, { kind: 'typed', picture: null, body })
}
