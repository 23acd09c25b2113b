import type { Alert } from '../analytics/alert-rules.ts'
import { shortDay } from '../i18n/numbers.ts'
import { alertLine, alertReply } from '../replies/alert.ts'
import type { Measure } from '../replies/amount.ts'
import type { Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Unasked } from './unasked.ts'

/**
 * The rich message while the service window is open, one line of it through the template when it is closed. The id
 * names shop and day, so a repetition adds nothing.
 */
export const alertMessage = (
  alert: Alert,
  // What the shop's files count in.
  told: { readonly shop: Shop; readonly today: Day; readonly measure: Measure },
): Unasked => {
  const { shop, today, measure } = told
  const alertId = alert.day
  return {
    id: `alert:${shop.id}:${alertId}`,
    say: (theirs) => alertReply(alert, theirs, { alertId, today, measure }),
    line: (theirs) => ({
      template: 'alert',
      date: shortDay(alert.day, theirs.language),
      line: alertLine(alert, theirs, measure),
      taps: [`alert:${alertId}`, 'alerts'],
    }),
  }
}
