import type { Anomaly } from '../analytics/findings.ts'
import { type Shown, wholePlan } from '../analytics/shown.ts'
import type { Span } from '../sales/day.ts'
import type { Effect } from '../store/effects.ts'
import type { Ask } from './commands/ask.ts'

/** Keeps what this answer showed, so that `bukti` finds its rows. */
export const shownEffect = ({ shop, person, message }: Ask, shown: Shown): Effect => ({
  kind: 'shown',
  shown: { shopId: shop.id, personId: person.id, seq: message.seq, shown },
})

/** The whole shop over these days, in what its files count. */
export const shownDays = (ask: Ask, span: Span, coverage: { readonly hasMoney: boolean }): Effect =>
  shownEffect(ask, {
    kind: 'figures',
    plans: [wholePlan(span, coverage.hasMoney ? 'revenue' : 'units')],
  })

/** What an alert said is of its day, or of the days since, in its branch or of its product. */
export const shownAlert = (
  { day, scope, lasting }: Anomaly,
  coverage: { readonly hasMoney: boolean },
): Shown => {
  const filters =
    scope.kind === 'shop'
      ? []
      : [{ dimension: scope.kind, op: 'eq' as const, values: [scope.name] }]
  const metric = coverage.hasMoney ? 'revenue' : 'units'
  return {
    kind: 'figures',
    plans: [wholePlan({ from: lasting?.since ?? day, to: day }, metric, filters)],
  }
}
