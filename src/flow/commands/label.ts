import type { Anomaly } from '../../analytics/findings.ts'
import { alertGoneReply, alertReply, labelledReply } from '../../replies/alert.ts'
import { parseDay } from '../../sales/day.ts'
import type { RaisedAlert } from '../../store/watch.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

const LABELS = ['closed', 'normal', 'promo', 'mute'] as const

/** `label:2026-03-31:closed`: the owner's word on an alert; `latest` stands for the newest one. */
export const label = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, intent } = ask
  const [id = '', said] = intent.argument?.split(':') ?? []
  const alert = await alertNamed(world, shop.id, id)
  const chosen = LABELS.find((each) => each === said)
  if (alert === null || chosen === undefined) return justReply(alertGoneReply(shop))
  return justReply(labelledReply(chosen, shop), [
    { kind: 'label', shopId: shop.id, day: alert.day, label: chosen },
  ])
}

/** `alert:2026-03-31`, or the newest: the alert in full, as when a template is tapped. */
export const alertDetails = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today, intent } = ask
  const id = intent.period?.span.from ?? intent.argument ?? LATEST
  const alert = await alertNamed(world, shop.id, id)
  if (alert === null) return justReply(alertGoneReply(shop))
  // Written by schedule.ts, in this shape.
  const anomaly = JSON.parse(alert.finding) as Anomaly
  return justReply(alertReply(anomaly, shop, { alertId: alert.day, today, measure: 'money' }))
}

const LATEST = 'latest'

const alertNamed = (world: World, shopId: string, id: string): Promise<RaisedAlert | null> => {
  const day = parseDay(id)
  return day === null ? world.store.latestAlert(shopId) : world.store.readAlert(shopId, day)
}
