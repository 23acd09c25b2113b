import type { ModelPlan } from './model-reading.ts'
import type { AskContext, Dimension, Filter } from './plan.ts'

/** Names said now, weekdays, hours; and what the answer before was about where nothing is said of its kind. */
export const filtersOf = (
  said: ModelPlan,
  named: readonly Filter[],
  { prior }: AskContext,
): readonly Filter[] => {
  const own = [...merged(named), ...weekdayFilter(said), ...hourFilter(said)]
  const kept = said.follows ? (prior[0]?.filters ?? []) : []
  return [
    ...kept.filter(({ dimension }) => own.every((each) => each.dimension !== dimension)),
    ...own,
  ]
}

const merged = (filters: readonly Filter[]): readonly Filter[] =>
  [...Map.groupBy(filters, ({ dimension, op }) => `${dimension} ${op === 'not'}`).values()].flatMap(
    (group) => {
      const [first] = group
      const values = [...new Set(group.flatMap((filter) => filter.values))]
      return first ? [filterOf(first.dimension, first.op === 'not', values)] : []
    },
  )

/** One filter: left out, one name, or several. */
export const filterOf = (
  dimension: Dimension,
  isLeftOut: boolean,
  values: readonly string[],
): Filter => {
  if (isLeftOut) return { dimension, op: 'not', values }
  return { dimension, op: values.length === 1 ? 'eq' : 'in', values }
}

const weekdayFilter = ({ weekdays, weekdayOp }: ModelPlan): readonly Filter[] =>
  weekdays.length === 0 ? [] : [filterOf('weekday', weekdayOp === 'not', [...new Set(weekdays)])]

const hourFilter = ({ hourFrom, hourTo }: ModelPlan): readonly Filter[] => {
  if (hourFrom === null || hourTo === null) return []
  const hours = Array.from({ length: hourTo - hourFrom }, (_, i) => String(hourFrom + i))
  return [filterOf('hour', false, hours)]
}
