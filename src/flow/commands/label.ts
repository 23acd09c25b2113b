import { ALERT_LABELS, type AlertLabel, usefulness } from '../../analytics/alert-rules.ts'
import { alertGoneReply, alertReply, labelledReply } from '../../replies/alert.ts'
import { alertsStoppedReply } from '../../replies/alert-level.ts'
import { lowStockMutedReply } from '../../replies/low-stock.ts'
import { type Day, parseDay } from '../../sales/day.ts'
import type { Effect } from '../../store/effects.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownAlert, shownEffect } from '../shown.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { reminder } from './reminder.ts'

/** `label:2026-03-31:closed`: the owner's word on an alert; `latest` stands for the newest one. */
export const label = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, intent } = ask
  const [named = '', said] = intent.argument?.split(':') ?? []
  const bubble = named === LATEST ? await bubbleMeant(world, ask) : null
  if (bubble !== null && bubble.kind !== 'alert') {
    const answered = await answeredElsewhere(world, ask, { bubble, said })
    if (answered !== null) return answered
  }
  const alert = await alertNamed(world, shop.id, bubble?.kind === 'alert' ? bubble.about : named)
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

/**
 * A label typed without its alert, `jangan ingatkan`, is about the bubble it quotes, else about the last one that came
 * by itself; null: none is known.
 */
const bubbleMeant = async (
  world: World,
  { shop, person, message }: CommandAsk,
): Promise<Bubble | null> => {
  const { quotedId } = message.arrival
  const to = { shopId: shop.id, personId: person.id }
  const quoted = quotedId === null ? null : await world.store.unaskedBubble(to, quotedId)
  const id = quoted ?? (await world.store.unaskedBubble(to))
  const [, kind = '', about = ''] = UNASKED_ID.exec(id ?? '') ?? []
  return kind === 'alert' || kind === 'remind' || kind === 'low-stock' ? { kind, about } : null
}

type Bubble = { readonly kind: 'alert' | 'remind' | 'low-stock'; readonly about: string }

/** `remind:SHOP:2026-04-02:PERSON`, `low-stock:SHOP/2026-04-02:PERSON`: as flow/unasked.ts names them. */
const UNASKED_ID = /^(alert|remind|low-stock):.*[:/](\d{4}-\d\d-\d\d):[^:]*$/

/** What the same words mean after a question about a file, or after a word about stock; null: nothing there. */
const answeredElsewhere = async (
  world: World,
  ask: CommandAsk,
  { bubble, said }: { readonly bubble: Bubble; readonly said: string | undefined },
): Promise<Answer | null> => {
  const { shop, person, intent } = ask
  if (bubble.kind === 'remind' && (said === 'closed' || said === 'mute')) {
    return reminder(world, { ...ask, intent: { ...intent, argument: `${bubble.about}:${said}` } })
  }
  const day = parseDay(bubble.about)
  if (bubble.kind !== 'low-stock' || said !== 'mute' || day === null) return null
  return justReply(lowStockMutedReply(shop), [
    { kind: 'low-stock-label', shopId: shop.id, day, label: said, personId: person.id },
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
