import type { Alert } from '../analytics/alert-rules.ts'
import type { Filter, Plan } from '../intent/ask/plan.ts'
import { timeOf } from '../intent/ask/times.ts'
import { readTap } from '../intent/tap.ts'
import { type Day, parseDay, type Span } from '../sales/day.ts'
import type { Bubble } from '../store/asked-plans.ts'
import type { Reader } from '../store/store.ts'

/**
 * What a bubble of ours was about, where no question was answered in it: an alert is about its day and
 * branch, a report or digest about the days its buttons lead on to. Empty for all others.
 */
export const bubblePlans = async (
  world: { readonly store: Pick<Reader, 'toldAlerts'> },
  bubble: Bubble,
  { shopId, today }: { readonly shopId: string; readonly today: Day },
): Promise<readonly Plan[]> => {
  const alertDay = ALERT_ID.exec(bubble.id)?.[1]
  const day = alertDay === undefined ? null : parseDay(alertDay)
  if (day !== null) {
    const told = (await world.store.toldAlerts(shopId)).find((each) => each.day === day)
    return [revenueOf({ from: day, to: day }, today, told ? scopeOf(told.alert) : [])]
  }
  const span = bubble.taps.map((id) => spanIn(id)).find((each) => each !== null)
  return span ? [revenueOf(span, today, [])] : []
}

/** `alert:SHOP:2026-03-31:PERSON`. */
const ALERT_ID = /^alert:.*:(\d{4}-\d{2}-\d{2}):[^:]*$/

const spanIn = (tap: string): Span | null => {
  const intent = readTap(tap)
  return intent?.kind === 'command' ? (intent.period?.span ?? null) : null
}

const scopeOf = ({ scope }: Alert): readonly Filter[] =>
  scope.kind === 'shop' ? [] : [{ dimension: scope.kind, op: 'eq', values: [scope.name] }]

const revenueOf = (span: Span, today: Day, filters: readonly Filter[]): Plan => ({
  metric: 'revenue',
  aggregation: 'sum',
  dimension: null,
  filters,
  time: timeOf({ span, grain: span.from === span.to ? 'day' : 'days' }, today),
  comparison: null,
  against: null,
  topN: null,
  having: null,
})
