import type { Alert } from '../analytics/alert-rules.ts'
import { shortDay } from '../i18n/numbers.ts'
import { alertLine, alertReply } from '../replies/alert.ts'
import type { Measure } from '../replies/amount.ts'
import type { Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Draft } from '../store/outbox.ts'
import type { Owner } from '../store/people.ts'
import { toOwner } from './to-owner.ts'

/**
 * One bubble for each owner who listens: the rich message while the service window is open, one line of it through
 * the template when it is closed. The id names shop, day and owner, so a repetition adds nothing.
 */
export const alertDrafts = (
  alert: Alert,
  to: {
    readonly shop: Shop
    readonly today: Day
    readonly listeners: readonly Owner[]
    /** What the shop's files count in. */
    readonly measure: Measure
  },
): readonly Draft[] => {
  const { shop, today, measure } = to
  const alertId = alert.day
  return to.listeners.map((owner) => ({
    id: `alert:${shop.id}:${alertId}:${owner.id}`,
    shopId: shop.id,
    personId: owner.id,
    reply: toOwner(owner, shop, (theirs) => alertReply(alert, theirs, { alertId, today, measure })),
    quotedId: null,
    fallback: {
      template: 'alert',
      date: shortDay(alert.day, shop.language),
      line: alertLine(alert, shop, measure),
      taps: [`alert:${alertId}`, 'alerts'],
    },
  }))
}
