import type { Anomaly } from '../analytics/findings.ts'
import { shortDay } from '../i18n/numbers.ts'
import { alertLine, alertReply } from '../replies/alert.ts'
import type { Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Draft } from '../store/outbox.ts'
import type { Person } from '../store/people.ts'

/**
 * One bubble for each owner: the rich message while the service window is open, one line of it through
 * the template when it is closed. The id names shop, day and owner, so a repetition adds nothing.
 */
export const alertDrafts = (
  anomaly: Anomaly,
  to: { readonly shop: Shop; readonly today: Day; readonly owners: readonly Person[] },
): readonly Draft[] => {
  const { shop, today } = to
  const alertId = anomaly.day
  return to.owners.map((owner) => ({
    id: `alert:${shop.id}:${alertId}:${owner.id}`,
    shopId: shop.id,
    personId: owner.id,
    reply: alertReply(anomaly, shop, { alertId, today, measure: 'money' }),
    quotedId: null,
    fallback: {
      date: shortDay(anomaly.day, shop.language),
      line: alertLine(anomaly, shop, 'money'),
      tapId: `alert:${alertId}`,
    },
  }))
}
