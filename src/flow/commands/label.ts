import { ALERT_LABELS, type AlertLabel, usefulness } from '../../analytics/alert-rules.ts'
import { alertGoneReply, alertReply, labelledReply } from '../../replies/alert.ts'
import { alertsStoppedReply } from '../../replies/alert-level.ts'
import { type Day, parseDay } from '../../sales/day.ts'
import type { Effect } from '../../store/effects.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownAlert, shownEffect } from '../shown.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** `label:2026-03-31:closed`: the owner's word on an alert; `latest` stands for the newest one. */
export const label = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, intent } = ask
  const [id = '', said] = intent.argument?.split(':') ?? []
  const alert = await alertNamed(world, shop.id, id)
  const chosen = ALERT_LABELS.find((each) => each === said)
  if (alert === null || chosen === undefined) return justReply(alertGoneReply(shop))
  const kept: Effect = {
    kind: 'label',
    shopId: shop.id,
    day: alert.day,
    label: chosen,
    personId: person.id,
  }
  const judged = await judgedWith(world, shop.id, { day: alert.day, label: chosen })
  if (!judged.shouldStop) return justReply(labelledReply(chosen, shop, alert.day), [kept])
  // Fewer than half were worth it: a bell that cries wolf is worse than none.
  return justReply(alertsStoppedReply(judged, shop), [
    kept,
    { kind: 'alert-level', shopId: shop.id, level: 'off' },
  ])
}

/** How the owner has judged the alerts since they last chose how many they want, this one included. */
const judgedWith = async (
  world: World,
  shopId: string,
  now: { readonly day: Day; readonly label: AlertLabel },
) => {
  const { level, since } = await world.store.alertLevel(shopId)
  const told = (await world.store.toldAlerts(shopId))
    .filter(({ at }) => at >= since)
    .map((one) => (one.day === now.day ? { ...one, label: now.label } : one))
  const judged = usefulness(told)
  return { ...judged, shouldStop: judged.shouldStop && level !== 'off' }
}

/** `alert:2026-03-31`, or the newest: the alert in full, as when a template is tapped. */
export const alertDetails = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today, intent } = ask
  const id = intent.period?.span.from ?? intent.argument ?? LATEST
  const alert = await alertNamed(world, shop.id, id)
  if (alert === null) return justReply(alertGoneReply(shop))
  const coverage = await world.store.coverage(shop.id)
  const measure = coverage?.hasMoney === false ? 'units' : 'money'
  const effects = coverage === null ? [] : [shownEffect(ask, shownAlert(alert.alert, coverage))]
  return justReply(alertReply(alert.alert, shop, { alertId: alert.day, today, measure }), effects)
}

const LATEST = 'latest'

const alertNamed = async (world: World, shopId: string, id: string) => {
  const day = parseDay(id)
  const told = await world.store.toldAlerts(shopId)
  return (day === null ? told[0] : told.find((one) => one.day === day)) ?? null
}
