import { wasClosedReply } from '../../replies/days.ts'
import { noDataForPeriodReply, noDataYetReply } from '../../replies/no-data.ts'
import { whichWeekReply } from '../../replies/question.ts'
import { summaryReply } from '../../replies/summary.ts'
import { addDays, type Span } from '../../sales/day.ts'
import { type ToldDay, toldDaysOf, toldOf } from '../../sales/told-day.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownDays } from '../shown.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

const WEEK_DAYS = 7

/** How the asked period went; without a period, the last day there is. */
export const summary = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const period = ask.intent.period?.span ?? null
  const found = await world.pool.summary({ shop, today, period })
  if (found === null) return justReply(noDataYetReply(shop))
  const told = await toldOn(world, shop.id, found.span)
  if (found.summary === null) {
    const lastDays = { from: addDays(today, 1 - WEEK_DAYS), to: today }
    if (ask.intent.period?.kind === 'week' && found.coverage.span.to >= lastDays.from)
      return justReply(whichWeekReply({ week: found.span, lastDays }, shop))
    return justReply(
      told?.kind === 'closed'
        ? wasClosedReply(told.day, shop)
        : noDataForPeriodReply(found.span, found.coverage.span, shop),
    )
  }
  const event = told?.kind === 'event' ? told : null
  return justReply(summaryReply(found.summary, shop, found.coverage.variantHeading, event), [
    shownDays(ask, found.span, found.coverage),
  ])
}

/** What the owner said about this one day; a longer period has no word of its own. */
export const toldOn = async (
  world: World,
  shopId: string,
  { from, to }: Span,
): Promise<ToldDay | null> =>
  from === to ? toldOf(toldDaysOf(await world.store.toldDays(shopId)), from) : null
