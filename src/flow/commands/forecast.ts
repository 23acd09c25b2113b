import { forecastReply, tooLittleReply } from '../../replies/forecast.ts'
import { noDataYetReply } from '../../replies/no-data.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** Far enough for "next week" asked on any day. */
const DAYS_AHEAD = 14

/** What will sell; without a period, on the next day that is not known yet. */
export const forecast = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const found = await world.pool.forecast({ shop, today, days: DAYS_AHEAD })
  if (found === null) return justReply(noDataYetReply(shop))
  if (found.forecast === null) return justReply(tooLittleReply(shop))
  const span = ask.intent.period?.span ?? null
  return justReply(forecastReply(found.forecast, shop, { today, span }))
}
