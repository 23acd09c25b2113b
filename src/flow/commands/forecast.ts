import type { Forecast } from '../../analytics/findings.ts'
import { HORIZON_MAX } from '../../analytics/forecast-question.ts'
import { forecastReply, tooLittleReply } from '../../replies/forecast.ts'
import { noDataYetReply } from '../../replies/no-data.ts'
import type { Day } from '../../sales/day.ts'
import type { Shop } from '../../sales/shop.ts'
import type { Effect } from '../../store/effects.ts'
import { type Answer, justReply } from '../answer.ts'
import { foretellEffect } from '../foretell.ts'
import { shownEffect } from '../shown.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** What will sell; without a period, on the next day that is not known yet. */
export const forecast = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const found = await world.pool.forecast({ shop, today, days: HORIZON_MAX })
  if (found === null) return justReply(noDataYetReply(shop))
  if (found.forecast === null) return justReply(tooLittleReply(shop))
  const span = ask.intent.period?.span ?? null
  return justReply(forecastReply(found.forecast, shop, { today, span }), [
    ...onRecord(found.forecast, shop, today),
    shownEffect(ask, { kind: 'forecast', only: null }),
  ])
}

/** What the owner is told about tomorrow is what we shall be measured by. */
const onRecord = (told: Forecast, shop: Shop, today: Day): readonly Effect[] => {
  if (told.from <= today) return []
  const effect = foretellEffect(told, shop, { day: told.from, asked: true })
  return effect === null ? [] : [effect]
}
