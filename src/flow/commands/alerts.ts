import { ALERT_LEVELS, usefulness } from '../../analytics/alert-rules.ts'
import { alertLevelReply } from '../../replies/alert-level.ts'
import { addDays } from '../../sales/day.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

const MONTH_DAYS = 30

/** `alert`: how often the bell rings and how it was judged; `alerts:less` and the like change it. */
export const alerts = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, today, intent } = ask
  const told = await world.store.toldAlerts(shop.id)
  const chosen = ALERT_LEVELS.find((each) => each === intent.argument)
  const { level } = await world.store.alertLevel(shop.id)
  const { labelled, useful } = usefulness(told)
  const lately = told.filter(({ day }) => day >= addDays(today, -MONTH_DAYS)).length
  const state = { level: chosen ?? level, lately, labelled, useful }
  const reply = alertLevelReply(state, shop, chosen !== undefined)
  return chosen === undefined
    ? justReply(reply)
    : justReply(reply, [
        { kind: 'alert-level', shopId: shop.id, level: chosen },
        // Who turns alerts on wants to hear them, whatever they said before.
        ...(chosen === 'off' ? [] : [{ kind: 'unhush' as const, personId: person.id }]),
      ])
}
