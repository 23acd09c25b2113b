import { branchesReply } from '../../replies/branches.ts'
import { noDataForPeriodReply, noDataYetReply } from '../../replies/no-data.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownDays } from '../shown.ts'
import type { World } from '../world.ts'
import { type CommandAsk, RANKING_DAYS } from './ask.ts'

/** Branch against branch in the asked period; without one, in the last four weeks. */
export const branches = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const period = ask.intent.period?.span ?? null
  const found = await world.pool.summary({ shop, today, period, days: RANKING_DAYS })
  if (found === null) return justReply(noDataYetReply(shop))
  const { summary, span, coverage } = found
  if (summary === null) return justReply(noDataForPeriodReply(span, coverage.span, shop))
  return justReply(branchesReply(summary, shop), [shownDays(ask, span, coverage)])
}
