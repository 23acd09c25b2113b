import { figureOf } from '../../src/analytics/plan-figures.ts'
import { mainFigure, planLines, tableRows } from '../../src/analytics/plan-rows.ts'
import { plan as planned } from '../../src/flow/plan-insight.ts'
import type { Plan, PlanTime } from '../../src/intent/ask/plan.ts'
import { grainOfSpan, timeOf } from '../../src/intent/ask/times.ts'
import type { Day } from '../../src/sales/day.ts'
import type { Shop } from '../../src/sales/shop.ts'
import type { Reader } from '../../src/store/store.ts'

export type RowsAsked = { readonly reader: Reader; readonly shop: Shop; readonly today: Day }

/** What a plan comes to in this shop, as text: two plans of one answer have the same rows. */
export const rowsOf = async (asked: RowsAsked, plan: Plan): Promise<string> => {
  const { reader, shop, today } = asked
  const whole = { ...plan, time: plan.time && inTime(plan.time, today) }
  const found = await planned(reader, { shop, today, plan: countable(whole) })
  // Stock, forecasts and alerts have their own commands: the words of the plan are the question to them.
  if (found === null) return JSON.stringify(slots(whole))
  if (found.kind !== 'figures' || found.total === null) return JSON.stringify(found)
  const figures = { ...found, plan: countable(whole), total: found.total }
  const against = found.against?.total ? figureOf(found.metric, found.against.total) : null
  const isWhy = plan.aggregation === 'explain'
  return JSON.stringify([
    isWhy,
    found.metric,
    mainFigure(figures),
    planLines(figures, shop.currency),
    tableRows(figures, shop.currency),
    [plan.comparison !== null, against, found.usual],
  ])
}

/** Why is asked of the same rows as how they stand beside the usual, by product. */
const countable = (plan: Plan): Plan =>
  plan.aggregation === 'explain'
    ? { ...plan, aggregation: 'sum', comparison: 'vs_average', dimension: 'product' }
    : plan

/** Forecasts are told in things and money alike. */
const slots = ({ metric, filters, time, dimension }: Plan) => [
  metric.startsWith('forecast') ? 'forecast' : metric,
  filters.map(({ dimension: by, op, values }) => [by, op, [...values].sort()]),
  metric === 'reorder_qty' || metric === 'stock_on_hand' ? null : [time?.from, time?.to],
  metric === 'reorder_qty' ? null : dimension,
]

/** Programs write days alone: what they are one of is seen from them. */
const inTime = ({ from, to }: PlanTime, today: Day): PlanTime => ({
  ...timeOf({ span: { from, to }, grain: 'days' }, today),
  grain: grainOfSpan({ from, to, partial: from <= today && to >= today }),
})
