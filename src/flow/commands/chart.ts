import { trendChart } from '../../charts/trend.ts'
import { chartReply } from '../../replies/chart.ts'
import { noDataForPeriodReply, noDataYetReply } from '../../replies/no-data.ts'
import { trendPicture } from '../../replies/trend-picture.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** One picture with its caption: the last weeks, the marked unusual days, the days to come. */
export const chart = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const period = ask.intent.period?.span ?? null
  const found = await world.pool.summary({ shop, today, period })
  const trend = await world.pool.trend({ shop, today })
  if (found === null || trend === null) return justReply(noDataYetReply(shop))
  if (found.summary === null) {
    return justReply(noDataForPeriodReply(found.span, found.coverage.span, shop))
  }
  const scene = trendChart(trendPicture(trend, found.summary, shop))
  const bytes = await world.pool.renderPng(scene)
  return justReply(
    chartReply(
      found.summary,
      { kind: 'image', mimeType: 'image/png', fileName: `${found.span.to}.png`, bytes },
      shop,
    ),
  )
}
