import { noDataYetReply } from '../../replies/no-data.ts'
import { whyReply } from '../../replies/why.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownEffect } from '../shown.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** Why the asked period differs from its usual; without a period, the last complete day. */
export const why = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const found = await world.pool.why({ shop, today, period: ask.intent.period?.span ?? null })
  if (found === null) return justReply(noDataYetReply(shop))
  const measure = found.coverage.hasMoney ? 'money' : 'units'
  return justReply(
    whyReply(found.explanation, shop, measure),
    found.explanation === null ? [] : [shownEffect(ask, { kind: 'why', span: found.span })],
  )
}
