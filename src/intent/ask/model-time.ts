import {
  addDays,
  type Day,
  daysBetween,
  parseDay,
  type Span,
  type Weekday,
} from '../../sales/day.ts'
import { lastWeekday, nextWeekday, oneDay, wholeWeek, yearOf } from '../calendar.ts'
import { unaccented } from '../words.ts'
import type { Grain, PlanTime } from './plan.ts'
import { weekdayNumber } from './slots.ts'
import type { Unit } from './time-words.ts'
import { aheadOf, grainOf, runningOf, timeOf, unitSpan } from './times.ts'

/** A period as a model says it: never counted by it, only named. What a kind does not need is null. */
export type ModelTime = {
  readonly kind: (typeof TIME_KINDS)[number]
  /** `unit`: this one (offset 0), the last (-1), the next (1). `running`: the last or next `count` of it. */
  readonly unit: Unit | null
  readonly offset: number | null
  readonly count: number | null
  /** `dates`: as `YYYY-MM-DD`, both ends included. */
  readonly from: string | null
  readonly to: string | null
  readonly weekday: string | null
  /** `feast`: as the question calls it; `offset` -1 is the one of last year. */
  readonly name: string | null
}

export const TIME_KINDS = [
  'none',
  'unit',
  'running',
  'coming',
  'dates',
  'weekday',
  'feast',
  'ever',
] as const

export const TIME_UNITS = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const

export type ModelTimeContext = {
  readonly today: Day
  readonly covered: Span | null
  readonly feasts: ReadonlyMap<string, readonly Day[]>
  /** Days to come are asked for. */
  readonly ahead: boolean
}

/** Three years: longer than any comparison we make, and a slip of a year shows itself. */
const RANGE_DAYS_MAX = 1100
/** As many units back or ahead as the longest range has weeks. */
const OFFSET_MAX = 160

/** The days a model's period means in this shop; a word for what is wrong with it otherwise. */
export const modelTime = (said: ModelTime, context: ModelTimeContext): PlanTime | string => {
  const found = spanOf(said, context)
  if (found === null) return `no such period: ${said.kind}`
  const { from, to } = found.span
  if (to < from) return 'a period that ends before it begins'
  if (said.kind !== 'ever' && daysBetween(from, to) >= RANGE_DAYS_MAX) return 'a period too long'
  return timeOf(found, context.today)
}

type Found = { readonly span: Span; readonly grain: Grain }

const spanOf = (said: ModelTime, context: ModelTimeContext): Found | null => {
  const { today, covered } = context
  switch (said.kind) {
    case 'unit':
      return unitOf(said, today)
    case 'running':
    case 'coming':
      return countedOf(said, today)
    case 'dates':
      return datesOf(said, today)
    case 'weekday':
      return weekdayOf(said, context)
    case 'feast':
      return feastOf(said, context)
    case 'ever':
      return covered && { span: covered, grain: 'days' }
    case 'none':
      return null
  }
}

const isWithin = (value: number | null): value is number =>
  value !== null && Number.isInteger(value) && Math.abs(value) <= OFFSET_MAX

const unitOf = ({ unit, offset }: ModelTime, today: Day): Found | null =>
  unit === null || !isWithin(offset)
    ? null
    : { span: unitSpan(unit, offset, today), grain: grainOf(unit) }

const countedOf = ({ kind, unit, count }: ModelTime, today: Day): Found | null => {
  if (unit === null || count === null || !Number.isInteger(count)) return null
  if (count < 1 || count > RANGE_DAYS_MAX) return null
  const counted = kind === 'coming' ? aheadOf : runningOf
  return { span: counted(count, unit, today), grain: 'days' }
}

/** Whole months, weeks and years keep their grain, so that they are compared with others of their kind. */
const datesOf = ({ from, to }: ModelTime, today: Day): Found | null => {
  const first = from === null ? null : parseDay(from)
  const last = to === null ? first : parseDay(to)
  if (first === null || last === null) return null
  return { span: { from: first, to: last }, grain: grainOfDates({ from: first, to: last }, today) }
}

const grainOfDates = (span: Span, today: Day): Grain => {
  if (span.from === span.to) return 'day'
  const unit = (['week', 'month', 'quarter', 'year'] as const).find((each) =>
    isUnit(span, each, today),
  )
  return unit ?? 'days'
}

const isUnit = (span: Span, unit: 'week' | 'month' | 'quarter' | 'year', today: Day): boolean => {
  // Counted from its own first day, a unit that has ended is whole; the running one ends today.
  const reference = span.to >= today ? today : span.from
  const whole = unit === 'week' ? wholeWeek(reference, 0) : unitSpan(unit, 0, reference)
  const end = span.to >= today ? whole.to : endOf(unit, span.from)
  return span.from === whole.from && (span.to === end || span.to === whole.to)
}

/** The last day of the unit that begins here. */
const endOf = (unit: 'week' | 'month' | 'quarter' | 'year', from: Day): Day =>
  addDays(unitSpan(unit, 1, from).from, -1)

const weekdayOf = ({ weekday, offset }: ModelTime, { today, ahead }: ModelTimeContext) => {
  const number = weekdayNumber(weekday ?? '')
  if (number === 0) return null
  // One of `monday` … `sunday`, so it is 1 to 7.
  const wanted = number as Weekday
  if (offset === null || !isWithin(offset)) {
    const day = ahead ? nextWeekday(today, wanted) : lastWeekday(today, wanted)
    return { span: oneDay(day), grain: 'day' } as const
  }
  const day = addDays(wholeWeek(today, offset).from, number - 1)
  return { span: oneDay(day), grain: 'day' } as const
}

const feastOf = (
  { name, offset }: ModelTime,
  { today, feasts, ahead }: ModelTimeContext,
): Found | null => {
  const days = feasts.get(unaccented((name ?? '').trim().toLowerCase())) ?? []
  const year = offset === null || offset === 0 ? null : yearOf(today) + offset
  const among = days.filter((day) => {
    if (year !== null) return yearOf(day) === year
    return ahead ? day > today : day <= today
  })
  const chosen = ahead && year === null ? among[0] : among.at(-1)
  if (chosen === undefined) return null
  const from = days.includes(addDays(chosen, -1)) ? addDays(chosen, -1) : chosen
  const to = days.includes(addDays(from, 1)) ? addDays(from, 1) : from
  return { span: { from, to }, grain: from === to ? 'day' : 'days' }
}
