import { noDataForPeriodReply, noDataYetReply } from '../../replies/no-data.ts'
import { summaryReply } from '../../replies/summary.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** How the asked period went; without a period, the last day there is. */
export const summary = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const period = ask.intent.period?.span ?? null
  const found = await world.pool.summary({ shop, today, period })
  if (found === null) return justReply(noDataYetReply(shop))
  return justReply(
    found.summary === null
      ? noDataForPeriodReply(found.span, found.coverage.span, shop)
      : summaryReply(found.summary, shop, found.coverage.variantHeading),
  )
}
