import { thisMonth } from '../../intent/calendar.ts'
import type { Period } from '../../intent/intent.ts'
import { noCostReply } from '../../replies/no-data.ts'
import { costHowReply, profitReply } from '../../replies/profit.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/**
 * Gross profit of the products whose cost the owner told; without any, what is missing and what is known
 * instead. `profit:how` says how to tell costs.
 */
export const profit = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const period: Period = ask.intent.period ?? { kind: 'month', span: thisMonth(today, 'past') }
  const found = await world.pool.profit({ shop, today, span: period.span })
  if (ask.intent.argument === 'how') return justReply(costHowReply(found?.unknown ?? null, shop))
  if (found !== null && found.known.length > 0) return justReply(profitReply(found, period, shop))
  const told = await world.pool.summary({ shop, today, period: period.span })
  const summary = told?.coverage.hasMoney ? told.summary : null
  return justReply(noCostReply(summary && { period, units: summary.sums.revenue }, shop))
}
