import type { Explanation } from '../../analytics/findings.ts'
import { REMARK } from '../../assistant/check.ts'
import { noDataYetReply } from '../../replies/no-data.ts'
import { isAsUsual, whyReply } from '../../replies/why.ts'
import type { Shop } from '../../sales/shop.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownEffect } from '../shown.ts'
import { tell } from '../tell.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** Why the asked period differs from its usual; without a period, the last complete day. */
export const why = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const found = await world.pool.why({ shop, today, period: ask.intent.period?.span ?? null })
  if (found === null) return justReply(noDataYetReply(shop))
  const { explanation, coverage } = found
  const remark = coverage.hasMoney ? await remarkOn(world, shop, explanation) : null
  const measure = coverage.hasMoney ? 'money' : 'units'
  return justReply(
    whyReply(explanation, shop, { measure, remark }),
    explanation === null ? [] : [shownEffect(ask, { kind: 'why', span: found.span })],
  )
}

/** The reasons are there already: a remark on them is worth a short wait only. */
const REMARK_MS = 5_000

/** What it means in a sentence or two, where there is a reason to speak of. */
const remarkOn = async (
  world: World,
  shop: Shop,
  explanation: Explanation | null,
): Promise<string | null> => {
  if (explanation === null || isAsUsual(explanation) || explanation.causes.length === 0) return null
  const nothingElse = { summary: null, forecast: null, restock: null, anomalies: [] }
  return tell(world, shop, { ...nothingElse, explanation, length: REMARK, deadlineMs: REMARK_MS })
}
