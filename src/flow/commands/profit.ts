import { thisMonth } from '../../intent/calendar.ts'
import type { Period } from '../../intent/intent.ts'
import { noCostReply } from '../../replies/no-data.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** Profit needs costs, which sales files do not hold: says so, and what is known instead. */
export const profit = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const period: Period = ask.intent.period ?? { kind: 'month', span: thisMonth(today, 'past') }
  const found = await world.pool.summary({ shop, today, period: period.span })
  const summary = found?.coverage.hasMoney ? found.summary : null
  return justReply(noCostReply(summary && { period, units: summary.sums.revenue }, shop))
}
