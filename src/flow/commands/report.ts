import { noDataForPeriodReply, noDataYetReply } from '../../replies/no-data.ts'
import type { Reply } from '../../replies/reply.ts'
import { reportReply } from '../../replies/report.ts'
import type { DocumentKind } from '../../replies/report-document.ts'
import type { Day } from '../../sales/day.ts'
import type { Shop } from '../../sales/shop.ts'
import { type Answer, justReply } from '../answer.ts'
import { tell } from '../tell.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { reportDocument } from './report-document.ts'

/** The five parts in one message; a file when one is asked for, or a period longer than a day. */
export const report = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const kind = kindOf(ask)
  if (kind !== null) return reportDocument(world, ask, kind)
  return justReply(await composeReport(world, ask.shop, ask.today))
}

const kindOf = ({ intent: { argument, period } }: CommandAsk): DocumentKind | null => {
  if (argument === 'pdf' || argument === 'xlsx') return argument
  const isLong = period !== null && period.span.from !== period.span.to
  // A week that has only begun is still a weekly report.
  return isLong || period?.kind === 'week' || period?.kind === 'month' ? 'pdf' : null
}

/**
 * Summary, stock advice, narrative, anomaly and tomorrow's top products of the last day there is. The
 * narrative is Gemini's when a key is set and its words pass the check, else it is written in code.
 */
export const composeReport = async (world: World, shop: Shop, today: Day): Promise<Reply> => {
  const found = await world.pool.summary({ shop, today, period: null })
  if (found === null) return noDataYetReply(shop)
  const { summary, coverage } = found
  if (summary === null) return noDataForPeriodReply(found.span, coverage.span, shop)
  const [stock, ahead, anomalies] = await Promise.all([
    world.pool.restock({ shop, today }),
    world.pool.forecast({ shop, today, days: 1 }),
    summary.complete ? world.pool.anomalies({ shop, today, day: found.span.to }) : [],
  ])
  const parts = {
    summary,
    restock: stock?.restock ?? null,
    forecast: ahead?.forecast ?? null,
    anomalies,
  }
  const story = await tell(world, shop, parts)
  const measure = coverage.hasMoney ? 'money' : 'units'
  return reportReply({ ...parts, story, today, measure }, shop)
}
